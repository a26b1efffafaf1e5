// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/packet_reader.h"

#include "core/capture/formats/line_reading.h"
#include "core/capture/formats/packet_tally.h"
#include "core/capture/packets/packet_file.h"
#include "core/capture/tr.h"

#include <QIODevice>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

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
        const qint64 size = device.isSequential() ? -1 : device.size();
        File file(device);
        PacketTally tally(sink);
        while (true) {
            DRAMATIS_TRY(const bool hasPacket, file.next());
            if (file.hasReadOn()) {
                const double done =
                    size > 0 ? static_cast<double>(device.pos()) / static_cast<double>(size) : 0;
                DRAMATIS_CHECK(job.checkpoint(done, Tr::tr("Reading the packets")));
            }
            if (!hasPacket)
                break;
            DRAMATIS_CHECK(tally.take(file.packet()));
        }
        DRAMATIS_CHECK(tally.finish());
        ImportSummary summary = tally.summary(id());
        QStringList notes;
        summary.truncated = file.isTruncated() || !file.damage().isEmpty();
        if (file.isTruncated())
            notes.append(
                Tr::tr("The file ends in the middle of packet %1.").arg(summary.records + 1));
        if (!file.damage().isEmpty())
            notes.append(Tr::tr("The file cannot be followed beyond packet %1. %2")
                             .arg(QString::number(summary.records), file.damage()));
        summary.notes = notes + summary.notes;
        return summary;
    }

private:
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
