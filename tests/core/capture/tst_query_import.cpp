// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import.h"
#include "core/capture/query/query_connection.h"
#include "core/capture/query/query_import.h"
#include "core/capture/query/sql_dialect.h"
#include "core/traffic/windows_codec.h"
#include "tests/support/postgres_cluster.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <memory>
#include <random>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kStart = 1'795'492'800'000; // ms
constexpr int kRows = 20'000;

struct Row
{
    std::int64_t time; ///< ms since the epoch
    QString latency;   ///< ms, may be empty
    QString service;
    int status;
    QString bytes;
    QString client;
    QString method;
    QString path;
};

std::vector<Row> someRows()
{
    std::mt19937 random(3);
    std::vector<Row> rows;
    std::int64_t time = kStart;
    for (int i = 0; i < kRows; ++i) {
        time += random() % 300;
        const int latency =
            1 + static_cast<int>(std::exp(static_cast<double>(random() % 800) / 100));
        rows.push_back(
            {time,
             i % 50 == 0 ? QString() : QString::number(latency),
             QStringList{u"shop"_s, u"ca\"rt"_s, u"pay'ments"_s}[static_cast<int>(random() % 3)],
             std::array{200, 200, 200, 404, 500, 504, 499}[random() % 7],
             i % 7 == 0 ? QString() : QString::number(random() % 100'000),
             u"10.0.0.%1"_s.arg(random() % 200),
             QStringList{u"GET"_s, u"POST"_s}[static_cast<int>(random() % 2)],
             u"/item/%1?x=1"_s.arg(random() % 20)});
    }
    return rows;
}

QString isoOf(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

void writeCsv(const QString &path, const std::vector<Row> &rows)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("ts,took_ms,service,status,bytes,client,method,path\n");
    for (const Row &row : rows) {
        QString service = row.service;
        file.write((QString::number(row.time) + u',' + row.latency + u",\""
                    + service.replace(u'"', u"\"\""_s) + u"\","_s + QString::number(row.status)
                    + u',' + row.bytes + u',' + row.client + u',' + row.method + u',' + row.path
                    + u'\n')
                       .toUtf8());
    }
}

QVariant intOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType(QMetaType::LongLong)) : QVariant(text.toLongLong());
}

void fillTable(QSqlDatabase database, const QString &create, const std::vector<Row> &rows, bool iso)
{
    QSqlQuery query(database);
    QVERIFY2(query.exec(create), qPrintable(query.lastError().text()));
    QVERIFY(database.transaction());
    query.prepare(u"INSERT INTO \"re\"\"quests\" VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    for (const Row &row : rows) {
        query.addBindValue(iso ? QVariant(isoOf(row.time))
                               : QVariant::fromValue(qlonglong{row.time}));
        query.addBindValue(intOrNull(row.latency));
        query.addBindValue(row.service);
        query.addBindValue(row.status);
        query.addBindValue(intOrNull(row.bytes));
        query.addBindValue(row.client);
        query.addBindValue(row.method);
        query.addBindValue(row.path);
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    }
    QVERIFY(database.commit());
}

/// Windows of the same exchanges, cut by us.
traffic::WindowTable windowsOfCsv(const QString &path, std::optional<double> width)
{
    NullJobControl job;
    ImportOptions options;
    options.rule = traffic::ResourceRule::Host;
    const auto imported = importCapture({path}, options, table::makeSpillingStore(), job);
    if (!imported)
        qFatal("%s", qPrintable(imported.error().toString()));
    return *traffic::makeWindows(*imported->table, width, job);
}

bool isNear(double a, double b, double relative)
{
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= relative * std::abs(b);
}

