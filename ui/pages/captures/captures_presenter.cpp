// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/captures_presenter.h"

#include "core/capture/source_paths.h"
#include "core/jobs/job_list.h"
#include "core/report/timeline_line.h"
#include "ui/edit/document.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kImportShare = 0.85; ///< of an import's progress; the rest counts
constexpr double kMebi = 1024 * 1024;
constexpr double kMilliseconds = 1e3;
constexpr double kPercent = 100;

} // namespace

std::vector<report::LineChart> timelineCharts(const traffic::CaptureTimeline &timeline)
{
    using Kind = report::SeriesStyle::Kind;
    std::vector<report::LineChart> charts;
    const auto add = [&](const QString &title, std::vector<report::Line> lines, bool logarithmic) {
        report::LineChart chart;
        chart.valueTitle = title;
        chart.axis = report::AxisKind::Time;
        chart.logarithmic = logarithmic;
        chart.lines = std::move(lines);
        charts.push_back(std::move(chart));
    };
    add(CapturesPresenter::tr("Requests (req/s)"),
        {report::timelineLine(timeline, timeline.rate, 1, {}, {Kind::Series, 0})},
        false);
    if (report::anyKnown(timeline.errorRate))
        add(CapturesPresenter::tr("Errors: 5xx, timeouts, aborts (%)"),
            {report::timelineLine(timeline, timeline.errorRate, kPercent, {}, {Kind::Error, 0})},
            false);
    if (report::anyKnown(timeline.dataRate))
        add(CapturesPresenter::tr("Data rate (MiB/s)"),
            {report::timelineLine(timeline, timeline.dataRate, 1 / kMebi, {}, {Kind::Series, 4})},
            false);
    if (report::anyKnown(timeline.latencyP95))
        add(CapturesPresenter::tr("Latency (ms, log)"),
            {report::timelineLine(
                 timeline, timeline.latencyP95, kMilliseconds, u"p95"_s, {Kind::Series, 1}),
             report::timelineLine(
                 timeline, timeline.latencyP50, kMilliseconds, u"p50"_s, {Kind::Series, 6})},
            true);
    return charts;
}

CapturesPresenter::CapturesPresenter(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_import(this)
    , m_counting(this)
    , m_renaming(this)
    , m_ruleCounting(this)
{
    connect(&m_progress, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        const int most = std::max(1, m_progress.progressMaximum());
        const double fraction = double(value) / most;
        const double read = fraction / (kImportShare * capture::kReadingShare);
        emit importProgressed(fraction, m_progress.progressText(), read < 1 ? read : -1);
    });
}

void CapturesPresenter::setDocument(Document *document)
{
    const bool wasImporting = isImporting();
    m_import.cancel();
    m_counting.cancel();
    m_renaming.cancel();
    m_ruleCounting.cancel();
    m_document = document;
    m_shown.reset();
    m_range.reset();
    m_inRange.reset();
    m_ruleCountsOf.reset();
    connect(document, &Document::currentChanged, this, &CapturesPresenter::captureChanged);
    connect(document, &Document::rangeChanged, this, &CapturesPresenter::takeRange);
    if (wasImporting)
        emit importEnded();
    captureChanged();
}

std::optional<CaptureId> CapturesPresenter::captureId() const
{
    return m_document ? m_document->currentCapture() : std::nullopt;
}

const project::CaptureRecord *CapturesPresenter::capture() const
{
    const auto id = captureId();
    return id ? &m_document->state().captures.at(*id) : nullptr;
}

void CapturesPresenter::choose(CaptureId id)
{
    if (m_document && m_document->currentCapture() != id)
        m_document->choose(id);
}

void CapturesPresenter::removeCapture(CaptureId id)
{
    if (const auto done = m_document->perform(project::PutCapture{id, std::nullopt}); !done)
        emit failed(tr("The capture could not be removed."), done.error());
}

