// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/layout.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace dramatis::topology;

namespace {

constexpr double kStep = LayoutOptions{}.nodeWidth + LayoutOptions{}.layerGap;

/// A connected graph without cycles: every node but the first is called by an earlier one, half as
/// many calls more join nodes at most 20 apart.
Topology layeredGraph(int nodes, unsigned seed)
{
    std::mt19937 random(seed);
    Topology topology;
    std::set<std::pair<int, int>> pairs;
    for (int i = 0; i < nodes; ++i) {
        Node node;
        node.id = u'n' + QString::number(i);
        topology.nodes.push_back(node);
        if (i > 0)
            pairs.emplace(static_cast<int>(random() % static_cast<unsigned>(i)), i);
    }
    while (nodes > 10 && static_cast<int>(pairs.size()) < nodes * 3 / 2) {
        const int from = static_cast<int>(random() % static_cast<unsigned>(nodes - 1));
        const int to = std::min(nodes - 1, from + 1 + static_cast<int>(random() % 20));
        pairs.emplace(from, to);
    }
    for (const auto &[from, to] : pairs) {
        Call call;
        call.from = topology.nodes[static_cast<std::size_t>(from)].id;
        call.to = topology.nodes[static_cast<std::size_t>(to)].id;
        topology.calls.push_back(call);
    }
    return topology;
}

/// Crossings of straight segments between the same two columns.
int crossings(const Layout &layout)
{
    std::map<std::pair<int, int>, std::vector<std::pair<double, double>>> segments;
    for (const auto &route : layout.routes) {
        for (std::size_t i = 0; i + 1 < route.size(); ++i)
            segments[{qRound(route[i].x() / kStep), qRound(route[i + 1].x() / kStep)}].emplace_back(
                route[i].y(), route[i + 1].y());
    }
    int count = 0;
    for (const auto &entry : segments) {
        for (std::size_t i = 0; i < entry.second.size(); ++i) {
            for (std::size_t j = i + 1; j < entry.second.size(); ++j) {
                const auto &[a, b] = entry.second[i];
                const auto &[c, d] = entry.second[j];
                count += (a - c) * (b - d) < -1e-9 ? 1 : 0;
            }
        }
    }
    return count;
}

/// The least gap between two nodes that stand in one column; negative where they overlap.
double leastGap(const Layout &layout, const LayoutOptions &options, double height)
{
    std::map<double, std::vector<double>> columns;
    for (const QPointF &point : layout.nodes)
        columns[point.x()].push_back(point.y());
    double least = 1e9;
    double lastX = -1e9;
    for (auto &[x, ys] : columns) {
        least = std::min(least, x - lastX - options.nodeWidth);
        lastX = x;
        std::sort(ys.begin(), ys.end());
        for (std::size_t i = 1; i < ys.size(); ++i)
            least = std::min(least, ys[i] - ys[i - 1] - height);
    }
    return least;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void standsApartAndRunsRight_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::newRow("2") << 2;
        QTest::newRow("50") << 50;
        QTest::newRow("200") << 200;
        QTest::newRow("2000") << 2000;
    }

    void standsApartAndRunsRight()
    {
        QFETCH(int, nodes);
        const Topology topology = layeredGraph(nodes, 42);
        QElapsedTimer timer;
        timer.start();
        const Layout layout = layeredLayout(topology);
        const qint64 elapsed = timer.elapsed();
        const LayoutOptions options;
        QCOMPARE(layout.nodes.size(), static_cast<qsizetype>(nodes));
        QCOMPARE(layout.routes.size(), topology.calls.size());
        QVERIFY(leastGap(layout, options, options.heightOf(topology.nodes.front()))
                >= options.nodeGap - 1e-6);
        for (std::size_t i = 0; i < topology.calls.size(); ++i) {
            const auto &route = layout.routes[i];
            QVERIFY(route.size() >= 2);
            QVERIFY(layout.nodes[topology.calls[i].from].x()
                    < layout.nodes[topology.calls[i].to].x());
            QCOMPARE(route.front(),
                     layout.nodes[topology.calls[i].from] + QPointF(options.nodeWidth / 2, 0));
            QCOMPARE(route.back(),
                     layout.nodes[topology.calls[i].to] - QPointF(options.nodeWidth / 2, 0));
        }
        if (nodes <= 200)
            qInfo("%d nodes, %zu calls: %d crossings, %lld ms",
                  nodes,
                  topology.calls.size(),
                  crossings(layout),
                  elapsed);
        else
            qInfo("%d nodes: %lld ms", nodes, elapsed);
        QVERIFY2(elapsed < 5000, "2,000 nodes should take well under a second on an idle machine");
        const Layout again = layeredLayout(topology);
        QVERIFY(again.nodes == layout.nodes && again.routes == layout.routes);
    }

