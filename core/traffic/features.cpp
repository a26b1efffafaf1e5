// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

#include "core/traffic/feature_space.h"

namespace dramatis::traffic {

const std::vector<Feature> &allFeatures()
{
    static const std::vector<Feature> all{
        features::requestRate(),
        features::requestSize(),
        features::responseSize(),
        features::dataRate(),
        features::errorRate(),
        features::latencyP50(),
        features::latencyP95(),
        features::burstiness(),
        features::writeShare(),
        features::concurrency(),
    };
    return all;
}

} // namespace dramatis::traffic
