// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/simulation/scenarios.h"

using namespace dramatis;
using namespace dramatis::simulation;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;
using topology::ArrivalModel;
using topology::BalancingPolicy;

/// What becomes of single requests, with constant times so that every step can be followed by hand.
class TestRequestLife : public QObject
{
    Q_OBJECT

private slots:
    /// Arrivals at 1, 2, ... 9 s (the run ends before 10), one worker, 2 s of service, timeout 2.5
    /// s:
    ///   arrival   1    2    3    4    5     6     7     8     9
    ///   served   1-3  3-5  5-7  7-9  9-11
    ///   answer    3    5    7    9
    ///   given up at    4.5  5.5  6.5  7.5   8.5   9.5
    /// The 1st is answered in time; the 2nd waits 1 s, is given up at 4.5 and served until 5 all
    /// the same; those of 3 to 7 are given up by 9.5. Four services end: 3, 5, 7, 9; three of them
    /// for nobody.
    void callerGivesUpAndTheCalleeGoesOn()
    {
        Scenario scenario = oneStation(1, station(u"web"_s, constant(2)));
        scenario.topology.nodes[0].arrivals.model = ArrivalModel::Constant;
        scenario.topology.calls[0].timeout = 2.5;
        scenario.run = run(10, 1, 0);
        const RunResult result = simulated(scenario);
        const SourceResult &clients = result.sources[u"clients"_s];
        const NodeResult &web = result.nodes[u"web"_s];
        COMPARE_APPROX(clients.offered.values[0], 0.9, 1e-12, 0);
        COMPARE_APPROX(clients.throughput.values[0], 0.7, 1e-12, 0);
        COMPARE_APPROX(clients.goodput.values[0], 0.1, 1e-12, 0);
        COMPARE_APPROX(clients.errorRate.values[0], 6.0 / 9, 1e-12, 0);
        COMPARE_APPROX(clients.waste.values[0], 0.75, 1e-12, 0);
        COMPARE_APPROX(clients.responseTime.max.values[0], 2, 1e-12, 0);
        COMPARE_APPROX(clients.breakdown[u"web"_s].service.values[0], 2.0 / 7, 1e-12, 0);
        COMPARE_APPROX(result.calls[0].timeouts.values[0], 6.0 / 9, 1e-12, 0);
        COMPARE_APPROX(web.throughput.values[0], 0.4, 1e-12, 0);
        COMPARE_APPROX(web.waitingTime.values[0], (0 + 1 + 2 + 3) / 4.0, 1e-12, 0);
        COMPARE_APPROX(web.residenceTime.values[0], (2 + 3 + 4 + 5) / 4.0, 1e-12, 0);
        COMPARE_APPROX(web.utilization.values[0], 0.9, 1e-12, 0);
        // Waiting: 2: 2-3, 3: 3-5, 4: 4-7, 5: 5-9, 6: 6-10, 7: 7-10, 8: 8-10, 9: 9-10.
        COMPARE_APPROX(web.queueLength.values[0], (1 + 2 + 3 + 4 + 4 + 3 + 2 + 1) / 10.0, 1e-12, 0);
        QCOMPARE(web.errorRate.values[0], 0.0); // the timeout counts at the caller's call
    }

    /// A service whose call times out answers with an error, cause timeout; its worker is held
    /// until then.
    void timeoutCountsAtTheCaller()
    {
        Scenario scenario = oneStation(0.5, station(u"web"_s, constant(0.25)));
        scenario.topology.nodes[0].arrivals.model = ArrivalModel::Constant; // at 2, 4, 6, 8 s
        scenario.topology.nodes.push_back(station(u"db"_s, constant(1)));
        scenario.topology.calls.push_back(call(u"web"_s, u"db"_s));
        scenario.topology.calls[1].timeout = 0.5;
        scenario.run = run(10, 1, 0);
        const RunResult result = simulated(scenario);
        const NodeResult &web = result.nodes[u"web"_s];
        QCOMPARE(web.errors.timeout.values[0], 1.0);
        QCOMPARE(web.errors.failed.values[0], 0.0);
        QCOMPARE(result.calls[1].timeouts.values[0], 1.0);
        QCOMPARE(result.sources[u"clients"_s].errorRate.values[0], 1.0);
        QCOMPARE(result.nodes[u"db"_s].errorRate.values[0], 0.0);
        COMPARE_APPROX(web.utilization.values[0], 4 * 0.25 / 10, 1e-12, 0);
        COMPARE_APPROX(web.occupancy.values[0], 4 * 0.75 / 10, 1e-12, 0);
        // Of each request 0.25 s was work for the answer and 1 s was not.
        COMPARE_APPROX(result.sources[u"clients"_s].waste.values[0], 1 / 1.25, 1e-12, 0);
    }

