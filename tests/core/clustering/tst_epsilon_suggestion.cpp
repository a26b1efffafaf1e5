// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/clustering/epsilon_suggestion.h"
#include "point_sets.h"
#include "tests/support/approx.h"

#include <QTest>

using namespace dramatis;
using namespace dramatis::clustering;
using namespace dramatis::tests;

namespace {

DensityIndexPtr build(const Matrix &x, int minPoints = kDefaultMinPoints)
{
    NullJobControl job;
    const auto index = DensityIndex::build(x, {.minPoints = minPoints}, job);
    return index ? *index : nullptr;
}

struct Personas
{
    Matrix x;
    std::vector<int> truth;
};

/// Windows like those of a web system: five personas of unequal share whose spread differs by up to
/// a factor of five, 3 % of windows on the way from one to another, 1 % wild ones, `extreme` ones
/// far out; scaled by median and interquartile range as core/traffic does.
Personas personas(std::uint64_t seed, int extreme)
{
    Generator random(seed);
    boost::random::normal_distribution<double> normal;
    const auto uniform = [&](double low, double high) {
        return boost::random::uniform_real_distribution<double>(low, high)(random);
    };
    const Eigen::Index features = 8 + static_cast<Eigen::Index>(seed % 3);
    const std::vector<int> rowsOf{400, 150, 150, 60, 100};
    const auto gaussian = [&] {
        Eigen::RowVectorXd row(features);
        for (double &value : row)
            value = normal(random);
        return row;
    };
    std::vector<Eigen::RowVectorXd> centres;
    while (centres.size() < rowsOf.size()) {
        const Eigen::RowVectorXd centre = 1.5 * gaussian();
        if (std::ranges::all_of(centres,
                                [&](const auto &other) { return (centre - other).norm() > 3; }))
            centres.push_back(centre);
    }
    std::vector<Eigen::RowVectorXd> rows;
    Personas result;
    for (std::size_t persona = 0; persona < rowsOf.size(); ++persona) {
        const double spread = uniform(0.09, 0.45);
        for (int i = 0; i < rowsOf[persona]; ++i) {
            rows.emplace_back(centres[persona] + spread * gaussian());
            result.truth.push_back(static_cast<int>(persona));
        }
    }
    for (std::size_t i = 0; i < 26; ++i) {
        const double share = uniform(0.2, 0.8);
        rows.emplace_back(share * centres[i % 5] + (1 - share) * centres[(i + 1 + i % 4) % 5]
                          + 0.2 * gaussian());
    }
    for (int i = 0; i < 9; ++i)
        rows.emplace_back(6 * gaussian());
    for (int i = 0; i < extreme; ++i)
        rows.emplace_back(100 * gaussian());
    result.truth.resize(rows.size(), kNoise);
    result.x.resize(static_cast<Eigen::Index>(rows.size()), features);
    for (std::size_t i = 0; i < rows.size(); ++i)
        result.x.row(static_cast<Eigen::Index>(i)) = rows[i];
    for (Eigen::Index feature = 0; feature < features; ++feature) {
        std::vector<double> column(result.x.col(feature).begin(), result.x.col(feature).end());
        std::ranges::sort(column);
        result.x.col(feature).array() -= sortedQuantile(column, 0.5);
        result.x.col(feature) /= sortedQuantile(column, 0.75) - sortedQuantile(column, 0.25);
    }
    return result;
}

} // namespace

class TestEpsilonSuggestion : public QObject
{
    Q_OBJECT

private slots:
    void kneeFindsThePersonas_data()
    {
        QTest::addColumn<int>("extreme");
        QTest::newRow("no extreme rows") << 0;
        QTest::newRow("three extreme rows") << 3;
    }

    void kneeFindsThePersonas()
    {
        // One eps for all densities can lose a thin cluster or join two; it must be rare and cost
        // little.
        QFETCH(const int, extreme);
        double sum = 0;
        for (int seed = 1; seed <= 15; ++seed) {
            const Personas data = personas(static_cast<std::uint64_t>(seed), extreme);
            const DensityIndexPtr index = build(data.x);
            const Clustering found = index->cut(kneeEpsilon(*index).epsilon);
            const double agreement = adjustedRandIndex(found.labels, data.truth);
            QVERIFY2(agreement >= 0.85,
                     qPrintable(QStringLiteral("seed %1: ARI %2, %3 clusters")
                                    .arg(seed)
                                    .arg(agreement)
                                    .arg(found.clusters)));
            sum += agreement;
        }
        QVERIFY2(sum / 15 >= 0.93, qPrintable(QStringLiteral("mean ARI %1").arg(sum / 15)));
    }

    void whatIsSuggestedIsBetterThanTheKneeAlone_data() { kneeFindsThePersonas_data(); }

    void whatIsSuggestedIsBetterThanTheKneeAlone()
    {
        QFETCH(const int, extreme);
        NullJobControl job;
        double knee = 0;
        double chosen = 0;
        for (int seed = 1; seed <= 15; ++seed) {
            const Personas data = personas(static_cast<std::uint64_t>(seed), extreme);
            const DensityIndexPtr index = build(data.x);
            const auto stable =
                hdbscan(*index, {defaultMinClusterSize(data.truth.size(), kDefaultMinPoints)});
            QVERIFY(stable.has_value());
            const auto suggestions = suggestedEpsilons(data.x, *index, *stable, job);
            QVERIFY(suggestions.has_value());
            QCOMPARE(suggestions->front().reason, EpsilonSuggestion::Reason::Knee);
            const EpsilonSuggestion &best = (*suggestions)[preferred(*suggestions)];
            QCOMPARE(best.validity > 0, true);
            knee += adjustedRandIndex(index->cut(suggestions->front().epsilon).labels, data.truth);
            chosen += adjustedRandIndex(index->cut(best.epsilon).labels, data.truth);
        }
        qInfo("mean adjusted Rand index: knee %.3f, suggested %.3f", knee / 15, chosen / 15);
        QVERIFY(chosen >= knee);
    }

