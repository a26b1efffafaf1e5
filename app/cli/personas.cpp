// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/persona_text.h"
#include "app/cli/project_access.h"
#include "app/cli/requests.h"
#include "app/cli/tr.h"
#include "core/base/text.h"
#include "core/persona/grade.h"
#include "core/persona/identity.h"
#include "core/persona/persona_json.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

/// The personas of the project's newest capture, judged.
Result<persona::PersonaSet> foundPersonas(const Context &context, const OpenProject &project)
{
    DRAMATIS_TRY(const analysis::PersonaRequest request, personaRequest(context));
    DRAMATIS_TRY(const CaptureId capture, newestCapture(project));
    const traffic::ObservedTraffic traffic = project.state.captures.at(capture).traffic();
    JobSlice finding(context.job, 0, 0.5);
    DRAMATIS_TRY(analysis::PersonaAnalysis analysis,
                 analysis::findPersonas(traffic, request, context.clock, finding));
    JobSlice judging(context.job, 0.5, 1);
    DRAMATIS_TRY(persona::PersonaSet set, analysis::judged(traffic, analysis, judging));
    set.capture = capture;
    return set;
}

/// When a persona is busiest, where more than a day was seen.
QString peakText(const persona::Persona &persona)
{
    constexpr int kADay = 24;
    if (persona.peak.peaks.empty() || persona.confidence.hoursSeen < kADay)
        return {};
    const persona::HourOfWeek &peak = persona.peak.peaks.front();
    const QString hour = u"%1 %2:00"_s.arg(QLocale().dayName(peak.day + 1, QLocale::ShortFormat))
                             .arg(peak.hour, 2, 10, QLatin1Char('0'));
    return Tr::tr("peak %1 (%2 × mean)").arg(hour, text::number(persona.peak.peakToMean));
}

void printPersonas(const persona::PersonaSet &set, std::int64_t now)
{
    print(Tr::tr("Version %1: %2 personas, %3 noise, windows of %4")
              .arg(number(set.id))
              .arg(set.personas.size())
              .arg(text::percent(static_cast<double>(set.noise)
                                 / static_cast<double>(std::max<std::uint64_t>(set.points, 1))),
                   text::duration(set.options.windowSeconds)));
    QStringList reasons; // of staleness: mostly the same for all
    for (const persona::Persona &persona : set.personas) {
        const persona::ConfidenceGrade grade = persona::gradeOf(persona, set, now);
        const auto reason = persona::whyStale(persona, now);
        QStringList parts{
            persona.name.leftJustified(28),
            text::rate(persona.requestRate.mean),
            u"p95 "_s + text::duration(persona.latencyP95),
            text::percent(persona.windowShare),
            peakText(persona),
            Tr::tr("confidence %1 (%2)").arg(QLocale().toString(grade.value, 'f', 2), grade.word()),
            reason ? Tr::tr("stale") : QString()};
        parts.removeAll(QString());
        print(parts.join(u"  "_s));
        if (reason)
            reasons.append(*reason);
    }
    reasons.removeDuplicates();
    for (const QString &reason : reasons)
        print(reason);
    for (const QString &note : persona::notesOf(set))
        print(note);
}

/// The set and those before it, the newest first.
QJsonArray versionsDocument(const project::ProjectState &state, PersonaSetId id)
{
    QJsonArray versions;
    for (const PersonaSetId version : project::versionsOf(state, id)) {
        const persona::PersonaSet &set = *state.personaSets.at(version);
        const auto capture = state.captures.find(set.capture);
        QJsonObject object{{u"version"_s, static_cast<qint64>(number(version))},
                           {u"createdAt"_s, text::isoTime(set.createdAt)}};
        if (capture != state.captures.end())
            object.insert(u"capture"_s, capture->second.name);
        versions.append(object);
    }
    return versions;
}

Result<int> personas(const Context &context)
{
    DRAMATIS_TRY(OpenProject project, openProject(context, project::OpenMode::ReadWrite));
    const QString path = context.options.value(u"from"_s);
    DRAMATIS_TRY(persona::PersonaSet found,
                 path.isEmpty() ? foundPersonas(context, project) : persona::readPersonas(path));
    persona::PersonaSetPtr before;
    if (!project.state.personaSets.empty()) {
        before = project.state.personaSets.rbegin()->second;
        found = persona::continuing(*before, std::move(found));
    }
    DRAMATIS_TRY(const quint32 id, project.store->newId());
    found.id = PersonaSetId{id};
    const auto set = std::make_shared<const persona::PersonaSet>(std::move(found));
    DRAMATIS_CHECK(project.keep(project::PutPersonaSet{set->id, set}));

    std::vector<persona::PersonaFate> fates;
    if (before)
        fates = persona::compareSets(*before, *set);
    const std::int64_t now = context.clock.now();
    if (context.options.isSet(u"json"_s)) {
        QJsonObject document = persona::personasToJson(*set, now);
        document.insert(u"versions"_s, versionsDocument(project.state, set->id));
        if (before)
            document.insert(u"drift"_s, persona::fatesToJson(fates));
        print(document);
        return int(kDone);
    }
    printPersonas(*set, now);
    if (before) {
        print(Tr::tr("Beside version %1:").arg(number(before->id)));
        printFates(fates);
    }
    return int(kDone);
}

} // namespace

Command personasCommand()
{
    Command command;
    command.name = u"personas"_s;
    command.summary = Tr::tr("Find the personas of the project's newest capture.");
    command.options = QList<QCommandLineOption>{
        projectOption(),
        jsonOption(),
        {u"from"_s,
         Tr::tr("Take them from a file that “export personas” wrote instead."),
         u"file"_s}};
    command.options << personaOptions();
    command.run = personas;
    return command;
}

} // namespace dramatis::cli
