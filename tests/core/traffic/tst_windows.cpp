// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/windows.h"
#include "tests/support/approx.h"
#include "tests/support/exchanges.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>

using namespace dramatis;
using namespace dramatis::traffic;
using tests::makeTable;
using tests::ns;

namespace {

/// Exchanges with resource `server` at these seconds.
std::vector<Exchange> at(const char *server, const std::vector<double> &seconds)
{
    std::vector<Exchange> exchanges;
    for (const double second : seconds)
        exchanges.push_back({.begin = ns(second), .status = 200, .server = server});
    return exchanges;
}

std::vector<Exchange> operator+(std::vector<Exchange> a, const std::vector<Exchange> &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// `perSecond` exchanges, 1 ms apart, at the start of each of `seconds` seconds from `from` on.
std::vector<Exchange> clumps(const char *server, double from, int seconds, int perSecond)
{
    std::vector<double> times;
    for (int second = 0; second < seconds; ++second) {
        for (int i = 0; i < perSecond; ++i)
            times.push_back(from + second + i * 1e-3);
    }
    return at(server, times);
}

WindowTable windowsOf(const std::vector<Exchange> &exchanges, std::optional<double> width)
{
    NullJobControl job;
    auto windows = makeWindows(*makeTable(exchanges), width, job);
    if (!windows)
        qFatal("%s", qPrintable(windows.error().toString()));
    return *std::move(windows);
}

/// "a:0x2 a:3x1": resource, slice and exchanges of every window.
QString told(const WindowTable &table)
{
    QStringList parts;
    for (const Window &window : table.windows)
        parts.append(QStringLiteral("%1:%2x%3")
                         .arg(table.resources[number(window.resource)])
                         .arg(window.slice)
                         .arg(window.exchanges));
    return parts.join(u' ');
}

class StopAt final : public JobControl
{
public:
    explicit StopAt(int checkpoint) : m_left(checkpoint) {}
    bool isCancelled() const noexcept override { return m_left <= 0; }
    void report(double, const QString &) override { --m_left; }

private:
    int m_left;
};

} // namespace

class TestWindows : public QObject
{
    Q_OBJECT

private slots:
    void slicesAreAlignedToTheEpochAndHalfOpen()
    {
        const auto windows =
            windowsOf(at("b", {-0.5, 0, 9.999999999, 10, 30}) + at("a", {12, 12.5}), 10);
        QCOMPARE(told(windows), QStringLiteral("b:-1x1 b:0x2 b:1x1 b:3x1 a:1x2"));
        QCOMPARE(windows.sliceBegin(-1), ns(-10));
        QCOMPARE(windows.sparse, std::uint64_t{5});
        QCOMPARE(windows.firstTime, ns(-0.5));
        QCOMPARE(windows.lastTime, ns(30));
    }

    void emptySlicesAreExposure()
    {
        const auto windows = windowsOf(at("a", {1, 95}) + at("b", {42}), 10);
        QCOMPARE(windows.exposures.size(), std::size_t{2});
        QCOMPARE(windows.exposures[0].slices(), std::int64_t{10}); // 0 to 9, two of them windows
        QCOMPARE(windows.exposures[1].slices(), std::int64_t{1});
    }

    void countsAndSumsAreOverTheKnown()
    {
        const auto windows = windowsOf(
            {{.begin = ns(0.1),
              .latency = ns(0.1),
              .requestBytes = 100,
              .responseBytes = 1000,
              .status = 200,
              .server = "a",
              .method = "GET",
              .path = "/"},
             {.begin = ns(0.2),
              .latency = ns(0.2),
              .responseBytes = 0,
              .status = 503,
              .server = "a",
              .method = "POST",
              .path = "/"},
             {.begin = ns(0.3),
              .latency = ns(0.4),
              .status = 504,
              .server = "a",
              .method = "delete",
              .path = "/"},
             {.begin = ns(0.4), .status = 499, .server = "a", .path = "/"},
             {.begin = ns(0.5), .status = 404, .server = "a", .method = "\x16\x03", .path = "/"},
             {.begin = ns(0.6), .server = "a", .method = "HEAD"}},
            1);
        QCOMPARE(told(windows), QStringLiteral("a:0x6"));
        const Window &window = windows.windows.front();
        QCOMPARE(window.knownOutcomes, 5u);
        QCOMPARE(window.errors, 3u);  // 503, 504 and 499; 404 is the client's
        QCOMPARE(window.methods, 4u); // GET, POST, delete, HEAD
        QCOMPARE(window.writes, 2u);
        QCOMPARE(window.knownRequestBytes, 1u);
        QCOMPARE(window.requestBytes, 100.0);
        QCOMPARE(window.knownResponseBytes, 2u); // a 0 is measured
        QCOMPARE(window.responseBytes, 1000.0);
        QCOMPARE(window.knownLatencies, 3u);
        COMPARE_APPROX(window.latencySum, 0.7, 1e-12, 0);
        COMPARE_APPROX(window.latencyP50, 0.2, 1e-12, 0);
        // Type 7 over 0.1, 0.2, 0.4: place 0.95 * 2 = 1.9, so 0.2 + 0.9 * 0.2.
        COMPARE_APPROX(window.latencyP95, 0.38, 1e-12, 0);
        QCOMPARE(windows.sparse, std::uint64_t{0});
    }

