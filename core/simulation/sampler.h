// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/random_draws.h"
#include "core/topology/distribution.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace dramatis::simulation {

/// A span of seconds as ns, rounded, and never so long that adding it to a time could overflow.
[[nodiscard]] inline std::int64_t toNanoseconds(double seconds) noexcept
{
    constexpr double kLongest = 1e18; // 31 years
    const double nanoseconds = seconds * 1e9 + 0.5;
    return nanoseconds < kLongest ? static_cast<std::int64_t>(nanoseconds)
                                  : static_cast<std::int64_t>(kLongest);
}

/// Draws from a topology::Distribution: its parameters solved once, so that a draw is a few
/// operations. Constant, exponential, hyperexponential, Weibull, Pareto, uniform and empirical go
/// by inverse transform, lognormal by Box and Muller (1958), Erlang and gamma by Boost.Random. All
/// but the empirical one scale with the mean, so the same key gives a time in proportion to it.
class Sampler
{
public:
    Sampler() = default; ///< always 0
    explicit Sampler(const topology::Distribution &distribution);

    [[nodiscard]] bool isZero() const noexcept
    {
        return m_kind == topology::DistributionKind::Constant && m_a == 0;
    }
    /// One draw, in ns.
    [[nodiscard]] std::int64_t draw(const Draws &draws, const DrawKey &key) const
    {
        if (m_kind == topology::DistributionKind::Exponential)
            return toNanoseconds(-m_a * std::log(draws.block(key).uniform(0)));
        if (m_kind == topology::DistributionKind::Constant)
            return m_constant;
        return toNanoseconds(drawOther(draws, key));
    }

private:
    [[nodiscard]] double drawOther(const Draws &draws, const DrawKey &key) const;

    topology::DistributionKind m_kind = topology::DistributionKind::Constant;
    std::int64_t m_constant = 0;
    double m_a = 0; ///< scale; what a, b and c are for each kind stands in the constructor
    double m_b = 0;
    double m_c = 0;
    std::vector<double> m_quantiles;
};

} // namespace dramatis::simulation
