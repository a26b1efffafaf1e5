// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"

#include <QBuffer>
#include <QTest>

#include <map>
#include <string>
#include <vector>

namespace dramatis::tests {

/// An exchange that outlives its reader's buffers.
struct PacketRow
{
    traffic::Exchange exchange; ///< its views are not to be used
    std::string host;
    std::string server;
    std::string client;
    std::string method;
    std::string path;

    /// "GET shop/cart 200 120>1500 ok at 40 for 12+3": what there is to see at a glance; begin
    /// (from `origin`), latency and transfer in µs, "-" for unknown.
    [[nodiscard]] std::string text(std::int64_t origin) const
    {
        static constexpr const char *kOutcomes[] = {
            "unknown", "ok", "client-error", "server-error", "timeout", "aborted"};
        const auto number = [](std::int64_t value, std::int64_t unit) {
            return isKnown(value) ? std::to_string(value / unit) : std::string("-");
        };
        return method + ' ' + host + path + ' ' + std::to_string(exchange.status) + ' '
               + number(exchange.requestBytes, 1) + '>' + number(exchange.responseBytes, 1) + ' '
               + kOutcomes[static_cast<int>(exchange.outcome)] + " at "
               + number(exchange.begin - origin, 1000) + " for " + number(exchange.latency, 1000)
               + (exchange.transfer > 0 ? '+' + number(exchange.transfer, 1000) : std::string());
    }
};

class PacketRowSink final : public traffic::ExchangeSink
{
public:
    Result<> add(const traffic::Exchange &exchange) override
    {
        rows.push_back({exchange,
                        std::string(exchange.host),
                        std::string(exchange.server),
                        std::string(exchange.client),
                        std::string(exchange.method),
                        std::string(exchange.path)});
        return {};
    }

    std::vector<PacketRow> rows;
};

struct PacketRead
{
    capture::ImportSummary summary;
    std::vector<PacketRow> rows; ///< in the order that they were handed over

    [[nodiscard]] std::vector<std::string> texts(std::int64_t origin = 0) const
    {
        std::vector<std::string> all;
        for (const PacketRow &row : rows)
            all.push_back(row.text(origin));
        return all;
    }
    [[nodiscard]] std::string text(std::int64_t origin = 0) const
    {
        std::string all;
        for (const std::string &row : texts(origin))
            all += row + '\n';
        return all;
    }
};

/// Reads a capture by the reader that is surest of it.
inline PacketRead readPackets(QByteArray bytes)
{
    const capture::CaptureReader *reader = nullptr;
    for (const char *id : {"pcap", "pcapng"}) {
        const auto *candidate = *capture::formatFromId(QString::fromLatin1(id));
        if (!reader || candidate->sniff(bytes, {}) == capture::Confidence::Certain)
            reader = candidate;
    }
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    PacketRowSink sink;
    NullJobControl job;
    const auto summary = reader->read(device, {}, sink, job);
    if (!summary)
        qFatal("%s", qPrintable(summary.error().toString()));
    return {*summary, std::move(sink.rows)};
}

} // namespace dramatis::tests
