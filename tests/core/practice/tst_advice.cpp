// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/advice.h"
#include "core/practice/assessment.h"
#include "core/practice/comparison.h"
#include "core/simulation/simulate.h"
#include "tests/support/approx.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::practice;

namespace {

/// The three-tier graph with these rules only.
PracticeGraph graphWith(const QStringList &rules)
{
    const auto library = curatedLibrary();
    if (!library)
        qFatal("%s", qPrintable(library.error().message));
    PracticeGraph graph = library->graphs.front();
    for (Rule &rule : graph.rules)
        rule.enabled = rules.contains(rule.id);
    return graph;
}

/// One station: Poisson arrivals, `rate` per second, on web. `more` are further keys of the
/// scenario.
simulation::Scenario station(double rate, const QByteArray &web, const QByteArray &more = {})
{
    const QByteArray text = R"({ "format": "dramatis-scenario", "version": 1,
  "nodes": [ { "id": "users", "kind": "source", "arrivals": { "model": "poisson", "rate": )"
                            + QByteArray::number(rate) + R"( } },
             { "id": "web", "kind": "service", )"
                            + web + R"( } ],
  "calls": [ { "from": "users", "to": "web" } ], )"
                            + more
                            + R"( "run": { "duration": 120, "replications": 10, "seed": 7 } })";
    const auto scenario = simulation::scenarioFromText(text);
    if (!scenario)
        qFatal("%s", qPrintable(scenario.error().message));
    return *scenario;
}

struct Advised
{
    simulation::RunResult run;
    Assessment assessment;
    AdaptiveGraph graph;
};

Advised
advised(const simulation::Scenario &scenario, const PracticeGraph &graph, unsigned threads = 2)
{
    NullJobControl job;
    Advised result;
    simulation::SimulateOptions simulate;
    simulate.threads = threads;
    auto run = simulation::simulate(scenario, simulate, job);
    if (!run)
        qFatal("%s", qPrintable(run.error().message));
    result.run = *std::move(run);
    const AssessmentInput input{scenario, result.run, graph};
    auto assessment = assess(input, job);
    if (!assessment)
        qFatal("%s", qPrintable(assessment.error().message));
    result.assessment = *std::move(assessment);
    AdviceOptions options;
    options.threads = threads;
    options.trialRequests = 10'000;
    auto advice = advise(input, result.assessment, options, job);
    if (!advice)
        qFatal("%s", qPrintable(advice.error().message));
    result.graph = *std::move(advice);
    return result;
}

QString titles(const AdaptiveGraph &graph)
{
    QStringList list;
    for (const Recommendation &recommendation : graph.recommendations)
        list.append(recommendation.title);
    return list.join(u"; "_s);
}

const QByteArray kFourServers = R"("instances": 4, "workers": 1,
    "serviceTime": { "distribution": "exponential", "mean": 0.05 }, "costPerHour": 0.5)";

/// Cancels at the nth question.
class CancelAfter final : public JobControl
{
public:
    explicit CancelAfter(int questions) : m_left(questions) {}
    bool isCancelled() const noexcept override { return m_left.fetch_sub(1) <= 0; }
    void report(double fraction, const QString &) override
    {
        m_fraction = std::max(m_fraction, fraction);
    }

private:
    mutable std::atomic<int> m_left;
    double m_fraction = 0;
};

} // namespace

class TestAdvice : public QObject
{
    Q_OBJECT

private slots:
    void anOverloadedStationGetsTheFewestInstancesThatServeIt()
    {
        // 5 erlang on 4 servers. At most 0.70 needs 5 / 0.7 = 7.1, so 8; 7 would run at 0.714.
        const Advised result = advised(station(100, kFourServers), graphWith({u"CAP-01"_s}));
        QCOMPARE(result.assessment.findings.front().state, FindingState::Deviates);
        QCOMPARE(titles(result.graph), u"web: 4 → 8 instances"_s);
        const Recommendation &recommendation = result.graph.recommendations.front();
        QCOMPARE(recommendation.changes.front().path, u"nodes.web.instances"_s);
        QCOMPARE(recommendation.changes.front().from.toInt(), 4);
        QCOMPARE(recommendation.changes.front().to.toInt(), 8);
        QVERIFY(recommendation.verified);
        QVERIFY(!recommendation.accepted);
        QVERIFY(recommendation.worsened.isEmpty());
        COMPARE_APPROX(recommendation.target.after.mean, 0.625, 0.02, 0);
        QVERIFY(recommendation.target.difference.mean + recommendation.target.difference.halfWidth
                < 0);
        COMPARE_APPROX(recommendation.costDifference.mean, 2, 1e-9, 0); // 4 more at 0.5
        QCOMPARE(result.graph.changed.topology.find(u"web"_s)->instances, 8);
        QVERIFY(result.graph.fixedPoint);
        QVERIFY(result.graph.unadvised.empty());
        QVERIFY(!result.graph.together.empty());
    }