    /// K(2,2) crosses once however it is ordered; a matching written in opposite order crosses
    /// never.
    void uncrossesWhatCanBe()
    {
        Topology topology;
        for (const char *id : {"a", "b", "c", "x", "y", "z"}) {
            Node node;
            node.id = QString::fromLatin1(id);
            topology.nodes.push_back(node);
        }
        for (const char *pair : {"az", "by", "cx"}) {
            Call call;
            call.from = QChar::fromLatin1(pair[0]);
            call.to = QChar::fromLatin1(pair[1]);
            topology.calls.push_back(call);
        }
        QCOMPARE(crossings(layeredLayout(topology)), 0);
        for (const char *pair : {"ay", "bz"}) {
            Call call;
            call.from = QChar::fromLatin1(pair[0]);
            call.to = QChar::fromLatin1(pair[1]);
            topology.calls.push_back(call);
        }
        QCOMPARE(crossings(layeredLayout(topology)), 1);
    }

    /// Of a cycle one call runs back, from right to left; a source stands left of what it calls.
    void reversesOneCallOfACycle()
    {
        Topology topology;
        for (const char *id : {"s", "a", "b", "c"}) {
            Node node;
            node.id = QString::fromLatin1(id);
            topology.nodes.push_back(node);
        }
        for (const char *pair : {"sa", "ab", "bc", "ca"}) {
            Call call;
            call.from = QChar::fromLatin1(pair[0]);
            call.to = QChar::fromLatin1(pair[1]);
            topology.calls.push_back(call);
        }
        const Layout layout = layeredLayout(topology);
        int back = 0;
        for (const auto &route : layout.routes)
            back += route.front().x() > route.back().x() ? 1 : 0;
        QCOMPARE(back, 1);
        QVERIFY(layout.nodes[u"s"_s].x() < layout.nodes[u"a"_s].x());
    }

    /// Six sources before one station: lines of text, no taller than what they show.
    void givesEveryKindItsHeight()
    {
        Topology topology;
        Node station;
        station.id = u"app"_s;
        station.serviceTime = Distribution{};
        topology.nodes.push_back(station);
        for (int i = 0; i < 6; ++i) {
            Node source;
            source.id = u's' + QString::number(i);
            source.kind = NodeKind::Source;
            topology.nodes.push_back(source);
            Call call;
            call.from = source.id;
            call.to = station.id;
            topology.calls.push_back(call);
        }
        const LayoutOptions options;
        const Layout layout = layeredLayout(topology);
        std::vector<double> ys;
        for (int i = 0; i < 6; ++i)
            ys.push_back(layout.nodes[u's' + QString::number(i)].y());
        std::sort(ys.begin(), ys.end());
        for (std::size_t i = 1; i < ys.size(); ++i)
            QCOMPARE(ys[i] - ys[i - 1], options.sourceHeight + options.nodeGap);
        QCOMPARE(layout.nodes[u"app"_s].y(), (ys.front() + ys.back()) / 2);
    }

    void takesWhatIsOdd()
    {
        QVERIFY(layeredLayout({}).nodes.isEmpty());
        Topology topology;
        Node node;
        node.id = u"a"_s;
        topology.nodes.push_back(node);
        Call call;
        call.from = u"a"_s;
        call.to = u"gone"_s;
        topology.calls.push_back(call);
        const Layout layout = layeredLayout(topology);
        QCOMPARE(layout.nodes.size(), 1);
        QVERIFY(layout.routes.at(0).empty());
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
