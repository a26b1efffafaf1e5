// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/json_log_parser.h"

#include "core/capture/formats/line_prefix.h"
#include "core/capture/formats/named_fields.h"

namespace dramatis::capture {

namespace {

bool hasOperation(const LogFields &fields)
{
    return !at(fields, LogField::Request).empty() || !at(fields, LogField::Target).empty()
           || !at(fields, LogField::Method).empty();
}

} // namespace

JsonLogParser::JsonLogParser(const JsonLog &log, const StampZone &zone)
    : m_log(log)
    , m_paths(shapeOf(log.vocabulary))
    , m_telling(placesOf(log.telling, log.vocabulary))
    , m_line(m_paths)
    , m_converter(log.stampOf, zone)
    , m_text(log.text ? std::make_unique<ColumnLogParser>(log.text(), zone) : nullptr)
{}

LineProblem JsonLogParser::read(std::string_view line, traffic::Exchange &exchange)
{
    if (m_text && !withoutContainerPrefix(line).starts_with('{'))
        return m_text->read(line, exchange);
    const NamedValues *values = m_line.read(line);
    if (!values)
        return LineProblem::Form;
    if ((values->present() & m_telling) != m_telling)
        return LineProblem::NoRequest;
    setFields(*values, m_log.vocabulary, m_fields);
    if (!hasOperation(m_fields) || at(m_fields, LogField::Status).empty())
        return LineProblem::NoRequest;
    const LineProblem problem = m_converter.convert(m_fields, exchange);
    if (problem == LineProblem::None && m_log.finish)
        m_log.finish(m_fields, exchange);
    return problem;
}

LineProblem JsonLogParser::readExactly(std::string_view line, traffic::Exchange &exchange)
{
    if (m_text && !withoutContainerPrefix(line).starts_with('{'))
        return LineProblem::NotARecord; // the text's own reader is as sure of it
    const LineProblem problem = read(line, exchange);
    return problem == LineProblem::NoRequest ? LineProblem::NotARecord : problem;
}

} // namespace dramatis::capture
