// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/log_numbers.h"

#include "core/base/ascii.h"
#include "core/base/unknown.h"

#include <array>
#include <charconv>
#include <chrono>
#include <climits>
#include <cstring>

namespace dramatis::capture {

namespace {

using ascii::isDigit;

constexpr std::int64_t kMostNanoseconds = 7'000'000'000'000'000'000; // the year 2191

bool isExponent(char c)
{
    return c == 'e' || c == 'E';
}

/// Exactly `digits` digits at the front of `text`, which are taken off; -1 where there are fewer.
int takeNumber(std::string_view &text, std::size_t digits)
{
    if (text.size() < digits)
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (!isDigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

/// ".123" as nanoseconds; 0 where there is no fraction, -1 where it has no digits.
std::int64_t takeFraction(std::string_view &text)
{
    if (text.empty() || (text.front() != '.' && text.front() != ','))
        return 0;
    text.remove_prefix(1);
    if (text.empty() || !isDigit(text.front()))
        return -1;
    std::int64_t value = 0;
    std::int64_t unit = kNanosecondsPerSecond;
    while (!text.empty() && isDigit(text.front())) {
        unit /= 10;
        value += (text.front() - '0') * unit; // digits past the ninth count nothing
        text.remove_prefix(1);
    }
    return value;
}

constexpr int kNoZone = INT_MAX;

/// "+0330", "+03:30", "Z" or nothing (kNoZone), in seconds east of UTC, to the end of `text`.
std::optional<int> zoneOf(std::string_view text)
{
    if (text.empty())
        return kNoZone;
    if (text == "Z" || text == "z")
        return 0;
    const bool isWest = text.front() == '-';
    if (!isWest && text.front() != '+')
        return std::nullopt;
    text.remove_prefix(1);
    const int hours = takeNumber(text, 2);
    static_cast<void>(take(text, ':'));
    const int minutes = text.empty() ? 0 : takeNumber(text, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || !text.empty())
        return std::nullopt;
    const int offset = hours * 3600 + minutes * 60;
    return isWest ? -offset : offset;
}

struct Clock
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t fraction = 0;
};

/// HH:MM:SS with a fraction, taken off `text`.
bool takeTimeOfDay(std::string_view &text, Clock &clock)
{
    clock.hour = takeNumber(text, 2);
    if (!take(text, ':'))
        return false;
    clock.minute = takeNumber(text, 2);
    if (!take(text, ':'))
        return false;
    clock.second = takeNumber(text, 2);
    clock.fraction = takeFraction(text);
    return clock.hour >= 0 && clock.hour < 24 && clock.minute >= 0 && clock.minute < 60
           && clock.second >= 0 && clock.second <= 60 && clock.fraction >= 0;
}

/// The years are bounded so that the difference of any two times fits 64 bits.
/// @param offset   seconds east of UTC, or kNoZone
/// @param assumed  what kNoZone stands for
std::optional<std::int64_t> timeOf(const Clock &clock, int offset, const StampZone &assumed)
{
    using namespace std::chrono;
    const year_month_day date{year{clock.year},
                              month{static_cast<unsigned>(clock.month)},
                              day{static_cast<unsigned>(clock.day)}};
    if (!date.ok() || clock.year < 1960 || clock.year > 2199)
        return std::nullopt;
    const std::int64_t days = sys_days{date}.time_since_epoch().count();
    const std::int64_t local = days * 86'400 + clock.hour * 3600 + clock.minute * 60 + clock.second;
    const std::int64_t seconds = local - (offset == kNoZone ? assumed.offsetAt(local) : offset);
    return seconds * kNanosecondsPerSecond + clock.fraction;
}

int takeMonth(std::string_view &text)
{
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (text.size() < 3)
        return -1;
    for (std::size_t i = 0; i < kMonths.size(); i += 3) {
        if (text.substr(0, 3) == kMonths.substr(i, 3)) {
            text.remove_prefix(3);
            return static_cast<int>(i / 3) + 1;
        }
    }
    return -1;
}

std::optional<std::int64_t> parseCommon(std::string_view text, const StampZone &assumed)
{
    Clock clock;
    clock.day = takeNumber(text, 2);
    if (!take(text, '/'))
        return std::nullopt;
    clock.month = takeMonth(text);
    if (!take(text, '/'))
        return std::nullopt;
    clock.year = takeNumber(text, 4);
    if (clock.day < 0 || clock.month < 0 || clock.year < 0 || !take(text, ':')
        || !takeTimeOfDay(text, clock))
        return std::nullopt;
    static_cast<void>(take(text, ' '));
    const auto offset = zoneOf(text);
    return offset ? timeOf(clock, *offset, assumed) : std::nullopt;
}

std::optional<std::int64_t> parseIso(std::string_view text, const StampZone &assumed)
{
    Clock clock;
    clock.year = takeNumber(text, 4);
    const char separator = text.starts_with('/') ? '/' : '-';
    if (!take(text, separator))
        return std::nullopt;
    clock.month = takeNumber(text, 2);
    if (!take(text, separator))
        return std::nullopt;
    clock.day = takeNumber(text, 2);
    if (clock.year < 0 || clock.month < 0 || clock.day < 0 || !(take(text, 'T') || take(text, ' '))
        || !takeTimeOfDay(text, clock))
        return std::nullopt;
    const auto offset = zoneOf(text);
    return offset ? timeOf(clock, *offset, assumed) : std::nullopt;
}

/// A number with an exponent.
std::optional<std::int64_t> parseScientific(std::string_view text, std::int64_t unit)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    const double nanoseconds = value * static_cast<double>(unit);
    if (!(nanoseconds >= 0 && nanoseconds <= static_cast<double>(kMostNanoseconds)))
        return std::nullopt;
    return static_cast<std::int64_t>(nanoseconds + 0.5);
}

} // namespace

std::optional<std::int64_t> parseCount(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !isDigit(text.front()))
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> parseNanoseconds(std::string_view text, std::int64_t unit)
{
    std::int64_t whole = 0;
    std::size_t i = 0;
    for (; i < text.size() && isDigit(text[i]); ++i) {
        const int digit = text[i] - '0';
        if (whole > (kMostNanoseconds / unit - digit) / 10)
            return std::nullopt;
        whole = whole * 10 + digit;
    }
    if (i == 0)
        return std::nullopt;
    std::int64_t result = whole * unit;
    if (i == text.size())
        return result;
    if (isExponent(text[i]))
        return parseScientific(text, unit);
    if (text[i] != '.' || i + 1 == text.size())
        return std::nullopt;
    std::int64_t decimal = unit;
    for (++i; i < text.size(); ++i) {
        if (isExponent(text[i]))
            return parseScientific(text, unit);
        if (!isDigit(text[i]))
            return std::nullopt;
        decimal /= 10;
        result += (text[i] - '0') * decimal;
    }
    return result;
}

std::optional<std::int64_t> StampParser::common(std::string_view text)
{
    return cached(text, parseCommon);
}

std::optional<std::int64_t> StampParser::iso(std::string_view text)
{
    return cached(text, parseIso);
}

std::optional<std::int64_t> StampParser::cached(std::string_view text, Parse parse)
{
    // "17/May/2015:10:05:" and "2015-05-17T10:05:" differ by one in length; after them two digits.
    const std::size_t second = parse == &parseCommon ? 18 : 17;
    if (text.size() == m_last.size && text.size() >= second + 2
        && std::memcmp(text.data(), m_last.text, second) == 0
        && std::memcmp(text.data() + second + 2, m_last.text + second + 2, text.size() - second - 2)
               == 0) {
        std::string_view digits = text.substr(second, 2);
        std::string_view before(m_last.text + second, 2);
        const int now = takeNumber(digits, 2);
        if (now >= 0 && now <= 60)
            return m_last.time + (now - takeNumber(before, 2)) * kNanosecondsPerSecond;
    }
    const std::optional<std::int64_t> time = parse(text, m_zone);
    if (time && text.size() <= sizeof m_last.text) {
        std::memcpy(m_last.text, text.data(), text.size());
        m_last.size = text.size();
        m_last.time = *time;
    }
    return time;
}

} // namespace dramatis::capture
