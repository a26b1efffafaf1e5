// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/density_pane.h"

#include "ui/pages/personas/epsilon_guidance.h"
#include "ui/plots/k_distance_plot.h"
#include "ui/plots/reachability_plot.h"

using namespace Qt::StringLiterals;

namespace dramatis::ui {

DensityPane::DensityPane(const PersonasPresenter &presenter, Settings &settings, QWidget *parent)
    : Splitter(Qt::Horizontal, u"personas/density"_s, settings, parent)
    , m_presenter(presenter)
    , m_reachability(new ReachabilityPlot(this))
    , m_kDistance(new KDistancePlot(this))
{
    addWidget(m_reachability);
    addWidget(m_kDistance);
    setShares({64, 36});
    setChildrenCollapsible(false);
    connect(m_reachability, &ReachabilityPlot::epsilonDragged, this, &DensityPane::epsilonAsked);
    connect(m_kDistance, &KDistancePlot::epsilonChosen, this, &DensityPane::epsilonAsked);
}

/// 0, which is no line, where the clusters come from no one eps.
double DensityPane::shownEpsilon() const
{
    return m_presenter.index() ? m_presenter.epsilon() : 0;
}

void DensityPane::showFound()
{
    const clustering::DensityIndex *index = m_presenter.heights();
    setVisible(index != nullptr);
    if (!index)
        return;
    const bool isCuttable = m_presenter.index() != nullptr;
    const std::vector<EpsilonMark> marks =
        epsilonMarks(m_presenter.found()->analysis->outcome.suggestions);
    report::ReachabilityChart reach;
    reach.heights.assign(index->reachability().begin(), index->reachability().end());
    reach.cluster.assign(reach.heights.size(), clustering::kNoise);
    reach.epsilon = shownEpsilon();
    m_reachability->setValue(std::move(reach));
    m_reachability->setMarks(marks);
    m_reachability->setCuttable(isCuttable);
    m_kDistance->setValue(kDistanceChart(index->sortedCoreDistances(), index->minPoints()));
    m_kDistance->setMarks(marks);
    m_kDistance->setCuttable(isCuttable);
    showEpsilon();
    showCut();
}

void DensityPane::showCut()
{
    const ShownCut &cut = m_presenter.cut();
    if (cut.inOrder && m_reachability->heightCount() == cut.inOrder->size())
        m_reachability->setCut(shownEpsilon(), cut.inOrder, cut.styles);
}

void DensityPane::showEpsilon()
{
    m_kDistance->setEpsilon(shownEpsilon());
    showCut();
}

void DensityPane::setSelectedRows(const std::vector<std::uint32_t> &rows)
{
    std::vector<std::uint32_t> places;
    if (const clustering::DensityIndex *index = m_presenter.heights(); index && !rows.empty()) {
        std::vector<bool> isSelected(index->size(), false);
        for (const std::uint32_t row : rows)
            isSelected[row] = true;
        const auto order = index->order();
        for (std::uint32_t place = 0; place < order.size(); ++place)
            if (isSelected[order[place]])
                places.push_back(place);
    }
    m_reachability->setSelectedPlaces(std::move(places));
}

} // namespace dramatis::ui
