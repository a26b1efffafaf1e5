// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/base/tokens.h"

#include <QList>
#include <QPointF>
#include <QWidget>

#include <optional>
#include <vector>

class QChart;
class QChartView;
class QGraphicsSimpleTextItem;
class QLineSeries;
class QValueAxis;

namespace dramatis::ui {

/// A chart that moves while a simulation runs (Qt Charts). Within the budget of the frame: at most
/// kMaxSeries lines of kMaxPoints points, one replacement per line and update, no animation.
class LiveChart : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMaxSeries = 6;
    static constexpr qsizetype kMaxPoints = 400;

    struct Line
    {
        QString name;
        report::SeriesStyle style;
    };

    /// @param title      the value with its unit, "p95 latency (ms)"
    /// @param axisTitle  of the axis below, "time (s)"
    explicit LiveChart(const QString &title, const QString &axisTitle, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// The lines there will be; what was drawn goes. More than kMaxSeries are left out.
    void setSeries(const std::vector<Line> &lines);
    /// All points of all lines, as they stand now; x ascending. A line is broken where nothing was
    /// measured (see `unbroken`). Of more than kMaxPoints the least and the greatest of each
    /// stretch are drawn, so that no peak is lost.
    void update(const std::vector<QList<QPointF>> &points);
    /// A dashed, named line across the chart.
    void setThreshold(std::optional<report::Threshold> threshold);
    /// What the axis below spans; without it, what the points span.
    void setAxisRange(double from, double to);
    void clear();

    [[nodiscard]] qsizetype pointCount(std::size_t line) const;
    [[nodiscard]] QSize sizeHint() const override { return {360, 180}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void setRanges(const std::vector<QList<QPointF>> &points);
    void placeNames();
    [[nodiscard]] QLineSeries *newSeries();
    void drawLine(std::size_t line, const QList<QPointF> &points);
    [[nodiscard]] std::optional<QPointF> endOf(std::size_t line) const;
    [[nodiscard]] QPen penOf(std::size_t line) const;

    QChart *m_chart;
    QChartView *m_view;
    QValueAxis *m_x;
    QValueAxis *m_y;
    QGraphicsSimpleTextItem *m_titleItem;
    std::vector<Line> m_lines;
    std::vector<std::vector<QLineSeries *>> m_pieces; ///< by line; Qt Charts cannot break one
    std::vector<QGraphicsSimpleTextItem *> m_names;
    QLineSeries *m_thresholdLine = nullptr;
    QGraphicsSimpleTextItem *m_thresholdName = nullptr;
    std::optional<report::Threshold> m_threshold;
    std::optional<std::pair<double, double>> m_range;
};

/// The stretches of `points` (x ascending) within which a line may be drawn: it ends before a gap
/// of more than a fortieth of `span` that is also wider than the usual step. A stretch of one point
/// is given the width of a step, so that it can be seen.
[[nodiscard]] std::vector<QList<QPointF>> unbroken(const QList<QPointF> &points, double span);

/// At most `most` points of `points`: the least and the greatest of equal stretches, in order.
[[nodiscard]] QList<QPointF> thinned(const QList<QPointF> &points, qsizetype most);

} // namespace dramatis::ui
