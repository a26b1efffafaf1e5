// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double widthSeconds)
{
    return window.exchanges / widthSeconds * meanOf(window.latencySum, window.knownLatencies);
}

} // namespace

Feature concurrency()
{
    return {u"concurrency"_s, Tr::tr("Concurrency"), QString(), Transform::LogRatio, compute};
}

} // namespace dramatis::traffic::features