/// Counts exactly, sums to rounding, quantiles within a bucket.
void compare(const traffic::WindowTable &counted, const traffic::WindowTable &cut, double bucket)
{
    QCOMPARE(counted.widthSeconds, cut.widthSeconds);
    QCOMPARE(counted.windows.size(), cut.windows.size());
    QCOMPARE(counted.sparse, cut.sparse);
    std::map<std::pair<QString, std::int64_t>, const traffic::Window *> known;
    for (const traffic::Window &window : cut.windows)
        known[{cut.resources[number(window.resource)], window.slice}] = &window;
    for (const traffic::Window &window : counted.windows) {
        const auto found = known.find({counted.resources[number(window.resource)], window.slice});
        QVERIFY(found != known.end());
        const traffic::Window &other = *found->second;
        QCOMPARE(window.exchanges, other.exchanges);
        QCOMPARE(window.knownOutcomes, other.knownOutcomes);
        QCOMPARE(window.errors, other.errors);
        QCOMPARE(window.methods, other.methods);
        QCOMPARE(window.writes, other.writes);
        QCOMPARE(window.knownRequestBytes, other.knownRequestBytes);
        QCOMPARE(window.knownResponseBytes, other.knownResponseBytes);
        QCOMPARE(window.knownLatencies, other.knownLatencies);
        QVERIFY(isNear(window.responseBytes, other.responseBytes, 1e-12));
        QVERIFY(isNear(window.latencySum, other.latencySum, 1e-9));
        if (window.knownLatencies >= 30) { // with few, a quantile lies between two far values
            QVERIFY2(window.latencyP50 <= other.latencyP50 * bucket * bucket
                         && window.latencyP50 >= other.latencyP50 / bucket / bucket,
                     qPrintable(u"%1 %2"_s.arg(window.latencyP50).arg(other.latencyP50)));
        }
        QVERIFY(std::isnan(window.gapCv));
    }
}

} // namespace

class TestQueryImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_rows = someRows();
        m_csv = m_folder.filePath(u"rows.csv"_s);
        writeCsv(m_csv, m_rows);
        m_sqlite = m_folder.filePath(u"traffic.db"_s);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
            database.setDatabaseName(m_sqlite);
            QVERIFY(database.open());
            fillTable(
                database,
                u"CREATE TABLE \"re\"\"quests\" (ts INTEGER, took_ms INTEGER, service TEXT, status "
                "INTEGER, bytes INTEGER, client TEXT, method TEXT, path TEXT)"_s,
                m_rows,
                false);
        }
        QSqlDatabase::removeDatabase(u"fill"_s);
    }

    void addressesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read"); // driver database host port user
        QTest::newRow("PostgreSQL") << u"postgresql://ann:secret@db.example:5433/shop"_s
                                    << u"QPSQL shop db.example 5433 ann"_s;
        QTest::newRow("socket") << u"postgresql:///shop?host=/run/pg&user=bob"_s
                                << u"QPSQL shop /run/pg 0 bob"_s;
        QTest::newRow("file") << u"/tmp/a b.db"_s << u"QSQLITE /tmp/a b.db  0 "_s;
        QTest::newRow("ODBC") << u"odbc:DSN=x"_s << u"QODBC DSN=x  0 "_s;
        QTest::newRow("other") << u"mysql://ann:secret@host/x"_s << QString();
        QTest::newRow("no name") << u"postgresql://host/"_s << QString();
    }
    void addressesAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, read);
        const auto address = databaseAddress(text);
        if (read.isEmpty()) {
            QCOMPARE(address.error().kind, ErrorKind::InvalidArgument);
            QVERIFY(!address.error().message.contains(u"secret"));
            return;
        }
        const QuerySource &source = address->source;
        QCOMPARE(QStringList({source.driver,
                              source.database,
                              source.host,
                              QString::number(source.port),
                              source.user})
                     .join(u' '),
                 read);
        const auto again = queryFromJson(queryToJson(source));
        QVERIFY(again.has_value());
        QCOMPARE(*again, source);
    }

    void namesCannotLeaveTheirQuotes()
    {
        QCOMPARE(SqlDialect::quoted(u"a\"; DROP TABLE x; --"_s), u"\"a\"\"; DROP TABLE x; --\""_s);
        QCOMPARE(SqlDialect::quotedTable(u"public.requests"_s), u"\"public\".\"requests\""_s);
    }

    void sqliteCountsAsWeDo_data()
    {
        QTest::addColumn<double>("width"); // 0: automatic
        QTest::newRow("automatic") << 0.0;
        QTest::newRow("10 s") << 10.0;
        QTest::newRow("2.5 s") << 2.5;
    }
    void sqliteCountsAsWeDo()
    {
        QFETCH(const double, width);
        const std::optional<double> seconds = width > 0 ? std::optional(width) : std::nullopt;
        NullJobControl job;
        const auto counted =
            importQuery(sqliteSource(), {}, {traffic::ResourceRule::Automatic, seconds}, job);
        QVERIFY2(counted.has_value(), counted ? "" : qPrintable(counted.error().toString()));
        compare(*counted->windows, windowsOfCsv(m_csv, seconds), 1.6);
        checkStatistics(*counted);
    }

    void aQueryIsATableToo()
    {
        QuerySource source = sqliteSource();
        source.table.clear();
        source.query =
            u"SELECT ts AS begin, service AS host FROM \"re\"\"quests\" WHERE service LIKE "
            "'%1%' OR service = 'shop' -- one;\n;"_s;
        NullJobControl job;
        const auto counted = importQuery(source, {}, {}, job);
        QVERIFY2(counted.has_value(), counted ? "" : qPrintable(counted.error().toString()));
        QCOMPARE(counted->statistics.resources.size(), std::size_t{1});
        QCOMPARE(counted->statistics.totals.knownLatencies, std::uint64_t{0});
        QVERIFY(std::isnan(counted->windows->windows.front().latencyP50));
    }

    void nothingCanBeChanged()
    {
        QuerySource source = sqliteSource();
        source.table.clear();
        source.query = u"SELECT 1) AS t; DROP TABLE \"re\"\"quests\"; --"_s;
        NullJobControl job;
        QVERIFY(!importQuery(source, {}, {}, job));
        QVERIFY(importQuery(sqliteSource(), {}, {}, job));
    }

    void whatIsWrongIsSaid()
    {
        NullJobControl job;
        QuerySource source = sqliteSource();
        source.table = u"nowhere"_s;
        const auto noTable = importQuery(source, {}, {}, job);
        QCOMPARE(noTable.error().kind, ErrorKind::Io);
        QVERIFY(noTable.error().message.contains(u"nowhere"));
        source = sqliteSource();
        source.database = m_folder.filePath(u"none.db"_s);
        QCOMPARE(importQuery(source, {}, {}, job).error().kind, ErrorKind::Io);
        source = sqliteSource();
        source.mapping = *withChoices(source.mapping, u"begin=when"_s);
        QVERIFY(importQuery(source, {}, {}, job).error().message.contains(u"took_ms"));
        QCOMPARE(
            importQuery(sqliteSource(), {}, {traffic::ResourceRule::Route, {}}, job).error().kind,
            ErrorKind::Unsupported);
    }

    void windowsAreStoredAsTheyAre()
    {
        NullJobControl job;
        const auto counted = importQuery(sqliteSource(), {}, {}, job);
        const QByteArray bytes = traffic::encodeWindows(*counted->windows);
        const auto again = traffic::decodeWindows(bytes);
        QVERIFY(again.has_value());
        compare(*again, windowsOfCsv(m_csv, {}), 1.6);
        QCOMPARE(traffic::encodeWindows(*again), bytes);
        for (const qsizetype size :
             {qsizetype{0}, qsizetype{10}, bytes.size() / 2, bytes.size() - 1})
            QVERIFY(!traffic::decodeWindows(bytes.first(size)));
    }

    void refreshCountsWhatCameSince()
    {
        const QString path = m_folder.filePath(u"growing.db"_s);
        QVERIFY(QFile::copy(m_sqlite, path));
        QuerySource source = sqliteSource();
        source.database = path;
        NullJobControl job;
        const auto before = importQuery(source, {}, {traffic::ResourceRule::Host, 10.0}, job);
        QVERIFY(before.has_value());
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"grow"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(
                u"INSERT INTO \"re\"\"quests\" SELECT ts + (SELECT max(ts) - min(ts) FROM "
                "\"re\"\"quests\"), took_ms, 'new ' || service, status, bytes, client, method, "
                "path FROM "
                "\"re\"\"quests\""_s));
        }
        QSqlDatabase::removeDatabase(u"grow"_s);
        const auto refreshed = refreshQuery(*before, {}, job);
        QVERIFY2(refreshed.has_value(), refreshed ? "" : qPrintable(refreshed.error().toString()));
        const auto whole = importQuery(source, {}, {traffic::ResourceRule::Host, 10.0}, job);
        compare(*refreshed->windows, *whole->windows, 1.6);
        QCOMPARE(refreshed->statistics.totals.exchanges, std::uint64_t{2 * kRows});
    }

    void odbcCountsInSqlite_data() { odbcDrivers({u"SQLite3"_s}); }
    void odbcCountsInSqlite()
    {
        QFETCH(const QString, driver);
        QuerySource source = sqliteSource();
        source.driver = u"QODBC"_s;
        source.database = u"DRIVER=%1;Database=%2"_s.arg(driver, m_sqlite);
        if (const QString why = whyNoOdbc(source); !why.isEmpty())
            QSKIP(qPrintable(why));
        NullJobControl job;
        const auto tables = tablesOf(source, {});
        QVERIFY2(tables.has_value(), tables ? "" : qPrintable(tables.error().toString()));
        QVERIFY(tables->contains(u"re\"quests"_s));
        for (const std::optional<double> width : {std::optional<double>(), std::optional(10.0)}) {
            const auto counted =
                importQuery(source, {}, {traffic::ResourceRule::Automatic, width}, job);
            QVERIFY2(counted.has_value(), counted ? "" : qPrintable(counted.error().toString()));
            compare(*counted->windows, windowsOfCsv(m_csv, width), 1.6);
            checkStatistics(*counted);
        }
        source.table.clear();
        source.query = u"DELETE FROM \"re\"\"quests\" RETURNING *"_s;
        QVERIFY(!importQuery(source, {}, {}, job));
        QVERIFY(importQuery(sqliteSource(), {}, {}, job));
    }

    void odbcCountsInPostgres_data()
    {
        odbcDrivers({u"PostgreSQL Unicode"_s, u"PostgreSQL ANSI"_s});
    }
    void odbcCountsInPostgres()
    {
        QFETCH(const QString, driver);
        if (const QString why = fillPostgres(u"timestamptz"_s); !why.isEmpty())
            QSKIP(qPrintable(why));
        QuerySource source;
        source.driver = u"QODBC"_s;
        source.database = u"DRIVER={%1};Servername=%2;Port=5432;Database=postgres"_s.arg(
            driver, m_cluster->socketFolder());
        source.user = u"dramatis"_s;
        source.table = u"re\"quests"_s;
        source.mapping.guessesOthers = true;
        if (const QString why = whyNoOdbc(source); !why.isEmpty())
            QSKIP(qPrintable(why));
        NullJobControl job;
        for (const std::optional<double> width : {std::optional<double>(), std::optional(10.0)}) {
            const auto counted =
                importQuery(source, {}, {traffic::ResourceRule::Automatic, width}, job);
            QVERIFY2(counted.has_value(), counted ? "" : qPrintable(counted.error().toString()));
            compare(*counted->windows, windowsOfCsv(m_csv, width), 1.6);
            checkStatistics(*counted);
        }
        source.table.clear();
        source.query = u"DELETE FROM \"re\"\"quests\" RETURNING *"_s;
        QVERIFY(!importQuery(source, {}, {}, job));
    }

    void aPasswordInAnOdbcSourceIsNotKept()
    {
        const auto address =
            databaseAddress(u"odbc:DRIVER={PostgreSQL};Server=db;pwd={se;cret};Database=shop"_s);
        QVERIFY(address.has_value());
        QCOMPARE(address->source.database, u"DRIVER={PostgreSQL};Server=db;Database=shop"_s);
        QCOMPARE(address->password, u"se;cret"_s);
        QCOMPARE(databaseAddress(u"odbc:DSN=x;Password=y"_s)->password, u"y"_s);
        QCOMPARE(databaseAddress(u"odbc:shop"_s)->source.database, u"shop"_s);
    }

    void countingIsInterrupted()
    {
        QuerySource source = sqliteSource();
        source.table.clear();
        source.query = u"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n) SELECT "
                       "1700000000000 + i AS ts, 'web' AS host FROM n"_s;
        isInterrupted(source);
        if (const QString why = fillPostgres(u"timestamptz"_s); !why.isEmpty())
            QSKIP(qPrintable(why));
        source.driver = u"QPSQL"_s;
        source.database = u"postgres"_s;
        source.host = m_cluster->socketFolder();
        source.user = u"dramatis"_s;
        source.query = u"SELECT ts, service AS host FROM \"re\"\"quests\", pg_sleep(60)"_s;
        isInterrupted(source);
    }

    void postgresCountsAsWeDo_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("timestamptz") << u"timestamptz"_s;
        QTest::newRow("timestamp") << u"timestamp"_s;
        QTest::newRow("bigint") << u"bigint"_s;
        QTest::newRow("text") << u"text"_s;
    }
    void postgresCountsAsWeDo()
    {
        QFETCH(const QString, type);
        if (const QString why = fillPostgres(type); !why.isEmpty())
            QSKIP(qPrintable(why));
        auto address =
            databaseAddress(u"postgresql://dramatis@/postgres?host="_s + m_cluster->socketFolder());
        QVERIFY(address.has_value());
        address->source.table = u"re\"quests"_s;
        address->source.mapping.guessesOthers = true;
        NullJobControl job;
        for (const std::optional<double> width : {std::optional<double>(), std::optional(10.0)}) {
            const auto counted =
                importQuery(address->source, {}, {traffic::ResourceRule::Automatic, width}, job);
            QVERIFY2(counted.has_value(), counted ? "" : qPrintable(counted.error().toString()));
            compare(*counted->windows, windowsOfCsv(m_csv, width), 1.6);
            checkStatistics(*counted);
        }
        QuerySource change = address->source;
        change.table.clear();
        change.query = u"DELETE FROM \"re\"\"quests\" RETURNING *"_s;
        QVERIFY(!importQuery(change, {}, {}, job));
        change.query = u"WITH x AS (SELECT setval('s', 1)) SELECT * FROM x"_s;
        QVERIFY(!importQuery(change, {}, {}, job));
    }

    /// The engine's own functions are the other side here, not our windows.
    void postgresAgreesWithItsOwnFunctions()
    {
        if (const QString why = fillPostgres(u"timestamptz"_s); !why.isEmpty())
            QSKIP(qPrintable(why));
        QuerySource source;
        source.driver = u"QPSQL"_s;
        source.database = u"postgres"_s;
        source.host = m_cluster->socketFolder();
        source.user = u"dramatis"_s;
        source.table = u"re\"quests"_s;
        source.mapping.guessesOthers = true;
        NullJobControl job;
        const auto counted = importQuery(source, {}, {traffic::ResourceRule::Host, 60.0}, job);
        QVERIFY2(counted.has_value(), counted ? "" : qPrintable(counted.error().toString()));
        std::map<std::pair<QString, std::int64_t>, const traffic::Window *> known;
        for (const traffic::Window &window : counted->windows->windows)
            known[{counted->windows->resources[number(window.resource)], window.slice}] = &window;

        const auto connection = QueryConnection::open(source, {});
        QVERIFY(connection.has_value());
        const QString functions =
            u"count(*), count(took_ms), percentile_cont(0.5) WITHIN GROUP (ORDER BY took_ms), "
            "percentile_cont(0.95) WITHIN GROUP (ORDER BY took_ms), avg(took_ms), sum(bytes), "
            "count(*) FILTER (WHERE status >= 500 OR status = 499) FROM \"re\"\"quests\""_s;
        auto rows =
            connection->run(u"SELECT service, floor(extract(epoch FROM ts) / 60)::bigint, "_s
                            + functions + u" GROUP BY 1, 2"_s);
        QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().toString()));
        constexpr double kBucket = 1.45; // (largest / least latency)^(1/20)
        std::size_t windows = 0;
        while (rows->next()) {
            ++windows;
            const std::int64_t slice = rows->value(1).toLongLong();
            const auto found = known.find({rows->value(0).toString(), slice});
            QVERIFY(found != known.end());
            const traffic::Window &window = *found->second;
            QCOMPARE(window.exchanges, rows->value(2).toUInt());
            QCOMPARE(window.knownLatencies, rows->value(3).toUInt());
            QVERIFY(isNear(
                window.latencySum / window.knownLatencies * 1e3, rows->value(6).toDouble(), 1e-6));
            QCOMPARE(window.responseBytes, rows->value(7).toDouble());
            QCOMPARE(window.errors, rows->value(8).toUInt());
            if (window.knownLatencies < 30)
                continue; // with few, a quantile lies between two far values
            const double p50 = window.latencyP50 * 1e3 / rows->value(4).toDouble();
            const double p95 = window.latencyP95 * 1e3 / rows->value(5).toDouble();
            QVERIFY2(p50 < kBucket && p50 > 1 / kBucket, qPrintable(QString::number(p50)));
            QVERIFY2(p95 < kBucket && p95 > 1 / kBucket, qPrintable(QString::number(p95)));
        }
        QCOMPARE(windows, counted->windows->windows.size());

        auto whole = connection->run(u"SELECT '', 0, "_s + functions);
        QVERIFY(whole.has_value() && whole->next());
        const traffic::ExchangeTotals &totals = counted->statistics.totals;
        QCOMPARE(totals.exchanges, whole->value(2).toULongLong());
        QCOMPARE(totals.errors, whole->value(8).toULongLong());
        QCOMPARE(double(totals.responseBytes), whole->value(7).toDouble());
        QVERIFY(isNear(totals.latencyP50 * 1e3, whole->value(4).toDouble(), kBucket - 1));
        QVERIFY(isNear(totals.latencyP95 * 1e3, whole->value(5).toDouble(), kBucket - 1));
    }