    void anObjectiveAsksForTheServersOfErlangC()
    {
        // 5 erlang, S = 0.05 s. Mean response at most 54.5 ms leaves 4.5 ms, half is 2.25 ms.
        // Erlang C: C(8, 5) = 0.1673 makes a wait of 0.1673 * 50 ms / 3 = 2.8 ms; C(9, 5) = 0.0805
        // one of 1.0 ms.
        const simulation::Scenario scenario = station(
            100,
            kFourServers,
            R"("objectives": [ { "on": "users", "metric": "responseTime.mean", "atMost": 0.0545 } ],)");
        const Advised result = advised(scenario, graphWith({u"CAP-01"_s}));
        QCOMPARE(titles(result.graph), u"web: 4 → 9 instances"_s);
        QCOMPARE(result.graph.thresholds.size(), 1U);
        QVERIFY(result.graph.thresholds.front().threshold < 0.7);
    }

    void aSoundSystemIsAFixedPoint()
    {
        const Advised result = advised(station(50, kFourServers), graphWith({u"CAP-01"_s}));
        QVERIFY(result.graph.recommendations.empty());
        QVERIFY(result.graph.rejected.empty());
        QVERIFY(result.graph.unadvised.empty());
        QVERIFY(result.graph.together.empty());
        QVERIFY(result.graph.fixedPoint);
        QVERIFY(result.graph.changed == result.graph.base);
    }

    void anUnboundedQueueGetsABoundThatOverloadShows()
    {
        // 3 erlang on 8 workers; overload three times as much. At the peak a limit of 4 refuses
        // hardly anything: p8 rho^4 / (1 - rho) of M/M/8 is under 0.03 %.
        PracticeGraph graph = graphWith({u"CAP-03"_s});
        for (Rule &rule : graph.rules) {
            if (rule.id == u"CAP-03"_s)
                rule.parameters.insert(u"overload"_s, 3);
        }
        const QByteArray web =
            R"("workers": 8, "serviceTime": { "distribution": "constant", "mean": 0.02 })";
        const Advised result = advised(station(150, web), graph);
        QCOMPARE(titles(result.graph), u"web: waiting places unbounded → 4"_s);
        const Recommendation &recommendation = result.graph.recommendations.front();
        QCOMPARE(recommendation.target.metric, u"responseTime.p99"_s);
        QVERIFY(recommendation.changes.front().from.isNull());
        QVERIFY(result.graph.fixedPoint);
    }

    void aBoundThatRefusesAtThePeakIsRejectedWithItsReason()
    {
        // 5 erlang on 8 workers, exponential: a limit of 4 refuses about 1 % at the peak.
        const QByteArray web =
            R"("workers": 8, "serviceTime": { "distribution": "exponential", "mean": 0.02 })";
        const Advised result = advised(station(250, web), graphWith({u"CAP-03"_s}));
        QVERIFY(result.graph.recommendations.empty());
        QCOMPARE(result.graph.rejected.size(), 1U);
        QVERIFY2(result.graph.rejected.front().why.contains(u"errors of users"),
                 qPrintable(result.graph.rejected.front().why));
        QCOMPARE(result.graph.unadvised.size(), 1U);
        QVERIFY2(result.graph.unadvised.front().detail.contains(u"errors of users"),
                 qPrintable(result.graph.unadvised.front().detail));
        QVERIFY(result.graph.fixedPoint);
    }

    void aSingleInstanceIsDoubledBecauseACrashShowsIt()
    {
        const QByteArray web =
            R"("workers": 4, "serviceTime": { "distribution": "exponential", "mean": 0.01 })";
        const Advised result = advised(station(100, web), graphWith({u"RED-01"_s}));
        QCOMPARE(titles(result.graph), u"web: 1 → 2 instances"_s);
        const Effect &target = result.graph.recommendations.front().target;
        QCOMPARE(target.on, u"users"_s);
        QCOMPARE(target.metric, u"errorRate"_s);
        // The only instance is down for a fifth of the run.
        COMPARE_APPROX(target.before.mean, 0.2, 0.1, 0);
        QVERIFY(target.after.mean < 0.01);
    }

