// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/line_reading.h"

#include "core/capture/formats/import_tally.h"
#include "core/capture/line_scanner.h"
#include "core/capture/tr.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QLocale>

namespace dramatis::capture {

namespace {

constexpr int kSniffedLines = 200;

/// Reads the lines of one device.
class LineRun
{
public:
    LineRun(LineParser &parser, traffic::ExchangeSink &sink) : m_parser(parser), m_tally(sink) {}

    Result<ImportSummary> read(QIODevice &device, const QString &format, JobControl &job)
    {
        LineScanner lines(device);
        const qint64 size = device.isSequential() ? -1 : device.size();
        while (true) {
            DRAMATIS_TRY(const bool hasLine, lines.next());
            if (lines.hasReadOn()) {
                const double done =
                    size > 0 ? static_cast<double>(device.pos()) / static_cast<double>(size) : 0;
                DRAMATIS_CHECK(job.checkpoint(done, Tr::tr("Reading the lines")));
            }
            if (!hasLine)
                break;
            if (!lines.line().empty())
                DRAMATIS_CHECK(readLine(lines));
        }
        if (m_tally.exchanges() > 0) {
            for (const QString &note : m_parser.notes())
                m_tally.addNote(note);
            if (m_messages > 0)
                m_tally.addNote(Tr::tr("Messages that are no requests, passed over: %1.")
                                    .arg(QLocale().toString(m_messages)));
        }
        return m_tally.summary(format);
    }

private:
    Result<> readLine(const LineScanner &lines)
    {
        LineProblem problem = LineProblem::Form;
        if (!lines.isTooLong())
            problem = m_parser.read(lines.line(), m_exchange);
        if (problem == LineProblem::NotARecord)
            return {};
        if (problem == LineProblem::NoRequest) {
            ++m_messages;
            return {};
        }
        if (problem == LineProblem::None)
            return m_tally.add(m_exchange);
        if (lines.isUnterminated())
            m_tally.setTruncated();
        m_tally.skip(Tr::tr("line %1").arg(lines.number()),
                     lines.isTooLong() ? Tr::tr("The line is longer than 4 MiB.")
                                       : reasonFor(problem),
                     lines.line());
        return {};
    }

    LineParser &m_parser;
    ImportTally m_tally;
    traffic::Exchange m_exchange;
    qulonglong m_messages = 0;
};

} // namespace

QString reasonFor(LineProblem problem)
{
    switch (problem) {
    case LineProblem::None:
    case LineProblem::NoRequest:
    case LineProblem::NotARecord:
        break;
    case LineProblem::Form:
        return Tr::tr("The line does not have the fields of the format.");
    case LineProblem::Time:
        return Tr::tr("The time cannot be read.");
    case LineProblem::Status:
        return Tr::tr("The status is no number.");
    case LineProblem::Size:
        return Tr::tr("A size is no number.");
    case LineProblem::Latency:
        return Tr::tr("The latency is no number.");
    case LineProblem::NoTraffic:
        return Tr::tr("The row says that no traffic was seen, or that none was recorded.");
    }
    return {};
}

Result<ImportSummary> readLines(QIODevice &device,
                                LineParser &parser,
                                const QString &format,
                                traffic::ExchangeSink &sink,
                                JobControl &job)
{
    return LineRun(parser, sink).read(device, format, job);
}

FirstLines firstLines(QByteArrayView head)
{
    std::string_view rest(head.data(), static_cast<std::size_t>(head.size()));
    if (rest.starts_with("\xEF\xBB\xBF"))
        rest.remove_prefix(3);
    FirstLines first;
    while (!rest.empty() && first.lines.size() < kSniffedLines) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty())
            continue;
        first.lines.push_back(line);
        first.lastIsCut = end == std::string_view::npos;
    }
    return first;
}

Confidence confidenceOf(std::size_t fitting, std::size_t records)
{
    if (fitting == 0)
        return Confidence::No;
    if (fitting * 10 >= records * 9)
        return Confidence::Certain;
    return fitting * 2 >= records ? Confidence::Likely : Confidence::Possible;
}

Confidence confidenceIn(const FirstLines &first, LineParser &parser)
{
    traffic::Exchange exchange;
    std::size_t fitting = 0;
    std::size_t records = 0;
    for (const std::string_view line : first.lines) {
        const LineProblem problem = parser.readExactly(line, exchange);
        const bool isCut = first.lastIsCut && line.data() == first.lines.back().data();
        if (problem == LineProblem::None) {
            ++fitting;
            ++records;
        } else if (problem != LineProblem::NotARecord && !(isCut && records > 0)) {
            ++records;
        }
    }
    return confidenceOf(fitting, records);
}

QString translated(const char *text)
{
    return QCoreApplication::translate("dramatis::capture", text);
}

} // namespace dramatis::capture
