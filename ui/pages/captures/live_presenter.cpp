// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cancelling the job's future is how it is stopped, from the page and from the job bar alike. A
// cancelled future delivers no result, so the worker leaves it beside the future.
#include "ui/pages/captures/live_presenter.h"

#include "core/analysis/live_match.h"
#include "core/jobs/job_list.h"
#include "core/jobs/run_job.h"
#include "ui/edit/document.h"

#include <atomic>
#include <utility>

namespace dramatis::ui {

namespace {

constexpr int kLookMilliseconds = 200;

} // namespace

struct LivePresenter::End
{
    Result<capture::Imported> imported = makeError(ErrorKind::Cancelled, {});
    std::shared_ptr<const traffic::CaptureStatistics> statistics;
    std::atomic<bool> hasMatch = false;
    std::optional<Error> noMatch; ///< why windows are not told by personas
};

LivePresenter::LivePresenter(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_pool.setMaxThreadCount(1);
    m_looking.setInterval(kLookMilliseconds);
    connect(&m_looking, &QTimer::timeout, this, &LivePresenter::seen);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &LivePresenter::finish);
}

LivePresenter::~LivePresenter()
{
    blockSignals(true); // who hears them is being destroyed too
    waitAndKeep();
}

void LivePresenter::setDocument(Document *document)
{
    waitAndKeep();
    m_document = document;
}

persona::PersonaSetPtr LivePresenter::personas() const
{
    if (!m_document || m_document->state().personaSets.empty())
        return nullptr;
    const auto &sets = m_document->state().personaSets;
    const auto current = m_document->currentPersonaSet();
    const persona::PersonaSetPtr set = current ? sets.at(*current) : sets.rbegin()->second;
    const auto capture = m_document->state().captures.find(set->capture);
    // Routes are told from a whole capture: no window can be told by personas of routes.
    const bool isUsable = capture != m_document->state().captures.end()
                          && capture->second.table->rule() != traffic::ResourceRule::Route;
    return isUsable ? set : nullptr;
}

persona::PersonaSetPtr LivePresenter::matched() const
{
    return m_end && m_end->hasMatch ? m_set : nullptr;
}

LiveBoard::State LivePresenter::state() const
{
    return m_board ? m_board->state() : LiveBoard::State();
}

void LivePresenter::start(const capture::LiveSource &source,
                          double windowSeconds,
                          bool hidesClients)
{
    if (!m_document || isRunning())
        return;
    const auto number = m_document->newId();
    if (!number) {
        emit failed(tr("“%1” cannot be watched.").arg(source.name()), number.error());
        return;
    }
    capture::LiveOptions options;
    if (hidesClients) {
        const auto key = m_document->redactionKey();
        if (!key) {
            emit failed(tr("“%1” cannot be watched.").arg(source.name()), key.error());
            return;
        }
        options.import.redaction = traffic::Redaction{*key};
    }
    m_id = CaptureId{*number};
    const auto store = m_document->beginImport(m_id);
    if (!store) {
        emit failed(tr("“%1” cannot be watched.").arg(source.name()), store.error());
        return;
    }
    m_source = source;
    m_set = personas();
    m_windowSeconds = m_set ? m_set->options.windowSeconds : windowSeconds;
    m_startedAt = m_services.clock.now();
    m_isStopping = false;
    m_isDiscarded = false;
    m_board = std::make_shared<LiveBoard>();
    m_end = std::make_shared<End>();
    const traffic::ObservedTraffic traffic =
        m_set ? m_document->state().captures.at(m_set->capture).traffic()
              : traffic::ObservedTraffic();
    options.windowSeconds = m_windowSeconds;
    if (m_set)
        options.import.rule = traffic.exchanges->rule();
    const auto work = [source,
                       options,
                       traffic,
                       set = m_set,
                       board = m_board,
                       end = m_end,
                       chunks = *store,
                       &clock = m_services.clock](JobControl &job) mutable -> Result<bool> {
        if (set) {
            if (auto match = analysis::matchFor(traffic, set, job)) {
                options.classify = [match = *match](const traffic::Window &window,
                                                    const QString &resource) {
                    return match->labelOf(window, resource);
                };
                end->hasMatch = true;
            } else {
                end->noMatch = match.error();
            }
        }
        end->imported = capture::captureLive(source, options, chunks, *board, clock, job);
        if (end->imported && end->imported->table) {
            NullJobControl untilDone; // what was seen is kept, however it was stopped
            if (auto counted = traffic::captureStatistics(*end->imported->table, untilDone))
                end->statistics =
                    std::make_shared<const traffic::CaptureStatistics>(*std::move(counted));
            else
                end->imported = counted.error();
        }
        return true;
    };
    const QFuture<void> future(runJob<bool>(&m_pool, work));
    m_watcher.setFuture(future);
    m_services.jobs.add(future, tr("Live: %1").arg(source.name()));
    m_looking.start();
    emit started();
}

void LivePresenter::stop()
{
    if (!isRunning() || m_isStopping)
        return;
    m_isStopping = true;
    m_watcher.cancel();
    emit seen();
}

void LivePresenter::discard()
{
    m_isDiscarded = true;
    stop();
}

void LivePresenter::waitAndKeep()
{
    if (!isRunning())
        return;
    m_watcher.cancel();
    m_pool.waitForDone();
    finish();
}

void LivePresenter::finish()
{
    if (!isRunning())
        return;
    m_looking.stop();
    const QString name = m_source.name();
    std::optional<CaptureId> kept;
    if (!m_isDiscarded && m_end->imported) {
        kept = keep();
    } else if (!m_isDiscarded && m_end->imported.error().kind != ErrorKind::Cancelled) {
        const Error error = m_end->imported.error();
        m_end.reset();
        emit ended(std::nullopt);
        emit failed(tr("“%1” cannot be watched.").arg(name), error);
        return;
    }
    m_end.reset();
    m_isStopping = false;
    emit ended(kept);
}

std::optional<CaptureId> LivePresenter::keep()
{
    capture::Imported &imported = *m_end->imported;
    if (!imported.table)
        return std::nullopt;
    if (m_end->noMatch)
        imported.summary.notes.append(m_end->noMatch->message);
    project::CaptureRecord record;
    record.name = m_source.name();
    record.table = std::move(imported.table);
    record.summary = std::move(imported.summary);
    record.files = std::move(imported.files);
    record.statistics = m_end->statistics;
    record.importedAt = m_services.clock.now();
    if (const auto kept = m_document->keep(project::PutCapture{m_id, std::move(record)}); !kept) {
        emit failed(tr("What was seen of “%1” could not be kept.").arg(m_source.name()),
                    kept.error());
        return std::nullopt;
    }
    return m_id;
}

} // namespace dramatis::ui
