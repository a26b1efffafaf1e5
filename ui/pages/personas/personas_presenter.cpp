// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/personas_presenter.h"

#include "core/jobs/job_list.h"
#include "core/persona/identity.h"
#include "ui/edit/document.h"
#include "ui/pages/personas/cluster_matching.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <map>

namespace dramatis::ui {

namespace {

constexpr int kRestMilliseconds = 150;
constexpr int kSettleMilliseconds = 700; ///< judging costs seconds: not after every touch
constexpr double kFindShare = 0.9;       ///< of the progress; the rest is the picture

/// The pictures of an analysis.
FoundPersonas withPictures(std::shared_ptr<const analysis::PersonaAnalysis> analysis)
{
    FoundPersonas found;
    found.projection = clustering::principalComponents(analysis->features->scaled);
    found.analysis = std::move(analysis);
    return found;
}

Result<FoundPersonas> findAll(const traffic::ObservedTraffic &traffic,
                              const analysis::PersonaRequest &request,
                              const Clock &clock,
                              JobControl &job)
{
    JobSlice finding(job, 0, kFindShare);
    DRAMATIS_TRY(analysis::PersonaAnalysis analysis,
                 analysis::findPersonas(traffic, request, clock, finding));
    DRAMATIS_CHECK(job.checkpoint(kFindShare));
    return withPictures(std::make_shared<const analysis::PersonaAnalysis>(std::move(analysis)));
}

/// The clusters that the labels of a set make.
clustering::Clustering clustersOf(const persona::PersonaSet &set)
{
    clustering::Clustering clusters;
    clusters.labels = set.labels;
    for (const int label : set.labels)
        clusters.clusters = std::max(clusters.clusters, label + 1);
    clusters.noise = set.noise;
    return clusters;
}

/// Ids carry the colour: id 1 is style 0.
std::vector<PersonaId> idsOf(const std::vector<int> &styles)
{
    std::vector<PersonaId> ids;
    for (const int style : styles)
        ids.push_back(PersonaId{static_cast<std::uint32_t>(style + 1)});
    return ids;
}

/// By cluster; a cluster that no persona has gets a style that is free.
std::vector<int> stylesOf(const persona::PersonaSet &set, int clusters)
{
    std::vector<int> styles(static_cast<std::size_t>(clusters), -1);
    std::vector<int> match(styles.size(), -1);
    std::vector<int> given;
    for (const persona::Persona &persona : set.personas) {
        if (persona.cluster < 0 || persona.cluster >= clusters)
            continue;
        match[static_cast<std::size_t>(persona.cluster)] = static_cast<int>(given.size());
        given.push_back(PersonasPresenter::styleOf(persona));
    }
    return carryStyles(match, given);
}

/// What judging told of `judged`, on `set`, which a person may have touched meanwhile.
persona::PersonaSet withJudgement(persona::PersonaSet set, const persona::PersonaSet &judged)
{
    set.dbcv = judged.dbcv;
    set.stability = judged.stability;
    for (persona::Persona &persona : set.personas)
        if (const persona::Persona *other = judged.withId(persona.id))
            persona.goodness = other->goodness;
    return set;
}

} // namespace

const clustering::EpsilonSuggestion *
FoundPersonas::suggestion(clustering::EpsilonSuggestion::Reason reason) const
{
    for (const clustering::EpsilonSuggestion &suggestion : analysis->outcome.suggestions)
        if (suggestion.reason == reason)
            return &suggestion;
    return nullptr;
}

PersonasPresenter::PersonasPresenter(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_finding(this)
    , m_profiling(this)
    , m_explaining(this)
    , m_judging(this)
    , m_cut(shownCut({}, {}, nullptr, 0))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &PersonasPresenter::profileCut);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &PersonasPresenter::judge);
    connect(&m_progress, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        emit progressed(double(value) / std::max(1, m_progress.progressMaximum()));
    });
    connect(&m_cutter, &EpsilonCutter::cutMade, this, [this](const ShownCut &cut) {
        m_cut = cut;
        if (!m_document->isReadOnly()) // what cannot be kept is only looked at
            m_rest.start();
        emit cutChanged();
    });
}

void PersonasPresenter::setDocument(Document *document)
{
    cancel();
    m_document = document;
    m_capture.reset();
    m_traffic = {};
    m_setId.reset();
    m_found.reset();
    m_shown.reset();
    m_judged.reset();
    m_explanations.clear();
    m_request = {};
    connect(document, &Document::currentChanged, this, &PersonasPresenter::currentChanged);
    currentChanged();
    emit foundChanged();
    emit setChanged();
}

bool PersonasPresenter::hasCapture() const
{
    return m_traffic.exchanges != nullptr;
}

