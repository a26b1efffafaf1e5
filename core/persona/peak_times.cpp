// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/peak_times.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dramatis::persona {

namespace {

constexpr std::int64_t kWeek = kHoursOfWeek * kNanosecondsPerHour;
constexpr std::int64_t kEpochHour = 72; // 1 January 1970 was a Thursday

/// Nanoseconds since a Monday 0:00, in [0, kWeek).
std::int64_t timeOfWeek(std::int64_t time, int utcOffsetSeconds)
{
    const std::int64_t shift =
        kEpochHour * kNanosecondsPerHour + utcOffsetSeconds * kNanosecondsPerSecond;
    const std::int64_t ofWeek = (time % kWeek + shift) % kWeek;
    return ofWeek < 0 ? ofWeek + kWeek : ofWeek;
}

/// Adds the exchanges of windows to the hours they lie in. Neighbours mostly share an hour, which
/// is then not worked out again.
void spreadWindows(std::array<double, kHoursOfWeek> &hours,
                   std::span<const traffic::Window *const> windows,
                   const traffic::WindowTable &table,
                   int utcOffsetSeconds)
{
    std::int64_t hourBegin = 0;
    std::int64_t hourEnd = 0;
    std::size_t hour = 0;
    for (const traffic::Window *window : windows) {
        const std::int64_t begin = table.sliceBegin(window->slice);
        const std::int64_t end = table.sliceBegin(window->slice + 1);
        if (begin >= hourBegin && end <= hourEnd) {
            hours[hour] += window->exchanges;
            continue;
        }
        spreadOverWeek(hours, begin, end, utcOffsetSeconds, window->exchanges);
        const std::int64_t ofWeek = timeOfWeek(begin, utcOffsetSeconds);
        hour = static_cast<std::size_t>(ofWeek / kNanosecondsPerHour);
        if (__builtin_sub_overflow(begin, ofWeek % kNanosecondsPerHour, &hourBegin)
            || __builtin_add_overflow(hourBegin, kNanosecondsPerHour, &hourEnd))
            hourBegin = hourEnd = 0;
    }
}

double ratio(double amount, double seconds)
{
    return seconds > 0 ? amount / seconds : kNotKnown;
}

/// The rates of hours that were seen for at least half as long as the longest-seen one; NaN of the
/// others: a few minutes at the end of a capture are no busy hour.
std::vector<double> tellingHours(std::vector<double> rates,
                                 const std::array<double, kHoursOfWeek> &seconds)
{
    const double longest = *std::max_element(seconds.begin(), seconds.end());
    for (std::size_t hour = 0; hour < rates.size(); ++hour) {
        if (seconds[hour] < longest / 2)
            rates[hour] = kNotKnown;
    }
    return rates;
}

std::vector<HourOfWeek> busiestTenth(const std::vector<double> &rates)
{
    std::vector<int> order;
    for (int hour = 0; hour < kHoursOfWeek; ++hour) {
        if (!std::isnan(rates[static_cast<std::size_t>(hour)]))
            order.push_back(hour);
    }
    const std::size_t most = (order.size() + 9) / 10;
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return rates[static_cast<std::size_t>(a)] > rates[static_cast<std::size_t>(b)];
    });
    std::vector<HourOfWeek> peaks;
    for (const int hour : order) {
        if (peaks.size() < most && rates[static_cast<std::size_t>(hour)] > 0)
            peaks.push_back({hour / kHoursOfDay, hour % kHoursOfDay});
    }
    return peaks;
}

} // namespace

void spreadOverWeek(std::array<double, kHoursOfWeek> &hours,
                    std::int64_t begin,
                    std::int64_t end,
                    int utcOffsetSeconds,
                    double amount)
{
    if (end <= begin)
        return;
    // Unsigned: the longest span there is does not fit into 63 bits.
    std::uint64_t left = static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(begin);
    const double perNanosecond = amount / static_cast<double>(left);
    const auto wholeWeeks = static_cast<double>(left / kWeek);
    if (wholeWeeks > 0) {
        for (double &hour : hours)
            hour += wholeWeeks * kNanosecondsPerHour * perNanosecond;
        left %= kWeek;
    }
    auto at = static_cast<std::uint64_t>(timeOfWeek(begin, utcOffsetSeconds));
    while (left > 0) {
        const std::uint64_t inHour = std::min(left, kNanosecondsPerHour - at % kNanosecondsPerHour);
        hours[at / kNanosecondsPerHour % kHoursOfWeek] +=
            static_cast<double>(inHour) * perNanosecond;
        at += inHour;
        left -= inHour;
    }
}

PeakTimes peakTimesOf(std::span<const traffic::Window *const> windows,
                      std::span<const traffic::Exposure> exposures,
                      const traffic::WindowTable &table,
                      int utcOffsetSeconds)
{
    std::array<double, kHoursOfWeek> exchanges{};
    std::array<double, kHoursOfWeek> seconds{};
    spreadWindows(exchanges, windows, table, utcOffsetSeconds);
    for (const traffic::Exposure &exposure : exposures)
        spreadOverWeek(seconds,
                       table.sliceBegin(exposure.firstSlice),
                       table.sliceBegin(exposure.lastSlice + 1),
                       utcOffsetSeconds,
                       static_cast<double>(exposure.slices()) * table.widthSeconds);

    PeakTimes peak;
    peak.utcOffsetSeconds = utcOffsetSeconds;
    for (std::size_t hour = 0; hour < kHoursOfWeek; ++hour)
        peak.hourOfWeek.push_back(ratio(exchanges[hour], seconds[hour]));
    for (std::size_t hour = 0; hour < kHoursOfDay; ++hour) {
        double amount = 0;
        double exposed = 0;
        for (std::size_t i = hour; i < kHoursOfWeek; i += kHoursOfDay) {
            amount += exchanges[i];
            exposed += seconds[i];
        }
        peak.hourOfDay.push_back(ratio(amount, exposed));
    }
    const std::vector<double> telling = tellingHours(peak.hourOfWeek, seconds);
    peak.peaks = busiestTenth(telling);
    double sum = 0;
    double greatest = 0;
    double observed = 0;
    for (const double rate : telling) {
        if (std::isnan(rate))
            continue;
        sum += rate;
        greatest = std::max(greatest, rate);
        observed += 1;
    }
    peak.peakToMean = sum > 0 ? greatest / (sum / observed) : kNotKnown;
    return peak;
}

} // namespace dramatis::persona
