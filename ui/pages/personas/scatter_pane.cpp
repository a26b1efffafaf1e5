// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/scatter_pane.h"

#include "core/base/text.h"
#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/pages/personas/epsilon_guidance.h"
#include "ui/plots/scatter_plot.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace dramatis::ui {

namespace {

constexpr int kComponents = 2;     ///< the first entries of the axis choosers
constexpr int kAxisLetters = 14;   ///< that an axis chooser shows at least
constexpr int kRoomForWords = 720; ///< px from which on the tools have their names
constexpr int kNamedStyles = 12; ///< clusters beyond have no chip: hundreds would hide the picture

} // namespace

ScatterPane::ScatterPane(const PersonasPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_xAxis(new QComboBox(this))
    , m_yAxis(new QComboBox(this))
    , m_plot(new ScatterPlot(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(8);
    addTools(row);
    row->addStretch();
    for (auto [name, box] : {std::pair(tr("x"), m_xAxis), std::pair(tr("y"), m_yAxis)}) {
        auto *label = new QLabel(name, this);
        label->setBuddy(box);
        setTextRole(label, TextRole::Secondary);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(kAxisLetters);
        box->setToolTip(tr("What the windows are placed by on this axis"));
        row->addWidget(label);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &ScatterPane::showPoints);
    }
    column->addLayout(row);
    column->addWidget(m_plot, 1);
    m_plot->setDescription([this](std::size_t point) { return describe(point); });
    connect(m_plot, &ScatterPlot::clusterClicked, this, &ScatterPane::clusterClicked);
    connect(m_plot, &ScatterPlot::pointsSelected, this, &ScatterPane::rowsSelected);
}

void ScatterPane::addTools(QHBoxLayout *row)
{
    struct Tool
    {
        Icon icon;
        QString name;
        QString toolTip;
        ScatterTool tool;
    };
    const std::array tools{
        Tool{Icon::Fit, tr("Move"), tr("A drag moves the picture"), ScatterTool::Move},
        Tool{Icon::Lasso,
             tr("Lasso"),
             tr("A drag draws round the windows to select; Shift adds, Alt takes away"),
             ScatterTool::Lasso},
        Tool{Icon::Range,
             tr("Rectangle"),
             tr("A drag spans the rectangle of windows to select; Shift adds, Alt takes away"),
             ScatterTool::Rectangle}};
    auto *group = new QActionGroup(this);
    for (const Tool &tool : tools) {
        auto *action = new QAction(ui::icon(tool.icon), tool.name, group);
        action->setToolTip(tool.toolTip);
        action->setCheckable(true);
        action->setChecked(tool.tool == ScatterTool::Move);
        connect(action, &QAction::triggered, this, [this, which = tool.tool] {
            m_plot->setTool(which);
        });
        m_buttons.push_back(makeTextToolButton(action, this));
        row->addWidget(m_buttons.back());
        m_tools << action;
    }
}

void ScatterPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (QToolButton *button : m_buttons)
        button->setToolButtonStyle(width() < kRoomForWords ? Qt::ToolButtonIconOnly
                                                           : Qt::ToolButtonTextBesideIcon);
}

void ScatterPane::fillAxes()
{
    const FoundPersonas &found = *m_presenter.found();
    for (QComboBox *box : {m_xAxis, m_yAxis}) {
        const QString before = box->currentText();
        const int usual = box == m_xAxis ? 0 : 1;
        box->clear();
        for (int i = 0; i < kComponents; ++i)
            box->addItem(
                tr("PCA %1 (%2)").arg(i + 1).arg(text::percent(found.projection.explained[i])));
        for (const traffic::FeatureColumn &column : found.analysis->features->columns)
            box->addItem(column.unit.isEmpty() ? column.name
                                               : tr("%1 (%2)").arg(column.name, column.unit));
        const int index = box->findText(before);
        box->setCurrentIndex(index >= 0 ? index : usual);
    }
}