    void whatIsNotInTheCaptureIsUnknown()
    {
        const auto windows = windowsOf(at("a", {0.25, 0.5}), 1);
        const Window &window = windows.windows.front();
        QVERIFY(std::isnan(window.latencyP50));
        QVERIFY(std::isnan(window.latencyP95));
        QVERIFY(std::isnan(window.gapMean)); // one gap only
        QCOMPARE(window.knownLatencies, 0u);
    }

    void gapsAreOfTheResourceWithinTheWindow()
    {
        // Gaps of a in [0, 10): 1, 3, 2 s: mean 2, sample deviation 1. The gap to 12.5 is in none.
        const auto windows =
            windowsOf(at("a", {0.5, 1.5, 4.5, 6.5, 12.5}) + at("b", {1, 2.25, 3}), 10);
        QCOMPARE(told(windows), QStringLiteral("a:0x4 a:1x1 b:0x3"));
        COMPARE_APPROX(windows.windows[0].gapMean, 2, 1e-12, 0);
        COMPARE_APPROX(windows.windows[0].gapCv, 0.5, 1e-12, 0);
        QVERIFY(std::isnan(windows.windows[1].gapMean));
    }

    void evenPacingHasNoVariation()
    {
        std::vector<double> times;
        for (int i = 0; i < 100; ++i)
            times.push_back(1000 + i * 0.05);
        const auto windows = windowsOf(at("a", times), 5);
        QCOMPARE(windows.windows.front().gapCv, 0.0);
    }

    void wholeSecondStampsTellNoGaps_data()
    {
        QTest::addColumn<double>("offset");
        QTest::addColumn<double>("latency");
        QTest::addColumn<double>("spacing");
        QTest::addColumn<bool>("known");
        QTest::newRow("begins on whole seconds") << 0.0 << 0.25 << 2.0 << false;
        QTest::newRow("ends on whole seconds") << -0.25 << 0.25 << 2.0 << false;
        QTest::newRow("neither") << 0.5 << 0.25 << 2.0 << true;
        QTest::newRow("whole seconds, at most 0.2 a second") << 0.0 << 0.25 << 5.0 << true;
    }

    void wholeSecondStampsTellNoGaps()
    {
        QFETCH(double, offset);
        QFETCH(double, latency);
        QFETCH(double, spacing);
        QFETCH(bool, known);
        std::vector<Exchange> exchanges;
        for (int i = 0; i < 30; ++i)
            exchanges.push_back(
                {.begin = ns(1000 + i * spacing + offset), .latency = ns(latency), .server = "a"});
        const auto windows = windowsOf(exchanges, 100);
        const Window &fullest = windows.windows.front();
        QCOMPARE(!std::isnan(fullest.gapMean), known);
        QCOMPARE(!std::isnan(fullest.gapCv), known);
    }

    void widthIsTheSmallestWithThirtyInTheMedianWindow_data()
    {
        QTest::addColumn<int>("perSecond");
        QTest::addColumn<double>("width");
        QTest::addColumn<bool>("fallback");
        // A resource with n exchanges at the start of each of 3,600 seconds has w * n in every
        // window.
        QTest::newRow("30 a second") << 30 << 1.0 << false;
        QTest::newRow("29 a second") << 29 << 5.0 << false;
        QTest::newRow("6 a second") << 6 << 5.0 << false;
        QTest::newRow("5 a second") << 5 << 10.0 << false;
        QTest::newRow("1 a second") << 1 << 30.0 << false;
    }

    void widthIsTheSmallestWithThirtyInTheMedianWindow()
    {
        QFETCH(int, perSecond);
        QFETCH(double, width);
        QFETCH(bool, fallback);
        const auto windows = windowsOf(clumps("a", 0, 3600, perSecond), std::nullopt);
        QCOMPARE(windows.widthSeconds, width);
        QVERIFY(windows.automaticWidth);
        QCOMPARE(windows.widthIsFallback, fallback);
    }

    /// Windows of 1 s with 10 and 50 exchanges: the middle two have a mean of 30.
    void medianOfTwoWindowsIsTheirMean()
    {
        const auto enough = clumps("a", 0, 1, 10) + clumps("a", 100, 1, 50);
        QCOMPARE(windowsOf(enough, std::nullopt).widthSeconds, 1.0);
        // 9 and 50: 29.5 for every width up to 60 s; in 300 s both are one window of 59.
        const auto tooFew = clumps("a", 0, 1, 9) + clumps("a", 100, 1, 50);
        QCOMPARE(windowsOf(tooFew, std::nullopt).widthSeconds, 300.0);
    }

