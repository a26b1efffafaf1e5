// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/sample.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <algorithm>

namespace dramatis::clustering {

std::vector<std::size_t>
sampled(std::vector<std::size_t> rows, std::size_t count, std::uint64_t seed)
{
    if (rows.size() <= count)
        return rows;
    boost::random::mt19937_64 random(seed);
    for (std::size_t i = 0; i < count; ++i)
        std::swap(
            rows[i],
            rows[boost::random::uniform_int_distribution<std::size_t>(i, rows.size() - 1)(random)]);
    rows.resize(count);
    std::sort(rows.begin(), rows.end());
    return rows;
}

Matrix rowsOf(const MatrixRef &x, const std::vector<std::size_t> &rows)
{
    Matrix part(static_cast<Eigen::Index>(rows.size()), x.cols());
    for (std::size_t i = 0; i < rows.size(); ++i)
        part.row(static_cast<Eigen::Index>(i)) = x.row(static_cast<Eigen::Index>(rows[i]));
    return part;
}

} // namespace dramatis::clustering
