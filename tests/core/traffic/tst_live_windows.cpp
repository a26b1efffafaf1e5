// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/live_windows.h"
#include "tests/support/exchanges.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>
#include <tuple>

using namespace dramatis;
using namespace dramatis::traffic;
using tests::makeTable;
using tests::ns;
using namespace Qt::StringLiterals;

namespace {

constexpr double kBegin = 1'700'000'000; // s

/// What is written of an exchange when it ends.
std::vector<Exchange> mixedTraffic(int count, double seconds, double slowest)
{
    static const std::vector<std::string> kPaths{
        "/cart/1", "/search?q=a", "/login", "/static/a.js"};
    static const std::vector<std::string> kMethods{"GET", "POST", "PUT", "HEAD"};
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<Exchange> exchanges;
    for (int i = 0; i < count; ++i) {
        Exchange exchange;
        exchange.begin = ns(kBegin + uniform(random) * seconds);
        exchange.latency =
            uniform(random) < 0.1 ? kUnknown : ns(uniform(random) * uniform(random) * slowest);
        exchange.responseBytes = uniform(random) < 0.1 ? kUnknown : std::int64_t(random() % 9000);
        exchange.requestBytes = std::int64_t(random() % 900);
        exchange.outcome = uniform(random) < 0.2 ? Outcome::ServerError : Outcome::Ok;
        exchange.method = kMethods[random() % kMethods.size()];
        exchange.path = kPaths[random() % kPaths.size()];
        exchanges.push_back(exchange);
    }
    std::stable_sort(exchanges.begin(), exchanges.end(), [](const auto &a, const auto &b) {
        return a.begin + std::max<std::int64_t>(0, a.latency)
               < b.begin + std::max<std::int64_t>(0, b.latency);
    });
    return exchanges;
}

using Place = std::tuple<QString, std::int64_t>;

/// Windows by resource and begin; fails where one comes twice.
std::map<Place, Window> byPlace(const std::vector<LiveWindow> &windows, bool wholes)
{
    std::map<Place, Window> all;
    for (const LiveWindow &live : windows) {
        if (live.isWhole == wholes
            && !all.emplace(Place{live.resource, live.begin}, live.window).second)
            qFatal("a window came twice");
    }
    return all;
}

bool alike(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b;
}

bool isNear(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-9 * std::abs(b);
}

} // namespace

class TestLiveWindows : public QObject
{
    Q_OBJECT

private slots:
    void figuresAreThoseOfTheWholeCapture_data()
    {
        QTest::addColumn<double>("width");
        QTest::newRow("1 s") << 1.0;
        QTest::newRow("10 s") << 10.0;
        QTest::newRow("a minute") << 60.0;
    }

