// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/personas_page.h"

#include "core/base/text.h"
#include "ui/base/empty_state.h"
#include "ui/base/error_panel.h"
#include "ui/base/failure_box.h"
#include "ui/base/fonts.h"
#include "ui/base/inspector_section.h"
#include "ui/base/pane_header.h"
#include "ui/base/segmented_control.h"
#include "ui/base/settings.h"
#include "ui/base/splitter.h"
#include "ui/pages/personas/clustering_bar.h"
#include "ui/pages/personas/persona_card.h"
#include "ui/pages/personas/persona_list.h"
#include "ui/pages/personas/personas_presenter.h"
#include "ui/plots/k_distance_plot.h"
#include "ui/plots/reachability_plot.h"
#include "ui/plots/scatter_plot.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// In the order of the segments.
constexpr std::array<QStringView, 3> kAlgorithms{u"dbscan", u"hdbscan", u"kmeans"};
enum Stack { EmptyPane, ErrorPane, ContentPane };
constexpr int kComponents = 2;   ///< the first entries of the axis choosers
constexpr int kNamedStyles = 12; ///< clusters beyond have no chip: hundreds would hide the picture

} // namespace

PersonasPage::PersonasPage(const PageServices &services, QWidget *parent)
    : DocumentPage(u"personas"_s, tr("Personas"), Icon::Personas, services.settings, parent)
    , m_services(services)
    , m_presenter(new PersonasPresenter(services, this))
{
    buildBar();
    buildList();
    buildPicture();
    m_card = new PersonaCard(this);
    frame()->setInspector(m_card);
    connectPresenter();
    connectPlots();
    showStack();
}

void PersonasPage::buildBar()
{
    m_algorithm = new SegmentedControl(tr("Algorithm"), this);
    m_algorithm->addSegment(tr("DBSCAN"), tr("Clusters by density; eps says how dense"));
    m_algorithm->addSegment(
        tr("HDBSCAN*"),
        tr("Clusters by density, each at the density at which it lasts longest; no eps"));
    m_algorithm->addSegment(tr("k-means"), tr("A given number of clusters, without noise"));
    connect(m_algorithm, &SegmentedControl::currentChanged, this, &PersonasPage::setAlgorithm);
    frame()->addTool(m_algorithm);
    m_find = new QAction(ui::icon(Icon::Personas), tr("Find personas"), this);
    connect(
        m_find, &QAction::triggered, this, [this] { m_presenter->find(m_presenter->request()); });
    m_rename = new QAction(ui::icon(Icon::Rename), tr("Rename persona"), this);
    connect(m_rename, &QAction::triggered, this, [this] {
        if (QListWidgetItem *item = m_list->currentItem()) {
            m_list->setFocus();
            m_list->editItem(item);
        }
    });
    m_knee = new QAction(tr("Set eps to the knee"), this);
    connect(m_knee, &QAction::triggered, this, [this] {
        if (m_presenter->found())
            m_presenter->setEpsilon(m_presenter->found()->knee);
    });
    m_simulate = new QAction(tr("Simulate these"), this);
    m_simulate->setToolTip(tr("Make a scenario of this capture and its personas"));
    connect(m_simulate, &QAction::triggered, this, [this] { emit pageRequested(u"simulation"_s); });
    frame()->setPrimary(m_simulate);
}

