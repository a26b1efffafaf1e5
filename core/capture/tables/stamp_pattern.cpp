// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/tables/stamp_pattern.h"

#include "core/base/ascii.h"
#include "core/base/unknown.h"
#include "core/capture/formats/log_numbers.h"
#include "core/capture/tr.h"

#include <chrono>

namespace dramatis::capture {

namespace {

constexpr qsizetype kLongestPattern = 128;
constexpr std::string_view kConversions = "YymbdejHIpMSfzs%";

struct PatternClock
{
    int year = -1;
    int month = 1;
    int day = 1;
    int dayOfYear = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t fraction = 0;
    bool isAfternoon = false;
    bool hasHalf = false;
    std::optional<int> zone;
    std::optional<std::int64_t> epoch;
};

/// One to `most` digits.
bool takeDigits(std::string_view &text, std::size_t most, int &value)
{
    std::size_t digits = 0;
    value = 0;
    while (digits < most && digits < text.size() && ascii::isDigit(text[digits]))
        value = value * 10 + (text[digits++] - '0');
    text.remove_prefix(digits);
    return digits > 0;
}

bool takeMonthName(std::string_view &text, int &month)
{
    constexpr std::string_view kMonths[] = {"january",
                                            "february",
                                            "march",
                                            "april",
                                            "may",
                                            "june",
                                            "july",
                                            "august",
                                            "september",
                                            "october",
                                            "november",
                                            "december"};
    for (std::size_t i = 0; i < std::size(kMonths); ++i) {
        for (const std::string_view name : {kMonths[i], kMonths[i].substr(0, 3)}) {
            if (ascii::equalIgnoringCase(text.substr(0, name.size()), name)) {
                text.remove_prefix(name.size());
                month = static_cast<int>(i) + 1;
                return true;
            }
        }
    }
    return false;
}

bool takeFractionDigits(std::string_view &text, std::int64_t &fraction)
{
    std::int64_t unit = kNanosecondsPerSecond;
    std::size_t digits = 0;
    fraction = 0;
    for (; digits < text.size() && ascii::isDigit(text[digits]); ++digits) {
        unit /= 10;
        fraction += (text[digits] - '0') * unit;
    }
    text.remove_prefix(digits);
    return digits > 0;
}

bool takeZone(std::string_view &text, std::optional<int> &zone)
{
    for (const std::string_view utc : {"UTC", "GMT", "Z"}) {
        if (text.starts_with(utc)) {
            text.remove_prefix(utc.size());
            zone = 0;
            return true;
        }
    }
    if (text.empty() || (text.front() != '+' && text.front() != '-'))
        return false;
    const bool isWest = text.front() == '-';
    text.remove_prefix(1);
    int hours = 0;
    int minutes = 0;
    if (!takeDigits(text, 2, hours))
        return false;
    if (text.starts_with(':'))
        text.remove_prefix(1);
    takeDigits(text, 2, minutes);
    zone = (hours * 3600 + minutes * 60) * (isWest ? -1 : 1);
    return hours < 24 && minutes < 60;
}

bool takeEpoch(std::string_view &text, std::optional<std::int64_t> &epoch)
{
    std::size_t digits = 0;
    while (digits < text.size() && (ascii::isDigit(text[digits]) || text[digits] == '.'))
        ++digits;
    epoch = parseNanoseconds(text.substr(0, digits), kNanosecondsPerSecond);
    text.remove_prefix(digits);
    return epoch.has_value();
}

bool takeConversion(char conversion, std::string_view &text, PatternClock &clock)
{
    switch (conversion) {
    case 'Y':
        return takeDigits(text, 4, clock.year);
    case 'y':
        if (!takeDigits(text, 2, clock.year))
            return false;
        clock.year += clock.year < 69 ? 2000 : 1900; // as POSIX has it
        return true;
    case 'm':
        return takeDigits(text, 2, clock.month);
    case 'b':
        return takeMonthName(text, clock.month);
    case 'd':
    case 'e':
        return takeDigits(text, 2, clock.day);
    case 'j':
        return takeDigits(text, 3, clock.dayOfYear) && clock.dayOfYear >= 1
               && clock.dayOfYear <= 366;
    case 'H':
        return takeDigits(text, 2, clock.hour);
    case 'I':
        return takeDigits(text, 2, clock.hour) && clock.hour >= 1 && clock.hour <= 12;
    case 'p':
        clock.hasHalf = true;
        clock.isAfternoon = ascii::equalIgnoringCase(text.substr(0, 2), "pm");
        if (!clock.isAfternoon && !ascii::equalIgnoringCase(text.substr(0, 2), "am"))
            return false;
        text.remove_prefix(2);
        return true;
    case 'M':
        return takeDigits(text, 2, clock.minute);
    case 'S':
        return takeDigits(text, 2, clock.second);
    case 'f':
        return takeFractionDigits(text, clock.fraction);
    case 'z':
        return takeZone(text, clock.zone);
    case 's':
        return takeEpoch(text, clock.epoch);
    default:
        if (!text.starts_with('%'))
            return false;
        text.remove_prefix(1);
        return true;
    }
}

std::optional<std::int64_t> timeOfClock(PatternClock clock, const StampZone &zone)
{
    if (clock.epoch)
        return clock.epoch;
    if (clock.hasHalf)
        clock.hour = clock.hour % 12 + (clock.isAfternoon ? 12 : 0);
    using namespace std::chrono;
    const year_month_day date{year{clock.year},
                              month{static_cast<unsigned>(clock.month)},
                              day{static_cast<unsigned>(clock.day)}};
    // The years are bounded so that the difference of any two times fits 64 bits.
    if (!date.ok() || clock.year < 1960 || clock.year > 2199 || clock.hour > 23 || clock.minute > 59
        || clock.second > 60)
        return std::nullopt;
    std::int64_t days = sys_days{date}.time_since_epoch().count();
    if (clock.dayOfYear > 0)
        days = sys_days{year{clock.year} / January / 1}.time_since_epoch().count() + clock.dayOfYear
               - 1;
    const std::int64_t local = days * 86'400 + clock.hour * 3600 + clock.minute * 60 + clock.second;
    const std::int64_t seconds = local - (clock.zone ? *clock.zone : zone.offsetAt(local));
    return seconds * kNanosecondsPerSecond + clock.fraction;
}

} // namespace

Result<StampPattern> StampPattern::fromText(const QString &text)
{
    QString pattern = text;
    pattern.replace(QStringLiteral("%T"), QStringLiteral("%H:%M:%S"));
    pattern.replace(QStringLiteral("%F"), QStringLiteral("%Y-%m-%d"));
    StampPattern made;
    made.m_pattern = pattern.toStdString();
    bool hasDay = false;
    bool hasYear = false;
    for (std::size_t i = 0; i < made.m_pattern.size(); ++i) {
        if (made.m_pattern[i] != '%')
            continue;
        const char conversion = i + 1 < made.m_pattern.size() ? made.m_pattern[++i] : '\0';
        if (conversion == '\0' || kConversions.find(conversion) == std::string_view::npos)
            return makeError(
                ErrorKind::InvalidArgument,
                Tr::tr("“%1” is no pattern of a time: after a percent sign stands one of %2.")
                    .arg(text, QStringLiteral("Y y m b d e j H I p M S f z s T F %")));
        hasDay = hasDay || conversion == 'd' || conversion == 'e' || conversion == 'j'
                 || conversion == 's';
        hasYear = hasYear || conversion == 'Y' || conversion == 'y' || conversion == 's';
    }
    if (!hasDay || !hasYear || text.size() > kLongestPattern)
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("“%1” is no pattern of a time: it needs a year and a day, as in %2.")
                .arg(text.left(kLongestPattern), QStringLiteral("%d.%m.%Y %H:%M:%S")));
    return made;
}

std::optional<std::int64_t> StampPattern::parse(std::string_view text, const StampZone &zone) const
{
    PatternClock clock;
    for (std::size_t i = 0; i < m_pattern.size(); ++i) {
        const char c = m_pattern[i];
        if (c == '%') {
            if (!takeConversion(m_pattern[++i], text, clock))
                return std::nullopt;
        } else if (c == ' ') {
            if (!text.starts_with(' '))
                return std::nullopt;
            text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        } else {
            if (!text.starts_with(c))
                return std::nullopt;
            text.remove_prefix(1);
        }
    }
    return text.empty() ? timeOfClock(clock, zone) : std::nullopt;
}

} // namespace dramatis::capture
