// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double)
{
    return meanOf(window.errors, window.knownOutcomes);
}

} // namespace

Feature errorRate()
{
    return {u"error_rate"_s, Tr::tr("Error rate"), QString(), Transform::Linear, compute};
}

} // namespace dramatis::traffic::features
