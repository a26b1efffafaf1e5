// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/newest_job.h"
#include "core/report/report.h"
#include "ui/plots/column_reduction.h"
#include "ui/plots/epsilon_plot.h"
#include "ui/plots/point_labels.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace dramatis::ui {

/// Everything that decides what the columns of a reachability plot are.
struct ReachabilityQuestion
{
    std::shared_ptr<const std::vector<float>> heights; ///< in dendrogram order
    PointLabels labels;                                ///< in the same order
    std::size_t columns = 0;                           ///< at most
    bool operator==(const ReachabilityQuestion &) const = default;
};

/// What a reachability plot draws.
struct ReachabilityColumns
{
    ReachabilityQuestion question;
    std::vector<Column> columns;
    std::vector<ClusterRun> runs; ///< that are wide enough for a marker
};

/// The merge heights of the density index in dendrogram order, in the colours of the clusters, with
/// the line of eps that cuts them. Of many heights a worker makes columns; the line does not wait
/// for them.
class ReachabilityPlot : public EpsilonPlot
{
    Q_OBJECT

public:
    explicit ReachabilityPlot(QWidget *parent = nullptr);

    void setValue(report::ReachabilityChart chart);
    /// Another cut of the same heights.
    /// @param labels  one per height, in dendrogram order; not null
    /// @param styles  of personas, by cluster
    void setCut(double epsilon, PointLabels labels, std::vector<int> styles);
    /// Marks places below the plot, ascending: where points stand that are selected elsewhere.
    void setSelectedPlaces(std::vector<std::uint32_t> places);
    [[nodiscard]] const std::vector<std::uint32_t> &selectedPlaces() const { return m_selected; }
    [[nodiscard]] std::size_t heightCount() const { return m_heights->size(); }
    [[nodiscard]] const PointLabels &labels() const { return m_labels; } ///< in dendrogram order

    [[nodiscard]] QString sentence() const override;
    [[nodiscard]] PlotTable table() const override;

signals:
    /// The person asks for this eps, in every frame of the drag.
    void epsilonDragged(double epsilon);

protected:
    void restyle(const Tokens &tokens) override;
    void beforeReplot() override;
    void drawOver(QPainter &painter, const Tokens &tokens, bool interactive) override;
    void epsilonAsked(double epsilon) override { emit epsilonDragged(epsilon); }
    [[nodiscard]] bool isEmpty() const override { return m_heights->empty(); }

private:
    class Bars;

    /// Columns, and the styles that their clusters have.
    struct Shown
    {
        ReachabilityColumns columns;
        std::vector<int> styles;
    };

    [[nodiscard]] bool drawsAtOnce() const;
    [[nodiscard]] ReachabilityQuestion question() const;
    [[nodiscard]] bool isCurrent() const;
    [[nodiscard]] NewestJob<Shown>::Work wantedColumns() const;
    void drawMarkers(QPainter &painter, const Tokens &tokens) const;
    void drawSelected(QPainter &painter, const Tokens &tokens) const;

    std::shared_ptr<const std::vector<float>> m_heights;
    PointLabels m_labels;
    std::vector<int> m_styles;
    std::vector<std::uint32_t> m_selected;
    std::optional<Shown> m_shown; ///< the last of these heights
    std::optional<Shown> m_paper; ///< set while drawing on paper
    NewestJob<Shown> m_worker;
    Bars *m_bars; ///< owned by the plot
};

} // namespace dramatis::ui
