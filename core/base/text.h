// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/statistics.h"

#include <QLocale>
#include <QString>

#include <cstdint>

/// Figures as people read them: three significant digits, a narrow no-break space before the unit,
/// separators of the locale, an en dash for what is unknown. Used by the window, the report and the
/// command line's text; never by JSON or files.
namespace dramatis::text {

/// "–": shown for an unknown value.
[[nodiscard]] QString unknown();

/// Three significant digits: "0.0123", "48.2", "1 240". NaN gives unknown().
[[nodiscard]] QString number(double value, const QLocale &locale = QLocale());
/// The same of a probability: "0.0107", "< 0.001".
[[nodiscard]] QString probability(double value, const QLocale &locale = QLocale());
/// In full below 100,000, else "38.2 M".
[[nodiscard]] QString count(double value, const QLocale &locale = QLocale());
/// A time span in ns, µs, ms, s, min, h or d, from seconds: "86 ms".
[[nodiscard]] QString duration(double seconds, const QLocale &locale = QLocale());
/// A size in B, KiB, MiB, GiB.
[[nodiscard]] QString bytes(double value, const QLocale &locale = QLocale());
/// Bytes per second: "1.12 MiB/s".
[[nodiscard]] QString byteRate(double bytesPerSecond, const QLocale &locale = QLocale());
/// Requests per second: "14.6 req/s", "1.20 k req/s".
[[nodiscard]] QString rate(double perSecond, const QLocale &locale = QLocale());
/// A fraction in [0, 1] as percent: "3.1 %", "0.04 %".
[[nodiscard]] QString percent(double fraction, const QLocale &locale = QLocale());
/// Value with interval, the interval to one digit (two if it starts with 1) and the value to its
/// place: "48.2 ± 0.6 ms". `unit` scales both: factor to multiply with, and the text after them.
[[nodiscard]] QString interval(const Figure &figure,
                               double factor,
                               const QString &unit,
                               const QLocale &locale = QLocale());
/// A duration with interval, in the unit that suits the mean.
[[nodiscard]] QString durationInterval(const Figure &seconds, const QLocale &locale = QLocale());
[[nodiscard]] QString percentInterval(const Figure &fraction, const QLocale &locale = QLocale());
/// Nanoseconds since the epoch as ISO 8601 UTC with ms: "2026-11-24T04:05:06.789Z".
[[nodiscard]] QString isoTime(std::int64_t nanoseconds);
/// The same in local time for people: "24 Nov 2026 04:05:06".
[[nodiscard]] QString localTime(std::int64_t nanoseconds, const QLocale &locale = QLocale());

/// Reads "90", "250ms", "5s", "30min", "2h", "7d" into seconds.
/// @errors InvalidArgument: not a number, unknown unit, negative or not finite
[[nodiscard]] Result<double> parseDuration(const QString &text);
/// Reads ISO 8601 (zone optional, UTC if absent) into nanoseconds since the epoch.
/// @errors InvalidArgument
[[nodiscard]] Result<std::int64_t> parseTime(const QString &text);

/// "line 3, column 14" of a byte offset in a UTF-8 text; columns count characters.
[[nodiscard]] QString placeIn(const QByteArray &text, qsizetype offset);

} // namespace dramatis::text
