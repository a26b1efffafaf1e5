// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/splitter.h"
#include "ui/pages/personas/personas_presenter.h"

namespace dramatis::ui {

class KDistancePlot;
class ReachabilityPlot;
class Settings;

/// Where eps is chosen: the reachability that it cuts beside the distances to neighbours, both with
/// what is suggested.
class DensityPane : public Splitter
{
    Q_OBJECT

public:
    /// @param presenter  outlives this
    DensityPane(const PersonasPresenter &presenter, Settings &settings, QWidget *parent = nullptr);

    /// Another density index; hides itself without one.
    void showFound();
    void showCut();
    /// Moves the lines of eps, ahead of the cut.
    void showEpsilon();
    /// Marks where the selected windows stand in the dendrogram.
    void setSelectedRows(const std::vector<std::uint32_t> &rows);
    [[nodiscard]] ReachabilityPlot *reachability() const { return m_reachability; }

signals:
    void epsilonAsked(double epsilon);

private:
    [[nodiscard]] double shownEpsilon() const;

    const PersonasPresenter &m_presenter;
    ReachabilityPlot *m_reachability;
    KDistancePlot *m_kDistance;
};

} // namespace dramatis::ui
