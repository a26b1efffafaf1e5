// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job_list.h"
#include "core/jobs/latest_job.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

using namespace Qt::StringLiterals;
using namespace dramatis;

namespace {

struct Trace
{
    std::atomic<bool> started = false;
    std::atomic<bool> stopped = false;
};

/// Work that goes on until it is told to stop, and leaves its trace: a job that is cancelled before
/// a thread was free never starts.
auto untilCancelled(std::shared_ptr<Trace> trace)
{
    return [trace](JobControl &job) -> Result<int> {
        trace->started = true;
        for (;;) {
            if (auto going = job.checkpoint(0.5); !going) {
                trace->stopped = true;
                return std::move(going).error();
            }
            std::this_thread::yield();
        }
    };
}

} // namespace

class TestJobs : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_pool = std::make_unique<QThreadPool>();
        m_pool->setMaxThreadCount(2);
    }
    void cleanup() { m_pool->waitForDone(); }

    void resultArrivesInTheThreadOfTheOwner()
    {
        LatestJob<int> job(this);
        QThread *worked = nullptr;
        QThread *delivered = nullptr;
        int answer = 0;
        job.start(
            m_pool.get(),
            [&worked](JobControl &) -> Result<int> {
                worked = QThread::currentThread();
                return 42;
            },
            [&](Result<int> result) {
                delivered = QThread::currentThread();
                answer = result.value();
            });
        QVERIFY(job.isRunning());
        QTRY_COMPARE(answer, 42);
        QVERIFY(!job.isRunning());
        QCOMPARE(delivered, thread());
        QVERIFY(worked != thread());
    }

    void supersededJobNeverDeliversAndStopsEarly()
    {
        LatestJob<int> job(this);
        const auto trace = std::make_shared<Trace>();
        QList<int> delivered;
        const auto keep = [&delivered](Result<int> result) { delivered << result.value_or(-1); };
        job.start(m_pool.get(), untilCancelled(trace), keep);
        QTRY_VERIFY(trace->started.load());
        job.start(
            m_pool.get(), [](JobControl &) -> Result<int> { return 2; }, keep);
        QTRY_COMPARE(delivered, QList<int>{2});
        QTRY_VERIFY(trace->stopped.load());
        m_pool->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(delivered, QList<int>{2});
    }

    /// Both have finished before the first delivery is looked at: only the newer may arrive.
    void supersededJobThatHasFinishedAlreadyDoesNotDeliverEither()
    {
        LatestJob<int> job(this);
        QList<int> delivered;
        for (int i = 1; i <= 2; ++i) {
            job.start(
                m_pool.get(),
                [i](JobControl &) -> Result<int> { return i; },
                [&delivered](Result<int> result) { delivered << result.value_or(-1); });
            m_pool->waitForDone();
        }
        QTRY_VERIFY(!delivered.isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(delivered, QList<int>{2});
    }

    void exceptionBecomesInternal_data()
    {
        QTest::addColumn<bool>("standard");
        QTest::newRow("std::exception") << true;
        QTest::newRow("anything") << false;
    }

    void exceptionBecomesInternal()
    {
        QFETCH(bool, standard);
        QFuture<Result<int>> future =
            runJob<int>(m_pool.get(), [standard](JobControl &) -> Result<int> {
                if (standard)
                    throw std::runtime_error("no memory");
                throw 7;
            });
        future.waitForFinished();
        const Result<int> result = future.takeResult();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Internal);
        QCOMPARE(result.error().message.contains(u"no memory"_s), standard);
        QVERIFY(!result.error().message.isEmpty());
    }

    /// 100,000 reports within a few milliseconds; Qt passes on 25 a second, and the last one.
    void progressArrivesThrottledAndKeepsTheStage()
    {
        QFutureWatcher<Result<int>> watcher;
        QSignalSpy values(&watcher, &QFutureWatcherBase::progressValueChanged);
        QSignalSpy texts(&watcher, &QFutureWatcherBase::progressTextChanged);
        watcher.setFuture(runJob<int>(m_pool.get(), [](JobControl &job) -> Result<int> {
            constexpr int kReports = 100'000;
            DRAMATIS_CHECK(job.checkpoint(0.0, u"counting"_s));
            for (int i = 1; i <= kReports; ++i)
                DRAMATIS_CHECK(job.checkpoint(double(i) / kReports));
            return 1;
        }));
        QTRY_VERIFY(watcher.isFinished());
        QCOMPARE(watcher.progressMaximum(), 1000);
        QCOMPARE(watcher.progressValue(), 1000);
        QVERIFY(values.count() >= 1);
        QVERIFY2(values.count() < 200, qPrintable(QString::number(values.count())));
        QVERIFY(!texts.isEmpty());
        for (const QList<QVariant> &text : texts)
            QCOMPARE(text.first().toString(), u"counting"_s);
    }

    void aSuspendedJobWaitsUntilItIsResumedOrCancelled_data()
    {
        QTest::addColumn<bool>("isCancelled");
        QTest::newRow("resumed") << false;
        QTest::newRow("cancelled") << true;
    }

    void aSuspendedJobWaitsUntilItIsResumedOrCancelled()
    {
        QFETCH(bool, isCancelled);
        auto steps = std::make_shared<std::atomic<int>>(0);
        auto future = runJob<int>(m_pool.get(), [steps](JobControl &job) -> Result<int> {
            while (true) {
                DRAMATIS_CHECK(job.checkpoint(0.5));
                ++*steps;
                std::this_thread::yield();
            }
        });
        QTRY_VERIFY(*steps > 0);
        future.suspend();
        QTRY_VERIFY(future.isSuspended());
        const int before = *steps;
        QTest::qWait(50);
        QCOMPARE(steps->load(), before);
        if (isCancelled) {
            future.cancel();
            QVERIFY(m_pool->waitForDone(5000)); // it does not wait for ever
            return;
        }
        future.resume();
        QTRY_VERIFY(*steps > before);
        future.cancel();
        QVERIFY(m_pool->waitForDone(5000));
    }

    void cancelFromOutsideArrivesAsCancelled_data()
    {
        QTest::addColumn<bool>("queued");
        QTest::newRow("while it runs") << false;
        QTest::newRow("before a thread was free") << true;
    }

    void cancelFromOutsideArrivesAsCancelled()
    {
        QFETCH(bool, queued);
        const auto blocking = std::make_shared<Trace>();
        QFuture<Result<int>> blocker;
        if (queued) {
            m_pool->setMaxThreadCount(1);
            blocker = runJob<int>(m_pool.get(), untilCancelled(blocking));
            QTRY_VERIFY(blocking->started.load());
        }
        LatestJob<int> job(this);
        std::optional<ErrorKind> kind;
        const auto trace = std::make_shared<Trace>();
        QFuture<Result<int>> future =
            job.start(m_pool.get(), untilCancelled(trace), [&kind](Result<int> result) {
                kind = result ? ErrorKind::Internal : result.error().kind;
            });
        if (!queued)
            QTRY_VERIFY(trace->started.load());
        future.cancel();
        blocker.cancel();
        QTRY_VERIFY(kind.has_value());
        QCOMPARE(*kind, ErrorKind::Cancelled);
    }

    void goingOfTheOwnerCancels_data()
    {
        QTest::addColumn<bool>("ownerFirst");
        QTest::newRow("the slot goes") << false;
        QTest::newRow("the owner goes, the slot later") << true;
    }

    void goingOfTheOwnerCancels()
    {
        QFETCH(bool, ownerFirst);
        auto owner = std::make_unique<QObject>();
        auto job = std::make_unique<LatestJob<int>>(owner.get());
        const auto trace = std::make_shared<Trace>();
        bool delivered = false;
        job->start(m_pool.get(), untilCancelled(trace), [&delivered](const Result<int> &) {
            delivered = true;
        });
        QTRY_VERIFY(trace->started.load());
        if (ownerFirst)
            owner.reset();
        job.reset();
        QTRY_VERIFY(trace->stopped.load());
        QCoreApplication::processEvents();
        QVERIFY(!delivered);
    }

    void startingAgainFromTheDeliveryWorks()
    {
        LatestJob<int> job(this);
        int last = 0;
        std::function<void(int)> ask = [&](int n) {
            job.start(
                m_pool.get(),
                [n](JobControl &) -> Result<int> { return n; },
                [&](Result<int> result) {
                    last = result.value();
                    if (last < 3)
                        ask(last + 1);
                });
        };
        ask(1);
        QTRY_COMPARE(last, 3);
    }

    /// A slice of a slice: 0.5 of [0.5, 1] of [0.2, 0.6] is 0.2 + 0.4 * 0.75 = 0.5.
    void sliceScales()
    {
        struct Recorder final : JobControl
        {
            bool isCancelled() const noexcept override { return cancelled; }
            void report(double fraction, const QString &) override { last = fraction; }
            bool cancelled = false;
            double last = -1;
        } whole;
        JobSlice part(whole, 0.2, 0.6);
        JobSlice half(part, 0.5, 1.0);
        QVERIFY(half.checkpoint(0.5));
        QVERIFY(qAbs(whole.last - 0.5) < 1e-12);
        whole.cancelled = true;
        const Result<> stopped = half.checkpoint(0.6);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }

    void listHoldsJobsUntilTheyEnd()
    {
        JobList list;
        QSignalSpy added(&list, &JobList::added);
        QSignalSpy removed(&list, &JobList::removed);
        const auto trace = std::make_shared<Trace>();
        QFuture<Result<int>> endless = runJob<int>(m_pool.get(), untilCancelled(trace));
        const int first = list.add(QFuture<void>(endless), u"Endless"_s);
        const int second = list.add(
            QFuture<void>(runJob<int>(m_pool.get(), [](JobControl &) -> Result<int> { return 1; })),
            u"Short"_s);
        QCOMPARE(added.count(), 2);
        QVERIFY(first != second);
        QTRY_COMPARE(list.jobs().size(), 1);
        QCOMPARE(removed.first().first().toInt(), second);
        QCOMPARE(list.jobs().first().title, u"Endless"_s);
        QTRY_VERIFY(trace->started.load());
        list.cancelAll();
        QTRY_COMPARE(list.jobs().size(), 0);
        QVERIFY(trace->stopped.load());
    }

private:
    std::unique_ptr<QThreadPool> m_pool;
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
