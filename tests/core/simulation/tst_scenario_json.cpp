// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/scenario.h"
#include "core/topology/templates.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::simulation;

namespace {

/// The smallest scenario of DESIGN.md section 12.
const QByteArray kSmallest = R"({ "format": "dramatis-scenario", "version": 1,
  "nodes": [ { "id": "clients", "kind": "source", "arrivals": { "model": "poisson", "rate": 80 } },
             { "id": "web", "kind": "service", "instances": 1, "workers": 1,
               "serviceTime": { "distribution": "exponential", "mean": 0.01 } } ],
  "calls": [ { "from": "clients", "to": "web" } ],
  "run": { "duration": 3600, "warmup": "auto", "replications": 5, "seed": 1 } })";

/// The example of SCENARIO.md.
const QByteArray kShop = R"({
  "format": "dramatis-scenario", "version": 1, "name": "shop, peak hour",
  "domains": { "eu": null, "eu-a": "eu", "eu-b": "eu" },
  "nodes": [
    { "id": "shoppers", "kind": "source", "persona": "steady browsing", "deadline": 2.0, "priority": 0,
      "arrivals": { "model": "bootstrap" } },
    { "id": "edge", "kind": "loadBalancer", "policy": "powerOfTwo",
      "outlierEjection": { "consecutiveErrors": 5, "interval": 10, "ejectFor": 30, "maxEjected": 0.1 } },
    { "id": "web", "kind": "service", "instances": 3, "domains": ["eu-a", "eu-a", "eu-b"], "workers": 8,
      "serviceTime": { "distribution": "lognormal", "mean": 0.012, "cv": 0.8 },
      "discipline": "fcfs", "queueLimit": 64, "onFull": "reject", "errorRate": 0.0005,
      "mtbf": 864000, "mttr": 120, "costPerHour": 0.09,
      "autoscale": { "target": 0.6, "min": 3, "max": 12, "startDelay": 60, "upCooldown": 0, "downCooldown": 300 } },
    { "id": "sessions", "kind": "cache", "workers": 64, "serviceTime": { "distribution": "constant", "mean": 0.0003 },
      "cache": { "keys": 200000, "zipf": 0.9, "capacity": 50000, "ttl": 600 } },
    { "id": "db", "kind": "database", "instances": 1, "readReplicas": 1, "workers": 16, "discipline": "ps",
      "serviceTime": { "distribution": "gamma", "mean": 0.006, "cv": 1.2 } }
  ],
  "calls": [
    { "from": "shoppers", "to": "edge" },
    { "from": "edge", "to": "web" },
    { "from": "web", "to": "sessions", "pool": 50, "timeout": 0.05 },
    { "from": "sessions", "to": "db", "onMiss": true },
    { "from": "web", "to": "db", "probability": 0.3, "count": 2, "write": 0.2, "latency": 0.0004, "timeout": 0.5,
      "retries": { "attempts": 3, "backoff": { "base": 0.05, "factor": 2, "max": 1, "jitter": "full" }, "budget": 0.1 },
      "breaker": { "errorRate": 0.5, "minRequests": 100, "openFor": 60 } }
  ],
  "faults": [ { "kind": "crash", "target": "web", "instance": 2, "at": 600, "duration": 120 } ],
  "objectives": [ { "on": "shoppers", "metric": "responseTime.p95", "atMost": 0.25 },
                  { "on": "shoppers", "metric": "errorRate", "atMost": 0.01 } ],
  "run": { "duration": 3600, "start": null, "scale": 1.0, "peak": false, "warmup": "auto", "replications": 10, "seed": 1, "precision": null }
})";

Scenario read(const QByteArray &text)
{
    auto scenario = scenarioFromText(text);
    if (!scenario)
        qFatal("%s", qPrintable(scenario.error().toString()));
    return *scenario;
}

