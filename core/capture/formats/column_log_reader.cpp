// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/column_log_reader.h"

#include "core/capture/formats/column_log_parser.h"
#include "core/capture/formats/line_reading.h"

#include <deque>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

class ColumnLogReader final : public CaptureReader
{
public:
    explicit ColumnLogReader(const ColumnLog &log) : m_log(log) {}

    QString id() const override { return QString::fromLatin1(m_log.id); }
    QString name() const override { return translated(m_log.name); }
    QStringList extensions() const override
    {
        if (m_log.shape.separator == ',')
            return {u"csv"_s, u"binetflow"_s};
        return {u"log"_s, u"txt"_s};
    }

    bool readsLines() const override { return true; }

    Confidence sniff(QByteArrayView head, const ReadOptions &options) const override
    {
        ColumnLogParser parser(m_log, options.zone);
        return confidenceIn(firstLines(head), parser);
    }

    Result<ImportSummary> read(QIODevice &device,
                               const ReadOptions &options,
                               traffic::ExchangeSink &sink,
                               JobControl &job) const override
    {
        ColumnLogParser parser(m_log, options.zone);
        return readLines(device, parser, id(), sink, job);
    }

private:
    const ColumnLog &m_log;
};

} // namespace

const QList<const CaptureReader *> &columnLogReaders()
{
    static const std::deque<ColumnLogReader> owned = [] {
        std::deque<ColumnLogReader> all;
        for (const auto logs : {awsLogs(), w3cLogs(), proxyLogs(), flowLogs()}) {
            for (const ColumnLog &log : logs)
                all.emplace_back(log);
        }
        return all;
    }();
    static const QList<const CaptureReader *> readers = [] {
        QList<const CaptureReader *> list;
        for (const ColumnLogReader &reader : owned)
            list.append(&reader);
        return list;
    }();
    return readers;
}

} // namespace dramatis::capture
