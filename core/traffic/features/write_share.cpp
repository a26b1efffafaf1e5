// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/features/features.h"

using namespace Qt::StringLiterals;

namespace dramatis::traffic::features {

namespace {

double compute(const Window &window, double)
{
    return meanOf(window.writes, window.methods);
}

} // namespace

Feature writeShare()
{
    return {u"write_share"_s, Tr::tr("Write share"), QString(), Transform::Linear, compute};
}

} // namespace dramatis::traffic::features
