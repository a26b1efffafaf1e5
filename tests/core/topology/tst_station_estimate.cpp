// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/station_estimate.h"
#include "tests/support/approx.h"
#include "tests/support/exchanges.h"

#include <QTest>
#include <queue>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace dramatis;
using namespace dramatis::topology;

namespace {

struct Queue
{
    int servers = 1;
    double rate = 1; ///< 1/s
    int places = -1; ///< waiting; -1 is unbounded
    std::function<double(std::mt19937_64 &)> serviceTime;
};

/// The exchanges of a station that serves first come first served, written independently of the
/// engine: each starts when the server that is free first is free.
std::vector<traffic::Exchange> served(const Queue &queue, int count, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::exponential_distribution<double> gap(queue.rate);
    std::vector<double> freeAt(static_cast<std::size_t>(queue.servers), 0);
    std::priority_queue<double, std::vector<double>, std::greater<>> ends;
    std::vector<traffic::Exchange> exchanges;
    double now = 1000;
    for (int i = 0; i < count; ++i) {
        now += gap(random);
        while (!ends.empty() && ends.top() <= now)
            ends.pop();
        traffic::Exchange exchange;
        exchange.begin = tests::ns(now);
        exchange.path = "/a";
        if (queue.places >= 0 && static_cast<int>(ends.size()) >= queue.servers + queue.places) {
            exchange.latency = tests::ns(0.0005);
            exchange.status = 503;
        } else {
            const auto server = std::min_element(freeAt.begin(), freeAt.end());
            *server = std::max(*server, now) + queue.serviceTime(random);
            ends.push(*server);
            exchange.latency = tests::ns(*server - now);
            exchange.status = 200;
        }
        exchanges.push_back(exchange);
    }
    return exchanges;
}

StationEstimate estimate(std::vector<traffic::Exchange> exchanges)
{
    NullJobControl job;
    const auto table = tests::makeTable(std::move(exchanges));
    const auto estimates = estimateStations(*table, job);
    if (!estimates || estimates->size() != 1)
        qFatal("one station expected");
    return estimates->front();
}

auto exponential(double mean)
{
    return [mean](std::mt19937_64 &random) {
        return std::exponential_distribution<double>(1 / mean)(random);
    };
}

auto lognormal(double mean, double cv)
{
    const double variance = std::log1p(cv * cv);
    return [=](std::mt19937_64 &random) {
        return std::lognormal_distribution<double>(std::log(mean) - variance / 2,
                                                   std::sqrt(variance))(random);
    };
}

auto constant(double mean)
{
    return [mean](std::mt19937_64 &) { return mean; };
}

} // namespace

class TestStationEstimate : public QObject
{
    Q_OBJECT

private slots:
    void findsWorkersAndServiceTime_data()
    {
        QTest::addColumn<int>("servers");
        QTest::addColumn<double>("utilization");
        QTest::addColumn<int>("law"); // 0 exponential, 1 lognormal cv 0.8, 2 constant
        QTest::newRow("M/M/1 at 0.7") << 1 << 0.7 << 0;
        QTest::newRow("M/M/2 at 0.8") << 2 << 0.8 << 0;
        QTest::newRow("M/M/4 at 0.8") << 4 << 0.8 << 0;
        QTest::newRow("M/M/8 at 0.9") << 8 << 0.9 << 0;
        QTest::newRow("M/G/4 lognormal at 0.85") << 4 << 0.85 << 1;
        QTest::newRow("M/G/8 lognormal at 0.9") << 8 << 0.9 << 1;
        QTest::newRow("M/D/3 at 0.85") << 3 << 0.85 << 2;
    }