    /// An answer that comes at the very instant of the timeout is in time.
    void answerAtTheTimeoutIsInTime()
    {
        Scenario scenario = oneStation(1, station(u"web"_s, constant(0.5)));
        scenario.topology.nodes[0].arrivals.model = ArrivalModel::Constant;
        scenario.topology.calls[0].timeout = 0.5;
        scenario.run = run(10, 1, 0);
        QCOMPARE(simulated(scenario).sources[u"clients"_s].errorRate.values[0], 0.0);
    }

    /// Latency goes both ways, and counts as network, not for the callee.
    void latencyIsEachWay()
    {
        Scenario scenario = oneStation(1, station(u"web"_s, constant(0.25)));
        scenario.topology.nodes[0].arrivals.model = ArrivalModel::Constant;
        scenario.topology.calls[0].latency = constant(0.125);
        scenario.run = run(10, 1, 0);
        const RunResult result = simulated(scenario);
        COMPARE_APPROX(result.sources[u"clients"_s].responseTime.mean.values[0], 0.5, 1e-12, 0);
        COMPARE_APPROX(result.sources[u"clients"_s].responseTime.p50.values[0], 0.5, 1e-12, 0);
        COMPARE_APPROX(result.sources[u"clients"_s].network.values[0], 0.25, 1e-12, 0);
        COMPARE_APPROX(result.nodes[u"web"_s].responseTime.mean.values[0], 0.25, 1e-12, 0);
    }

    /// Goodput counts answers before the deadline: with response times 1, 2, 3, ... (arrivals 1 s
    /// apart, 2 s of service: answers at 3, 5, 7, 9 after 2, 3, 4, 5 s) two are within 3 s.
    void deadlineMakesGoodput()
    {
        Scenario scenario = oneStation(1, station(u"web"_s, constant(2)));
        scenario.topology.nodes[0].arrivals.model = ArrivalModel::Constant;
        scenario.topology.nodes[0].deadline = 3;
        scenario.run = run(10, 1, 0);
        const RunResult result = simulated(scenario);
        COMPARE_APPROX(result.sources[u"clients"_s].goodput.values[0], 0.2, 1e-12, 0);
        COMPARE_APPROX(result.sources[u"clients"_s].throughput.values[0], 0.4, 1e-12, 0);
    }

    /// The limit is of waiting places of one queue. Arrivals at 1, 2, ..., 9, service 5 s, one
    /// place: 1 is served until 6, 2 waits, 3 to 5 are rejected; at 6 the worker is free before the
    /// arrival of 6 comes: 2 is served, 6 waits; 7, 8 and 9 are rejected.
    void fullQueueRejects()
    {
        topology::Node web = station(u"web"_s, constant(5));
        web.queueLimit = 1;
        Scenario scenario = oneStation(1, web);
        scenario.topology.nodes[0].arrivals.model = ArrivalModel::Constant;
        scenario.run = run(10, 1, 0);
        const RunResult result = simulated(scenario);
        COMPARE_APPROX(result.nodes[u"web"_s].errors.rejected.values[0], 6.0 / 9, 1e-12, 0);
        COMPARE_APPROX(result.sources[u"clients"_s].errorRate.values[0], 6.0 / 9, 1e-12, 0);
    }

    /// Behind a balancer every instance has its own queue of that many places.
    void queueLimitIsPerInstanceBehindABalancer()
    {
        Scenario scenario = balanced(BalancingPolicy::RoundRobin, constant(100), 2);
        scenario.topology.nodes[0].arrivals.rate = 1;
        scenario.topology.nodes[2].queueLimit = 1;
        scenario.run = run(10, 1, 0); // two served, two wait, five of nine rejected
        COMPARE_APPROX(
            simulated(scenario).nodes[u"web"_s].errors.rejected.values[0], 5.0 / 9, 1e-12, 0);
    }

    /// Errors are tossed per visit and take their service time all the same.
    void errorsUseTheServer()
    {
        topology::Node web = station(u"web"_s, constant(0.01));
        web.errorRate = 0.25;
        Scenario scenario = oneStation(20, web);
        scenario.run = run(2000, 5);
        const RunResult result = simulated(scenario);
        COMPARE_THEORY(result.nodes[u"web"_s].errors.failed, 0.25);
        COMPARE_THEORY(result.sources[u"clients"_s].errorRate, 0.25);
        COMPARE_THEORY(result.nodes[u"web"_s].utilization, 0.2);
        COMPARE_THEORY(result.sources[u"clients"_s].goodput, 15);
    }

