// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/capture_statistics.h"
#include "tests/support/approx.h"
#include "tests/support/exchanges.h"

#include <QTest>
#include <queue>

#include <algorithm>
#include <cmath>
#include <deque>
#include <random>
#include <string>

using namespace dramatis;
using namespace dramatis::traffic;
using tests::makeTable;
using tests::ns;

namespace {

std::vector<Observation> observe(std::vector<Exchange> exchanges,
                                 ResourceRule rule = ResourceRule::Server)
{
    NullJobControl job;
    auto statistics = captureStatistics(*makeTable(std::move(exchanges), rule), job);
    if (!statistics)
        qFatal("no statistics");
    return statistics->observations;
}

std::vector<Observation> ofKind(const std::vector<Observation> &all, ObservationKind kind)
{
    std::vector<Observation> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some), [kind](const Observation &one) {
        return one.kind == kind;
    });
    return some;
}

/// Poisson requests at `rate` from `from` on, until `to`, s.
std::vector<Exchange>
poisson(double rate, double from, double to, std::mt19937_64 &random, double latency = 0.02)
{
    std::exponential_distribution<double> gap(rate);
    std::exponential_distribution<double> time(1 / latency);
    std::vector<Exchange> exchanges;
    for (double at = from + gap(random); at < to; at += gap(random))
        exchanges.push_back({.begin = ns(at),
                             .latency = ns(time(random)),
                             .responseBytes = 100,
                             .status = 200,
                             .server = "s1",
                             .client = "c",
                             .method = "GET",
                             .path = "/a"});
    return exchanges;
}

/// `loops` loops of a client that asks again `think` after each answer; the answer of a single
/// server that serves first come first served takes exponential times of mean `service`, s.
std::vector<Exchange>
closedLoop(int loops, std::size_t requests, double service, double think, std::mt19937_64 &random)
{
    std::exponential_distribution<double> time(1 / service);
    std::priority_queue<double, std::vector<double>, std::greater<>> next;
    for (int i = 0; i < loops; ++i)
        next.push(0.001 * i);
    double free = 0;
    std::vector<Exchange> exchanges;
    while (exchanges.size() < requests) {
        const double begin = next.top();
        next.pop();
        free = std::max(free, begin) + time(random);
        exchanges.push_back({.begin = ns(begin),
                             .latency = ns(free - begin),
                             .status = 200,
                             .server = "s1",
                             .client = "generator",
                             .method = "GET",
                             .path = "/a"});
        next.push(free + think);
    }
    return exchanges;
}

} // namespace

