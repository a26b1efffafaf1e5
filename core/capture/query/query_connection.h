// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/query_source.h"
#include "core/capture/query/sql_dialect.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace dramatis::capture {

/// A connection that only reads, for the thread that made it. Closed when it goes out of scope.
class QueryConnection
{
public:
    /// @errors Io: in the database's words; Unsupported: no driver (says which package has it), an
    ///         engine behind ODBC that is not known; InvalidArgument: a file that is not there
    static Result<QueryConnection> open(const QuerySource &source, const QString &password);
    ~QueryConnection();
    QueryConnection(QueryConnection &&other) noexcept;
    QueryConnection &operator=(QueryConnection &&) = delete;

    [[nodiscard]] const SqlDialect &dialect() const { return m_dialect; }
    /// Runs a statement; rows are to be taken in their order.
    /// @errors Io, in the database's words
    [[nodiscard]] Result<QSqlQuery> run(const QString &statement) const;
    /// Tables and views that can be read, sorted; outside of the default schema as "schema.name".
    [[nodiscard]] QStringList tables() const;
    /// As QSqlDriver::handle has it.
    [[nodiscard]] QVariant driverHandle() const;

private:
    QueryConnection(QSqlDatabase database, QString name, SqlDialect dialect);
    QSqlDatabase m_database;
    QString m_name;
    SqlDialect m_dialect;
};

} // namespace dramatis::capture
