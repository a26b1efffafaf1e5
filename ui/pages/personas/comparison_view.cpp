// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/comparison_view.h"

#include "core/base/text.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/persona_icon.h"
#include "ui/base/remark.h"
#include "ui/base/splitter.h"
#include "ui/pages/base/value_table.h"
#include "ui/pages/personas/metric_text.h"
#include "ui/plots/parallel_plot.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

enum ComparisonColumn { MeasureColumn, RatioColumn, FirstPersona };

constexpr int kWidestName = 150; ///< px, in the head of a column

using Personas = std::vector<const persona::Persona *>;

std::size_t ordinalOf(const persona::Persona &persona)
{
    return number(persona.id) - 1;
}

/// The personas with the greatest and the least figure.
struct Extremes
{
    std::size_t greatest = 0;
    std::size_t least = 0;
    double ratio = persona::kNotKnown; ///< of the two; NaN where the least is not positive
};

/// None for fewer than two personas that know the figure.
std::optional<Extremes> extremesOf(const persona::Metric &metric, const Personas &personas)
{
    std::optional<Extremes> extremes;
    std::size_t known = 0;
    for (std::size_t i = 0; i < personas.size(); ++i) {
        const double value = metric.value(*personas[i]);
        if (std::isnan(value))
            continue;
        ++known;
        if (!extremes)
            extremes = {i, i};
        if (value > metric.value(*personas[extremes->greatest]))
            extremes->greatest = i;
        if (value < metric.value(*personas[extremes->least]))
            extremes->least = i;
    }
    if (known < 2)
        return std::nullopt;
    const double least = metric.value(*personas[extremes->least]);
    if (least > 0)
        extremes->ratio = metric.value(*personas[extremes->greatest]) / least;
    return extremes;
}

const persona::Metric *mostDifferent(const Personas &personas)
{
    const persona::Metric *found = nullptr;
    double most = 1;
    for (const persona::Metric &metric : persona::allMetrics()) {
        const auto extremes = extremesOf(metric, personas);
        if (extremes && extremes->ratio > most) {
            most = extremes->ratio;
            found = &metric;
        }
    }
    return found;
}

ParallelChart::Axis axisOf(const persona::Metric &metric)
{
    return {metricShortName(metric),
            metric.description,
            [&metric](const Figure &figure) { return metricText(metric, figure); },
            metric.most,
            metric.unit.startsWith(u'B')};
}

bool isKnownToAny(const persona::Metric &metric, const Personas &personas)
{
    return std::any_of(personas.begin(), personas.end(), [&](const persona::Persona *persona) {
        return !std::isnan(metric.value(*persona));
    });
}

} // namespace

PersonaComparisonView::PersonaComparisonView(Settings &settings, QWidget *parent) : QWidget(parent)
{
    setProperty("plate", u"surface"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_remark = makeRemark({}, this);
    m_remark->setContentsMargins(12, 8, 12, 0);
    m_remark->hide();
    column->addWidget(m_remark);
    auto *splitter = new Splitter(Qt::Vertical, u"personas/compare"_s, settings, this);
    m_plot = new ParallelPlot(splitter);
    m_plot->setAccessibleName(tr("Personas compared"));
    m_table = new ValueTable(tr("Figures of the personas"), splitter);
    m_table->horizontalHeader()->setSectionsClickable(true);
    splitter->addWidget(m_plot);
    splitter->addWidget(m_table);
    splitter->setShares({60, 40});
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    connect(m_plot, &ParallelPlot::seriesClicked, this, &PersonaComparisonView::choose);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        choose(section - FirstPersona);
    });
}

void PersonaComparisonView::show(persona::PersonaSetPtr set, const std::vector<PersonaId> &chosen)
{
    m_set = std::move(set);
    m_shown.clear();
    if (m_set && chosen.empty())
        for (const persona::Persona &persona : m_set->personas)
            m_shown.push_back(&persona);
    else if (m_set)
        for (const PersonaId id : chosen)
            if (const persona::Persona *persona = m_set->withId(id))
                m_shown.push_back(persona);
    const std::size_t asked = m_shown.size();
    m_shown.resize(std::min(asked, kMostPersonas));
    m_remark->setText(tr("The first %1 of %2 personas: more lines could not be told apart.")
                          .arg(m_shown.size())
                          .arg(asked));
    m_remark->setVisible(m_shown.size() < asked);
    showPlot();
    showTable();
}

