// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/run_job.h"
#include "ui/jobs/job_bar.h"

#include <QLocale>
#include <QProgressBar>
#include <QTest>
#include <QToolButton>

#include <thread>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

/// Half done, and there until it is told to stop.
QFuture<Result<int>> halfDone(QThreadPool &pool)
{
    return runJob<int>(&pool, [](JobControl &job) -> Result<int> {
        for (;;) {
            DRAMATIS_CHECK(job.checkpoint(0.5, u"reading"_s));
            std::this_thread::yield();
        }
    });
}

} // namespace

class TestJobBar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::C); }

    /// Half done after 4 s: as long again. A quarter after 3 s: three times as long.
    void timeLeftGoesOnAsBefore()
    {
        QCOMPARE(timeLeft(0.5, 4.0).value(), 4.0);
        QCOMPARE(timeLeft(0.25, 3.0).value(), 9.0);
        QCOMPARE(timeLeft(1.0, 3.0).value(), 0.0);
        QVERIFY(!timeLeft(0.5, 0.5).has_value());
        QVERIFY(!timeLeft(0.01, 30.0).has_value());
        QVERIFY(!timeLeft(0.0, 30.0).has_value());
    }

    void aStripComesShowsProgressStopsAndGoes()
    {
        QThreadPool pool;
        JobList jobs;
        JobBar bar(jobs);
        QVERIFY(bar.isHidden());
        const int id = jobs.add(QFuture<void>(halfDone(pool)), u"Import shop.json"_s);
        JobStrip *strip = bar.strip(id);
        QVERIFY(strip);
        QVERIFY(!bar.isHidden());
        QTRY_VERIFY(strip->progressText().startsWith(u"50"_s));
        QTRY_COMPARE(strip->toolTip(), u"reading"_s);
        auto *stop = strip->findChild<QToolButton *>();
        QVERIFY(stop->accessibleName().contains(u"Import shop.json"_s));
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(jobs.jobs().isEmpty());
        QVERIFY(!bar.strip(id));
        QVERIFY(bar.isHidden());
    }

    void beyondThreeTheyAreCounted()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(5); // a queued job that is cancelled leaves when a thread is free
        JobList jobs;
        QList<int> ids;
        for (int i = 0; i < 5; ++i)
            ids << jobs.add(QFuture<void>(halfDone(pool)), u"Job %1"_s.arg(i));
        JobBar bar(jobs); // comes later than the jobs, and has them all the same
        QVERIFY(!bar.strip(ids[2])->isHidden());
        QVERIFY(bar.strip(ids[3])->isHidden());
        bar.stopLatest();
        QTRY_COMPARE(jobs.jobs().size(), 4);
        QVERIFY(!bar.strip(ids[4]));
        jobs.cancelAll();
        QTRY_VERIFY(jobs.jobs().isEmpty());
    }
};

QTEST_MAIN(TestJobBar)
#include "tst_job_bar.moc"
