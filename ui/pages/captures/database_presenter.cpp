// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/database_presenter.h"

#include "core/jobs/job_list.h"

namespace dramatis::ui {

DatabasePresenter::DatabasePresenter(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_connecting(this)
    , m_looking(this)
{}

void DatabasePresenter::connectTo(const capture::QuerySource &address, const QString &password)
{
    clear();
    m_source.driver = address.driver;
    m_source.database = address.database;
    m_source.host = address.host;
    m_source.port = address.port;
    m_source.user = address.user;
    m_password = password;
    const auto work = [source = m_source, password](JobControl &job) -> Result<QStringList> {
        DRAMATIS_CHECK(job.checkpoint(0, tr("Connecting")));
        return capture::tablesOf(source, password);
    };
    const auto future =
        m_connecting.start(&m_services.pool, work, [this](Result<QStringList> tables) {
            if (tables) {
                m_tables = *std::move(tables);
                emit tablesChanged();
            } else if (tables.error().kind != ErrorKind::Cancelled) {
                emit failed(tr("There is no connection."), tables.error());
            }
            emit busyChanged(isBusy());
        });
    m_services.jobs.add(QFuture<void>(future), tr("Connect to a database"));
    emit busyChanged(true);
}

void DatabasePresenter::stop()
{
    const bool was = isBusy();
    m_connecting.cancel();
    m_looking.cancel();
    if (was)
        emit busyChanged(false);
}

void DatabasePresenter::chooseTable(const QString &table)
{
    m_source.table = table;
    m_source.query.clear();
    look();
}

void DatabasePresenter::chooseQuery(const QString &query)
{
    m_source.table.clear();
    m_source.query = query;
    look();
}

void DatabasePresenter::look()
{
    m_looking.cancel();
    m_sample.reset();
    m_shown = {};
    m_source.mapping = {};
    m_source.mapping.guessesOthers = true;
    emit sampleChanged();
    if (m_source.table.isEmpty() && m_source.query.trimmed().isEmpty()) {
        emit busyChanged(isBusy());
        return;
    }
    const auto work = [source = m_source,
                       password = m_password](JobControl &job) -> Result<capture::TableSample> {
        DRAMATIS_CHECK(job.checkpoint(0, tr("Reading the first rows")));
        return capture::sampleQuery(source, password, job);
    };
    const auto future =
        m_looking.start(&m_services.pool, work, [this](Result<capture::TableSample> sample) {
            if (sample) {
                m_sample = *std::move(sample);
                m_shown = capture::mappingToShow(m_source.mapping, *m_sample);
                emit sampleChanged();
            } else if (sample.error().kind != ErrorKind::Cancelled) {
                emit failed(tr("Its rows cannot be read."), sample.error());
            }
            emit busyChanged(isBusy());
        });
    m_services.jobs.add(QFuture<void>(future), tr("Read the first rows"));
    emit busyChanged(true);
}

void DatabasePresenter::setMapping(const capture::ColumnMapping &mapping)
{
    if (!m_sample)
        return;
    m_source.mapping = mapping;
    m_shown = capture::mappingToShow(mapping, *m_sample);
    emit sampleChanged();
}

capture::QuerySource DatabasePresenter::source() const
{
    capture::QuerySource source = m_source;
    source.mapping = m_shown.mapping.mapping;
    return source;
}

void DatabasePresenter::clear()
{
    stop();
    m_source = {};
    m_password.clear();
    m_tables.reset();
    m_sample.reset();
    m_shown = {};
    emit tablesChanged();
    emit sampleChanged();
}

} // namespace dramatis::ui
