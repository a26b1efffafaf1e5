// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/assessment.h"
#include "core/practice/judgement.h"
#include "core/practice/rules.h"
#include "tests/support/approx.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::practice;

namespace {

/// Ten replications around a mean: half of them `spread` above, half below. The half-width is then
/// t(0.975, 9) s / sqrt(10) = 2.262 * 1.0541 spread / 3.1623 = 0.754 spread.
simulation::Measure around(double mean, double spread = 0)
{
    simulation::Measure measure;
    for (int i = 0; i < 10; ++i)
        measure.values.push_back(i % 2 == 0 ? mean + spread : mean - spread);
    return measure;
}

/// users -> edge -> web (2 x 4) -> db (2 x 8), timeouts in order, short queues: nothing to find.
const char *const kSound = R"({ "format": "dramatis-scenario", "version": 1,
  "nodes": [
    { "id": "users", "kind": "source", "arrivals": { "model": "poisson", "rate": 100 } },
    { "id": "edge", "kind": "loadBalancer", "instances": 2 },
    { "id": "web", "kind": "service", "instances": 2, "workers": 4, "queueLimit": 2,
      "serviceTime": { "distribution": "exponential", "mean": 0.02 } },
    { "id": "db", "kind": "database", "instances": 2, "workers": 8, "queueLimit": 8,
      "serviceTime": { "distribution": "exponential", "mean": 0.02 } } ],
  "calls": [ { "from": "users", "to": "edge" },
             { "from": "edge", "to": "web", "timeout": 0.9 },
             { "from": "web", "to": "db", "timeout": 0.4, "retries": { "attempts": 2 } } ],
  "run": { "duration": 600, "replications": 10, "seed": 1 } })";

simulation::Scenario sound()
{
    const auto scenario = simulation::scenarioFromText(kSound);
    if (!scenario)
        qFatal("%s", qPrintable(scenario.error().message));
    return *scenario;
}

simulation::RunResult soundRun()
{
    simulation::RunResult run;
    run.replications = 10;
    run.duration = 600;
    for (const auto &[id, busy] : {std::pair{u"web"_s, 0.5}, std::pair{u"db"_s, 0.4}}) {
        simulation::NodeResult &node = run.nodes[id];
        node.utilization = around(busy, 0.01);
        node.instanceUtilization = {around(busy, 0.01), around(busy * 1.1, 0.01)};
        node.responseTime.p999 = around(0.1, 0.001);
        node.arrivals = around(100);
    }
    simulation::SourceResult &users = run.sources[u"users"_s];
    users.offered = around(100);
    users.throughput = around(100, 1);
    users.responseTime.p95 = around(0.08, 0.002);
    users.breakdown[u"web"_s] = {around(0.002, 0.001), around(0.02)};
    users.breakdown[u"db"_s] = {around(0.001), around(0.02)};
    users.network = around(0.001);
    return run;
}

const PracticeGraph &threeTier()
{
    static const PracticeGraph graph = [] {
        const auto library = curatedLibrary();
        if (!library)
            qFatal("%s", qPrintable(library.error().message));
        return library->graphs.front();
    }();
    return graph;
}

Assessment assessed(const simulation::Scenario &scenario,
                    const simulation::RunResult &run,
                    const PracticeGraph &graph = threeTier(),
                    const persona::PersonaSet *personas = nullptr,
                    std::int64_t now = 0)
{
    NullJobControl job;
    const auto assessment = assess({scenario, run, graph, personas, now}, job);
    if (!assessment)
        qFatal("%s", qPrintable(assessment.error().message));
    return *assessment;
}

/// The finding of a rule on a place; one with state NotApplicable and no rule where there is none.
Finding findingOn(const Assessment &assessment, const QString &rule, const QString &on)
{
    const auto found = std::find_if(
        assessment.findings.begin(), assessment.findings.end(), [&](const Finding &finding) {
            return finding.rule == rule && finding.on == on;
        });
    return found == assessment.findings.end() ? Finding{} : *found;
}

