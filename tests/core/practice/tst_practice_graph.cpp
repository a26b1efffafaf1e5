// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/matching.h"
#include "core/practice/practice_graph.h"
#include "core/practice/rules.h"
#include "core/simulation/scenario.h"
#include "tests/support/approx.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::practice;

namespace {

const char *const kSmallGraph = R"({
  "format": "dramatis-practice", "version": 1, "id": "small", "name": "Small",
  "roles": [ { "id": "users", "name": "Users", "kinds": ["source"] },
             { "id": "site", "name": "Site", "kinds": ["service"], "required": false } ],
  "relations": [ { "from": "users", "to": "site" } ],
  "rules": [ { "id": "X-1", "kind": "queueBound", "title": "Short queues", "reason": "Late work.",
               "threshold": 0.5, "unit": "ratio", "roles": ["site"],
               "source": { "title": "A book" }, "parameters": { "burstyFrom": 2 } } ]
})";

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/// Nodes as "id:kind", calls as "a>b", separated by spaces.
topology::Topology topologyOf(const QString &text)
{
    topology::Topology topology;
    const QMap<QString, topology::NodeKind> kinds{{u"source"_s, topology::NodeKind::Source},
                                                  {u"lb"_s, topology::NodeKind::LoadBalancer},
                                                  {u"service"_s, topology::NodeKind::Service},
                                                  {u"cache"_s, topology::NodeKind::Cache},
                                                  {u"db"_s, topology::NodeKind::Database},
                                                  {u"queue"_s, topology::NodeKind::Queue},
                                                  {u"external"_s, topology::NodeKind::External}};
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word.contains(u':')) {
            topology::Node node;
            node.id = word.section(u':', 0, 0);
            node.kind = kinds.value(word.section(u':', 1));
            topology.nodes.push_back(node);
        } else {
            topology::Call call;
            call.from = word.section(u'>', 0, 0);
            call.to = word.section(u'>', 1);
            topology.calls.push_back(call);
        }
    }
    return topology;
}

const QString kThreeTier =
    u"users:source edge:lb web:service app:service redis:cache pg:db pay:external "
    "users>edge edge>web web>app app>redis redis>pg app>pg app>pay"_s;

} // namespace

class TestPracticeGraph : public QObject
{
    Q_OBJECT

private slots:
    void theCuratedLibraryHasTheThreeTierGraphWithItsTenRules()
    {
        const auto library = curatedLibrary();
        QVERIFY2(library, qPrintable(library ? QString() : library.error().message));
        QCOMPARE(library->graphs.size(), 1U);
        const PracticeGraph &graph = library->graphs.front();
        QCOMPARE(graph.id, u"three-tier"_s);
        QStringList ids;
        for (const Rule &rule : graph.rules) {
            ids.append(rule.id);
            QVERIFY2(!rule.source.title.isEmpty(), qPrintable(rule.id));
            QVERIFY2(!rule.reason.isEmpty(), qPrintable(rule.id));
        }
        ids.sort();
        QCOMPARE(ids.join(u' '),
                 u"CAP-01 CAP-03 CAP-07 OVL-01 OVL-02 OVL-05 RED-01 RED-07 TOP-02 TOP-03"_s);
        // Defaults of PRACTICES.md.
        QCOMPARE(graph.rule(u"RED-01"_s)->threshold, 2.0);
        QCOMPARE(graph.rule(u"RED-07"_s)->threshold, 1.25);
        QCOMPARE(graph.rule(u"CAP-01"_s)->threshold, 0.7);
        QCOMPARE(graph.rule(u"CAP-03"_s)->threshold, 0.5);
        QCOMPARE(graph.rule(u"CAP-07"_s)->threshold, 0.25);
        QCOMPARE(graph.rule(u"OVL-01"_s)->threshold, 10.0);
        QCOMPARE(graph.rule(u"OVL-05"_s)->threshold, 4.0);
        QCOMPARE(graph.rule(u"TOP-02"_s)->threshold, 5.0);
        QCOMPARE(graph.rule(u"TOP-03"_s)->threshold, 0.5);
        QVERIFY(graph.rule(u"TOP-02"_s)->source.ours); // heur: no authority claimed
    }

    void whatIsWrittenIsReadAgain()
    {
        const auto library = curatedLibrary();
        QVERIFY(library);
        const PracticeGraph &graph = library->graphs.front();
        const auto again = practiceGraphFromJson(practiceGraphToJson(graph));
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
        QVERIFY(*again == graph);
    }

