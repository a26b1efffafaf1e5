// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/subject.h"
#include "app/cli/tr.h"
#include "core/base/files.h"
#include "core/base/text.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

QList<QCommandLineOption> practiceOptions()
{
    return scenarioOptions()
           << QCommandLineOption(
                  u"library"_s,
                  Tr::tr("A practice graph of yours instead of the best of the library."),
                  u"graph.json"_s)
           << QCommandLineOption(
                  u"fail-on"_s,
                  Tr::tr("Exit with 4 where a finding of this severity or worse deviates: "
                         "info, warning, critical; or undecided."),
                  u"severity"_s);
}

struct Judged
{
    ScenarioSubject subject;
    simulation::RunResult run;
    RunId runId{};
    practice::PracticeGraph graph;
    practice::Assessment assessment;

    [[nodiscard]] practice::AssessmentInput input(const Clock &clock) const
    {
        return {subject.scenario, run, graph, subject.personas.get(), clock.now()};
    }
};

Result<practice::PracticeGraph> chosenGraph(const Context &context,
                                            const topology::Topology &topology)
{
    if (context.options.isSet(u"library"_s))
        return practice::practiceGraphFromFile(context.options.value(u"library"_s));
    return practice::bestGraph(topology);
}

Result<Judged> judge(const Context &context, JobControl &job)
{
    Judged judged;
    DRAMATIS_TRY(judged.subject, scenarioSubject(context));
    JobSlice running(job, 0, 0.9);
    DRAMATIS_TRY(judged.run, simulateSubject(context, judged.subject, running, &judged.runId));
    DRAMATIS_TRY(judged.graph, chosenGraph(context, judged.subject.scenario.topology));
    JobSlice assessing(job, 0.9, 1);
    DRAMATIS_TRY(judged.assessment, practice::assess(judged.input(context.clock), assessing));
    return judged;
}

void printFindings(const practice::Assessment &assessment)
{
    for (const practice::Finding &finding : assessment.findings) {
        if (finding.state == practice::FindingState::Deviates)
            print(u"%1  %2  %3"_s.arg(finding.rule.leftJustified(8),
                                      practice::severityName(finding.severity).leftJustified(10),
                                      finding.title));
        else if (finding.state == practice::FindingState::Undecided)
            print(u"%1  %2  %3"_s.arg(finding.rule.leftJustified(8),
                                      Tr::tr("undecided").leftJustified(10),
                                      finding.title));
    }
}

/// What `--fail-on` asks for.
struct FailOn
{
    bool asked = false;
    bool undecided = false;
    practice::Severity least = practice::Severity::Info;
};

/// Read before anything is simulated, so that a slip of the pen costs no run.
Result<FailOn> failOn(const Context &context)
{
    const QString value = context.options.value(u"fail-on"_s);
    FailOn result;
    result.asked = !value.isEmpty();
    result.undecided = value == u"undecided";
    if (result.asked && !result.undecided) {
        const auto severity = practice::severityFromId(value);
        if (!severity)
            return makeError(
                ErrorKind::InvalidArgument,
                Tr::tr("--fail-on is “%1”: it must be info, warning, critical or undecided.")
                    .arg(value));
        result.least = *severity;
    }
    return result;
}

/// kNegativeVerdict where --fail-on asks for it.
int verdict(const FailOn &failOn, const practice::Assessment &assessment)
{
    if (!failOn.asked)
        return kDone;
    const bool negative = std::any_of(assessment.findings.begin(),
                                      assessment.findings.end(),
                                      [&failOn](const practice::Finding &finding) {
                                          if (finding.state == practice::FindingState::Undecided)
                                              return failOn.undecided;
                                          return finding.state == practice::FindingState::Deviates
                                                 && finding.severity >= failOn.least;
                                      });
    return negative ? kNegativeVerdict : kDone;
}

Result<int> assess(const Context &context)
{
    DRAMATIS_TRY(const FailOn failing, failOn(context));
    DRAMATIS_TRY(const Judged judged, judge(context, context.job));
    if (context.options.isSet(u"json"_s))
        print(practice::assessmentToJson(judged.assessment));
    else
        printFindings(judged.assessment);
    return verdict(failing, judged.assessment);
}

Result<> writeScenario(const QString &path, const simulation::Scenario &scenario)
{
    return writeFile(path, QJsonDocument(simulation::scenarioToJson(scenario)).toJson());
}

Result<int> advise(const Context &context)
{
    DRAMATIS_TRY(const FailOn failing, failOn(context));
    JobSlice judging(context.job, 0, 0.3);
    DRAMATIS_TRY(Judged judged, judge(context, judging));
    JobSlice advising(context.job, 0.3, 1);
    DRAMATIS_TRY(practice::AdaptiveGraph graph,
                 practice::advise(judged.input(context.clock), judged.assessment, {}, advising));
    if (context.options.isSet(u"o"_s))
        DRAMATIS_CHECK(writeScenario(context.options.value(u"o"_s), graph.changed));
    if (context.options.isSet(u"json"_s)) {
        print(practice::adviceToJson(judged.assessment, graph));
    } else {
        printFindings(judged.assessment);
        for (const practice::Recommendation &recommendation : graph.recommendations)
            print(Tr::tr("Advice: %1").arg(recommendation.title));
        if (graph.recommendations.empty())
            print(Tr::tr("Nothing is advised."));
    }
    if (judged.subject.project) {
        DRAMATIS_TRY(const quint32 number, judged.subject.project->store->newId());
        auto advice = std::make_shared<practice::StoredAdvice>();
        advice->assessment = judged.assessment;
        advice->graph = std::move(graph);
        DRAMATIS_CHECK(judged.subject.project->keep(project::PutAdvice{
            AssessmentId{number},
            project::AdviceRecord{judged.runId, std::move(advice), {}, context.clock.now()}}));
    }
    return verdict(failing, judged.assessment);
}

} // namespace

Command assessCommand()
{
    Command command;
    command.name = u"assess"_s;
    command.summary = Tr::tr("Simulate a scenario and hold it against best practices.");
    command.options = practiceOptions();
    command.run = assess;
    return command;
}

Command adviseCommand()
{
    Command command;
    command.name = u"advise"_s;
    command.summary =
        Tr::tr("Assess, and find changes that help, each verified by simulating again.");
    command.options = practiceOptions() << QCommandLineOption(
                          u"o"_s, Tr::tr("Write the changed scenario."), u"changed.json"_s);
    command.run = advise;
    return command;
}

} // namespace dramatis::cli
