// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"
#include "core/capture/packets/dissector.h"

namespace dramatis::capture {

/// Takes packets, of a file or of an interface, and counts what came of them for the summary.
class PacketTally
{
public:
    explicit PacketTally(traffic::ExchangeSink &sink) : m_sink(sink), m_dissector(sink) {}

    /// @errors what the sink says
    Result<> take(const packets::Packet &packet);
    /// No more packets come: what waits is handed on.
    /// @errors what the sink says
    Result<> finish();
    [[nodiscard]] std::uint64_t packets() const { return m_summary.records; }
    /// The sums, with what is to be said of the packets.
    [[nodiscard]] ImportSummary summary(const QString &format) const;

private:
    void skip(packets::PacketProblem problem, const packets::Packet &packet);

    traffic::ExchangeSink &m_sink;
    packets::Dissector m_dissector;
    ImportSummary m_summary;
};

} // namespace dramatis::capture