    /// The oracle is makeWindows() over the same exchanges, which has tests of its own.
    void figuresAreThoseOfTheWholeCapture()
    {
        QFETCH(double, width);
        const std::vector<Exchange> exchanges = mixedTraffic(20'000, 300, 1.9);
        NullJobControl job;
        const auto table = makeTable(exchanges, ResourceRule::Segment);
        const auto whole = makeWindows(*table, width, job);
        QVERIFY(whole.has_value());

        LiveWindows live(ns(width), ResourceRule::Segment);
        std::vector<LiveWindow> closed;
        for (const Exchange &exchange : exchanges) {
            live.add(exchange, 0, false);
            for (LiveWindow &window : live.takeClosed())
                closed.push_back(window);
        }
        QVERIFY(!closed.empty()); // while it goes on
        live.finish();
        for (LiveWindow &window : live.takeClosed())
            closed.push_back(window);
        QCOMPARE(live.late(), std::uint64_t{0});
        const auto found = byPlace(closed, false);
        QCOMPARE(found.size(), whole->windows.size());
        std::uint64_t counted = 0;
        for (const Window &wanted : whole->windows) {
            const auto place = found.find(
                {whole->resources[number(wanted.resource)], whole->sliceBegin(wanted.slice)});
            QVERIFY(place != found.end());
            const Window &window = place->second;
            QCOMPARE(window.exchanges, wanted.exchanges);
            QCOMPARE(window.errors, wanted.errors);
            QCOMPARE(window.writes, wanted.writes);
            QCOMPARE(window.knownLatencies, wanted.knownLatencies);
            QCOMPARE(window.responseBytes, wanted.responseBytes);
            QVERIFY(alike(window.latencyP50, wanted.latencyP50));
            QVERIFY(alike(window.latencyP95, wanted.latencyP95));
            QVERIFY(isNear(window.gapMean, wanted.gapMean));
            QVERIFY(isNear(window.gapCv, wanted.gapCv));
            counted += window.exchanges;
        }
        QCOMPARE(counted, std::uint64_t{20'000});
        std::uint64_t together = 0;
        for (const auto &[place, window] : byPlace(closed, true))
            together += window.exchanges;
        QCOMPARE(together, std::uint64_t{20'000});
    }

    /// Ten exchanges in a second, then silence: the clock closes the window, once the stamps' usual
    /// lag (0.5 s) and the grace (2 s) are over.
    void timePassesWithoutTraffic()
    {
        LiveWindows live(ns(1), ResourceRule::Segment);
        for (int i = 0; i < 10; ++i) {
            Exchange exchange;
            exchange.begin = ns(kBegin + i * 0.05);
            exchange.latency = 0;
            exchange.path = "/a";
            live.add(exchange, exchange.begin + ns(0.5), true);
        }
        live.passTime(ns(kBegin + 3.4)); // 3.4 - 0.5 - 2 lies in the window
        QVERIFY(live.takeClosed().empty());
        live.passTime(ns(kBegin + 3.6));
        const auto closed = live.takeClosed();
        QCOMPARE(closed.size(), std::size_t{2});
        QCOMPARE(closed.front().window.exchanges, 10U);
        QVERIFY(closed.back().isWhole);
    }

    /// A log that is flushed once a minute: what comes in one go is in windows, not late.
    void whatIsFlushedInOneGoIsNotLate()
    {
        LiveWindows live(ns(10), ResourceRule::Segment);
        std::uint32_t inWindows = 0;
        for (int flush = 1; flush <= 5; ++flush) {
            const double now = kBegin + flush * 60;
            for (int i = 0; i < 600; ++i) {
                Exchange exchange;
                exchange.begin = ns(now - 60 + i * 0.1);
                exchange.latency = ns(0.01);
                exchange.path = "/a";
                live.add(exchange, ns(now), true);
            }
            for (int second = 0; second < 60; ++second)
                live.passTime(ns(now + second));
        }
        live.finish();
        for (const LiveWindow &window : live.takeClosed())
            inWindows += window.isWhole ? window.window.exchanges : 0;
        QCOMPARE(live.late(), std::uint64_t{0});
        QCOMPARE(inWindows, 3000U);
    }

    void oneWrongStampClosesNothing()
    {
        LiveWindows live(ns(10), ResourceRule::Segment);
        const auto add = [&](double second) {
            Exchange exchange;
            exchange.begin = ns(second);
            exchange.path = "/a";
            live.add(exchange, ns(second), false);
        };
        for (int i = 0; i < 1000; ++i) {
            add(kBegin + i * 0.1);
            if (i % 100 == 50)
                add(kBegin + 1e8); // years ahead
        }
        live.finish();
        QCOMPARE(live.late(), std::uint64_t{0});
        const auto windows = byPlace(live.takeClosed(), true);
        QCOMPARE(windows.size(), std::size_t{11}); // ten, and the one years ahead
        QVERIFY(live.seconds().size() <= 101);
    }

    /// A clock that is set back by an hour: windows come again, nothing is lost.
    void aClockThatIsSetBackBeginsAnew()
    {
        LiveWindows live(ns(10), ResourceRule::Segment);
        for (const double from : {kBegin + 3600, kBegin}) {
            for (int i = 0; i < 1000; ++i) {
                Exchange exchange;
                exchange.begin = ns(from + i * 0.1);
                exchange.path = "/a";
                live.add(exchange, 0, false);
            }
        }
        live.finish();
        std::uint64_t counted = live.late();
        QVERIFY(counted <= 5); // until the median of the last nine has gone back
        for (const LiveWindow &window : live.takeClosed())
            counted += window.isWhole ? window.window.exchanges : 0;
        QCOMPARE(counted, std::uint64_t{2000});
    }

    void automaticNamesAreThoseOfTheTable_data()
    {
        QTest::addColumn<int>("hosts");
        QTest::addColumn<int>("servers");
        QTest::addColumn<QString>("rule");
        QTest::newRow("servers") << 1 << 2 << "server";
        QTest::newRow("hosts") << 2 << 0 << "host";
        QTest::newRow("one host") << 1 << 0 << "segment";
    }

    void automaticNamesAreThoseOfTheTable()
    {
        QFETCH(int, hosts);
        QFETCH(int, servers);
        QFETCH(QString, rule);
        const std::string names[] = {"one", "two"};
        std::vector<Exchange> exchanges;
        LiveWindows live(ns(1), ResourceRule::Automatic);
        for (int i = 0; i < 100; ++i) {
            Exchange exchange;
            exchange.begin = ns(kBegin + i * 0.1);
            exchange.host = names[i % hosts];
            exchange.server = servers > 0 ? std::string_view(names[i % servers]) : "";
            exchange.path = "/a";
            exchanges.push_back(exchange);
            live.add(exchange, 0, false);
        }
        live.finish();
        QCOMPARE(ruleId(live.rule()), rule);
        QCOMPARE(ruleId(makeTable(exchanges)->rule()), rule);
    }

    /// An hour at 1,000/s of a fifth of a million names: what is held does not grow with time.
    void resourcesThatFallSilentAreForgotten()
    {
        LiveWindows live(ns(1), ResourceRule::Host);
        std::string host;
        for (int i = 0; i < 200'000; ++i) {
            Exchange exchange;
            host = "host" + std::to_string(i);
            exchange.begin = ns(kBegin + i * 0.001);
            exchange.host = host;
            live.add(exchange, 0, false);
        }
        QVERIFY(live.resources() <= table::StringPool::kDefaultCapacity);
        live.finish();
        std::uint64_t counted = 0;
        for (const LiveWindow &window : live.takeClosed())
            counted += window.isWhole ? window.window.exchanges : 0;
        QCOMPARE(counted, std::uint64_t{200'000});
    }
};

QTEST_GUILESS_MAIN(TestLiveWindows)
#include "tst_live_windows.moc"
