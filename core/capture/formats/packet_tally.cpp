// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/packet_tally.h"

#include "core/base/text.h"
#include "core/capture/tr.h"

namespace dramatis::capture {

namespace {

using packets::PacketProblem;

QString reasonOf(PacketProblem problem, const packets::Packet &packet)
{
    switch (problem) {
    case PacketProblem::None:
        break;
    case PacketProblem::Block:
        return Tr::tr(
            "The block is too short, or of an interface that the file does not describe.");
    case PacketProblem::Time:
        return Tr::tr("The packet has no time.");
    case PacketProblem::LinkType:
        return Tr::tr("Packets of link type %1 are not read.").arg(packet.linkType);
    case PacketProblem::LinkLayer:
        return Tr::tr("The packet is too short for its link layer.");
    case PacketProblem::Ip:
        return Tr::tr("The IP header is damaged.");
    case PacketProblem::Tcp:
        return Tr::tr("The TCP header is damaged.");
    case PacketProblem::Udp:
        return Tr::tr("The UDP header is damaged.");
    }
    return {};
}

/// The beginning of a packet as hexadecimal digits, for there is no text in it.
QString beginningOf(std::string_view bytes)
{
    constexpr std::size_t kShown = 66; // with a space between two, 200 characters at most
    const std::string_view begin = bytes.substr(0, kShown);
    return QString::fromLatin1(
        QByteArray::fromRawData(begin.data(), static_cast<qsizetype>(begin.size())).toHex(' '));
}

void addPacketNotes(const packets::Dissector &dissector, ImportSummary &summary)
{
    const packets::DissectorCounts &counts = dissector.counts();
    const packets::TcpCounts &tcp = counts.tcp;
    const auto note = [&summary](std::uint64_t count, const QString &text) {
        if (count > 0)
            summary.notes.append(text.arg(text::count(static_cast<double>(count))));
    };
    note(counts.earlier, Tr::tr("Packets that are older than the one before them: %1."));
    note(tcp.guessed,
         Tr::tr("Connections whose begin is not in the capture: %1. Who their server is was told "
                "by ports and by who spoke first."));
    note(tcp.oneSided, Tr::tr("Connections with packets of one side only: %1."));
    if (tcp.missingBytes > 0)
        summary.notes.append(Tr::tr("Sent but not in the capture: %1.")
                                 .arg(text::bytes(static_cast<double>(tcp.missingBytes))));
    note(dissector.lostFragments(), Tr::tr("Fragments of IP whose others did not come: %1."));
    note(counts.givenUp,
         Tr::tr("Connections that were given up to save memory, silent ones first: %1."));
    note(counts.otherDatagrams,
         Tr::tr("Packets that are neither TCP nor DNS, and were not read further: %1."));
    note(counts.notIp, Tr::tr("Packets that are not IP: %1."));
}

} // namespace

Result<> PacketTally::take(const packets::Packet &packet)
{
    ++m_summary.records;
    if (const PacketProblem problem = m_dissector.take(packet); problem != PacketProblem::None)
        skip(problem, packet);
    return m_dissector.state();
}

Result<> PacketTally::finish()
{
    m_dissector.finish();
    return m_dissector.state();
}

void PacketTally::skip(PacketProblem problem, const packets::Packet &packet)
{
    ++m_summary.skipped;
    const SkippedSample sample{Tr::tr("packet %1").arg(m_summary.records),
                               reasonOf(problem, packet),
                               beginningOf(packet.bytes)};
    m_sink.skippedRecord(sample.place, sample.reason, sample.text.toStdString());
    if (m_summary.samples.size() < kMaxSkippedSamples)
        m_summary.samples.append(sample);
}

ImportSummary PacketTally::summary(const QString &format) const
{
    ImportSummary summary = m_summary;
    summary.format = format;
    summary.exchanges = m_dissector.exchanges();
    summary.repaired = m_dissector.repaired();
    addPacketNotes(m_dissector, summary);
    return summary;
}

} // namespace dramatis::capture
