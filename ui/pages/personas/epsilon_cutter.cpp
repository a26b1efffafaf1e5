// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/epsilon_cutter.h"

#include "ui/pages/personas/cluster_matching.h"

#include <QElapsedTimer>

#include <utility>

namespace dramatis::ui {

namespace {

std::shared_ptr<const std::vector<int>> inOrder(const clustering::Clustering &clusters,
                                                const clustering::DensityIndex &index)
{
    auto labels = std::make_shared<std::vector<int>>(clusters.labels.size());
    const auto order = index.order();
    for (std::size_t i = 0; i < order.size(); ++i)
        (*labels)[i] = clusters.labels[order[i]];
    return labels;
}

ShownCut
cutAt(const clustering::DensityIndex &index, const ShownCut &before, double epsilon, int firstFree)
{
    QElapsedTimer clock;
    clock.start();
    ShownCut made;
    auto clusters = std::make_shared<clustering::Clustering>();
    index.cut(epsilon, *clusters);
    made.seconds = double(clock.nsecsElapsed()) * 1e-9;
    const clustering::Clustering &old = *before.clusters;
    made.styles =
        carryStyles(matchClusters(old.labels, old.clusters, clusters->labels, clusters->clusters),
                    before.styles,
                    firstFree);
    made.epsilon = epsilon;
    made.inOrder = inOrder(*clusters, index);
    made.clusters = std::move(clusters);
    return made;
}

} // namespace

ShownCut shownCut(clustering::Clustering clusters,
                  std::vector<int> styles,
                  const clustering::DensityIndex *index,
                  double epsilon)
{
    ShownCut cut;
    cut.epsilon = epsilon;
    if (index)
        cut.inOrder = inOrder(clusters, *index);
    cut.clusters = std::make_shared<const clustering::Clustering>(std::move(clusters));
    cut.styles = std::move(styles);
    return cut;
}

EpsilonCutter::EpsilonCutter(QObject *parent)
    : QObject(parent)
    , m_job(
          this, [this] { return next(); }, [this](const Made &made) { take(made); })
{}

void EpsilonCutter::start(clustering::DensityIndexPtr index, ShownCut now, int firstFreeStyle)
{
    stop();
    m_index = std::move(index);
    m_now = std::move(now);
    m_firstFreeStyle = firstFreeStyle;
}

void EpsilonCutter::stop()
{
    ++m_starts;
    m_wanted.reset();
    m_index.reset();
}

void EpsilonCutter::ask(double epsilon)
{
    m_wanted = epsilon;
    m_job.ask();
}

NewestJob<EpsilonCutter::Made>::Work EpsilonCutter::next()
{
    if (!m_wanted || !m_index)
        return {};
    return [index = m_index,
            before = m_now,
            epsilon = *std::exchange(m_wanted, std::nullopt),
            firstFree = m_firstFreeStyle,
            start = m_starts] {
        return Made{start, cutAt(*index, before, epsilon, firstFree)};
    };
}

void EpsilonCutter::take(const Made &made)
{
    if (made.start != m_starts)
        return;
    m_now = made.cut;
    emit cutMade(m_now);
}

} // namespace dramatis::ui
