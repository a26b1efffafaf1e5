// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/personas_presenter.h"

#include "core/jobs/job_list.h"
#include "ui/edit/document.h"
#include "ui/pages/personas/cluster_matching.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

constexpr int kRestMilliseconds = 150;
constexpr double kFindShare = 0.9; ///< of the progress; the rest is the picture

/// The pictures of an analysis.
FoundPersonas withPictures(std::shared_ptr<const analysis::PersonaAnalysis> analysis)
{
    FoundPersonas found;
    found.projection = clustering::principalComponents(analysis->features->scaled);
    if (analysis->outcome.index) {
        found.knee = clustering::kneeEpsilon(*analysis->outcome.index).epsilon;
        found.persistent = clustering::mostPersistentEpsilon(*analysis->outcome.index).epsilon;
    }
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

/// Ids carry the colour (id 1 is style 0); names and pins of the user go with the cluster.
void carryNames(persona::PersonaSet &set,
                const std::vector<int> &styles,
                const persona::PersonaSet *before)
{
    std::vector<QString> given;
    for (persona::Persona &persona : set.personas) {
        const int style = styles[static_cast<std::size_t>(persona.cluster)];
        persona.id = PersonaId{static_cast<std::uint32_t>(style + 1)};
        if (!before)
            continue;
        for (const persona::Persona &old : before->personas) {
            if (old.id != persona.id)
                continue;
            persona.pinned = old.pinned;
            if (old.named) {
                persona.name = old.name;
                persona.named = true;
                given.push_back(old.name);
            }
        }
    }
    // A suggested name that the user has given to another persona gives way.
    for (persona::Persona &persona : set.personas)
        if (!persona.named && std::find(given.begin(), given.end(), persona.name) != given.end())
            persona.name =
                PersonasPresenter::tr("%1 (%2)").arg(persona.name).arg(number(persona.id));
}

} // namespace

PersonasPresenter::PersonasPresenter(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_finding(this)
    , m_profiling(this)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &PersonasPresenter::profileCut);
    connect(&m_progress, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        emit progressed(double(value) / std::max(1, m_progress.progressMaximum()));
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

persona::PersonaSetPtr PersonasPresenter::set() const
{
    return m_shown;
}

void PersonasPresenter::cancel()
{
    const bool was = isFinding();
    m_finding.cancel();
    m_profiling.cancel();
    m_rest.stop();
    if (was)
        emit findingChanged(false);
}

void PersonasPresenter::currentChanged()
{
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
        emit foundChanged();
    }
    showSet();
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
}