bool PersonasPresenter::isWithoutWindows() const
{
    return m_shown && m_shown->labels.empty();
}

persona::PersonaSetPtr PersonasPresenter::predecessor() const
{
    if (!m_shown || !m_shown->predecessor)
        return nullptr;
    const auto &sets = m_document->state().personaSets;
    const auto before = sets.find(*m_shown->predecessor);
    return before == sets.end() ? nullptr : before->second;
}

void PersonasPresenter::cancel()
{
    const bool was = isFinding();
    m_finding.cancel();
    m_profiling.cancel();
    m_explaining.cancel();
    m_judging.cancel();
    m_cutter.stop();
    m_rest.stop();
    m_settle.stop();
    if (was)
        emit findingChanged(false);
}

void PersonasPresenter::currentChanged()
{
    if (m_isKeeping)
        return;
    const auto capture = m_document->currentCapture();
    const traffic::ObservedTraffic traffic =
        capture ? m_document->state().captures.at(*capture).traffic() : traffic::ObservedTraffic();
    const bool isOther = traffic.exchanges != m_traffic.exchanges;
    const auto setId = m_document->currentPersonaSet();
    if (isOther || setId != m_setId) {
        if (!isFinding() || isOther) {
            cancel();
            m_found.reset();
            m_request = {};
        }
        m_capture = capture;
        m_traffic = traffic;
        m_setId = setId;
        // Who hears that nothing is found asks for it: of the set that there is, not for a new one.
        showSet();
        emit foundChanged();
    } else {
        showSet();
    }
}

void PersonasPresenter::showSet()
{
    persona::PersonaSetPtr set;
    if (m_setId)
        set = m_document->state().personaSets.at(*m_setId);
    if (set == m_shown)
        return;
    m_shown = std::move(set);
    emit setChanged();
    followSet();
}

/// Windows were moved between personas, or that was taken back: the pictures follow. Then what is
/// not known of the set yet is computed.
void PersonasPresenter::followSet()
{
    if (!m_found || !m_shown || m_profiling.isRunning() || m_isDragged)
        return;
    if (!m_shown->labels.empty() && m_shown->labels != m_cut.clusters->labels
        && m_shown->labels.size() == m_cut.clusters->labels.size())
        takeCut(storedCut(*m_found));
    else
        m_cut.styles = stylesOf(*m_shown, m_cut.clusters->clusters);
    m_settle.start();
}

void PersonasPresenter::ensureFound()
{
    if (!hasCapture() || m_found || isFinding() || isWithoutWindows())
        return;
    start(m_shown ? analysis::requestOf(m_shown->options) : m_request, m_shown != nullptr);
}

void PersonasPresenter::find(const analysis::PersonaRequest &request)
{
    if (hasCapture())
        start(request, false);
}

void PersonasPresenter::start(const analysis::PersonaRequest &request, bool keepSet)
{
    m_rest.stop();
    m_settle.stop();
    m_cutter.stop();
    m_profiling.cancel();
    m_judging.cancel();
    m_request = request;
    // What another page has computed for this set is taken, not computed again.
    const auto known = keepSet ? m_document->analysisOf(*m_setId) : nullptr;
    const auto work = [traffic = m_traffic, request, known, &clock = m_services.clock](
                          JobControl &job) -> Result<FoundPersonas> {
        if (known)
            return withPictures(known);
        return findAll(traffic, request, clock, job);
    };
    const auto future =
        m_finding.start(&m_services.pool, work, [this, keepSet](Result<FoundPersonas> found) {
            if (found)
                adopt(*std::move(found), keepSet);
            else if (found.error().kind != ErrorKind::Cancelled)
                emit failed(found.error());
            emit findingChanged(false);
        });
    m_progress.setFuture(QFuture<void>(future));
    m_services.jobs.add(QFuture<void>(future), tr("Find personas"));
    emit findingChanged(true);
}

/// The clusters of the set that is shown, with the windows that a person moved and the colours that
/// it has.
ShownCut PersonasPresenter::storedCut(const FoundPersonas &found) const
{
    const clustering::ClusteringOutcome &outcome = found.analysis->outcome;
    if (m_shown->labels.size() != outcome.clustering.labels.size())
        return newCut(found, false);
    clustering::Clustering clusters =
        m_shown->labels == outcome.clustering.labels ? outcome.clustering : clustersOf(*m_shown);
    std::vector<int> styles = stylesOf(*m_shown, clusters.clusters);
    return shownCut(std::move(clusters), std::move(styles), outcome.index.get(), outcome.epsilon);
}

