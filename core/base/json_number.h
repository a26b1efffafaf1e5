// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statistics.h"

#include <QJsonObject>
#include <QJsonValue>

namespace dramatis {

/// A number as documents of Dramatis write it: null where it is unknown or has no bound, for which
/// JSON has no number.
[[nodiscard]] QJsonValue jsonNumber(double value);

/// {"mean": ..., "halfWidth": ...}
[[nodiscard]] QJsonObject jsonFigure(const Figure &figure);

} // namespace dramatis