void PersonasPresenter::ensureFound()
{
    if (!hasCapture() || m_found || isFinding())
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
    m_profiling.cancel();
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

void PersonasPresenter::adopt(FoundPersonas found, bool keepIt)
{
    const clustering::Clustering &clusters = found.analysis->outcome.clustering;
    const bool sameRows = m_found && m_cut.labels.size() == clusters.labels.size();
    std::vector<int> match(static_cast<std::size_t>(clusters.clusters), -1);
    if (sameRows)
        match = matchClusters(m_cut.labels, m_cut.clusters, clusters.labels, clusters.clusters);
    std::vector<int> styles(static_cast<std::size_t>(clusters.clusters), -1);
    if (keepIt) {
        for (const persona::Persona &persona : m_shown->personas)
            if (persona.cluster >= 0 && persona.cluster < clusters.clusters)
                styles[static_cast<std::size_t>(persona.cluster)] = styleOf(persona);
    } else if (!sameRows) {
        // The first set: colours in the order of size, as the profiles stand.
        int next = 0;
        for (const persona::Persona &persona : found.analysis->set.personas)
            styles[static_cast<std::size_t>(persona.cluster)] = next++;
    } else {
        styles = carryStyles(match, m_styles);
    }
    int free = 0;
    for (int &style : styles) {
        while (style < 0 && std::find(styles.begin(), styles.end(), free) != styles.end())
            ++free;
        if (style < 0)
            style = free;
    }
    m_styles = std::move(styles);
    m_cut = clusters;
    m_epsilon = found.analysis->outcome.epsilon;
    const auto analysis = found.analysis;
    m_found = std::move(found);
    if (keepIt)
        m_document->setAnalysis(*m_setId, analysis);
    else
        keepSet(*analysis);
    emit foundChanged();
    emit cutChanged();
}

void PersonasPresenter::keepSet(analysis::PersonaAnalysis analysis)
{
    if (!m_setId) {
        const auto number = m_document->newId();
        if (!number) {
            emit commandFailed(tr("The personas could not be kept."), number.error());
            return;
        }
        m_setId = PersonaSetId{*number};
    }
    carryNames(analysis.set, m_styles, m_shown.get());
    analysis.set.id = *m_setId;
    analysis.set.capture = *m_capture;
    const auto set = std::make_shared<const persona::PersonaSet>(analysis.set);
    // Before the signals of the document, which ask for it.
    const auto shared = std::make_shared<const analysis::PersonaAnalysis>(std::move(analysis));
    m_found->analysis = shared;
    if (const auto kept = m_document->keep(project::PutPersonaSet{*m_setId, set}); !kept) {
        emit commandFailed(tr("The personas could not be kept."), kept.error());
        return;
    }
    m_document->setAnalysis(*m_setId, shared);
    if (m_document->currentPersonaSet() != m_setId)
        m_document->choose(*m_setId);
    showSet();
}

const clustering::DensityIndex *PersonasPresenter::index() const
{
    const bool hasEpsilon =
        m_found && m_found->analysis->set.options.algorithm == QStringLiteral("dbscan");
    return hasEpsilon ? m_found->analysis->outcome.index.get() : nullptr;
}

void PersonasPresenter::setEpsilon(double epsilon)
{
    if (!index() || !(epsilon > 0) || epsilon == m_epsilon)
        return;
    QElapsedTimer clock;
    clock.start();
    m_epsilon = epsilon;
    std::swap(m_before, m_cut);
    index()->cut(epsilon, m_cut);
    m_styles = carryStyles(
        matchClusters(m_before.labels, m_before.clusters, m_cut.labels, m_cut.clusters), m_styles);
    m_cutSeconds = double(clock.nsecsElapsed()) * 1e-9;
    m_profiling.cancel();
    m_rest.start();
    emit cutChanged();
}

void PersonasPresenter::profileCut()
{
    m_request.clustering.epsilon = m_epsilon;
    const auto work = [traffic = m_traffic,
                       before = m_found->analysis,
                       cut = m_cut,
                       epsilon = m_epsilon,
                       &clock = m_services.clock](JobControl &job) {
        return analysis::profileCut(traffic, *before, cut, epsilon, clock, job);
    };
    m_profiling.start(&m_services.pool, work, [this](Result<analysis::PersonaAnalysis> profiled) {
        if (profiled) {
            keepSet(*std::move(profiled));
            emit cutChanged(); // new clusters have names now
        } else if (profiled.error().kind != ErrorKind::Cancelled) {
            emit failed(profiled.error());
        }
    });
}

int PersonasPresenter::styleOf(const persona::Persona &persona)
{
    return static_cast<int>(number(persona.id)) - 1;
}

const persona::Persona *PersonasPresenter::ofStyle(int style) const
{
    if (!m_shown)
        return nullptr;
    const auto it = std::find_if(
        m_shown->personas.begin(),
        m_shown->personas.end(),
        [style](const persona::Persona &persona) { return styleOf(persona) == style; });
    return it == m_shown->personas.end() ? nullptr : &*it;
}

std::vector<QString> PersonasPresenter::names() const
{
    std::vector<QString> names;
    for (const int style : m_styles) {
        const persona::Persona *persona = ofStyle(style);
        names.push_back(persona ? persona->name : QString());
    }
    return names;
}

void PersonasPresenter::rename(PersonaId id, const QString &name)
{
    const QString trimmed = name.trimmed();
    const persona::Persona *persona = ofStyle(static_cast<int>(number(id)) - 1);
    if (!m_setId || !persona || trimmed.isEmpty() || persona->name == trimmed)
        return;
    if (const auto done = m_document->perform(project::RenamePersona{*m_setId, id, trimmed, true});
        !done)
        emit commandFailed(tr("The persona could not be renamed."), done.error());
    showSet();
    emit cutChanged();
}

void PersonasPresenter::setPinned(PersonaId id, bool pinned)
{
    if (!m_setId)
        return;
    if (const auto done = m_document->perform(project::PinPersona{*m_setId, id, pinned}); !done)
        emit commandFailed(tr("The persona could not be pinned."), done.error());
    showSet();
}

} // namespace dramatis::ui
