// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/axis_plot.h"
#include "ui/plots/epsilon_mark.h"

#include <optional>
#include <vector>

namespace dramatis::ui {

/// A plot with eps on its upright axis. The eps in use is a line that can be dragged; [ and ] move
/// it by a step, with Shift by a fine one. Suggestions are dashed lines: hovering one, or its name,
/// tells its reason, a click asks for it.
class EpsilonPlot : public AxisPlot
{
    Q_OBJECT

public:
    explicit EpsilonPlot(QWidget *parent = nullptr) : AxisPlot(parent) {}

    void setMarks(std::vector<EpsilonMark> marks);
    [[nodiscard]] const std::vector<EpsilonMark> &marks() const { return m_marks; }
    [[nodiscard]] double epsilon() const { return m_epsilon; }
    /// Off while there is nothing to cut again.
    void setCuttable(bool cuttable);
    /// Where the name of a mark stands, in pixels of this widget; empty where it found no room.
    [[nodiscard]] QRectF markName(std::size_t mark) const;

protected:
    /// The person asks for this eps, in every frame of a drag.
    virtual void epsilonAsked(double epsilon) = 0;
    /// Whether there is anything that an eps could cut.
    [[nodiscard]] virtual bool isEmpty() const = 0;

    /// Moves the line; the plot below it is drawn again only where the axis must grow.
    void moveEpsilonTo(double epsilon);
    /// The eps that the plot shows at the least.
    void setTop(double top);
    [[nodiscard]] double top() const { return m_top; }
    /// Suggestions, line and tip; call it last.
    void drawOver(QPainter &painter, const Tokens &tokens, bool interactive) override;
    void beforeReplot() override;

    bool mousePressed(QMouseEvent *event) override;
    bool mouseMoved(QMouseEvent *event) override;
    bool mouseReleased(QMouseEvent *event) override;
    void mouseLeft() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] double shownTop() const;
    [[nodiscard]] bool isCuttable() const { return m_cuttable && !isEmpty(); }
    [[nodiscard]] bool isOnLine(const QPointF &position) const;
    [[nodiscard]] std::optional<std::size_t> markAt(const QPointF &position) const;
    [[nodiscard]] QRectF epsilonLabel() const;
    [[nodiscard]] std::vector<QRectF> markNames() const;
    void askFor(double epsilon);
    void drawMarks(QPainter &painter, const Tokens &tokens) const;
    void drawEpsilon(QPainter &painter, const Tokens &tokens, bool interactive) const;

    std::vector<EpsilonMark> m_marks;
    double m_epsilon = 0;
    double m_top = 1;
    bool m_cuttable = true;
    bool m_dragging = false;
    QPointF m_mouse;
    std::optional<std::size_t> m_hovered; ///< mark
    std::optional<std::size_t> m_pressed; ///< mark
};

} // namespace dramatis::ui