/// The clusters that were found; of the same windows as before colours are carried over, else they
/// are in the order of size, as the profiles stand.
ShownCut PersonasPresenter::newCut(const FoundPersonas &found, bool sameWindows) const
{
    const clustering::ClusteringOutcome &outcome = found.analysis->outcome;
    const clustering::Clustering &clusters = outcome.clustering;
    const clustering::Clustering &before = *m_cut.clusters;
    std::vector<int> styles =
        sameWindows ? carryStyles(
            matchClusters(before.labels, before.clusters, clusters.labels, clusters.clusters),
            m_cut.styles,
            firstFreeStyle())
                    : stylesOf(found.analysis->set, clusters.clusters);
    return shownCut(clusters, std::move(styles), outcome.index.get(), outcome.epsilon);
}

void PersonasPresenter::adopt(FoundPersonas found, bool isStored)
{
    const bool sameWindows =
        m_found && m_found->analysis->set.windowOfRow == found.analysis->set.windowOfRow
        && m_found->analysis->windows->widthSeconds == found.analysis->windows->widthSeconds;
    m_cut = isStored ? storedCut(found) : newCut(found, sameWindows);
    m_epsilon = m_cut.epsilon;
    m_isDragged = false;
    m_found = std::move(found);
    const auto analysis = m_found->analysis;
    if (isStored)
        m_document->setAnalysis(*m_setId, analysis);
    else
        keepSet(*analysis, sameWindows);
    emit foundChanged();
    takeCut(ShownCut(m_cut));
    m_settle.start();
}

void PersonasPresenter::takeCut(ShownCut cut)
{
    m_cut = std::move(cut);
    m_epsilon = m_cut.epsilon;
    if (index())
        m_cutter.start(m_found->analysis->outcome.index, m_cut, firstFreeStyle());
    explain();
    emit epsilonChanged();
    emit cutChanged();
}

/// Whether the set stays as it is: a later one came after it, or windows in it were moved by hand,
/// which another cut would undo.
bool PersonasPresenter::isSettled() const
{
    const auto &sets = m_document->state().personaSets;
    return m_shown
           && (m_shown->regrouped || std::any_of(sets.begin(), sets.end(), [this](const auto &set) {
                   return set.second->predecessor == m_setId;
               }));
}

/// A new cluster must not look like a persona of the version before.
int PersonasPresenter::firstFreeStyle() const
{
    if (isSettled())
        return static_cast<int>(m_shown->lastPersonaId);
    const persona::PersonaSetPtr before = predecessor();
    return before ? static_cast<int>(before->lastPersonaId) : 0;
}

/// Where the next profiles go: to the set that is shown, or where that stays as it is to a new
/// version after it.
Result<PersonasPresenter::Target> PersonasPresenter::target()
{
    if (m_setId && !isSettled())
        return Target{*m_setId, predecessor()};
    DRAMATIS_TRY(const quint32 id, m_document->newId());
    persona::PersonaSetPtr before = m_shown;
    const auto &sets = m_document->state().personaSets;
    if (!before && !sets.empty())
        before = sets.rbegin()->second; // of an earlier capture
    return Target{PersonaSetId{id}, before};
}

/// @param sameWindows  as those of the set that is shown: then the clusters tell who is who, else
///                     the profiles do
void PersonasPresenter::keepSet(analysis::PersonaAnalysis analysis, bool sameWindows)
{
    const auto target = this->target();
    if (!target) {
        emit commandFailed(tr("The personas could not be kept."), target.error());
        return;
    }
    persona::PersonaSet &set = analysis.set;
    const persona::PersonaSetPtr before = m_shown ? m_shown : target->predecessor;
    if (m_shown && sameWindows) {
        set = persona::recutFrom(*m_shown, std::move(set), idsOf(m_cut.styles));
    } else if (before) {
        set = persona::continuing(*before, std::move(set));
        m_cut.styles = stylesOf(set, m_cut.clusters->clusters);
    }
    set.id = target->id;
    set.capture = *m_capture;
    set.predecessor.reset();
    if (target->predecessor)
        set.predecessor = target->predecessor->id;
    const auto stored = std::make_shared<const persona::PersonaSet>(set);
    const auto shared = std::make_shared<const analysis::PersonaAnalysis>(std::move(analysis));
    m_found->analysis = shared;
    m_isDragged = false;
    m_setId = target->id;
    {
        const QScopedValueRollback keeping(m_isKeeping, true);
        if (const auto kept = m_document->keep(project::PutPersonaSet{target->id, stored}); !kept) {
            emit commandFailed(tr("The personas could not be kept."), kept.error());
            return;
        }
        m_document->setAnalysis(target->id, shared);
        if (m_document->currentPersonaSet() != m_setId)
            m_document->choose(target->id);
    }
    showSet();
}

