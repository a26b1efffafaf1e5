// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/detection.h"
#include "core/capture/live/live_feed.h"
#include "core/capture/live/log_follower.h"
#include "core/capture/tr.h"

#include <QBuffer>

#include <vector>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

/// Lines after which a log is given up that is of no known format.
constexpr int kMostUnknownLines = 20;

class CountingSink final : public traffic::ExchangeSink
{
public:
    Result<> add(const traffic::Exchange &) override { return {}; }
};

/// Hands on to the sink of all, and says whether it is live.
class FeedSink final : public traffic::ExchangeSink
{
public:
    FeedSink(LiveSink &sink, const LogFollower &follower) : m_sink(sink), m_follower(follower) {}
    Result<> add(const traffic::Exchange &exchange) override
    {
        return m_sink.add(exchange, m_follower.state() == LogFollower::State::Following);
    }
    void skippedRecord(const QString &, const QString &, std::string_view) override
    {
        m_sink.skip();
    }

private:
    LiveSink &m_sink;
    const LogFollower &m_follower;
};

/// The lines at the begin of a log that are no records and say what the others mean: a header.
QByteArray headerOf(const QByteArray &head, const CaptureReader &reader, const ReadOptions &options)
{
    constexpr int kMostLines = 32;
    QByteArray header;
    for (int i = 0; i < kMostLines; ++i) {
        const qsizetype end = head.indexOf('\n', header.size());
        if (end < 0)
            break;
        QByteArray further = head.left(end + 1);
        QBuffer device(&further);
        device.open(QIODevice::ReadOnly);
        CountingSink sink;
        NullJobControl job;
        const auto read = reader.read(device, options, sink, job);
        if (!read || read->records > 0)
            break;
        header = further;
    }
    return header;
}

class LogFeed final : public LiveFeed
{
public:
    LogFeed(const QString &path, bool fromStart, const ImportOptions &options, LiveSink &sink)
        : m_format(options.format)
        , m_read(readOptionsOf(options))
        , m_sink(sink)
        , m_follower(path, fromStart, [this] { return m_isStopped && *m_isStopped; })
    {}

    Result<ImportSummary> watch(const std::atomic<bool> &isStopped) override
    {
        m_isStopped = &isStopped;
        DRAMATIS_TRY(const CaptureReader *const reader, detected());
        if (!reader)
            return ImportSummary(); // stopped before there was anything
        if (const QString id = reader->id(); id == u"pcap" || id == u"pcapng" || id == u"har")
            return makeError(ErrorKind::Unsupported,
                             Tr::tr("“%1” is no log of lines (%2) and cannot be followed. Import "
                                    "it, or capture the interface.")
                                 .arg(m_follower.path(), id));
        FeedSink sink(m_sink, m_follower);
        NullJobControl untilStopped;
        return reader->read(m_follower, m_read, sink, untilStopped);
    }

    void describe(LiveSnapshot &snapshot) const override
    {
        snapshot.bytes += m_follower.bytes();
        snapshot.rotations += m_follower.rotations() + m_follower.truncations();
        if (m_follower.state() == LogFollower::State::Waiting)
            snapshot.waitingFor.append(m_follower.path());
        if (m_follower.state() == LogFollower::State::Reading)
            snapshot.isCatchingUp = true;
    }

    bool isIdle() const override { return m_follower.state() != LogFollower::State::Reading; }

    SourceFile file() const override
    {
        SourceFile file;
        file.path = m_follower.path();
        file.bytes = static_cast<std::int64_t>(m_follower.bytes());
        return file;
    }

private:
    /// Null: stopped before there was a line.
    Result<const CaptureReader *> detected()
    {
        const CaptureReader *reader = nullptr;
        if (!m_format.isEmpty()) {
            DRAMATIS_TRY(reader, formatFromId(m_format));
        }
        QByteArray head;
        for (int lines = 1;; ++lines) {
            DRAMATIS_TRY(head, m_follower.head(lines));
            if (head.isEmpty() && *m_isStopped)
                return static_cast<const CaptureReader *>(nullptr);
            if (!reader) {
                const std::vector<FormatChoice> fitting = fittingFormats(head, m_read);
                reader = fitting.empty() ? nullptr : fitting.front().reader;
            }
            if (reader)
                break;
            if (head.count('\n') >= kMostUnknownLines || head.count('\n') < lines)
                return makeError(ErrorKind::Format,
                                 Tr::tr("“%1” is of none of the %2 known formats. Name its format.")
                                     .arg(m_follower.path())
                                     .arg(allFormats().size()));
        }
        if (m_follower.leavesOut())
            m_follower.putFirst(headerOf(head, *reader, m_read));
        return reader;
    }

    QString m_format; ///< a reader's id or a format string; empty: told from the first lines
    ReadOptions m_read;
    LiveSink &m_sink;
    const std::atomic<bool> *m_isStopped = nullptr;
    LogFollower m_follower;
};

} // namespace

std::unique_ptr<LiveFeed>
logFeed(const QString &path, bool fromStart, const ImportOptions &options, LiveSink &sink)
{
    return std::make_unique<LogFeed>(path, fromStart, options, sink);
}

} // namespace dramatis::capture
