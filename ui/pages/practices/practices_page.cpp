// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/practices/practices_page.h"

#include "core/report/wording.h"
#include "ui/base/buttons.h"
#include "ui/base/empty_state.h"
#include "ui/base/fonts.h"
#include "ui/base/pane_header.h"
#include "ui/base/refresh_deferrer.h"
#include "ui/base/splitter.h"
#include "ui/graphview/graph_view.h"
#include "ui/pages/base/error_pane.h"
#include "ui/pages/practices/finding_words.h"
#include "ui/pages/practices/findings_list.h"
#include "ui/pages/practices/practice_inspector.h"
#include "ui/pages/practices/practices_presenter.h"
#include "ui/pages/practices/recommendations_table.h"

#include <QAction>
#include <QDateTime>
#include <QLabel>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

PracticesPage::PracticesPage(const PageServices &services, QWidget *parent)
    : DocumentPage(u"practices"_s, tr("Best Practices"), Icon::Practices, services.settings, parent)
    , m_services(services)
    , m_presenter(new PracticesPresenter(services, this))
{
    m_refresh = new RefreshDeferrer(this, [this] { refresh(); });
    buildActions();
    m_findings = new FindingsList(this);
    frame()->setList(m_findings);
    buildPicture(services.settings);
    m_inspector = new PracticeInspector;
    frame()->setInspector(m_inspector);
    connectParts();
}

void PracticesPage::buildActions()
{
    m_advise = new QAction(tr("Advise"), this);
    m_advise->setToolTip(tr("Simulate changes and show those that help"));
    connect(m_advise, &QAction::triggered, this, [this] {
        m_error->hide();
        m_presenter->advise();
    });
    m_apply = new QAction(tr("Apply and simulate"), this);
    m_apply->setToolTip(tr("Make a scenario of the accepted changes and simulate it"));
    connect(m_apply, &QAction::triggered, this, &PracticesPage::apply);
    m_nextFinding = new QAction(tr("Next finding"), this);
    m_nextFinding->setShortcut(Qt::Key_J);
    m_nextFinding->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_nextFinding, &QAction::triggered, this, [this] { m_findings->goToNext(); });
    addAction(m_nextFinding);
    m_toSimulation = new QAction(tr("Go to Simulation"), this);
    connect(
        m_toSimulation, &QAction::triggered, this, [this] { emit pageRequested(u"simulation"_s); });
    m_about = new QLabel(this);
    setTextRole(m_about, TextRole::Secondary);
    frame()->addTool(m_about);
    frame()->addRightTool(m_advise);
    frame()->setPrimary(m_apply);
}

void PracticesPage::buildPicture(Settings &settings)
{
    auto *picture = new QWidget(this);
    auto *column = new QVBoxLayout(picture);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_error = new ErrorPane(picture);
    m_stack = new QStackedWidget(picture);
    m_empty = new EmptyState(Icon::Practices, tr("Run a scenario first"), {}, m_stack);
    m_empty->setPrimary(m_toSimulation);

    auto *content = new Splitter(Qt::Vertical, u"practices/lower"_s, settings, m_stack);
    content->addWidget(buildGraphPane());
    auto *lower = new QWidget(content);
    auto *lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(0);
    m_tableHeader = new PaneHeader(tr("Recommendations"), lower);
    m_table = new RecommendationsTable(lower);
    m_together = new QLabel(lower);
    m_together->setWordWrap(true);
    m_together->setMargin(12);
    lowerColumn->addWidget(m_tableHeader);
    lowerColumn->addWidget(m_table, 1);
    lowerColumn->addWidget(m_together);
    content->addWidget(lower);
    content->setShares({58, 42});

    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    column->addWidget(m_error);
    column->addWidget(m_stack, 1);
    frame()->setPicture(picture);
}

QWidget *PracticesPage::buildGraphPane()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_graphHeader = new PaneHeader(tr("Adaptive graph"), pane);
    m_graph = new GraphView(pane);
    auto *fit = new QAction(ui::icon(Icon::Fit), tr("Show all"), this);
    connect(fit, &QAction::triggered, m_graph, &GraphView::fit);
    m_graphHeader->addTool(fit);
    column->addWidget(m_graphHeader);
    column->addWidget(m_graph, 1);
    return pane;
}

void PracticesPage::connectParts()
{
    connect(m_presenter, &PracticesPresenter::changed, m_refresh, &RefreshDeferrer::request);
    connect(m_presenter, &PracticesPresenter::found, m_refresh, &RefreshDeferrer::request);
    connect(m_presenter, &PracticesPresenter::failed, m_error, &ErrorPane::showError);
    connect(m_presenter, &PracticesPresenter::advised, this, [this] {
        if (const project::AdviceRecord *record = m_presenter->advice())
            emit statusChanged(tr("Verified %n change(s) that help.",
                                  nullptr,
                                  static_cast<int>(record->advice->graph.recommendations.size())));
    });
    connect(m_graph, &GraphView::nodesMoved, m_presenter, &PracticesPresenter::moveNodes);
    connect(m_graph, &GraphView::selectionChanged, this, &PracticesPage::selectNode);
    connect(m_findings, &FindingsList::chosen, this, &PracticesPage::selectFinding);
    connect(m_table, &RecommendationsTable::chosen, this, &PracticesPage::selectRecommendation);
    connect(m_table,
            &RecommendationsTable::acceptanceChanged,
            m_presenter,
            &PracticesPresenter::setAccepted);
}

