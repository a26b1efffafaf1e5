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

Figure Estimate::figure() const
{
    if (!std::isfinite(error))
        return {value, std::numeric_limits<double>::quiet_NaN()};
    return {value, studentQuantile(0.975, freedom) * error};
}

Estimate ratioEstimate(std::span<const double> y,
                       std::span<const double> x,
                       const std::vector<bool> &isAdjacent)
{
    Q_ASSERT(y.size() == x.size());
    Q_ASSERT(isAdjacent.empty() || isAdjacent.size() == y.size());
    const double sumX = accurateSum(x);
    Estimate estimate;
    if (!(sumX > 0))
        return estimate;
    estimate.value = accurateSum(y) / sumX;
    if (y.size() < 2)
        return estimate;
    const auto count = static_cast<double>(y.size());
    double squares = 0;
    double products = 0;
    double pairs = 0;
    double last = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double residual = y[i] - estimate.value * x[i];
        squares += residual * residual;
        if (i > 0 && (isAdjacent.empty() || isAdjacent[i])) {
            products += residual * last;
            pairs += 1;
        }
        last = residual;
    }
    const double r = squares > 0 && pairs > 0
                         ? std::clamp(products / pairs * (count - 1) / squares, 0.0, 1.0)
                         : 0;
    const double effective = std::max(2.0, count * (1 - r) / (1 + r));
    estimate.error = std::sqrt(squares / (count - 1) / effective) / (sumX / count);
    estimate.freedom = effective - 1;
    return estimate;
}

Difference welchDifference(const Estimate &a, const Estimate &b)
{
    Difference result;
    result.difference.mean = b.value - a.value;
    if (!std::isfinite(a.error) || !std::isfinite(b.error) || std::isnan(result.difference.mean))
        return result;
    const double va = a.error * a.error;
    const double vb = b.error * b.error;
    if (!(va + vb > 0)) { // both constant
        result.difference.halfWidth = 0;
        result.p = result.difference.mean == 0 ? 1 : 0;
        return result;
    }
    const double freedom = (va + vb) * (va + vb) / (va * va / a.freedom + vb * vb / b.freedom);
    const double error = std::sqrt(va + vb);
    result.difference.halfWidth = studentQuantile(0.975, freedom) * error;
    const boost::math::students_t distribution(freedom);
    result.p = 2
               * boost::math::cdf(
                   boost::math::complement(distribution, std::abs(result.difference.mean) / error));
    return result;
}

std::vector<double> adjustedForMany(std::span<const double> p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!std::isnan(p[i]))
            order.push_back(i);
    }
    std::stable_sort(
        order.begin(), order.end(), [p](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.begin(), p.end());
    double least = 1;
    for (std::size_t i = order.size(); i-- > 0;) {
        least = std::min(
            least, p[order[i]] * static_cast<double>(order.size()) / static_cast<double>(i + 1));
        adjusted[order[i]] = least;
    }
    return adjusted;
}

double kolmogorovSmirnov(std::span<const double> a, std::span<const double> b)
{
    if (a.empty() || b.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto n = static_cast<double>(a.size());
    const auto m = static_cast<double>(b.size());
    double largest = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        const double at = std::min(a[i], b[j]);
        while (i < a.size() && a[i] == at) // equal values are one step of both
            ++i;
        while (j < b.size() && b[j] == at)
            ++j;
        largest =
            std::max(largest, std::abs(static_cast<double>(i) / n - static_cast<double>(j) / m));
    }
    return largest;
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
