// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyse.h"
#include "core/analysis/live_match.h"
#include "core/capture/query/query_import.h"
#include "core/project/counted_capture.h"
#include "core/project/store.h"
#include "tests/support/traffic_database.h"

#include <QFile>
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
        tests::makeTrafficDatabase(path);

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
        const auto found = analysis::findPersonas(record.traffic(), request, clock, job);
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().toString()));
        QCOMPARE(found->set.personas.size(), std::size_t{2}); // busy and quick, or calm and slow
        for (const persona::Persona &persona : found->set.personas) {
            QVERIFY(std::isnan(persona.burstiness));
            QVERIFY(persona.requestRate.mean > 0);
        }
        // A set of counted windows tells live windows as another one does: its own get their
        // labels.
        const auto match = analysis::matchFor(
            record.traffic(), std::make_shared<const persona::PersonaSet>(found->set), job);
        QVERIFY2(match.has_value(), match ? "" : qPrintable(match.error().toString()));
        const auto &own = record.counted->windows;
        for (std::size_t row = 0; row < found->set.labels.size(); ++row) {
            const traffic::Window &window = own->windows[found->features->windowOfRow[row]];
            QCOMPARE((*match)->labelOf(window, own->resources[number(window.resource)]),
                     std::optional(found->set.labels[row]));
        }

        analysis::PersonaRequest density;
        const auto before = analysis::findPersonas(record.traffic(), density, clock, job);
        QVERIFY(before && before->outcome.index);
        const double epsilon = before->outcome.epsilon * 2;
        const auto cut = before->outcome.index->cut(epsilon);
        const auto after =
            analysis::profileCut(record.traffic(), *before, cut, epsilon, clock, job);
        QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().toString()));
        QCOMPARE(after->set.options.epsilon, epsilon);
        QCOMPARE(after->set.personas.size(), std::size_t(cut.clusters));

        request.windowSeconds = 5;
        QCOMPARE(analysis::findPersonas(record.traffic(), request, clock, job).error().kind,
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
