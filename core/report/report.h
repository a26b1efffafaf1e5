// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statistics.h"
#include "core/practice/advice.h"
#include "core/topology/topology.h"

#include <QMap>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

// The report as values: what is said. How it looks is ui/print and ui/plots.
namespace dramatis::report {

/// What a colour stands for, so that a chart on screen and on paper wear the same.
struct SeriesStyle
{
    enum class Kind {
        Persona, ///< index: persona number from 0
        Series,  ///< index: number of a fixed series colour of the theme (UI.md section 1), from 0
        Error,
        Neutral
    };
    Kind kind = Kind::Series;
    int index = 0;
    bool operator==(const SeriesStyle &) const = default;
};

struct Line
{
    QString name;
    SeriesStyle style;
    std::vector<double> x;
    std::vector<double> y;   ///< NaN breaks the line
    std::vector<double> low; ///< band, empty or as long as y
    std::vector<double> high;
    bool filled = false;
};

enum class AxisKind {
    Number,
    Seconds, ///< since the start of a run
    Time     ///< seconds since the epoch, UTC
};

/// A dashed line across the chart with its name ("objective 200").
struct Threshold
{
    double value = 0;
    QString name;
};

/// A shaded span on the x axis (a fault, a selection).
struct Span
{
    double from = 0;
    double to = 0;
    QString name;
};

struct LineChart
{
    QString valueTitle; ///< "p95 latency (ms, log)"
    AxisKind axis = AxisKind::Number;
    QString axisTitle; ///< for AxisKind::Number
    bool logarithmic = false;
    bool fromZero = true;
    std::vector<Line> lines;
    std::vector<Threshold> thresholds;
    std::vector<Span> spans;
};

/// 7 x 24 values by hour of the week, Monday 0:00 first; NaN is never seen (hatched).
struct HourOfWeekMap
{
    QString valueTitle; ///< "requests (req/s)"
    std::vector<double> values;
};

/// Clustered points in the plane.
struct ScatterChart
{
    QString xTitle;
    QString yTitle;
    std::vector<float> x;
    std::vector<float> y;
    std::vector<int> cluster;          ///< per point, -1 is noise
    std::vector<QString> clusterNames; ///< by cluster
    std::vector<int> clusterStyle;     ///< persona style index by cluster
};

/// Merge heights in dendrogram order with the eps that cuts them.
struct ReachabilityChart
{
    std::vector<float> heights;
    std::vector<int> cluster; ///< per position, -1 is noise
    std::vector<int> clusterStyle;
    double epsilon = 0;
};

/// Horizontal bars with intervals (effects, breakdowns).
struct BarChart
{
    struct Bar
    {
        QString name;
        Figure value;
        SeriesStyle style;
    };
    QString valueTitle;
    std::vector<Bar> bars;
};

/// A drawn topology: weights, badges and differences to a base.
struct GraphDrawing
{
    topology::Topology topology;
    std::optional<topology::Topology> base; ///< differences to it are marked
    practice::UsageGraph usage;
    QMap<QString, QPointF> positions;         ///< empty: laid out
    QMap<QString, practice::Severity> badges; ///< worst finding by node or "from>to"
};

using FigureSpec =
    std::variant<LineChart, HourOfWeekMap, ScatterChart, ReachabilityChart, BarChart, GraphDrawing>;

struct FigureBlock
{
    FigureSpec spec;
    QString caption; ///< without "Figure 3."
    bool halfWidth = false;
    double heightRatio = 0.4; ///< height over width
};

struct Paragraph
{
    enum class Style {
        Lead,
        Body,
        Note,
        Heading ///< second level
    };
    QString text;
    Style style = Style::Body;
};

struct TableColumn
{
    QString title;        ///< with unit
    bool figures = false; ///< right aligned
    double stretch = 1;
};

struct Cell
{
    QString text;
    int personaStyle = -1;                      ///< marker of a persona in front
    std::optional<practice::Severity> severity; ///< glyph in front
    bool strong = false;
};

struct TableBlock
{
    std::vector<TableColumn> columns;
    std::vector<std::vector<Cell>> rows;
    QString caption; ///< without "Table 2."
};

struct KeyFigure
{
    QString label;
    QString value;
    QString unit;
    QString note; ///< "objective 200 ms: fail"
};

struct KeyFiguresBlock
{
    std::vector<KeyFigure> figures; ///< at most four a row
};

struct FindingBlock
{
    practice::Finding finding;
};

struct GradeBlock
{
    practice::ConfidenceGrade grade;
};

using Block =
    std::variant<Paragraph, KeyFiguresBlock, TableBlock, FigureBlock, FindingBlock, GradeBlock>;

struct Section
{
    QString id;      ///< "findings"
    QString name;    ///< "Findings": the outline's entry
    QString heading; ///< "Findings: the database is the bottleneck"
    std::vector<Block> blocks;
};

struct Report
{
    QString title;
    QString author;
    QString kicker;      ///< "Scenario report"
    QString version;     ///< of Dramatis
    QString date;        ///< of making, shown
    QString dataRange;   ///< shown
    QString contentHash; ///< of what the report is made from, short
    std::vector<Section> sections;
};

} // namespace dramatis::report
