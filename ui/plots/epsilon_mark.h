// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dramatis::ui {

/// A value of eps that is suggested, as a named line in a plot.
struct EpsilonMark
{
    double epsilon = 0;
    QString name;         ///< "knee"
    QString reason;       ///< why it is suggested, in a sentence or two; may be empty
    bool isPoint = false; ///< also a dot on the curve, where the plot has one

    bool operator==(const EpsilonMark &) const = default;
};

} // namespace dramatis::ui
