// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/windows_view.h"

#include "core/base/text.h"
#include "ui/base/fonts.h"
#include "ui/base/persona_icon.h"
#include "ui/base/refresh_deferrer.h"
#include "ui/models/table_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// Pieces that a selection may lie in and still be marked: the table looks through all of them for
/// every cell that it paints.
constexpr qsizetype kMostPieces = 1000;

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

} // namespace

PersonaWindowsView::PersonaWindowsView(QWidget *parent)
    : QWidget(parent)
    , m_model(new WindowsModel(this))
    , m_deferrer(new RefreshDeferrer(this, [this] { showRows(); }))
{
    setProperty("plate", u"surface"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 4, 8);
    head->setSpacing(12);
    m_chooser = new QComboBox(this);
    m_chooser->setAccessibleName(tr("Which windows"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_chooser, &QComboBox::activated, this, [this](int index) {
        setFilter(m_filters[static_cast<std::size_t>(index)]);
    });
    m_counts = new QLabel(this);
    setTextRole(m_counts, TextRole::Secondary);
    m_table = new TableView(tr("Windows"), this);
    m_table->setSelfSorting(m_model);
    head->addWidget(m_chooser);
    head->addWidget(m_counts, 1);
    head->addWidget(m_table->makeTools(this));
    column->addLayout(head);
    column->addWidget(m_table, 1);
    connect(m_table->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &PersonaWindowsView::takeSelection);
    // Sorting resets the model, and with it what was marked.
    connect(m_model, &QAbstractItemModel::modelReset, this, &PersonaWindowsView::markSelected);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        emit windowActivated(m_model->row(index.row()));
    });
    fillFilters();
    showCounts();
}

void PersonaWindowsView::show(std::shared_ptr<const analysis::PersonaAnalysis> analysis,
                              std::shared_ptr<const clustering::Clustering> cut,
                              std::vector<QString> namesByCluster,
                              std::vector<int> stylesByCluster)
{
    WindowFacts facts{
        std::move(analysis), std::move(cut), std::move(namesByCluster), std::move(stylesByCluster)};
    if (facts == m_facts)
        return; // what was scrolled to stays
    m_facts = std::move(facts);
    m_hasNewFacts = true;
    m_selected.clear();
    m_listed.clear();
    fillFilters();
    m_deferrer->request();
}

void PersonaWindowsView::fillFilters()
{
    using Kind = WindowFilter::Kind;
    m_filters.clear();
    m_chooser->clear();
    const auto add = [this](const WindowFilter &filter, const QIcon &icon, const QString &text) {
        m_filters.push_back(filter);
        m_chooser->addItem(icon, text);
    };
    add({Kind::All, 0}, {}, tr("All windows"));
    add({Kind::Selected, 0}, {}, tr("Selected windows"));
    for (std::size_t cluster = 0; cluster < m_facts.names.size(); ++cluster)
        add({Kind::Cluster, static_cast<int>(cluster)},
            personaIcon(static_cast<std::size_t>(std::max(0, m_facts.styles[cluster]))),
            m_facts.names[cluster]);
    add({Kind::Cluster, clustering::kNoise}, noiseIcon(), tr("noise"));
    const auto found = std::find(m_filters.begin(), m_filters.end(), m_filter);
    if (found == m_filters.end())
        m_filter = {};
    m_chooser->setCurrentIndex(
        found == m_filters.end() ? 0 : static_cast<int>(found - m_filters.begin()));
}

void PersonaWindowsView::setFilter(const WindowFilter &filter)
{
    const auto found = std::find(m_filters.begin(), m_filters.end(), filter);
    if (found == m_filters.end())
        return;
    m_chooser->setCurrentIndex(static_cast<int>(found - m_filters.begin()));
    m_filter = filter;
    // What is selected now: choosing among these rows does not take the others away.
    m_listed = m_selected;
    m_deferrer->request();
}

void PersonaWindowsView::setSelectedRows(std::vector<std::uint32_t> rows)
{
    std::sort(rows.begin(), rows.end());
    if (rows == m_selected)
        return;
    m_selected = std::move(rows);
    if (m_filter.kind == WindowFilter::Kind::Selected) {
        m_listed = m_selected;
        m_deferrer->request();
    } else if (!m_deferrer->isPending()) {
        markSelected();
        showCounts();
    }
}

std::vector<std::uint32_t> PersonaWindowsView::filtered() const
{
    std::vector<std::uint32_t> rows;
    switch (m_filter.kind) {
    case WindowFilter::Kind::All:
        rows.resize(m_facts.rows());
        std::iota(rows.begin(), rows.end(), 0U);
        break;
    case WindowFilter::Kind::Selected:
        rows = m_listed;
        break;
    case WindowFilter::Kind::Cluster:
        for (std::size_t row = 0; row < m_facts.rows(); ++row)
            if (m_facts.cut->labels[row] == m_filter.cluster)
                rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

void PersonaWindowsView::showRows()
{
    if (std::exchange(m_hasNewFacts, false))
        m_model->setFacts(m_facts);
    m_model->setRows(filtered());
    showCounts();
}

void PersonaWindowsView::showCounts()
{
    const QString shown = countText(m_model->rows().size());
    const QString all = countText(m_facts.rows());
    m_counts->setText(
        m_selected.empty()
            ? tr("%1 of %2 windows").arg(shown, all)
            : tr("%1 of %2 windows, %3 selected").arg(shown, all, countText(m_selected.size())));
}

void PersonaWindowsView::markSelected()
{
    const QScopedValueRollback marking(m_isMarking, true);
    const std::vector<std::uint32_t> &shown = m_model->rows();
    const auto isSelected = [this](std::uint32_t row) {
        return std::binary_search(m_selected.begin(), m_selected.end(), row);
    };
    const int last = m_model->columnCount() - 1;
    QItemSelection pieces;
    for (std::size_t i = 0; i < shown.size() && !m_selected.empty(); ++i) {
        if (!isSelected(shown[i]))
            continue;
        const std::size_t first = i;
        while (i + 1 < shown.size() && isSelected(shown[i + 1]))
            ++i;
        pieces.append(QItemSelectionRange(m_model->index(static_cast<int>(first), 0),
                                          m_model->index(static_cast<int>(i), last)));
        if (pieces.size() > kMostPieces) {
            pieces.clear();
            break;
        }
    }
    m_table->selectionModel()->select(pieces, QItemSelectionModel::ClearAndSelect);
    if (!pieces.isEmpty())
        m_table->scrollTo(pieces.first().topLeft());
}

void PersonaWindowsView::takeSelection()
{
    if (m_isMarking)
        return;
    m_selected.clear();
    for (const QItemSelectionRange &piece : m_table->selectionModel()->selection())
        for (int row = piece.top(); row <= piece.bottom(); ++row)
            m_selected.push_back(m_model->row(row));
    std::sort(m_selected.begin(), m_selected.end());
    showCounts();
    emit rowsSelected(m_selected);
}

} // namespace dramatis::ui
