// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store.h"
#include "tests/core/project/sample_state.h"

#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace dramatis;
using namespace dramatis::project;
using namespace Qt::StringLiterals;

class TestStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString newPath() { return m_folder.filePath(u"p%1.dramatis"_s.arg(++m_count)); }

    /// A project with one of everything that needs no analysis.
    static ProjectState fill(Store &store)
    {
        ProjectState state;
        const CaptureId capture{*store.newId()};
        const auto chunks = store.beginImport(capture);
        if (!chunks)
            qFatal("%s", qPrintable(chunks.error().toString()));
        const QList<Edit> edits{
            PutCapture{capture, tests::sampleCapture(tests::sampleTable(*chunks))},
            PutPersonaSet{PersonaSetId{*store.newId()}, tests::samplePersonas()},
            PutScenario{ScenarioId{*store.newId()}, tests::sampleScenario()},
            ChangeReport{{u"Web shop"_s, u"Ann"_s, {u"summary"_s, u"findings"_s}, u"Letter"_s}}};
        for (const Edit &edit : edits)
            if (const auto applied = store.apply(state, edit); !applied)
                qFatal("%s", qPrintable(applied.error().toString()));
        return state;
    }

    static void compareLoaded(const ProjectState &loaded, const ProjectState &state)
    {
        QCOMPARE(loaded.captures.size(), state.captures.size());
        const CaptureRecord &capture = loaded.captures.begin()->second;
        const CaptureRecord &original = state.captures.begin()->second;
        QCOMPARE(capture.name, original.name);
        QCOMPARE(capture.summary, original.summary);
        QCOMPARE(capture.files, original.files);
        QCOMPARE(capture.importedAt, original.importedAt);
        QCOMPARE(capture.table->size(), original.table->size());
        QCOMPARE(capture.table->rule(), original.table->rule());
        QCOMPARE(capture.statistics->totals.exchanges, original.statistics->totals.exchanges);
        QCOMPARE(capture.statistics->statuses, original.statistics->statuses);
        QCOMPARE(capture.statistics->timeline.rate, original.statistics->timeline.rate);
        QCOMPARE(capture.statistics->resources.size(), original.statistics->resources.size());
        const auto chunk = capture.table->chunk(0);
        QVERIFY(chunk);
        const auto expected = original.table->chunk(0);
        QVERIFY(expected);
        QCOMPARE(chunk->begin, expected->begin);
        QCOMPARE(chunk->resource, expected->resource);
        QCOMPARE(capture.table->resources().text(chunk->resource[1]), u"10.0.0.2:80"_s);
        QCOMPARE(loaded.scenarios, state.scenarios);
        QCOMPARE(loaded.report, state.report);
        QCOMPARE(loaded.personaSets.size(), state.personaSets.size());
        QCOMPARE(loaded.personaSets.begin()->second->personas.at(1).name, u"bursty writes"_s);
    }

