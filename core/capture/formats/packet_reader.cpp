// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/packet_reader.h"

#include "core/capture/formats/line_reading.h"
#include "core/capture/packets/dissector.h"
#include "core/capture/packets/packet_file.h"
#include "core/capture/tr.h"

#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

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
            summary.notes.append(text.arg(count));
    };
    note(counts.earlier, Tr::tr("Packets that are older than the one before them: %1."));
    note(tcp.guessed,
         Tr::tr("Connections whose begin is not in the capture: %1. Who their server is was told "
                "by ports and by who spoke first."));
    note(tcp.oneSided, Tr::tr("Connections with packets of one side only: %1."));
    note(tcp.missingBytes, Tr::tr("Bytes that were sent but are not in the capture: %1."));
    note(dissector.lostFragments(), Tr::tr("Fragments of IP whose others did not come: %1."));
    note(counts.givenUp,
         Tr::tr("Connections that were given up to save memory, silent ones first: %1."));
    note(counts.otherDatagrams,
         Tr::tr("Packets that are neither TCP nor DNS, and were not read further: %1."));
    note(counts.notIp, Tr::tr("Packets that are not IP: %1."));
}

template<typename File>
class PacketReader final : public CaptureReader
{
public:
    PacketReader(const char *id, const char *name, QStringList extensions)
        : m_id(id)
        , m_name(name)
        , m_extensions(std::move(extensions))
    {}

    QString id() const override { return QString::fromLatin1(m_id); }
    QString name() const override { return translated(m_name); }
    QStringList extensions() const override { return m_extensions; }

    Confidence sniff(QByteArrayView head, const ReadOptions &) const override
    {
        return File::isOne({head.data(), static_cast<std::size_t>(head.size())})
                   ? Confidence::Certain
                   : Confidence::No;
    }

    Result<ImportSummary> read(QIODevice &device,
                               const ReadOptions &,
                               traffic::ExchangeSink &sink,
                               JobControl &job) const override
    {
        ImportSummary summary;
        summary.format = id();
        const qint64 size = device.isSequential() ? -1 : device.size();
        File file(device);
        packets::Dissector dissector(sink);
        while (true) {
            DRAMATIS_TRY(const bool hasPacket, file.next());
            if (file.hasReadOn()) {
                const double done =
                    size > 0 ? static_cast<double>(device.pos()) / static_cast<double>(size) : 0;
                DRAMATIS_CHECK(job.checkpoint(done, Tr::tr("Reading the packets")));
            }
            if (!hasPacket)
                break;
            ++summary.records;
            const PacketProblem problem = dissector.take(file.packet());
            DRAMATIS_CHECK(dissector.state());
            if (problem != PacketProblem::None)
                skip(summary, problem, file.packet(), sink);
        }
        dissector.finish();
        DRAMATIS_CHECK(dissector.state());
        summary.exchanges = dissector.exchanges();
        summary.repaired = dissector.repaired();
        summary.truncated = file.isTruncated() || !file.damage().isEmpty();
        if (file.isTruncated())
            summary.notes.append(
                Tr::tr("The file ends in the middle of packet %1.").arg(summary.records + 1));
        if (!file.damage().isEmpty())
            summary.notes.append(Tr::tr("The file cannot be followed beyond packet %1. %2")
                                     .arg(QString::number(summary.records), file.damage()));
        addPacketNotes(dissector, summary);
        return summary;
    }

private:
    static void skip(ImportSummary &summary,
                     PacketProblem problem,
                     const packets::Packet &packet,
                     traffic::ExchangeSink &sink)
    {
        ++summary.skipped;
        if (summary.samples.size() >= kMaxSkippedSamples)
            return;
        const SkippedSample sample{Tr::tr("packet %1").arg(summary.records),
                                   reasonOf(problem, packet),
                                   beginningOf(packet.bytes)};
        sink.skippedRecord(sample.place, sample.reason, sample.text.toStdString());
        summary.samples.append(sample);
    }

    const char *m_id;
    const char *m_name;
    QStringList m_extensions;
};

} // namespace

const QList<const CaptureReader *> &packetReaders()
{
    static const PacketReader<packets::PcapFile> pcap(
        "pcap",
        QT_TRANSLATE_NOOP("dramatis::capture", "Packet capture (pcap)"),
        {u"pcap"_s, u"cap"_s, u"dmp"_s});
    static const PacketReader<packets::PcapngFile> pcapng(
        "pcapng",
        QT_TRANSLATE_NOOP("dramatis::capture", "Packet capture (pcapng)"),
        {u"pcapng"_s, u"ntar"_s});
    static const QList<const CaptureReader *> readers{&pcap, &pcapng};
    return readers;
}

} // namespace dramatis::capture
