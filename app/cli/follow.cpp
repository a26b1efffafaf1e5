// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/project_access.h"
#include "app/cli/requests.h"
#include "app/cli/tr.h"
#include "core/analysis/live_match.h"
#include "core/base/json_number.h"
#include "core/base/text.h"
#include "core/capture/import_json.h"
#include "core/capture/live/live_capture.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

std::atomic<bool> stopAsked = false; ///< by a signal; lock-free, as a handler needs it
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void askToStop(int)
{
    stopAsked = true;
}

/// Goes on until a signal or the duration ends it; shows what the command's job shows.
class FollowJob final : public JobControl
{
public:
    FollowJob(JobControl &shown, std::optional<double> seconds) : m_shown(shown), m_seconds(seconds)
    {
        m_since.start();
        std::signal(SIGINT, askToStop);
        std::signal(SIGTERM, askToStop);
    }
    ~FollowJob() override
    {
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
    }
    bool isCancelled() const noexcept override
    {
        return stopAsked || (m_seconds && double(m_since.elapsed()) >= *m_seconds * 1e3);
    }
    void report(double fraction, const QString &stage) override { m_shown.report(fraction, stage); }

private:
    JobControl &m_shown;
    std::optional<double> m_seconds;
    QElapsedTimer m_since;
};

void printLine(const QJsonObject &object)
{
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

/// Prints each window of a resource as it closes.
class WindowPrinter final : public capture::LiveListener
{
public:
    WindowPrinter(bool isJson, persona::PersonaSetPtr set) : m_isJson(isJson), m_set(std::move(set))
    {}

    void closed(const traffic::LiveWindow &live) override
    {
        if (live.isWhole)
            return;
        const traffic::Window &window = live.window;
        const double rate = window.exchanges / live.widthSeconds;
        const double errors = window.knownOutcomes == 0
                                  ? std::numeric_limits<double>::quiet_NaN()
                                  : double(window.errors) / window.knownOutcomes;
        const persona::Persona *persona =
            m_set && live.label ? m_set->ofCluster(*live.label) : nullptr;
        if (m_isJson) {
            QJsonObject json{{u"time"_s, text::isoTime(live.begin)},
                             {u"seconds"_s, live.widthSeconds},
                             {u"resource"_s, live.resource},
                             {u"exchanges"_s, qint64{window.exchanges}},
                             {u"rate"_s, rate},
                             {u"errors"_s, qint64{window.errors}},
                             {u"latencyP50"_s, jsonNumber(window.latencyP50)},
                             {u"latencyP95"_s, jsonNumber(window.latencyP95)}};
            if (m_set) {
                json.insert(u"match"_s,
                            persona      ? u"persona"_s
                            : live.label ? u"noise"_s
                                         : u"too few"_s);
                json.insert(u"persona"_s, persona ? QJsonValue(persona->name) : QJsonValue());
            }
            printLine(json);
        } else {
            QStringList cells{text::isoTime(live.begin),
                              live.resource.isEmpty() ? text::unknown() : live.resource,
                              text::rate(rate),
                              Tr::tr("%1 errors").arg(text::percent(errors)),
                              Tr::tr("p95 %1").arg(text::duration(window.latencyP95))};
            if (m_set)
                cells.append(persona      ? persona->name
                             : live.label ? Tr::tr("noise")
                                          : Tr::tr("too few to tell"));
            print(cells.join(u"  "_s));
        }
        std::fflush(stdout);
    }

    void seen(const capture::LiveSnapshot &snapshot) override
    {
        for (const QString &path : snapshot.waitingFor)
            tellOnce(Tr::tr("Waiting for %1, which is not there yet.").arg(path));
        for (const QString &failure : snapshot.failures)
            tellOnce(failure);
        m_last = snapshot;
    }

    [[nodiscard]] const capture::LiveSnapshot &last() const { return m_last; }

    void tellOnce(const QString &what)
    {
        if (m_told.contains(what))
            return;
        m_told.append(what);
        std::fprintf(stderr, "dramatis-cli: %s\n", qPrintable(what));
    }

private:
    bool m_isJson;
    persona::PersonaSetPtr m_set;
    capture::LiveSnapshot m_last;
    QStringList m_told;
};

Result<capture::LiveSource> sourceOf(const Context &context)
{
    capture::LiveSource source;
    source.logs = context.arguments;
    source.fromStart = context.options.isSet(u"from-start"_s);
    source.interface = context.options.value(u"interface"_s);
    source.filter = context.options.value(u"filter"_s);
    if (source.logs.isEmpty() == source.interface.isEmpty())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("Name logs to follow, or an interface with --interface."));
    return source;
}

/// What the windows are told by, of the newest personas of the project; null where it has none.
Result<persona::PersonaMatchPtr> matchOf(const OpenProject &project, JobControl &job)
{
    if (project.state.personaSets.empty())
        return persona::PersonaMatchPtr();
    DRAMATIS_TRY(const persona::PersonaSetPtr set, newestPersonas(project));
    const auto capture = project.state.captures.find(set->capture);
    if (capture == project.state.captures.end())
        return persona::PersonaMatchPtr();
    if (capture->second.table->rule() == traffic::ResourceRule::Route)
        return makeError(ErrorKind::Unsupported,
                         Tr::tr("The personas are of routes, which are told from a whole capture: "
                                "windows are shown without personas."));
    return analysis::matchFor(capture->second.traffic(), set, job);
}