const clustering::DensityIndex *PersonasPresenter::index() const
{
    const bool hasEpsilon =
        m_found && m_found->analysis->set.options.algorithm == QStringLiteral("dbscan");
    return hasEpsilon ? heights() : nullptr;
}

const clustering::DensityIndex *PersonasPresenter::heights() const
{
    return m_found ? m_found->analysis->outcome.index.get() : nullptr;
}

void PersonasPresenter::setEpsilon(double epsilon)
{
    if (!index() || !(epsilon > 0) || epsilon == m_epsilon)
        return;
    m_epsilon = epsilon;
    m_isDragged = true;
    m_profiling.cancel();
    m_judging.cancel();
    m_rest.stop();
    m_settle.stop();
    m_cutter.ask(epsilon);
    emit epsilonChanged();
}

void PersonasPresenter::profileCut()
{
    if (m_cutter.isBusy())
        return; // it will rest again
    m_request.clustering.epsilon = m_epsilon;
    const auto work = [traffic = m_traffic,
                       before = m_found->analysis,
                       cut = m_cut.clusters,
                       epsilon = m_cut.epsilon,
                       &clock = m_services.clock](JobControl &job) {
        return analysis::profileCut(traffic, *before, *cut, epsilon, clock, job);
    };
    m_profiling.start(&m_services.pool, work, [this](Result<analysis::PersonaAnalysis> profiled) {
        if (profiled) {
            keepSet(*std::move(profiled), true);
            explain();
            m_settle.start();
            emit cutChanged(); // new clusters have names now
        } else if (profiled.error().kind != ErrorKind::Cancelled) {
            emit failed(profiled.error());
        }
    });
}

void PersonasPresenter::explain()
{
    const auto work =
        [found = m_found->analysis, clusters = m_cut.clusters](
            JobControl &) -> Result<std::vector<std::vector<clustering::FeatureEffect>>> {
        return clustering::distinguishingFeatures(found->features->raw, *clusters);
    };
    m_explaining.start(
        &m_services.pool,
        work,
        [this](Result<std::vector<std::vector<clustering::FeatureEffect>>> explained) {
            if (!explained)
                return;
            m_explanations = *std::move(explained);
            emit explanationsChanged();
        });
}

void PersonasPresenter::judge()
{
    if (!m_found || !m_shown || m_shown == m_judged || m_isDragged || isWithoutWindows()
        || m_document->isReadOnly())
        return;
    const auto work =
        [traffic = m_traffic, found = m_found->analysis, set = m_shown](JobControl &job) {
            analysis::PersonaAnalysis analysis = *found;
            analysis.set = *set;
            return analysis::judged(traffic, analysis, job);
        };
    const auto future = m_judging.start(
        &m_services.pool, work, [this, before = m_shown](Result<persona::PersonaSet> judged) {
            if (judged)
                keepJudgement(before, *std::move(judged));
            else if (judged.error().kind != ErrorKind::Cancelled)
                emit commandFailed(tr("The personas could not be judged."), judged.error());
        });
    m_services.jobs.add(QFuture<void>(future), tr("Judge personas"));
}

void PersonasPresenter::keepJudgement(const persona::PersonaSetPtr &before,
                                      persona::PersonaSet judged)
{
    if (!m_shown || m_shown->id != before->id || m_shown->labels != before->labels)
        return; // of windows that have moved since
    const auto set = std::make_shared<const persona::PersonaSet>(withJudgement(*m_shown, judged));
    m_judged = set;
    if (const auto kept = m_document->keep(project::PutPersonaSet{set->id, set}); !kept)
        emit commandFailed(tr("The personas could not be kept."), kept.error());
    m_settle.stop(); // what was kept is what was judged
}

int PersonasPresenter::styleOf(const persona::Persona &persona)
{
    return static_cast<int>(number(persona.id)) - 1;
}

const persona::Persona *PersonasPresenter::ofStyle(int style) const
{
    return m_shown ? m_shown->withId(PersonaId{static_cast<std::uint32_t>(style + 1)}) : nullptr;
}

std::vector<QString> PersonasPresenter::names() const
{
    std::map<int, const QString *> nameOf; // a drag may cut thousands of clusters
    if (m_shown)
        for (const persona::Persona &persona : m_shown->personas)
            nameOf[styleOf(persona)] = &persona.name;
    std::vector<QString> names;
    for (const int style : m_cut.styles) {
        const auto name = nameOf.find(style);
        names.push_back(name == nameOf.end() ? QString() : *name->second);
    }
    return names;
}

} // namespace dramatis::ui