std::vector<float> ScatterPane::axisValues(int axis) const
{
    const FoundPersonas &found = *m_presenter.found();
    const auto rows = found.analysis->features->raw.rows();
    std::vector<float> values(static_cast<std::size_t>(rows));
    for (Eigen::Index row = 0; row < rows; ++row)
        values[static_cast<std::size_t>(row)] = static_cast<float>(
            axis < kComponents ? found.projection.points(row, axis)
                               : found.analysis->features->raw(row, axis - kComponents));
    return values;
}

std::vector<QString> ScatterPane::chipNames() const
{
    std::vector<QString> names = m_presenter.names();
    for (std::size_t cluster = 0; cluster < names.size(); ++cluster)
        if (m_presenter.styles()[cluster] >= kNamedStyles)
            names[cluster].clear();
    return names;
}

void ScatterPane::showFound()
{
    if (!m_presenter.found())
        return;
    fillAxes();
    showPoints();
}

void ScatterPane::showPoints()
{
    if (!m_presenter.found())
        return;
    report::ScatterChart chart;
    chart.xTitle = m_xAxis->currentText();
    chart.yTitle = m_yAxis->currentText();
    chart.x = axisValues(m_xAxis->currentIndex());
    chart.y = axisValues(m_yAxis->currentIndex());
    chart.cluster = m_presenter.cut().clusters->labels;
    chart.clusterNames = chipNames();
    chart.clusterStyle = m_presenter.styles();
    m_plot->setValue(std::move(chart));
}

void ScatterPane::showCut()
{
    // While a new finding is laid out the slider may cut it before its points are in the plot.
    const ShownCut &cut = m_presenter.cut();
    if (m_presenter.found() && m_plot->pointCount() == cut.clusters->labels.size())
        m_plot->setClusters(cut.labels(), chipNames(), cut.styles);
}

void ScatterPane::setPersona(int style)
{
    const std::vector<int> &styles = m_presenter.styles();
    const auto place = std::find(styles.begin(), styles.end(), style);
    m_plot->setSelectedCluster(
        place == styles.end() ? -1 : static_cast<int>(std::distance(styles.begin(), place)));
}

void ScatterPane::setSelectedRows(const std::vector<std::uint32_t> &rows)
{
    m_plot->setSelectedPoints(rows);
}

/// What the tip tells of a window: where and when, its figures, who it is, and why.
TipCard ScatterPane::describe(std::size_t row) const
{
    TipCard card;
    const FoundPersonas *found = m_presenter.found();
    if (!found)
        return card;
    const traffic::WindowTable &table = *found->analysis->windows;
    const traffic::Window &window = table.windows[found->analysis->features->windowOfRow[row]];
    const QString resource = table.resources[number(window.resource)];
    card.heading = tr("%1, %2, %3")
                       .arg(resource.isEmpty() ? tr("(none named)") : resource,
                            text::localTime(table.sliceBegin(window.slice)),
                            text::duration(table.widthSeconds));
    const int cluster = m_presenter.cut().clusters->labels[row];
    const persona::Persona *persona =
        cluster < 0 ? nullptr
                    : m_presenter.ofStyle(m_presenter.styles()[static_cast<std::size_t>(cluster)]);
    card.rows = {{tr("Requests"), text::rate(double(window.exchanges) / table.widthSeconds)},
                 {tr("Latency p95"), text::duration(window.latencyP95)},
                 {tr("Errors"),
                  window.knownOutcomes == 0
                      ? text::unknown()
                      : text::percent(double(window.errors) / double(window.knownOutcomes))},
                 {tr("Persona"),
                  cluster < 0 ? tr("noise")
                  : persona   ? persona->name
                              : tr("not profiled yet")}};
    if (m_presenter.isRegrouped())
        card.rows.emplace_back(tr("Why"), tr("moved by hand, or as it was cut"));
    else if (const clustering::DensityIndex *index = m_presenter.index())
        card.rows.emplace_back(
            tr("Why"),
            standingText(index->standing(row, m_presenter.cut().epsilon), index->minPoints()));
    else if (const auto &membership = found->analysis->outcome.membership; row < membership.size())
        card.rows.emplace_back(
            tr("Why"), tr("%1 of the way into its cluster").arg(text::percent(membership[row])));
    return card;
}

} // namespace dramatis::ui
