// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place that includes qcustomplot.h. Two of its templates use Qt's `foreach`, which the
// house has switched off (QT_NO_FOREACH); the range-for of the language says the same.
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef foreach
