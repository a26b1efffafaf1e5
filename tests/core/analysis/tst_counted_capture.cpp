// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyse.h"
#include "core/capture/query/query_import.h"
#include "core/project/counted_capture.h"
#include "core/project/store.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace dramatis;
using namespace Qt::StringLiterals;

/// A capture that a database counted: kept with a project, opened again, personas found on it.
class TestCountedCapture : public QObject
{
    Q_OBJECT

private slots:
    void isKeptAndHasPersonas()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"traffic.db"_s);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(
                u"CREATE TABLE r AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n "
                "WHERE i < 39999) SELECT 1700000000000 + i * 50 AS ts, 5 + i % 7 + (i / 6000 % 2) "
                "* "
                "200 AS took_ms, 'web' AS service, 100 + i % 13 AS bytes FROM n WHERE i / 6000 % 2 "
                "= 0 OR i % 4 = 0"_s));
        }
        QSqlDatabase::removeDatabase(u"fill"_s);

        capture::QuerySource source;
        source.driver = u"QSQLITE"_s;
        source.database = path;
        source.table = u"r"_s;
        source.mapping.guessesOthers = true;
        NullJobControl job;
        auto counted = capture::importQuery(source, u"secret"_s, {{}, 10.0}, job);
        QVERIFY2(counted.has_value(), counted ? "" : qPrintable(counted.error().toString()));
        const std::size_t windows = counted->windows->windows.size();
        const std::uint64_t exchanges = counted->statistics.totals.exchanges;

        const QString file = folder.filePath(u"p.dramatis"_s);
        {
            auto store = project::Store::create(file);
            QVERIFY(store.has_value());
            project::ProjectState state;
            const CaptureId id{*(*store)->newId()};
            auto record =
                project::countedRecord(*std::move(counted), *(*store)->beginImport(id), 7);
            QVERIFY(record.has_value());
            QVERIFY((*store)->apply(state, project::PutCapture{id, *std::move(record)}));
        }
        auto store = project::Store::open(file, project::OpenMode::ReadWrite);
        QVERIFY(store.has_value());
        const auto state = (*store)->load();
        QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().toString()));
        const project::CaptureRecord &record = state->captures.begin()->second;
        QVERIFY(record.counted != nullptr);
        QCOMPARE(record.name, u"r in traffic.db"_s);
        QCOMPARE(record.counted->windows->windows.size(), windows);
        QCOMPARE(record.statistics->totals.exchanges, exchanges);
        QVERIFY(record.summary.mapping.has_value());
        QCOMPARE(project::exchangesOf(record).error().kind, ErrorKind::Unsupported);

        const FixedClock clock(0);
        analysis::PersonaRequest request;
        request.clustering.algorithm = u"kmeans"_s;
        request.clustering.clusters = 2;
        const auto found = analysis::findPersonas(record.counted->windows, request, clock, job);
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().toString()));
        QCOMPARE(found->set.personas.size(), std::size_t{2}); // busy and quick, or calm and slow
        for (const persona::Persona &persona : found->set.personas) {
            QVERIFY(std::isnan(persona.burstiness));
            QVERIFY(persona.requestRate.mean > 0);
        }
        request.windowSeconds = 5;
        QCOMPARE(analysis::findPersonas(record.counted->windows, request, clock, job).error().kind,
                 ErrorKind::Unsupported);

        const auto refreshed =
            capture::refreshQuery(project::countedBefore(record), QString(), job);
        QVERIFY(refreshed.has_value());
        QCOMPARE(refreshed->statistics.totals.exchanges, exchanges);

        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QVERIFY(!whole.readAll().contains("secret"));
    }
};

QTEST_GUILESS_MAIN(TestCountedCapture)
#include "tst_counted_capture.moc"