    /// One of the calls with a share is made, by weight.
    void sharesChooseOne()
    {
        Scenario scenario;
        scenario.topology.nodes = {poissonSource(u"clients"_s, 50),
                                   station(u"a"_s, constant(0.001)),
                                   station(u"b"_s, constant(0.001)),
                                   station(u"c"_s, constant(0.001))};
        for (const auto &[to, share] : {std::pair{u"a"_s, 1.0}, {u"b"_s, 3.0}, {u"c"_s, 6.0}}) {
            scenario.topology.calls.push_back(call(u"clients"_s, to));
            scenario.topology.calls.back().share = share;
        }
        scenario.run = run(2000, 5);
        const RunResult result = simulated(scenario);
        COMPARE_THEORY(result.nodes[u"a"_s].arrivals, 5.0);
        COMPARE_THEORY(result.nodes[u"b"_s].arrivals, 15.0);
        COMPARE_THEORY(result.nodes[u"c"_s].arrivals, 30.0);
    }

    /// Calls are made one after the other, `count` of each.
    void callsAreMadeInSequence()
    {
        Scenario scenario = oneStation(1, station(u"web"_s, constant(0.125), 4));
        scenario.topology.nodes[0].arrivals.model = ArrivalModel::Constant;
        scenario.topology.nodes.push_back(station(u"db"_s, constant(0.0625), 4));
        scenario.topology.nodes.push_back(station(u"mail"_s, constant(0.25), 4));
        scenario.topology.calls.push_back(call(u"web"_s, u"db"_s));
        scenario.topology.calls.back().count = 3;
        scenario.topology.calls.push_back(call(u"web"_s, u"mail"_s));
        scenario.run = run(10, 1, 0);
        const RunResult result = simulated(scenario);
        COMPARE_APPROX(result.sources[u"clients"_s].responseTime.mean.values[0],
                       0.125 + 3 * 0.0625 + 0.25,
                       1e-12,
                       0);
        COMPARE_APPROX(result.calls[1].throughput.values[0], 2.7, 1e-12, 0);
    }

    /// One instance, arrivals each second, service 0.5 s. Down from 3.25 (serving the arrival of 3)
    /// to 5.75: those of 3, 4 and 5 fail; the others (1, 2, 6, 7, 8, 9) are answered.
    void crashFailsWhatIsInItAndWhatComes()
    {
        Scenario scenario = oneStation(1, station(u"web"_s, constant(0.5)));
        scenario.topology.nodes[0].arrivals.model = ArrivalModel::Constant;
        scenario.faults = {crash(3.25, 2.5)};
        scenario.run = run(10, 1, 0);
        const RunResult result = simulated(scenario);
        const NodeResult &web = result.nodes[u"web"_s];
        COMPARE_APPROX(web.errors.failed.values[0], 3.0 / 9, 1e-12, 0);
        COMPARE_APPROX(result.sources[u"clients"_s].errorRate.values[0], 3.0 / 9, 1e-12, 0);
        COMPARE_APPROX(web.availability.values[0], 0.75, 1e-12, 0);
        COMPARE_APPROX(web.instances.values[0], 0.75, 1e-12, 0);
        // 6 services of 0.5 s and 0.25 s of the one cut off, over the 7.5 s it was up; the arrival
        // of 9 ends at 9.5.
        COMPARE_APPROX(web.utilization.values[0], 3.25 / 7.5, 1e-12, 0);
        QCOMPARE(result.recovery.size(), std::size_t(1));
    }

    /// The queue of a crashed instance behind a balancer fails with it; the balancer avoids it
    /// while it is down. Two instances, 3 s of service, arrivals at 1, 2, ...: 1 -> a, 2 -> b, 3 ->
    /// a (waits), 4 -> b (waits); a crashes at 4.5: after 1 was answered at 4, a serves 3, which
    /// fails. 5, 6, 7 -> b.
    void balancerAvoidsWhatIsDown()
    {
        Scenario scenario = balanced(BalancingPolicy::RoundRobin, constant(3), 2);
        scenario.topology.nodes[0].arrivals.rate = 1;
        FaultSpec fault = crash(4.5, 3);
        fault.instance = 0;
        scenario.faults = {fault};
        scenario.run = run(30, 1, 0);
        const RunResult result = simulated(scenario);
        const NodeResult &web = result.nodes[u"web"_s];
        COMPARE_APPROX(web.errors.failed.values[0], 1.0 / 29, 1e-12, 0);
        COMPARE_APPROX(web.availability.values[0], 1, 1e-12, 0);
        COMPARE_APPROX(web.instances.values[0], 57.0 / 30, 1e-12, 0);
        COMPARE_APPROX(web.instanceUtilization[1].values[0], 28.0 / 30, 1e-12, 0);
    }

