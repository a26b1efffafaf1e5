// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/personas_page.h"

#include "core/base/text.h"
#include "ui/base/empty_state.h"
#include "ui/base/error_panel.h"
#include "ui/base/failure_box.h"
#include "ui/base/pane_header.h"
#include "ui/base/segmented_control.h"
#include "ui/base/settings.h"
#include "ui/base/splitter.h"
#include "ui/edit/document.h"
#include "ui/pages/personas/clustering_bar.h"
#include "ui/pages/personas/comparison_view.h"
#include "ui/pages/personas/density_pane.h"
#include "ui/pages/personas/drift_summary.h"
#include "ui/pages/personas/drift_view.h"
#include "ui/pages/personas/epsilon_guidance.h"
#include "ui/pages/personas/persona_actions.h"
#include "ui/pages/personas/persona_card.h"
#include "ui/pages/personas/persona_editor.h"
#include "ui/pages/personas/persona_list.h"
#include "ui/pages/personas/persona_quality.h"
#include "ui/pages/personas/personas_presenter.h"
#include "ui/pages/personas/scatter_pane.h"
#include "ui/pages/personas/selection_bar.h"
#include "ui/pages/personas/windows_view.h"
#include "ui/plots/bar_plot.h"
#include "ui/plots/reachability_plot.h"
#include "ui/plots/scatter_plot.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

using Reason = clustering::EpsilonSuggestion::Reason;

/// In the order of the segments.
constexpr std::array<QStringView, 3> kAlgorithms{u"dbscan", u"hdbscan", u"kmeans"};
constexpr std::array kReasons{Reason::Knee, Reason::MostPersistent, Reason::Hdbscan};
enum Stack { EmptyPane, ContentPane };
enum Content { PlotsPane, ErrorPane };

} // namespace

PersonasPage::PersonasPage(const PageServices &services, QWidget *parent)
    : DocumentPage(u"personas"_s, tr("Personas"), Icon::Personas, services.settings, parent)
    , m_services(services)
    , m_presenter(new PersonasPresenter(services, this))
    , m_editor(new PersonaEditor(services, this))
    , m_actions(new PersonaActions(*m_editor, this))
{
    buildBar();
    buildActions();
    buildList();
    buildPicture();
    m_card = new PersonaCard({m_rename,
                              m_actions->pin(),
                              m_actions->split(),
                              m_actions->setFigure(),
                              m_actions->exportLoad()},
                             this);
    frame()->setInspector(m_card);
    connectPresenter();
    connectEditor();
    connectViews();
    connectSelection();
    showStack();
}

void PersonasPage::buildBar()
{
    m_versions = new QComboBox(this);
    m_versions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_versions->setAccessibleName(tr("Version"));
    m_versions->setToolTip(tr("Which version of the personas is shown"));
    frame()->addTool(m_versions);
    connect(m_versions, &QComboBox::activated, this, [this](int row) {
        m_document->choose(PersonaSetId{m_versions->itemData(row).toUInt()});
    });
    m_algorithm = new SegmentedControl(tr("Algorithm"), this);
    m_algorithm->addSegment(tr("DBSCAN"), tr("Clusters by density; eps says how dense"));
    m_algorithm->addSegment(
        tr("HDBSCAN*"),
        tr("Clusters by density, each at the density at which it lasts longest; no eps"));
    m_algorithm->addSegment(tr("k-means"), tr("A given number of clusters, without noise"));
    connect(m_algorithm, &SegmentedControl::currentChanged, this, &PersonasPage::setAlgorithm);
    frame()->addTool(m_algorithm);
}

void PersonasPage::buildActions()
{
    m_find = new QAction(ui::icon(Icon::Personas), tr("Find personas"), this);
    connect(
        m_find, &QAction::triggered, this, [this] { m_presenter->find(m_presenter->request()); });
    m_rename = new QAction(ui::icon(Icon::Rename), tr("Rename persona"), this);
    m_rename->setToolTip(tr("Rename (F2)"));
    connect(m_rename, &QAction::triggered, this, [this] {
        if (QListWidgetItem *item = m_list->currentItem()) {
            m_list->setFocus();
            m_list->editItem(item);
        }
    });
    for (const Reason reason : kReasons) {
        auto *action = new QAction(tr("Set eps to: %1").arg(suggestionName(reason)), this);
        connect(action, &QAction::triggered, this, [this, reason] {
            if (const auto *suggestion = m_presenter->found()->suggestion(reason))
                m_presenter->setEpsilon(suggestion->epsilon);
        });
        m_suggested.push_back(action);
    }
    m_simulate = new QAction(tr("Simulate"), this);
    m_simulate->setToolTip(tr("Make a scenario of this capture and its personas"));
    connect(m_simulate, &QAction::triggered, this, [this] { emit pageRequested(u"simulation"_s); });
    frame()->addRightTool(m_actions->keepVersion());
    frame()->setPrimary(m_simulate);
}

