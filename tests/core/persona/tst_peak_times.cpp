// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/peak_times.h"
#include "tests/support/approx.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace dramatis;
using namespace dramatis::persona;

namespace {

constexpr std::int64_t kSecond = kNanosecondsPerSecond;
constexpr std::int64_t kMonday = 4 * 86400 * kSecond; // 5 January 1970, 0:00

/// A table of windows of `width` s of resource 1: (slice, exchanges).
struct Week
{
    traffic::WindowTable table;
    std::vector<const traffic::Window *> windows;

    Week(double width, const std::vector<std::pair<std::int64_t, std::uint32_t>> &counts)
    {
        table.widthSeconds = width;
        for (const auto &[slice, exchanges] : counts) {
            traffic::Window window;
            window.resource = StringId{1};
            window.slice = slice;
            window.exchanges = exchanges;
            table.windows.push_back(window);
        }
        table.exposures.push_back({StringId{1}, counts.front().first, counts.back().first});
        for (const traffic::Window &window : table.windows)
            windows.push_back(&window);
    }

    [[nodiscard]] PeakTimes peak(int utcOffset = 0) const
    {
        return peakTimesOf(windows, table.exposures, table, utcOffset);
    }
};

} // namespace

class TestPeakTimes : public QObject
{
    Q_OBJECT

private slots:
    void spansAreSpreadOverTheHoursOfTheWeek_data()
    {
        QTest::addColumn<qint64>("begin");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("hours"); // hour:seconds
        QTest::newRow("the epoch was a Thursday") << qint64{0} << qint64{60} << 0 << "72:60";
        QTest::newRow("before the epoch") << qint64{-60} << qint64{120} << 0 << "71:60 72:60";
        QTest::newRow("Monday") << qint64{4 * 86400} << qint64{3600} << 0 << "0:3600";
        QTest::newRow("Sunday to Monday")
            << qint64{4 * 86400 - 600} << qint64{900} << 0 << "0:300 167:600";
        QTest::newRow("half past")
            << qint64{4 * 86400 + 1800} << qint64{3600} << 0 << "0:1800 1:1800";
        QTest::newRow("India") << qint64{4 * 86400} << qint64{3600} << 19800 << "5:1800 6:1800";
        QTest::newRow("New York") << qint64{4 * 86400} << qint64{3600} << -18000 << "163:3600";
    }

    void spansAreSpreadOverTheHoursOfTheWeek()
    {
        QFETCH(qint64, begin);
        QFETCH(qint64, seconds);
        QFETCH(int, offset);
        QFETCH(QString, hours);
        std::array<double, kHoursOfWeek> week{};
        spreadOverWeek(week,
                       begin * kSecond,
                       (begin + seconds) * kSecond,
                       offset,
                       static_cast<double>(seconds));
        QStringList told;
        for (std::size_t hour = 0; hour < week.size(); ++hour) {
            if (week[hour] > 0)
                told.append(QStringLiteral("%1:%2").arg(hour).arg(std::round(week[hour])));
        }
        QCOMPARE(told.join(u' '), hours);
    }

    void longSpansCoverEveryHour()
    {
        std::array<double, kHoursOfWeek> week{};
        constexpr std::int64_t span = (3 * 168 + 2) * 3600 * kSecond;
        spreadOverWeek(week, kMonday, kMonday + span, 0, 3 * 168 + 2);
        COMPARE_APPROX(week[0], 4, 1e-12, 0);
        COMPARE_APPROX(week[1], 4, 1e-12, 0);
        COMPARE_APPROX(week[2], 3, 1e-12, 0);
        COMPARE_APPROX(std::accumulate(week.begin(), week.end(), 0.0), 506, 1e-12, 0);

        spreadOverWeek(week,
                       std::numeric_limits<std::int64_t>::min(),
                       std::numeric_limits<std::int64_t>::max(),
                       86400,
                       168);
        COMPARE_APPROX(std::accumulate(week.begin(), week.end(), 0.0), 506 + 168, 1e-9, 0);
    }