    void whatCannotBeVerifiedIsShownWithoutARecommendation()
    {
        simulation::Scenario scenario = station(50, kFourServers);
        topology::Node db = *scenario.topology.find(u"web"_s);
        db.id = u"db"_s;
        db.kind = topology::NodeKind::Database;
        scenario.topology.nodes.push_back(db);
        topology::Call call;
        call.from = u"web"_s;
        call.to = u"db"_s;
        scenario.topology.calls.push_back(call);
        const Advised result = advised(scenario, graphWith({u"OVL-01"_s}));
        QVERIFY(result.graph.recommendations.empty());
        QCOMPARE(result.graph.unadvised.size(), 1U);
        QCOMPARE(result.graph.unadvised.front().on, u"web>db"_s);
        QVERIFY(result.graph.unadvised.front().detail.contains(u"not simulated yet"));
        QVERIFY(result.graph.fixedPoint);
    }

    void advisingAgainOnTheChangedScenarioAdvisesNothingMore()
    {
        const PracticeGraph graph = graphWith({u"CAP-01"_s, u"RED-01"_s, u"CAP-07"_s, u"TOP-02"_s});
        const QByteArray web = R"("workers": 4,
            "serviceTime": { "distribution": "exponential", "mean": 0.05 }, "costPerHour": 0.5)";
        const Advised first = advised(station(100, web), graph);
        // 5 erlang on 4 workers: 2 instances run at 0.625, and are two.
        QCOMPARE(titles(first.graph), u"web: 1 → 2 instances"_s);
        QVERIFY(first.graph.fixedPoint);
        const Advised second = advised(first.graph.changed, graph);
        QVERIFY2(second.graph.recommendations.empty(), qPrintable(titles(second.graph)));
    }

    void theNumberOfThreadsChangesNothing()
    {
        const simulation::Scenario scenario = station(100, kFourServers);
        const PracticeGraph graph = graphWith({u"CAP-01"_s, u"RED-01"_s});
        QVERIFY(advised(scenario, graph, 1).graph == advised(scenario, graph, 2).graph);
    }

    void theBudgetBoundsWhatIsRecommended()
    {
        const simulation::Scenario scenario = station(100, kFourServers);
        const PracticeGraph graph = graphWith({u"CAP-01"_s});
        NullJobControl job;
        const auto run = simulation::simulate(scenario, {}, job);
        QVERIFY(run);
        const AssessmentInput input{scenario, *run, graph};
        const auto assessment = assess(input, job);
        QVERIFY(assessment);
        AdviceOptions options;
        options.trialRequests = 5000;
        options.budget = 1.0; // four more instances cost 2
        int found = 0;
        options.found = [&found](const Recommendation &) { ++found; };
        const auto advice = advise(input, *assessment, options, job);
        QVERIFY2(advice, qPrintable(advice ? QString() : advice.error().message));
        QVERIFY(!advice->rejected.empty());
        QCOMPARE(advice->rejected.front().why, u"over the budget"_s);
        // More workers in each instance cost nothing here.
        QCOMPARE(titles(*advice), u"web: 1 → 2 workers"_s);
        QCOMPARE(found, 1);
    }

    void cancelledAdviceStops_data()
    {
        QTest::addColumn<int>("questions");
        QTest::newRow("at once") << 0;
        QTest::newRow("in the first trial") << 3;
        QTest::newRow("later") << 40;
    }

    void cancelledAdviceStops()
    {
        QFETCH(int, questions);
        const simulation::Scenario scenario = station(100, kFourServers);
        const PracticeGraph graph = graphWith({u"CAP-01"_s});
        NullJobControl job;
        const auto run = simulation::simulate(scenario, {}, job);
        QVERIFY(run);
        const AssessmentInput input{scenario, *run, graph};
        const auto assessment = assess(input, job);
        QVERIFY(assessment);
        CancelAfter cancel(questions);
        const auto advice = advise(input, *assessment, {}, cancel);
        QVERIFY(!advice);
        QCOMPARE(advice.error().kind, ErrorKind::Cancelled);
    }

    void guardsHoldWhatTheyAllow_data()
    {
        QTest::addColumn<double>("p99");
        QTest::addColumn<double>("goodput");
        QTest::addColumn<double>("errors");
        QTest::addColumn<QString>("violation");
        QTest::newRow("better") << 0.9 << 101.0 << 0.0 << QString();
        QTest::newRow("within") << 1.01 << 99.0 << 0.0109 << QString();
        QTest::newRow("p99") << 1.03 << 100.0 << 0.01 << u"p99"_s;
        QTest::newRow("goodput") << 1.0 << 97.0 << 0.01 << u"goodput"_s;
        QTest::newRow("faster by failing more") << 0.5 << 100.0 << 0.012 << u"errors"_s;
        QTest::newRow("nothing answered") << std::nan("") << 100.0 << 0.01 << u"no answer"_s;
    }

    void guardsHoldWhatTheyAllow()
    {
        QFETCH(double, p99);
        QFETCH(double, goodput);
        QFETCH(double, errors);
        QFETCH(QString, violation);
        const auto runOf = [](double responseTime, double useful, double failed) {
            simulation::RunResult run;
            simulation::SourceResult &users = run.sources[u"users"_s];
            // Paired replications that differ from each other but not in their difference.
            for (int i = 0; i < 10; ++i) {
                users.responseTime.p99.values.push_back(responseTime * (1 + 0.1 * i));
                users.goodput.values.push_back(useful);
                users.errorRate.values.push_back(failed);
                users.responseTime.p95.values.push_back(responseTime);
            }
            return run;
        };
        const simulation::Scenario scenario;
        const simulation::RunResult before = runOf(1, 100, 0.01);
        const simulation::RunResult after = runOf(p99, goodput, errors);
        Experiment experiment;
        experiment.on = u"users"_s;
        experiment.metric = u"responseTime.p99"_s;
        const Comparison comparison =
            compareTrials({scenario, before}, {scenario, after}, experiment);
        if (violation.isEmpty())
            QVERIFY2(comparison.violation.isEmpty(), qPrintable(comparison.violation));
        else
            QVERIFY2(comparison.violation.contains(violation), qPrintable(comparison.violation));
        QCOMPARE(comparison.isImproved, p99 < 1);
    }

    void changesAreAppliedInOrderOrRefusedByName()
    {
        const simulation::Scenario scenario = station(10, kFourServers);
        const auto changed = applyChanges(scenario,
                                          {{u"replace"_s, u"nodes.web.instances"_s, 4, 5},
                                           {u"replace"_s, u"nodes.web.instances"_s, 5, 6}});
        QVERIFY(changed);
        QCOMPARE(changed->topology.find(u"web"_s)->instances, 6);
        const auto absent =
            applyChanges(scenario, {{u"replace"_s, u"nodes.wob.instances"_s, 4, 5}});
        QVERIFY(!absent);
        QVERIFY2(absent.error().message.contains(u"wob"), qPrintable(absent.error().message));
        const auto added = applyChanges(scenario, {{u"add"_s, u"nodes.db"_s, {}, {}}});
        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::Unsupported);
    }

    void whatIsStoredIsReadAgainAndTheDocumentHasItsKeys()
    {
        const PracticeGraph graph = graphWith({u"CAP-01"_s, u"CAP-03"_s, u"TOP-02"_s});
        const Advised result = advised(station(100, kFourServers), graph);
        const QByteArray text = QJsonDocument(adviceToStored(result.assessment, result.graph))
                                    .toJson(QJsonDocument::Compact);
        const auto stored = adviceFromStored(QJsonDocument::fromJson(text).object());
        QVERIFY2(stored, qPrintable(stored ? QString() : stored.error().message));
        QVERIFY(stored->assessment == result.assessment);
        QVERIFY(stored->graph == result.graph);
        QVERIFY(!adviceFromStored({}));
        QVERIFY(!adviceFromStored({{u"assessment"_s, QJsonObject()}, {u"graph"_s, 3}}));

        const QJsonObject document = adviceToJson(result.assessment, result.graph);
        for (const QString &key :
             {u"ideal"_s, u"findings"_s, u"rootCauses"_s, u"recommendations"_s, u"rejected"_s})
            QVERIFY2(document.contains(key), qPrintable(key));
        const QJsonObject first = document.value(u"recommendations"_s).toArray().first().toObject();
        QCOMPARE(first.value(u"id"_s).toString(), u"r1"_s);
        QCOMPARE(first.value(u"change"_s)[0][u"path"_s].toString(), u"nodes.web.instances"_s);
        QCOMPARE(first.value(u"change"_s)[0][u"op"_s].toString(), u"replace"_s);
        QVERIFY(first.value(u"before"_s)[u"mean"_s].toDouble()
                > first.value(u"after"_s)[u"mean"_s].toDouble());
        QVERIFY(first.value(u"verified"_s).toBool());
        QVERIFY(first.value(u"cost"_s).isDouble());
        QVERIFY(first.value(u"worsened"_s).isArray());
    }
};

QTEST_GUILESS_MAIN(TestAdvice)
#include "tst_advice.moc"
