// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/query_import.h"
#include "core/capture/tables/mapping_to_show.h"
#include "core/jobs/latest_job.h"
#include "ui/pages/base/document_page.h"

#include <QObject>

#include <optional>

namespace dramatis::ui {

/// What the page for databases does before anything is counted, without widgets: finds the tables,
/// reads the first rows of one, guesses what its columns are. Connections live in workers; the
/// password is held here until `clear` and is written nowhere.
class DatabasePresenter : public QObject
{
    Q_OBJECT

public:
    explicit DatabasePresenter(const PageServices &services, QObject *parent = nullptr);

    /// Looks what tables there are.
    /// @param address  driver, database, host, port and user; what else it holds does not matter
    void connectTo(const capture::QuerySource &address, const QString &password);
    [[nodiscard]] bool isConnected() const { return m_tables.has_value(); }
    [[nodiscard]] QStringList tables() const { return m_tables.value_or(QStringList()); }
    /// Connecting or reading rows.
    [[nodiscard]] bool isBusy() const { return m_connecting.isRunning() || m_looking.isRunning(); }
    void stop();

    void chooseTable(const QString &table);
    /// @param query  a SELECT, whose rows are the table
    void chooseQuery(const QString &query);
    /// The first rows of what was chosen; null while they are not known.
    [[nodiscard]] const capture::TableSample *sample() const
    {
        return m_sample ? &*m_sample : nullptr;
    }
    [[nodiscard]] const capture::MappingToShow &shown() const { return m_shown; }
    void setMapping(const capture::ColumnMapping &mapping);
    /// Whether it can be counted by the mapping.
    [[nodiscard]] bool isReady() const { return m_sample && m_shown.problem.isEmpty(); }
    /// What is to be counted, with its mapping.
    [[nodiscard]] capture::QuerySource source() const;
    [[nodiscard]] QString password() const { return m_password; }

    /// Forgets all, the password too.
    void clear();

signals:
    /// tables() are others.
    void tablesChanged();
    /// sample() or shown() are others.
    void sampleChanged();
    void busyChanged(bool busy);
    void failed(const QString &what, const dramatis::Error &error);

private:
    void look();

    PageServices m_services;
    LatestJob<QStringList> m_connecting;
    LatestJob<capture::TableSample> m_looking;
    capture::QuerySource m_source;
    QString m_password;
    std::optional<QStringList> m_tables;
    std::optional<capture::TableSample> m_sample;
    capture::MappingToShow m_shown;
};

} // namespace dramatis::ui
