// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/capture_comparison_view.h"

#include "ui/base/error_panel.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/splitter.h"
#include "ui/edit/document.h"
#include "ui/models/table_view.h"
#include "ui/pages/captures/capture_comparer.h"
#include "ui/plots/timeline_plot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

CaptureComparisonView::CaptureComparisonView(const PageServices &services, QWidget *parent)
    : QWidget(parent)
    , m_comparer(new CaptureComparer(services, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(column);
    m_error = new ErrorPanel(this);
    m_error->hide();
    column->addWidget(m_error);
    auto *splitter = new Splitter(Qt::Vertical, u"captures/compare"_s, services.settings, this);
    m_timeline = new TimelinePlot(splitter);
    splitter->addWidget(m_timeline);
    auto *pane = new QWidget(splitter);
    pane->setProperty("plate", u"surface"_s);
    auto *paneColumn = new QVBoxLayout(pane);
    paneColumn->setContentsMargins(0, 0, 0, 0);
    paneColumn->setSpacing(0);
    m_model = new TableModel<ComparisonRow>(comparisonColumns(), this);
    m_table = new TableView(tr("Differences"), pane);
    m_table->setTable(m_model, 0);
    auto *tools = new QHBoxLayout;
    m_sentence = new QLabel(pane);
    m_sentence->setContentsMargins(12, 0, 0, 0);
    tools->addWidget(m_sentence, 1);
    tools->addWidget(m_table->makeTools(pane));
    paneColumn->addLayout(tools);
    paneColumn->addWidget(m_table, 1);
    splitter->addWidget(pane);
    splitter->setShares({50, 50});
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    connect(m_comparer,
            &CaptureComparer::compared,
            this,
            [this](const std::shared_ptr<const traffic::CaptureComparison> &comparison) {
                showDifferences(*comparison);
            });
    connect(m_comparer, &CaptureComparer::failed, this, [this](const Error &error) {
        m_sentence->clear();
        m_error->setError(tr("The captures could not be compared."), error);
        m_error->show();
    });
}

void CaptureComparisonView::buildHead(QVBoxLayout *column)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(8);
    const auto chooser = [&](const QString &letter, const QString &name) {
        auto *label = new QLabel(letter, this);
        setFontRole(label, FontRole::Strong);
        auto *box = new QComboBox(this);
        box->setAccessibleName(name);
        box->setToolTip(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        label->setBuddy(box);
        head->addWidget(label);
        head->addWidget(box);
        connect(box, &QComboBox::activated, this, &CaptureComparisonView::compare);
        return box;
    };
    m_a = chooser(tr("A"), tr("First capture"));
    m_b = chooser(tr("B"), tr("Second capture"));
    auto *swap = new QPushButton(ui::icon(Icon::Compare), tr("Swap"), this);
    swap->setToolTip(tr("Exchange A and B"));
    connect(swap, &QPushButton::clicked, this, [this] {
        const int a = m_a->currentIndex();
        m_a->setCurrentIndex(m_b->currentIndex());
        m_b->setCurrentIndex(a);
        compare();
    });
    auto *close = new QPushButton(tr("Close"), this);
    close->setToolTip(tr("Back to the capture (Ctrl+B)"));
    connect(close, &QPushButton::clicked, this, &CaptureComparisonView::closeRequested);
    head->addWidget(swap);
    head->addStretch();
    head->addWidget(close);
    column->addLayout(head);
}

void CaptureComparisonView::setDocument(Document *document, std::optional<CaptureId> a)
{
    m_document = document;
    fill(m_a, a);
    const auto &captures = document->state().captures;
    // The other one is the newest that is not A.
    const auto other = std::find_if(
        captures.rbegin(), captures.rend(), [&a](const auto &entry) { return entry.first != a; });
    fill(m_b, other == captures.rend() ? a : std::optional(other->first));
    compare();
}

void CaptureComparisonView::leave()
{
    m_comparer->cancel();
}

void CaptureComparisonView::fill(QComboBox *box, std::optional<CaptureId> chosen) const
{
    box->clear();
    for (const auto &[id, record] : m_document->state().captures)
        box->addItem(record.name, number(id));
    if (chosen)
        box->setCurrentIndex(box->findData(number(*chosen)));
}

void CaptureComparisonView::compare()
{
    const auto &captures = m_document->state().captures;
    const auto a = captures.find(CaptureId{m_a->currentData().toUInt()});
    const auto b = captures.find(CaptureId{m_b->currentData().toUInt()});
    if (a == captures.end() || b == captures.end())
        return;
    m_error->hide();
    m_model->setSnapshot(std::make_shared<const std::vector<ComparisonRow>>());
    std::vector<report::LineChart> charts =
        comparisonCharts(a->second.statistics->timeline, b->second.statistics->timeline);
    const std::vector<int> heights(charts.size(), 1);
    m_timeline->setCharts(std::move(charts), heights);
    for (LinePlot *plot : m_timeline->plots())
        plot->setSelectable(false);
    m_sentence->setText(tr("Comparing…"));
    m_comparer->compare(a->second, b->second);
}

void CaptureComparisonView::showDifferences(const traffic::CaptureComparison &comparison)
{
    const auto rows = comparisonRows(comparison);
    m_model->setSnapshot(rows);
    const auto different = std::count_if(
        rows->begin(), rows->end(), [](const ComparisonRow &row) { return row.figure.differs; });
    m_sentence->setText(tr("%1 of %2 measures differ. Resources only in A: %3, only in B: %4.")
                            .arg(different)
                            .arg(rows->size())
                            .arg(comparison.resourcesOnlyInA.size())
                            .arg(comparison.resourcesOnlyInB.size()));
}

} // namespace dramatis::ui