private slots:
    void whatWasAppliedIsThereAgain()
    {
        const QString path = newPath();
        ProjectState state;
        {
            const auto store = Store::create(path);
            QVERIFY2(store, store ? "" : qPrintable(store.error().toString()));
            state = fill(**store);
        }
        QVERIFY(!QFile::exists(path + u"-wal")); // folded in: one file can be copied
        const auto store = Store::open(path, OpenMode::ReadOnly);
        QVERIFY2(store, store ? "" : qPrintable(store.error().toString()));
        const auto loaded = (*store)->load();
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().toString()));
        compareLoaded(*loaded, state);
    }

    void takingBackReachesTheFile()
    {
        const QString path = newPath();
        ProjectState state;
        {
            const auto store = Store::create(path);
            QVERIFY(store);
            state = fill(**store);
            const auto set = state.personaSets.begin()->first;
            auto inverse = (*store)->apply(state, RenamePersona{set, PersonaId{1}, u"browsing"_s});
            QVERIFY(inverse);
            QVERIFY((*store)->apply(state, *inverse));
            QVERIFY((*store)->apply(state, PinPersona{set, PersonaId{1}, true}));
        }
        const auto store = Store::open(path, OpenMode::ReadWrite);
        QVERIFY(store);
        const auto loaded = (*store)->load();
        QVERIFY(loaded);
        const persona::Persona &first = loaded->personaSets.begin()->second->personas.front();
        QCOMPARE(first.name, u"steady reads"_s);
        QVERIFY(!first.named);
        QVERIFY(first.pinned);
    }

    void anEditThatDoesNotFitChangesNeitherStateNorFile()
    {
        const auto store = Store::create(newPath());
        QVERIFY(store);
        ProjectState state = fill(**store);
        const ProjectState before = state;
        const auto applied = (*store)->apply(state, RenameCapture{CaptureId{999}, u"x"_s});
        QVERIFY(!applied);
        QVERIFY(state == before);
    }

    void chunksOfADeadImportAreRemoved()
    {
        const QString path = newPath();
        {
            const auto store = Store::create(path);
            QVERIFY(store);
            fill(**store);
            const auto chunks = (*store)->beginImport(CaptureId{*(*store)->newId()});
            QVERIFY(chunks);
            const auto key = (*chunks)->put("left behind");
            QVERIFY(key);
            QCOMPARE(*(*chunks)->get(*key), QByteArray("left behind"));
        }
        {
            const auto store = Store::open(path, OpenMode::ReadWrite);
            QVERIFY(store);
        }
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QSqlQuery query(u"SELECT count(DISTINCT capture) FROM chunk"_s, database);
            QVERIFY(query.next());
            QCOMPARE(query.value(0).toInt(), 1);
        }
        QSqlDatabase::removeDatabase(u"look"_s);
    }

    void aSecondWriterIsRefusedAndToldWhoHolds()
    {
        const QString path = newPath();
        const auto store = Store::create(path);
        QVERIFY(store);
        const auto second = Store::open(path, OpenMode::ReadWrite);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Io);
        QVERIFY(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
        const auto reader = Store::open(path, OpenMode::ReadOnly);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().toString()));
        ProjectState state;
        QVERIFY(!(*reader)->apply(state, ChangeReport{}));
        QVERIFY(!(*reader)->newId());
    }

    void creatingOverAFileIsRefused()
    {
        const QString path = newPath();
        QVERIFY(Store::create(path));
        const auto again = Store::create(path);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Io);
    }

    void saveAsMovesTheDocumentAndKeepsTheOld()
    {
        const QString path = newPath();
        const QString other = newPath();
        ProjectState state;
        {
            const auto store = Store::create(path);
            QVERIFY(store);
            state = fill(**store);
            const auto saved = (*store)->saveAs(other);
            QVERIFY2(saved, saved ? "" : qPrintable(saved.error().toString()));
            QCOMPARE((*store)->path(), other);
            // The table of the running document reads from the new file now.
            QVERIFY(QFile::remove(path));
            QVERIFY(state.captures.begin()->second.table->chunk(0));
            QVERIFY((*store)->apply(state, ChangeReport{{u"after"_s, {}, {}, u"A4"_s}}));
        }
        const auto store = Store::open(other, OpenMode::ReadWrite);
        QVERIFY(store);
        const auto loaded = (*store)->load();
        QVERIFY(loaded);
        compareLoaded(*loaded, state);
    }

    void idsAreNeverGivenOutAgain()
    {
        const QString path = newPath();
        quint32 last = 0;
        for (int round = 0; round < 3; ++round) {
            const auto store = round == 0 ? Store::create(path) : Store::open(path, OpenMode::ReadWrite);
            QVERIFY(store);
            for (int i = 0; i < 3; ++i) {
                const auto id = (*store)->newId();
                QVERIFY(id);
                QVERIFY(*id > last);
                last = *id;
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
