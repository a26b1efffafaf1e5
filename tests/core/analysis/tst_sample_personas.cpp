// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyse.h"
#include "tests/support/schedule.h"

#include <QTest>

#include <map>

using namespace dramatis;
using namespace dramatis::tests;

/// The recorded shop comes with its answer sheet. What is found without any tuning (automatic
/// windows, the suggested eps) must agree with what was played, and must not hang on the exact eps.
class TestSamplePersonas : public QObject
{
    Q_OBJECT

    analysis::PersonaAnalysis m_analysis;
    traffic::ObservedTraffic m_traffic;
    std::vector<QString> m_persona; ///< by position in the schedule's first-seen order
    std::vector<int>
        m_played; ///< per row that lies wholly in a phase: index into m_persona, else -1

    template<typename T>
    static T need(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
        return *std::move(result);
    }

    double agreement(const std::vector<int> &labels) const
    {
        std::vector<int> played;
        std::vector<int> found;
        for (std::size_t row = 0; row < labels.size(); ++row) {
            if (m_played[row] >= 0) {
                played.push_back(m_played[row]);
                found.push_back(labels[row]);
            }
        }
        return adjustedRandIndex(played, found);
    }

private slots:
    void initTestCase()
    {
        NullJobControl job;
        const capture::Imported imported =
            need(capture::importCapture({kSampleCapture}, {}, table::makeSpillingStore(), job));
        m_traffic = {imported.table, nullptr};
        m_analysis = need(analysis::findPersonas(m_traffic, {}, FixedClock(0), job));
        const traffic::WindowTable &windows = *m_analysis.windows;
        const std::vector<Phase> phases = sampleSchedule();
        for (const std::uint32_t window : m_analysis.features->windowOfRow) {
            const double time =
                static_cast<double>(windows.sliceBegin(windows.windows[window].slice)) * 1e-9;
            int played = -1;
            for (const Phase &phase : phases) {
                if (time < phase.from || time >= phase.to)
                    continue;
                const auto known = std::find(m_persona.begin(), m_persona.end(), phase.persona);
                played = static_cast<int>(known - m_persona.begin());
                if (known == m_persona.end())
                    m_persona.push_back(phase.persona);
            }
            m_played.push_back(played);
        }
        QVERIFY(m_played.size() > 500);
    }

    void whatIsFoundIsWhatWasPlayed()
    {
        const std::vector<int> &labels = m_analysis.outcome.clustering.labels;
        std::map<int, std::map<QString, int>> counts;
        for (std::size_t row = 0; row < labels.size(); ++row)
            if (m_played[row] >= 0)
                ++counts[labels[row]][m_persona[static_cast<std::size_t>(m_played[row])]];
        qInfo("windows of %g s, suggested eps %.4g, %zu windows, agreement (adjusted Rand index) "
              "%.3f",
              m_analysis.windows->widthSeconds,
              m_analysis.outcome.epsilon,
              labels.size(),
              agreement(labels));
        for (const auto &[label, names] : counts) {
            const persona::Persona *persona = m_analysis.set.ofCluster(label);
            for (const auto &[name, count] : names)
                qInfo("  %-24s %-16s %4d",
                      persona ? qPrintable(persona->name) : "(noise)",
                      qPrintable(name),
                      count);
        }
        QVERIFY(agreement(labels) >= 0.9);
    }

    void whatIsFoundIsJudged()
    {
        NullJobControl job;
        const persona::PersonaSet set = need(analysis::judged(m_traffic, m_analysis, job));
        qInfo("DBCV %.3f, stability %.3f", set.dbcv, set.stability);
        QVERIFY(set.dbcv > 0.5 && set.dbcv <= 1);
        QVERIFY(set.stability > 0.8 && set.stability <= 1);
        for (const persona::Persona &persona : set.personas)
            QVERIFY2(persona.goodness && !persona.goodness->parts.empty(),
                     qPrintable(persona.name));
        QCOMPARE(set.labels, m_analysis.set.labels);

        // By hand the windows are not where the algorithm would put them again.
        analysis::PersonaAnalysis moved = m_analysis;
        moved.set.regrouped = true;
        QVERIFY(std::isnan(need(analysis::judged(m_traffic, moved, job)).stability));
    }

    void aSmallerOrLargerEpsFindsThemToo_data()
    {
        QTest::addColumn<double>("factor");
        QTest::newRow("a fifth smaller") << 0.8;
        QTest::newRow("a quarter larger") << 1.25;
    }
    void aSmallerOrLargerEpsFindsThemToo()
    {
        QFETCH(double, factor);
        const clustering::Clustering cut =
            m_analysis.outcome.index->cut(m_analysis.outcome.epsilon * factor);
        qInfo("agreement %.3f, %d clusters", agreement(cut.labels), cut.clusters);
        QVERIFY(agreement(cut.labels) >= 0.8);
    }

    /// Merging adds up what the two were; splitting the rows off again gives what there was.
    void whatIsMergedCanBeSplitAgain()
    {
        NullJobControl job;
        const persona::PersonaSet &set = m_analysis.set;
        const persona::Persona &first = set.personas[0];
        const persona::Persona &second = set.personas[1];
        const auto merged = need(analysis::regroup(
            m_traffic, set, persona::MergePersonas{{first.id, second.id}}, FixedClock(0), job));
        QVERIFY(merged.regrouped);
        QCOMPARE(merged.personas.size(), set.personas.size() - 1);
        const persona::Persona *both = merged.withId(first.id);
        QVERIFY(both);
        QCOMPARE(both->windows, first.windows + second.windows);
        QCOMPARE(both->exchanges, first.exchanges + second.exchanges);
        QCOMPARE(both->name, first.name);
        QCOMPARE(merged.noise, set.noise);

        persona::NewPersona split;
        for (std::uint32_t row = 0; row < set.labels.size(); ++row) {
            if (set.labels[row] == second.cluster)
                split.rows.push_back(row);
        }
        const auto apart = need(analysis::regroup(m_traffic, merged, split, FixedClock(0), job));
        QCOMPARE(apart.personas.size(), set.personas.size());
        const persona::Persona *again = apart.withId(first.id);
        QCOMPARE(again->windows, first.windows);
        QCOMPARE(again->requestRate.mean, first.requestRate.mean);
        QCOMPARE(again->latencies, first.latencies);
        const persona::Persona *part = apart.withId(PersonaId{set.lastPersonaId + 1});
        QVERIFY(part);
        QCOMPARE(part->windows, second.windows);
        QCOMPARE(part->responseSize.mean, second.responseSize.mean);
        QVERIFY(apart.silhouette == set.silhouette);
    }
};

QTEST_GUILESS_MAIN(TestSamplePersonas)
#include "tst_sample_personas.moc"
