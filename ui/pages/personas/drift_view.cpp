// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/drift_view.h"

#include "core/base/text.h"
#include "core/persona/metrics.h"
#include "ui/base/empty_state.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/persona_icon.h"
#include "ui/base/splitter.h"
#include "ui/pages/base/value_table.h"
#include "ui/pages/personas/change_bar_delegate.h"
#include "ui/pages/personas/fates.h"
#include "ui/pages/personas/metric_text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

enum ListColumn { FateColumn, NameColumn, HeadlineColumn };
enum FigureColumn {
    MetricColumn,
    ThenColumn,
    NowColumn,
    ChangeColumn,
    PColumn,
    ReadingColumn,
    BarColumn
};

constexpr int kLeastBar = 96; ///< px; with less room the bars are left out
constexpr double kLeastScale = 0.1;

QString readingOf(const persona::MetricDrift &drift)
{
    if (std::isnan(drift.p))
        return PersonaDriftView::tr("not tested");
    return drift.drifted ? PersonaDriftView::tr("drifted")
                         : PersonaDriftView::tr("no difference seen");
}

/// What a row of the list says beside the name.
QString remarkOf(const persona::PersonaFate &fate)
{
    switch (fate.fate) {
    case persona::Fate::Same:
        return PersonaDriftView::tr("no figure has drifted");
    case persona::Fate::Drifted:
        return headlineOf(fate);
    case persona::Fate::New:
        return PersonaDriftView::tr("was not there then");
    case persona::Fate::Gone:
        return PersonaDriftView::tr("is no longer there");
    }
    return {};
}

} // namespace

PersonaDriftView::PersonaDriftView(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
{
    setProperty("plate", u"surface"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_empty = new EmptyState(Icon::History,
                             tr("No earlier version"),
                             tr("Keep this version, then find personas again, or find personas in "
                                "a later capture."),
                             m_stack);
    m_stack->addWidget(m_empty);
    auto *pane = new QWidget(m_stack);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    auto *splitter = new Splitter(Qt::Vertical, u"personas/drift"_s, settings, pane);
    splitter->addWidget(buildFates());
    splitter->addWidget(buildFigures());
    splitter->setShares({35, 65});
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    m_stack->addWidget(pane);
}

QWidget *PersonaDriftView::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    auto *since = new QLabel(tr("Since"), head);
    m_since = new QComboBox(head);
    m_since->setAccessibleName(tr("Earlier version"));
    m_since->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    since->setBuddy(m_since);
    connect(m_since, &QComboBox::activated, this, [this] {
        emit earlierChosen(PersonaSetId{m_since->currentData().toUInt()});
    });
    m_sentence = new QLabel(head);
    m_sentence->setWordWrap(true);
    setFontRole(m_sentence, FontRole::Strong);
    row->addWidget(since);
    row->addWidget(m_since);
    row->addSpacing(8);
    row->addWidget(m_sentence, 1);
    return head;
}

QWidget *PersonaDriftView::buildFates()
{
    m_list = new ValueTable(tr("What has become of the personas"), this);
    m_list->setColumns({{tr("Fate"), false, false, {}},
                        {tr("Persona"), false, false, {}},
                        {tr("Largest change"), false, true, tr("Of the figures that drifted")}});
    connect(m_list, &QTableWidget::currentCellChanged, this, [this](int row, int, int before) {
        if (row < 0 || row == before)
            return;
        showFigures();
        if (const auto &later = m_fates[static_cast<std::size_t>(row)].later)
            emit personaChosen(*later);
    });
    return m_list;
}

QWidget *PersonaDriftView::buildFigures()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_heading = new QLabel(pane);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setContentsMargins(12, 8, 12, 4);
    m_heading->setWordWrap(true);
    setFontRole(m_heading, FontRole::Strong);
    column->addWidget(m_heading);
    m_figures = new ValueTable(tr("Figures then and now"), pane);
    m_figures->setColumns(
        {{tr("Measure"), false, false, {}},
         {tr("Then"), true, false, tr("With the half-width of its 95 % interval")},
         {tr("Now"), true, false, tr("With the half-width of its 95 % interval")},
         {tr("Change"), true, false, tr("In percent of what it was then")},
         {tr("p (adjusted)"),
          true,
          false,
          tr("Chance of such a difference where there is none, adjusted for the number of "
             "comparisons (Benjamini and Hochberg)")},
         {tr("Reading"),
          false,
          false,
          tr("Drifted: sure, and a change of at least %1")
              .arg(text::percent(persona::kLeastDrift))},
         {tr("Lower, higher"),
          false,
          false,
          tr("The change from 0, to the scale of the largest; filled where it drifted")}});
    m_bars = new ChangeBarDelegate(m_figures);
    m_figures->setItemDelegateForColumn(BarColumn, m_bars);
    m_figures->viewport()->installEventFilter(this);
    column->addWidget(m_figures, 1);
    return pane;
}

