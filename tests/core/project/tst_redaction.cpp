// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import.h"
#include "core/project/redaction_key.h"
#include "core/project/store.h"
#include "core/table/chunk_store.h"
#include "core/traffic/capture_statistics.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace dramatis;
using namespace dramatis::project;
using namespace Qt::StringLiterals;

namespace {

const QList<QByteArray> kClients{
    "203.0.113.77", "198.51.100.23", "2001:db8::8a2e:370", "dsl-7.example.net"};

/// Clients in the fields, in paths, in queries and in a line that cannot be read.
QByteArray log()
{
    QByteArray text;
    for (int i = 0; i < 400; ++i) {
        const QByteArray &client = kClients[i % kClients.size()];
        const QByteArray path = i % 5 == 0   ? "/whois/" + client
                                : i % 5 == 1 ? "/users/anna.smith@example.org/orders"
                                : i % 5 == 2 ? "/item/" + QByteArray::number(i) + ".html"
                                : i % 5 == 3 ? QByteArray("/4.100.51.198.in-addr.arpa")
                                             : QByteArray("/cart");
        text += client + " - - [24/Nov/2026:10:" + QByteArray::number(10 + i / 60) + ":"
                + QByteArray::number(i % 60).rightJustified(2, '0') + " +0000] \"GET " + path
                + "?token=s3cr3t&ip=203.0.113.77 HTTP/1.1\" 200 " + QByteArray::number(100 + i)
                + " \"-\" \"curl\"\n";
        if (i == 200)
            text += "203.0.113.77 could not log in as anna.smith\n";
    }
    return text;
}

Result<capture::Imported> import(const QString &path,
                                 std::optional<traffic::Redaction> redaction,
                                 std::shared_ptr<table::ChunkStore> chunks)
{
    capture::ImportOptions options;
    options.redaction = std::move(redaction);
    NullJobControl job;
    return capture::importCapture({path}, options, std::move(chunks), job);
}

traffic::CaptureStatistics statisticsOf(const capture::Imported &imported)
{
    NullJobControl job;
    auto statistics = traffic::captureStatistics(*imported.table, job);
    if (!statistics)
        qFatal("no statistics");
    return *std::move(statistics);
}

std::vector<std::uint64_t> countsOf(const std::vector<traffic::GroupTotals> &groups)
{
    std::vector<std::uint64_t> counts;
    for (const traffic::GroupTotals &group : groups)
        counts.push_back(group.totals.exchanges);
    std::sort(counts.begin(), counts.end());
    return counts;
}

} // namespace

