// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/run_result.h"
#include "core/simulation/scenario.h"

#include <QScrollArea>
#include <QWidget>

class QComboBox;
class QLabel;

namespace dramatis::ui {

class BarPlot;
class ValueTable;

/// The figures of a run with their intervals: a table of sources and one of nodes.
class RunTables : public QScrollArea
{
    Q_OBJECT

public:
    explicit RunTables(QWidget *parent = nullptr);
    /// @param run  nullptr: nothing was run
    void setRun(const simulation::Scenario &scenario, const simulation::RunResultPtr &run);

    [[nodiscard]] ValueTable *sources() const { return m_sources; }
    [[nodiscard]] ValueTable *nodes() const { return m_nodes; }

private:
    ValueTable *m_sources;
    ValueTable *m_nodes;
};

/// Where the time of a source's requests went: waiting and service by node, and the network.
class RunBreakdown : public QWidget
{
    Q_OBJECT

public:
    explicit RunBreakdown(QWidget *parent = nullptr);
    void setRun(const simulation::RunResultPtr &run);

private:
    void showSource(const QString &source);

    simulation::RunResultPtr m_run;
    QComboBox *m_source;
    QLabel *m_remark;
    BarPlot *m_plot;
};

} // namespace dramatis::ui
