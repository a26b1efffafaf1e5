// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double)
{
    return window.latencyP95;
}

} // namespace

Feature latencyP95()
{
    return {u"latency_p95"_s,
            Tr::tr("95th percentile of latency"),
            u"s"_s,
            Transform::LogRatio,
            compute};
}

} // namespace dramatis::traffic::features
