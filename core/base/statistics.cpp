// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include <QtGlobal>

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <map>

namespace dramatis {

bool Figure::operator==(const Figure &other) const
{
    const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    return same(mean, other.mean) && same(halfWidth, other.halfWidth);
}

double accurateSum(std::span<const double> values)
{
    double sum = 0;
    double compensation = 0;
    for (const double value : values) {
        const double next = sum + value;
        compensation +=
            std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }
    return sum + compensation;
}

double mean(std::span<const double> values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    return accurateSum(values) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values)
{
    if (values.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const double centre = mean(values);
    std::vector<double> squares;
    squares.reserve(values.size());
    for (const double value : values)
        squares.push_back((value - centre) * (value - centre));
    return std::sqrt(accurateSum(squares) / static_cast<double>(values.size() - 1));
}

double studentQuantile(double probability, double degreesOfFreedom)
{
    return boost::math::quantile(boost::math::students_t(degreesOfFreedom), probability);
}

Figure figureOf(std::span<const double> observations)
{
    std::vector<double> known;
    known.reserve(observations.size());
    std::copy_if(observations.begin(),
                 observations.end(),
                 std::back_inserter(known),
                 [](double value) { return !std::isnan(value); });
    Figure figure;
    figure.mean = mean(known);
    if (known.size() >= 2) {
        const auto n = static_cast<double>(known.size());
        figure.halfWidth = studentQuantile(0.975, n - 1) * standardDeviation(known) / std::sqrt(n);
    }
    return figure;
}

Figure pairedDifference(std::span<const double> before, std::span<const double> after)
{
    Q_ASSERT(before.size() == after.size());
    std::vector<double> differences;
    differences.reserve(before.size());
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
        differences.push_back(after[i] - before[i]); // NaN stays NaN and is left out
    return figureOf(differences);
}

double sortedQuantile(std::span<const double> sorted, double probability)
{
    if (sorted.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double position =
        std::clamp(probability, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = position - static_cast<double>(below);
    return sorted[below] + share * (sorted[above] - sorted[below]);
}

double quantile(std::vector<double> values, double probability)
{
    std::sort(values.begin(), values.end());
    return sortedQuantile(values, probability);
}

double adjustedRandIndex(std::span<const int> a, std::span<const int> b)
{
    Q_ASSERT(a.size() == b.size());
    std::map<std::pair<int, int>, double> cells;
    std::map<int, double> rows;
    std::map<int, double> columns;
    for (std::size_t i = 0; i < a.size(); ++i) {
        cells[{a[i], b[i]}] += 1;
        rows[a[i]] += 1;
        columns[b[i]] += 1;
    }
    const auto pairs = [](double n) { return n * (n - 1) / 2; };
    double together = 0;
    double inRows = 0;
    double inColumns = 0;
    for (const auto &[key, n] : cells)
        together += pairs(n);
    for (const auto &[key, n] : rows)
        inRows += pairs(n);
    for (const auto &[key, n] : columns)
        inColumns += pairs(n);
    const double all = pairs(static_cast<double>(a.size()));
    const double expected = all > 0 ? inRows * inColumns / all : 0;
    const double largest = (inRows + inColumns) / 2;
    if (largest == expected)
        return 1; // both put everything together, or everything apart
    return (together - expected) / (largest - expected);
}

} // namespace dramatis