    void wrongGraphsAreRefusedWithThePath_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("replace");
        QTest::addColumn<QString>("begins");
        QTest::newRow("format") << u"dramatis-practice"_s << u"dramatis-run"_s << u"format:"_s;
        QTest::newRow("newer version")
            << u"\"version\": 1"_s << u"\"version\": 2"_s << u"version: is 2"_s;
        QTest::newRow("unknown kind") << u"queueBound"_s << u"queueBond"_s << u"rules[0].kind:"_s;
        QTest::newRow("unknown key")
            << u"\"threshold\""_s << u"\"treshold\""_s << u"rules[0].treshold:"_s;
        QTest::newRow("no such role")
            << u"\"to\": \"site\""_s << u"\"to\": \"shop\""_s << u"relations[0].to:"_s;
        QTest::newRow("no such role of a rule")
            << u"[\"site\"]"_s << u"[\"shop\"]"_s << u"rules[0].roles[0]:"_s;
        QTest::newRow("doubled role")
            << u"\"id\": \"site\""_s << u"\"id\": \"users\""_s << u"roles[1].id:"_s;
        QTest::newRow("wrong unit") << u"\"ratio\""_s << u"\"s\""_s << u"rules[0].unit:"_s;
        QTest::newRow("unknown parameter")
            << u"burstyFrom"_s << u"burstyForm"_s << u"rules[0].parameters.burstyForm:"_s;
        QTest::newRow("parameter that is no number")
            << u"\"burstyFrom\": 2"_s << u"\"burstyFrom\": \"2\""_s
            << u"rules[0].parameters.burstyFrom:"_s;
        QTest::newRow("negative threshold") << u"0.5"_s << u"-1"_s << u"rules[0].threshold:"_s;
        QTest::newRow("kind of node")
            << u"[\"service\"]"_s << u"[\"server\"]"_s << u"roles[1].kinds[0]:"_s;
    }

    void wrongGraphsAreRefusedWithThePath()
    {
        QFETCH(QString, find);
        QFETCH(QString, replace);
        QFETCH(QString, begins);
        QVERIFY(practiceGraphFromJson(parsed(kSmallGraph)));
        const QString text = QString::fromUtf8(kSmallGraph).replace(find, replace);
        const auto graph = practiceGraphFromJson(parsed(text.toUtf8()));
        QVERIFY(!graph);
        QVERIFY2(graph.error().message.startsWith(begins), qPrintable(graph.error().message));
        QCOMPARE(graph.error().kind, ErrorKind::Format);
    }

    void filesThatAreNoGraphSayWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("noise") << QByteArray("\x00\xff\x13 {", 5);
        QTest::newRow("truncated") << QByteArray(kSmallGraph).left(200);
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("an empty object") << QByteArray("{}");
    }

    void filesThatAreNoGraphSayWhatTheyAre()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"graph.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto graph = practiceGraphFromFile(file.fileName());
        QVERIFY(!graph);
        QVERIFY(!graph.error().message.isEmpty());
        QVERIFY(graph.error().context.join(u' ').contains(u"graph.json"_s));
        QVERIFY(!practiceGraphFromFile(folder.filePath(u"absent.json"_s)));
    }

    void matchesAreScoredAsDocumented_data()
    {
        QTest::addColumn<QString>("topology");
        QTest::addColumn<double>("score");
        QTest::addColumn<QString>("missing");
        QTest::newRow("perfect") << kThreeTier << 1.0 << QString();
        // All 3 nodes and 2 calls fit, 3 of 4 required roles: 1 * 3/4.
        QTest::newRow("no database")
            << u"users:source edge:lb web:service users>edge edge>web"_s << 0.75 << u"dataStore"_s;
        // 2 of 3 nodes have a role, no call follows a relation: 2/5; clients and application of 4:
        // 2/4.
        QTest::newRow("queue only")
            << u"users:source jobs:queue worker:service users>jobs jobs>worker"_s << 0.4 * 0.5
            << u"balancer dataStore"_s;
        // 2 nodes fit, the call from clients to the application does not: 2/3 * 2/4.
        QTest::newRow("one service")
            << u"users:source web:service users>web"_s << 2.0 / 3 / 2 << u"balancer dataStore"_s;
        QTest::newRow("nothing") << QString() << 0.0 << u"clients balancer application dataStore"_s;
    }

    void matchesAreScoredAsDocumented()
    {
        QFETCH(QString, topology);
        QFETCH(double, score);
        QFETCH(QString, missing);
        const auto library = curatedLibrary();
        QVERIFY(library);
        const Match match = bestMatch(topologyOf(topology), *library);
        QCOMPARE(match.graph, u"three-tier"_s);
        COMPARE_APPROX(match.score, score, 1e-12, 1e-12);
        QCOMPARE(match.missingRoles.join(u' '), missing);
    }

    void theOrderOfNodesAndCallsChangesNothing()
    {
        const auto library = curatedLibrary();
        QVERIFY(library);
        topology::Topology topology = topologyOf(kThreeTier + u" odd:queue app>odd"_s);
        const Match first = bestMatch(topology, *library);
        QVERIFY(first.score < 1);
        for (int i = 0; i < 20; ++i) {
            std::rotate(topology.nodes.begin(), topology.nodes.begin() + 3, topology.nodes.end());
            std::rotate(topology.calls.begin(), topology.calls.begin() + 2, topology.calls.end());
            std::swap(topology.nodes.front(), topology.nodes.back());
            QVERIFY(bestMatch(topology, *library) == first);
        }
    }

    void rolesOfTheSameKindAreToldApartByTheirCalls()
    {
        // Front and back are both services; only their place in the chain tells them apart.
        const auto graph = practiceGraphFromJson(parsed(R"({
          "format": "dramatis-practice", "version": 1, "id": "chain", "name": "Chain",
          "roles": [ { "id": "back", "name": "Back", "kinds": ["service"] },
                     { "id": "users", "name": "Users", "kinds": ["source"] },
                     { "id": "front", "name": "Front", "kinds": ["service"] } ],
          "relations": [ { "from": "users", "to": "front" }, { "from": "front", "to": "back" } ] })"));
        QVERIFY2(graph, qPrintable(graph ? QString() : graph.error().message));
        const Match match =
            matchGraph(topologyOf(u"u:source a:service b:service u>b b>a"_s), *graph);
        COMPARE_APPROX(match.score, 1.0, 1e-12, 0);
        QCOMPARE(match.roles.value(u"a"_s), u"back"_s);
        QCOMPARE(match.roles.value(u"b"_s), u"front"_s);
    }
};

QTEST_GUILESS_MAIN(TestPracticeGraph)
#include "tst_practice_graph.moc"
