// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store.h"
#include "tests/core/project/sample_state.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace dramatis;
using namespace dramatis::project;
using namespace Qt::StringLiterals;

/// Kills a process that edits and imports, at random moments; the project must open whole each time
/// and have lost at most the edit in flight. DRAMATIS_KILLS sets how often (20).
class TestKill : public QObject
{
    Q_OBJECT

private slots:
    void killedAtAnyMomentNothingIsLost()
    {
        bool isNumber = false;
        const int asked = qEnvironmentVariableIntValue("DRAMATIS_KILLS", &isNumber);
        const int kills = isNumber ? asked : 20;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"victim.dramatis"_s);
        {
            const auto store = Store::create(path);
            QVERIFY(store);
            ProjectState state;
            const CaptureId capture{*(*store)->newId()};
            const auto chunks = (*store)->beginImport(capture);
            QVERIFY(chunks);
            QVERIFY((*store)->apply(
                state, PutCapture{capture, tests::sampleCapture(tests::sampleTable(*chunks))}));
        }

        quint32 random = 2026;
        int edits = 0;
        for (int kill = 0; kill < kills; ++kill) {
            QProcess victim;
            victim.start(QStringLiteral(KILL_VICTIM), {path});
            QVERIFY(victim.waitForReadyRead(20'000)); // it has begun to edit
            random = random * 1664525u + 1013904223u;
            QElapsedTimer timer;
            timer.start();
            const int wait = static_cast<int>((random >> 16) % 250);
            while (timer.elapsed() < wait)
                victim.waitForReadyRead(wait);
            victim.kill();
            QVERIFY(victim.waitForFinished(20'000));
            QCOMPARE(victim.exitStatus(), QProcess::CrashExit); // it did not stop by itself

            const QList<QByteArray> lines = victim.readAllStandardOutput().split('\n');
            int acknowledged = 0;
            for (const QByteArray &line : lines) // the last may be cut off
                if (&line != &lines.last())
                    acknowledged = line.toInt();
            QVERIFY(acknowledged > 0);

            const auto store = Store::open(path, OpenMode::ReadWrite);
            QVERIFY2(store, store ? "" : qPrintable(store.error().toString()));
            const auto state = (*store)->load();
            QVERIFY2(state, state ? "" : qPrintable(state.error().toString()));
            const int found = state->report.title.toInt();
            QVERIFY2(found >= acknowledged && found <= acknowledged + 1,
                     qPrintable(u"acknowledged %1, found %2"_s.arg(acknowledged).arg(found)));
            QCOMPARE(state->captures.size(), std::size_t{1});
            QVERIFY(state->captures.begin()->second.table->chunk(0));
            edits = found;
        }
        qInfo("%d kills, %d edits, nothing lost", kills, edits);
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
