// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace dramatis::topology {

enum class DistributionKind {
    Constant,
    Exponential,
    Erlang,
    Hyperexponential,
    Lognormal,
    Gamma,
    Weibull,
    Pareto,
    Uniform,
    Empirical
};

/// A distribution of times, in seconds, as SCENARIO.md writes it. Only the shape keys of its kind
/// count.
struct Distribution
{
    DistributionKind kind = DistributionKind::Constant;
    /// s, > 0 but for Constant, where 0 is allowed. Uniform and Empirical derive theirs, and keep 0
    /// here.
    double mean = 0;
    double cv = 1;    ///< hyperexponential (> 1), lognormal, gamma, weibull
    double shape = 1; ///< erlang (integer >= 1), pareto (> 1)
    double min = 0;   ///< uniform
    double max = 0;   ///< uniform, pareto (upper bound)
    std::vector<double>
        quantiles; ///< empirical: values at equally spaced probabilities from 0 to 1

    /// Mean in seconds, whatever the kind.
    [[nodiscard]] double expectation() const;
    /// Squared coefficient of variation, variance / mean^2; 0 for a mean of 0.
    [[nodiscard]] double squaredCv() const;
    bool operator==(const Distribution &) const = default;
};

/// Lower bound of the Pareto law on [lower, max] with tail index `shape` that has this mean: what
/// `pareto` means by its `mean`. 0 < mean < max, shape > 1; seconds.
[[nodiscard]] double paretoLowerBound(double mean, double shape, double max);

} // namespace dramatis::topology