    void findsWorkersAndServiceTime()
    {
        QFETCH(int, servers);
        QFETCH(double, utilization);
        QFETCH(int, law);
        constexpr double mean = 0.05;
        Queue queue;
        queue.servers = servers;
        queue.rate = utilization * servers / mean;
        if (law == 0)
            queue.serviceTime = exponential(mean);
        else if (law == 1)
            queue.serviceTime = lognormal(mean, 0.8);
        else
            queue.serviceTime = constant(mean);
        for (unsigned seed = 1; seed <= 5; ++seed) {
            const StationEstimate station = estimate(served(queue, 40'000, seed));
            QVERIFY(station.latencyKnown);
            QVERIFY(station.workersKnown);
            QVERIFY(station.note.isEmpty());
            QVERIFY2(
                std::abs(station.workers - servers) <= 0.1 * servers,
                qPrintable(QStringLiteral("seed %1: %2 workers").arg(seed).arg(station.workers)));
            COMPARE_APPROX(station.serviceTime.expectation(), mean, 0.1, 0);
            QCOMPARE(station.queueLimit, std::optional<int>());
        }
    }

    void saysThatLatencyNeverGrew()
    {
        Queue queue;
        queue.servers = 64; // 2 in flight on average: nobody ever waits
        queue.rate = 40;
        queue.serviceTime = exponential(0.05);
        const StationEstimate station = estimate(served(queue, 40'000, 1));
        QVERIFY(!station.workersKnown);
        QVERIFY(station.note.contains(QStringLiteral("cannot be told")));
        QVERIFY(station.workers >= 8 && station.workers <= 20); // the most of Poisson(2) in 40,000
        COMPARE_APPROX(station.serviceTime.expectation(), 0.05, 0.03, 0);
        QCOMPARE(station.serviceTime.kind, DistributionKind::Exponential);
    }

    void findsTheQueueBound()
    {
        Queue queue;
        queue.servers = 4;
        queue.places = 12;
        queue.rate = 96; // utilisation 1.2
        queue.serviceTime = exponential(0.05);
        const StationEstimate station = estimate(served(queue, 60'000, 3));
        QCOMPARE(station.workers, 4);
        QCOMPARE(station.queueLimit, std::optional<int>(12));
        QCOMPARE(station.errorRate, 0.0); // rejections are no errors of its own
    }

    void assumesWithoutLatency()
    {
        std::vector<traffic::Exchange> exchanges;
        for (int i = 0; i < 6000; ++i)
            exchanges.push_back({.begin = tests::ns(i * 0.05), .status = 200, .path = "/a"});
        const StationEstimate station = estimate(exchanges);
        QVERIFY(!station.latencyKnown);
        COMPARE_APPROX(station.serviceTime.expectation(), 0.05, 1e-12, 0);
        QCOMPARE(station.workers, 2); // 20/s x 50 ms = 1 busy, for a peak utilisation of 0.5
        QVERIFY(station.note.contains(QStringLiteral("assumed")));
    }

    void fitsTheLaw_data()
    {
        QTest::addColumn<int>("law");
        QTest::addColumn<DistributionKind>("kind");
        QTest::newRow("exponential") << 0 << DistributionKind::Exponential;
        QTest::newRow("lognormal") << 1 << DistributionKind::Lognormal;
        QTest::newRow("constant") << 2 << DistributionKind::Constant;
        QTest::newRow("two humps") << 3 << DistributionKind::Empirical;
    }

    void fitsTheLaw()
    {
        QFETCH(int, law);
        QFETCH(DistributionKind, kind);
        std::mt19937_64 random(7);
        TimeHistogram times;
        double sum = 0;
        for (int i = 0; i < 50'000; ++i) {
            double value = 0.02;
            if (law == 0)
                value = exponential(0.02)(random);
            else if (law == 1)
                value = lognormal(0.02, 0.8)(random);
            else if (law == 3)
                value = lognormal(i % 2 == 0 ? 0.01 : 0.2, 0.2)(random);
            times.add(value);
            sum += value;
        }
        const Distribution fit = fittedDistribution(times);
        QCOMPARE(fit.kind, kind);
        COMPARE_APPROX(fit.expectation(), sum / 50'000, 1e-9, 0);
    }
};

QTEST_GUILESS_MAIN(TestStationEstimate)
#include "tst_station_estimate.moc"
