// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/clustering.h"

#include "core/clustering/tr.h"

#include <map>

namespace dramatis::clustering {

Result<> checkPoints(const MatrixRef &x)
{
    if (x.rows() == 0 || x.cols() == 0)
        return makeError(ErrorKind::InvalidArgument, Tr::tr("There are no points to cluster."));
    if (!x.allFinite())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("Some values are not finite numbers: leave those points out."));
    return {};
}

std::vector<std::size_t> clusterSizes(const Clustering &clustering)
{
    std::vector<std::size_t> sizes(static_cast<std::size_t>(clustering.clusters), 0);
    for (const int label : clustering.labels)
        if (label != kNoise)
            ++sizes[static_cast<std::size_t>(label)];
    return sizes;
}

Clustering canonical(std::vector<int> labels, std::vector<Role> roles)
{
    Clustering result;
    result.roles = std::move(roles);
    result.labels = std::move(labels);
    std::map<int, int> numbers;
    for (int &label : result.labels) {
        if (label < 0) {
            label = kNoise;
            ++result.noise;
        } else {
            label = numbers.try_emplace(label, static_cast<int>(numbers.size())).first->second;
        }
    }
    result.clusters = static_cast<int>(numbers.size());
    return result;
}

} // namespace dramatis::clustering
