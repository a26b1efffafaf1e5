// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double)
{
    return window.gapCv;
}

} // namespace

Feature burstiness()
{
    return {u"burstiness"_s, Tr::tr("Burstiness"), QString(), Transform::LogRatio, compute};
}

} // namespace dramatis::traffic::features
