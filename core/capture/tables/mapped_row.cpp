// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cells are brought into the form that logs have, and converted as they are.
#include "core/capture/tables/mapped_row.h"

#include "core/base/ascii.h"
#include "core/base/unknown.h"
#include "core/capture/tables/cell_values.h"

#include <algorithm>

namespace dramatis::capture {

namespace {

constexpr std::int64_t kMappedMillisecond = 1'000'000;
constexpr std::int64_t kMappedMicrosecond = 1000;
/// Eleven days: what takes longer is no latency.
constexpr std::int64_t kLongestSpan = 1'000'000 * kNanosecondsPerSecond;

std::int64_t nanosecondsOf(ColumnUnit unit)
{
    switch (unit) {
    case ColumnUnit::Seconds:
        return kNanosecondsPerSecond;
    case ColumnUnit::Milliseconds:
        return kMappedMillisecond;
    case ColumnUnit::Microseconds:
        return kMappedMicrosecond;
    default:
        return 1;
    }
}

double bytesOf(ColumnUnit unit)
{
    return unit == ColumnUnit::Kibibytes ? 1024 : unit == ColumnUnit::Mebibytes ? 1024 * 1024 : 1;
}

LogField stampFieldOf(ColumnUnit unit)
{
    switch (unit) {
    case ColumnUnit::CommonStamp:
        return LogField::CommonStamp;
    case ColumnUnit::Seconds:
        return LogField::EpochSeconds;
    case ColumnUnit::Milliseconds:
        return LogField::EpochMilliseconds;
    case ColumnUnit::Microseconds:
        return LogField::EpochMicroseconds;
    case ColumnUnit::Nanoseconds:
    case ColumnUnit::Pattern:
        return LogField::EpochNanoseconds;
    default:
        return LogField::IsoStamp;
    }
}

LogField latencyFieldOf(ColumnUnit unit)
{
    switch (unit) {
    case ColumnUnit::Seconds:
        return LogField::Seconds;
    case ColumnUnit::Microseconds:
        return LogField::Microseconds;
    case ColumnUnit::Nanoseconds:
        return LogField::Nanoseconds;
    default:
        return LogField::Milliseconds;
    }
}

bool areDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), ascii::isDigit);
}

} // namespace

Result<MappedRow> MappedRow::make(const ColumnMapping &mapping, const StampZone &zone)
{
    const bool hasBegin = mapping.find(ColumnRole::Begin) != nullptr;
    MappedRow row(mapping, hasBegin ? StampOf::Begin : StampOf::End, zone);
    for (auto [role, stamp] :
         {std::pair{ColumnRole::Begin, &row.m_begin}, std::pair{ColumnRole::End, &row.m_end}}) {
        const MappedColumn *column = mapping.find(role);
        if (!column)
            continue;
        stamp->unit = column->unit;
        if (column->unit == ColumnUnit::Pattern) {
            DRAMATIS_TRY(stamp->pattern, StampPattern::fromText(column->pattern));
        }
    }
    return row;
}

MappedRow::MappedRow(const ColumnMapping &mapping, StampOf stampOf, const StampZone &zone)
    : m_decimal(mapping.layout.decimal == '\0' ? '.' : mapping.layout.decimal)
    , m_hasBegin(stampOf == StampOf::Begin)
    , m_zone(zone)
    , m_converter(stampOf, zone)
    , m_ends(zone)
{
    for (const MappedColumn &column : mapping.columns)
        m_units[static_cast<std::size_t>(column.role)] = column.unit;
}

std::string_view MappedRow::presentCellOf(std::string_view cell)
{
    return presentCell(cell);
}

LineProblem MappedRow::convert(traffic::Exchange &exchange)
{
    m_fields = {};
    const LineProblem stamp = m_hasBegin ? setStamp(m_begin, cell(ColumnRole::Begin))
                                         : setStamp(m_end, cell(ColumnRole::End));
    if (stamp != LineProblem::None)
        return stamp;
    if (const LineProblem latency = setLatency(); latency != LineProblem::None)
        return latency;
    if (!setSize(ColumnRole::RequestBytes, LogField::RequestBytes, m_request)
        || !setSize(ColumnRole::ResponseBytes, LogField::BodyBytes, m_response))
        return LineProblem::Size;
    setStatus();
    setNames();
    const LineProblem problem = m_converter.convert(m_fields, exchange);
    if (problem != LineProblem::None)
        return problem;
    if (exchange.outcome == traffic::Outcome::Unknown)
        exchange.outcome = m_statusWord;
    if (const std::string_view outcome = cell(ColumnRole::Outcome); !outcome.empty()) {
        // A status says more than that something failed, but not that it went well after all.
        const auto word = outcomeOfWord(outcome, unit(ColumnRole::Outcome));
        if (word
            && (exchange.outcome == traffic::Outcome::Unknown
                || exchange.outcome == traffic::Outcome::Ok))
            exchange.outcome = *word;
    }
    return m_hasBegin && !isKnown(exchange.latency) ? readEnd(exchange) : LineProblem::None;
}

