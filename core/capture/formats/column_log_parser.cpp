// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/column_log_parser.h"

#include "core/base/ascii.h"
#include "core/capture/formats/line_reading.h"

#include <algorithm>

namespace dramatis::capture {

namespace {

constexpr std::size_t kNamesOfAHeader = 3;

} // namespace

ColumnLogParser::ColumnLogParser(const ColumnLog &log, const StampZone &zone) : m_log(log)
{
    for (const std::string_view columns : log.layouts) {
        m_layouts.push_back(
            {ColumnFormat(log.vocabulary, log.shape), FieldConverter(log.stampOf, zone)});
        m_layouts.back().format.setColumns(columns, " ");
    }
}

LineProblem ColumnLogParser::read(std::string_view line, traffic::Exchange &exchange)
{
    return readBy(line, exchange, false);
}

LineProblem ColumnLogParser::readExactly(std::string_view line, traffic::Exchange &exchange)
{
    return readBy(line, exchange, true);
}

QStringList ColumnLogParser::notes() const
{
    return m_log.note ? QStringList{translated(m_log.note)} : QStringList();
}

LineProblem
ColumnLogParser::readBy(std::string_view line, traffic::Exchange &exchange, bool exactly)
{
    if (m_log.body)
        line = m_log.body(line);
    if (line.empty())
        return LineProblem::Form;
    if (takeHeader(line))
        return LineProblem::NotARecord;
    LineProblem reported = LineProblem::Form;
    for (std::size_t i = 0; i < m_layouts.size(); ++i) {
        const std::size_t index = (m_last + i) % m_layouts.size();
        const LineProblem problem = readIn(m_layouts[index], line, exchange, exactly);
        if (problem == LineProblem::None) {
            m_last = index;
            return problem;
        }
        if (reported == LineProblem::Form)
            reported = problem;
    }
    return reported;
}

LineProblem ColumnLogParser::readIn(Layout &layout,
                                    std::string_view line,
                                    traffic::Exchange &exchange,
                                    bool exactly)
{
    LogFields &fields = layout.fields;
    if (m_log.telling != LogField::Skip && !layout.format.has(m_log.telling))
        return LineProblem::Form;
    if (!(exactly ? layout.format.matchExactly(line, fields) : layout.format.match(line, fields)))
        return LineProblem::Form;
    if (m_log.header == ColumnHeader::Directives && !layout.format.has(LogField::Date))
        at(fields, LogField::Date) = m_date;
    if (m_log.prepare) {
        if (const LineProblem problem = m_log.prepare(fields); problem != LineProblem::None)
            return problem;
    }
    const LineProblem problem = layout.converter.convert(fields, exchange);
    if (problem == LineProblem::None && m_log.finish)
        m_log.finish(fields, exchange);
    return problem;
}

/// Whether a line is a header, a directive or of the summary at the end, and keeps what it says.
bool ColumnLogParser::takeHeader(std::string_view line)
{
    switch (m_log.header) {
    case ColumnHeader::None:
        return false;
    case ColumnHeader::Directives:
        return line.front() == '#' && takeDirective(line);
    case ColumnHeader::FirstLine:
        break;
    }
    if (ascii::isLetter(line.front())) {
        if (m_layouts.front().format.countNames(line) >= kNamesOfAHeader) {
            setColumns(line, std::string_view(&m_log.shape.separator, 1));
            m_isInTrailer = false;
            return true;
        }
        m_isInTrailer = m_isInTrailer || (!m_log.trailer.empty() && line == m_log.trailer);
    }
    return m_isInTrailer;
}

/// "#Fields: ..." and its like; a comment that is no directive is a line that cannot be read.
bool ColumnLogParser::takeDirective(std::string_view line)
{
    std::size_t end = 1;
    while (end < line.size() && (ascii::isLetter(line[end]) || line[end] == '-'))
        ++end;
    if (end == 1 || end == line.size() || line[end] != ':')
        return false;
    const std::string_view name = line.substr(1, end - 1);
    line.remove_prefix(end + 1);
    if (name == "Fields") {
        setColumns(line, " \t");
    } else if (name == "Date") {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        m_date.assign(line.substr(0, 10));
    }
    return true;
}

void ColumnLogParser::setColumns(std::string_view names, std::string_view separators)
{
    m_layouts.resize(1, m_layouts.front()); // a header says all there is to say
    m_layouts.front().format.setColumns(names, separators);
    m_layouts.front().fields = {};
    m_last = 0;
}

} // namespace dramatis::capture
