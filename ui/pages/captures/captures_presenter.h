// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/import.h"
#include "core/jobs/latest_job.h"
#include "core/project/state.h"
#include "core/report/report.h"
#include "ui/base/time_span.h"
#include "ui/pages/base/document_page.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace dramatis::ui {

class Document;

/// What the captures page does, without widgets: imports, counts a chosen range, renames resources.
class CapturesPresenter : public QObject
{
    Q_OBJECT

public:
    explicit CapturesPresenter(const PageServices &services, QObject *parent = nullptr);

    void setDocument(Document *document);

    [[nodiscard]] std::optional<CaptureId> captureId() const;
    [[nodiscard]] const project::CaptureRecord *capture() const; ///< nullptr: none
    void choose(CaptureId id);
    void removeCapture(CaptureId id);

    /// Reads files as one capture, in a worker. One import at a time: another one waits for none,
    /// it is refused while one runs.
    /// @param options  a redaction without a key gets the project's
    void import(const QStringList &files, const capture::ImportOptions &options = {});
    void cancelImport();
    /// Reads no further until it is told to go on.
    void pauseImport(bool paused);
    [[nodiscard]] bool isImporting() const { return m_import.isRunning(); }

    /// Counts what lies in a range; nothing: all of the capture. Of what a database counted there
    /// is no range.
    void setRange(std::optional<TimeSpan> range);
    /// What the document's range is, where the capture can be counted in part.
    [[nodiscard]] std::optional<TimeSpan> range() const { return m_range; }
    /// Of the range once they are counted, of the whole until then; null without a capture.
    [[nodiscard]] std::shared_ptr<const traffic::CaptureStatistics> statistics() const;
    [[nodiscard]] bool isCounting() const { return m_counting.isRunning(); }

    /// Names the resources by another rule, which counts the capture again. Can be undone.
    void setRule(traffic::ResourceRule rule);
    /// Names the routes by other templates, which counts the capture again. Can be undone.
    void setRoutes(const traffic::RouteTemplates &templates);
    /// How many resources each rule gives; empty until they are counted.
    [[nodiscard]] const std::map<traffic::ResourceRule, std::size_t> &ruleCounts() const
    {
        return m_ruleCounts;
    }

signals:
    void capturesChanged();
    void statisticsChanged();
    void rangeChanged();
    void ruleCountsChanged();
    void importStarted(const QStringList &files);
    /// @param read  of the bytes of all files, in [0, 1]; negative: all of them
    void importProgressed(double fraction, const QString &stage, double read);
    void importPaused(bool paused);
    /// Ended, well, stopped or with `importFailed` before it.
    void importEnded();
    void importFailed(const dramatis::Error &error, const QStringList &files);
    void failed(const QString &what, const dramatis::Error &error);

private:
    struct Read
    {
        capture::Imported imported;
        std::shared_ptr<const traffic::CaptureStatistics> statistics;
    };
    void keep(CaptureId id, const QStringList &files, Read read);
    void captureChanged();
    void takeRange();
    void countRules();
    void rename(const std::function<traffic::ExchangeTablePtr()> &named,
                const QString &what,
                const QString &failure);

    PageServices m_services;
    Document *m_document = nullptr;
    LatestJob<Read> m_import;
    QFutureWatcher<void> m_progress;
    QFuture<void> m_importing;
    LatestJob<std::shared_ptr<const traffic::CaptureStatistics>> m_counting;
    LatestJob<project::CaptureRecord> m_renaming;
    LatestJob<std::map<traffic::ResourceRule, std::size_t>> m_ruleCounting;
    std::optional<TimeSpan> m_range;
    std::shared_ptr<const traffic::CaptureStatistics> m_inRange;
    std::map<traffic::ResourceRule, std::size_t> m_ruleCounts;
    std::optional<CaptureId> m_ruleCountsOf;
    traffic::RouteTemplates m_ruleCountsUnder; ///< the routes that were counted
    traffic::ExchangeTablePtr m_shown;         ///< the table that the range belongs to
};

/// The charts of a capture over time: requests, errors, data rate, latency; those that it has.
[[nodiscard]] std::vector<report::LineChart>
timelineCharts(const traffic::CaptureTimeline &timeline);

} // namespace dramatis::ui
