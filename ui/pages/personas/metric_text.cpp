// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/metric_text.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

struct MetricTr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::ui::MetricText)
};

constexpr QChar kNoBreakSpace(0x202F);
constexpr double kLeastRate = 10000; ///< 1/s, from which text::rate() counts in thousands
constexpr double kDecimalsBelow = 0.1;
constexpr double kLeastChange = 0.0005; ///< a smaller one is shown as 0.0 %

/// Bytes with their interval, both in the unit that suits the mean.
QString bytesInterval(const Figure &bytes, const QString &perTime)
{
    const std::array<QString, 5> units{u"B"_s, u"KiB"_s, u"MiB"_s, u"GiB"_s, u"TiB"_s};
    double factor = 1;
    std::size_t unit = 0;
    while (unit + 1 < units.size() && std::abs(bytes.mean * factor) >= 1024) {
        factor /= 1024;
        ++unit;
    }
    return text::interval(bytes, factor, units[unit] + perTime);
}

} // namespace

QString metricText(const persona::Metric &metric, const Figure &figure)
{
    if (!figure.isKnown() || !figure.hasInterval())
        return metric.text(figure.mean, QLocale());
    if (metric.unit == u"s")
        return text::durationInterval(figure);
    if (metric.unit == u"B")
        return bytesInterval(figure, {});
    if (metric.unit == u"B/s")
        return bytesInterval(figure, u"/s"_s);
    if (metric.unit == u"1/s")
        return figure.mean < kLeastRate ? text::interval(figure, 1, MetricTr::tr("req/s"))
                                        : text::interval(figure, 1e-3, MetricTr::tr("k req/s"));
    return metric.most == 1 ? text::percentInterval(figure) : text::interval(figure, 1, {});
}

QString metricShortName(const persona::Metric &metric)
{
    const auto quantile = u"latency_p"_s;
    return metric.id.startsWith(quantile)
               ? MetricTr::tr("Latency p%1").arg(metric.id.mid(quantile.size()))
               : metric.name;
}

QString changeText(double fraction)
{
    if (!std::isfinite(fraction))
        return text::unknown();
    const double size = std::abs(fraction);
    const QString shown = QLocale().toString(size * 100, 'f', size < kDecimalsBelow ? 1 : 0);
    const QString sign = size < kLeastChange ? QString() : fraction < 0 ? u"−"_s : u"+"_s;
    return sign + shown + kNoBreakSpace + u'%';
}

QString handEditText(const persona::Metric &metric, const persona::Persona &persona)
{
    const auto edit = persona.edits.find(metric.id);
    return edit == persona.edits.end() ? QString()
                                       : MetricTr::tr("set by hand; measured %1")
                                             .arg(metric.text(edit->second.measured, QLocale()));
}

Figure shownFigure(const persona::Metric &metric, const persona::Persona &persona)
{
    return persona.edits.contains(metric.id) ? Figure{metric.value(persona)}
                                             : estimateOf(metric, persona).figure();
}

} // namespace dramatis::ui
