// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_number.h"

#include <cmath>

namespace dramatis {

QJsonValue jsonNumber(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QJsonObject jsonFigure(const Figure &figure)
{
    return {{QStringLiteral("mean"), jsonNumber(figure.mean)},
            {QStringLiteral("halfWidth"), jsonNumber(figure.halfWidth)}};
}

} // namespace dramatis
