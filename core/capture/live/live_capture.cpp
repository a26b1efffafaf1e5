// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/live/live_capture.h"

#include "core/base/text.h"
#include "core/capture/import_routes.h"
#include "core/capture/live/live_feed.h"
#include "core/capture/live/live_sink.h"
#include "core/capture/source_paths.h"
#include "core/capture/tr.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <exception>
#include <thread>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

constexpr auto kTick = std::chrono::milliseconds(100);

/// A feed with the thread that it runs in.
struct RunningFeed
{
    std::unique_ptr<LiveFeed> feed;
    std::thread thread;
    std::atomic<bool> hasEnded = false;
    Result<ImportSummary> result; ///< once it has ended

    void start(const std::atomic<bool> &isStopped)
    {
        thread = std::thread([this, &isStopped] {
            try {
                result = feed->watch(isStopped);
            } catch (const std::exception &exception) {
                result = makeError(ErrorKind::Internal, QString::fromUtf8(exception.what()));
            }
            hasEnded = true;
        });
    }
};

/// The feeds of a source; stops them when it goes.
class RunningFeeds
{
public:
    RunningFeeds(const LiveSource &source, const ImportOptions &options, LiveSink &sink)
    {
        if (!source.interface.isEmpty())
            add(interfaceFeed(source.interface, source.filter, sink));
        for (const QString &path : source.logs)
            add(logFeed(path, source.fromStart, options, sink));
        for (const auto &running : m_feeds)
            running->start(m_isStopped);
    }
    ~RunningFeeds() { stop(); }
    RunningFeeds(const RunningFeeds &) = delete;
    RunningFeeds &operator=(const RunningFeeds &) = delete;

    void stop()
    {
        m_isStopped = true;
        for (const auto &running : m_feeds) {
            if (running->thread.joinable())
                running->thread.join();
        }
    }

    [[nodiscard]] bool allEnded() const
    {
        return std::all_of(m_feeds.begin(), m_feeds.end(), [](const auto &running) {
            return running->hasEnded.load();
        });
    }

    [[nodiscard]] bool areIdle() const
    {
        return std::all_of(m_feeds.begin(), m_feeds.end(), [](const auto &running) {
            return running->hasEnded.load() || running->feed->isIdle();
        });
    }

    void describe(LiveSnapshot &snapshot) const
    {
        for (const auto &running : m_feeds) {
            if (running->hasEnded && !running->result)
                snapshot.failures.append(running->result.error().toString());
            else if (!running->hasEnded)
                running->feed->describe(snapshot);
        }
    }

    [[nodiscard]] std::vector<std::unique_ptr<RunningFeed>> &feeds() { return m_feeds; }

private:
    void add(std::unique_ptr<LiveFeed> feed)
    {
        auto running = std::make_unique<RunningFeed>();
        running->feed = std::move(feed);
        m_feeds.push_back(std::move(running));
    }

    std::atomic<bool> m_isStopped = false;
    std::vector<std::unique_ptr<RunningFeed>> m_feeds;
};

/// What all feeds gave together. Those that failed are among the notes.
/// @errors that of the first, where all failed
Result<Imported> gathered(RunningFeeds &running,
                          const ImportOptions &options,
                          const LiveSnapshot &last,
                          std::int64_t from,
                          std::int64_t to)
{
    Imported imported;
    std::optional<Error> failure;
    std::size_t failures = 0;
    const bool areSeveral = running.feeds().size() > 1;
    for (const auto &one : running.feeds()) {
        SourceFile file = one->feed->file();
        if (!one->result) {
            ++failures;
            imported.summary.notes.append(one->result.error().toString());
            if (!failure)
                failure = one->result.error();
            continue;
        }
        file.format = one->result->format;
        if (options.redaction)
            hideTexts(*one->result, file);
        addPart(imported.summary,
                *one->result,
                areSeveral ? QString(QFileInfo(file.path).fileName() + u' ') : QString());
        imported.files.append(file);
    }
    if (failures == running.feeds().size() && last.exchanges == 0)
        return *failure;
    imported.summary.notes.prepend(
        Tr::tr("Watched from %1 to %2.").arg(text::isoTime(from), text::isoTime(to)));
    if (last.late > 0)
        imported.summary.notes.append(
            Tr::tr("Exchanges that were reported after their window was closed, and were not in "
                   "the live view: %1.")
                .arg(last.late));
    return imported;
}

Result<> validate(const LiveSource &source, const LiveOptions &options)
{
    if (source.logs.isEmpty() == source.interface.isEmpty())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("Name either logs or an interface to watch."));
    if (source.interface.isEmpty() && !source.filter.isEmpty())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("A filter goes with an interface, not with logs."));
    if (options.import.rule == traffic::ResourceRule::Route)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("Routes are told from a whole capture, so resources cannot be "
                                "named by them while it goes on. Choose another rule; it can be "
                                "changed afterwards."));
    if (!options.import.format.isEmpty() && source.interface.isEmpty())
        DRAMATIS_CHECK(formatFromId(options.import.format));
    return {};
}

} // namespace

QString LiveSource::name() const
{
    if (!interface.isEmpty())
        return filter.isEmpty() ? interface : QString(interface + u" (" + filter + u')');
    return captureName(logs);
}

Result<Imported> captureLive(const LiveSource &source,
                             const LiveOptions &options,
                             std::shared_ptr<table::ChunkStore> store,
                             LiveListener &listener,
                             const Clock &clock,
                             JobControl &job)
{
    DRAMATIS_CHECK(validate(source, options));
    DRAMATIS_TRY(const std::int64_t width, traffic::widthInNanoseconds(options.windowSeconds));
    LiveSink sink(width, options.import, std::move(store), clock);
    const auto tell = [&](std::vector<traffic::LiveWindow> windows) {
        for (traffic::LiveWindow &window : windows) {
            if (options.classify && !window.isWhole)
                window.label = options.classify(window.window, window.resource);
            listener.closed(window);
        }
    };
    const std::int64_t from = clock.now();
    RunningFeeds running(source, options.import, sink);
    const auto snapshot = [&] {
        LiveSnapshot seen;
        sink.describe(seen);
        running.describe(seen);
        if (source.interface.isEmpty())
            seen.records = seen.exchanges + seen.skipped;
        return seen;
    };
    while (!job.isCancelled() && !running.allEnded()) {
        std::this_thread::sleep_for(kTick);
        tell(sink.closeWindows(running.areIdle()));
        const LiveSnapshot seen = snapshot();
        listener.seen(seen);
        job.report(
            0,
            Tr::tr("%1 exchanges, %2")
                .arg(text::count(static_cast<double>(seen.exchanges)), text::rate(seen.rate)));
    }
    const LiveSnapshot beforeStop = snapshot();
    running.stop();
    tell(sink.finishWindows());
    LiveSnapshot last = snapshot();
    last.records = std::max(last.records, beforeStop.records);
    last.bytes = beforeStop.bytes;
    listener.seen(last);
    DRAMATIS_TRY(Imported imported, gathered(running, options.import, last, from, clock.now()));
    DRAMATIS_TRY(imported.table, sink.freeze(options.import.rule));
    applyRoutes(imported, options.import.routes);
    return imported;
}

} // namespace dramatis::capture
