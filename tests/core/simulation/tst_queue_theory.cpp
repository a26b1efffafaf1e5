// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/simulation/scenarios.h"

#include <QJsonObject>

#include <cmath>

using namespace dramatis;
using namespace dramatis::simulation;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;
using topology::DistributionKind;

/// Long runs of queues whose figures are known in closed form. Formulas: Kleinrock, Queueing
/// Systems 1 (1975); L = Lq + rho etc. follow by Little's law.
class TestQueueTheory : public QObject
{
    Q_OBJECT

private slots:
    /// The smallest scenario of the design: M/M/1 with 80 requests/s and 10 ms. Its response time
    /// is exponential with mean 1 / (mu - lambda) = 50 ms.
    void smallestScenario()
    {
        const auto text = R"({ "format": "dramatis-scenario", "version": 1,
            "nodes": [ { "id": "clients", "kind": "source",
                         "arrivals": { "model": "poisson", "rate": 80 } },
                       { "id": "web", "kind": "service", "instances": 1, "workers": 1,
                         "serviceTime": { "distribution": "exponential", "mean": 0.01 } } ],
            "calls": [ { "from": "clients", "to": "web" } ],
            "run": { "duration": 3600, "warmup": "auto", "replications": 5, "seed": 1 } })";
        const auto scenario = scenarioFromText(text);
        QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().toString()));
        compareMm1(simulated(*scenario), 80, 100);
    }

    void mm1_data()
    {
        QTest::addColumn<double>("load");
        QTest::addColumn<double>("duration");
        QTest::newRow("0.5") << 0.5 << 4000.0;
        QTest::newRow("0.9") << 0.9 << 14000.0;
    }
    void mm1()
    {
        QFETCH(double, load);
        QFETCH(double, duration);
        Scenario scenario = oneStation(100 * load, station(u"web"_s, exponential(0.01)));
        scenario.run = run(duration, 10);
        compareMm1(simulated(scenario), 100 * load, 100);
    }

    /// Erlang's C formula: the probability of waiting with c servers and load a = lambda / mu.
    void mmc_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<int>("instances");
        QTest::newRow("four workers") << 4 << 1;
        QTest::newRow("four instances, one queue") << 1 << 4;
    }
    void mmc()
    {
        QFETCH(int, workers);
        QFETCH(int, instances);
        const double rate = 320;
        const double mu = 100;
        Scenario scenario =
            oneStation(rate, station(u"web"_s, exponential(1 / mu), workers, instances));
        scenario.run = run(2000, 10);
        const RunResult result = simulated(scenario);
        const double a = rate / mu;
        double term = 1;
        double sum = 0;
        for (int k = 0; k < 4; ++k) {
            sum += term;
            term *= a / (k + 1);
        }
        const double last = term * 4 / (4 - a);
        const double wait = last / (sum + last) / (4 * mu - rate);
        const NodeResult &web = result.nodes[u"web"_s];
        COMPARE_THEORY(web.utilization, a / 4);
        COMPARE_THEORY(web.occupancy, a / 4);
        COMPARE_THEORY(web.waitingTime, wait);
        COMPARE_THEORY(web.queueLength, rate * wait);
        COMPARE_THEORY(web.residenceTime, wait + 1 / mu);
        COMPARE_THEORY(web.throughput, rate);
        QCOMPARE(web.instanceUtilization.size(), std::size_t(instances));
        for (const Measure &instance : web.instanceUtilization)
            COMPARE_THEORY(instance, a / 4);
    }

    /// Pollaczek and Khinchine: Wq = lambda E[S]^2 (1 + cv^2) / (2 (1 - rho)).
    void mg1_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("cv");
        QTest::addColumn<double>("shape");
        QTest::newRow("constant (M/D/1)") << int(DistributionKind::Constant) << 0.0 << 1.0;
        QTest::newRow("erlang 3") << int(DistributionKind::Erlang) << std::sqrt(1.0 / 3) << 3.0;
        QTest::newRow("lognormal") << int(DistributionKind::Lognormal) << 1.5 << 1.0;
        QTest::newRow("gamma") << int(DistributionKind::Gamma) << 0.7 << 1.0;
        QTest::newRow("weibull") << int(DistributionKind::Weibull) << 1.4 << 1.0;
        QTest::newRow("hyperexponential") << int(DistributionKind::Hyperexponential) << 2.0 << 1.0;
    }
    void mg1()
    {
        QFETCH(int, kind);
        QFETCH(double, cv);
        QFETCH(double, shape);
        const double rate = 70;
        const auto service = timeOf(static_cast<DistributionKind>(kind), 0.01, cv, shape);
        Scenario scenario = oneStation(rate, station(u"web"_s, service));
        scenario.run = run(5000, 10);
        const RunResult result = simulated(scenario);
        const double wait = rate * 1e-4 * (1 + cv * cv) / (2 * (1 - 0.7));
        const NodeResult &web = result.nodes[u"web"_s];
        COMPARE_THEORY(web.utilization, 0.7);
        COMPARE_THEORY(web.waitingTime, wait);
        COMPARE_THEORY(web.queueLength, rate * wait);
        COMPARE_THEORY(web.residenceTime, wait + 0.01);
        COMPARE_THEORY(web.throughput, rate);
    }

    /// A tandem of M/M/1 (Jackson): each station as if alone, the sojourn is the sum. The worker is
    /// free while the next station works.
    void tandem()
    {
        const double rate = 60;
        Scenario scenario;
        scenario.topology.nodes = {poissonSource(u"clients"_s, rate),
                                   station(u"a"_s, exponential(0.01)),
                                   station(u"b"_s, exponential(0.0125)),
                                   station(u"c"_s, exponential(0.005), 2)};
        scenario.topology.calls = {
            call(u"clients"_s, u"a"_s), call(u"a"_s, u"b"_s), call(u"b"_s, u"c"_s)};
        for (topology::Call &each : scenario.topology.calls)
            each.holdsWorker = false;
        scenario.run = run(4000, 10);
        const RunResult result = simulated(scenario);
        const double a = 1 / (100 - rate);
        const double b = 1 / (80 - rate);
        const double load = rate * 0.005 / 2;       // of c, M/M/2:
        const double c = 0.005 / (1 - load * load); // W = S / (1 - rho^2)
        COMPARE_THEORY(result.nodes[u"a"_s].residenceTime, a);
        COMPARE_THEORY(result.nodes[u"b"_s].residenceTime, b);
        COMPARE_THEORY(result.nodes[u"c"_s].residenceTime, c);
        COMPARE_THEORY(result.nodes[u"b"_s].responseTime.mean, b + c);
        COMPARE_THEORY(result.nodes[u"a"_s].utilization, 0.6);
        COMPARE_THEORY(result.nodes[u"a"_s].occupancy, 0.6);
        COMPARE_THEORY(result.nodes[u"b"_s].queueLength, rate * b - 0.75);
        COMPARE_THEORY(result.sources[u"clients"_s].responseTime.mean, a + b + c);
        COMPARE_THEORY(result.sources[u"clients"_s].throughput, rate);
        COMPARE_THEORY(result.sources[u"clients"_s].breakdown[u"b"_s].waiting, b - 0.0125);
        COMPARE_THEORY(result.sources[u"clients"_s].breakdown[u"b"_s].service, 0.0125);
    }

    /// M/M/1/K: with n requests in it p_n ~ rho^n; K = 4 are one served and three waiting places.
    void loss()
    {
        const double rate = 90;
        const double rho = 0.9;
        topology::Node web = station(u"web"_s, exponential(0.01));
        web.queueLimit = 3;
        Scenario scenario = oneStation(rate, web);
        scenario.run = run(4000, 10);
        const RunResult result = simulated(scenario);
        double all = 0;
        double inside = 0;
        for (int n = 0; n <= 4; ++n) {
            all += std::pow(rho, n);
            inside += n * std::pow(rho, n);
        }
        const double lost = std::pow(rho, 4) / all;
        const double number = inside / all;
        const NodeResult &node = result.nodes[u"web"_s];
        COMPARE_THEORY(node.errors.rejected, lost);
        COMPARE_THEORY(node.errorRate, lost);
        COMPARE_THEORY(node.utilization, rho * (1 - lost));
        COMPARE_THEORY(node.queueLength, number - rho * (1 - lost));
        COMPARE_THEORY(node.residenceTime, number / (rate * (1 - lost)));
        COMPARE_THEORY(node.throughput, rate); // errors included
        COMPARE_THEORY(result.sources[u"clients"_s].goodput, rate * (1 - lost));
        COMPARE_THEORY(result.sources[u"clients"_s].errorRate, lost);
    }

    /// A worker held for an answer: two workers that serve 10 ms and hold for a constant 20 ms
    /// elsewhere are busy a x 30 ms, serving a x 10 ms; and a call with probability p is made so
    /// often.
    void heldWorkers()
    {
        const double rate = 40;
        Scenario scenario;
        scenario.topology.nodes = {poissonSource(u"clients"_s, rate),
                                   station(u"web"_s, exponential(0.01), 2),
                                   station(u"db"_s, constant(0.02), 50)};
        scenario.topology.calls = {call(u"clients"_s, u"web"_s), call(u"web"_s, u"db"_s)};
        scenario.topology.calls[1].probability = 0.5;
        scenario.topology.calls[1].count = 2;
        scenario.run = run(4000, 10);
        const RunResult result = simulated(scenario);
        COMPARE_THEORY(result.nodes[u"web"_s].utilization, rate * 0.01 / 2);
        COMPARE_THEORY(result.nodes[u"web"_s].occupancy, rate * 0.03 / 2);
        COMPARE_THEORY(result.nodes[u"db"_s].throughput, rate);
        COMPARE_THEORY(result.calls[1].throughput, rate);
    }

