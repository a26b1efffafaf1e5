// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/personas/personas_presenter.h"
#include "ui/plots/axis_plot.h"

#include <QWidget>

#include <cstdint>
#include <vector>

class QAction;
class QComboBox;
class QToolButton;

namespace dramatis::ui {

class ScatterPlot;

/// The windows of a found set in the plane: the axes to see them by, what a drag does, the plot.
class ScatterPane : public QWidget
{
    Q_OBJECT

public:
    /// @param presenter  outlives this
    explicit ScatterPane(const PersonasPresenter &presenter, QWidget *parent = nullptr);

    /// The windows that the presenter has found; the axes stay where they still mean something.
    void showFound();
    /// Its cut: cheap, in every frame of a drag.
    void showCut();
    /// Rings the persona of this style.
    void setPersona(int style);
    void setSelectedRows(const std::vector<std::uint32_t> &rows);
    [[nodiscard]] ScatterPlot *plot() const { return m_plot; }
    /// Move, lasso, rectangle.
    [[nodiscard]] const QList<QAction *> &toolActions() const { return m_tools; }

signals:
    /// The cluster of a window that was clicked; -1 is noise.
    void clusterClicked(int cluster);
    void rowsSelected(const std::vector<std::uint32_t> &rows);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addTools(class QHBoxLayout *row);
    void fillAxes();
    void showPoints();
    [[nodiscard]] std::vector<float> axisValues(int axis) const;
    [[nodiscard]] std::vector<QString> chipNames() const;
    [[nodiscard]] TipCard describe(std::size_t row) const;

    const PersonasPresenter &m_presenter;
    QList<QAction *> m_tools;
    std::vector<QToolButton *> m_buttons; ///< of m_tools
    QComboBox *m_xAxis;
    QComboBox *m_yAxis;
    ScatterPlot *m_plot;
};

} // namespace dramatis::ui
