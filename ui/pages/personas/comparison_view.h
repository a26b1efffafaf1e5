// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/metrics.h"
#include "core/persona/persona.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace dramatis::ui {

class ParallelPlot;
class Settings;
class ValueTable;

/// Personas of a set beside one another: parallel coordinates of all metrics that any of them
/// knows, and below them a table of all metrics, which says how many times the least figure the
/// greatest is.
class PersonaComparisonView : public QWidget
{
    Q_OBJECT

public:
    /// More lines than this cannot be told apart.
    static constexpr std::size_t kMostPersonas = 12;

    explicit PersonaComparisonView(Settings &settings, QWidget *parent = nullptr);

    using QWidget::show;
    /// @param set     may be null: nothing is shown
    /// @param chosen  in the order in which they are shown; none: all of the set. The first
    ///                kMostPersonas of them are shown.
    void show(persona::PersonaSetPtr set, const std::vector<PersonaId> &chosen);

signals:
    /// A line or the name at its end was clicked, or the head of a column.
    void personaChosen(dramatis::PersonaId id);

private:
    void showPlot();
    void showTable();
    void addMetricRow(const persona::Metric &metric, bool isLargest);
    void choose(int place);

    persona::PersonaSetPtr m_set;
    std::vector<const persona::Persona *> m_shown; ///< in m_set
    ParallelPlot *m_plot;
    ValueTable *m_table;
    QLabel *m_remark;
};

} // namespace dramatis::ui
