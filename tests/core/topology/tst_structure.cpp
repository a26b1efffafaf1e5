// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/structure.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dramatis::topology;

namespace {

/// "a>b b>c?" is calls with `?` optional and `~` async; nodes by first letter: s source, l
/// balancer, q queue.
Topology drawn(const QString &text)
{
    Topology topology;
    const auto node = [&topology](const QString &id) {
        if (topology.find(id) != nullptr)
            return;
        Node made;
        made.id = id;
        made.kind = id.startsWith(u's')   ? NodeKind::Source
                    : id.startsWith(u'l') ? NodeKind::LoadBalancer
                    : id.startsWith(u'q') ? NodeKind::Queue
                                          : NodeKind::Service;
        topology.nodes.push_back(made);
    };
    for (const QString &word : text.split(u' ')) {
        Call call;
        call.optional = word.endsWith(u'?');
        call.async = word.endsWith(u'~');
        const QString plain = call.optional || call.async ? word.chopped(1) : word;
        call.from = plain.section(u'>', 0, 0);
        call.to = plain.section(u'>', 1);
        node(call.from);
        node(call.to);
        topology.calls.push_back(call);
    }
    return topology;
}

} // namespace

class TestStructure : public QObject
{
    Q_OBJECT

private slots:
    void depthAndCycles_data()
    {
        QTest::addColumn<QString>("calls");
        QTest::addColumn<int>("depth");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("cycles");
        QTest::newRow("three tiers") << u"s>l l>w w>d"_s << 2 << u"s l w d"_s << QString();
        QTest::newRow("longest of two")
            << u"s>a a>b s>c c>d d>e"_s << 3 << u"s c d e"_s << QString();
        QTest::newRow("async ends a chain") << u"s>a a>b~ b>c"_s << 1 << u"s a"_s << QString();
        QTest::newRow("queue ends a chain") << u"s>a a>q q>b"_s << 1 << u"s a"_s << QString();
        QTest::newRow("cycle") << u"s>a a>b b>c c>a"_s << 3 << u"s a b c"_s << u"a b c"_s;
        QTest::newRow("broken by async") << u"s>a a>b b>a~"_s << 2 << u"s a b"_s << QString();
        QTest::newRow("two cycles")
            << u"s>a a>b b>a b>c c>d d>c"_s << 4 << u"s a b c d"_s << u"a b|c d"_s;
    }

    void depthAndCycles()
    {
        QFETCH(QString, calls);
        QFETCH(int, depth);
        const Topology topology = drawn(calls);
        QStringList path;
        QCOMPARE(synchronousDepth(topology, &path), depth);
        QTEST(path.join(u' '), "path");
        QStringList cycles;
        for (const QStringList &cycle : synchronousCycles(topology))
            cycles.append(cycle.join(u' '));
        QTEST(cycles.join(u'|'), "cycles");
    }

    void requiredNodesLeaveOutOptionalOnes()
    {
        const Topology topology = drawn(u"s>l l>w w>d w>c? c>e w>m~ x>y"_s);
        QCOMPARE(requiredPathNodes(topology), QStringList({u"l"_s, u"w"_s, u"d"_s}));
        QCOMPARE(reachableFrom(topology, u"w"_s), QStringList({u"d"_s, u"c"_s, u"e"_s, u"m"_s}));
        QCOMPARE(callers(topology, u"w"_s), QStringList({u"l"_s}));
        QCOMPARE(callees(topology, u"w"_s), QStringList({u"d"_s, u"c"_s, u"m"_s}));
    }

    void emptyTopologyHasNoDepth()
    {
        QStringList path{u"x"_s};
        QCOMPARE(synchronousDepth({}, &path), 0);
        QVERIFY(path.isEmpty());
        QVERIFY(synchronousCycles({}).empty());
    }

    void instancesTakeTheirDomainsAlong()
    {
        Node node;
        node.id = u"web"_s;
        node.instances = 2;
        node.domains = {u"a"_s, u"b"_s};
        node.instanceNames = {u"10.0.0.1"_s, u"10.0.0.2"_s};
        setInstances(node, 5);
        QCOMPARE(node.domains, QStringList({u"a"_s, u"b"_s, u"a"_s, u"b"_s, u"a"_s}));
        QCOMPARE(node.instanceNames.size(), 5);
        QCOMPARE(QSet<QString>(node.instanceNames.begin(), node.instanceNames.end()).size(), 5);
        setInstances(node, 1);
        QCOMPARE(node.domains, QStringList({u"a"_s}));
        QCOMPARE(node.instanceNames, QStringList({u"10.0.0.1"_s}));
    }
};

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