void PersonasPage::buildList()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PaneHeader(tr("Personas"), pane);
    m_header->addTool(m_actions->merge());
    m_header->addTool(m_rename);
    m_list = new PersonaList(pane);
    m_list->addActions({m_rename,
                        m_actions->pin(),
                        m_actions->merge(),
                        m_actions->split(),
                        m_actions->setFigure(),
                        m_actions->exportLoad()});
    auto *below = new QWidget(pane);
    auto *belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 0, 0, 0);
    belowColumn->setSpacing(0);
    m_quality = new PersonaQuality(below);
    m_driftSummary = new DriftSummary(below);
    belowColumn->addWidget(m_quality);
    belowColumn->addWidget(m_driftSummary);
    belowColumn->addStretch();
    auto *scroll = new QScrollArea(pane);
    scroll->setWidget(below);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setProperty("plate", u"bg"_s);
    below->setProperty("plate", u"bg"_s);
    column->addWidget(m_header);
    column->addWidget(m_list, 2);
    column->addWidget(scroll, 1);
    frame()->setList(pane);
}

void PersonasPage::buildPicture()
{
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(Icon::Personas,
                             tr("No personas yet"),
                             tr("Personas are behaviours of resources that recur in a capture."),
                             m_stack);
    auto *captures = new QAction(ui::icon(Icon::Captures), tr("Captures"), this);
    connect(captures, &QAction::triggered, this, [this] { emit pageRequested(u"captures"_s); });
    m_empty->setPrimary(m_find);
    m_empty->addAction(captures);
    m_empty->addAction(m_actions->importSet());
    auto *content = new QWidget(m_stack);
    content->setProperty("plate", u"surface"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new ClusteringBar(content);
    m_content = new QStackedWidget(content);
    auto *errorPane = new QWidget(m_content);
    auto *errorColumn = new QVBoxLayout(errorPane);
    errorColumn->setContentsMargins(20, 20, 20, 20);
    m_error = new ErrorPanel(errorPane);
    m_error->addAction(m_find);
    errorColumn->addWidget(m_error);
    errorColumn->addStretch();
    m_content->addWidget(buildPlots(m_content));
    m_content->addWidget(errorPane);
    column->addWidget(m_bar);
    column->addWidget(m_content, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    frame()->setPicture(m_stack);
}

QWidget *PersonasPage::buildPlots(QWidget *parent)
{
    auto *splitter = new Splitter(Qt::Vertical, u"personas/lower"_s, m_services.settings, parent);
    m_density = new DensityPane(*m_presenter, m_services.settings, splitter);
    splitter->addWidget(buildViews(splitter));
    splitter->addWidget(m_density);
    m_silhouettes = new BarPlot(splitter);
    splitter->addWidget(m_silhouettes);
    splitter->setShares({67, 33, 33}); // at most one of the lower two shows
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget *PersonasPage::buildViews(QWidget *parent)
{
    auto *upper = new QWidget(parent);
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new QTabBar(upper);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Views"));
    m_selectionBar = new SelectionBar(upper);
    m_views = new QStackedWidget(upper);
    m_scatter = new ScatterPane(*m_presenter, m_views);
    m_comparison = new PersonaComparisonView(m_services.settings, m_views);
    m_windows = new PersonaWindowsView(m_views);
    m_drift = new PersonaDriftView(m_services.settings, m_views);
    const auto add = [this](const QString &name, const QString &toolTip, QWidget *view) {
        m_tabs->setTabToolTip(m_tabs->addTab(name), toolTip);
        m_views->addWidget(view);
    };
    add(tr("Scatter"), tr("The windows in the plane"), m_scatter);
    add(tr("Compare"), tr("The personas beside one another, in real units"), m_comparison);
    add(tr("Windows"), tr("The windows as a table"), m_windows);
    add(tr("Drift"), tr("What has become of the personas since another version"), m_drift);
    column->addWidget(m_tabs);
    column->addWidget(m_selectionBar);
    column->addWidget(m_views, 1);
    return upper;
}

void PersonasPage::connectPresenter()
{
    connect(m_presenter, &PersonasPresenter::foundChanged, this, &PersonasPage::showFound);
    connect(m_presenter, &PersonasPresenter::cutChanged, this, &PersonasPage::showCut);
    connect(m_presenter, &PersonasPresenter::epsilonChanged, this, [this] {
        m_bar->setEpsilon(m_presenter->epsilon());
        m_density->showEpsilon();
    });
    connect(m_presenter, &PersonasPresenter::setChanged, this, &PersonasPage::showSet);
    connect(m_presenter, &PersonasPresenter::explanationsChanged, this, &PersonasPage::showPersona);
    connect(m_presenter, &PersonasPresenter::findingChanged, this, [this](bool finding) {
        if (finding) {
            m_hasError = false;
            frame()->showProgress(-1);
        } else {
            frame()->hideProgress();
        }
        showStack();
    });
    connect(m_presenter, &PersonasPresenter::progressed, this, [this](double fraction) {
        frame()->showProgress(fraction);
    });
    connect(m_presenter, &PersonasPresenter::failed, this, [this](const Error &error) {
        m_hasError = true;
        m_error->setError(tr("The personas could not be found."), error);
        showStack();
    });
    connect(m_presenter,
            &PersonasPresenter::commandFailed,
            this,
            [this](const QString &what, const Error &error) { showFailure(this, what, error); });
}

void PersonasPage::connectEditor()
{
    connect(m_editor,
            &PersonaEditor::failed,
            this,
            [this](const QString &what, const Error &error) { showFailure(this, what, error); });
    connect(m_editor, &PersonaEditor::regroupingChanged, this, [this](bool regrouping) {
        if (regrouping)
            frame()->showProgress(-1);
        else
            frame()->hideProgress();
    });
    connect(m_actions, &PersonaActions::done, this, &PersonasPage::statusChanged);
    // The list is made anew by what it asks for.
    connect(m_list, &PersonaList::renamed, m_editor, &PersonaEditor::rename, Qt::QueuedConnection);
}

void PersonasPage::connectViews()
{
    connect(m_bar, &ClusteringBar::epsilonChanged, m_presenter, &PersonasPresenter::setEpsilon);
    connect(m_bar, &ClusteringBar::requestChanged, m_presenter, &PersonasPresenter::find);
    connect(m_density, &DensityPane::epsilonAsked, m_presenter, &PersonasPresenter::setEpsilon);
    connect(m_tabs, &QTabBar::currentChanged, this, &PersonasPage::showView);
    connect(m_list, &PersonaList::personaChosen, this, &PersonasPage::showPersona);
    connect(m_list, &PersonaList::choiceChanged, this, &PersonasPage::showChoice);
    connect(m_list, &PersonaList::noiseClicked, this, [this] {
        m_windows->setFilter({WindowFilter::Kind::Cluster, clustering::kNoise});
    });
    connect(m_scatter, &ScatterPane::clusterClicked, this, &PersonasPage::chooseCluster);
    connect(m_comparison, &PersonaComparisonView::personaChosen, this, &PersonasPage::choose);
    connect(m_drift, &PersonaDriftView::personaChosen, this, &PersonasPage::choose);
    connect(m_drift, &PersonaDriftView::earlierChosen, this, [this](PersonaSetId id) {
        m_earlier = id;
        showDrift();
    });
}

void PersonasPage::setDocument(Document *document)
{
    m_hasError = false;
    m_document = document;
    m_earlier.reset();
    m_editor->setDocument(document);
    connect(document, &Document::rangeChanged, this, &PersonasPage::selectRange);
    m_presenter->setDocument(document);
    if (isActive())
        activated();
}

QList<QAction *> PersonasPage::menuActions(PageMenu menu) const
{
    switch (menu) {
    case PageMenu::Edit:
        return {m_rename,
                m_actions->pin(),
                m_actions->merge(),
                m_actions->split(),
                m_actions->setFigure()};
    case PageMenu::Project:
        return {m_actions->keepVersion(),
                m_actions->importSet(),
                m_actions->exportSet(),
                m_actions->exportLoad()};
    case PageMenu::Run:
        break;
    }
    QList<QAction *> actions{m_find};
    for (QAction *action : m_suggested)
        actions << action;
    actions += m_scatter->toolActions();
    return actions << m_simulate;
}

void PersonasPage::focusPicture()
{
    if (m_density->isVisible())
        m_density->reachability()->setFocus();
    else
        m_scatter->plot()->setFocus();
}

void PersonasPage::activated()
{
    if (!m_hasError)
        m_presenter->ensureFound();
    showStack();
}

/// Single keys of the picture that its plots leave: minPts, knee, merge.
void PersonasPage::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Semicolon:
        m_bar->stepMinPoints(-1);
        return;
    case Qt::Key_Apostrophe:
        m_bar->stepMinPoints(1);
        return;
    case Qt::Key_K:
        m_suggested.front()->trigger();
        return;
    case Qt::Key_M:
        m_actions->merge()->trigger();
        return;
    default:
        DocumentPage::keyPressEvent(event);
    }
}

void PersonasPage::setAlgorithm(int segment)
{
    analysis::PersonaRequest request = m_presenter->request();
    request.clustering.algorithm = kAlgorithms.at(static_cast<std::size_t>(segment)).toString();
    request.clustering.epsilon.reset();
    if (request.clustering.algorithm != m_presenter->request().clustering.algorithm)
        m_presenter->find(request);
}

void PersonasPage::showStack()
{
    const bool any = m_presenter->set() || m_presenter->found();
    m_stack->setCurrentIndex(any || m_hasError ? ContentPane : EmptyPane);
    m_content->setCurrentIndex(m_hasError ? ErrorPane : PlotsPane);
    frame()->setPaneNeeded(Pane::Inspector, any && !m_hasError);
    const bool finding = m_presenter->isFinding();
    m_empty->setReason(
        !m_presenter->hasCapture()
            ? tr("Personas are behaviours of resources that recur in a capture.\nImport "
                 "a capture first.")
        : finding ? tr("Looking at the windows of the capture.")
                  : tr("Personas are behaviours of resources that recur in a capture."));
    m_find->setEnabled(m_presenter->hasCapture() && !finding);
    m_algorithm->setEnabled(m_presenter->hasCapture() && !finding);
    m_simulate->setEnabled(m_presenter->set() != nullptr);
    m_rename->setEnabled(m_presenter->set() != nullptr);
    for (std::size_t i = 0; i < kReasons.size(); ++i)
        m_suggested[i]->setEnabled(m_presenter->index()
                                   && m_presenter->found()->suggestion(kReasons[i]));
    // Of personas that came out of a file there are no windows to see.
    const bool hasWindows = !m_presenter->isWithoutWindows();
    m_bar->setVisible(hasWindows);
    for (const View view : {ScatterView, WindowsView})
        m_tabs->setTabEnabled(view, hasWindows);
    if (!hasWindows && m_tabs->currentIndex() != DriftView)
        m_tabs->setCurrentIndex(CompareView);
}

void PersonasPage::showFound()
{
    const FoundPersonas *found = m_presenter->found();
    if (isActive() && !found && !m_hasError)
        m_presenter->ensureFound();
    const analysis::PersonaAnalysis *analysis = found ? found->analysis.get() : nullptr;
    {
        const QSignalBlocker blocker(m_algorithm);
        m_algorithm->setCurrentIndex(static_cast<int>(
            std::distance(kAlgorithms.begin(),
                          std::find(kAlgorithms.begin(),
                                    kAlgorithms.end(),
                                    m_presenter->request().clustering.algorithm))));
    }
    m_bar->show(m_presenter->request(),
                m_presenter->index(),
                analysis ? analysis->windows.get() : nullptr,
                analysis ? analysis->features.get() : nullptr,
                analysis ? analysis->outcome.suggestions
                         : std::vector<clustering::EpsilonSuggestion>());
    m_bar->fixWindow(m_presenter->hasCountedWindows()
                         ? tr("The windows of this capture were counted in a database, in one "
                              "width. Import it again for another.")
                         : QString());
    if (m_presenter->index())
        m_bar->setEpsilon(m_presenter->epsilon());
    m_scatter->showFound();
    m_density->showFound();
    showSilhouettes();
    selectRange();
    showCut();
    showStack();
}

/// Why k is what it is, where k-means chose it.
void PersonasPage::showSilhouettes()
{
    const FoundPersonas *found = m_presenter->found();
    report::BarChart chart;
    chart.valueTitle = tr("Silhouette by the number of clusters k; the largest is taken");
    if (found)
        for (const clustering::TriedClusters &tried : found->analysis->outcome.tried)
            chart.bars.push_back({tr("k = %1").arg(tried.clusters),
                                  Figure{.mean = tried.silhouette},
                                  {report::SeriesStyle::Kind::Series,
                                   tried.clusters == found->analysis->outcome.clusters ? 0 : 1}});
    m_silhouettes->setVisible(!chart.bars.empty());
    m_silhouettes->setValue(std::move(chart));
}

void PersonasPage::showCut()
{
    if (!m_presenter->found())
        return;
    m_scatter->showCut();
    m_density->showCut();
    showStatus();
}

void PersonasPage::showStatus()
{
    const clustering::Clustering &cut = *m_presenter->cut().clusters;
    const QString noise =
        text::percent(cut.labels.empty() ? 0 : double(cut.noise) / double(cut.labels.size()));
    const double seconds = m_presenter->cut().seconds;
    emit statusChanged(m_presenter->index() && seconds > 0
                           ? tr("eps %1: %2 personas, %3 noise; cut in %4")
                                 .arg(text::number(m_presenter->cut().epsilon))
                                 .arg(cut.clusters)
                                 .arg(noise, text::duration(seconds))
                           : tr("%1 personas, %2 noise").arg(cut.clusters).arg(noise));
}

void PersonasPage::showSet()
{
    const persona::PersonaSetPtr set = m_presenter->set();
    m_list->setPersonas(set.get(), m_services.clock.now());
    m_header->setCount(set ? QLocale().toString(qulonglong(set->personas.size())) : QString());
    m_quality->show(set.get(), m_presenter->isJudging());
    if (!set)
        m_card->clear();
    const FoundPersonas *found = m_presenter->found();
    m_windows->show(found ? found->analysis : nullptr,
                    m_presenter->cut().clusters,
                    m_presenter->names(),
                    m_presenter->styles());
    m_windows->setSelectedRows(m_rows);
    m_selectionBar->show(m_rows.size(), set.get());
    showVersions();
    showChoice();
    showPersona();
    showDrift();
    showCut(); // names may have changed
    showStack();
}

std::optional<std::size_t> PersonasPage::clusterOf(PersonaId id) const
{
    const std::vector<int> &styles = m_presenter->styles();
    const auto place =
        std::find(styles.begin(), styles.end(), static_cast<int>(dramatis::number(id)) - 1);
    return place == styles.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(std::distance(styles.begin(), place)));
}

