// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double)
{
    return meanOf(window.responseBytes, window.knownResponseBytes);
}

} // namespace

Feature responseSize()
{
    return {u"response_size"_s, Tr::tr("Response size"), u"B"_s, Transform::LogRatio, compute};
}

} // namespace dramatis::traffic::features
