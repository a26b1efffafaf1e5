// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "ui/pages/base/document_page.h"
#include "ui/plots/axis_plot.h"

class QAction;
class QComboBox;
class QLabel;
class QStackedWidget;

namespace dramatis::ui {

class ClusteringBar;
class EmptyState;
class ErrorPanel;
class InspectorSection;
class KDistancePlot;
class PaneHeader;
class PersonaCard;
class PersonaList;
class PersonasPresenter;
class ReachabilityPlot;
class ScatterPlot;
class SegmentedControl;

/// Personas of a capture: parameters of the clustering, the windows in the plane, the reachability
/// that eps cuts, and what each persona is like.
class PersonasPage : public DocumentPage
{
    Q_OBJECT

public:
    explicit PersonasPage(const PageServices &services, QWidget *parent = nullptr);

    void setDocument(Document *document) override;
    [[nodiscard]] QList<QAction *> menuActions(PageMenu menu) const override;
    void focusPicture() override;

protected:
    void activated() override;

private:
    void buildBar();
    void buildList();
    void buildPicture();
    [[nodiscard]] QWidget *buildPlots(QWidget *parent);
    void connectPresenter();
    void connectPlots();
    void setAlgorithm(int segment);
    void showFound();
    void showCut();
    void showSet();
    void showPersona(PersonaId id);
    void showQuality();
    void showAxes();
    void showPoints();
    void showStack();
    [[nodiscard]] TipCard describe(std::size_t row) const;
    [[nodiscard]] std::vector<QString> shownNames() const;
    [[nodiscard]] std::vector<float> axisValues(int axis) const;

    PageServices m_services;
    PersonasPresenter *m_presenter;
    QAction *m_find;
    QAction *m_simulate;
    QAction *m_rename;
    QAction *m_knee;
    SegmentedControl *m_algorithm;
    PaneHeader *m_header;
    PersonaList *m_list;
    InspectorSection *m_quality;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ErrorPanel *m_error;
    bool m_hasError = false;
    ClusteringBar *m_bar;
    QComboBox *m_xAxis;
    QComboBox *m_yAxis;
    ScatterPlot *m_scatter;
    QWidget *m_lower;
    ReachabilityPlot *m_reachability;
    KDistancePlot *m_kDistance;
    PersonaCard *m_card;
};

} // namespace dramatis::ui
