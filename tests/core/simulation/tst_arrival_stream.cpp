// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/unknown.h"
#include "core/simulation/arrival_stream.h"
#include "tests/core/simulation/scenarios.h"

#include <set>

using namespace dramatis;
using namespace dramatis::simulation;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;
using topology::ArrivalModel;
using topology::ArrivalSample;

/// When requests come: counts and times of sources alone.
class TestArrivalStream : public QObject
{
    Q_OBJECT

private slots:
    void constantIsExact()
    {
        const auto times = arrivalsOf(source(u"s"_s, ArrivalModel::Constant, 3), run(1.1, 1), 0);
        QCOMPARE(times, (std::vector<std::int64_t>{333333333, 666666667, 1000000000}));
    }

    /// Gaps of a Poisson process: mean 1 / rate, standard deviation the same.
    void poissonHasExponentialGaps()
    {
        const auto times = arrivalsOf(poissonSource(u"s"_s, 100), run(2000, 1), 0);
        COMPARE_APPROX(double(times.size()), 2e5, 0.01, 0);
        std::vector<double> gaps;
        for (std::size_t i = 1; i < times.size(); ++i)
            gaps.push_back(double(times[i] - times[i - 1]) * 1e-9);
        COMPARE_APPROX(mean(gaps), 0.01, 0.01, 0);
        COMPARE_APPROX(standardDeviation(gaps), 0.01, 0.02, 0);
    }

    /// Rate 1/s but 4/s from Wednesday 10:00 to 11:00 UTC; the run starts half an hour before, and
    /// hours count two hours east of Greenwich.
    void intensityFollowsTheHourOfTheWeek()
    {
        topology::Node node = poissonSource(u"s"_s, 0);
        node.arrivals.intensity.assign(168, 1);
        node.arrivals.intensity[2 * 24 + 12] = 4;
        node.arrivals.utcOffsetSeconds = 2 * 3600;
        RunOptions options = run(2 * 3600, 1);
        // Wednesday 2026-11-25 09:30 UTC
        options.start = (std::int64_t{1795564800} + 9 * 3600 + 1800) * kNanosecondsPerSecond;
        const auto times = arrivalsOf(node, options, 0);
        const auto between = [&](double from, double to) {
            return double(std::count_if(times.begin(), times.end(), [&](std::int64_t time) {
                return double(time) * 1e-9 >= from && double(time) * 1e-9 < to;
            }));
        };
        COMPARE_APPROX(between(0, 1800), 1800, 0.1, 0);
        COMPARE_APPROX(between(1800, 5400), 4 * 3600, 0.04, 0);
        COMPARE_APPROX(between(5400, 7200), 1800, 0.1, 0);
    }

    /// Without a start it begins with the busiest hour; what was never seen takes its hour of the
    /// day.
    void intensityBeginsAtThePeak()
    {
        topology::Node node = poissonSource(u"s"_s, 0);
        node.arrivals.intensity.assign(168, std::numeric_limits<double>::quiet_NaN());
        node.arrivals.intensity[30] = 5;
        node.arrivals.intensity[31] = 2;
        COMPARE_APPROX(double(arrivalsOf(node, run(3600, 1), 0).size()), 5 * 3600, 0.03, 0);
        COMPARE_APPROX(double(arrivalsOf(node, run(7200, 1), 0).size()), 7 * 3600, 0.03, 0);
        COMPARE_APPROX(double(arrivalsOf(node, run(168 * 3600, 1), 0).size()),
                       (7 * 5 + 7 * 2 + 154 * 3.5) * 3600,
                       0.01,
                       0);
    }