/// Puts a stamp where the converter finds it.
LineProblem MappedRow::setStamp(Stamp &stamp, std::string_view text)
{
    if (text.empty())
        return LineProblem::Time;
    switch (stamp.unit) {
    case ColumnUnit::Pattern: {
        const auto time = stamp.pattern->parse(text, m_zone);
        if (!time || *time < 0)
            return LineProblem::Time;
        stamp.scratch = std::to_string(*time);
        at(m_fields, LogField::EpochNanoseconds) = stamp.scratch;
        return LineProblem::None;
    }
    case ColumnUnit::IsoStamp:
    case ColumnUnit::Automatic:
        at(m_fields, LogField::IsoStamp) = isoForm(text, stamp.scratch);
        return LineProblem::None;
    case ColumnUnit::CommonStamp:
        at(m_fields, LogField::CommonStamp) = text;
        return LineProblem::None;
    default:
        at(m_fields, stampFieldOf(stamp.unit)) = withPoint(text, stamp.scratch);
        return LineProblem::None;
    }
}

/// The end where begin is there too, and no latency.
LineProblem MappedRow::readEnd(traffic::Exchange &exchange)
{
    const std::string_view text = cell(ColumnRole::End);
    if (text.empty())
        return LineProblem::None;
    std::optional<std::int64_t> end;
    switch (m_end.unit) {
    case ColumnUnit::Pattern:
        end = m_end.pattern->parse(text, m_zone);
        break;
    case ColumnUnit::IsoStamp:
    case ColumnUnit::Automatic:
        end = m_ends.iso(isoForm(text, m_end.scratch));
        break;
    case ColumnUnit::CommonStamp:
        end = m_ends.common(text);
        break;
    default:
        end = parseNanoseconds(withPoint(text, m_end.scratch), nanosecondsOf(m_end.unit));
        break;
    }
    if (!end)
        return LineProblem::Time;
    const std::int64_t span = *end - exchange.begin;
    if (span >= 0 && span <= kLongestSpan) // else clocks that disagree: the latency is unknown
        exchange.latency = span;
    return LineProblem::None;
}

LineProblem MappedRow::setLatency()
{
    const std::string_view text = cell(ColumnRole::Latency);
    if (text.empty() || text.front() == '-') // some write -1 for none
        return LineProblem::None;
    at(m_fields, latencyFieldOf(unit(ColumnRole::Latency))) = withPoint(text, m_latency);
    return LineProblem::None;
}

/// A size in bytes, whatever it is written in.
bool MappedRow::setSize(ColumnRole role, LogField field, std::string &scratch)
{
    std::string_view text = cell(role);
    if (text.empty() || text.front() == '-')
        return true;
    const double bytes = bytesOf(unit(role));
    if (bytes > 1 || !areDigits(text)) {
        const auto count = roundedCount(withPoint(text, scratch), bytes);
        if (!count)
            return false;
        scratch = std::to_string(*count);
        text = scratch;
    }
    at(m_fields, field) = text;
    return true;
}

void MappedRow::setStatus()
{
    m_statusWord = traffic::Outcome::Unknown;
    std::string_view text = cell(ColumnRole::Status);
    if (text.empty())
        return;
    if (!areDigits(text)) {
        const auto number = roundedCount(withPoint(text, m_status), 1);
        if (!number) { // "OK", "UNAVAILABLE", "Non HTTP response code": no number to keep
            m_statusWord =
                outcomeOfWord(text, ColumnUnit::Automatic).value_or(traffic::Outcome::Unknown);
            return;
        }
        m_status = std::to_string(*number);
        text = m_status;
    }
    at(m_fields, LogField::Status) = text;
}

void MappedRow::setNames()
{
    at(m_fields, LogField::Host) = cell(ColumnRole::Host);
    at(m_fields, LogField::Server) = cell(ColumnRole::Server);
    at(m_fields, LogField::ServerPort) = cell(ColumnRole::ServerPort);
    const std::string_view client = cell(ColumnRole::Client);
    const bool isEndpoint =
        !client.empty() && client.find(':') != std::string_view::npos && isAddress(client);
    at(m_fields, isEndpoint ? LogField::ClientEndpoint : LogField::Client) = client;
    at(m_fields, LogField::Method) = cell(ColumnRole::Method);
    at(m_fields, LogField::Target) = cell(ColumnRole::Path);
    at(m_fields, LogField::Url) = cell(ColumnRole::Url);
    const std::string_view operation = cell(ColumnRole::Operation);
    if (operation.empty())
        return;
    const std::size_t space = operation.find(' ');
    const bool isRequest =
        space != std::string_view::npos && isMethodWord(operation.substr(0, space))
        && (operation.find('/', space) == space + 1 || operation.find("://") < operation.size());
    if (isRequest)
        at(m_fields, LogField::Request) = operation;
    else if (operation.front() == '/')
        at(m_fields, LogField::Target) = operation;
    else if (at(m_fields, LogField::Method).empty())
        at(m_fields, LogField::Method) = operation;
    else if (at(m_fields, LogField::Target).empty())
        at(m_fields, LogField::Target) = operation;
}

/// A number with a point for its decimal mark.
std::string_view MappedRow::withPoint(std::string_view number, std::string &scratch) const
{
    if (m_decimal == '.' || number.find(m_decimal) == std::string_view::npos)
        return number;
    scratch.assign(number);
    std::replace(scratch.begin(), scratch.end(), m_decimal, '.');
    return scratch;
}

} // namespace dramatis::capture