    /// A handful of rows far from all others is a cluster that lasts, but tells nothing.
    void aFewFarRowsDecideNothing()
    {
        const Matrix near = blobs(4000, 2, 5);
        Matrix x(near.rows() + 12, near.cols());
        x.topRows(near.rows()) = near;
        for (Eigen::Index i = 0; i < 12; ++i)
            x.row(near.rows() + i) =
                Eigen::RowVectorXd::Constant(near.cols(), 1e4 + 1e-3 * static_cast<double>(i));
        NullJobControl job;
        const DensityIndexPtr index = build(x);
        const auto stable = hdbscan(
            *index, {defaultMinClusterSize(static_cast<std::size_t>(x.rows()), kDefaultMinPoints)});
        const auto suggestions = suggestedEpsilons(x, *index, *stable, job);
        const auto lasting =
            std::find_if(suggestions->begin(), suggestions->end(), [](const auto &suggestion) {
                return suggestion.reason == EpsilonSuggestion::Reason::MostPersistent;
            });
        QVERIFY(lasting != suggestions->end());
        QVERIFY(lasting->to > kLongLasting * lasting->from);
        QCOMPARE(lasting->largeClusters, 1);
        const EpsilonSuggestion &best = (*suggestions)[preferred(*suggestions)];
        QVERIFY(best.reason != EpsilonSuggestion::Reason::MostPersistent);
        QVERIFY(best.largeClusters > 1);
    }

    void whatLastsIsPreferred()
    {
        using Reason = EpsilonSuggestion::Reason;
        std::vector<EpsilonSuggestion> suggestions{{.epsilon = 1, .reason = Reason::Knee}};
        QCOMPARE(preferred(suggestions), std::size_t{0});
        suggestions.push_back(
            {.epsilon = 2, .reason = Reason::MostPersistent, .from = 1.5, .to = 2.5});
        QCOMPARE(preferred(suggestions), std::size_t{0}); // for a short while only
        suggestions.push_back({.epsilon = 1.5, .reason = Reason::Hdbscan, .from = 1, .to = 2});
        suggestions[0].validity = 0.5;
        suggestions[1].validity = 0.9;
        suggestions[2].validity = 0.4;
        QCOMPARE(preferred(suggestions), std::size_t{0});
        suggestions[2].validity = 0.6;
        QCOMPARE(preferred(suggestions), std::size_t{2});
        suggestions[1].to = 5;
        QCOMPARE(preferred(suggestions), std::size_t{2}); // of a few rows far out
        suggestions[1].largeClusters = 2;
        QCOMPARE(preferred(suggestions), std::size_t{1});
    }

    void kneeOfABentLine()
    {
        // minPts 2: the core distance is that to the nearest other point. Gaps of 1 eleven times,
        // then 2, 3, 4 give 1 x 12, 2, 3, 4: after the twelfth the curve leaves the diagonal's far
        // side.
        const DensityIndexPtr index =
            build(line({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 16, 20}), 2);
        QCOMPARE(kneeEpsilon(*index).rank, std::size_t{11});
        QCOMPARE(kneeEpsilon(*index).epsilon, 1.0);
    }

    void twoGroupsPersistLongest()
    {
        // Two runs of step 1 with a gap of 100: two clusters for 1 <= eps < 100, whose middle
        // is 10.
        const DensityIndexPtr index = build(line({0, 1, 2, 3, 103, 104, 105, 106}), 2);
        const EpsilonSuggestion suggestion = mostPersistentEpsilon(*index);
        QCOMPARE(suggestion.reason, EpsilonSuggestion::Reason::MostPersistent);
        COMPARE_APPROX(suggestion.epsilon, 10.0, 1e-12, 0);
        QCOMPARE(index->cut(suggestion.epsilon).clusters, 2);
    }

    void aSingleGroupFallsBackToTheKnee()
    {
        const DensityIndexPtr index = build(line({0, 1, 2, 3}), 2);
        const EpsilonSuggestion suggestion = mostPersistentEpsilon(*index);
        QCOMPARE(suggestion.reason, EpsilonSuggestion::Reason::Knee);
        QCOMPARE(suggestion.epsilon, 1.0);
    }

    void countedClustersAreThoseOfTheCut()
    {
        // The suggestion sweeps events; cutting must show as many clusters all over its
        // neighbourhood.
        for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
            const DensityIndexPtr index = build(blobs(600, 2, seed));
            const double epsilon = mostPersistentEpsilon(*index).epsilon;
            QVERIFY(epsilon > 0);
            const int clusters = index->cut(epsilon).clusters;
            QCOMPARE(index->cut(epsilon * 0.999).clusters, clusters);
            QCOMPARE(index->cut(epsilon * 1.001).clusters, clusters);
        }
    }
};

QTEST_GUILESS_MAIN(TestEpsilonSuggestion)
#include "tst_epsilon_suggestion.moc"
