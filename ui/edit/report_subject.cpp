// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/report_subject.h"

#include "core/base/version.h"

#include <algorithm>

namespace dramatis::ui {

namespace {

template<typename Map>
std::optional<typename Map::key_type> newestKey(const Map &map)
{
    return map.empty() ? std::nullopt : std::optional(map.rbegin()->first);
}

} // namespace

Result<ReportSubject> reportSubject(const project::ProjectState &state,
                                    const QString &projectName,
                                    const Clock &clock,
                                    JobControl &job,
                                    std::shared_ptr<const analysis::PersonaAnalysis> analysis)
{
    ReportSubject subject;
    subject.state = state;
    subject.title = state.report.title.isEmpty() ? projectName : state.report.title;
    subject.now = clock.now();
    subject.advice = newestKey(state.advices);
    subject.run = subject.advice ? std::optional(state.advices.at(*subject.advice).run)
                                 : newestKey(state.runs);
    if (subject.run && !state.runs.contains(*subject.run))
        subject.run.reset();
    subject.scenario = subject.run ? std::optional(state.runs.at(*subject.run).scenario)
                                   : newestKey(state.scenarios);
    if (subject.scenario && !state.scenarios.contains(*subject.scenario))
        subject.scenario.reset();

    std::optional<PersonaSetId> set;
    if (subject.scenario)
        set = state.scenarios.at(*subject.scenario).personaSet;
    if (!set || !state.personaSets.contains(*set))
        set = newestKey(state.personaSets);
    if (set)
        subject.personas = state.personaSets.at(*set);
    subject.capture = subject.personas && state.captures.contains(subject.personas->capture)
                          ? std::optional(subject.personas->capture)
                          : newestKey(state.captures);

    if (analysis && subject.personas && analysis->set.id == subject.personas->id) {
        subject.analysis = std::move(analysis);
    } else if (subject.personas && subject.capture) {
        const project::CaptureRecord &record = state.captures.at(*subject.capture);
        const analysis::PersonaRequest request = analysis::requestOf(subject.personas->options);
        DRAMATIS_TRY(analysis::PersonaAnalysis computed,
                     analysis::findPersonas(record.traffic(), request, clock, job));
        subject.analysis = std::make_shared<const analysis::PersonaAnalysis>(std::move(computed));
    }
    if (subject.advice) {
        DRAMATIS_TRY(const practice::PracticeLibrary library, practice::curatedLibrary());
        const QString &id = state.advices.at(*subject.advice).advice->graph.ideal.graph;
        if (const practice::PracticeGraph *graph = library.find(id))
            subject.graph = *graph;
    }
    return subject;
}

report::Subject ReportSubject::subject() const
{
    report::Subject result;
    result.title = title;
    result.author = state.report.author;
    result.version = version();
    result.now = now;
    if (capture) {
        const project::CaptureRecord &record = state.captures.at(*capture);
        result.captureName = record.name;
        result.import = &record.summary;
        result.files = &record.files;
        result.statistics = record.statistics.get();
        result.rule = record.table->rule();
    }
    result.personas = personas.get();
    if (analysis) {
        result.features = analysis->features.get();
        result.index = analysis->outcome.index.get();
    }
    if (scenario) {
        const project::ScenarioRecord &record = state.scenarios.at(*scenario);
        result.scenario = &record.scenario;
        result.positions = record.positions;
        result.stationNotes = record.notes;
    }
    if (run)
        result.run = state.runs.at(*run).run.get();
    if (advice) {
        const practice::StoredAdvice &stored = *state.advices.at(*advice).advice;
        result.assessment = &stored.assessment;
        result.adaptive = &stored.graph;
        result.graph = &graph;
    }
    return result;
}

} // namespace dramatis::ui
