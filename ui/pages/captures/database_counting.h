// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/query_import.h"
#include "core/jobs/latest_job.h"
#include "core/project/state.h"
#include "ui/pages/base/document_page.h"

#include <QFutureWatcher>
#include <QObject>

#include <optional>

namespace dramatis::ui {

class Document;

/// Has a database count traffic, for the first time or what came since, and keeps the capture.
/// Without widgets; one at a time.
class DatabaseCounting : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseCounting(const PageServices &services, QObject *parent = nullptr);

    void setDocument(Document *document);
    /// @param password  not kept anywhere
    void count(const capture::QuerySource &source,
               const QString &password,
               const capture::QueryOptions &options);
    /// Counts again what came since `before`; it becomes a capture of its own.
    void refresh(const project::CaptureRecord &before, const QString &password);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_counting.isRunning(); }

signals:
    void started(const QString &name);
    void progressed(double fraction, const QString &stage);
    /// It is in the project, and is the current capture.
    void kept(dramatis::CaptureId id);
    void failed(const dramatis::Error &error);
    /// Ended, well, stopped or with `failed` before it.
    void ended();

private:
    template<typename Work>
    void start(const QString &name, const QString &title, Work &&work);
    [[nodiscard]] Result<CaptureId> keep(capture::QueryCapture counted);

    PageServices m_services;
    Document *m_document = nullptr;
    LatestJob<capture::QueryCapture> m_counting;
    QFutureWatcher<void> m_progress;
    QFuture<void> m_job;
};

} // namespace dramatis::ui
