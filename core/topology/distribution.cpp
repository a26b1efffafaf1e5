// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/distribution.h"

#include <algorithm>
#include <cmath>

namespace dramatis::topology {

namespace {

/// Mean of a Pareto law with tail index `shape` on [lower, upper].
double boundedParetoMean(double lower, double upper, double shape)
{
    const double ratio = lower / upper;
    return lower * shape / (shape - 1) * (1 - std::pow(ratio, shape - 1))
           / (1 - std::pow(ratio, shape));
}

/// Second moment of the same; `shape` 2 is the limit with a logarithm.
double boundedParetoSecondMoment(double lower, double upper, double shape)
{
    const double ratio = lower / upper;
    const double mass = 1 - std::pow(ratio, shape);
    if (std::abs(shape - 2) < 1e-9)
        return 2 * lower * lower * std::log(upper / lower) / mass;
    return lower * lower * shape / (shape - 2) * (1 - std::pow(ratio, shape - 2)) / mass;
}

/// Mean of the values between equally spaced quantiles, each segment uniform.
double segmentMean(const std::vector<double> &quantiles)
{
    if (quantiles.size() < 2)
        return quantiles.empty() ? 0 : quantiles.front();
    double sum = 0;
    for (std::size_t i = 0; i + 1 < quantiles.size(); ++i)
        sum += (quantiles[i] + quantiles[i + 1]) / 2;
    return sum / static_cast<double>(quantiles.size() - 1);
}

/// E[X^2] of the same: a uniform law on [a, b] has (a^2 + ab + b^2) / 3.
double segmentSecondMoment(const std::vector<double> &quantiles)
{
    if (quantiles.size() < 2)
        return quantiles.empty() ? 0 : quantiles.front() * quantiles.front();
    double sum = 0;
    for (std::size_t i = 0; i + 1 < quantiles.size(); ++i) {
        const double a = quantiles[i];
        const double b = quantiles[i + 1];
        sum += (a * a + a * b + b * b) / 3;
    }
    return sum / static_cast<double>(quantiles.size() - 1);
}

} // namespace

double Distribution::expectation() const
{
    switch (kind) {
    case DistributionKind::Uniform:
        return (min + max) / 2;
    case DistributionKind::Empirical:
        return segmentMean(quantiles);
    case DistributionKind::Constant:
    case DistributionKind::Exponential:
    case DistributionKind::Erlang:
    case DistributionKind::Hyperexponential:
    case DistributionKind::Lognormal:
    case DistributionKind::Gamma:
    case DistributionKind::Weibull:
    case DistributionKind::Pareto:
        return mean;
    }
    return mean;
}

double Distribution::squaredCv() const
{
    const double expected = expectation();
    if (!(expected > 0))
        return 0;
    switch (kind) {
    case DistributionKind::Constant:
        return 0;
    case DistributionKind::Exponential:
        return 1;
    case DistributionKind::Erlang:
        return 1 / shape;
    case DistributionKind::Hyperexponential:
    case DistributionKind::Lognormal:
    case DistributionKind::Gamma:
    case DistributionKind::Weibull:
        return cv * cv;
    case DistributionKind::Pareto:
        return boundedParetoSecondMoment(paretoLowerBound(mean, shape, max), max, shape)
                   / (expected * expected)
               - 1;
    case DistributionKind::Uniform:
        return (max - min) * (max - min) / 12 / (expected * expected);
    case DistributionKind::Empirical:
        return std::max(0.0, segmentSecondMoment(quantiles) / (expected * expected) - 1);
    }
    return 0;
}

double paretoLowerBound(double mean, double shape, double max)
{
    // The mean grows with the lower bound, from 0 to max: halve the interval.
    double low = 0;
    double high = mean;
    for (int step = 0; step < 200 && high - low > 1e-15 * high; ++step) {
        const double middle = (low + high) / 2;
        (boundedParetoMean(middle, max, shape) < mean ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace dramatis::topology