class TestObservations : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsSaidOfSteadyTraffic_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("latency");
        QTest::newRow("slow") << 2.0 << 0.02;
        QTest::newRow("few in flight") << 50.0 << 0.005;
        QTest::newRow("many in flight") << 50.0 << 2.0;
        QTest::newRow("about one in flight") << 20.0 << 0.05;
    }

    /// Open Poisson traffic of one client: 40 captures, no word of any of them. The criteria's own
    /// chances are far below 1 in 10,000.
    void nothingIsSaidOfSteadyTraffic()
    {
        QFETCH(double, rate);
        QFETCH(double, latency);
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::mt19937_64 random(seed);
            auto exchanges = poisson(rate, 0, 1000 / rate, random, latency);
            std::bernoulli_distribution fails(0.06);
            for (Exchange &exchange : exchanges)
                exchange.status = fails(random) ? 503 : 200;
            const auto found = observe(std::move(exchanges));
            QVERIFY2(found.empty(), found.empty() ? "" : qPrintable(found.front().text));
        }
    }

    void aSilenceIsTold()
    {
        std::mt19937_64 random(7);
        auto exchanges = poisson(10, 0, 100, random);
        const auto last = exchanges.back().begin;
        const auto later = poisson(10, 160, 260, random);
        exchanges.insert(exchanges.end(), later.begin(), later.end());
        for (const double early : {-2000.0, -1000.0}) { // stand alone: no silence
            exchanges.push_back(exchanges.front());
            exchanges.back().begin = ns(early);
        }
        const auto found = observe(exchanges);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].kind, ObservationKind::Silence);
        QCOMPARE(found[0].severity, ObservationSeverity::Warning);
        QCOMPARE(found[0].from, last);
        QCOMPARE(found[0].to, later.front().begin);
        QCOMPARE(found[0].count, std::uint64_t{1});
    }

    /// Twelve hours: ten times as busy by day as by night. Nights are no silence.
    void aQuietNightIsNoSilence()
    {
        std::mt19937_64 random(3);
        std::vector<Exchange> exchanges;
        for (int hour = 0; hour < 12; ++hour) {
            const auto more =
                poisson(hour % 6 < 3 ? 0.5 : 0.02, 3600.0 * hour, 3600.0 * (hour + 1), random);
            exchanges.insert(exchanges.end(), more.begin(), more.end());
        }
        QVERIFY(ofKind(observe(exchanges), ObservationKind::Silence).empty());
    }

    /// Pauses between batches are as many as make them usual: 1 of 100 gaps is one.
    void pausesBetweenBatchesAreNoSilence()
    {
        std::mt19937_64 random(4);
        std::vector<Exchange> exchanges;
        for (int batch = 0; batch < 20; ++batch) {
            const auto more = poisson(100, 600.0 * batch, 600.0 * batch + 1, random);
            exchanges.insert(exchanges.end(), more.begin(), more.end());
        }
        QVERIFY(ofKind(observe(exchanges), ObservationKind::Silence).empty());
    }

    void onlyTheSilentResourceIsNamed()
    {
        std::mt19937_64 random(5);
        auto exchanges = poisson(10, 0, 200, random);
        for (Exchange &other : poisson(10, 0, 200, random)) {
            if (other.begin > ns(100) && other.begin < ns(130))
                continue;
            other.server = "s2";
            exchanges.push_back(other);
        }
        const auto found = observe(exchanges);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].resource, QStringLiteral("s2"));
        QVERIFY(found[0].from < ns(100) && found[0].to > ns(130));
    }

    /// 10/s over 1,000 s with 1 % errors, but 40 % from 500 to 520 s.
    void aBurstOfErrorsIsTold()
    {
        std::mt19937_64 random(11);
        auto exchanges = poisson(10, 0, 1000, random);
        std::bernoulli_distribution seldom(0.01);
        std::bernoulli_distribution often(0.4);
        std::uint64_t inBurst = 0;
        for (Exchange &exchange : exchanges) {
            const bool burst = exchange.begin >= ns(500) && exchange.begin < ns(520);
            exchange.status = (burst ? often(random) : seldom(random)) ? 503 : 200;
            exchange.client = {}; // that nobody asks again
            inBurst += burst && exchange.status == 503 ? 1U : 0U;
        }
        const auto found = observe(exchanges);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].kind, ObservationKind::ErrorBurst);
        // 10,000 exchanges make 200 slices of 5 s with 50 each; 40 % of them are 20 errors. The
        // burst is the four slices from 500 to 520 s.
        QCOMPARE(found[0].from, ns(500));
        QCOMPARE(found[0].to, ns(520) - 1);
        QCOMPARE(found[0].count, inBurst);
    }

    /// A resource that fails always has no burst; nor has one that fails in 10 % throughout.
    void errorsAllAlongAreNoBurst()
    {
        for (const double share : {0.1, 0.5, 1.0}) {
            std::mt19937_64 random(2);
            auto exchanges = poisson(50, 0, 300, random);
            std::bernoulli_distribution fails(share);
            for (Exchange &exchange : exchanges)
                exchange.status = fails(random) ? 500 : 200;
            QVERIFY(ofKind(observe(exchanges), ObservationKind::ErrorBurst).empty());
        }
    }

    /// 50 clients ask every 60 s or so; after an error they ask again within 2 s in 80 % of cases.
    void retriesAreTold()
    {
        std::mt19937_64 random(13);
        std::exponential_distribution<double> pause(1.0 / 60);
        std::uniform_real_distribution<double> backoff(0.1, 2);
        std::bernoulli_distribution fails(0.1);
        std::bernoulli_distribution retries(0.8);
        std::vector<std::string> names;
        for (int client = 0; client < 50; ++client)
            names.push_back(std::string("c").append(std::to_string(client)));
        std::vector<Exchange> exchanges;
        for (const std::string &client : names) {
            for (double at = pause(random); at < 3600;) {
                const bool isError = fails(random);
                exchanges.push_back({.begin = ns(at),
                                     .latency = ns(0.01),
                                     .status = static_cast<std::uint16_t>(isError ? 503 : 200),
                                     .server = "s1",
                                     .client = client,
                                     .method = "GET",
                                     .path = "/a"});
                at += isError && retries(random) ? backoff(random) : pause(random);
            }
        }
        const auto found = ofKind(observe(exchanges), ObservationKind::Retries);
        QCOMPARE(found.size(), std::size_t{1});
        // About 50 * 60 * 0.1 = 300 errors, of which 80 % and a few by chance are followed.
        QVERIFY2(found[0].count > 200 && found[0].count < 320,
                 qPrintable(QString::number(found[0].count)));
    }

    /// One busy client behind which all errors are: what it asks soon again is not for the errors.
    void aBusyClientWithErrorsDoesNotRetry()
    {
        std::mt19937_64 random(17);
        auto exchanges = poisson(5, 0, 600, random, 0.001);
        std::bernoulli_distribution fails(0.2);
        for (Exchange &exchange : exchanges)
            exchange.status = fails(random) ? 503 : 200;
        for (Exchange other : poisson(0.5, 0, 600, random)) {
            other.client = "rare";
            other.path = "/b";
            exchanges.push_back(other);
        }
        QVERIFY(ofKind(observe(exchanges), ObservationKind::Retries).empty());
    }

    void closedLoopsAreTold_data()
    {
        QTest::addColumn<int>("loops");
        QTest::addColumn<double>("think");
        QTest::newRow("one, at once") << 1 << 0.0002;
        QTest::newRow("one, a short think time") << 1 << 0.01;
        QTest::newRow("eight, at once") << 8 << 0.0002;
        QTest::newRow("fifty, at once") << 50 << 0.0002;
    }

    void closedLoopsAreTold()
    {
        QFETCH(int, loops);
        QFETCH(double, think);
        for (unsigned seed = 1; seed <= 20; ++seed) {
            std::mt19937_64 random(seed);
            const auto found = ofKind(observe(closedLoop(loops, 1000, 0.02, think, random)),
                                      ObservationKind::ClosedLoop);
            QCOMPARE(found.size(), std::size_t{1});
            QCOMPARE(found[0].count, std::uint64_t{1000});
        }
    }

    /// The same server under an open Poisson load of 80 %: queueing makes latencies long, but does
    /// not hold back arrivals. And a generator with a clock: constant gaps, constant latency.
    void openLoadsAreNotClosedLoops()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::mt19937_64 random(seed);
            auto exchanges = poisson(40, 0, 50, random);
            std::exponential_distribution<double> service(1 / 0.02);
            double free = 0;
            for (Exchange &exchange : exchanges) {
                free = std::max(free, double(exchange.begin) * 1e-9) + service(random);
                exchange.latency = ns(free) - exchange.begin;
            }
            QVERIFY(ofKind(observe(exchanges), ObservationKind::ClosedLoop).empty());
            std::normal_distribution<double> jitter(0, 0.0005);
            for (std::size_t i = 0; i < exchanges.size(); ++i) {
                exchanges[i].begin = ns(1 + 0.025 * double(i) + jitter(random));
                exchanges[i].latency = ns(0.012 + std::abs(jitter(random)));
            }
            QVERIFY(ofKind(observe(exchanges), ObservationKind::ClosedLoop).empty());
        }
    }

    /// A service asks its database step by step while it serves a request, and rests in between.
    void aServiceThatAsksItsDatabaseIsNoLoadGenerator()
    {
        std::mt19937_64 random(23);
        std::exponential_distribution<double> time(1 / 0.002);
        std::vector<Exchange> exchanges;
        for (const Exchange &request : poisson(1, 0, 200, random)) {
            std::int64_t at = request.begin;
            for (int query = 0; query < 20; ++query) {
                exchanges.push_back(request);
                exchanges.back().begin = at;
                exchanges.back().latency = ns(time(random));
                at += exchanges.back().latency + ns(0.0001);
            }
        }
        QVERIFY(ofKind(observe(exchanges), ObservationKind::ClosedLoop).empty());
    }

    void aBurstAtSeveralResourcesIsOne()
    {
        std::mt19937_64 random(29);
        auto exchanges = poisson(40, 0, 400, random);
        std::bernoulli_distribution often(0.5);
        for (std::size_t i = 0; i < exchanges.size(); ++i) {
            exchanges[i].server = i % 2 == 0 ? "s1" : "s2";
            exchanges[i].client = {};
            if (exchanges[i].begin >= ns(200) && exchanges[i].begin < ns(220))
                exchanges[i].status = often(random) ? 503 : 200;
        }
        const auto found = observe(exchanges);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].kind, ObservationKind::ErrorBurst);
        QVERIFY(found[0].resource.isEmpty());
    }

    void answersThatAreNotThereAreTold()
    {
        std::mt19937_64 random(19);
        auto exchanges = poisson(5, 0, 100, random);
        auto others = poisson(1, 0, 100, random);
        for (Exchange &other : others) {
            other.server = "s2";
            other.latency = kUnknown;
            other.responseBytes = kUnknown;
            other.status = 0;
            exchanges.push_back(other);
        }
        const auto found = ofKind(observe(exchanges), ObservationKind::Unanswered);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].resource, QStringLiteral("s2"));
        QCOMPARE(found[0].count, std::uint64_t{others.size()});
        QCOMPARE(found[0].from, others.front().begin);
        QCOMPARE(found[0].to, others.back().begin);
    }

    void latencyMapCountsByTimeAndBucket()
    {
        // 1,024 ns is 2^10: bucket 40; 1,448 ns lies just below 2^10.5 = 1448.15: bucket 41.
        QCOMPARE(latencyBucketOf(1024), std::int64_t{40});
        QCOMPARE(latencyBucketOf(1448), std::int64_t{41});
        QCOMPARE(latencyBucketOf(1449), std::int64_t{42});
        QCOMPARE(latencyBucketOf(2047), std::int64_t{43});
        QCOMPARE(latencyBucketOf(0), std::int64_t{0});
        std::vector<Exchange> exchanges;
        for (const auto &[at, latency] : {std::pair{0.0, 1024}, {0.5, 1100}, {9.0, 2047}})
            exchanges.push_back({.begin = ns(at), .latency = latency, .server = "s1"});
        exchanges.push_back({.begin = ns(9.5), .server = "s1"});
        NullJobControl job;
        const auto statistics = captureStatistics(*makeTable(exchanges), job);
        QVERIFY(statistics.has_value());
        const LatencyMap &map = statistics->latencyMap;
        QCOMPARE(map.rows, std::uint64_t{4});
        QCOMPARE(map.firstBucket, std::int64_t{40});
        QCOMPARE(map.stepSeconds, 1.0);
        QCOMPARE(map.steps(), std::size_t{10});
        QCOMPARE(map.count(0, 0), 2.0);
        QCOMPARE(map.count(9, 3), 1.0);
        double all = 0;
        for (const double count : map.counts)
            all += count;
        QCOMPARE(all, 3.0);
        QVERIFY(tests::approx(map.lowest(0), 1.024e-6, 1e-12));
    }

    /// A log that counts in ms writes 0 for what took less: that is no latency far below all
    /// others.
    void latenciesOfZeroAreInTheLowestRow()
    {
        LatencyMapBuilder builder(0, ns(1), 2);
        for (const std::int64_t latency : {0, 0, 1024, 2047})
            builder.add(0, latency);
        builder.add(ns(1), 0);
        const LatencyMap map = builder.result();
        QCOMPARE(map.firstBucket, std::int64_t{40});
        QCOMPARE(map.rows, std::uint64_t{4});
        QCOMPARE(map.counts, (std::vector<double>{3, 0, 0, 1, 1, 0, 0, 0}));

        LatencyMapBuilder zeros(0, ns(1), 1);
        zeros.add(0, 0);
        QCOMPARE(zeros.result().firstBucket, std::int64_t{0});
        QCOMPARE(zeros.result().counts, std::vector<double>{1});
    }

    /// client -> 10.0.0.1:80 -> 10.0.0.2:5432; 10.0.0.3 has two servers and names neither.
    void callsAreToldByAddress()
    {
        std::vector<Exchange> exchanges;
        const auto add = [&exchanges](double at, const char *client, const char *server) {
            exchanges.push_back({.begin = ns(at),
                                 .latency = ns(0.1),
                                 .status = 200,
                                 .server = server,
                                 .client = client});
        };
        add(0, "192.0.2.7", "10.0.0.1:80");
        add(1, "192.0.2.7", "10.0.0.1:80");
        for (int i = 0; i < 3; ++i)
            add(2 + i, "10.0.0.1", "10.0.0.2:5432");
        add(6, "10.0.0.2", "10.0.0.2:5432");
        add(7, "192.0.2.7", "10.0.0.3:80");
        add(8, "10.0.0.3", "10.0.0.3:5432");
        exchanges[3].status = 503;
        NullJobControl job;
        const auto statistics = captureStatistics(*makeTable(exchanges), job);
        QVERIFY(statistics.has_value());
        QCOMPARE(statistics->calls.size(), std::size_t{1});
        const CallTotals &call = statistics->calls.front();
        QCOMPARE(call.caller, QStringLiteral("10.0.0.1:80"));
        QCOMPARE(call.callee, QStringLiteral("10.0.0.2:5432"));
        QCOMPARE(call.totals.exchanges, std::uint64_t{3});
        QCOMPARE(call.totals.errors, std::uint64_t{1});
        QCOMPARE(call.perRequest, 1.5);
        QVERIFY(tests::approx(call.totals.latencyP95, 0.1, 0.004));
    }

    /// In traces the client is the service that asked.
    void callsAreToldByName()
    {
        std::vector<Exchange> exchanges;
        exchanges.push_back({.begin = ns(0), .host = "web", .client = "browser"});
        exchanges.push_back({.begin = ns(1), .host = "cart", .client = "web"});
        exchanges.push_back({.begin = ns(2), .host = "web", .client = "web"});
        NullJobControl job;
        const auto statistics = captureStatistics(*makeTable(exchanges, ResourceRule::Host), job);
        QVERIFY(statistics.has_value());
        QCOMPARE(statistics->calls.size(), std::size_t{2});
        QCOMPARE(statistics->calls[0].callee, QStringLiteral("cart"));
        QCOMPARE(statistics->calls[0].perRequest, 0.5);
        QCOMPARE(statistics->calls[1].callee, QStringLiteral("web"));
    }
};

QTEST_GUILESS_MAIN(TestObservations)
#include "tst_observations.moc"