private:
    static void compareMm1(const RunResult &result, double rate, double mu)
    {
        const double rho = rate / mu;
        const NodeResult &web = result.nodes[u"web"_s];
        COMPARE_THEORY(web.utilization, rho);
        COMPARE_THEORY(web.occupancy, rho);
        COMPARE_THEORY(web.queueLength, rho * rho / (1 - rho));
        COMPARE_THEORY(web.waitingTime, rho / (mu - rate));
        COMPARE_THEORY(web.residenceTime, 1 / (mu - rate));
        COMPARE_THEORY(web.throughput, rate);
        COMPARE_THEORY(web.arrivals, rate);
        COMPARE_THEORY(web.responseTime.mean, 1 / (mu - rate));
        // The response time is exponential.
        const auto quantile = [&](double p) { return -std::log(1 - p) / (mu - rate); };
        COMPARE_THEORY(web.responseTime.p50, quantile(0.5));
        COMPARE_THEORY(web.responseTime.p90, quantile(0.9));
        COMPARE_THEORY(web.responseTime.p95, quantile(0.95));
        COMPARE_THEORY(web.responseTime.p99, quantile(0.99));
        COMPARE_THEORY(result.sources[u"clients"_s].responseTime.p95, quantile(0.95));
        QCOMPARE(web.errorRate.figure().mean, 0.0);
        QCOMPARE(web.availability.figure().mean, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestQueueTheory)
#include "tst_queue_theory.moc"
