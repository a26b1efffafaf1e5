// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store.h"
#include "tests/core/project/sample_state.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
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
        QCOMPARE(capture.statistics->latencyMap, original.statistics->latencyMap);
        QCOMPARE(capture.statistics->observations, original.statistics->observations);
        QCOMPARE(capture.statistics->calls.size(), original.statistics->calls.size());
        for (std::size_t i = 0; i < capture.statistics->calls.size(); ++i) {
            QCOMPARE(capture.statistics->calls[i].caller, original.statistics->calls[i].caller);
            QCOMPARE(capture.statistics->calls[i].callee, original.statistics->calls[i].callee);
            QCOMPARE(capture.statistics->calls[i].perRequest,
                     original.statistics->calls[i].perRequest);
        }
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

    void handEditsAndRegroupingReachTheFile()
    {
        const QString path = newPath();
        ProjectState state;
        {
            const auto store = Store::create(path);
            QVERIFY(store);
            state = fill(**store);
            const auto set = state.personaSets.begin()->first;
            QVERIFY((*store)->apply(state, EditFigure{set, PersonaId{1}, u"request_rate"_s, 4.5}));
            auto merged = std::make_shared<persona::PersonaSet>(*state.personaSets.at(set));
            merged->personas.pop_back();
            merged->regrouped = true;
            merged->predecessor = PersonaSetId{77};
            QVERIFY((*store)->apply(state, RegroupPersonas{set, merged, u"Merge personas"_s}));
        }
        const auto store = Store::open(path, OpenMode::ReadOnly);
        QVERIFY(store);
        const auto loaded = (*store)->load();
        QVERIFY(loaded);
        const persona::PersonaSet &set = *loaded->personaSets.begin()->second;
        QCOMPARE(set.personas.size(), std::size_t(1));
        QVERIFY(set.regrouped);
        QCOMPARE(set.predecessor, std::optional(PersonaSetId{77}));
        QCOMPARE(set.personas.front().requestRate.mean, 4.5);
        QCOMPARE(set.personas.front().edits.at(u"request_rate"_s).measured, 10.0);
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
        QVERIFY(
            second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
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

    void saveAsWaitsForAnImport()
    {
        const QString other = newPath();
        const auto store = Store::create(newPath());
        QVERIFY(store);
        ProjectState state = fill(**store); // its import has ended: the capture is the document's
        {
            const auto chunks = (*store)->beginImport(CaptureId{*(*store)->newId()});
            QVERIFY(chunks);
            QVERIFY((*chunks)->put("half a capture"));
            const auto refused = (*store)->saveAs(other);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
            QVERIFY(!QFile::exists(other));
            QVERIFY(!QFile::exists(other + u".lock"));
        }
        QVERIFY((*store)->saveAs(other)); // the import was given up
        QVERIFY(state.captures.begin()->second.table->chunk(0));
    }

    void saveAsOfAReadOnlyProjectCanBeEdited()
    {
        const QString path = newPath();
        const QString other = newPath();
        const auto writer = Store::create(path);
        QVERIFY(writer);
        ProjectState state = fill(**writer);
        const auto reader = Store::open(path, OpenMode::ReadOnly);
        QVERIFY(reader);
        QVERIFY((*reader)->isReadOnly());
        auto copy = (*reader)->load();
        QVERIFY(copy);
        const auto saved = (*reader)->saveAs(other);
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().toString()));
        QVERIFY(!(*reader)->isReadOnly());
        QVERIFY((*reader)->apply(*copy, ChangeReport{{u"copy"_s, {}, {}, u"A4"_s}}));
        QVERIFY((*writer)->apply(state, ChangeReport{{u"original"_s, {}, {}, u"A4"_s}}));
        QCOMPARE((*reader)->load()->report.title, u"copy"_s);
        QCOMPARE((*writer)->load()->report.title, u"original"_s);
    }

    void saveAsOverAFileTakesNothingOfIt()
    {
        // The file that is replaced was left by a crash, with its log beside it: SQLite would play
        // that into whatever has the name.
        const QString path = newPath();
        const QString other = newPath();
        for (const QString &suffix : {QString(), u"-wal"_s, u"-journal"_s}) {
            QFile file(other + suffix);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.write("left behind by another project") > 0);
        }
        ProjectState state;
        {
            const auto store = Store::create(path);
            QVERIFY(store);
            state = fill(**store);
            const auto saved = (*store)->saveAs(other);
            QVERIFY2(saved, saved ? "" : qPrintable(saved.error().toString()));
        }
        const auto store = Store::open(other, OpenMode::ReadOnly);
        QVERIFY(store);
        compareLoaded(*(*store)->load(), state);
    }

    void saveAsToAHeldProjectIsRefused()
    {
        const QString other = newPath();
        const auto held = Store::create(other);
        QVERIFY(held);
        const auto store = Store::create(newPath());
        QVERIFY(store);
        const auto refused = (*store)->saveAs(other);
        QVERIFY(!refused);
        QVERIFY(
            refused.error().message.contains(QString::number(QCoreApplication::applicationPid())));
    }

    void nothingIsLeftBesideAClosedProject()
    {
        const QString path = newPath();
        {
            const auto store = Store::create(path);
            QVERIFY(store);
            fill(**store);
            QVERIFY(QFile::exists(path + u".lock"));
            QVERIFY(QFile::exists(path + u"-wal"));
        }
        const QFileInfo file(path);
        QCOMPARE(file.dir().entryList({file.fileName() + u'*'}, QDir::Files),
                 QStringList{file.fileName()});
        // Bytes 18 and 19 say how the file is written and read: 1 is the rollback journal, which
        // every program can open from a read-only folder (https://www.sqlite.org/fileformat.html).
        QFile bytes(path);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        const QByteArray head = bytes.read(20);
        QCOMPARE(head.mid(18, 2), QByteArray("\x01\x01"));
    }

    /// A crash under the rollback journal: the file as it was in the middle of a commit, its
    /// journal beside it.
    void aJournalLeftByACrashIsRolledBack()
    {
        const QString path = newPath();
        ProjectState state;
        {
            const auto store = Store::create(path);
            QVERIFY(store);
            state = fill(**store);
        }
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"crash"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            // A cache of ten pages spills a large change into the file before the commit.
            QSqlQuery query(database);
            QVERIFY(query.exec(u"PRAGMA cache_size = 10"_s));
            QVERIFY(query.exec(u"BEGIN"_s));
            QVERIFY(query.exec(u"UPDATE report SET options = 'half'"_s));
            QVERIFY(query.exec(u"INSERT INTO chunk (capture, data) SELECT 77, randomblob(3000) "
                               u"FROM capture_string "
                               "CROSS JOIN persona CROSS JOIN persona b CROSS JOIN persona c"_s));
            QVERIFY(QFile::exists(path + u"-journal"));
            QVERIFY(QFile::copy(path, path + u".crashed"));
            QVERIFY(QFile::copy(path + u"-journal", path + u".crashed-journal"));
            QVERIFY(query.exec(u"ROLLBACK"_s));
        }
        QSqlDatabase::removeDatabase(u"crash"_s);
        const auto store = Store::open(path + u".crashed", OpenMode::ReadWrite);
        QVERIFY2(store, store ? "" : qPrintable(store.error().toString()));
        compareLoaded(*(*store)->load(), state);
    }

    void idsAreNeverGivenOutAgain()
    {
        const QString path = newPath();
        quint32 last = 0;
        for (int round = 0; round < 3; ++round) {
            const auto store =
                round == 0 ? Store::create(path) : Store::open(path, OpenMode::ReadWrite);
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
