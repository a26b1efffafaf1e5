// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/packet_tally.h"
#include "core/capture/live/interface_capture.h"
#include "core/capture/live/live_feed.h"
#include "core/capture/tr.h"

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

class PacketSink final : public traffic::ExchangeSink
{
public:
    explicit PacketSink(LiveSink &sink) : m_sink(sink) {}
    Result<> add(const traffic::Exchange &exchange) override
    {
        // What was never answered is handed on when its connection ends, which tells nothing of
        // how stamps lag.
        return m_sink.add(exchange, isKnown(exchange.latency));
    }
    void skippedRecord(const QString &, const QString &, std::string_view) override
    {
        m_sink.skip();
    }

private:
    LiveSink &m_sink;
};

class InterfaceFeed final : public LiveFeed
{
public:
    InterfaceFeed(const QString &name, const QString &filter, LiveSink &sink)
        : m_name(name)
        , m_filter(filter)
        , m_sink(sink)
    {}

    Result<ImportSummary> watch(const std::atomic<bool> &isStopped) override
    {
        DRAMATIS_TRY(const auto capture, InterfaceCapture::open(m_name, m_filter));
        PacketTally tally(m_sink);
        Result<> taken;
        QString failure;
        const auto use = [&](const packets::Packet &packet) {
            if (taken)
                taken = tally.take(packet);
            m_bytes += packet.bytes.size();
        };
        while (!isStopped && failure.isEmpty()) {
            if (const auto count = capture->take(use); !count)
                failure = count.error().message; // what was seen is kept
            DRAMATIS_CHECK(taken);
            m_packets = tally.packets();
            m_dropped = capture->dropped();
        }
        DRAMATIS_CHECK(tally.finish());
        ImportSummary summary = tally.summary(u"interface"_s);
        if (!failure.isEmpty())
            summary.notes.append(failure);
        if (m_dropped > 0)
            summary.notes.append(
                Tr::tr("Packets that the system dropped, for they came too fast: %1.")
                    .arg(m_dropped));
        return summary;
    }

    void describe(LiveSnapshot &snapshot) const override
    {
        snapshot.records += m_packets;
        snapshot.dropped += m_dropped;
        snapshot.bytes += m_bytes;
    }

    bool isIdle() const override { return true; }

    SourceFile file() const override
    {
        SourceFile file;
        file.path = m_filter.isEmpty() ? Tr::tr("interface %1").arg(m_name)
                                       : Tr::tr("interface %1, %2").arg(m_name, m_filter);
        file.bytes = static_cast<std::int64_t>(m_bytes);
        return file;
    }

private:
    QString m_name;
    QString m_filter;
    PacketSink m_sink;
    std::atomic<std::uint64_t> m_packets = 0;
    std::atomic<std::uint64_t> m_dropped = 0;
    std::atomic<std::uint64_t> m_bytes = 0;
};

} // namespace

std::unique_ptr<LiveFeed> interfaceFeed(const QString &name, const QString &filter, LiveSink &sink)
{
    return std::make_unique<InterfaceFeed>(name, filter, sink);
}

} // namespace dramatis::capture
