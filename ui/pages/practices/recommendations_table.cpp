// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/practices/recommendations_table.h"

#include "core/report/wording.h"
#include "ui/base/icons.h"
#include "ui/base/tokens.h"
#include "ui/pages/practices/finding_words.h"

#include <QKeyEvent>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

enum Column {
    Accept,
    Change,
    Metric,
    BeforeAfter,
    DifferenceColumn,
    Cost,
    Worse
};

} // namespace

RecommendationsTable::RecommendationsTable(QWidget *parent) : ValueTable(tr("Recommendations"), parent)
{
    setColumns({{tr("Accept"), false, false, tr("Y accepts, X rejects.")},
                {tr("Change"), false, true, {}},
                {tr("Metric"), false, false, {}},
                {tr("Before → after"), true, false, {}},
                {tr("Difference, 95 %"), true, false, tr("Of paired replications.")},
                {tr("Cost per hour"), true, false, {}},
                {tr("Got worse"), false, false, {}}});
    connect(this, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (m_filling || item->column() != Accept)
            return;
        const QString id = m_idOfRow[static_cast<std::size_t>(item->row())];
        if (!id.isEmpty())
            emit acceptanceChanged(id, item->checkState() == Qt::Checked);
    });
    connect(this, &QTableWidget::currentCellChanged, this, [this] {
        if (!m_filling && !currentId().isEmpty())
            emit chosen(currentId());
    });
}

void RecommendationsTable::addRecommendation(const practice::Recommendation &recommendation)
{
    const QString worse = recommendation.worsened.isEmpty() ? tr("nothing") : recommendation.worsened.join(u", ");
    const int row = addRow({QString(),
                            recommendation.title,
                            effectName(recommendation.target),
                            beforeAfter(recommendation.target),
                            report::differenceText(recommendation.target.difference, recommendation.target.unit),
                            costText(recommendation.costDifference),
                            worse});
    item(row, Change)->setToolTip(recommendation.reason);
    if (recommendation.verified)
        item(row, DifferenceColumn)->setIcon(stateIcon(State::Ok));
    m_idOfRow.resize(static_cast<std::size_t>(row) + 1);
    m_idOfRow.back() = recommendation.id;
}

void RecommendationsTable::setAdvice(const practice::AdaptiveGraph &graph,
                                     const std::function<bool(const QString &)> &isAccepted,
                                     bool editable)
{
    const QString before = currentId();
    const QScopedValueRollback filling(m_filling, true);
    clearRows();
    m_idOfRow.clear();
    for (const practice::Recommendation &recommendation : graph.recommendations) {
        addRecommendation(recommendation);
        QTableWidgetItem *box = item(rowCount() - 1, Accept);
        Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
        box->setFlags(editable ? flags | Qt::ItemIsUserCheckable : flags);
        box->setCheckState(isAccepted(recommendation.id) ? Qt::Checked : Qt::Unchecked);
        box->setData(Qt::AccessibleTextRole, tr("Accept %1").arg(recommendation.title));
    }
    if (graph.recommendations.empty())
        addHeading(tr("Nothing is advised: no change was found that helps and makes nothing worse."));
    if (!graph.rejected.empty())
        addHeading(tr("Did not help"));
    const QColor ink = tokensOf(this).text2;
    for (const practice::Rejected &rejected : graph.rejected) {
        const int row = addRow({QString(),
                                rejected.title,
                                rejected.target.before.isKnown() ? effectName(rejected.target) : QString(),
                                rejected.target.before.isKnown() ? beforeAfter(rejected.target) : QString(),
                                rejected.target.difference.isKnown()
                                    ? report::differenceText(rejected.target.difference, rejected.target.unit)
                                    : QString(),
                                QString(),
                                rejected.why});
        for (int column = 0; column < columnCount(); ++column)
            item(row, column)->setForeground(ink);
    }
    m_idOfRow.resize(static_cast<std::size_t>(rowCount()));
    fitColumns();
    setCurrentId(before);
}

void RecommendationsTable::setFoundSoFar(const std::vector<practice::Recommendation> &found)
{
    const QScopedValueRollback filling(m_filling, true);
    clearRows();
    m_idOfRow.clear();
    addHeading(found.empty() ? tr("Simulating changes…") : tr("Found so far, to be verified at full length"));
    for (const practice::Recommendation &recommendation : found)
        addRecommendation(recommendation);
    m_idOfRow.assign(static_cast<std::size_t>(rowCount()), QString());
    fitColumns();
}

void RecommendationsTable::setNone()
{
    const QScopedValueRollback filling(m_filling, true);
    clearRows();
    m_idOfRow.clear();
    addHeading(tr("Not advised yet. Advise simulates changes again and shows those that help."));
    m_idOfRow.resize(1);
    fitColumns();
}

QString RecommendationsTable::currentId() const
{
    const int row = currentRow();
    return row >= 0 && row < static_cast<int>(m_idOfRow.size()) ? m_idOfRow[static_cast<std::size_t>(row)]
                                                                : QString();
}

void RecommendationsTable::setCurrentId(const QString &id)
{
    const QScopedValueRollback filling(m_filling, true);
    for (std::size_t row = 0; row < m_idOfRow.size(); ++row)
        if (!id.isEmpty() && m_idOfRow[row] == id) {
            setCurrentCell(static_cast<int>(row), Change);
            return;
        }
    setCurrentCell(-1, -1);
}

void RecommendationsTable::setChecked(int row, bool checked)
{
    QTableWidgetItem *box = row >= 0 ? item(row, Accept) : nullptr;
    if (box && box->flags() & Qt::ItemIsUserCheckable)
        box->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
}

void RecommendationsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_Y:
            setChecked(currentRow(), true);
            return;
        case Qt::Key_X:
            setChecked(currentRow(), false);
            return;
        case Qt::Key_Space:
            if (const QTableWidgetItem *box = currentRow() >= 0 ? item(currentRow(), Accept) : nullptr)
                setChecked(currentRow(), box->checkState() != Qt::Checked);
            return;
        default:
            break;
        }
    }
    ValueTable::keyPressEvent(event);
}

} // namespace dramatis::ui
