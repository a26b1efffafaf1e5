// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double widthSeconds)
{
    if (window.knownRequestBytes == 0 && window.knownResponseBytes == 0)
        return kMissing;
    return (window.requestBytes + window.responseBytes) / widthSeconds;
}

} // namespace

Feature dataRate()
{
    return {u"data_rate"_s, Tr::tr("Data rate"), u"B/s"_s, Transform::LogRatio, compute};
}

} // namespace dramatis::traffic::features
