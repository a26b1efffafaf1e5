// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/database_counting.h"

#include "core/jobs/job_list.h"
#include "core/project/counted_capture.h"
#include "ui/edit/document.h"

#include <algorithm>
#include <utility>

namespace dramatis::ui {

DatabaseCounting::DatabaseCounting(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_counting(this)
{
    connect(&m_progress, &QFutureWatcherBase::progressValueChanged, this, [this](int value) {
        emit progressed(double(value) / std::max(1, m_progress.progressMaximum()),
                        m_progress.progressText());
    });
}

void DatabaseCounting::setDocument(Document *document)
{
    const bool was = isRunning();
    m_counting.cancel();
    m_document = document;
    if (was)
        emit ended();
}

void DatabaseCounting::count(const capture::QuerySource &source,
                             const QString &password,
                             const capture::QueryOptions &options)
{
    start(source.name(), tr("Count %1"), [=](JobControl &job) {
        return capture::importQuery(source, password, options, job);
    });
}

void DatabaseCounting::refresh(const project::CaptureRecord &before, const QString &password)
{
    start(before.name,
          tr("Refresh %1"),
          [counted = project::countedBefore(before), password](JobControl &job) {
              return capture::refreshQuery(counted, password, job);
          });
}

template<typename Work>
void DatabaseCounting::start(const QString &name, const QString &title, Work &&work)
{
    if (!m_document || isRunning())
        return;
    m_job = m_counting.start(
        &m_services.pool, std::forward<Work>(work), [this](Result<capture::QueryCapture> counted) {
            Result<CaptureId> id = counted ? keep(*std::move(counted)) : counted.error();
            if (id)
                emit kept(*id);
            else if (id.error().kind != ErrorKind::Cancelled)
                emit failed(id.error());
            emit ended();
        });
    m_progress.setFuture(m_job);
    m_services.jobs.add(m_job, title.arg(name));
    emit started(name);
}

void DatabaseCounting::stop()
{
    // From outside, so that the end arrives as Cancelled and the page hears of it.
    m_job.cancel();
}

Result<CaptureId> DatabaseCounting::keep(capture::QueryCapture counted)
{
    DRAMATIS_TRY(const quint32 number, m_document->newId());
    const CaptureId id{number};
    DRAMATIS_TRY(auto store, m_document->beginImport(id));
    DRAMATIS_TRY(
        project::CaptureRecord record,
        project::countedRecord(std::move(counted), std::move(store), m_services.clock.now()));
    DRAMATIS_CHECK(m_document->keep(project::PutCapture{id, std::move(record)}));
    m_document->choose(id);
    return id;
}

} // namespace dramatis::ui