void CapturesPresenter::captureChanged()
{
    const project::CaptureRecord *record = capture();
    const traffic::ExchangeTablePtr table = record ? record->table : nullptr;
    if (table != m_shown) {
        m_shown = table;
        m_document->chooseRange(std::nullopt);
        m_inRange.reset();
        m_counting.cancel();
    }
    const traffic::RouteTemplates routes =
        table ? table->routeTemplates() : traffic::RouteTemplates();
    // The counts do not depend on the rule in force.
    if (captureId() != m_ruleCountsOf || !(routes == m_ruleCountsUnder)) {
        m_ruleCountsOf = captureId();
        m_ruleCountsUnder = routes;
        m_ruleCounts.clear(); // those of another capture say nothing of this one
        emit ruleCountsChanged();
        m_ruleCounting.cancel();
        if (record && !record->counted) // what a database counted has one rule
            countRules();
    }
    emit capturesChanged();
    emit statisticsChanged();
}

void CapturesPresenter::import(const QStringList &files, const capture::ImportOptions &asked)
{
    if (!m_document || files.isEmpty() || isImporting())
        return;
    const auto number = m_document->newId();
    if (!number) {
        emit importFailed(number.error(), files);
        return;
    }
    const CaptureId id{*number};
    capture::ImportOptions options = asked;
    if (options.redaction && options.redaction->key.isEmpty()) {
        const auto key = m_document->redactionKey();
        if (!key) {
            emit importFailed(key.error(), files);
            return;
        }
        options.redaction->key = *key;
    }
    const auto store = m_document->beginImport(id);
    if (!store) {
        emit importFailed(store.error(), files);
        return;
    }
    const auto work = [files, options, chunks = *store](JobControl &job) -> Result<Read> {
        Read read;
        JobSlice reading(job, 0, kImportShare);
        DRAMATIS_TRY(read.imported, capture::importCapture(files, options, chunks, reading));
        JobSlice counting(job, kImportShare, 1);
        DRAMATIS_TRY(traffic::CaptureStatistics statistics,
                     traffic::captureStatistics(*read.imported.table, counting));
        read.statistics = std::make_shared<const traffic::CaptureStatistics>(std::move(statistics));
        return read;
    };
    m_importing = m_import.start(&m_services.pool, work, [this, id, files](Result<Read> read) {
        if (read)
            keep(id, files, *std::move(read));
        else if (read.error().kind != ErrorKind::Cancelled)
            emit importFailed(read.error(), files);
        emit importEnded();
    });
    m_progress.setFuture(m_importing);
    m_services.jobs.add(m_importing, tr("Import %1").arg(capture::captureName(files)));
    emit importStarted(files);
}

void CapturesPresenter::cancelImport()
{
    // From outside, so that the end arrives as Cancelled and the page hears of it.
    m_importing.cancel();
}

void CapturesPresenter::pauseImport(bool paused)
{
    if (!isImporting())
        return;
    m_importing.setSuspended(paused);
    emit importPaused(paused);
}

void CapturesPresenter::keep(CaptureId id, const QStringList &files, Read read)
{
    project::CaptureRecord record;
    record.name = capture::captureName(files);
    record.table = std::move(read.imported.table);
    record.summary = std::move(read.imported.summary);
    record.files = std::move(read.imported.files);
    record.statistics = std::move(read.statistics);
    record.importedAt = m_services.clock.now();
    if (const auto kept = m_document->keep(project::PutCapture{id, std::move(record)}); !kept) {
        emit importFailed(kept.error(), files);
        return;
    }
    m_document->choose(id);
}

void CapturesPresenter::setRange(std::optional<TimeSpan> range)
{
    const project::CaptureRecord *record = capture();
    if (record && !record->counted)
        m_document->chooseRange(range);
}