class TestRedaction : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_log;

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_log = m_folder.filePath(u"access.log"_s);
        QFile file(m_log);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(log());
    }

    void figuresAreTheSame()
    {
        const auto plain = import(m_log, {}, table::makeSpillingStore());
        const auto hidden =
            import(m_log, traffic::Redaction{QByteArray(32, 'k')}, table::makeSpillingStore());
        QVERIFY(plain && hidden);
        const traffic::CaptureStatistics a = statisticsOf(*plain);
        const traffic::CaptureStatistics b = statisticsOf(*hidden);
        QCOMPARE(b.clients, a.clients);
        QCOMPARE(b.clients, std::size_t(kClients.size()));
        QCOMPARE(b.statuses, a.statuses);
        QCOMPARE(b.totals.exchanges, a.totals.exchanges);
        QCOMPARE(b.totals.responseBytes, a.totals.responseBytes);
        QCOMPARE(b.timeline.rate, a.timeline.rate);
        QCOMPARE(countsOf(b.topClients), countsOf(a.topClients));
        QCOMPARE(countsOf(b.resources), countsOf(a.resources));
        // Names of clients in paths become identifiers, so their routes fold into one.
        QCOMPARE(countsOf(a.operations), (std::vector<std::uint64_t>{20, 20, 40, 80, 80, 80, 80}));
        QCOMPARE(countsOf(b.operations), (std::vector<std::uint64_t>{80, 80, 80, 80, 80}));
        QCOMPARE(hidden->summary.skipped, plain->summary.skipped);
        QCOMPARE(hidden->summary.samples.size(), plain->summary.samples.size());
        QCOMPARE(hidden->summary.samples.first().place, plain->summary.samples.first().place);
        QVERIFY(!plain->summary.samples.first().text.isEmpty());
        QVERIFY(hidden->summary.samples.first().text.isEmpty());
        QVERIFY(hidden->summary.redacted && !plain->summary.redacted);
        // Routes stay readable: what was an identifier still is one.
        const auto &routes = *hidden->table->routes().names;
        for (const std::string_view route :
             {"GET /users/{id}/orders", "GET /item/{id}.html", "GET /cart"})
            QVERIFY2(routes.find(route) != table::StringPool::none(), route.data());
    }

    /// A path may hold a whole address; what stands before and behind its scheme is hidden too.
    void addressesInPathsAreHidden_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("before the scheme")
            << QByteArray("/users/anna.smith@example.org/redirect/http://shop.example/cart");
        QTest::newRow("as the host") << QByteArray("/redirect/http://anna.smith@example.org/cart");
        QTest::newRow("behind the host")
            << QByteArray("/redirect/http://shop.example/users/anna.smith@example.org");
        QTest::newRow("of a proxy")
            << QByteArray("http://shop.example/users/anna.smith@example.org");
    }
    void addressesInPathsAreHidden()
    {
        QFETCH(const QByteArray, path);
        const QString log = m_folder.filePath(u"addresses.log"_s);
        QFile file(log);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("192.0.2.1 - - [24/Nov/2026:10:00:00 +0000] \"GET " + path
                   + " HTTP/1.1\" 200 5 \"-\" \"-\"\n");
        file.close();
        const auto imported =
            import(log, traffic::Redaction{QByteArray(32, 'k')}, table::makeSpillingStore());
        QVERIFY(imported);
        const table::StringPool &operations = *imported->table->pools().operations;
        bool isThere = false;
        for (std::uint32_t id = 0; id < operations.size(); ++id) {
            const std::string_view operation = operations.at(StringId{id});
            isThere = isThere || operation.starts_with("GET ");
            QVERIFY2(operation.find("anna") == std::string_view::npos,
                     std::string(operation).c_str());
        }
        QVERIFY(isThere);
    }

    /// HMAC-SHA-256 of RFC 4231, test case 2, begins with 5bdcc146bf60754e; the first digit is
    /// made a decimal one.
    void theHashIsTheOneOfTheStandard()
    {
        QCOMPARE(QMessageAuthenticationCode::hash(
                     "what do ya want for nothing?", "Jefe", QCryptographicHash::Sha256)
                     .toHex()
                     .left(16),
                 QByteArray("5bdcc146bf60754e"));
        const QByteArray key(32, '\x0b');
        const QByteArray expected =
            QMessageAuthenticationCode::hash("203.0.113.77", key, QCryptographicHash::Sha256)
                .toHex()
                .mid(1, 15);
        const auto hidden = import(m_log, traffic::Redaction{key}, table::makeSpillingStore());
        QVERIFY(hidden);
        const std::string_view first = hidden->table->pools().clients->at(StringId{1});
        QCOMPARE(QByteArray(first.data() + 3, qsizetype(first.size()) - 3), expected);
    }

    void anotherKeyGivesOtherNames()
    {
        const auto one =
            import(m_log, traffic::Redaction{QByteArray(32, 'a')}, table::makeSpillingStore());
        const auto other =
            import(m_log, traffic::Redaction{QByteArray(32, 'b')}, table::makeSpillingStore());
        QVERIFY(one && other);
        QVERIFY(one->table->pools().clients->at(StringId{1})
                != other->table->pools().clients->at(StringId{1}));
    }

    void serversAreHiddenWhereThatIsAsked()
    {
        QFile file(m_folder.filePath(u"upstream.log"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("10.0.0.7 - - [24/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\" "
                   "9 0.001 1795514400.000 \"10.0.0.7:8080\" \"0.001\" shop.example\n");
        file.close();
        const auto stays = import(
            file.fileName(), traffic::Redaction{QByteArray(32, 'a')}, table::makeSpillingStore());
        QVERIFY2(stays, stays ? "" : qPrintable(stays.error().toString()));
        QVERIFY(stays->table->pools().servers->find("10.0.0.7:8080") != table::StringPool::none());
        const auto hidden = import(file.fileName(),
                                   traffic::Redaction{QByteArray(32, 'a'), true},
                                   table::makeSpillingStore());
        QVERIFY(hidden);
        const std::string client(hidden->table->pools().clients->at(StringId{1}));
        const std::string server(hidden->table->pools().servers->at(StringId{1}));
        QCOMPARE(server, client + ":8080"); // who asks here answers there
        QVERIFY(hidden->table->pools().hosts->find("shop.example") == table::StringPool::none());
    }

    /// Neither in the file as it lies there nor in any of its chunks, unpacked.
    void noClientIsAnywhereInTheProject()
    {
        const QString path = m_folder.filePath(u"shared.dramatis"_s);
        QByteArray key;
        QByteArray unpacked;
        {
            auto store = Store::create(path);
            QVERIFY(store);
            const auto redactionKey = (*store)->redactionKey();
            QVERIFY2(redactionKey, redactionKey ? "" : qPrintable(redactionKey.error().message));
            key = *redactionKey;
            QCOMPARE(key.size(), 32);
            QCOMPARE(*(*store)->redactionKey(), key); // the same for the next import
            const CaptureId id{*(*store)->newId()};
            const auto chunks = (*store)->beginImport(id);
            QVERIFY(chunks);
            const auto imported = import(m_log, traffic::Redaction{key}, *chunks);
            QVERIFY(imported);
            CaptureRecord record;
            record.name = u"access.log"_s;
            record.table = imported->table;
            record.summary = imported->summary;
            record.files = imported->files;
            record.statistics =
                std::make_shared<const traffic::CaptureStatistics>(statisticsOf(*imported));
            ProjectState state;
            QVERIFY((*store)->apply(state, PutCapture{id, std::move(record)}));
            for (std::size_t i = 0; i < imported->table->chunks().size(); ++i) {
                const auto chunk = imported->table->chunk(i);
                QVERIFY(chunk);
                for (const auto &ids :
                     {chunk->host, chunk->server, chunk->client, chunk->operation})
                    unpacked.append(reinterpret_cast<const char *>(ids.data()),
                                    qsizetype(ids.size() * sizeof ids.front()));
            }
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll() + unpacked;
        QList<QByteArray> secrets = kClients;
        secrets << "anna"
                << "s3cr3t"
                << "100.51.198" << key << key.toHex() << m_folder.path().toUtf8();
        for (const QByteArray &secret : secrets)
            QVERIFY2(!bytes.contains(secret), secret.constData());
        QVERIFY(bytes.contains("/cart")); // what is not hidden is there: the search works

        // Whoever has the file but not the key makes a new one, and says so by another name.
        QFile::remove(redactionKeyFolder() + u'/' + nameIn(path));
        auto store = Store::open(path, OpenMode::ReadWrite);
        QVERIFY(store);
        const auto other = (*store)->redactionKey();
        QVERIFY(other);
        QVERIFY(*other != key);
    }

    void keysAreReadableByTheirOwnerAlone()
    {
        const QString folder = m_folder.filePath(u"keys"_s);
        const QString name = newRedactionKeyName();
        const auto made = makeRedactionKey(folder, name);
        QVERIFY(made);
        QCOMPARE(*findRedactionKey(folder, name), *made);
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
                            | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(folder + u'/' + name) & others));
        QVERIFY(findRedactionKey(folder, newRedactionKeyName())->isEmpty());
        // A project of somebody else's names what is no key.
        QVERIFY(findRedactionKey(folder, u"../keys/"_s + name)->isEmpty());
        QVERIFY(findRedactionKey(folder, {})->isEmpty());
    }

private:
    static QString nameIn(const QString &path)
    {
        QString name;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(path);
            database.open();
            QSqlQuery query(u"SELECT value FROM meta WHERE key = 'redaction_key'"_s, database);
            if (query.next())
                name = query.value(0).toString();
        }
        QSqlDatabase::removeDatabase(u"look"_s);
        return name;
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
