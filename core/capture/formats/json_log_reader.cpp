// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/json_log_reader.h"

#include "core/capture/formats/json_log_parser.h"
#include "core/capture/formats/line_reading.h"

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

class JsonLogReader final : public CaptureReader
{
public:
    explicit JsonLogReader(const JsonLog &log) : m_log(log) {}

    QString id() const override { return QString::fromLatin1(m_log.id); }
    QString name() const override { return translated(m_log.name); }
    QStringList extensions() const override { return {u"log"_s, u"json"_s, u"jsonl"_s}; }

    bool readsLines() const override { return true; }

    Confidence sniff(QByteArrayView head, const ReadOptions &options) const override
    {
        if (!head.contains('{') || !hasOwnName(head))
            return Confidence::No;
        JsonLogParser parser(m_log, options.zone);
        const Confidence confidence = confidenceIn(firstLines(head), parser);
        return m_log.telling.empty() ? std::min(confidence, Confidence::Likely) : confidence;
    }

    Result<ImportSummary> read(QIODevice &device,
                               const ReadOptions &options,
                               traffic::ExchangeSink &sink,
                               JobControl &job) const override
    {
        JsonLogParser parser(m_log, options.zone);
        return readLines(device, parser, id(), sink, job);
    }

private:
    bool hasOwnName(QByteArrayView head) const
    {
        return m_log.own.empty()
               || std::any_of(m_log.own.begin(), m_log.own.end(), [head](std::string_view name) {
                      return head.contains(QByteArray(
                          "\"" + QByteArray(name.data(), qsizetype(name.size())) + "\""));
                  });
    }

    const JsonLog &m_log;
};

} // namespace

const QList<const CaptureReader *> &jsonLogReaders()
{
    static const QList<const CaptureReader *> readers = [] {
        static std::deque<JsonLogReader> made;
        QList<const CaptureReader *> list;
        for (const JsonLog &log : jsonLogs())
            list.append(&made.emplace_back(log));
        return list;
    }();
    return readers;
}

} // namespace dramatis::capture
