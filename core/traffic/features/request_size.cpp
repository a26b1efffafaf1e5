// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double)
{
    return meanOf(window.requestBytes, window.knownRequestBytes);
}

} // namespace

Feature requestSize()
{
    return {u"request_size"_s, Tr::tr("Request size"), u"B"_s, Transform::LogRatio, compute};
}

} // namespace dramatis::traffic::features
