// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace dramatis;

class TestParallel : public QObject
{
    Q_OBJECT

private slots:
    void everyItemIsVisitedOnceWhateverTheThreads_data()
    {
        QTest::addColumn<unsigned>("threads");
        QTest::addColumn<int>("count");
        for (const unsigned threads : {1u, 2u, 7u})
            for (const int count : {0, 1, 99, 100, 101, 10'000})
                QTest::addRow("%u threads, %d items", threads, count) << threads << count;
    }
    void everyItemIsVisitedOnceWhateverTheThreads()
    {
        QFETCH(unsigned, threads);
        QFETCH(int, count);
        std::vector<std::atomic<int>> visits(static_cast<std::size_t>(count));
        std::atomic<bool> aligned = true;
        parallelFor(visits.size(), 100, threads, [&](std::size_t begin, std::size_t end) {
            if (begin % 100 != 0 || end <= begin || end - begin > 100)
                aligned = false;
            for (std::size_t i = begin; i < end; ++i)
                ++visits[i];
        });
        QVERIFY(aligned);
        for (const auto &visit : visits)
            QCOMPARE(visit.load(), 1);
    }

    void theLowestRangesExceptionIsThrown()
    {
        for (int round = 0; round < 20; ++round) {
            try {
                parallelFor(4, 1, 4, [](std::size_t begin, std::size_t) {
                    throw std::runtime_error(std::to_string(begin));
                });
                QFAIL("nothing was thrown");
            } catch (const std::runtime_error &error) {
                QCOMPARE(error.what(), "0"); // range 0 is always handed out
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_parallel.moc"