#define COMPARE_STATE(finding, expected)                                                           \
    do {                                                                                           \
        const Finding finding_ = (finding);                                                        \
        QVERIFY2(!finding_.rule.isEmpty(), "there is no such finding");                            \
        QVERIFY2(finding_.state == (expected),                                                     \
                 qPrintable(finding_.title + u" | " + finding_.detail));                           \
    } while (false)

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void judgementIsCautious_data()
    {
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("halfWidth");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("more");
        QTest::newRow("below") << 0.6 << 0.05 << int(FindingState::Holds) << 0;
        QTest::newRow("above") << 0.8 << 0.05 << int(FindingState::Deviates) << 0;
        // ± 0.02 at 0.01 beyond the threshold: (0.02 / 0.01)² = 4 times the 10 replications.
        QTest::newRow("crosses") << 0.71 << 0.02 << int(FindingState::Undecided) << 30;
        QTest::newRow("touches from below") << 0.5 << 0.2 << int(FindingState::Holds) << 0;
        QTest::newRow("no interval") << 0.1 << std::nan("") << int(FindingState::Undecided) << 1;
        QTest::newRow("nothing") << std::nan("") << std::nan("") << int(FindingState::NotApplicable)
                                 << 0;
    }

    void judgementIsCautious()
    {
        QFETCH(double, mean);
        QFETCH(double, halfWidth);
        QFETCH(int, state);
        QFETCH(int, more);
        const Judgement judgement = judge({mean, halfWidth}, 0.7, Bound::AtMost, false, 10);
        QCOMPARE(int(judgement.state), state);
        QCOMPARE(judgement.moreReplications, more);
    }

    void aSoundSystemHasNothingButHolds()
    {
        const Assessment assessment = assessed(sound(), soundRun());
        for (const Finding &finding : assessment.findings)
            QVERIFY2(finding.state == FindingState::Holds || finding.rule == u"TOP-03"_s,
                     qPrintable(finding.rule + u": " + finding.title + u" | " + finding.detail));
        COMPARE_APPROX(assessment.match.score, 1, 1e-12, 0);
    }

    void findingsComeDeviationsFirstAndGiveTheScore()
    {
        simulation::RunResult run = soundRun();
        run.nodes[u"web"_s].utilization = around(0.9, 0.01); // critical deviates: weight 4
        run.nodes[u"db"_s].utilization = around(0.7, 0.05);  // undecided
        const Assessment assessment = assessed(sound(), run);
        QCOMPARE(assessment.findings.front().rule, u"CAP-01"_s);
        QVERIFY(std::is_sorted(assessment.findings.begin(),
                               assessment.findings.end(),
                               [](const Finding &a, const Finding &b) {
                                   const auto rank = [](const Finding &finding) {
                                       return finding.state == FindingState::Deviates    ? 0
                                              : finding.state == FindingState::Undecided ? 1
                                              : finding.state == FindingState::Holds     ? 2
                                                                                         : 3;
                                   };
                                   return rank(a) < rank(b);
                               }));
        double held = 0;
        double decided = 0;
        for (const Finding &finding : assessment.findings) {
            const double weight = finding.severity == Severity::Critical  ? 4
                                  : finding.severity == Severity::Warning ? 2
                                                                          : 1;
            held += finding.state == FindingState::Holds ? weight : 0;
            decided +=
                finding.state == FindingState::Holds || finding.state == FindingState::Deviates
                    ? weight
                    : 0;
        }
        COMPARE_APPROX(assessment.score, 100 * held / decided, 1e-12, 0);
        QVERIFY(assessment.score < 100);
    }

    void utilisation()
    {
        simulation::Scenario scenario = sound();
        simulation::RunResult run = soundRun();
        COMPARE_STATE(findingOn(assessed(scenario, run), u"CAP-01"_s, u"web"_s),
                      FindingState::Holds);
        run.nodes[u"web"_s].utilization = around(0.91, 0.02);
        const Finding bad = findingOn(assessed(scenario, run), u"CAP-01"_s, u"web"_s);
        COMPARE_STATE(bad, FindingState::Deviates);
        QVERIFY2(bad.title.contains(u"web runs at 91"), qPrintable(bad.title));
        COMPARE_APPROX(bad.value.halfWidth, 0.754 * 0.02, 1e-3, 0);
        QCOMPARE(bad.threshold, 0.7);
        QVERIFY(!bad.adapted);
        run.nodes[u"web"_s].utilization = around(0.71, 0.04);
        const Finding unsure = findingOn(assessed(scenario, run), u"CAP-01"_s, u"web"_s);
        COMPARE_STATE(unsure, FindingState::Undecided);
        // half-width 0.0302, distance 0.01: 10 * 9.1 = 91 replications, 81 or 82 more.
        QVERIFY2(unsure.detail.contains(u"Run 81 more") || unsure.detail.contains(u"Run 82 more"),
                 qPrintable(unsure.detail));
        scenario.topology.find(u"web"_s)->assumed = true;
        COMPARE_STATE(findingOn(assessed(scenario, run), u"CAP-01"_s, u"web"_s),
                      FindingState::NotApplicable);
        QVERIFY(findingOn(assessed(scenario, run), u"CAP-01"_s, u"edge"_s).rule.isEmpty());
    }

    void utilisationAdaptsToAnObjective()
    {
        // One M/M/1 of 0.02 s; mean response at most 0.1 s leaves 0.08, half is 0.04 = 2 S:
        // rho / (1 - rho) = 2 at 2/3.
        simulation::Scenario scenario = sound();
        scenario.topology.nodes = {*scenario.topology.find(u"users"_s),
                                   *scenario.topology.find(u"web"_s)};
        scenario.topology.nodes[1].instances = 1;
        scenario.topology.nodes[1].workers = 1;
        topology::Call call;
        call.from = u"users"_s;
        call.to = u"web"_s;
        scenario.topology.calls = {call};
        scenario.objectives = {{u"users"_s, u"responseTime.mean"_s, 0.1, std::nullopt}};
        simulation::RunResult run = soundRun();
        run.sources[u"users"_s].breakdown = {{u"web"_s, {around(0.01), around(0.02)}}};
        run.sources[u"users"_s].network = around(0);
        run.nodes[u"web"_s].utilization = around(0.68, 0.005);
        Finding finding = findingOn(assessed(scenario, run), u"CAP-01"_s, u"web"_s);
        COMPARE_STATE(finding, FindingState::Deviates);
        QVERIFY(finding.adapted);
        COMPARE_APPROX(finding.threshold, 2.0 / 3, 1e-9, 0);
        QCOMPARE(finding.defaultThreshold, 0.7);

        // A persona that is twice as bursty (ca = 2): (ca² + cs²) / 2 = 2.5, rho / (1 - rho) = 0.8
        // at 4/9.
        persona::PersonaSet personas;
        personas.personas.resize(1);
        personas.personas[0].name = u"bursty writer"_s;
        personas.personas[0].burstiness = 2;
        scenario.topology.nodes[0].personas = {{u"bursty writer"_s, 1}};
        finding = findingOn(assessed(scenario, run, threeTier(), &personas), u"CAP-01"_s, u"web"_s);
        COMPARE_APPROX(finding.threshold, 4.0 / 9, 1e-9, 0);
        QCOMPARE(finding.adaptedTo, u"bursty writer"_s);

        // The user's override wins.
        PracticeGraph graph = threeTier();
        for (Rule &rule : graph.rules) {
            if (rule.id == u"CAP-01"_s)
                rule.parameters.insert(kOverride, 0.8);
        }
        finding = findingOn(assessed(scenario, run, graph, &personas), u"CAP-01"_s, u"web"_s);
        COMPARE_STATE(finding, FindingState::Holds);
        QCOMPARE(finding.threshold, 0.8);
        QVERIFY(!finding.adapted);

        // No utilisation meets an objective shorter than the work.
        scenario.objectives[0].atMost = 0.01;
        finding = findingOn(assessed(scenario, run), u"CAP-01"_s, u"web"_s);
        QCOMPARE(finding.threshold, 0.7);
        QVERIFY(!finding.adapted);
    }

    void queueBound()
    {
        simulation::Scenario scenario = sound();
        const simulation::RunResult run = soundRun();
        // web has own queues behind the balancer: 2 places for 4 workers; db 8 for 16.
        const Finding good = findingOn(assessed(scenario, run), u"CAP-03"_s, u"web"_s);
        COMPARE_STATE(good, FindingState::Holds);
        COMPARE_APPROX(good.value.mean, 0.5, 1e-12, 0);
        scenario.topology.find(u"web"_s)->queueLimit.reset();
        const Finding unbounded = findingOn(assessed(scenario, run), u"CAP-03"_s, u"web"_s);
        COMPARE_STATE(unbounded, FindingState::Deviates);
        QVERIFY(std::isinf(unbounded.value.mean));
        // SRE book, chapter 22: ten times the workers at 100 ms makes 1.1 s.
        topology::Node &web = *scenario.topology.find(u"web"_s);
        web.queueLimit = 40;
        web.serviceTime->mean = 0.1;
        const Finding deep = findingOn(assessed(scenario, run), u"CAP-03"_s, u"web"_s);
        COMPARE_STATE(deep, FindingState::Deviates);
        QVERIFY2(deep.detail.contains(u"1.1"), qPrintable(deep.detail));
        web.discipline = topology::Discipline::ProcessorSharing;
        COMPARE_STATE(findingOn(assessed(scenario, run), u"CAP-03"_s, u"web"_s),
                      FindingState::NotApplicable);
        // One worker may always have one waiting place.
        topology::Node &db = *scenario.topology.find(u"db"_s);
        db.instances = 1;
        db.workers = 1;
        db.queueLimit = 1;
        COMPARE_STATE(findingOn(assessed(scenario, run), u"CAP-03"_s, u"db"_s),
                      FindingState::Holds);
        db.queueLimit = 2;
        COMPARE_STATE(findingOn(assessed(scenario, run), u"CAP-03"_s, u"db"_s),
                      FindingState::Deviates);
    }

    void burstyQueuesMayHoldWhatACallerWaitsOut()
    {
        // Timeout 0.4 s, service 0.02 s: 19 waiting places per worker.
        simulation::Scenario scenario = sound();
        scenario.topology.find(u"db"_s)->queueLimit = 300;
        persona::PersonaSet personas;
        personas.personas.resize(1);
        personas.personas[0].name = u"batch"_s;
        personas.personas[0].burstiness = 3;
        scenario.topology.find(u"users"_s)->personas = {{u"batch"_s, 1}};
        const Finding finding =
            findingOn(assessed(scenario, soundRun(), threeTier(), &personas), u"CAP-03"_s, u"db"_s);
        COMPARE_STATE(finding, FindingState::Holds);
        COMPARE_APPROX(finding.threshold, 19, 1e-9, 0);
        QVERIFY(finding.adapted);
    }

    void overProvision()
    {
        simulation::Scenario scenario = sound();
        simulation::RunResult run = soundRun();
        run.nodes[u"web"_s].utilization = around(0.1, 0.005);
        // At the minimum of two, idling is fine.
        COMPARE_STATE(findingOn(assessed(scenario, run), u"CAP-07"_s, u"web"_s),
                      FindingState::Holds);
        topology::setInstances(*scenario.topology.find(u"web"_s), 6);
        COMPARE_STATE(findingOn(assessed(scenario, run), u"CAP-07"_s, u"web"_s),
                      FindingState::Deviates);
        run.nodes[u"web"_s].utilization = around(0.25, 0.05);
        COMPARE_STATE(findingOn(assessed(scenario, run), u"CAP-07"_s, u"web"_s),
                      FindingState::Undecided);
        scenario.topology.find(u"web"_s)->assumed = true;
        QVERIFY(findingOn(assessed(scenario, run), u"CAP-07"_s, u"web"_s).rule.isEmpty());
    }

    void minInstances()
    {
        simulation::Scenario scenario = sound();
        COMPARE_STATE(findingOn(assessed(scenario, soundRun()), u"RED-01"_s, u"db"_s),
                      FindingState::Holds);
        scenario.topology.find(u"db"_s)->instances = 1;
        const Finding single = findingOn(assessed(scenario, soundRun()), u"RED-01"_s, u"db"_s);
        COMPARE_STATE(single, FindingState::Deviates);
        QCOMPARE(single.title, u"db has a single instance"_s);
        QCOMPARE(single.severity, Severity::Critical);
        // Not on a required path: nothing is said.
        scenario.topology.findCall(u"web"_s, u"db"_s)->optional = true;
        QVERIFY(findingOn(assessed(scenario, soundRun()), u"RED-01"_s, u"db"_s).rule.isEmpty());
    }

    void balance()
    {
        simulation::Scenario scenario = sound();
        simulation::RunResult run = soundRun();
        const Finding even = findingOn(assessed(scenario, run), u"RED-07"_s, u"web"_s);
        COMPARE_STATE(even, FindingState::Holds);
        COMPARE_APPROX(even.value.mean, 1.1 / 1.05, 1e-3, 0);
        run.nodes[u"web"_s].instanceUtilization = {around(0.9, 0.01), around(0.3, 0.01)};
        const Finding uneven = findingOn(assessed(scenario, run), u"RED-07"_s, u"web"_s);
        COMPARE_STATE(uneven, FindingState::Deviates);
        COMPARE_APPROX(uneven.value.mean, 1.5, 5e-3, 0);
        run.nodes[u"web"_s].instanceUtilization = {around(0.5, 0.2), around(0.3, 0)};
        COMPARE_STATE(findingOn(assessed(scenario, run), u"RED-07"_s, u"web"_s),
                      FindingState::Undecided);
        run.nodes[u"web"_s].instanceUtilization = {around(0.0001), around(0)};
        COMPARE_STATE(findingOn(assessed(scenario, run), u"RED-07"_s, u"web"_s),
                      FindingState::NotApplicable);
    }

    void timeoutPresent()
    {
        simulation::Scenario scenario = sound();
        simulation::RunResult run = soundRun();
        COMPARE_STATE(findingOn(assessed(scenario, run), u"OVL-01"_s, u"web>db"_s),
                      FindingState::Holds);
        // The clients' own patience is not ours to set.
        QVERIFY(findingOn(assessed(scenario, run), u"OVL-01"_s, u"users>edge"_s).rule.isEmpty());
        scenario.topology.findCall(u"web"_s, u"db"_s)->timeout = 2; // 20 times 0.1
        const Finding long_ = findingOn(assessed(scenario, run), u"OVL-01"_s, u"web>db"_s);
        COMPARE_STATE(long_, FindingState::Deviates);
        COMPARE_APPROX(long_.value.mean, 20, 1e-3, 0);
        QVERIFY(!long_.verifiable);
        run.nodes[u"db"_s].responseTime.p999 = around(0.2, 0.05);
        COMPARE_STATE(findingOn(assessed(scenario, run), u"OVL-01"_s, u"web>db"_s),
                      FindingState::Undecided);
        scenario.topology.findCall(u"web"_s, u"db"_s)->timeout.reset();
        const Finding absent = findingOn(assessed(scenario, run), u"OVL-01"_s, u"web>db"_s);
        COMPARE_STATE(absent, FindingState::Deviates);
        QCOMPARE(absent.title, u"web waits for db without a timeout"_s);
    }

    void timeoutOrder_data()
    {
        QTest::addColumn<double>("outer");
        QTest::addColumn<double>("inner");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<int>("state");
        // SRE book, chapter 22: 30 s at the top, 23 s and 19 s below leave room.
        QTest::newRow("30 over 23") << 30.0 << 23.0 << 1 << int(FindingState::Holds);
        QTest::newRow("30 over 30") << 30.0 << 30.0 << 1 << int(FindingState::Deviates);
        QTest::newRow("attempts add up") << 30.0 << 16.0 << 2 << int(FindingState::Deviates);
        // Strict: 0.5 + 0.02 of work against 0.52.
        QTest::newRow("equal") << 0.52 << 0.5 << 1 << int(FindingState::Deviates);
    }

    void timeoutOrder()
    {
        QFETCH(double, outer);
        QFETCH(double, inner);
        QFETCH(int, attempts);
        QFETCH(int, state);
        simulation::Scenario scenario = sound();
        scenario.topology.findCall(u"edge"_s, u"web"_s)->timeout = outer;
        topology::Call &call = *scenario.topology.findCall(u"web"_s, u"db"_s);
        call.timeout = inner;
        call.retries.attempts = attempts;
        COMPARE_STATE(findingOn(assessed(scenario, soundRun()), u"OVL-02"_s, u"web>db"_s),
                      FindingState(state));
    }

    void timeoutOrderProposesTheLongestInnerTimeoutThatFits()
    {
        simulation::Scenario scenario = sound();
        scenario.topology.findCall(u"web"_s, u"db"_s)->timeout = 0.5;
        const simulation::RunResult run = soundRun();
        const Finding finding = findingOn(assessed(scenario, run), u"OVL-02"_s, u"web>db"_s);
        COMPARE_STATE(finding, FindingState::Deviates); // 2 * 0.5 + 0.02 against 0.9
        const Match match = matchGraph(scenario.topology, threeTier());
        const PeakLoad peak;
        const RuleContext context{scenario, run, threeTier(), match, peak};
        const auto proposals =
            ruleKind(finding.kind)->propose(context, *threeTier().rule(u"OVL-02"_s), finding);
        QCOMPARE(proposals.size(), 1U);
        const Change &change = proposals.front().steps.front().changes.front();
        QCOMPARE(change.path, u"calls.web>db.timeout"_s);
        COMPARE_APPROX(change.to.toDouble(), 0.431, 1e-9, 0); // 0.98 * (0.9 - 0.02) / 2, whole ms
    }

    void timeoutOrderNeedsTwoTimeouts()
    {
        simulation::Scenario scenario = sound();
        scenario.topology.findCall(u"edge"_s, u"web"_s)->timeout.reset();
        COMPARE_STATE(findingOn(assessed(scenario, soundRun()), u"OVL-02"_s, QString()),
                      FindingState::NotApplicable);
    }

    void amplification()
    {
        simulation::Scenario scenario = sound();
        COMPARE_STATE(findingOn(assessed(scenario, soundRun()), u"OVL-05"_s, u"db"_s),
                      FindingState::Holds);
        for (topology::Call &call : scenario.topology.calls)
            call.retries.attempts = 4;
        const Finding three = findingOn(assessed(scenario, soundRun()), u"OVL-05"_s, u"db"_s);
        COMPARE_STATE(three, FindingState::Deviates);
        COMPARE_APPROX(three.value.mean, 64, 0, 0); // SRE book, chapter 22
        for (topology::Call &call : scenario.topology.calls)
            call.async = true;
        COMPARE_STATE(findingOn(assessed(scenario, soundRun()), u"OVL-05"_s, QString()),
                      FindingState::NotApplicable);
    }

    void depth()
    {
        simulation::Scenario scenario = sound();
        COMPARE_STATE(findingOn(assessed(scenario, soundRun()), u"TOP-02"_s, u"db"_s),
                      FindingState::Holds);
        QString last = u"db"_s;
        for (int i = 1; i <= 6; ++i) {
            topology::Node node;
            node.id = u"layer%1"_s.arg(i);
            scenario.topology.nodes.push_back(node);
            topology::Call call;
            call.from = last;
            call.to = node.id;
            scenario.topology.calls.push_back(call);
            last = node.id;
        }
        COMPARE_STATE(findingOn(assessed(scenario, soundRun()), u"TOP-02"_s, last),
                      FindingState::Deviates);
        topology::Call back;
        back.from = u"db"_s;
        back.to = u"web"_s;
        scenario.topology.calls.push_back(back);
        const Assessment circle = assessed(scenario, soundRun());
        QVERIFY(
            std::any_of(circle.findings.begin(), circle.findings.end(), [](const Finding &finding) {
                return finding.rule == u"TOP-02"_s && finding.state == FindingState::Deviates
                       && finding.title.contains(u"wait for one another");
            }));
        for (topology::Call &call : scenario.topology.calls)
            call.async = true;
        COMPARE_STATE(findingOn(assessed(scenario, soundRun()), u"TOP-02"_s, QString()),
                      FindingState::NotApplicable);
    }

    void criticalPath()
    {
        const simulation::Scenario scenario = sound();
        simulation::RunResult run = soundRun();
        // web 0.022 ± 0.001 of 0.044 ± 0.001: around a half.
        COMPARE_STATE(findingOn(assessed(scenario, run), u"TOP-03"_s, u"web"_s),
                      FindingState::Undecided);
        run.sources[u"users"_s].network = around(0.01);
        COMPARE_STATE(findingOn(assessed(scenario, run), u"TOP-03"_s, u"web"_s),
                      FindingState::Holds);
        run.sources[u"users"_s].breakdown[u"db"_s].service = around(0.2, 0.001);
        const Finding heavy = findingOn(assessed(scenario, run), u"TOP-03"_s, u"db"_s);
        COMPARE_STATE(heavy, FindingState::Deviates);
        COMPARE_APPROX(heavy.value.mean, 0.201 / 0.233, 1e-3, 0);
        run.sources[u"users"_s].breakdown.remove(u"web"_s);
        COMPARE_STATE(findingOn(assessed(scenario, run), u"TOP-03"_s, u"users"_s),
                      FindingState::NotApplicable);
    }

    void theGradeIsTheLeastOfItsPartsAndSaysWhatIsMissing()
    {
        persona::PersonaSet personas;
        personas.personas.resize(1);
        persona::Persona &persona = personas.personas[0];
        persona.name = u"steady"_s;
        persona.exchanges = 50000;
        persona.confidence.score = 0.95;
        persona.confidence.relativeHalfWidth = 0.05;
        persona.observedTo = 0;
        simulation::Scenario scenario = sound();
        scenario.topology.find(u"users"_s)->personas = {{u"steady"_s, 1}};
        const std::int64_t day = 86'400 * kNanosecondsPerSecond;
        const ConfidenceGrade fresh =
            assessed(scenario, soundRun(), threeTier(), &personas, 6 * day).grade;
        QStringList parts;
        for (const AssessmentGrade &part : fresh.parts)
            parts.append(u"%1 %2"_s.arg(part.part).arg(part.value, 0, 'f', 2));
        // age 1 - 6 / 60; interval 1 - 0.754 * 0.002 / 0.08.
        QCOMPARE(parts.join(u", "_s), u"age 0.90, sample 0.95, interval 0.98"_s);
        // Not calibrated: a gate fails, so it is low whatever the parts.
        QCOMPARE(fresh.failedGates.size(), 1);
        COMPARE_APPROX(fresh.value, 0.49, 0, 1e-12);
        QCOMPARE(fresh.word(), u"low"_s);
        const ConfidenceGrade old =
            assessed(scenario, soundRun(), threeTier(), &personas, 45 * day).grade;
        COMPARE_APPROX(old.value, 0.25, 1e-9, 0);
        QCOMPARE(old.failedGates.size(), 2);
    }

    void disabledRulesAndCancelledJobs()
    {
        PracticeGraph graph = threeTier();
        for (Rule &rule : graph.rules)
            rule.enabled = rule.id == u"CAP-01"_s;
        for (const Finding &finding : assessed(sound(), soundRun(), graph).findings)
            QCOMPARE(finding.rule, u"CAP-01"_s);

        class Cancelled final : public JobControl
        {
        public:
            bool isCancelled() const noexcept override { return true; }
            void report(double, const QString &) override {}
        } cancelled;
        const simulation::Scenario scenario = sound();
        const simulation::RunResult run = soundRun();
        const auto assessment = assess({scenario, run, graph}, cancelled);
        QVERIFY(!assessment);
        QCOMPARE(assessment.error().kind, ErrorKind::Cancelled);
    }

    void theDocumentHasTheKeysOfTheScenarioPage()
    {
        simulation::Scenario scenario = sound();
        scenario.topology.find(u"web"_s)->queueLimit.reset();
        const QJsonObject document = assessmentToJson(assessed(scenario, soundRun()));
        QCOMPARE(document.value(u"ideal"_s)[u"graph"_s].toString(), u"three-tier"_s);
        QCOMPARE(document.value(u"ideal"_s)[u"mapping"_s][u"web"_s].toString(), u"application"_s);
        QVERIFY(document.contains(u"risks"_s));
        QVERIFY(document.value(u"score"_s).isDouble());
        const QJsonObject first = document.value(u"findings"_s).toArray().first().toObject();
        QCOMPARE(first.value(u"rule"_s).toString(), u"CAP-03"_s);
        QCOMPARE(first.value(u"state"_s).toString(), u"deviates"_s);
        QCOMPARE(first.value(u"severity"_s).toString(), u"warning"_s);
        QVERIFY(first.value(u"value"_s)[u"mean"_s].isNull()); // without bound
        QCOMPARE(first.value(u"threshold"_s).toDouble(), 0.5);
        QVERIFY(first.value(u"source"_s).toString().contains(u"SRE book"));
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