private:
    static void odbcDrivers(const QStringList &drivers)
    {
        QTest::addColumn<QString>("driver");
        for (const QString &driver : drivers)
            QTest::newRow(qPrintable(driver)) << driver;
    }

    /// Why there is nothing to test: the driver of Qt or of the engine is not installed.
    static QString whyNoOdbc(const QuerySource &source)
    {
        if (!QSqlDatabase::isDriverAvailable(u"QODBC"_s))
            return u"The ODBC driver of Qt is not installed."_s;
        const auto connection = QueryConnection::open(source, {});
        if (!connection
            && (connection.error().message.contains(u"Data source name not found"_s)
                || connection.error().message.contains(u"Can't open lib"_s)))
            return connection.error().message;
        return {};
    }

    static void isInterrupted(const QuerySource &source)
    {
        class Impatient final : public JobControl
        {
        public:
            Impatient() { m_clock.start(); }
            bool isCancelled() const noexcept override { return m_clock.elapsed() > 300; }
            void report(double, const QString &) override {}
            qint64 elapsed() const { return m_clock.elapsed(); }

        private:
            QElapsedTimer m_clock;
        } job;
        const auto counted = importQuery(source, {}, {traffic::ResourceRule::Host, 10.0}, job);
        QVERIFY(!counted);
        QCOMPARE(counted.error().kind, ErrorKind::Cancelled);
        QVERIFY2(job.elapsed() < 5000, qPrintable(QString::number(job.elapsed())));
    }

    /// A PostgreSQL with the rows, their times of a type.
    /// @return why there is none; empty where there is
    QString fillPostgres(const QString &type)
    {
        if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
            return u"The PostgreSQL driver of Qt is not installed."_s;
        if (!m_cluster)
            m_cluster = std::make_unique<tests::PostgresCluster>();
        if (!m_cluster->isRunning())
            return u"No PostgreSQL can be started here."_s;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, u"fill"_s);
            database.setHostName(m_cluster->socketFolder());
            database.setUserName(u"dramatis"_s);
            database.setDatabaseName(u"postgres"_s);
            if (!database.open())
                qFatal("%s", qPrintable(database.lastError().text()));
            QSqlQuery query(database);
            query.exec(u"SET TIME ZONE 'UTC'"_s);
            query.exec(u"DROP TABLE IF EXISTS \"re\"\"quests\""_s);
            fillTable(
                database,
                u"CREATE TABLE \"re\"\"quests\" (ts "_s + type
                    + u", took_ms integer, service text, status integer, bytes bigint, client "
                      "text, method text, path text)"_s,
                m_rows,
                type != u"bigint");
        }
        QSqlDatabase::removeDatabase(u"fill"_s);
        return {};
    }

    [[nodiscard]] QuerySource sqliteSource() const
    {
        QuerySource source;
        source.driver = u"QSQLITE"_s;
        source.database = m_sqlite;
        source.table = u"re\"quests"_s;
        source.mapping.guessesOthers = true;
        return source;
    }

    void checkStatistics(const QueryCapture &counted) const
    {
        NullJobControl job;
        ImportOptions options;
        options.rule = traffic::ResourceRule::Host;
        const auto imported = importCapture({m_csv}, options, table::makeSpillingStore(), job);
        const auto known = traffic::captureStatistics(*imported->table, job);
        const traffic::CaptureStatistics &own = counted.statistics;
        QCOMPARE(own.totals.exchanges, known->totals.exchanges);
        QCOMPARE(own.totals.errors, known->totals.errors);
        QCOMPARE(own.totals.responseBytes, known->totals.responseBytes);
        QCOMPARE(own.totals.knownLatencies, known->totals.knownLatencies);
        QVERIFY(isNear(own.totals.latencyP50, known->totals.latencyP50, 0.6));
        QVERIFY(isNear(own.totals.latencyP95, known->totals.latencyP95, 0.6));
        QCOMPARE(own.statuses, known->statuses);
        QCOMPARE(own.clients, known->clients);
        QCOMPARE(own.firstTime, known->firstTime);
        QCOMPARE(own.lastTime, known->lastTime);
        QCOMPARE(own.resources.size(), known->resources.size());
        for (std::size_t i = 0; i < own.resources.size(); ++i) {
            QCOMPARE(own.resources[i].name, known->resources[i].name);
            QCOMPARE(own.resources[i].totals.exchanges, known->resources[i].totals.exchanges);
        }
        QVERIFY(isNear(own.peakRate, known->peakRate, 0.1));
        QCOMPARE(own.operations.size(), std::size_t{40});
    }

    QTemporaryDir m_folder;
    std::vector<Row> m_rows;
    QString m_csv;
    QString m_sqlite;
    std::unique_ptr<tests::PostgresCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestQueryImport)
#include "tst_query_import.moc"