void PersonaComparisonView::showPlot()
{
    ParallelChart chart;
    for (const persona::Persona *persona : m_shown)
        chart.series.push_back({persona->name, static_cast<int>(ordinalOf(*persona)), {}, {}});
    for (const persona::Metric &metric : persona::allMetrics()) {
        if (!isKnownToAny(metric, m_shown))
            continue;
        chart.axes.push_back(axisOf(metric));
        for (std::size_t i = 0; i < m_shown.size(); ++i) {
            chart.series[i].values.push_back(shownFigure(metric, *m_shown[i]));
            chart.series[i].notes.push_back(handEditText(metric, *m_shown[i]));
        }
    }
    m_plot->setValue(std::move(chart));
}

void PersonaComparisonView::showTable()
{
    std::vector<ValueColumn> columns{{tr("Measure"), false, true, {}},
                                     {tr("Greatest to least"),
                                      true,
                                      false,
                                      tr("How many times the least figure the greatest is")}};
    const QFontMetrics metrics(m_table->horizontalHeader()->font());
    for (const persona::Persona *persona : m_shown)
        columns.push_back({metrics.elidedText(persona->name, Qt::ElideMiddle, kWidestName),
                           true,
                           false,
                           tr("Choose %1").arg(persona->name)});
    m_table->clearRows();
    m_table->setColumns(columns);
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        QTableWidgetItem *head = m_table->horizontalHeaderItem(FirstPersona + static_cast<int>(i));
        head->setIcon(personaIcon(ordinalOf(*m_shown[i])));
        head->setData(Qt::AccessibleTextRole, m_shown[i]->name);
    }
    const persona::Metric *most = mostDifferent(m_shown);
    for (const persona::Metric &metric : persona::allMetrics())
        addMetricRow(metric, &metric == most);
    m_table->fitColumns();
}

void PersonaComparisonView::addMetricRow(const persona::Metric &metric, bool isLargest)
{
    const auto extremes = extremesOf(metric, m_shown);
    const double ratio = extremes ? extremes->ratio : persona::kNotKnown;
    QStringList texts{metric.name,
                      std::isnan(ratio) ? text::unknown() : tr("%1 ×").arg(text::number(ratio))};
    if (isLargest)
        texts[RatioColumn] = tr("largest: %1 ×").arg(text::number(ratio));
    for (const persona::Persona *persona : m_shown)
        texts << metricText(metric, shownFigure(metric, *persona));
    const int row = m_table->addRow(texts);
    m_table->item(row, MeasureColumn)->setToolTip(metric.description);
    if (isLargest)
        m_table->item(row, RatioColumn)->setFont(figureFont(FontRole::Strong));
    if (!std::isnan(ratio))
        m_table->item(row, RatioColumn)
            ->setToolTip(
                tr("Greatest: %1. Least: %2.")
                    .arg(m_shown[extremes->greatest]->name, m_shown[extremes->least]->name));
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        QTableWidgetItem *cell = m_table->item(row, FirstPersona + static_cast<int>(i));
        if (const QString edited = handEditText(metric, *m_shown[i]); !edited.isEmpty()) {
            cell->setIcon(icon(Icon::Rename));
            cell->setToolTip(edited);
            cell->setData(Qt::AccessibleTextRole, QString(cell->text() + u", "_s + edited));
        } else if (std::isnan(metric.value(*m_shown[i]))) {
            cell->setToolTip(tr("Not known of this persona"));
        }
    }
}

void PersonaComparisonView::choose(int place)
{
    if (place >= 0 && static_cast<std::size_t>(place) < m_shown.size())
        emit personaChosen(m_shown[static_cast<std::size_t>(place)]->id);
}

} // namespace dramatis::ui
