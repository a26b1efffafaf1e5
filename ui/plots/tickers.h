// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/qcustomplot_include.h"

namespace dramatis::ui {

/// Ticks at 1-2-5 with figures as people read them.
class NumberTicker : public QCPAxisTicker
{
public:
    NumberTicker();

protected:
    QString
    getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    int getSubTickCount(double tickStep) override;
    double getTickStep(const QCPRange &range) override;

private:
    int m_decimals = 0;
};

/// Ticks at 1, 2, 5 times powers of ten on a logarithmic axis: only the powers when it spans many.
class LogarithmicTicker : public QCPAxisTicker
{
protected:
    QString
    getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    int getSubTickCount(double tickStep) override;
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;
};

/// Ticks on an axis of seconds since the epoch, at round local times, from a second to months.
class TimeTicker : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double tickStep) override;
    QString
    getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;

private:
    double m_step = 1;
};

} // namespace dramatis::ui