    /// Half-hour slices from Monday 0:00: 36 exchanges at 0:00, none at 0:30, 72 at 1:00. Hour 0
    /// was seen for 3,600 s, hour 1 for 1,800 s.
    void ratesDivideByExposure()
    {
        const PeakTimes peak = Week(1800, {{192, 36}, {194, 72}}).peak();
        COMPARE_APPROX(peak.hourOfWeek[0], 0.01, 1e-12, 0);
        COMPARE_APPROX(peak.hourOfWeek[1], 0.04, 1e-12, 0);
        QVERIFY(std::isnan(peak.hourOfWeek[2]));
        COMPARE_APPROX(peak.hourOfDay[0], 0.01, 1e-12, 0);
        QVERIFY(std::isnan(peak.hourOfDay[23]));
        QCOMPARE(peak.peaks, (std::vector<HourOfWeek>{{0, 1}}));
        COMPARE_APPROX(peak.peakToMean, 0.04 / 0.025, 1e-12, 0);
    }

    /// A resource that was seen but idle has hours of rate 0, not unknown ones.
    void idleHoursAreZero()
    {
        const PeakTimes peak = Week(3600, {{96, 10}, {99, 30}}).peak();
        QCOMPARE(peak.hourOfWeek[1], 0.0);
        QCOMPARE(peak.hourOfWeek[2], 0.0);
        COMPARE_APPROX(peak.peakToMean, 30 / 10.0, 1e-12, 0);
    }

    void sameHourOfSeveralDaysIsOneHourOfDay()
    {
        // Monday and Tuesday 5:00, 3,600 and 7,200 exchanges; in between nothing.
        const PeakTimes peak = Week(3600, {{96 + 5, 3600}, {96 + 29, 7200}}).peak();
        COMPARE_APPROX(peak.hourOfDay[5], 1.5, 1e-12, 0);
        QCOMPARE(peak.hourOfDay[4], 0.0);
    }

    /// 25 observed hours have three peak hours; of equal hours the earlier come first.
    void peaksAreTheTopTenth()
    {
        std::vector<std::pair<std::int64_t, std::uint32_t>> counts;
        for (int hour = 0; hour < 25; ++hour)
            counts.emplace_back(96 + hour, hour == 20 ? 50 : 10);
        const PeakTimes peak = Week(3600, counts).peak();
        QCOMPARE(peak.peaks, (std::vector<HourOfWeek>{{0, 20}, {0, 0}, {0, 1}}));
    }

    /// As many exchanges at the start of each of three hours, where the capture ends: the third was
    /// seen for 10 s, and is no peak for it.
    void aFewMinutesAreNoPeakHour()
    {
        const std::int64_t first = kMonday / kSecond / 10;
        const PeakTimes peak = Week(10, {{first, 60}, {first + 360, 60}, {first + 720, 60}}).peak();
        COMPARE_APPROX(peak.hourOfWeek[1], 60 / 3600.0, 1e-12, 0);
        COMPARE_APPROX(peak.hourOfWeek[2], 60 / 10.0, 1e-12, 0);
        QCOMPARE(peak.peaks, (std::vector<HourOfWeek>{{0, 0}}));
        COMPARE_APPROX(peak.peakToMean, 1, 1e-12, 0);
    }

    void theOffsetMovesTheHours()
    {
        const PeakTimes peak = Week(3600, {{96, 7}}).peak(2 * 3600);
        QCOMPARE(peak.peaks, (std::vector<HourOfWeek>{{0, 2}}));
        QCOMPARE(peak.utcOffsetSeconds, 7200);
    }

    /// A window of 90 minutes from 0:30 on lies in hours 0 and 1 by a third and two thirds.
    void windowsAcrossHoursAreShared()
    {
        const PeakTimes peak = Week(5400, {{64, 54}}).peak(1800);
        // Slice 64 begins Monday 0:00 UTC; the offset puts it at 0:30. The rate is 54 / 5400
        // everywhere.
        COMPARE_APPROX(peak.hourOfWeek[0], 0.01, 1e-12, 0);
        COMPARE_APPROX(peak.hourOfWeek[1], 0.01, 1e-12, 0);
        QVERIFY(std::isnan(peak.hourOfWeek[2]));
    }
};

QTEST_GUILESS_MAIN(TestPeakTimes)
#include "tst_peak_times.moc"