void PersonasPage::buildList()
{
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PaneHeader(tr("Personas"), pane);
    m_header->addTool(m_rename);
    m_list = new PersonaList(pane);
    m_quality = new InspectorSection(tr("Quality of this cut"), pane);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    column->addWidget(m_quality);
    frame()->setList(pane);
    connect(m_list, &PersonaList::personaChosen, this, &PersonasPage::showPersona);
    connect(m_list,
            &PersonaList::renamed,
            m_presenter,
            &PersonasPresenter::rename,
            Qt::QueuedConnection);
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
    auto *errorPane = new QWidget(m_stack);
    auto *errorColumn = new QVBoxLayout(errorPane);
    errorColumn->setContentsMargins(20, 20, 20, 20);
    m_error = new ErrorPanel(errorPane);
    m_error->addAction(m_find);
    errorColumn->addWidget(m_error);
    errorColumn->addStretch();
    auto *content = new QWidget(m_stack);
    content->setProperty("plate", u"surface"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new ClusteringBar(content);
    column->addWidget(m_bar);
    column->addWidget(buildPlots(content), 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(errorPane);
    m_stack->addWidget(content);
    frame()->setPicture(m_stack);
}

QWidget *PersonasPage::buildPlots(QWidget *parent)
{
    auto *splitter = new Splitter(Qt::Vertical, u"personas/lower"_s, m_services.settings, parent);
    auto *upper = new QWidget(splitter);
    auto *upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    upperColumn->setSpacing(0);
    auto *axes = new QHBoxLayout;
    axes->setContentsMargins(12, 2, 12, 2);
    axes->setSpacing(8);
    m_xAxis = new QComboBox(upper);
    m_yAxis = new QComboBox(upper);
    axes->addStretch();
    for (auto [name, box] : {std::pair(tr("x"), m_xAxis), std::pair(tr("y"), m_yAxis)}) {
        auto *label = new QLabel(name, upper);
        label->setBuddy(box);
        setTextRole(label, TextRole::Secondary);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        axes->addWidget(label);
        axes->addWidget(box);
        connect(box, &QComboBox::activated, this, &PersonasPage::showPoints);
    }
    m_scatter = new ScatterPlot(upper);
    upperColumn->addLayout(axes);
    upperColumn->addWidget(m_scatter, 1);
    auto *lower =
        new Splitter(Qt::Horizontal, u"personas/density"_s, m_services.settings, splitter);
    m_lower = lower;
    m_reachability = new ReachabilityPlot(lower);
    m_kDistance = new KDistancePlot(lower);
    lower->addWidget(m_reachability);
    lower->addWidget(m_kDistance);
    lower->setShares({64, 36});
    lower->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(lower);
    splitter->setShares({67, 33});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

void PersonasPage::connectPresenter()
{
    connect(m_presenter, &PersonasPresenter::foundChanged, this, &PersonasPage::showFound);
    connect(m_presenter, &PersonasPresenter::cutChanged, this, &PersonasPage::showCut);
    connect(m_presenter, &PersonasPresenter::setChanged, this, &PersonasPage::showSet);
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

void PersonasPage::connectPlots()
{
    connect(m_bar, &ClusteringBar::epsilonChanged, m_presenter, &PersonasPresenter::setEpsilon);
    connect(m_bar, &ClusteringBar::requestChanged, m_presenter, &PersonasPresenter::find);
    connect(m_reachability,
            &ReachabilityPlot::epsilonDragged,
            m_presenter,
            &PersonasPresenter::setEpsilon);
    connect(
        m_kDistance, &KDistancePlot::epsilonChosen, m_presenter, &PersonasPresenter::setEpsilon);
    connect(m_scatter, &ScatterPlot::clusterClicked, this, [this](int cluster) {
        if (cluster < 0 || static_cast<std::size_t>(cluster) >= m_presenter->styles().size())
            return;
        const int style = m_presenter->styles()[static_cast<std::size_t>(cluster)];
        if (const persona::Persona *persona = m_presenter->ofStyle(style))
            m_list->setCurrentId(persona->id);
    });
    m_scatter->setDescription([this](std::size_t row) { return describe(row); });
    connect(m_card, &PersonaCard::renameRequested, m_rename, &QAction::trigger);
    connect(m_card, &PersonaCard::simulateRequested, m_simulate, &QAction::trigger);
    connect(
        m_card,
        &PersonaCard::pinRequested,
        this,
        [this](bool pinned) {
            if (const auto id = m_list->currentId())
                m_presenter->setPinned(*id, pinned);
        },
        Qt::QueuedConnection); // the card is made anew, with the button in it
}

void PersonasPage::setDocument(Document *document)
{
    m_hasError = false;
    m_presenter->setDocument(document);
    if (isActive())
        activated();
}

QList<QAction *> PersonasPage::menuActions(PageMenu menu) const
{
    if (menu == PageMenu::Edit)
        return {m_rename};
    return menu == PageMenu::Run ? QList<QAction *>{m_find, m_knee, m_simulate}
                                 : QList<QAction *>{};
}

void PersonasPage::focusPicture()
{
    m_reachability->setFocus();
}

void PersonasPage::activated()
{
    if (!m_hasError)
        m_presenter->ensureFound();
    showStack();
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
    m_stack->setCurrentIndex(m_hasError ? ErrorPane : any ? ContentPane : EmptyPane);
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
    m_knee->setEnabled(m_presenter->index() && m_presenter->found()->knee > 0);
}

void PersonasPage::showFound()
{
    const FoundPersonas *found = m_presenter->found();
    if (isActive() && !found && !m_hasError)
        m_presenter->ensureFound();
    const analysis::PersonaAnalysis *analysis = found ? found->analysis.get() : nullptr;
    const clustering::DensityIndex *index = m_presenter->index();
    {
        const QSignalBlocker blocker(m_algorithm);
        m_algorithm->setCurrentIndex(static_cast<int>(
            std::distance(kAlgorithms.begin(),
                          std::find(kAlgorithms.begin(),
                                    kAlgorithms.end(),
                                    m_presenter->request().clustering.algorithm))));
    }
    m_bar->show(m_presenter->request(),
                index,
                analysis ? analysis->windows.get() : nullptr,
                analysis ? analysis->features.get() : nullptr,
                found ? found->knee : 0,
                found ? found->persistent : 0);
    m_bar->fixWindow(m_presenter->hasCountedWindows()
                         ? tr("The windows of this capture were counted in a database, in one "
                              "width. Import it again for another.")
                         : QString());
    m_lower->setVisible(index != nullptr);
    if (!analysis) {
        showStack();
        return;
    }
    m_bar->setEpsilon(m_presenter->epsilon());
    showAxes();
    showPoints();
    if (index) {
        report::ReachabilityChart reach;
        reach.heights.assign(index->reachability().begin(), index->reachability().end());
        reach.cluster.assign(reach.heights.size(), clustering::kNoise);
        reach.epsilon = m_presenter->epsilon();
        m_reachability->setValue(std::move(reach));
        KDistanceChart distances = kDistanceChart(index->sortedCoreDistances(), index->minPoints());
        m_kDistance->setValue(std::move(distances));
        m_kDistance->setMarks({{found->knee, tr("knee"), {}, true},
                               {found->persistent, tr("most persistent"), {}, false}});
    }
    showCut();
    showStack();
}

void PersonasPage::showAxes()
{
    const FoundPersonas *found = m_presenter->found();
    for (QComboBox *box : {m_xAxis, m_yAxis}) {
        const QString before = box->currentText();
        const int usual = box == m_xAxis ? 0 : 1;
        box->clear();
        for (int i = 0; i < kComponents; ++i)
            box->addItem(
                tr("PCA %1 (%2)").arg(i + 1).arg(text::percent(found->projection.explained[i])));
        for (const traffic::FeatureColumn &column : found->analysis->features->columns)
            box->addItem(column.unit.isEmpty() ? column.name
                                               : tr("%1 (%2)").arg(column.name, column.unit));
        const int index = box->findText(before);
        box->setCurrentIndex(index >= 0 ? index : usual);
    }
}

std::vector<float> PersonasPage::axisValues(int axis) const
{
    const FoundPersonas *found = m_presenter->found();
    const auto rows = found->analysis->features->raw.rows();
    std::vector<float> values(static_cast<std::size_t>(rows));
    for (Eigen::Index row = 0; row < rows; ++row)
        values[static_cast<std::size_t>(row)] = static_cast<float>(
            axis < kComponents ? found->projection.points(row, axis)
                               : found->analysis->features->raw(row, axis - kComponents));
    return values;
}

std::vector<QString> PersonasPage::shownNames() const
{
    std::vector<QString> names = m_presenter->names();
    for (std::size_t c = 0; c < names.size(); ++c)
        if (m_presenter->styles()[c] >= kNamedStyles)
            names[c].clear();
    return names;
}

void PersonasPage::showPoints()
{
    if (!m_presenter->found())
        return;
    report::ScatterChart chart;
    chart.xTitle = m_xAxis->currentText();
    chart.yTitle = m_yAxis->currentText();
    chart.x = axisValues(m_xAxis->currentIndex());
    chart.y = axisValues(m_yAxis->currentIndex());
    chart.cluster = m_presenter->cut().labels;
    chart.clusterNames = shownNames();
    chart.clusterStyle = m_presenter->styles();
    m_scatter->setValue(std::move(chart));
}

void PersonasPage::showCut()
{
    const FoundPersonas *found = m_presenter->found();
    if (!found)
        return;
    const clustering::Clustering &cut = m_presenter->cut();
    // While a new finding is laid out the slider may cut it before its points are in the scatter.
    if (m_scatter->pointCount() != cut.labels.size())
        return;
    m_scatter->setClusters(
        std::make_shared<const std::vector<int>>(cut.labels), shownNames(), m_presenter->styles());
    if (const clustering::DensityIndex *index = m_presenter->index()) {
        std::vector<int> inOrder(cut.labels.size());
        const auto order = index->order();
        for (std::size_t i = 0; i < order.size(); ++i)
            inOrder[i] = cut.labels[order[i]];
        m_reachability->setCut(m_presenter->epsilon(),
                               std::make_shared<const std::vector<int>>(std::move(inOrder)),
                               m_presenter->styles());
        m_kDistance->setEpsilon(m_presenter->epsilon());
        m_bar->setEpsilon(m_presenter->epsilon());
    }
    const double noise = cut.labels.empty() ? 0 : double(cut.noise) / double(cut.labels.size());
    emit statusChanged(
        m_presenter->index() && m_presenter->cutSeconds() > 0
            ? tr("eps %1: %2 personas, %3 noise; cut in %4")
                  .arg(text::number(m_presenter->epsilon()))
                  .arg(cut.clusters)
                  .arg(text::percent(noise), text::duration(m_presenter->cutSeconds()))
            : tr("%1 personas, %2 noise").arg(cut.clusters).arg(text::percent(noise)));
}

void PersonasPage::showSet()
{
    const persona::PersonaSetPtr set = m_presenter->set();
    m_list->setPersonas(set.get());
    m_header->setCount(set ? QLocale().toString(qulonglong(set->personas.size())) : QString());
    showQuality();
    if (const auto id = m_list->currentId())
        showPersona(*id);
    else
        m_card->clear();
    showCut(); // names may have changed
    showStack();
}

void PersonasPage::showQuality()
{
    m_quality->clear();
    const persona::PersonaSetPtr set = m_presenter->set();
    m_quality->setVisible(set != nullptr);
    if (!set)
        return;
    m_quality->addRow(tr("Silhouette"))
        ->setValue(text::number(set->silhouette),
                   std::isnan(set->silhouette) ? tr("Needs two clusters or more.") : QString());
    m_quality->addRow(
        tr("Windows"),
        tr("%1 of %2")
            .arg(text::count(double(set->points)), text::duration(set->options.windowSeconds)));
    m_quality->addRow(tr("Noise"),
                      set->points == 0 ? text::unknown()
                                       : text::percent(double(set->noise) / double(set->points)));
    if (set->sparseExchanges > 0)
        m_quality->addRow(tr("In sparse windows"), text::count(double(set->sparseExchanges)))
            ->setToolTip(tr("Exchanges in windows with too few of them to be clustered"));
}

void PersonasPage::showPersona(PersonaId id)
{
    const auto style = static_cast<int>(number(id)) - 1;
    const persona::Persona *persona = m_presenter->ofStyle(style);
    if (!persona)
        return;
    m_card->show(*persona, m_services.clock.now());
    const std::vector<int> &styles = m_presenter->styles();
    const auto it = std::find(styles.begin(), styles.end(), style);
    m_scatter->setSelectedCluster(it == styles.end() ? -1 : static_cast<int>(it - styles.begin()));
}

TipCard PersonasPage::describe(std::size_t row) const
{
    TipCard card;
    const FoundPersonas *found = m_presenter->found();
    if (!found)
        return card;
    const traffic::WindowTable &table = *found->analysis->windows;
    const traffic::Window &window = table.windows[found->analysis->features->windowOfRow[row]];
    const QString resource = table.resources[number(window.resource)];
    card.heading = tr("%1, %2, %3")
                       .arg(resource.isEmpty() ? tr("(none named)") : resource,
                            text::localTime(table.sliceBegin(window.slice)),
                            text::duration(table.widthSeconds));
    const int cluster = m_presenter->cut().labels[row];
    const std::vector<QString> names = m_presenter->names();
    card.rows = {
        {tr("Requests"), text::rate(double(window.exchanges) / table.widthSeconds)},
        {tr("Latency p95"), text::duration(window.latencyP95)},
        {tr("Errors"),
         window.knownOutcomes == 0
             ? text::unknown()
             : text::percent(double(window.errors) / double(window.knownOutcomes))},
        {tr("Persona"), cluster < 0 ? tr("noise") : names[static_cast<std::size_t>(cluster)]}};
    return card;
}

} // namespace dramatis::ui
