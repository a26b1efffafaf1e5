// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/parallel_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>

namespace dramatis::ui {

namespace {

constexpr double kLogarithmicFrom = 20;
constexpr int kMostSteps = 3; ///< so one or two ticks between the ends
constexpr double kKibi = 1024;
constexpr double kRounding = 1e-9; ///< 0.3 / 0.1 is no whole number

/// The power of 1024 that `value` is read in.
double binaryUnit(double value)
{
    return value < kKibi ? 1 : std::pow(kKibi, std::floor(std::log(value) / std::log(kKibi)));
}

/// A thousand KiB are one MiB to whoever reads a tick.
double rounded(double value, double unit, bool binary)
{
    return binary && value / unit >= 1000 * (1 - kRounding) ? unit * kKibi : value;
}

/// The largest of 1, 2, 5, 10, ... times `unit` that is not above `value`, which is positive.
double niceBelow(double value, double unit)
{
    const double size = value / unit * (1 + kRounding);
    const double power = std::pow(10.0, std::floor(std::log10(size)));
    const double digit = size / power;
    return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power * unit;
}

double niceAbove(double value, double unit)
{
    const double below = niceBelow(value, unit);
    if (below >= value * (1 - kRounding))
        return below;
    const double power = std::pow(10.0, std::floor(std::log10(below / unit * (1 + kRounding))));
    const double digit = std::round(below / unit / power);
    return (digit == 1 ? 2 : digit == 2 ? 5 : 10) * power * unit;
}

/// The least and the largest of the known values.
std::optional<std::pair<double, double>> rangeOf(std::span<const double> values)
{
    std::optional<std::pair<double, double>> range;
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        if (!range)
            range.emplace(value, value);
        range->first = std::min(range->first, value);
        range->second = std::max(range->second, value);
    }
    return range;
}

/// Ends of an axis that goes evenly, and what lies between.
ParallelScale evenScale(double low, double high, double most, bool binary)
{
    // From 0, as lengths should, unless that would leave more than half of the axis empty.
    if (low > 0 && (low < high / 2 || low == high))
        low = 0;
    if (high < 0 && low == high)
        high = 0;
    if (low == high)
        high = std::isfinite(most) ? most : 1;
    const double unit = binary ? binaryUnit(std::max(std::abs(low), std::abs(high))) : 1;
    double step = niceBelow((high - low) / (kMostSteps + 1), unit);
    const auto steps = [&] {
        return std::ceil(high / step - kRounding) - std::floor(low / step + kRounding);
    };
    while (steps() > kMostSteps)
        step = niceAbove(step * 1.5, unit);
    const double first = std::floor(low / step + kRounding);
    ParallelScale scale;
    for (double i = 0; i <= steps(); ++i)
        scale.ticks.push_back(std::min((first + i) * step, std::max(most, high)));
    scale.ticks.erase(std::unique(scale.ticks.begin(), scale.ticks.end()), scale.ticks.end());
    return scale;
}

/// Ends of a logarithmic axis, and one or two powers of ten between them.
ParallelScale logarithmicScale(double low, double high, double most, bool binary)
{
    const auto unitOf = [binary](double value) { return binary ? binaryUnit(value) : 1; };
    ParallelScale scale;
    scale.logarithmic = true;
    low = niceBelow(low, unitOf(low));
    const double above = rounded(niceAbove(high, unitOf(high)), unitOf(high), binary);
    high = std::min(above, std::max(most, high));
    scale.ticks.push_back(low);
    const double decades = std::log10(high / low);
    const int between = decades > 2 ? 2 : 1;
    for (int i = 1; i <= between; ++i) {
        const double wanted = low * std::pow(10.0, decades * i / (between + 1));
        const double unit = unitOf(wanted);
        const double power = std::pow(10.0, std::round(std::log10(wanted / unit)));
        const double tick = rounded(power * unit, unit, binary);
        if (tick > scale.ticks.back() * (1 + kRounding) && tick < high * (1 - kRounding))
            scale.ticks.push_back(tick);
    }
    scale.ticks.push_back(high);
    return scale;
}

} // namespace

double ParallelScale::at(double value) const
{
    if (std::isnan(value))
        return value;
    const double place = logarithmic ? std::log(std::max(value, low) / low) / std::log(high / low)
                                     : (value - low) / (high - low);
    return std::clamp(place, 0.0, 1.0);
}

ParallelScale scaleOf(std::span<const double> values, double most, bool binary)
{
    const auto [low, high] = rangeOf(values).value_or(std::pair(0.0, 1.0));
    ParallelScale scale = low > 0 && high > kLogarithmicFrom * low
                              ? logarithmicScale(low, high, most, binary)
                              : evenScale(low, high, most, binary);
    scale.low = scale.ticks.front();
    scale.high = scale.ticks.back();
    return scale;
}

} // namespace dramatis::ui
