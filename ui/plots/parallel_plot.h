// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statistics.h"
#include "ui/plots/parallel_scale.h"
#include "ui/plots/plot.h"
#include "ui/plots/tip_card.h"

#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace dramatis::ui {

/// Several personas in several measures, each measure in its own unit.
struct ParallelChart
{
    struct Axis
    {
        QString name;
        QString description; ///< what it means, one sentence
        /// A value as people read it, with its unit, and with its interval where it has one.
        std::function<QString(const Figure &)> text;
        double most = std::numeric_limits<double>::infinity(); ///< the largest there can be
        bool binary = false; ///< read in steps of 1024 (B, KiB, MiB)
    };
    struct Series
    {
        QString name;
        int style = 0;                ///< ordinal of personaStyle()
        std::vector<Figure> values;   ///< one an axis; NaN where unknown
        std::vector<QString> notes{}; ///< one an axis, for its tip: "set by hand"; may be empty
    };

    std::vector<Axis> axes;
    std::vector<Series> series;
};

/// Parallel coordinates in real units: an axis for each measure, a line with markers for each
/// persona and its name at the right end. An interval of 95 % is a whisker; where a value is not
/// known the line is dotted to the next that is.
///
/// Hovering a line or a name brings it out and shows what its value at the nearest axis is; so do
/// the arrows: left and right from axis to axis, up and down to the next value on it.
class ParallelPlot : public Plot
{
    Q_OBJECT

public:
    /// A series at an axis, by their numbers.
    struct Place
    {
        int axis = 0;
        int series = 0;
        bool operator==(const Place &) const = default;
    };

    explicit ParallelPlot(QWidget *parent = nullptr);

    void setValue(ParallelChart chart);
    [[nodiscard]] const ParallelChart &value() const { return m_chart; }

    /// What is brought out; none while nothing is.
    [[nodiscard]] std::optional<Place> current() const { return m_current; }
    void setCurrent(std::optional<Place> place);
    /// What is said of a place.
    [[nodiscard]] TipCard tip(const Place &place) const;

    // In pixels of this widget.
    /// Where a value stands; where it is not known, its place on the dotted line, or NaN beyond its
    /// ends.
    [[nodiscard]] QPointF pixelOf(const Place &place) const;
    [[nodiscard]] std::vector<QRectF> nameRects() const;  ///< of the axes
    [[nodiscard]] std::vector<QRectF> labelRects() const; ///< of the series

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QSize sizeHint() const override { return {720, 360}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 200}; }

signals:
    void seriesClicked(int index);

protected:
    void draw(QPainter &painter, const QSizeF &size, const Tokens &tokens) override;
    void refresh() override { update(); }
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Layout;
    enum class Emphasis { Plain, Faded, Strong };

    [[nodiscard]] Layout layoutFor(const QSizeF &size) const;
    void placeNames(Layout &layout, double width) const;
    void placeLabels(Layout &layout, const QSizeF &size) const;
    [[nodiscard]] QPointF pointOf(const Layout &layout, const Place &place) const;
    [[nodiscard]] std::optional<Place> placeAt(const Layout &layout, const QPointF &at) const;
    [[nodiscard]] double distanceTo(const Layout &layout, int series, const QPointF &at) const;
    void drawAxes(QPainter &painter, const Layout &layout, const Tokens &tokens) const;
    void drawSeries(QPainter &painter,
                    const Layout &layout,
                    int series,
                    Emphasis emphasis,
                    const Tokens &tokens) const;
    void
    drawWhisker(QPainter &painter, const Layout &layout, const Place &place, const QPen &pen) const;
    void drawLabel(QPainter &painter,
                   const Layout &layout,
                   int series,
                   bool faded,
                   const Tokens &tokens) const;
    void drawAll(QPainter &painter,
                 const QSizeF &size,
                 const Tokens &tokens,
                 std::optional<Place> current) const;
    void stepAlong(int steps);
    void stepAcross(int steps);
    [[nodiscard]] std::vector<int> knownAt(int axis) const;
    [[nodiscard]] std::vector<int> orderAt(int axis) const;
    [[nodiscard]] const Figure &figure(const Place &place) const;
    [[nodiscard]] int axisCount() const { return static_cast<int>(m_chart.axes.size()); }
    [[nodiscard]] int seriesCount() const { return static_cast<int>(m_chart.series.size()); }

    ParallelChart m_chart;
    std::vector<ParallelScale> m_scales; ///< one an axis
    std::optional<Place> m_current;
};

} // namespace dramatis::ui
