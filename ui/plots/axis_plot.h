// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"

#include <QPointer>

class QCPPainter;
class QCustomPlot;
class QMouseEvent;
class QWheelEvent;

namespace dramatis::ui {

/// A card of a tool tip: a heading, then name and value a row, then a text that is broken into
/// lines.
struct TipCard
{
    QString heading;
    std::vector<std::pair<QString, QString>> rows;
    QString text;
};

/// A plot on axes: wraps one QCustomPlot, with its title above left and an overlay that can be
/// drawn again by itself (crosshair, selection, handles).
class AxisPlot : public Plot
{
    Q_OBJECT

public:
    explicit AxisPlot(QWidget *parent = nullptr);
    ~AxisPlot() override;

    /// Where the axes stand, in pixels of this widget.
    [[nodiscard]] QRectF axisRect() const;
    [[nodiscard]] double xAt(double pixel) const;
    [[nodiscard]] double yAt(double pixel) const;
    [[nodiscard]] double xPixel(double value) const;
    [[nodiscard]] double yPixel(double value) const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 70}; }

protected:
    [[nodiscard]] QCustomPlot &custom() const { return *m_plot; }
    [[nodiscard]] const Tokens &tokens() const;
    void setTitle(const QString &title);

    /// Gives everything in the plot the colours of `tokens`; also called when the value changed.
    virtual void restyle(const Tokens &tokens) = 0;
    /// Before a replot, when the size is known: how many ticks fit, and the like.
    virtual void beforeReplot() {}
    /// Draws above the plot. `painter` is in pixels of the plot.
    /// @param interactive  false on paper: no hover, no focus
    virtual void drawOver(QPainter &painter, const Tokens &tokens, bool interactive);
    /// Draws the overlay again, not the plot below it.
    void refreshOverlay();
    void replotSoon();

    // Events of the plot area. True if taken.
    virtual bool mousePressed(QMouseEvent *event);
    virtual bool mouseMoved(QMouseEvent *event);
    virtual bool mouseReleased(QMouseEvent *event);
    virtual bool mouseDoubleClicked(QMouseEvent *event);
    virtual bool wheelTurned(QWheelEvent *event);
    virtual void mouseLeft() {}

    static void drawTip(QPainter &painter,
                        const QRectF &within,
                        const QPointF &at,
                        const TipCard &card,
                        const Tokens &tokens);

    void draw(QPainter &painter, const QSizeF &size, const Tokens &tokens) override;
    void refresh() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    class Over;

    void fitTitle(double width);

    QCustomPlot *m_plot;
    QString m_title;
    const Tokens *m_paper = nullptr; ///< set while drawing on paper
};

} // namespace dramatis::ui
