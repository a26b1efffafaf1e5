// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/clustering.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_01.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace dramatis::bench {

/// The data of GOALS.md: a mixture of 12 anisotropic Gaussians of different width and weight, 5 %
/// uniform noise, every feature scaled to unit variance.
inline clustering::Matrix mixture(Eigen::Index rows, Eigen::Index features)
{
    using clustering::Matrix;
    constexpr int kComponents = 12;
    boost::random::mt19937_64 random(20260101);
    boost::random::normal_distribution<double> normal;
    boost::random::uniform_01<double> uniform;
    Matrix centres(kComponents, features);
    Matrix widths(kComponents, features);
    std::vector<double> upTo; // cumulated weights
    for (int component = 0; component < kComponents; ++component) {
        const double width = 0.2 + 1.3 * uniform(random);
        for (Eigen::Index feature = 0; feature < features; ++feature) {
            centres(component, feature) = 20 * uniform(random);
            widths(component, feature) = width * (0.3 + uniform(random));
        }
        upTo.push_back((upTo.empty() ? 0 : upTo.back()) + 0.2 + uniform(random));
    }
    Matrix x(rows, features);
    for (Eigen::Index row = 0; row < rows; ++row) {
        const bool isNoise = uniform(random) < 0.05;
        const auto component =
            std::lower_bound(upTo.begin(), upTo.end(), uniform(random) * upTo.back())
            - upTo.begin();
        for (Eigen::Index feature = 0; feature < features; ++feature)
            x(row, feature) =
                isNoise ? 24 * uniform(random) - 2
                        : centres(component, feature) + widths(component, feature) * normal(random);
    }
    for (Eigen::Index feature = 0; feature < features; ++feature) {
        auto column = x.col(feature).array();
        column -= column.mean();
        column /= std::sqrt(column.square().mean());
    }
    return x;
}

} // namespace dramatis::bench