void PersonasPage::showPersona()
{
    const persona::PersonaSetPtr set = m_presenter->set();
    const auto id = m_list->currentId();
    const persona::Persona *persona = set && id ? set->withId(*id) : nullptr;
    if (!persona)
        return;
    const bool hadFocus = m_card->isAncestorOf(QApplication::focusWidget());
    const auto &explanations = m_presenter->explanations();
    const auto cluster = static_cast<std::size_t>(persona->cluster);
    m_card->show(*persona,
                 *set,
                 cluster < explanations.size()
                     ? std::span<const clustering::FeatureEffect>(explanations[cluster])
                     : std::span<const clustering::FeatureEffect>(),
                 m_services.clock.now());
    if (hadFocus) // the button that had it is gone
        m_list->setFocus();
    m_scatter->setPersona(PersonasPresenter::styleOf(*persona));
    m_drift->setPersona(persona->id);
    if (const auto shown = clusterOf(persona->id);
        shown && m_windows->filter().kind == WindowFilter::Kind::Cluster)
        m_windows->setFilter({WindowFilter::Kind::Cluster, static_cast<int>(*shown)});
}

void PersonasPage::showChoice()
{
    std::vector<PersonaId> chosen = m_list->chosenIds();
    // The one that the card shows comes first: it is what the others are merged into.
    if (const auto current = m_list->currentId()) {
        const auto place = std::find(chosen.begin(), chosen.end(), *current);
        if (place != chosen.end())
            std::rotate(chosen.begin(), place, place + 1);
        else
            chosen.insert(chosen.begin(), *current);
    }
    const bool hasWindows = m_presenter->found() && !m_presenter->isWithoutWindows();
    m_actions->setChoice(m_presenter->set(), chosen, hasWindows);
    m_comparison->show(m_presenter->set(), chosen.size() > 1 ? chosen : std::vector<PersonaId>());
}

void PersonasPage::showView()
{
    m_views->setCurrentIndex(m_tabs->currentIndex());
}

void PersonasPage::choose(PersonaId id)
{
    m_list->setCurrentId(id);
}

void PersonasPage::chooseCluster(int cluster)
{
    const std::vector<int> &styles = m_presenter->styles();
    if (cluster < 0 || static_cast<std::size_t>(cluster) >= styles.size())
        return;
    if (const persona::Persona *persona =
            m_presenter->ofStyle(styles[static_cast<std::size_t>(cluster)]))
        choose(persona->id);
}

} // namespace dramatis::ui
