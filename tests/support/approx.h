// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <algorithm>
#include <cmath>

namespace dramatis::tests {

/// Whether two doubles agree within a relative or an absolute bound, whichever is wider.
[[nodiscard]] inline bool approx(double a, double b, double relative, double absolute = 0)
{
    return std::abs(a - b) <= std::max(absolute, relative * std::max(std::abs(a), std::abs(b)));
}

} // namespace dramatis::tests

/// Compares with a bound and says both values and their difference when it fails.
#define COMPARE_APPROX(actual, expected, relative, absolute)                                       \
    do {                                                                                           \
        const double actual_ = (actual);                                                           \
        const double expected_ = (expected);                                                       \
        QVERIFY2(dramatis::tests::approx(actual_, expected_, (relative), (absolute)),              \
                 qPrintable(QStringLiteral("%1 is %2, expected %3 (difference %4)")                \
                                .arg(QStringLiteral(#actual))                                      \
                                .arg(actual_, 0, 'g', 12)                                          \
                                .arg(expected_, 0, 'g', 12)                                        \
                                .arg(actual_ - expected_)));                                       \
    } while (false)
