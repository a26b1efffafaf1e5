// SPDX-License-Identifier: GPL-3.0-or-later
//
// Generates traffic in a PostgreSQL of its own and counts it there, against pulling the rows
// through the same driver; prints one JSON line each. Both are done twice: on the server's socket
// for the time, and through a proxy that counts bytes and rows. Usage: bench_sql_pushdown [rows]
// (1000000; GOALS.md speaks of 10000000).
#include "core/capture/query/query_connection.h"
#include "core/capture/query/query_import.h"
#include "tests/bench/counting_proxy.h"
#include "tests/bench/process_usage.h"
#include "tests/support/postgres_cluster.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <cstdio>

using namespace dramatis;
using namespace Qt::StringLiterals;

namespace {

const QString kColumns = u"ts, took, service, status, bytes, client, method, path"_s;

/// A day of 24 services with lognormal latencies, made by the server itself.
void generate(const QString &folder, qint64 rows)
{
    QElapsedTimer clock;
    clock.start();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, u"fill"_s);
        database.setHostName(folder);
        database.setUserName(u"dramatis"_s);
        database.setDatabaseName(u"postgres"_s);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        const QString create =
            u"CREATE UNLOGGED TABLE requests AS SELECT timestamptz '2026-11-24 00:00:00+00' + i * "
            "interval '1 second' * (86400.0 / %1) AS ts, exp(ln(0.03) + 0.8 * sqrt(-2 * ln(1 - "
            "random())) * cos(2 * pi() * random())) AS took, 'service-' || floor(24 * random() ^ "
            "2) AS service, (ARRAY[200, 200, 200, 200, 200, 200, 204, 301, 404, 500, 503, "
            "504])[1 + floor(12 * random())] AS status, floor(100000 * random() ^ 3)::bigint AS "
            "bytes, '10.0.' || floor(20 * random()) || '.' || floor(250 * random() ^ 2) AS client, "
            "(ARRAY['GET', 'GET', 'GET', 'POST'])[1 + floor(4 * random())] AS method, '/item/' || "
            "floor(400 * random() ^ 3) AS path FROM generate_series(0, %1 - 1) AS i"_s.arg(rows);
        for (const QString &statement :
             {u"SELECT setseed(0.5)"_s, create, u"ANALYZE requests"_s, u"CHECKPOINT"_s})
            if (!query.exec(statement))
                qFatal("%s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
    std::printf("{\"bench\":\"sql_generate\",\"rows\":%lld,\"wallSeconds\":%.1f}\n",
                static_cast<long long>(rows),
                static_cast<double>(clock.elapsed()) * 1e-3);
    std::fflush(stdout);
}

capture::QuerySource sourceAt(const QString &folder)
{
    capture::QuerySource source;
    source.driver = u"QPSQL"_s;
    source.database = u"postgres"_s;
    source.host = folder;
    source.user = u"dramatis"_s;
    source.table = u"requests"_s;
    source.mapping.guessesOthers = true;
    return source;
}

capture::QueryCapture pushDown(const QString &folder)
{
    NullJobControl job;
    auto counted = capture::importQuery(sourceAt(folder), {}, {}, job);
    if (!counted)
        qFatal("%s", qPrintable(counted.error().toString()));
    return *std::move(counted);
}

/// What any program has to do that wants the rows: take over each value.
qint64 pull(const QString &folder)
{
    const auto connection = capture::QueryConnection::open(sourceAt(folder), {});
    if (!connection)
        qFatal("%s", qPrintable(connection.error().toString()));
    auto rows = connection->run(u"SELECT "_s + kColumns + u" FROM requests"_s);
    if (!rows)
        qFatal("%s", qPrintable(rows.error().toString()));
    const int columns = static_cast<int>(kColumns.count(u',')) + 1;
    qint64 count = 0;
    qsizetype known = 0;
    while (rows->next()) {
        ++count;
        for (int column = 0; column < columns; ++column)
            known += rows->value(column).isNull() ? 0 : 1;
    }
    if (known != count * columns)
        qFatal("values are missing");
    return count;
}

template<typename Work>
void measure(const char *way, const QString &server, const Work &work)
{
    QElapsedTimer clock;
    clock.start();
    const double before = bench::cpuSeconds();
    const qint64 exchanges = work(server);
    const double wall = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    const double cpu = bench::cpuSeconds() - before;
    const double peak = bench::peakMebibytes();
    const QTemporaryDir own;
    const bench::CountingProxy proxy(own.path(), server);
    work(own.path());
    std::printf("{\"bench\":\"sql\",\"way\":\"%s\",\"exchanges\":%lld,\"wallSeconds\":%.2f,"
                "\"clientCpuSeconds\":%.2f,\"rowsOverWire\":%llu,\"bytesToServer\":%llu,"
                "\"bytesFromServer\":%llu,\"peakMebibytes\":%.0f}\n",
                way,
                static_cast<long long>(exchanges),
                wall,
                cpu,
                static_cast<unsigned long long>(proxy.rows()),
                static_cast<unsigned long long>(proxy.sent()),
                static_cast<unsigned long long>(proxy.received()),
                peak);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const qint64 rows = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const tests::PostgresCluster cluster;
    if (!cluster.isRunning())
        qFatal("No PostgreSQL can be started here.");
    generate(cluster.socketFolder(), rows);
    measure("pushdown", cluster.socketFolder(), [](const QString &folder) {
        return static_cast<qint64>(pushDown(folder).summary.exchanges);
    });
    measure("pull", cluster.socketFolder(), pull);
    return 0;
}
