// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/advice.h"
#include "ui/pages/base/value_table.h"

#include <functional>
#include <vector>

namespace dramatis::ui {

/// Recommendations with a box each to accept them, and what was tried and did not help.
/// Keys: Y accepts, X rejects, Space toggles.
class RecommendationsTable : public ValueTable
{
    Q_OBJECT

public:
    explicit RecommendationsTable(QWidget *parent = nullptr);

    /// @param isAccepted  by id of a recommendation
    /// @param editable    whether boxes can be ticked
    void setAdvice(const practice::AdaptiveGraph &graph,
                   const std::function<bool(const QString &)> &isAccepted,
                   bool editable);
    /// While a search runs: what it has found.
    void setFoundSoFar(const std::vector<practice::Recommendation> &found);
    /// No advice was asked for yet.
    void setNone();

    [[nodiscard]] QString currentId() const; ///< of a recommendation; empty on other rows
    void setCurrentId(const QString &id);

signals:
    void acceptanceChanged(const QString &recommendation, bool accepted);
    void chosen(const QString &recommendation);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRecommendation(const practice::Recommendation &recommendation);
    void setChecked(int row, bool checked);

    std::vector<QString> m_idOfRow; ///< empty for other rows
    bool m_filling = false;
};

} // namespace dramatis::ui
