// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double)
{
    return window.latencyP50;
}

} // namespace

Feature latencyP50()
{
    return {u"latency_p50"_s, Tr::tr("Median latency"), u"s"_s, Transform::LogRatio, compute};
}

} // namespace dramatis::traffic::features