void PersonaDriftView::show(const persona::PersonaSetPtr &earlier,
                            const persona::PersonaSetPtr &later,
                            const std::vector<VersionChoice> &versions,
                            PersonaSetId chosen)
{
    m_since->clear();
    for (const VersionChoice &version : versions)
        m_since->addItem(version.label, number(version.id));
    m_since->setCurrentIndex(m_since->findData(number(chosen)));
    m_fates = earlier && later ? persona::compareSets(*earlier, *later)
                               : std::vector<persona::PersonaFate>();
    // With versions to choose from, but none chosen yet, the chooser stays within reach.
    m_stack->setCurrentIndex(earlier || !versions.empty() ? 1 : 0);
    m_sentence->setText(earlier && later ? fatesSentence(m_fates) : QString());
    showFates();
}

void PersonaDriftView::showFates()
{
    const QSignalBlocker blocker(m_list);
    m_list->clearRows();
    int worst = -1;
    for (const persona::PersonaFate &fate : m_fates) {
        const int row = m_list->addRow({persona::fateName(fate.fate), fate.name, remarkOf(fate)});
        m_list->item(row, FateColumn)->setIcon(stateIcon(stateOf(fate.fate)));
        const PersonaId looks = fate.later ? *fate.later : *fate.earlier;
        m_list->item(row, NameColumn)->setIcon(personaIcon(number(looks) - 1));
        if (worst < 0 && fate.fate == persona::Fate::Drifted)
            worst = row;
    }
    m_list->fitColumns();
    // Begins with what has changed.
    m_list->setCurrentCell(m_fates.empty() ? -1 : std::max(0, worst), 0);
    showFigures();
}

void PersonaDriftView::setPersona(PersonaId later)
{
    const auto found = std::find_if(
        m_fates.begin(), m_fates.end(), [later](const auto &fate) { return fate.later == later; });
    if (found == m_fates.end())
        return;
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentCell(static_cast<int>(found - m_fates.begin()), 0);
    showFigures();
}

void PersonaDriftView::showFigures()
{
    m_figures->clearRows();
    const int row = m_list->currentRow();
    if (row < 0) {
        m_heading->clear();
        return;
    }
    const persona::PersonaFate &fate = m_fates[static_cast<std::size_t>(row)];
    m_heading->setText(fate.metrics.empty() ? tr("%1: there is nothing to compare.").arg(fate.name)
                                            : tr("%1, then and now").arg(fate.name));
    double largest = kLeastScale;
    for (const persona::MetricDrift &drift : fate.metrics) {
        addFigureRow(drift);
        if (std::isfinite(drift.relative()))
            largest = std::max(largest, std::abs(drift.relative()));
    }
    m_bars->setLargest(largest);
    m_figures->fitColumns();
    fitBars();
}

void PersonaDriftView::addFigureRow(const persona::MetricDrift &drift)
{
    const persona::Metric *metric = persona::findMetric(drift.metric);
    if (!metric)
        return;
    const int row = m_figures->addRow(
        {metricShortName(*metric),
         metricText(*metric, drift.earlier),
         metricText(*metric, drift.later),
         changeText(drift.relative()),
         std::isnan(drift.adjustedP) ? text::unknown() : text::probability(drift.adjustedP),
         readingOf(drift),
         {}});
    m_figures->item(row, MetricColumn)
        ->setToolTip(tr("%1: %2").arg(metric->name, metric->description));
    if (drift.drifted)
        m_figures->item(row, ReadingColumn)->setIcon(stateIcon(State::Warning));
    if (std::isnan(drift.p))
        m_figures->item(row, ReadingColumn)
            ->setToolTip(tr("How sure this figure is cannot be told from the windows."));
    if (std::isnan(drift.relative()))
        m_figures->item(row, ChangeColumn)->setToolTip(tr("It was 0 then."));
    QTableWidgetItem *bar = m_figures->item(row, BarColumn);
    if (std::isfinite(drift.relative()))
        bar->setData(ChangeBarDelegate::ChangeRole, drift.relative());
    bar->setData(ChangeBarDelegate::SureRole, drift.drifted);
}

void PersonaDriftView::fitBars()
{
    int others = 0;
    for (int column = MetricColumn; column < BarColumn; ++column)
        others += m_figures->columnWidth(column);
    m_figures->setColumnHidden(BarColumn, m_figures->viewport()->width() < others + kLeastBar);
}

bool PersonaDriftView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_figures->viewport() && event->type() == QEvent::Resize)
        fitBars();
    return QWidget::eventFilter(watched, event);
}

} // namespace dramatis::ui
