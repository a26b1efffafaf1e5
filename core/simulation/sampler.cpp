// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/sampler.h"

#include <boost/random/gamma_distribution.hpp>

#include <algorithm>
#include <numbers>

namespace dramatis::simulation {

using topology::DistributionKind;

namespace {

/// The x in [low, high] where the increasing function is `value`.
template<typename Function>
double solved(Function function, double value, double low, double high)
{
    for (int i = 0; i < 200 && low < high; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high)
            break;
        (function(middle) < value ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

/// Shape k of the Weibull distribution with a coefficient of variation: the squared one is
/// G(1 + 2/k) / G(1 + 1/k)^2 - 1, falling in k.
double weibullShape(double cv)
{
    const auto negativeLogMoment = [](double k) {
        return -(std::lgamma(1 + 2 / k) - 2 * std::lgamma(1 + 1 / k));
    };
    return solved(negativeLogMoment, -std::log1p(cv * cv), 0.05, 1000);
}

/// Mean of the Pareto distribution of a shape, cut off to [low, high].
double boundedParetoMean(double shape, double low, double high)
{
    const double ratio = low / high;
    if (shape == 1)
        return low * std::log(high / low) / (1 - ratio);
    return shape / (shape - 1) * low * (1 - std::pow(ratio, shape - 1))
           / (1 - std::pow(ratio, shape));
}

} // namespace

Sampler::Sampler(const topology::Distribution &distribution)
    : m_kind(distribution.kind)
    , m_a(distribution.mean)
{
    const double cv = distribution.cv;
    switch (m_kind) {
    case DistributionKind::Constant:
        m_constant = toNanoseconds(distribution.mean);
        break;
    case DistributionKind::Exponential:
        break;
    case DistributionKind::Erlang: // a: scale, b: shape
        m_b = std::max(1.0, distribution.shape);
        m_a /= m_b;
        break;
    case DistributionKind::Gamma:
        if (cv <= 0) {
            m_kind = DistributionKind::Constant;
            m_constant = toNanoseconds(distribution.mean);
            break;
        }
        m_b = 1 / (cv * cv);
        m_a /= m_b;
        break;
    case DistributionKind::Hyperexponential: { // a, b: means of the branches, c: probability of a
        const double excess = (cv * cv - 1) / (cv * cv + 1);
        m_c = (1 + std::sqrt(std::max(0.0, excess))) / 2;
        m_b = distribution.mean / (2 * (1 - m_c));
        m_a = distribution.mean / (2 * m_c);
        break;
    }
    case DistributionKind::Lognormal: // a: median, b: sigma
        m_b = std::sqrt(std::log1p(cv * cv));
        m_a *= std::exp(-m_b * m_b / 2);
        break;
    case DistributionKind::Weibull: // a: scale, b: 1 / shape
        m_b = 1 / weibullShape(std::max(cv, 0.01));
        m_a /= std::tgamma(1 + m_b);
        break;
    case DistributionKind::Pareto: { // a: least, b: -1 / shape, c: share of the uncut tail that is
                                     // left
        const double high = std::max(distribution.max, distribution.mean);
        const auto meanFrom = [&](double low) {
            return boundedParetoMean(distribution.shape, low, high);
        };
        m_a = high > distribution.mean ? solved(meanFrom, distribution.mean, 0, distribution.mean)
                                       : distribution.mean;
        m_b = -1 / distribution.shape;
        m_c = 1 - std::pow(m_a / high, distribution.shape);
        break;
    }
    case DistributionKind::Uniform: // a: least, b: width
        m_a = distribution.min;
        m_b = distribution.max - distribution.min;
        break;
    case DistributionKind::Empirical:
        m_quantiles = distribution.quantiles;
        if (m_quantiles.empty())
            m_quantiles.push_back(distribution.mean);
        break;
    }
}

double Sampler::drawOther(const Draws &draws, const DrawKey &key) const
{
    if (m_kind == DistributionKind::Erlang || m_kind == DistributionKind::Gamma) {
        DrawEngine engine(draws, key);
        return boost::random::gamma_distribution<double>(m_b, m_a)(engine);
    }
    const RandomBlock block = draws.block(key);
    const double u = block.uniform(0);
    switch (m_kind) {
    case DistributionKind::Hyperexponential:
        return -std::log(u) * (block.uniform(1) < m_c ? m_a : m_b);
    case DistributionKind::Lognormal:
        return m_a
               * std::exp(m_b * std::sqrt(-2 * std::log(u))
                          * std::cos(2 * std::numbers::pi * block.uniform(1)));
    case DistributionKind::Weibull:
        return m_a * std::pow(-std::log(u), m_b);
    case DistributionKind::Pareto:
        return m_a * std::pow(1 - u * m_c, m_b);
    case DistributionKind::Uniform:
        return m_a + m_b * u;
    case DistributionKind::Empirical: {
        const double position = u * static_cast<double>(m_quantiles.size() - 1);
        const auto below = static_cast<std::size_t>(position);
        const std::size_t above = std::min(below + 1, m_quantiles.size() - 1);
        return m_quantiles[below]
               + (position - static_cast<double>(below))
                     * (m_quantiles[above] - m_quantiles[below]);
    }
    default:
        return m_a;
    }
}

} // namespace dramatis::simulation
