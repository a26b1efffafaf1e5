// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/run_tables.h"

#include "core/base/text.h"
#include "ui/base/fonts.h"
#include "ui/pages/base/value_table.h"
#include "ui/plots/bar_plot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr std::size_t kMostBars = 10;

QString perSecond(const simulation::Measure &measure)
{
    return text::interval(measure.figure(), 1, {});
}

QString milliseconds(const simulation::Measure &measure)
{
    return text::interval(measure.figure(), 1e3, {});
}

QString percent(const simulation::Measure &measure)
{
    return text::interval(measure.figure(), 100, {});
}

/// As high as what it holds: the area around it scrolls.
void showWhole(ValueTable *table)
{
    int height = table->horizontalHeader()->sizeHint().height() + 2;
    for (int row = 0; row < table->rowCount(); ++row)
        height += table->rowHeight(row);
    table->setFixedHeight(height);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace

RunTables::RunTables(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *content = new QWidget(this);
    content->setProperty("plate", u"surface"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_sources = new ValueTable(tr("Results by source"), content);
    m_sources->setColumns({{tr("Source"), false, true, {}},
                           {tr("Offered (req/s)"), true, false, {}},
                           {tr("Goodput (req/s)"), true, false, tr("Useful answers before the deadline.")},
                           {tr("p50 (ms)"), true, false, {}},
                           {tr("p95 (ms)"), true, false, {}},
                           {tr("p99 (ms)"), true, false, {}},
                           {tr("Errors (%)"), true, false, {}}});
    m_nodes = new ValueTable(tr("Results by node"), content);
    m_nodes->setColumns({{tr("Node"), false, true, {}},
                         {tr("Instances × workers"), true, false, {}},
                         {tr("Throughput (req/s)"), true, false, {}},
                         {tr("Utilisation (%)"), true, false, {}},
                         {tr("Waiting (ms)"), true, false, tr("Mean time in the queue.")},
                         {tr("p95 (ms)"), true, false, {}},
                         {tr("Errors (%)"), true, false, {}}});
    column->addWidget(m_sources);
    column->addWidget(m_nodes);
    column->addStretch(1);
    setWidget(content);
}

void RunTables::setRun(const simulation::Scenario &scenario, const simulation::RunResultPtr &run)
{
    m_sources->clearRows();
    m_nodes->clearRows();
    for (const topology::Node &node : scenario.topology.nodes) {
        if (run && run->sources.contains(node.id)) {
            const simulation::SourceResult &source = run->sources[node.id];
            m_sources->addRow({node.id,
                               perSecond(source.offered),
                               perSecond(source.goodput),
                               milliseconds(source.responseTime.p50),
                               milliseconds(source.responseTime.p95),
                               milliseconds(source.responseTime.p99),
                               percent(source.errorRate)});
        } else if (run && run->nodes.contains(node.id)) {
            const simulation::NodeResult &result = run->nodes[node.id];
            const bool station = node.serviceTime.has_value();
            m_nodes->addRow({node.id,
                             station ? tr("%1 × %2").arg(node.instances).arg(node.workers)
                                     : text::unknown(),
                             perSecond(result.throughput),
                             station ? percent(result.utilization) : text::unknown(),
                             station ? milliseconds(result.waitingTime) : text::unknown(),
                             milliseconds(result.responseTime.p95),
                             percent(result.errorRate)});
        }
    }
    for (ValueTable *table : {m_sources, m_nodes}) {
        table->fitColumns();
        showWhole(table);
    }
}

RunBreakdown::RunBreakdown(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    m_source = new QComboBox(this);
    m_source->setAccessibleName(tr("Source"));
    m_remark = new QLabel(this);
    setTextRole(m_remark, TextRole::Secondary);
    row->addWidget(m_source);
    row->addWidget(m_remark, 1);
    m_plot = new BarPlot(this);
    column->addLayout(row);
    column->addWidget(m_plot, 1);
    connect(m_source, &QComboBox::currentTextChanged, this, &RunBreakdown::showSource);
}

void RunBreakdown::setRun(const simulation::RunResultPtr &run)
{
    m_run = run;
    const QString before = m_source->currentText();
    {
        const QSignalBlocker blocker(m_source);
        m_source->clear();
        if (run)
            m_source->addItems(run->sources.keys());
        m_source->setCurrentIndex(std::max(0, m_source->findText(before)));
    }
    m_source->setVisible(m_source->count() > 1);
    showSource(m_source->currentText());
}

void RunBreakdown::showSource(const QString &source)
{
    report::BarChart chart;
    chart.valueTitle = tr("Mean time of a request (ms)");
    if (m_run && m_run->sources.contains(source)) {
        const simulation::SourceResult &result = m_run->sources[source];
        const auto add = [&chart](const QString &name, const simulation::Measure &measure, int style) {
            Figure figure = measure.figure();
            figure.mean *= 1e3;
            figure.halfWidth *= 1e3;
            if (figure.isKnown() && figure.mean > 0)
                chart.bars.push_back({name, figure, {report::SeriesStyle::Kind::Series, style}});
        };
        for (auto it = result.breakdown.begin(); it != result.breakdown.end(); ++it) {
            add(tr("%1, waiting").arg(it.key()), it->waiting, 1);
            add(tr("%1, service").arg(it.key()), it->service, 0);
        }
        add(tr("network"), result.network, 2);
        std::stable_sort(chart.bars.begin(), chart.bars.end(), [](const auto &a, const auto &b) {
            return a.value.mean > b.value.mean;
        });
        if (chart.bars.size() > kMostBars)
            chart.bars.resize(kMostBars);
        m_remark->setText(tr("%1 on average, of them by part:")
                              .arg(text::durationInterval(result.responseTime.mean.figure())));
    } else {
        m_remark->clear();
    }
    m_plot->setValue(std::move(chart));
}

} // namespace dramatis::ui