    /// With one queue for all, what waits is served by the instance that is left.
    void sharedQueueSurvivesOneInstance()
    {
        Scenario scenario = oneStation(1, station(u"web"_s, constant(1.5), 1, 2));
        scenario.topology.nodes[0].arrivals.model = ArrivalModel::Constant;
        FaultSpec fault = crash(5.25, 1000);
        fault.instance = 0;
        scenario.faults = {fault};
        scenario.run = run(20, 1, 0);
        const RunResult result = simulated(scenario);
        COMPARE_APPROX(result.nodes[u"web"_s].errors.failed.values[0], 1.0 / 19, 1e-12, 0);
        QVERIFY(!result.recovery.front().recovered);
    }

    /// A crash without duration to speak of changes nothing at all.
    void crashOfNoDurationDoesNothing()
    {
        Scenario scenario = oneStation(50, station(u"web"_s, exponential(0.01)));
        scenario.run = run(100, 2, 0);
        const RunResult without = simulated(scenario);
        scenario.faults = {crash(50, 0)};
        QVERIFY(simulated(scenario).nodes[u"web"_s].waitingTime
                == without.nodes[u"web"_s].waitingTime);
    }

    void unknownFaultIsRefusedByName()
    {
        Scenario scenario = oneStation(50, station(u"web"_s, exponential(0.01)));
        scenario.faults = {crash(1, 1)};
        scenario.faults[0].kind = u"hang"_s;
        NullJobControl job;
        const auto result = simulate(scenario, {}, job);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unsupported);
        QVERIFY(result.error().message.contains(u"hang"_s));
    }

    /// At equal load: random splits into M/M/1 queues (a Poisson process split by tosses), one
    /// shared queue is M/M/c; every policy that looks at the load lies between, power of two near
    /// the limit of Mitzenmacher (1996): mean number per server sum of rho^(2^i - 1), i >= 1, for
    /// many servers.
    void balancerPolicies()
    {
        const double rho = 0.8;
        const int servers = 10;
        const auto waitWith = [&](BalancingPolicy policy) {
            Scenario scenario = balanced(policy, exponential(0.01), servers);
            scenario.topology.nodes[0] = poissonSource(u"clients"_s, rho * servers * 100);
            scenario.run = run(150, 5);
            const RunResult result = simulated(scenario);
            return result.nodes[u"web"_s].waitingTime;
        };
        const double random = rho / (100 * (1 - rho));
        COMPARE_THEORY(waitWith(BalancingPolicy::Random), random);
        double number = 0;
        for (int i = 1; i < 7; ++i)
            number += std::pow(rho, std::pow(2, i) - 1);
        const double powerOfTwo = waitWith(BalancingPolicy::PowerOfTwo).figure().mean;
        COMPARE_APPROX(powerOfTwo, 0.01 * (number / rho - 1), 0.15, 0);
        // Round robin makes the gaps of each queue Erlang: less waiting than random, more than by
        // load.
        const double roundRobin = waitWith(BalancingPolicy::RoundRobin).figure().mean;
        const double least = waitWith(BalancingPolicy::LeastConnections).figure().mean;
        QVERIFY(roundRobin < 0.8 * random);
        QVERIFY(powerOfTwo < roundRobin);
        QVERIFY(least < powerOfTwo);
        QVERIFY(least > 0.001); // M/M/10 waits 2 ms
    }

private:
    static FaultSpec crash(double at, double duration)
    {
        FaultSpec fault;
        fault.kind = u"crash"_s;
        fault.target = u"web"_s;
        fault.at = at;
        fault.duration = duration;
        return fault;
    }

    /// Constant arrivals, a balancer, a service of one worker each.
    static Scenario
    balanced(BalancingPolicy policy, const topology::Distribution &service, int instances)
    {
        Scenario scenario;
        scenario.topology.nodes = {source(u"clients"_s, ArrivalModel::Constant, 1),
                                   balancer(u"edge"_s, policy),
                                   station(u"web"_s, service, 1, instances)};
        scenario.topology.calls = {call(u"clients"_s, u"edge"_s), call(u"edge"_s, u"web"_s)};
        return scenario;
    }
};

QTEST_GUILESS_MAIN(TestRequestLife)
#include "tst_request_life.moc"