void PracticesPage::setDocument(Document *document)
{
    m_recommendation.clear();
    m_error->hide();
    m_presenter->setDocument(document);
}

void PracticesPage::activated()
{
    m_refresh->request();
}

void PracticesPage::changeEvent(QEvent *event)
{
    DocumentPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_presenter->assessment())
        m_refresh->request(); // inks of table rows and links are of the theme they were filled in
}

void PracticesPage::focusPicture()
{
    m_graph->setFocus();
}

QList<QAction *> PracticesPage::menuActions(PageMenu menu) const
{
    return menu == PageMenu::Run ? QList<QAction *>{m_advise, m_apply, m_nextFinding}
                                 : QList<QAction *>{};
}

void PracticesPage::refresh()
{
    m_presenter->assess();
    updateActions();
    const practice::Assessment *assessment = m_presenter->assessment();
    frame()->setPaneNeeded(Pane::List, assessment != nullptr);
    frame()->setPaneNeeded(Pane::Inspector, assessment != nullptr);
    if (m_presenter->isAdvising() || m_presenter->isAssessing())
        frame()->showProgress(-1);
    else
        frame()->hideProgress();
    if (!assessment) {
        showEmpty();
        return;
    }
    m_stack->setCurrentIndex(1);
    const project::RunRecord &run = *m_presenter->run();
    m_about->setText(
        tr("%1, run %2%3")
            .arg(run.run->scenarioName,
                 QDateTime::fromMSecsSinceEpoch(run.createdAt / 1'000'000).toString(u"HH:mm"_s),
                 m_presenter->isStale() ? tr("; the scenario has changed since") : QString()));
    m_findings->setAssessment(assessment, m_presenter->graphName());
    if (m_findings->current() < 0 && m_recommendation.isEmpty() && !assessment->findings.empty()
        && assessment->findings.front().state == practice::FindingState::Deviates)
        m_findings->setCurrent(0);
    showGraph();
    showTable();
    showInspector();
}

void PracticesPage::showEmpty()
{
    m_about->clear();
    m_inspector->clear();
    m_empty->setReason(
        m_presenter->isAssessing() ? tr("Holding the run against best practices.")
        : !m_presenter->run()
            ? tr("Findings come from a run: what it shows of each node is held against "
                 "thresholds that follow your personas.")
            : tr("The scenario has changed since its run. Run it again."));
    m_stack->setCurrentWidget(m_empty);
}

void PracticesPage::showGraph()
{
    const practice::Assessment &assessment = *m_presenter->assessment();
    report::GraphDrawing drawing;
    const simulation::Scenario base = m_presenter->baseScenario();
    const bool advised = m_presenter->advice() != nullptr;
    const simulation::Scenario changed = m_presenter->changedScenario();
    drawing.topology = changed.topology;
    if (advised)
        drawing.base = base.topology;
    drawing.usage = assessment.usage;
    if (m_presenter->scenario())
        drawing.positions = m_presenter->scenario()->positions;
    for (const practice::Finding &finding : assessment.findings) {
        if (finding.state != practice::FindingState::Deviates || finding.on.isEmpty())
            continue;
        const auto before = drawing.badges.find(finding.on);
        if (before == drawing.badges.end() || *before < finding.severity)
            drawing.badges.insert(finding.on, finding.severity);
    }
    GraphLook look = lookOf(drawing);
    for (const practice::Finding &finding : assessment.findings)
        if (finding.kind == u"utilisation" && finding.value.isKnown())
            for (NodeLook &node : look.nodes)
                if (node.id == finding.on)
                    node.threshold = finding.threshold;
    m_graph->setLook(std::move(look));
    m_graph->setEditable(!m_presenter->isReadOnly());
    const int accepted = m_presenter->acceptedCount();
    const bool any = advised && !m_presenter->advice()->advice->graph.recommendations.empty();
    m_graphHeader->setCount(!any ? tr("as simulated")
                            : accepted == 0
                                ? tr("with all recommendations; figures as simulated before them")
                                : tr("with %n accepted change(s); figures as simulated before them",
                                     nullptr,
                                     accepted));
}

