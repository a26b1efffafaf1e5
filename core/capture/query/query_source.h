// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/capture/tables/column_mapping.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace dramatis::capture {

/// Where traffic lies in a database, and how its columns are read. Holds no password, so that it
/// can be kept with the project.
struct QuerySource
{
    QString driver;   ///< of Qt SQL: "QSQLITE", "QPSQL", "QODBC"
    QString database; ///< its name, a file of SQLite, or a data source of ODBC
    QString host;     ///< or the folder of a Unix socket; empty: the driver's own choice
    int port = 0;     ///< 0: the driver's own choice
    QString user;
    QString table; ///< "name" or "schema.name"; empty where there is a query
    QString query; ///< a SELECT, whose rows are the table
    ColumnMapping mapping;
    bool operator==(const QuerySource &) const = default;

    /// "requests in shop on db.example": for people.
    [[nodiscard]] QString name() const;
};

/// A database as a person names it: "postgresql://user@host:port/name", with "?host=/folder" for a
/// Unix socket, "odbc:SOURCE", "sqlite:PATH" or the path of a file of SQLite.
struct DatabaseAddress
{
    QuerySource source; ///< driver, database, host, port and user
    QString password;   ///< if the address holds one; never kept
};

/// @errors InvalidArgument: says how an address is written
[[nodiscard]] Result<DatabaseAddress> databaseAddress(const QString &text);

/// The password to connect with: what the address held, else the environment's
/// DRAMATIS_DATABASE_PASSWORD; empty leaves it to the driver (PGPASSWORD, ~/.pgpass).
[[nodiscard]] QString databasePassword(const DatabaseAddress &address);

[[nodiscard]] QJsonObject queryToJson(const QuerySource &source);
/// @errors Format
[[nodiscard]] Result<QuerySource> queryFromJson(const QJsonObject &json);

} // namespace dramatis::capture
