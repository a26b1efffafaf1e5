// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store.h"
#include "tests/core/project/sample_state.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace dramatis;
using namespace dramatis::project;
using namespace Qt::StringLiterals;

/// Files that are no project, damaged ones, newer ones: one clear error each, and the bytes stay as
/// they are.
class TestStoreDamage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_project;

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// `path` after statements were run on it.
    QString altered(const QString &name, const QStringList &statements)
    {
        const QString path = write(name, m_project);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"alter"_s);
            database.setDatabaseName(path);
            if (!database.open())
                qFatal("cannot open");
            for (const QString &statement : statements)
                QSqlQuery(statement, database);
        }
        QSqlDatabase::removeDatabase(u"alter"_s);
        return path;
    }

private slots:
    void initTestCase()
    {
        const QString path = m_folder.filePath(u"whole.dramatis"_s);
        {
            const auto store = Store::create(path);
            QVERIFY(store);
            ProjectState state;
            const CaptureId capture{*(*store)->newId()};
            const auto chunks = (*store)->beginImport(capture);
            QVERIFY(chunks);
            QVERIFY((*store)->apply(
                state, PutCapture{capture, tests::sampleCapture(tests::sampleTable(*chunks))}));
            for (int i = 0; i < 40; ++i)
                QVERIFY((*store)->apply(state,
                                        PutScenario{ScenarioId{*(*store)->newId()},
                                                    tests::sampleScenario(u"s%1"_s.arg(i))}));
        }
        m_project = read(path);
        QVERIFY(m_project.size() > 20'000);
    }

    void whatIsNoProjectIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        QTest::newRow("absent") << m_folder.filePath(u"nowhere"_s) << u"no file"_s;
        QTest::newRow("folder") << m_folder.path() << u"folder"_s;
        QTest::newRow("empty") << write(u"empty"_s, {}) << u"empty"_s;
        QTest::newRow("text") << write(u"text"_s, "hello, world, this is no database at all\n")
                              << u"not an SQLite file"_s;
        QTest::newRow("magic only")
            << write(u"magic"_s, QByteArray("SQLite format 3\0", 16)) << u"no Dramatis project"_s;
        QTest::newRow("foreign") << altered(u"foreign"_s, {u"PRAGMA application_id = 7"_s})
                                 << u"another program"_s;
        QTest::newRow("newer") << altered(
            u"newer"_s,
            {u"PRAGMA user_version = 99"_s,
             u"UPDATE meta SET value = 'Dramatis 9.9' WHERE key = 'writer'"_s})
                               << u"Dramatis 9.9"_s;
        QTest::newRow("trigger") << altered(
            u"trigger"_s,
            {u"CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM capture; END"_s})
                                 << u"trigger"_s;
        QTest::newRow("view") << altered(u"view"_s, {u"CREATE VIEW v AS SELECT 1"_s}) << u"view"_s;
    }
    void whatIsNoProjectIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(QString, says);
        const QByteArray before = read(path);
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
            const auto store = Store::open(path, mode);
            QVERIFY(!store);
            QVERIFY2(store.error().message.contains(says), qPrintable(store.error().message));
        }
        QCOMPARE(read(path), before);
        QVERIFY(!QFile::exists(path + u".lock"));
    }

    void truncatedFilesAreRefused()
    {
        for (qsizetype size = 100; size < m_project.size(); size += m_project.size() / 13) {
            const QString path = write(u"cut"_s, m_project.left(size));
            const auto store = Store::open(path, OpenMode::ReadOnly);
            if (!store) {
                QVERIFY(!store.error().message.isEmpty());
                continue;
            }
            QVERIFY(!(*store)->load()); // opened, so reading must tell
        }
    }

    /// A flipped bit either is found, with a message, or lies where it changes no meaning; never a
    /// crash.
    void bitFlipsNeverCrash()
    {
        quint32 random = 12345;
        int refused = 0;
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = m_project;
            random = random * 1664525u + 1013904223u;
            const auto at = static_cast<qsizetype>(random % static_cast<quint32>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << (round % 8)));
            const QString path = write(u"flipped"_s, bytes);
            auto store = Store::open(path, OpenMode::ReadOnly);
            if (!store) {
                ++refused;
                QVERIFY(!store.error().message.isEmpty());
                continue;
            }
            auto loaded = (*store)->load();
            if (!loaded) {
                ++refused;
                continue;
            }
            for (const auto &[id, capture] : loaded->captures) {
                NullJobControl job;
                const auto walked = capture.table->walk(
                    job, [](const traffic::ExchangeChunk &) -> Result<> { return {}; });
                if (!walked)
                    ++refused;
            }
        }
        QVERIFY(refused > 0);
    }

    /// RLIMIT_FSIZE makes writes past a size fail as on a full disk, without a file system of our
    /// own.
    void aFullDiskLosesNothing()
    {
        const QString path = write(u"full"_s, m_project);
        {
            const auto store = Store::open(path, OpenMode::ReadWrite);
            QVERIFY(store);
            auto state = (*store)->load();
            QVERIFY(state);
            const ProjectState before = *state;
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit unlimited{};
            QCOMPARE(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
            rlimit limited = unlimited;
            limited.rlim_cur = static_cast<rlim_t>(m_project.size() + 200'000);
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &limited), 0);
            project::ScenarioRecord large = tests::sampleScenario();
            large.notes = {QString(2 << 20, u'x')};
            const auto applied = (*store)->apply(*state, PutScenario{ScenarioId{9999}, large});
            QCOMPARE(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
            QVERIFY(!applied);
            QCOMPARE(applied.error().kind, ErrorKind::Io);
            QVERIFY(*state == before);
            // Space again: work goes on.
            QVERIFY((*store)->apply(*state, ChangeReport{{u"after"_s, {}, {}, u"A4"_s}}));
        }
        const auto store = Store::open(path, OpenMode::ReadOnly);
        QVERIFY2(store, store ? "" : qPrintable(store.error().toString()));
        const auto loaded = (*store)->load();
        QVERIFY(loaded);
        QCOMPARE(loaded->scenarios.size(), std::size_t{40});
        QCOMPARE(loaded->report.title, u"after"_s);
    }
};

QTEST_GUILESS_MAIN(TestStoreDamage)
#include "tst_store_damage.moc"
