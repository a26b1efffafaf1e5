// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/clustering.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>

#include <initializer_list>

/// Small data sets for tests.
namespace dramatis::tests {

using Generator = boost::random::mt19937_64;

/// A column of numbers, one feature.
inline clustering::Matrix line(std::initializer_list<double> values)
{
    clustering::Matrix x(static_cast<Eigen::Index>(values.size()), 1);
    Eigen::Index row = 0;
    for (const double value : values)
        x(row++, 0) = value;
    return x;
}

/// Gaussian blobs of different width with a tenth of uniform noise; every seventh row repeats an
/// earlier one.
inline clustering::Matrix blobs(Eigen::Index rows, Eigen::Index features, std::uint64_t seed)
{
    Generator random(seed);
    boost::random::normal_distribution<double> normal;
    boost::random::uniform_real_distribution<double> uniform(-4, 4);
    clustering::Matrix centres(3, features);
    for (Eigen::Index i = 0; i < centres.size(); ++i)
        centres(i) = uniform(random);
    clustering::Matrix x(rows, features);
    for (Eigen::Index row = 0; row < rows; ++row) {
        const Eigen::Index cluster = row % 3;
        for (Eigen::Index feature = 0; feature < features; ++feature)
            x(row, feature) = row % 10 == 9
                                  ? uniform(random)
                                  : centres(cluster, feature)
                                        + 0.2 * static_cast<double>(cluster + 1) * normal(random);
        if (row % 7 == 6)
            x.row(row) =
                x.row(boost::random::uniform_int_distribution<Eigen::Index>(0, row)(random));
    }
    return x;
}

/// Points on the integer lattice [0, side)^features: full of duplicates and of points on the rim of
/// a ball.
inline clustering::Matrix
lattice(Eigen::Index rows, Eigen::Index features, int side, std::uint64_t seed)
{
    Generator random(seed);
    boost::random::uniform_int_distribution<int> coordinate(0, side - 1);
    clustering::Matrix x(rows, features);
    for (Eigen::Index i = 0; i < x.size(); ++i)
        x(i) = coordinate(random);
    return x;
}

} // namespace dramatis::tests
