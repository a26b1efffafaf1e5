// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/density_index.h"
#include "core/jobs/newest_job.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace dramatis::ui {

/// A cut as the pictures show it: whole, immutable, shared with the threads that draw it.
struct ShownCut
{
    double epsilon = 0; ///< NaN where the clusters come from no eps
    std::shared_ptr<const clustering::Clustering> clusters; ///< never null
    std::shared_ptr<const std::vector<int>>
        inOrder;             ///< labels in dendrogram order; null without a density index
    std::vector<int> styles; ///< persona style by cluster
    double seconds = 0;      ///< that the cut took

    [[nodiscard]] std::shared_ptr<const std::vector<int>> labels() const
    {
        return {clusters, &clusters->labels};
    }
};

/// @param index  what the clusters were cut from; null: none
[[nodiscard]] ShownCut shownCut(clustering::Clustering clusters,
                                std::vector<int> styles,
                                const clustering::DensityIndex *index,
                                double epsilon);

/// Cuts at every eps that is asked for, in a worker. While one cut is made only the newest question
/// waits, so a drag sees frames however fast the hand is.
class EpsilonCutter : public QObject
{
    Q_OBJECT

public:
    explicit EpsilonCutter(QObject *parent = nullptr);

    /// Cuts `index` from now on; colours stay with the clusters of `now` and of each cut after it.
    /// What was asked for before is dropped.
    /// @param firstFreeStyle  a new cluster gets this style or a later one
    void start(clustering::DensityIndexPtr index, ShownCut now, int firstFreeStyle);
    void stop();
    void ask(double epsilon);
    /// Whether the last question is not answered yet.
    [[nodiscard]] bool isBusy() const { return m_index && (m_wanted || m_job.isRunning()); }

signals:
    void cutMade(const dramatis::ui::ShownCut &cut);

private:
    struct Made
    {
        int start = 0; ///< which start() it belongs to
        ShownCut cut;
    };

    [[nodiscard]] NewestJob<Made>::Work next();
    void take(const Made &made);

    NewestJob<Made> m_job;
    clustering::DensityIndexPtr m_index;
    ShownCut m_now;
    int m_firstFreeStyle = 0;
    int m_starts = 0;
    std::optional<double> m_wanted;
};

} // namespace dramatis::ui
