// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyse.h"
#include "core/clustering/clustering.h"
#include "tests/support/approx.h"
#include "tests/support/schedule.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace dramatis;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;

/// From the recorded sample to the value of a report, linked without QtGui: each stage against what
/// is known of the recording (resources/sample/README.md counts it with other tools).
class TestChain : public QObject
{
    Q_OBJECT

    static constexpr std::int64_t kNow =
        1'795'600'000'000'000'000; ///< 29 hours after the recording
    std::optional<analysis::Chain> m_chain;

    static analysis::ChainOptions options()
    {
        analysis::ChainOptions options;
        options.duration = 1800; // every persona is drawn in every replication
        options.replications = 3;
        return options;
    }

    static Result<analysis::Chain> chain(JobControl &job)
    {
        return analysis::runChain(
            {kSampleCapture}, options(), table::makeSpillingStore(), FixedClock(kNow), job);
    }

private slots:
    void initTestCase()
    {
        NullJobControl job;
        auto made = chain(job);
        QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
        m_chain = *std::move(made);
    }

    void everyExchangeIsRead()
    {
        const traffic::CaptureStatistics &statistics = m_chain->statistics;
        QCOMPARE(m_chain->imported.summary.exchanges, std::uint64_t{81'910});
        QCOMPARE(m_chain->imported.table->size(), std::uint64_t{81'910});
        QCOMPARE(m_chain->imported.summary.skipped, std::uint64_t{0});
        const std::map<int, std::uint64_t> statuses{
            {200, 66'012}, {201, 2'664}, {404, 1'431}, {409, 441}, {500, 28}, {503, 11'334}};
        QCOMPARE(statistics.statuses, statuses);
        QStringList resources;
        for (const traffic::GroupTotals &resource : statistics.resources)
            resources << resource.name;
        resources.sort();
        QCOMPARE(resources,
                 (QStringList{u"127.0.0.11:9101"_s, u"127.0.0.12:9102"_s, u"127.0.0.13:9103"_s}));
        QCOMPARE(statistics.totals.errors, std::uint64_t{28 + 11'334});
    }

    void everyExchangeIsInAPersonaOrCounted()
    {
        const persona::PersonaSet &set = m_chain->personas.set;
        std::uint64_t exchanges = set.noiseExchanges + set.sparseExchanges;
        std::uint64_t windows = set.noise;
        for (const persona::Persona &persona : set.personas) {
            exchanges += persona.exchanges;
            windows += persona.windows;
            QVERIFY(!persona.name.isEmpty());
            QVERIFY2(persona.confidence.score > 0 && persona.confidence.score <= 1,
                     qPrintable(persona.name));
            QVERIFY(persona.requestRate.mean > 0);
            QVERIFY(persona.latencyP50 > 0 && persona.latencyP50 <= persona.latencyP95
                    && persona.latencyP95 <= persona.latencyP99);
            const double age = static_cast<double>(kNow - persona.observedTo) * 1e-9;
            COMPARE_APPROX(persona.dataAge(kNow), age, 1e-9, 0);
        }
        // Exchanges that no instance answered name no resource; they are windows of the empty one
        // or none.
        QCOMPARE(exchanges, std::uint64_t{81'910});
        QCOMPARE(windows, set.points);
        QVERIFY2(set.personas.size() >= 4 && set.personas.size() <= 12,
                 qPrintable(QString::number(set.personas.size())));
        QVERIFY(static_cast<double>(set.noise) < 0.2 * static_cast<double>(set.points));
    }

    void everyPersonaIsASourceThatPlaysItsRate()
    {
        const simulation::Scenario &scenario = m_chain->proposal.scenario;
        int sources = 0;
        for (const topology::Node &node : scenario.topology.nodes) {
            if (node.kind != topology::NodeKind::Source)
                continue;
            ++sources;
            const auto result = m_chain->run.sources.find(node.id);
            QVERIFY2(result != m_chain->run.sources.end(), qPrintable(node.id));
            const double offered = result->offered.figure().mean;
            const double throughput = result->throughput.figure().mean;
            QVERIFY2(offered > 0, qPrintable(node.id));
            // What comes is answered, well or badly; the last few requests are still under way.
            QVERIFY2(std::abs(throughput - offered) <= 0.05 * offered,
                     qPrintable(u"%1: offered %2, throughput %3"_s.arg(node.id).arg(offered).arg(
                         throughput)));
            const double goodput = result->goodput.figure().mean;
            QVERIFY(goodput <= throughput * 1.0001);
        }
        QCOMPARE(sources, static_cast<int>(m_chain->personas.set.personas.size()));
        QCOMPARE(m_chain->run.replications, 3);
        QCOMPARE(m_chain->run.duration, 1800.0);
        QVERIFY(!m_chain->run.partial);
    }

    void everyFigureIsFinite()
    {
        for (auto it = m_chain->run.sources.begin(); it != m_chain->run.sources.end(); ++it) {
            for (const simulation::Measure *measure : {&it->throughput,
                                                       &it->offered,
                                                       &it->goodput,
                                                       &it->errorRate,
                                                       &it->responseTime.mean,
                                                       &it->responseTime.p50,
                                                       &it->responseTime.p95,
                                                       &it->responseTime.p99,
                                                       &it->responseTime.max}) {
                QVERIFY2(std::isfinite(measure->figure().mean), qPrintable(it.key()));
                QVERIFY2(std::isfinite(measure->figure().halfWidth), qPrintable(it.key()));
            }
            QVERIFY(it->responseTime.p50.figure().mean <= it->responseTime.p95.figure().mean);
            QVERIFY(it->responseTime.p95.figure().mean <= it->responseTime.p99.figure().mean);
        }
        bool hasStation = false;
        for (const topology::Node &node : m_chain->proposal.scenario.topology.nodes) {
            if (!node.serviceTime)
                continue;
            hasStation = true;
            const simulation::NodeResult &result = m_chain->run.nodes[node.id];
            const double utilization = result.utilization.figure().mean;
            QVERIFY2(utilization > 0 && utilization <= 1, qPrintable(node.id));
            QVERIFY(std::isfinite(result.queueLength.figure().mean));
            QVERIFY(std::isfinite(result.waitingTime.figure().mean));
        }
        QVERIFY(hasStation);
    }

    void theAssessmentDecides()
    {
        const practice::Assessment &assessment = m_chain->practice.assessment;
        QCOMPARE(assessment.match.graph, m_chain->practice.graph.id);
        QVERIFY(assessment.match.score > 0 && assessment.match.score <= 1);
        QVERIFY(assessment.score >= 0 && assessment.score <= 100);
        QVERIFY(assessment.grade.value >= 0 && assessment.grade.value <= 1);
        int decided = 0;
        for (const practice::Finding &finding : assessment.findings) {
            if (finding.state != practice::FindingState::Holds
                && finding.state != practice::FindingState::Deviates)
                continue;
            ++decided;
            QVERIFY2(!finding.source.title.isEmpty(), qPrintable(finding.rule));
        }
        QVERIFY(decided > 0);
        for (const practice::Recommendation &recommendation :
             m_chain->practice.adaptive.recommendations) {
            QVERIFY(recommendation.verified);
            QVERIFY(!recommendation.changes.empty());
            const Figure &difference = recommendation.target.difference;
            QVERIFY2(difference.hasInterval() && std::abs(difference.mean) > difference.halfWidth,
                     qPrintable(recommendation.title));
        }
    }

    void theReportHasItsEightSections()
    {
        const FixedClock clock(kNow);
        const report::Report report = report::buildReport(m_chain->subject(u"Web shop"_s, clock));
        QStringList names;
        for (const report::Section &section : report.sections) {
            names << section.name;
            QVERIFY2(!section.heading.isEmpty(), qPrintable(section.name));
            QVERIFY2(!section.blocks.empty(), qPrintable(section.name));
        }
        QCOMPARE(names,
                 (QStringList{u"Summary"_s,
                              u"Captures"_s,
                              u"Personas"_s,
                              u"Scenario"_s,
                              u"Findings"_s,
                              u"Recommendations"_s,
                              u"Topology"_s,
                              u"Method and data"_s}));
        QVERIFY(!report.contentHash.isEmpty());
    }

    void anyNumberOfThreadsGivesTheSameRun()
    {
        NullJobControl job;
        for (const unsigned threads : {1U, 2U}) {
            const auto run =
                simulation::simulate(m_chain->proposal.scenario, {threads, nullptr, false}, job);
            QVERIFY(run);
            QVERIFY(run->events == m_chain->run.events);
            for (auto it = run->sources.begin(); it != run->sources.end(); ++it)
                QCOMPARE(it->responseTime.p95, m_chain->run.sources[it.key()].responseTime.p95);
        }
    }

    void itCanBeCancelledAnywhere()
    {
        /// Says stop at the n-th question.
        class StoppingJob final : public JobControl
        {
        public:
            explicit StoppingJob(int after) : m_left(after) {}
            bool isCancelled() const noexcept override { return m_left.fetch_sub(1) <= 0; }
            void report(double, const QString &) override {}

        private:
            mutable std::atomic<int> m_left;
        };
        for (const int after : {0, 1, 10, 100}) {
            StoppingJob job(after);
            const auto stopped = chain(job);
            QVERIFY(!stopped);
            QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
