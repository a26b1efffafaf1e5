// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double widthSeconds)
{
    return window.exchanges / widthSeconds;
}

} // namespace

Feature requestRate()
{
    return {u"request_rate"_s, Tr::tr("Request rate"), u"1/s"_s, Transform::LogRatio, compute};
}

} // namespace dramatis::traffic::features
