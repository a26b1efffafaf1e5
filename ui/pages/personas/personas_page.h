// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/persona/drift.h"
#include "ui/pages/base/document_page.h"

#include <cstdint>
#include <optional>
#include <vector>

class QAction;
class QComboBox;
class QStackedWidget;
class QTabBar;

namespace dramatis::ui {

class BarPlot;
class ClusteringBar;
class DensityPane;
class DriftSummary;
class EmptyState;
class ErrorPanel;
class PaneHeader;
class PersonaActions;
class PersonaCard;
class PersonaComparisonView;
class PersonaDriftView;
class PersonaEditor;
class PersonaList;
class PersonaQuality;
class PersonaWindowsView;
class PersonasPresenter;
class ScatterPane;
class SegmentedControl;
class SelectionBar;

/// Personas of a capture: parameters of the clustering, the windows in the plane and as a table,
/// the reachability that eps cuts, what each persona is like, beside the others and beside what it
/// was.
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
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Tabs above the scatter, in their order.
    enum View { ScatterView, CompareView, WindowsView, DriftView };

    void buildBar();
    void buildActions();
    void buildList();
    void buildPicture();
    [[nodiscard]] QWidget *buildPlots(QWidget *parent);
    [[nodiscard]] QWidget *buildViews(QWidget *parent);
    void connectPresenter();
    void connectEditor();
    void connectViews();
    void connectSelection();

    void setAlgorithm(int segment);
    void showStack();
    void showFound();
    void showSilhouettes();
    void showCut();
    void showStatus();
    void showSet();
    void showVersions();
    void showPersona();
    void showChoice();
    void showDrift();
    void showView();
    void choose(PersonaId id);
    void chooseCluster(int cluster);
    void selectRows(std::vector<std::uint32_t> rows);
    void selectRange();
    void showInCaptures();
    [[nodiscard]] std::optional<std::size_t> clusterOf(PersonaId id) const;

    PageServices m_services;
    Document *m_document = nullptr;
    PersonasPresenter *m_presenter;
    PersonaEditor *m_editor;
    PersonaActions *m_actions;
    QAction *m_find;
    QAction *m_simulate;
    QAction *m_rename;
    std::vector<QAction *> m_suggested; ///< "Set eps to the knee" and the others, one a reason
    QComboBox *m_versions;
    SegmentedControl *m_algorithm;
    PaneHeader *m_header;
    PersonaList *m_list;
    PersonaQuality *m_quality;
    DriftSummary *m_driftSummary;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QStackedWidget *m_content;
    ErrorPanel *m_error;
    bool m_hasError = false;
    ClusteringBar *m_bar;
    QTabBar *m_tabs;
    QStackedWidget *m_views;
    SelectionBar *m_selectionBar;
    ScatterPane *m_scatter;
    PersonaComparisonView *m_comparison;
    PersonaWindowsView *m_windows;
    PersonaDriftView *m_drift;
    DensityPane *m_density;
    BarPlot *m_silhouettes;
    PersonaCard *m_card;
    std::vector<std::uint32_t> m_rows;     ///< that are selected, ascending
    std::optional<PersonaSetId> m_earlier; ///< held against; none: the version before
};

} // namespace dramatis::ui