/// The range was chosen, here or on another page.
void CapturesPresenter::takeRange()
{
    const project::CaptureRecord *record = capture();
    m_range = m_document->currentRange();
    emit rangeChanged();
    if (!record || record->counted)
        return;
    if (!m_range) {
        m_counting.cancel();
        m_inRange.reset();
        emit statisticsChanged();
        return;
    }
    using Counted = std::shared_ptr<const traffic::CaptureStatistics>;
    const auto work = [table = record->table, span = *m_range](JobControl &job) -> Result<Counted> {
        DRAMATIS_TRY(traffic::CaptureStatistics statistics,
                     traffic::captureStatistics(*table, job, span.from, span.to));
        return std::make_shared<const traffic::CaptureStatistics>(std::move(statistics));
    };
    m_counting.start(&m_services.pool, work, [this](Result<Counted> counted) {
        if (counted) {
            m_inRange = *std::move(counted);
            emit statisticsChanged();
        } else if (counted.error().kind != ErrorKind::Cancelled) {
            emit failed(tr("The range could not be counted."), counted.error());
        }
    });
}

std::shared_ptr<const traffic::CaptureStatistics> CapturesPresenter::statistics() const
{
    const project::CaptureRecord *record = capture();
    if (!record)
        return nullptr;
    return m_inRange ? m_inRange : record->statistics;
}

void CapturesPresenter::setRule(traffic::ResourceRule rule)
{
    const project::CaptureRecord *record = capture();
    if (!record || record->counted || record->table->rule() == rule)
        return; // what a database counted is named as it was counted
    rename([table = record->table, rule] { return table->withRule(rule); },
           tr("Name resources"),
           tr("The resources could not be named by this rule."));
}

void CapturesPresenter::setRoutes(const traffic::RouteTemplates &templates)
{
    const project::CaptureRecord *record = capture();
    if (!record || record->counted || record->table->routeTemplates() == templates)
        return;
    rename([table = record->table, templates] { return table->withRoutes(templates); },
           tr("Edit routes"),
           tr("The routes could not be named by these templates."));
}

/// Counts the capture again under the table that `named` gives, and puts that in its place.
void CapturesPresenter::rename(const std::function<traffic::ExchangeTablePtr()> &named,
                               const QString &what,
                               const QString &failure)
{
    const auto id = captureId();
    const auto work = [before = *capture(),
                       named](JobControl &job) -> Result<project::CaptureRecord> {
        project::CaptureRecord after = before;
        after.table = named();
        DRAMATIS_TRY(traffic::CaptureStatistics statistics,
                     traffic::captureStatistics(*after.table, job));
        after.statistics =
            std::make_shared<const traffic::CaptureStatistics>(std::move(statistics));
        return after;
    };
    const auto future = m_renaming.start(
        &m_services.pool, work, [this, id, what, failure](Result<project::CaptureRecord> renamed) {
            Result<> done;
            if (renamed)
                done = m_document->perform(project::PutCapture{*id, *std::move(renamed), what});
            else
                done = renamed.error();
            if (!done && done.error().kind != ErrorKind::Cancelled)
                emit failed(failure, done.error());
            emit capturesChanged(); // the choice shows what is in force
        });
    m_services.jobs.add(QFuture<void>(future), what);
}

void CapturesPresenter::countRules()
{
    using Counts = std::map<traffic::ResourceRule, std::size_t>;
    const auto work = [table = m_shown](JobControl &job) -> Result<Counts> {
        Counts counts;
        for (const traffic::ResourceRule rule : traffic::allRules()) {
            DRAMATIS_CHECK(job.checkpoint(0));
            counts[rule] = table->resourceCount(rule);
        }
        return counts;
    };
    m_ruleCounting.start(&m_services.pool, work, [this](Result<Counts> counts) {
        if (!counts)
            return; // the chooser then shows no numbers, which is no failure of the page
        m_ruleCounts = *std::move(counts);
        emit ruleCountsChanged();
    });
}

} // namespace dramatis::ui
