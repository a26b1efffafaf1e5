// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/practice/advice.h"
#include "ui/pages/base/document_page.h"

class QAction;
class QLabel;
class QStackedWidget;

namespace dramatis::ui {

class EmptyState;
class ErrorPane;
class FindingsList;
class GraphView;
class PaneHeader;
class PracticeInspector;
class PracticesPresenter;
class RecommendationsTable;
class RefreshDeferrer;

/// A run held against best practices: findings, the adaptive graph with what is advised, and the
/// advice.
class PracticesPage : public DocumentPage
{
    Q_OBJECT

public:
    explicit PracticesPage(const PageServices &services, QWidget *parent = nullptr);

    void setDocument(Document *document) override;
    [[nodiscard]] QList<QAction *> menuActions(PageMenu menu) const override;
    void focusPicture() override;

    [[nodiscard]] PracticesPresenter *presenter() const { return m_presenter; }
    [[nodiscard]] FindingsList *findings() const { return m_findings; }
    [[nodiscard]] RecommendationsTable *recommendations() const { return m_table; }
    [[nodiscard]] GraphView *graph() const { return m_graph; }
    [[nodiscard]] QAction *adviseAction() const { return m_advise; }
    [[nodiscard]] QAction *applyAction() const { return m_apply; }

signals:
    /// The chosen scenario is to be simulated, on its own page.
    void simulationRequested();

protected:
    void activated() override;
    void changeEvent(QEvent *event) override;

private:
    void buildActions();
    void buildPicture(Settings &settings);
    [[nodiscard]] QWidget *buildGraphPane();
    void connectParts();

    void refresh();
    void showEmpty();
    void showGraph();
    void showTable();
    void showInspector();
    void updateActions();
    void apply();
    void selectFinding(int index);
    void selectRecommendation(const QString &id);
    void selectNode(const QString &id);
    [[nodiscard]] QString whyNotAdvised(const practice::Finding &finding) const;
    [[nodiscard]] QString togetherText() const;

    PageServices m_services;
    PracticesPresenter *m_presenter;
    RefreshDeferrer *m_refresh;

    QAction *m_advise;
    QAction *m_apply;
    QAction *m_nextFinding;
    QAction *m_toSimulation;
    QLabel *m_about;
    FindingsList *m_findings;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ErrorPane *m_error;
    PaneHeader *m_graphHeader;
    GraphView *m_graph;
    PaneHeader *m_tableHeader;
    RecommendationsTable *m_table;
    QLabel *m_together;
    PracticeInspector *m_inspector;

    QString m_recommendation; ///< selected, else the finding is
    bool m_selecting = false; ///< one selection makes others: no answer to those
};

} // namespace dramatis::ui
