// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include "core/base/unknown.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::text)
};

constexpr QChar kNarrowSpace(0x202F);

constexpr double kLeastProbability = 0.001;

QString fixed(double value, int decimals, const QLocale &locale)
{
    QString shown = locale.toString(value, 'f', decimals);
    if (shown.startsWith(u'-'))
        shown.replace(0, 1, QChar(0x2212));
    return shown;
}

struct Scale
{
    double factor;
    QString unit;
};

QString withUnit(double value, const Scale &scale, const QLocale &locale)
{
    return number(value * scale.factor, locale) + kNarrowSpace + scale.unit;
}

Scale durationScale(double seconds)
{
    const double size = std::abs(seconds);
    if (size == 0)
        return {1, u"s"_s};
    if (size < 1e-6)
        return {1e9, u"ns"_s};
    if (size < 1e-3)
        return {1e6, u"µs"_s};
    if (size < 1)
        return {1e3, u"ms"_s};
    if (size < 120)
        return {1, u"s"_s};
    if (size < 7200)
        return {1.0 / 60, u"min"_s};
    if (size < 172800)
        return {1.0 / 3600, u"h"_s};
    return {1.0 / 86400, u"d"_s};
}

Scale byteScale(double value)
{
    const std::array<QString, 5> units{u"B"_s, u"KiB"_s, u"MiB"_s, u"GiB"_s, u"TiB"_s};
    double factor = 1;
    std::size_t i = 0;
    while (i + 1 < units.size() && std::abs(value * factor) >= 1024) {
        factor /= 1024;
        ++i;
    }
    return {factor, units[i]};
}

Scale countScale(double value)
{
    const double size = std::abs(value);
    if (size >= 1e9)
        return {1e-9, u"G"_s};
    if (size >= 1e6)
        return {1e-6, u"M"_s};
    return {1e-3, u"k"_s};
}

/// Digits after the point so that `value` shows three significant ones.
int decimalsFor(double value)
{
    if (value == 0)
        return 0;
    return std::max(0, 2 - static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-9)));
}

} // namespace

QString unknown()
{
    return QString(QChar(0x2013));
}

QString number(double value, const QLocale &locale)
{
    if (std::isnan(value))
        return unknown();
    if (std::isinf(value))
        return value > 0 ? u"∞"_s : u"−∞"_s;
    return fixed(value, std::min(decimalsFor(value), 12), locale);
}

QString probability(double value, const QLocale &locale)
{
    return value < kLeastProbability ? QString(u"< "_s + fixed(kLeastProbability, 3, locale))
                                     : number(value, locale);
}

QString count(double value, const QLocale &locale)
{
    if (std::isnan(value))
        return unknown();
    if (std::abs(value) < 100000)
        return locale.toString(value, 'f', 0);
    return withUnit(value, countScale(value), locale);
}

QString duration(double seconds, const QLocale &locale)
{
    return std::isnan(seconds) ? unknown() : withUnit(seconds, durationScale(seconds), locale);
}

QString bytes(double value, const QLocale &locale)
{
    if (std::isnan(value))
        return unknown();
    const Scale scale = byteScale(value);
    // Fractions of a byte say something of small means only.
    if (scale.factor == 1 && (std::abs(value) >= 10 || value == std::round(value)))
        return fixed(value, 0, locale) + kNarrowSpace + scale.unit;
    return withUnit(value, scale, locale);
}

QString byteRate(double bytesPerSecond, const QLocale &locale)
{
    if (std::isnan(bytesPerSecond))
        return unknown();
    Scale scale = byteScale(bytesPerSecond);
    scale.unit += u"/s";
    return withUnit(bytesPerSecond, scale, locale);
}

QString rate(double perSecond, const QLocale &locale)
{
    if (std::isnan(perSecond))
        return unknown();
    const QString unit = Tr::tr("req/s");
    if (std::abs(perSecond) < 10000)
        return withUnit(perSecond, {1, unit}, locale);
    Scale scale = countScale(perSecond);
    scale.unit = QString(scale.unit + QChar(0x00A0) + unit);
    return withUnit(perSecond, scale, locale);
}

QString percent(double fraction, const QLocale &locale)
{
    if (std::isnan(fraction))
        return unknown();
    const double value = fraction * 100;
    const int decimals = value == 0 ? 0 : std::abs(value) < 1 ? 2 : std::abs(value) < 99.95 ? 1 : 0;
    if (value != 0 && std::abs(value) < 0.01)
        return withUnit(value, {1, u"%"_s}, locale);
    return locale.toString(value, 'f', decimals) + kNarrowSpace + u'%';
}

QString interval(const Figure &figure, double factor, const QString &unit, const QLocale &locale)
{
    if (!figure.isKnown())
        return unknown();
    const QString suffix = unit.isEmpty() ? QString() : QString(kNarrowSpace + unit);
    const double value = figure.mean * factor;
    const double half = figure.halfWidth * factor;
    if (!figure.hasInterval() || half <= 0 || !std::isfinite(half))
        return number(value, locale) + suffix;
    const double magnitude = std::floor(std::log10(half));
    const double leading = std::floor(half / std::pow(10.0, magnitude));
    int decimals = static_cast<int>(-magnitude) + (leading <= 1 ? 1 : 0);
    decimals = std::clamp(decimals, 0, 12);
    QString shown = locale.toString(value, 'f', decimals);
    if (shown.startsWith(u'-'))
        shown.replace(0, 1, QChar(0x2212));
    return shown + u" ± " + locale.toString(half, 'f', decimals) + suffix;
}

QString durationInterval(const Figure &seconds, const QLocale &locale)
{
    if (!seconds.isKnown())
        return unknown();
    const Scale scale = durationScale(seconds.mean);
    return interval(seconds, scale.factor, scale.unit, locale);
}

QString percentInterval(const Figure &fraction, const QLocale &locale)
{
    return interval(fraction, 100, u"%"_s, locale);
}

QString isoTime(std::int64_t nanoseconds)
{
    if (!isKnown(nanoseconds))
        return {};
    return QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000, Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

QString localTime(std::int64_t nanoseconds, const QLocale &locale)
{
    if (!isKnown(nanoseconds))
        return unknown();
    return locale.toString(QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000),
                           u"d MMM yyyy HH:mm:ss"_s);
}

Result<double> parseDuration(const QString &text)
{
    static const QRegularExpression form(
        u"^\\s*([0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*(ms|s|min|h|d)?\\s*$"_s);
    const auto match = form.match(text);
    bool isNumber = false;
    const double value = match.captured(1).toDouble(&isNumber);
    if (!match.hasMatch() || !isNumber || !std::isfinite(value))
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("“%1” is no duration: write a number of seconds, or one with ms, s, "
                   "min, h or d.")
                .arg(text));
    const QString unit = match.captured(2);
    const double factor = unit == u"ms"    ? 1e-3
                          : unit == u"min" ? 60
                          : unit == u"h"   ? 3600
                          : unit == u"d"   ? 86400
                                           : 1;
    return value * factor;
}

Result<std::int64_t> parseTime(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("“%1” is no time: write it as 2026-11-24T04:05:06Z.").arg(text));
    if (time.timeSpec() == Qt::LocalTime) // no zone was written
        time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch() * 1'000'000;
}

QString placeIn(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const QByteArray inLine = before.mid(before.lastIndexOf('\n') + 1);
    return Tr::tr("line %1, column %2").arg(line).arg(QString::fromUtf8(inLine).size() + 1);
}

} // namespace dramatis::text
