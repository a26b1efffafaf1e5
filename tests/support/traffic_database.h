// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>

namespace dramatis::tests {

/// Makes a file of SQLite with a table "r" of traffic: about 25,000 requests in 33 minutes to one
/// service, busy and quick or calm and slow by turns of 5 minutes. Columns ts (ms since the epoch),
/// took_ms, service, status, bytes, path.
inline void makeTrafficDatabase(const QString &path)
{
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("make"));
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        if (!query.exec(QStringLiteral(
                "CREATE TABLE r AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n "
                "WHERE i < 39999) SELECT 1700000000000 + i * 50 AS ts, 5 + i % 7 + (i / 6000 % 2) "
                "* 200 AS took_ms, 'web' AS service, CASE WHEN i % 97 = 0 THEN 503 ELSE 200 END AS "
                "status, 100 + i % 13 AS bytes, '/item/' || (i % 5) AS path FROM n WHERE i / 6000 "
                "% 2 = 0 OR i % 4 = 0")))
            qFatal("%s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("make"));
}

} // namespace dramatis::tests
