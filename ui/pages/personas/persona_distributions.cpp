// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/persona_distributions.h"

#include "ui/plots/line_plot.h"

#include <QComboBox>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace dramatis::ui {

namespace {

constexpr int kHeight = 170;
constexpr double kWide = 20; ///< a ratio of the greatest to the least from which on the axis is log

struct Unit
{
    QString name;
    double size = 1; ///< in the base unit
};

/// The largest unit in which the median is at least 1, else the smallest.
Unit unitFor(double median, bool isTime)
{
    static const std::array times{Unit{QStringLiteral("s"), 1},
                                  Unit{QStringLiteral("ms"), 1e-3},
                                  Unit{QStringLiteral("µs"), 1e-6}};
    static const std::array sizes{Unit{QStringLiteral("MiB"), 1 << 20},
                                  Unit{QStringLiteral("KiB"), 1 << 10},
                                  Unit{QStringLiteral("B"), 1}};
    const auto &units = isTime ? times : sizes;
    const auto unit = std::find_if(
        units.begin(), units.end(), [median](const Unit &one) { return median >= one.size; });
    return unit == units.end() ? units.back() : *unit;
}

bool isWide(const persona::QuantileFunction &values)
{
    return values.front() > 0 && values.back() > kWide * values.front();
}

} // namespace

PersonaDistributions::PersonaDistributions(const persona::Persona &persona, QWidget *parent)
    : QWidget(parent)
    , m_style(static_cast<int>(number(persona.id)) - 1)
    , m_chooser(new QComboBox(this))
    , m_plot(new LinePlot(this))
{
    add(tr("Latency"), persona.latencies, true);
    add(tr("Response size"), persona.responseSizes, false);
    add(tr("Request size"), persona.requestSizes, false);
    add(tr("Gaps between requests"), persona.gaps, true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chooser);
    column->addWidget(m_plot);
    m_chooser->setAccessibleName(tr("Distribution of"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setFocusPolicy(Qt::StrongFocus);
    m_chooser->installEventFilter(this);
    m_plot->setFixedHeight(kHeight);
    m_plot->setSelectable(false);
    m_plot->setZoomable(false);
    connect(m_chooser, &QComboBox::currentIndexChanged, this, &PersonaDistributions::showChosen);
    showChosen();
}

/// The wheel scrolls the card, unless the chooser was asked for.
bool PersonaDistributions::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_chooser && event->type() == QEvent::Wheel && !m_chooser->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PersonaDistributions::add(const QString &name,
                               const persona::QuantileFunction &values,
                               bool isTime)
{
    if (values.empty())
        return;
    const Unit unit = unitFor(values[values.size() / 2], isTime);
    Quantity quantity{name, values, {}};
    for (double &value : quantity.values)
        value /= unit.size;
    quantity.title = isWide(values) ? tr("%1 (%2, log)").arg(name, unit.name)
                                    : tr("%1 (%2)").arg(name, unit.name);
    m_quantities.push_back(std::move(quantity));
    m_chooser->addItem(name);
}

void PersonaDistributions::showChosen()
{
    const int chosen = m_chooser->currentIndex();
    if (chosen < 0)
        return;
    const Quantity &quantity = m_quantities[static_cast<std::size_t>(chosen)];
    report::LineChart chart;
    chart.valueTitle = quantity.title;
    chart.axisTitle = tr("percentile");
    chart.logarithmic = isWide(quantity.values);
    chart.fromZero = !chart.logarithmic;
    report::Line line;
    line.style = {report::SeriesStyle::Kind::Persona, m_style};
    line.y = quantity.values;
    for (std::size_t i = 0; i < line.y.size(); ++i)
        line.x.push_back(100 * double(i) / double(line.y.size() - 1));
    chart.lines.push_back(std::move(line));
    m_plot->setValue(std::move(chart));
}

} // namespace dramatis::ui