void PracticesPage::showTable()
{
    const project::AdviceRecord *record = m_presenter->advice();
    if (m_presenter->isAdvising()) {
        m_table->setFoundSoFar(m_presenter->foundSoFar());
        m_tableHeader->setCount(QString::number(m_presenter->foundSoFar().size()));
    } else if (record) {
        m_table->setAdvice(
            record->advice->graph,
            [this](const QString &id) { return m_presenter->isAccepted(id); },
            !m_presenter->isReadOnly());
        m_tableHeader->setCount(QString::number(record->advice->graph.recommendations.size()));
        m_table->setCurrentId(m_recommendation);
    } else {
        m_table->setNone();
        m_tableHeader->setCount({});
    }
    m_together->setText(m_presenter->isAdvising() ? QString() : togetherText());
    m_together->setVisible(!m_together->text().isEmpty());
}

QString PracticesPage::togetherText() const
{
    const project::AdviceRecord *record = m_presenter->advice();
    if (!record)
        return {};
    const practice::AdaptiveGraph &graph = record->advice->graph;
    QStringList sentences;
    if (!graph.together.empty()) {
        QStringList effects;
        for (const practice::Effect &effect : graph.together)
            if (effects.size() < 3 && effect.metric == u"responseTime.p95")
                effects << tr("%1 %2 (%3)")
                               .arg(effectName(effect),
                                    beforeAfter(effect),
                                    report::differenceText(effect.difference, effect.unit));
        if (!effects.isEmpty())
            sentences << tr("All together: %1, cost %2 per hour.")
                             .arg(effects.join(u", "), costText(graph.costTogether));
    }
    if (graph.fixedPoint)
        sentences << tr("Advised again: nothing more.");
    return sentences.join(u' ');
}

QString PracticesPage::whyNotAdvised(const practice::Finding &finding) const
{
    const project::AdviceRecord *record = m_presenter->advice();
    if (!record)
        return {};
    for (const practice::Finding &unadvised : record->advice->graph.unadvised)
        if (unadvised.rule == finding.rule && unadvised.on == finding.on)
            return unadvised.detail;
    return {};
}

void PracticesPage::showInspector()
{
    const practice::Assessment &assessment = *m_presenter->assessment();
    if (const project::AdviceRecord *record = m_presenter->advice();
        record && !m_recommendation.isEmpty())
        for (const practice::Recommendation &recommendation : record->advice->graph.recommendations)
            if (recommendation.id == m_recommendation) {
                m_inspector->showRecommendation(recommendation,
                                                m_presenter->rule(recommendation.rule));
                return;
            }
    const int index = m_findings->current();
    if (index >= 0 && index < static_cast<int>(assessment.findings.size())) {
        const practice::Finding &finding = assessment.findings[static_cast<std::size_t>(index)];
        m_inspector->showFinding(
            finding, m_presenter->rule(finding.rule), whyNotAdvised(finding), assessment.grade);
        return;
    }
    m_inspector->showGrade(assessment.grade);
}

void PracticesPage::updateActions()
{
    const bool writable = !m_presenter->isReadOnly();
    const int accepted = m_presenter->acceptedCount();
    m_advise->setEnabled(m_presenter->run() && !m_presenter->isAdvising() && !m_presenter->isStale()
                         && writable);
    m_advise->setText(m_presenter->advice() ? tr("Advise again") : tr("Advise"));
    m_apply->setText(accepted == 0 ? tr("Apply and simulate")
                                   : tr("Apply %n and simulate", nullptr, accepted));
    m_apply->setEnabled(accepted > 0 && writable);
    m_nextFinding->setEnabled(m_presenter->assessment() != nullptr);
}

void PracticesPage::selectFinding(int index)
{
    if (m_selecting || !m_presenter->assessment())
        return;
    const QScopedValueRollback selecting(m_selecting, true);
    m_recommendation.clear();
    m_table->setCurrentId({});
    m_graph->select(m_presenter->assessment()->findings[static_cast<std::size_t>(index)].on);
    showInspector();
}

void PracticesPage::selectRecommendation(const QString &id)
{
    if (m_selecting || !m_presenter->advice())
        return;
    const QScopedValueRollback selecting(m_selecting, true);
    m_recommendation = id;
    m_findings->setCurrent(-1);
    for (const practice::Recommendation &recommendation :
         m_presenter->advice()->advice->graph.recommendations)
        if (recommendation.id == id)
            m_graph->select(recommendation.on);
    showInspector();
}

void PracticesPage::selectNode(const QString &id)
{
    if (m_selecting || id.isEmpty() || !m_presenter->assessment())
        return;
    const QScopedValueRollback selecting(m_selecting, true);
    const std::vector<practice::Finding> &findings = m_presenter->assessment()->findings;
    const auto worst =
        std::find_if(findings.begin(), findings.end(), [&id](const practice::Finding &finding) {
            return finding.on == id;
        }); // deviations stand first
    if (worst == findings.end())
        return;
    m_recommendation.clear();
    m_table->setCurrentId({});
    m_findings->setCurrent(static_cast<int>(worst - findings.begin()));
    showInspector();
}

void PracticesPage::apply()
{
    m_error->hide();
    const auto applied = m_presenter->applyAccepted();
    if (!applied) {
        m_error->showError(tr("The accepted changes could not be applied."), applied.error());
        return;
    }
    emit simulationRequested();
}

} // namespace dramatis::ui