Scenario withSample()
{
    Scenario scenario = read(kSmallest);
    topology::ArrivalSample sample;
    sample.windowSeconds = 10;
    sample.windows.resize(3);
    sample.windows[0].count = 3;
    sample.windows[0].gapCv = 0.5;
    sample.windows[0].requestSize = 400;
    sample.windows[2].count = 1;
    sample.windows[2].responseSize = 9000;
    sample.windows[2].peak = true;
    sample.offsets = {0, 1'500'000'000, 1'500'000'001, 5'000'000'000};
    topology::Node &source = scenario.topology.nodes.front();
    source.arrivals = {};
    source.arrivals.model = topology::ArrivalModel::Bootstrap;
    source.arrivals.sample = std::make_shared<const topology::ArrivalSample>(sample);
    source.personas = {{u"a"_s, 0.5}, {u"b"_s, 0.5}};
    return scenario;
}

/// Every key that is not at its default.
Scenario withEverything()
{
    Scenario scenario = read(kShop);
    topology::Topology &t = scenario.topology;
    topology::Node &web = *t.find(u"web"_s);
    web.instanceNames = {u"10.0.0.1:80"_s, u"10.0.0.2:80"_s, u"10.0.0.3:80"_s};
    web.assumed = true;
    web.limits = {100.0, 5};
    web.discipline = topology::Discipline::Lifo;
    web.onFull = topology::OnFull::Block;
    web.serviceTime = topology::Distribution{
        topology::DistributionKind::Empirical, 0, 1, 1, 0, 0, {0.1, 0.2, 0.9}};
    topology::Node &db = *t.find(u"db"_s);
    db.serviceTime =
        topology::Distribution{topology::DistributionKind::Pareto, 0.01, 1, 1.5, 0, 2, {}};
    topology::Node queue;
    queue.id = u"jobs"_s;
    queue.kind = topology::NodeKind::Queue;
    queue.maxAge = 3600;
    t.nodes.push_back(queue);
    topology::Node users;
    users.id = u"users"_s;
    users.kind = topology::NodeKind::Source;
    users.priority = 3;
    users.arrivals.model = topology::ArrivalModel::Poisson;
    users.arrivals.intensity.assign(168, 2.5);
    users.arrivals.intensity[5] = std::nan("");
    users.arrivals.utcOffsetSeconds = 3600;
    t.nodes.push_back(users);
    topology::Call call;
    call.from = u"users"_s;
    call.to = u"jobs"_s;
    call.share = 2;
    call.group = 1;
    call.holdsWorker = false;
    call.latency =
        topology::Distribution{topology::DistributionKind::Uniform, 0, 1, 1, 0.001, 0.002, {}};
    call.bandwidth = 1e6;
    call.propagateDeadline = true;
    call.hedge = topology::Hedge{};
    call.rateLimit = 10;
    call.optional = true;
    call.async = true;
    t.calls.push_back(call);
    t.findCall(u"web"_s, u"db"_s)->hedge = topology::Hedge{0.2};
    scenario.run.start = 1'700'000'000'000'000'000;
    scenario.run.warmup = 60;
    scenario.run.seed = 0xfedcba9876543210u;
    scenario.run.precision = 0.05;
    scenario.run.peak = true;
    FaultSpec surge;
    surge.kind = u"surge"_s;
    surge.target = u"users"_s;
    surge.factor = 3;
    scenario.faults.push_back(surge);
    return scenario;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class TestScenarioJson : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItWrote_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("smallest") << 0;
        QTest::newRow("shop") << 1;
        QTest::newRow("sample") << 2;
        QTest::newRow("everything") << 3;
        QTest::newRow("three tiers") << 4;
    }

    void readsWhatItWrote()
    {
        QFETCH(int, which);
        Scenario scenario;
        switch (which) {
        case 0:
            scenario = read(kSmallest);
            break;
        case 1:
            scenario = read(kShop);
            break;
        case 2:
            scenario = withSample();
            break;
        case 3:
            scenario = withEverything();
            break;
        default:
            scenario.topology = topology::allTemplates().constFirst().build();
            break;
        }
        const QJsonObject written = scenarioToJson(scenario);
        const auto again = scenarioFromText(compact(written));
        QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
        QCOMPARE(compact(scenarioToJson(*again)), compact(written));
        QVERIFY(*again == scenario);
        QCOMPARE(scenarioHash(*again), scenarioHash(scenario));
    }

    /// Every key of the example that is not at its default is written again with its value.
    void writesWhatItRead()
    {
        const QJsonObject shop = QJsonDocument::fromJson(kShop).object();
        const QJsonObject written = scenarioToJson(read(kShop));
        const QJsonArray nodes = shop.value(u"nodes"_s).toArray();
        QCOMPARE(written.value(u"domains"_s), shop.value(u"domains"_s));
        QCOMPARE(written.value(u"faults"_s), shop.value(u"faults"_s));
        QCOMPARE(written.value(u"objectives"_s), shop.value(u"objectives"_s));
        QCOMPARE(written.value(u"calls"_s).toArray().at(2), shop.value(u"calls"_s).toArray().at(2));
        QCOMPARE(written.value(u"nodes"_s).toArray().at(3), nodes.at(3));
        QVERIFY(!written.contains(u"run"_s)); // all of it is the default
        const QJsonObject web = written.value(u"nodes"_s).toArray().at(2).toObject();
        QVERIFY(!web.contains(u"discipline"_s));
        QCOMPARE(web.value(u"mtbf"_s).toDouble(), 864000.0);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("message");
        const auto row =
            [](const char *name, const char *from, const char *to, const QString &message) {
                QTest::newRow(name) << QByteArray(from) << QByteArray(to) << message;
            };
        row("unknown key",
            "\"workers\": 1",
            "\"wrokers\": 1",
            u"nodes[1].wrokers: unknown key; did you mean workers?"_s);
        row("unknown root key",
            "\"calls\"",
            "\"kalls\"",
            u"kalls: unknown key; did you mean calls?"_s);
        row("wrong type",
            "\"rate\": 80",
            "\"rate\": \"80\"",
            u"nodes[0].arrivals.rate: must be a number"_s);
        row("out of range",
            "\"rate\": 80",
            "\"rate\": 0",
            u"nodes[0].arrivals.rate: must be > 0 and <= 1e+09"_s);
        row("no whole number",
            "\"workers\": 1",
            "\"workers\": 1.5",
            u"nodes[1].workers: must be a whole number"_s);
        row("key of another distribution",
            "\"mean\": 0.01",
            "\"cv\": 1",
            u"nodes[1].serviceTime.cv: does not belong to distribution “exponential”"_s);
        row("missing mean", ", \"mean\": 0.01", "", u"nodes[1].serviceTime.mean: is missing"_s);
        row("mean 0", "\"mean\": 0.01", "\"mean\": 0", u"nodes[1].serviceTime.mean: must be > 0"_s);
        row("key of another kind",
            "\"workers\": 1",
            "\"deadline\": 1",
            u"nodes[1].deadline: does not belong to kind “service”"_s);
        row("no such node",
            "\"to\": \"web\"",
            "\"to\": \"wbe\"",
            u"calls[0].to: there is no node “wbe”"_s);
        row("timeout",
            "\"to\": \"web\"",
            "\"to\": \"web\", \"timeout\": 0",
            u"calls[0].timeout: must be > 0"_s);
        row("self call",
            "\"from\": \"clients\"",
            "\"from\": \"web\"",
            u"calls[0].to: a node cannot call itself"_s);
        row("call to source",
            "\"from\": \"clients\", \"to\": \"web\"",
            "\"from\": \"web\", \"to\": \"clients\"",
            u"calls[0].to: “clients” is a source, which nobody can call"_s);
        row("doubled id",
            "\"id\": \"web\"",
            "\"id\": \"clients\"",
            u"nodes[1].id: “clients” is the id of nodes[0] already"_s);
        row("kind",
            "\"service\"",
            "\"servcie\"",
            u"nodes[1].kind: “servcie” is none of source, loadBalancer, service, cache, database, queue, external"_s);
        row("newer",
            "\"version\": 1",
            "\"version\": 2",
            u"version: is 2, but this program reads version 1; use the newer program that wrote the file"_s);
        row("format",
            "dramatis-scenario",
            "dramatis-run",
            u"format: must be \"dramatis-scenario\""_s);
        row("seed", "\"seed\": 1", "\"seed\": -1", u"run.seed: must be from 0 to 9.0072e+15"_s);
        row("warm-up", "\"auto\"", "3600", u"run.warmup: must be less than the duration"_s);
        row("hyperexponential",
            "\"exponential\"",
            "\"hyperexponential\", \"cv\": 1",
            u"nodes[1].serviceTime.cv: must be > 1"_s);
        row("syntax", "\"run\"", "run", u"The scenario is no valid JSON at line 6, column 4"_s);
        row("domain",
            "\"workers\": 1",
            "\"domains\": \"eu\"",
            u"nodes[1].domains: there is no domain “eu”"_s);
        row("circle of domains",
            "\"calls\"",
            "\"domains\": {\"a\": \"b\", \"b\": \"a\"}, \"calls\"",
            u"domains.a: domains lie inside one another in a circle"_s);
        row("objective",
            "\"run\"",
            "\"objectives\": [{\"on\": \"x\", \"metric\": \"errorRate\", \"atMost\": 1}], \"run\"",
            u"objectives[0].on: there is no node “x”"_s);
        row("fault",
            "\"run\"",
            "\"faults\": [{\"kind\": \"crash\", \"target\": \"web\", \"instance\": 1}], \"run\"",
            u"faults[0].instance: “web” has 1 instances, counted from 0"_s);
    }

    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, message);
        QVERIFY(kSmallest.contains(from));
        const auto scenario = scenarioFromText(QByteArray(kSmallest).replace(from, to));
        QVERIFY(!scenario);
        QCOMPARE(scenario.error().kind, ErrorKind::Format);
        QVERIFY2(scenario.error().message.startsWith(message),
                 qPrintable(scenario.error().message));
    }

    void refusesDamagedSamples()
    {
        const QJsonObject good = scenarioToJson(withSample());
        const auto damaged = [&good](const QString &key, const QJsonValue &value) {
            QJsonObject scenario = good;
            QJsonArray nodes = good.value(u"nodes"_s).toArray();
            QJsonObject source = nodes.at(0).toObject();
            QJsonObject arrivals = source.value(u"arrivals"_s).toObject();
            QJsonObject sample = arrivals.value(u"sample"_s).toObject();
            sample.insert(key, value);
            arrivals.insert(u"sample"_s, sample);
            source.insert(u"arrivals"_s, arrivals);
            nodes[0] = source;
            scenario.insert(u"nodes"_s, nodes);
            const auto read = scenarioFromJson(scenario);
            return read ? QString() : read.error().message;
        };
        const QString path = u"nodes[0].arrivals.sample."_s;
        QVERIFY(
            damaged(u"windowSeconds"_s, 4).startsWith(path + u"offsets: arrival 0 of windows[2]"));
        QVERIFY(damaged(u"offsets"_s, u"!"_s).startsWith(path + u"offsets: is not base64"));
        QVERIFY(damaged(u"offsets"_s, u"AAAA"_s).startsWith(path + u"offsets: does not hold"));
        QVERIFY(damaged(u"windows"_s, QJsonArray{QJsonObject{{u"count"_s, 5}}})
                    .startsWith(path + u"offsets: does not hold a zstd frame of 5 gaps"));
        QVERIFY(damaged(u"windows"_s, QJsonArray{QJsonObject{{u"count"_s, 4e9}}})
                    .startsWith(path + u"offsets: must have at most"));
        QVERIFY(damaged(u"windows"_s, QJsonArray{QJsonObject{{u"count"_s, 4}}})
                    .isEmpty()); // all in one slice
    }

    void findsValuesByPath()
    {
        const Scenario shop = read(kShop);
        QCOMPARE(valueAt(shop, u"nodes.web.workers"_s)->toInt(), 8);
        QCOMPARE(valueAt(shop, u"nodes.web.serviceTime.mean"_s)->toDouble(), 0.012);
        QCOMPARE(valueAt(shop, u"calls.web>db.retries.attempts"_s)->toInt(), 3);
        QCOMPARE(valueAt(shop, u"calls.edge>web.retries.attempts"_s)->toInt(), 1);
        QVERIFY(valueAt(shop, u"calls.edge>web.timeout"_s)->isNull());
        QCOMPARE(valueAt(shop, u"run.scale"_s)->toDouble(), 1.0);
        QCOMPARE(valueAt(shop, u"name"_s)->toString(), u"shop, peak hour"_s);
        QCOMPARE(valueAt(shop, u"objectives.0.atMost"_s)->toDouble(), 0.25);
    }

    void setsValuesByPath()
    {
        const Scenario shop = read(kShop);
        QCOMPARE(withValue(shop, u"calls.edge>web.retries.attempts"_s, 2)
                     ->topology.calls[1]
                     .retries.attempts,
                 2);
        QCOMPARE(
            withValue(shop, u"nodes.db.autoscale.max"_s, 4)->topology.find(u"db"_s)->autoscale->max,
            4);
        QVERIFY(
            !withValue(shop, u"calls.web>db.timeout"_s, QJsonValue())->topology.calls[4].timeout);
        QCOMPARE(withValue(shop, u"run.scale"_s, 2.5)->run.scale, 2.5);
        // A fourth instance goes where the fewest are.
        const auto grown = withValue(shop, u"nodes.web.instances"_s, 4);
        QVERIFY(grown);
        QCOMPARE(grown->topology.find(u"web"_s)->domains,
                 QStringList({u"eu-a"_s, u"eu-a"_s, u"eu-b"_s, u"eu-b"_s}));
        // A sample stays what it was.
        const Scenario sampled = withSample();
        const auto scaled = withValue(sampled, u"run.scale"_s, 2);
        QVERIFY(scaled);
        QCOMPARE(scaled->topology.nodes[0].arrivals.sample.get(),
                 sampled.topology.nodes[0].arrivals.sample.get());
    }

    void saysWhatThereIsWhenAPathLeadsNowhere()
    {
        const Scenario shop = read(kShop);
        const auto message = [&](const QString &path) {
            return valueAt(shop, path).error().message;
        };
        QCOMPARE(
            message(u"nodes.wbe.workers"_s),
            u"nodes.wbe.workers: there is no such item of nodes; there are shoppers, edge, web, sessions, db"_s);
        QVERIFY(message(u"nodes.web.wrokers"_s).contains(u"workers"));
        QVERIFY(message(u"runs"_s).contains(u"run"));
        const auto bad = withValue(shop, u"nodes.web.workers"_s, 0);
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(bad.error().message.contains(u"must be from 1 to"));
    }

    void refusesByNameWhatIsNotBuilt_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("message");
        QTest::newRow("autoscale")
            << u"nodes.web.autoscale"_s << QJsonValue(QJsonObject{{u"max"_s, 3}})
            << u"nodes.web.autoscale: "_s;
        QTest::newRow("ps") << u"nodes.web.discipline"_s << QJsonValue(u"ps"_s)
                            << u"nodes.web.discipline: "_s;
        QTest::newRow("retries") << u"calls.clients>web.retries.attempts"_s << QJsonValue(2)
                                 << u"calls.clients>web.retries.attempts: "_s;
    }

    void refusesByNameWhatIsNotBuilt()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, message);
        const Scenario smallest = read(kSmallest);
        QVERIFY(checkSimulable(smallest));
        const auto asking = withValue(smallest, path, value);
        QVERIFY2(asking, asking ? "" : qPrintable(asking.error().message));
        const auto check = checkSimulable(*asking);
        QVERIFY(!check);
        QCOMPARE(check.error().kind, ErrorKind::Unsupported);
        QVERIFY2(check.error().message.startsWith(message), qPrintable(check.error().message));
    }

    void refusesWhatCannotRun()
    {
        QVERIFY(checkSimulable(withSample()));
        Scenario scenario = read(kSmallest);
        scenario.topology.find(u"web"_s)->serviceTime.reset();
        QCOMPARE(checkSimulable(scenario).error().message,
                 u"nodes.web.serviceTime: how long a request takes is missing"_s);
        scenario = withSample();
        scenario.topology.nodes[0].arrivals.sample = nullptr;
        QVERIFY(checkSimulable(scenario).error().message.startsWith(
            u"nodes.clients.arrivals.sample: "));
        scenario = read(kSmallest);
        scenario.topology.calls.clear();
        QVERIFY(checkSimulable(scenario).error().message.startsWith(
            u"nodes.clients: the source calls nothing"));
        Scenario template_;
        template_.topology = topology::allTemplates().constFirst().build();
        QCOMPARE(template_.topology.nodes.size(), std::size_t(4));
        QVERIFY(checkSimulable(template_));
    }

    /// The file that ships is the schema of the very fields that are read.
    void shipsItsSchema()
    {
        const QString path =
            QStringLiteral(DRAMATIS_ROOT "/resources/schema/dramatis-scenario.schema.json");
        const QByteArray made = QJsonDocument(scenarioSchema()).toJson();
        QFile file(path);
        if (qEnvironmentVariableIsSet("DRAMATIS_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(made);
            QFAIL("The schema was written anew; look at the difference.");
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), made);
    }
};

QTEST_GUILESS_MAIN(TestScenarioJson)
#include "tst_scenario_json.moc"