Result<> keepCapture(const Context &context,
                     OpenProject &project,
                     CaptureId id,
                     const QString &name,
                     capture::Imported imported)
{
    project::CaptureRecord record;
    record.name = name;
    DRAMATIS_TRY(traffic::CaptureStatistics statistics,
                 traffic::captureStatistics(*imported.table, context.job));
    record.table = std::move(imported.table);
    record.summary = std::move(imported.summary);
    record.files = std::move(imported.files);
    record.statistics = std::make_shared<const traffic::CaptureStatistics>(std::move(statistics));
    record.importedAt = context.clock.now();
    return project.keep(project::PutCapture{id, std::move(record)});
}

Result<int> follow(const Context &context)
{
    DRAMATIS_TRY(const capture::LiveSource source, sourceOf(context));
    capture::LiveOptions options;
    DRAMATIS_TRY(options.import, importRequest(context));
    DRAMATIS_TRY(const auto window, durationValue(context, u"window"_s));
    DRAMATIS_TRY(const auto duration, durationValue(context, u"duration"_s));

    std::optional<OpenProject> project;
    std::shared_ptr<table::ChunkStore> chunks; // without a project nothing is kept
    CaptureId id{};
    persona::PersonaMatchPtr match;
    QString noMatch;
    if (context.options.isSet(u"project"_s)) {
        DRAMATIS_TRY(OpenProject opened, openOrCreateProject(context));
        project.emplace(std::move(opened));
        if (auto made = matchOf(*project, context.job))
            match = *std::move(made);
        else
            noMatch = made.error().toString();
        DRAMATIS_TRY(const quint32 number, project->store->newId());
        id = CaptureId{number};
        DRAMATIS_TRY(chunks, project->store->beginImport(id));
    }
    DRAMATIS_CHECK(
        applyRedaction(context, project ? project->store.get() : nullptr, options.import));
    const persona::PersonaSet *set = match ? &match->set() : nullptr;
    if (set) {
        if (window && *window != set->options.windowSeconds)
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("The personas of the project are of windows of %1; windows of "
                                    "another width cannot be told by them.")
                                 .arg(text::duration(set->options.windowSeconds)));
        options.windowSeconds = set->options.windowSeconds;
        options.classify = [match](const traffic::Window &closed, const QString &resource) {
            return match->labelOf(closed, resource);
        };
        if (options.import.rule == traffic::ResourceRule::Automatic)
            options.import.rule = project->state.captures.at(set->capture).table->rule();
    } else if (window) {
        options.windowSeconds = *window;
    }
    WindowPrinter printer(context.options.isSet(u"json"_s),
                          set ? persona::PersonaSetPtr(match, set) : nullptr);
    if (!noMatch.isEmpty())
        printer.tellOnce(noMatch);
    FollowJob job(context.job, duration);
    DRAMATIS_TRY(capture::Imported imported,
                 capture::captureLive(source, options, chunks, printer, context.clock, job));

    const capture::LiveSnapshot &last = printer.last();
    const bool isKept = project && imported.table;
    if (isKept)
        DRAMATIS_CHECK(keepCapture(context, *project, id, source.name(), std::move(imported)));
    if (context.options.isSet(u"json"_s)) {
        printLine({{u"stopped"_s, true},
                   {u"records"_s, qint64(last.records)},
                   {u"exchanges"_s, qint64(last.exchanges)},
                   {u"skipped"_s, qint64(last.skipped)},
                   {u"late"_s, qint64(last.late)},
                   {u"dropped"_s, qint64(last.dropped)},
                   {u"kept"_s, isKept}});
    } else {
        print(Tr::tr("%1 records, %2 exchanges, %3 skipped. %4")
                  .arg(text::count(double(last.records)),
                       text::count(double(last.exchanges)),
                       text::count(double(last.skipped)),
                       isKept ? Tr::tr("Kept in the project.") : Tr::tr("Nothing was kept.")));
    }
    return int(kDone);
}

} // namespace

Command followCommand()
{
    Command command;
    command.name = u"follow"_s;
    command.arguments = u"[LOG...]"_s;
    command.summary =
        Tr::tr("Watch growing logs or an interface; with a project, keep what is seen "
               "and tell its personas.");
    command.options = QList<QCommandLineOption>{
        {u"interface"_s, Tr::tr("Capture the packets of an interface."), u"name"_s},
        {u"filter"_s, Tr::tr("Of packets, as for tcpdump: “tcp port 80”."), u"filter"_s},
        {u"from-start"_s, Tr::tr("Read what is in the logs already, not only what is new.")},
        {u"duration"_s, Tr::tr("Stop after this time; Ctrl+C stops too."), u"duration"_s},
        {u"window"_s, Tr::tr("Width of windows; that of the personas, else 10s."), u"duration"_s},
        projectOption(),
        {u"json"_s, Tr::tr("Print one JSON object a line.")}};
    command.options << importOptions();
    command.run = follow;
    return command;
}

} // namespace dramatis::cli
