// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/json_log_parser.h"

#include "core/capture/formats/line_prefix.h"

namespace dramatis::capture {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Which of the stamps a text is by its looks; a number is taken for the unit that puts it between
/// 1973 and 5138.
LogField stampFieldOf(std::string_view text)
{
    if (text.size() > 2 && text[2] == '/')
        return LogField::CommonStamp;
    std::size_t digits = 0;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    if (digits < text.size() && text[digits] != '.')
        return text[digits] == 'e' || text[digits] == 'E' ? LogField::EpochSeconds
                                                          : LogField::IsoStamp;
    if (digits <= 11)
        return LogField::EpochSeconds;
    return digits <= 14 ? LogField::EpochMilliseconds : LogField::EpochMicroseconds;
}

/// Of a size or a time, some logs write -1 for "none".
bool isNegative(LogField field, std::string_view text)
{
    switch (field) {
    case LogField::BodyBytes:
    case LogField::BytesSent:
    case LogField::RequestBytes:
    case LogField::Seconds:
    case LogField::Milliseconds:
    case LogField::Microseconds:
    case LogField::Nanoseconds:
        return text.front() == '-';
    default:
        return false;
    }
}

bool hasOperation(const LogFields &fields)
{
    return !at(fields, LogField::Request).empty() || !at(fields, LogField::Target).empty()
           || !at(fields, LogField::Method).empty();
}

} // namespace

void setFields(const NamedValues &values,
               std::span<const NamedColumn> vocabulary,
               LogFields &fields)
{
    fields = {};
    bool hasStamp = false;
    for (std::uint64_t left = values.present(); left != 0; left &= left - 1) {
        const auto place = static_cast<std::size_t>(std::countr_zero(left));
        const std::string_view text = values[place];
        LogField field = vocabulary[place].field;
        const bool isStamp = field == LogField::IsoStamp;
        if (isAbsent(text) || isNegative(field, text) || (isStamp && hasStamp))
            continue;
        if (isStamp) {
            field = stampFieldOf(text);
            hasStamp = true;
        }
        if (at(fields, field).empty())
            at(fields, field) = text;
    }
}

JsonShape lineShape(std::span<const NamedColumn> vocabulary)
{
    JsonShape shape;
    for (const NamedColumn &column : vocabulary)
        shape.fields.push_back(column.name);
    return shape;
}

std::uint64_t placesOf(std::span<const std::string_view> names,
                       std::span<const NamedColumn> vocabulary)
{
    std::uint64_t places = 0;
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        for (const std::string_view name : names)
            places |= vocabulary[i].name == name ? std::uint64_t{1} << i : 0;
    }
    return places;
}

JsonLogParser::JsonLogParser(const JsonLog &log, int utcOffsetSeconds)
    : m_log(log)
    , m_paths(lineShape(log.vocabulary))
    , m_telling(placesOf(log.telling, log.vocabulary))
    , m_line(m_paths)
    , m_converter(log.stampOf, utcOffsetSeconds)
    , m_text(log.text ? std::make_unique<ColumnLogParser>(log.text(), utcOffsetSeconds) : nullptr)
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
    if (m_log.prepare)
        m_log.prepare(m_fields);
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