    /// Five exchanges every 500 s, each five within a second, never 30 in an hour's... 3600 / 500
    /// is 7.2 groups, so an hour has 35 or 40: enough. With two groups an hour it is 10: the
    /// fallback is the width with the most windows of at least five, the smallest of equals.
    void fallbackIsTheWidthWithMostWindowsOfFive()
    {
        std::vector<Exchange> exchanges;
        for (int group = 0; group < 10; ++group)
            exchanges = exchanges + clumps("a", group * 1800, 1, 5);
        const auto windows = windowsOf(exchanges, std::nullopt);
        QCOMPARE(windows.widthSeconds, 1.0);
        QVERIFY(windows.widthIsFallback);
        // Ten exchanges spread over 10 s: 1 s windows are sparse, 5 s ones have five each.
        std::vector<double> times;
        for (int group = 0; group < 3; ++group) {
            for (int i = 0; i < 10; ++i)
                times.push_back(group * 7200 + i + 0.5);
        }
        const auto spread = windowsOf(at("a", times), std::nullopt);
        QCOMPARE(spread.widthSeconds, 5.0);
        QVERIFY(spread.widthIsFallback);
    }

    /// Against the definition, carried out with a map per width.
    void automaticWidthAgreesWithCountingOutright()
    {
        std::mt19937_64 random(3);
        for (int round = 0; round < 20; ++round) {
            const double rate = std::exp(std::uniform_real_distribution<double>(-5, 3)(random));
            std::exponential_distribution<double> gap(rate);
            std::vector<Exchange> exchanges;
            double time = -500;
            for (int i = 0; i < 600; ++i) {
                time += gap(random);
                exchanges.push_back({.begin = ns(time), .server = i % 3 == 0 ? "a" : "b"});
            }
            double expected = 0;
            double most = 0;
            std::size_t mostWindows = 0;
            for (const double width : automaticWidths()) {
                std::map<std::pair<std::string_view, double>, int> counts;
                for (const Exchange &exchange : exchanges) {
                    const double slice =
                        std::floor(static_cast<double>(exchange.begin) / 1e9 / width);
                    ++counts[{exchange.server, slice}];
                }
                std::vector<int> sizes;
                std::size_t notSparse = 0;
                for (const auto &[key, count] : counts) {
                    sizes.push_back(count);
                    notSparse += count >= 5;
                }
                std::sort(sizes.begin(), sizes.end());
                const double median =
                    (sizes[(sizes.size() - 1) / 2] + sizes[sizes.size() / 2]) / 2.0;
                if (expected == 0 && median >= 30)
                    expected = width;
                if (notSparse > mostWindows) {
                    mostWindows = notSparse;
                    most = width;
                }
            }
            const auto windows = windowsOf(exchanges, std::nullopt);
            QCOMPARE(windows.widthSeconds, expected == 0 ? most : expected);
            QCOMPARE(windows.widthIsFallback, expected == 0);
        }
    }

    void everyExchangeIsInOneWindowOfAnyWidth()
    {
        std::mt19937_64 random(5);
        std::vector<Exchange> exchanges;
        for (int i = 0; i < 2000; ++i)
            exchanges.push_back(
                {.begin = std::uniform_int_distribution<std::int64_t>(-ns(50), ns(50))(random),
                 .server = i % 7 == 0 ? "a" : "b"});
        for (const double width : {1e-9, 1e-3, 0.3, 1.0, 7.0, 1e6, 1e9}) {
            const auto windows = windowsOf(exchanges, width);
            std::uint64_t sum = 0;
            for (const Window &window : windows.windows)
                sum += window.exchanges;
            QCOMPARE(sum, std::uint64_t{2000});
            QVERIFY(windows.windows.size() <= 2000);
        }
    }

    void unusableWidthsAreRefused_data()
    {
        QTest::addColumn<double>("width");
        QTest::newRow("zero") << 0.0;
        QTest::newRow("negative") << -5.0;
        QTest::newRow("not a number") << std::nan("");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("below a nanosecond") << 1e-10;
        QTest::newRow("beyond a century") << 1e10;
        QTest::newRow("the greatest there is") << std::numeric_limits<double>::max();
    }

    void unusableWidthsAreRefused()
    {
        QFETCH(double, width);
        NullJobControl job;
        const auto windows = makeWindows(*makeTable(at("a", {1, 2})), width, job);
        QVERIFY(!windows);
        QCOMPARE(windows.error().kind, ErrorKind::InvalidArgument);
    }

    void anEmptyTableIsRefused()
    {
        NullJobControl job;
        const auto windows = makeWindows(*makeTable({}), std::nullopt, job);
        QVERIFY(!windows);
        QCOMPARE(windows.error().kind, ErrorKind::InvalidArgument);
    }

    void timesAtTheEndsOf64BitsAreTaken()
    {
        constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
        const auto windows = windowsOf({{.begin = last - 1, .latency = last, .server = "a"},
                                        {.begin = -last, .latency = -5, .server = "a"},
                                        {.begin = last, .server = "a"}},
                                       10);
        QCOMPARE(windows.windows.size(), std::size_t{2});
    }

    void aCancelledJobStops()
    {
        const auto table = makeTable(at("a", {1, 2}));
        for (const int checkpoint : {0, 1}) {
            StopAt job(checkpoint);
            const auto windows = makeWindows(*table, std::nullopt, job);
            QVERIFY(!windows);
            QCOMPARE(windows.error().kind, ErrorKind::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestWindows)
#include "tst_windows.moc"