    /// Over a long run the bootstrap has the sample's mean rate, multiplied by the scale.
    void bootstrapKeepsTheMeanRate_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : {1.0, 0.3, 1.5, 3.0})
            QTest::addRow("%g", scale) << scale;
    }
    void bootstrapKeepsTheMeanRate()
    {
        QFETCH(double, scale);
        RunOptions options = run(200000, 1);
        options.scale = scale;
        const double count =
            double(arrivalsOf(bootstrapSource(u"s"_s, burstySample()), options, 0).size());
        COMPARE_APPROX(count / 200000, scale * burstySample()->meanRate(), 0.01, 0);
    }

    /// Ten slices in a row, circular: the arrivals of every block are those of the sample from a
    /// start on.
    void bootstrapPlaysTenSlicesInARow()
    {
        auto sample = std::make_shared<ArrivalSample>();
        sample->windowSeconds = 1;
        for (std::uint32_t i = 0; i < 25; ++i) { // slice i: one arrival, i ms after its begin
            sample->windows.push_back({});
            sample->windows.back().count = 1;
            sample->offsets.push_back(i * 1'000'000);
        }
        const auto times = arrivalsOf(bootstrapSource(u"s"_s, sample), run(1000, 1), 0);
        QCOMPARE(times.size(), std::size_t(1000));
        std::set<std::int64_t> starts;
        for (std::size_t i = 0; i < times.size(); ++i) {
            QCOMPARE(times[i] / kNanosecondsPerSecond, std::int64_t(i));
            const std::int64_t slice = times[i] % kNanosecondsPerSecond / 1'000'000;
            if (i % 10 == 0)
                starts.insert(slice);
            else
                QCOMPARE(slice, (times[i - 1] % kNanosecondsPerSecond / 1'000'000 + 1) % 25);
        }
        QVERIFY(starts.size() > 20); // nearly every slice was a start
    }

    /// All sources play the same slices at the same time; another replication plays others.
    void bootstrapSharesItsStarts()
    {
        const auto sample = burstySample();
        const auto a = arrivalsOf(bootstrapSource(u"a"_s, sample), run(500, 1), 0);
        QCOMPARE(arrivalsOf(bootstrapSource(u"b"_s, sample), run(500, 1), 0), a);
        QVERIFY(arrivalsOf(bootstrapSource(u"a"_s, sample), run(500, 1), 1) != a);
    }

    /// Peak plays the marked slices only.
    void peakPlaysPeakSlices()
    {
        auto sample = std::make_shared<ArrivalSample>(*burstySample());
        std::size_t peaks = 0;
        std::size_t inPeaks = 0;
        for (auto &window : sample->windows) {
            window.peak = window.count > 10;
            peaks += window.peak ? 1 : 0;
            inPeaks += window.peak ? window.count : 0;
        }
        RunOptions options = run(100000, 1);
        options.peak = true;
        const double count = double(arrivalsOf(bootstrapSource(u"s"_s, sample), options, 0).size());
        COMPARE_APPROX(count / 100000, double(inPeaks) / double(peaks), 0.01, 0);

        for (auto &window : sample->windows)
            window.peak = false;
        Scenario scenario = oneStation(1, station(u"web"_s, constant(1)));
        scenario.topology.nodes[0] = bootstrapSource(u"clients"_s, sample);
        scenario.run = options;
        const auto refused = compiled(scenario);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"clients"_s));
    }

    /// Gaps of a renewal source have the rate and the variation asked for; scale superposes copies.
    void renewalHasItsVariation()
    {
        topology::Node node = source(u"s"_s, ArrivalModel::Renewal, 50);
        node.arrivals.cv = 0.4;
        const auto times = arrivalsOf(node, run(2000, 1), 0);
        std::vector<double> gaps;
        for (std::size_t i = 1; i < times.size(); ++i)
            gaps.push_back(double(times[i] - times[i - 1]) * 1e-9);
        COMPARE_APPROX(mean(gaps), 0.02, 0.01, 0);
        COMPARE_APPROX(standardDeviation(gaps), 0.4 * 0.02, 0.02, 0);
        RunOptions options = run(2000, 1);
        options.scale = 2.5;
        COMPARE_APPROX(double(arrivalsOf(node, options, 0).size()), 2.5 * 50 * 2000, 0.01, 0);
    }

    /// Replay is the capture from its start, once.
    void replayIsExact()
    {
        topology::Node node = bootstrapSource(u"s"_s, burstySample());
        node.arrivals.model = ArrivalModel::Replay;
        std::vector<std::int64_t> expected;
        const auto sample = burstySample();
        std::size_t offset = 0;
        for (std::size_t slice = 0; slice < sample->windows.size(); ++slice)
            for (std::uint32_t i = 0; i < sample->windows[slice].count; ++i)
                expected.push_back(std::int64_t(slice) * kNanosecondsPerSecond
                                   + sample->offsets[offset++]);
        QCOMPARE(arrivalsOf(node, run(1000, 1), 0), expected);
    }

private:
    static topology::Node bootstrapSource(const QString &id,
                                          std::shared_ptr<const ArrivalSample> sample)
    {
        topology::Node node = source(id, ArrivalModel::Bootstrap, 0);
        node.arrivals.rate.reset();
        node.arrivals.sample = std::move(sample);
        return node;
    }

    /// 60 slices of a second with 0 to 20 arrivals each.
    static std::shared_ptr<const ArrivalSample> burstySample()
    {
        auto sample = std::make_shared<ArrivalSample>();
        sample->windowSeconds = 1;
        for (std::uint32_t i = 0; i < 60; ++i) {
            sample->windows.push_back({});
            sample->windows.back().count = i * 7 % 21;
            for (std::uint32_t k = 0; k < sample->windows.back().count; ++k)
                sample->offsets.push_back(k * 40'000'000);
        }
        return sample;
    }

    /// All arrivals of a source in one replication, in ns.
    static std::vector<std::int64_t>
    arrivalsOf(topology::Node node, const RunOptions &options, std::uint32_t replication)
    {
        Scenario scenario = oneStation(1, station(u"web"_s, constant(1)));
        scenario.topology.calls[0].from = node.id;
        scenario.topology.nodes[0] = std::move(node);
        scenario.run = options;
        const auto model = compiled(scenario);
        if (!model)
            qFatal("%s", qPrintable(model.error().toString()));
        const Draws draws(1, replication);
        ArrivalStream stream(*model, model->sources[0], draws);
        std::vector<std::int64_t> times;
        for (std::int64_t time = stream.next(); time != kNever; time = stream.next()) {
            if (!times.empty() && time < times.back())
                qFatal("time goes back");
            times.push_back(time);
        }
        return times;
    }
};

QTEST_GUILESS_MAIN(TestArrivalStream)
#include "tst_arrival_stream.moc"
