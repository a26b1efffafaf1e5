// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/discovery.h"
#include "tests/support/approx.h"
#include "tests/support/exchanges.h"

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::topology;
using tests::ns;

namespace {

struct Capture
{
    traffic::ExchangeTablePtr table;
    traffic::WindowTable windows;
    persona::PersonaSet personas;
};

/// Personas by hand: windows of even slices are "day", of odd ones "Night batch"; those of `noise`
/// are noise.
Capture captured(std::vector<traffic::Exchange> exchanges, std::int64_t noise = -1)
{
    NullJobControl job;
    Capture capture;
    capture.table = tests::makeTable(std::move(exchanges));
    capture.windows = *traffic::makeWindows(*capture.table, 10, job);
    const std::int64_t first = capture.windows.windows.front().slice;
    persona::Persona day;
    day.cluster = 0;
    day.name = u"day"_s;
    persona::Persona night;
    night.cluster = 1;
    night.name = u"Night batch!"_s;
    night.peak.peaks = {{3, 0}}; // Thursday, 0:00: where the epoch starts
    capture.personas.personas = {day, night};
    for (std::uint32_t i = 0; i < capture.windows.windows.size(); ++i) {
        const std::int64_t slice = capture.windows.windows[i].slice;
        capture.personas.windowOfRow.push_back(i);
        capture.personas.labels.push_back(slice == noise ? -1
                                                         : static_cast<int>((slice - first) % 2));
    }
    return capture;
}

traffic::Exchange exchange(double begin, const char *server, const char *path)
{
    return {.begin = ns(begin),
            .latency = ns(0.02),
            .requestBytes = 100,
            .responseBytes = 1000,
            .status = 200,
            .host = "shop.example",
            .server = server,
            .method = "GET",
            .path = path};
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void samplesKeepEveryArrivalInItsSlice()
    {
        // Slices of 10 s from 0: [1, 1.5, 9], [12], none, [35, 36, 38], the last of another
        // resource.
        std::vector<traffic::Exchange> exchanges;
        for (const double begin : {1.0, 1.5, 9.0, 12.0, 35.0, 36.0})
            exchanges.push_back(exchange(begin, "10.0.0.1:80", "/cart"));
        exchanges.push_back(exchange(38, "10.0.0.2:80", "/cart"));
        const Capture capture = captured(exchanges);
        NullJobControl job;
        const auto samples = arrivalSamples(*capture.table, capture.windows, capture.personas, job);
        QVERIFY(samples);
        QCOMPARE(samples->size(), std::size_t(2));
        const ArrivalSample &day = *samples->at(0);
        const ArrivalSample &night = *samples->at(1);
        QCOMPARE(day.windows.size(), std::size_t(4));
        QCOMPARE(night.windows.size(), std::size_t(4));
        QCOMPARE(day.windows[0].count, 3u);
        QCOMPARE(day.windows[3].count, 0u);
        QCOMPARE(night.windows[1].count, 1u);
        QCOMPARE(night.windows[2].count, 0u);
        QCOMPARE(night.windows[3].count, 3u); // both resources
        QCOMPARE(day.offsets, std::vector<std::int64_t>({ns(1), ns(1.5), ns(9)}));
        QCOMPARE(night.offsets, std::vector<std::int64_t>({ns(2), ns(5), ns(6), ns(8)}));
        QCOMPARE(day.windows[0].responseSize, 1000.0);
        QVERIFY(std::isnan(day.windows[1].responseSize));
        // Gaps 0.5 and 7.5 s: mean 4, sample deviation 4.9497.
        COMPARE_APPROX(day.windows[0].gapCv, 4.949747468 / 4, 1e-6, 0);
        QVERIFY(night.windows[0].peak && !day.windows[0].peak);
        COMPARE_APPROX(night.meanRate(), 4.0 / 40, 1e-12, 0);
    }

    void instancesOfOneHostBecomeOneServiceBehindABalancer()
    {
        std::vector<traffic::Exchange> exchanges;
        for (int i = 0; i < 600; ++i) {
            const char *server = i % 3 == 0   ? "10.0.0.1:80"
                                 : i % 3 == 1 ? "10.0.0.2:80"
                                              : "10.0.0.3:80";
            exchanges.push_back(exchange(i * 0.2, server, i % 2 == 0 ? "/cart/1" : "/products/7"));
        }
        for (int i = 0; i < 60; ++i)
            exchanges.push_back(
                exchange(0.1 + i * 2, "10.0.0.9:80", "/reports/9")); // the same host, other work
        Capture capture = captured(exchanges, 2);
        NullJobControl job;
        const auto found = discoverTopology(*capture.table, capture.windows, capture.personas, job);
        QVERIFY2(found, found ? "" : qPrintable(found.error().toString()));
        const Topology &topology = found->topology;
        QStringList ids;
        for (const Node &node : topology.nodes)
            ids.append(node.id);
        QCOMPARE(ids,
                 QStringList(
                     {u"day"_s, u"night-batch"_s, u"shop-example"_s, u"app"_s, u"10-0-0-9-80"_s}));
        const Node &balancer = *topology.find(u"shop-example"_s);
        QCOMPARE(balancer.kind, NodeKind::LoadBalancer);
        QCOMPARE(balancer.policy, BalancingPolicy::RoundRobin);
        const Node &app = *topology.find(u"app"_s);
        QCOMPARE(app.instances, 3);
        QCOMPARE(app.instanceNames,
                 QStringList({u"10.0.0.1:80"_s, u"10.0.0.2:80"_s, u"10.0.0.3:80"_s}));
        QVERIFY(!app.assumed);
        COMPARE_APPROX(app.serviceTime->expectation(), 0.02, 0.02, 0);
        QVERIFY(topology.findCall(u"shop-example"_s, u"app"_s) != nullptr);
        // Ten exchanges to the three for one to the other, in every slice.
        const Call *share = topology.findCall(u"night-batch"_s, u"shop-example"_s);
        QVERIFY(share != nullptr && share->share);
        COMPARE_APPROX(*share->share, 10.0 / 11, 0.01, 0);
        COMPARE_APPROX(*share->share
                           + *topology.findCall(u"night-batch"_s, u"10-0-0-9-80"_s)->share,
                       1,
                       1e-9,
                       0);
        // The one slice that is noise is said: 55 of 660.
        QVERIFY(found->notes.join(u' ').contains(u"8.3"));
        const Node &night = *topology.find(u"night-batch"_s);
        QCOMPARE(night.personas.front().name, u"Night batch!"_s);
        QCOMPARE(night.arrivals.sample->windows.size(),
                 topology.find(u"day"_s)->arrivals.sample->windows.size());
    }

    /// Clients ask the web server (10.0.0.1), which asks the database (10.0.0.2) twice for each
    /// request, 5 ms each of its own 20 ms.
    void callsBetweenResourcesAreDrawn()
    {
        std::vector<traffic::Exchange> exchanges;
        for (int i = 0; i < 400; ++i) {
            traffic::Exchange web = exchange(i * 0.2, "10.0.0.1:80", "/cart");
            web.client = "192.0.2.7";
            exchanges.push_back(web);
            for (const double after : {0.002, 0.009}) {
                traffic::Exchange query = exchange(i * 0.2 + after, "10.0.0.2:5432", "");
                query.method = "SELECT";
                query.client = "10.0.0.1";
                query.latency = ns(0.005);
                exchanges.push_back(query);
            }
        }
        const Capture capture = captured(exchanges);
        NullJobControl job;
        const auto found = discoverTopology(*capture.table, capture.windows, capture.personas, job);
        QVERIFY2(found, found ? "" : qPrintable(found.error().toString()));
        const Topology &topology = found->topology;
        const Call *call = topology.findCall(u"10-0-0-1-80"_s, u"10-0-0-2-5432"_s);
        QVERIFY(call != nullptr);
        QCOMPARE(call->count, 2);
        COMPARE_APPROX(call->probability, 1, 1e-9, 0);
        // Nobody asks the database from outside.
        QVERIFY(topology.findCall(u"day"_s, u"10-0-0-1-80"_s) != nullptr);
        QVERIFY(topology.findCall(u"day"_s, u"10-0-0-2-5432"_s) == nullptr);
        const std::size_t arrivals =
            topology.find(u"day"_s)->arrivals.sample->offsets.size()
            + topology.find(u"night-batch"_s)->arrivals.sample->offsets.size();
        QCOMPARE(arrivals, std::size_t(400));
        COMPARE_APPROX(topology.find(u"10-0-0-1-80"_s)->serviceTime->expectation(), 0.01, 0.02, 0);
        COMPARE_APPROX(
            topology.find(u"10-0-0-2-5432"_s)->serviceTime->expectation(), 0.005, 0.02, 0);
    }

    void withoutPersonasThereIsNoTopology()
    {
        Capture capture = captured({exchange(1, "a", "/")});
        capture.personas.personas.clear();
        NullJobControl job;
        const auto found = discoverTopology(*capture.table, capture.windows, capture.personas, job);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
