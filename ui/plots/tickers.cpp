// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/tickers.h"

#include "core/base/text.h"

#include <QDateTime>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kMinute = 60;
constexpr double kHour = 3600;
constexpr double kDay = 86400;
constexpr std::array kTimeSteps{1.0,          2.0,          5.0,         10.0,        15.0,
                                30.0,         kMinute,      2 * kMinute, 5 * kMinute, 10 * kMinute,
                                15 * kMinute, 30 * kMinute, kHour,       2 * kHour,   3 * kHour,
                                6 * kHour,    12 * kHour,   kDay,        2 * kDay,    7 * kDay,
                                14 * kDay,    28 * kDay,    91 * kDay,   182 * kDay,  365 * kDay};

QDateTime localTime(double seconds)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(seconds * 1000)));
}

} // namespace

NumberTicker::NumberTicker()
{
    setTickCount(5);
}

double NumberTicker::getTickStep(const QCPRange &range)
{
    // 1-2-5, the smallest of them that gives no more ticks than asked for; but where that one is
    // wider than the axis, which then would have a single tick, the one before it.
    const double exact = range.size() / std::max(1, mTickCount);
    const double power = std::pow(10.0, std::floor(std::log10(exact)));
    double step = power;
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * power > range.size() && factor > 1)
            break;
        step = factor * power;
        if (step >= exact * (1 - 1e-9))
            break;
    }
    m_decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 12);
    return step;
}

int NumberTicker::getSubTickCount(double)
{
    return 0;
}

QString NumberTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    if (std::abs(tick) < 1e-12)
        tick = 0;
    QString shown =
        std::abs(tick) >= 1e5 ? text::count(tick, locale) : locale.toString(tick, 'f', m_decimals);
    if (shown.startsWith(u'-'))
        shown.replace(0, 1, QChar(0x2212));
    return shown;
}

int LogarithmicTicker::getSubTickCount(double)
{
    return 0;
}

QString LogarithmicTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    if (tick >= 1e5)
        return text::count(tick, locale);
    if (tick >= 1e4) // as those above it, and no wider than they
        return locale.toString(std::llround(tick / 1e3)) + u"\u202Fk"_s;
    return tick >= 1 ? locale.toString(std::llround(tick)) : locale.toString(tick, 'g', 3);
}

QVector<double> LogarithmicTicker::createTickVector(double, const QCPRange &range)
{
    QVector<double> ticks;
    if (!(range.lower > 0))
        return ticks;
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    const double decades = std::log10(range.upper / range.lower);
    const std::vector<double> factors = decades <= 1.2   ? std::vector<double>{1, 2, 5}
                                        : decades <= 3.0 ? std::vector<double>{1, 3}
                                                         : std::vector<double>{1};
    for (int power = first; power <= last; ++power)
        for (const double factor : factors)
            ticks.append(factor * std::pow(10.0, power));
    return ticks;
}

double TimeTicker::getTickStep(const QCPRange &range)
{
    m_step = kTimeSteps.back();
    for (const double step : kTimeSteps) {
        if (range.size() / step <= std::max(2, mTickCount)) {
            m_step = step;
            break;
        }
    }
    return m_step;
}

int TimeTicker::getSubTickCount(double)
{
    return 0;
}

QVector<double> TimeTicker::createTickVector(double tickStep, const QCPRange &range)
{
    // Aligned to local midnight of the first day, so that steps of hours fall on round hours. A
    // change of the clock inside the range moves later ticks by an hour, which their labels show.
    const QDateTime midnight(localTime(range.lower).date(), QTime(0, 0));
    const double start = static_cast<double>(midnight.toSecsSinceEpoch());
    QVector<double> ticks;
    for (double i = std::floor((range.lower - start) / tickStep);; ++i) {
        const double tick = start + i * tickStep;
        if (tick > range.upper + tickStep * 1e-6 || ticks.size() > 200)
            break;
        ticks.append(tick);
    }
    return ticks;
}

QString TimeTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    const QDateTime time = localTime(tick);
    if (m_step >= 28 * kDay)
        return locale.toString(time.date(), u"MMM yyyy"_s);
    if (m_step >= kDay || (m_step >= kHour && time.time() == QTime(0, 0)))
        return locale.toString(time.date(), m_step >= 7 * kDay ? u"d MMM"_s : u"ddd d"_s);
    return locale.toString(time.time(), m_step < kMinute ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace dramatis::ui
