// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/tables/cell_values.h"

#include "core/base/ascii.h"
#include "core/base/unknown.h"
#include "core/capture/formats/log_numbers.h"
#include "core/traffic/method_kind.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dramatis::capture {

namespace {

using traffic::Outcome;

constexpr double kYear2000 = 946'684'800;   // s
constexpr double kYear2100 = 4'102'444'800; // s

struct OutcomeWord
{
    std::string_view word;
    Outcome outcome;
};

constexpr OutcomeWord kOutcomeWords[] = {
    {"ok", Outcome::Ok},
    {"success", Outcome::Ok},
    {"succeeded", Outcome::Ok},
    {"successful", Outcome::Ok},
    {"pass", Outcome::Ok},
    {"passed", Outcome::Ok},
    {"completed", Outcome::Ok},
    {"allow", Outcome::Ok},
    {"allowed", Outcome::Ok},
    {"error", Outcome::ServerError},
    {"err", Outcome::ServerError},
    {"failed", Outcome::ServerError},
    {"failure", Outcome::ServerError},
    {"fail", Outcome::ServerError},
    {"exception", Outcome::ServerError},
    {"server error", Outcome::ServerError},
    {"server_error", Outcome::ServerError},
    {"unavailable", Outcome::ServerError},
    {"internal", Outcome::ServerError},
    {"timeout", Outcome::Timeout},
    {"timed out", Outcome::Timeout},
    {"timed_out", Outcome::Timeout},
    {"deadline_exceeded", Outcome::Timeout},
    {"aborted", Outcome::Aborted},
    {"abort", Outcome::Aborted},
    {"cancelled", Outcome::Aborted},
    {"canceled", Outcome::Aborted},
    {"reset", Outcome::Aborted},
    {"client error", Outcome::ClientError},
    {"client_error", Outcome::ClientError},
    {"denied", Outcome::ClientError},
    {"deny", Outcome::ClientError},
    {"rejected", Outcome::ClientError},
    {"blocked", Outcome::ClientError},
    {"forbidden", Outcome::ClientError},
    {"not_found", Outcome::ClientError},
    {"invalid_argument", Outcome::ClientError},
    {"permission_denied", Outcome::ClientError},
    {"unauthenticated", Outcome::ClientError},
    {"resource_exhausted", Outcome::ClientError},
};

/// True or false, if it says so.
std::optional<bool> booleanOf(std::string_view cell)
{
    for (const std::string_view word : {"true", "yes", "t", "y", "1"}) {
        if (ascii::equalIgnoringCase(cell, word))
            return true;
    }
    for (const std::string_view word : {"false", "no", "f", "n", "0"}) {
        if (ascii::equalIgnoringCase(cell, word))
            return false;
    }
    return std::nullopt;
}

ColumnUnit epochUnitOf(std::string_view cell)
{
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        return ColumnUnit::Automatic;
    struct Scale
    {
        double perSecond;
        ColumnUnit unit;
    };
    for (const Scale &scale : {Scale{1, ColumnUnit::Seconds},
                               Scale{1e3, ColumnUnit::Milliseconds},
                               Scale{1e6, ColumnUnit::Microseconds},
                               Scale{1e9, ColumnUnit::Nanoseconds}}) {
        if (value >= kYear2000 * scale.perSecond && value <= kYear2100 * scale.perSecond)
            return scale.unit;
    }
    return ColumnUnit::Automatic;
}

} // namespace

std::string_view presentCell(std::string_view cell)
{
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t'))
        cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t'))
        cell.remove_suffix(1);
    if (cell.size() > 4)
        return cell;
    for (const std::string_view nothing : {"-", "null", "nan", "none", "n/a", "\\n"}) {
        if (ascii::equalIgnoringCase(cell, nothing))
            return {};
    }
    return cell;
}

ColumnUnit stampUnitOf(std::string_view cell)
{
    if (cell.size() < 9 || cell.size() > 64)
        return ColumnUnit::Automatic;
    StampParser stamps(0);
    std::string scratch;
    if (stamps.iso(isoForm(cell, scratch)))
        return ColumnUnit::IsoStamp;
    if (stamps.common(cell))
        return ColumnUnit::CommonStamp;
    return ascii::isDigit(cell.front()) ? epochUnitOf(cell) : ColumnUnit::Automatic;
}

std::string_view isoForm(std::string_view cell, std::string &scratch)
{
    constexpr std::size_t kDate = 11; // "2026-11-24 "
    if (cell.size() <= kDate)
        return cell;
    const std::size_t space = cell.find(' ', kDate);
    if (space == std::string_view::npos)
        return cell;
    const std::string_view zone = cell.substr(space + 1);
    scratch.assign(cell.substr(0, space));
    if (zone == "UTC" || zone == "GMT")
        scratch += 'Z';
    else
        scratch += zone;
    return scratch;
}

bool isNumber(std::string_view cell, char decimal)
{
    bool hasDigit = false;
    bool hasMark = false;
    for (const char c : cell) {
        if (c == decimal && !hasMark)
            hasMark = true;
        else if (ascii::isDigit(c))
            hasDigit = true;
        else
            return false;
    }
    return hasDigit;
}

std::optional<std::int64_t> roundedCount(std::string_view cell, double unit)
{
    constexpr double kMost = 9e18;
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const double scaled = std::round(value * unit);
    if (error != std::errc() || end != cell.data() + cell.size()
        || !(scaled >= 0 && scaled < kMost))
        return std::nullopt;
    return static_cast<std::int64_t>(scaled);
}

std::optional<Outcome> outcomeOfWord(std::string_view cell, ColumnUnit unit)
{
    if (unit == ColumnUnit::TrueIsOk || unit == ColumnUnit::TrueIsError) {
        if (const auto value = booleanOf(cell))
            return *value == (unit == ColumnUnit::TrueIsOk) ? Outcome::Ok : Outcome::ServerError;
    }
    for (const OutcomeWord &known : kOutcomeWords) {
        if (ascii::equalIgnoringCase(cell, known.word))
            return known.outcome;
    }
    return std::nullopt;
}

bool isBoolean(std::string_view cell)
{
    return booleanOf(cell).has_value();
}

bool isAddress(std::string_view cell)
{
    if (cell.size() < 3 || cell.size() > 64)
        return false;
    const auto dots = std::count(cell.begin(), cell.end(), '.');
    const auto colons = std::count(cell.begin(), cell.end(), ':');
    const bool areDigits = std::all_of(
        cell.begin(), cell.end(), [](char c) { return ascii::isDigit(c) || c == '.' || c == ':'; });
    if (dots == 3 && colons <= 1 && areDigits)
        return true;
    return colons >= 2 && std::all_of(cell.begin(), cell.end(), [](char c) {
               return ascii::hexValue(c) >= 0 || c == ':' || c == '.' || c == '[' || c == ']';
           });
}

bool isMethodWord(std::string_view cell)
{
    return cell.size() <= 16 && cell.find(' ') == std::string_view::npos
           && traffic::methodKindOf(cell) != traffic::MethodKind::Unknown;
}

} // namespace dramatis::capture
