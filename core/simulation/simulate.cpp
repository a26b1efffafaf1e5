// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/simulate.h"

#include "core/base/parallel.h"
#include "core/simulation/gather.h"
#include "core/simulation/live_publisher.h"
#include "core/simulation/replication.h"
#include "core/simulation/tr.h"
#include "core/simulation/verdict.h"
#include "core/simulation/warmup.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace dramatis::simulation {

namespace {

/// Part of what a run document says of the engine; goes up when the same seed gives other figures.
constexpr auto kEngine = "dramatis 1";
constexpr std::size_t kBatch = 5; ///< replications between two looks at the precision
constexpr std::size_t kMostForPrecision = 200;

/// The replications of one call of simulate(), run in batches so that series are folded and
/// forgotten.
class Runner
{
public:
    Runner(const Scenario &scenario,
           const Model &model,
           const Schedule &schedule,
           const SimulateOptions &options,
           JobControl &job)
        : m_scenario(scenario)
        , m_model(model)
        , m_schedule(schedule)
        , m_job(job)
        , m_caller(std::this_thread::get_id())
        , m_threads(options.threads > 0 ? options.threads : defaultThreadCount())
        , m_most(mostReplications(scenario.run))
        , m_live(model, schedule, options.live, m_most)
    {}

    /// Runs all of them. What is done when the job is cancelled stays.
    void run()
    {
        const std::size_t wanted = replicationsOf(m_scenario.run);
        runBatch(wanted);
        while (m_scenario.run.precision && !m_isStopped && m_done.size() < m_most && !isPrecise())
            runBatch(std::min(kBatch, m_most - m_done.size()));
    }

    [[nodiscard]] bool isStopped() const { return m_isStopped; }
    [[nodiscard]] const std::vector<Observations> &done() const { return m_done; }
    [[nodiscard]] RunResult result() const
    {
        return gathered(m_scenario, m_model, m_schedule, m_done, warmupCut(m_done, m_schedule));
    }
    [[nodiscard]] TimeSeries series() const { return m_series.result(m_model, m_schedule); }
    LivePublisher &live() { return m_live; }

private:
    static std::size_t replicationsOf(const RunOptions &run)
    {
        return static_cast<std::size_t>(std::max(1, run.replications));
    }
    static std::size_t mostReplications(const RunOptions &run)
    {
        const std::size_t wanted = replicationsOf(run);
        return run.precision ? std::max(wanted, kMostForPrecision) : wanted;
    }

    void runBatch(std::size_t count)
    {
        const std::size_t first = m_done.size();
        std::vector<Observations> batch(count);
        parallelFor(count, 1, m_threads, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                batch[i] = runOne(first + i);
        });
        for (Observations &observed : batch) {
            if (!observed.complete) {
                m_isStopped = true; // later ones may be complete: they count as well
                continue;
            }
            m_series.add(observed.series);
            observed.series = {};
            m_done.push_back(std::move(observed));
        }
    }

    Observations runOne(std::size_t index)
    {
        if (m_job.isCancelled())
            return {};
        Replication replication(
            m_model, m_schedule, Draws(m_scenario.run.seed, static_cast<std::uint32_t>(index)));
        double counted = 0;
        Observations observed =
            replication.run([&](std::int64_t time, double events, const Collector &collector) {
                m_live.addEvents(events - counted);
                counted = events;
                m_live.show(index, time, collector);
                report(static_cast<double>(time) / static_cast<double>(m_schedule.end));
                return !m_job.isCancelled();
            });
        m_live.addEvents(observed.events - counted);
        m_live.finish(index);
        return observed;
    }

    /// Progress, from the thread that may tell it: finished replications and the part of its own.
    void report(double part)
    {
        if (std::this_thread::get_id() != m_caller)
            return;
        const auto now = std::chrono::steady_clock::now();
        if (now - m_reported < std::chrono::milliseconds(50))
            return;
        m_reported = now;
        const double all =
            static_cast<double>(std::max(m_done.size() + 1, replicationsOf(m_scenario.run)));
        m_job.report(std::min(1.0, (static_cast<double>(m_live.finished()) + part) / all),
                     Tr::tr("Simulating"));
    }

    /// Whether the mean response time of every source is known to the precision asked for.
    [[nodiscard]] bool isPrecise() const
    {
        const RunResult run = result();
        return std::all_of(run.sources.begin(), run.sources.end(), [&](const SourceResult &source) {
            const Figure figure = source.responseTime.mean.figure();
            return !figure.isKnown() || figure.halfWidth <= *m_scenario.run.precision * figure.mean;
        });
    }

    const Scenario &m_scenario;
    const Model &m_model;
    const Schedule &m_schedule;
    JobControl &m_job;
    std::thread::id m_caller;
    unsigned m_threads;
    std::size_t m_most;
    LivePublisher m_live;
    std::vector<Observations> m_done;
    SeriesMean m_series;
    bool m_isStopped = false;
    std::chrono::steady_clock::time_point m_reported{};
};

} // namespace

Result<RunResult>
simulate(const Scenario &scenario, const SimulateOptions &options, JobControl &job)
{
    DRAMATIS_CHECK(checkSimulable(scenario));
    DRAMATIS_TRY(const Model model, compiled(scenario));
    const Schedule schedule = scheduleOf(model, scenario.run, options.timeSeries || options.live);

    const auto begin = std::chrono::steady_clock::now();
    Runner runner(scenario, model, schedule, options, job);
    runner.run();
    if (runner.done().empty())
        return makeError(ErrorKind::Cancelled,
                         Tr::tr("The simulation was cancelled before a replication was finished."));
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;

    RunResult run = runner.result();
    run.scenarioHash = scenarioHash(scenario);
    run.scenarioName = scenario.name;
    run.engine = QString::fromLatin1(kEngine);
    run.seed = scenario.run.seed;
    run.duration = scenario.run.duration;
    run.eventsPerSecond = spent.count() > 0 ? run.events / spent.count() : 0;
    run.partial = runner.isStopped();
    const TimeSeries series = schedule.series ? runner.series() : TimeSeries{};
    runner.live().showResult(series);
    if (options.timeSeries)
        run.series = series;
    judge(run, scenario.objectives);
    return run;
}

} // namespace dramatis::simulation
