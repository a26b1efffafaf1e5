// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/epsilon_suggestion.h"
#include "point_sets.h"
#include "tests/support/approx.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace dramatis;
using namespace dramatis::clustering;
using namespace dramatis::tests;

namespace {

DensityIndexPtr build(const Matrix &x, int minPoints, unsigned threads = 1)
{
    NullJobControl job;
    const auto index = DensityIndex::build(x, {.minPoints = minPoints, .threads = threads}, job);
    return index ? *index : nullptr;
}

HdbscanResult found(const Matrix &x, int minPoints, int minClusterSize)
{
    return *hdbscan(*build(x, minPoints), {.minClusterSize = minClusterSize});
}

/// HDBSCAN* from the top down by all pairs of rows, as the paper tells it.
class Published
{
public:
    Published(const Matrix &x, std::span<const double> core, std::size_t minClusterSize)
        : m_reach(x.rows(), x.rows())
        , m_minClusterSize(minClusterSize)
    {
        for (Eigen::Index a = 0; a < x.rows(); ++a) {
            for (Eigen::Index b = 0; b < x.rows(); ++b) {
                m_reach(a, b) = std::max({(x.row(a) - x.row(b)).norm(),
                                          core[static_cast<std::size_t>(a)],
                                          core[static_cast<std::size_t>(b)]});
                if (a != b)
                    m_weights.push_back(m_reach(a, b));
            }
        }
        std::sort(m_weights.begin(), m_weights.end(), std::greater<>());
        m_weights.erase(std::unique(m_weights.begin(), m_weights.end()), m_weights.end());
        labels.assign(static_cast<std::size_t>(x.rows()), kNoise);
        std::vector<Eigen::Index> all(static_cast<std::size_t>(x.rows()));
        std::iota(all.begin(), all.end(), 0);
        const Branch root = descend(all, 0);
        best = root.best;
        for (const auto &members : root.chosen) {
            for (const Eigen::Index row : members)
                labels[static_cast<std::size_t>(row)] = m_next;
            ++m_next;
        }
    }

    std::vector<int> labels;
    double best = 0; ///< sum of the stabilities of the chosen

private:
    using Rows = std::vector<Eigen::Index>;
    struct Branch
    {
        double best = 0;
        std::vector<Rows> chosen;
    };

    /// The cluster that `rows` are below the weight before `level` (0: all rows, which are none).
    Branch descend(const Rows &rows, std::size_t level)
    {
        const double birth = level == 0 ? kInfinity : m_weights[level - 1];
        double stability = -static_cast<double>(rows.size()) / birth;
        Rows rest = rows;
        Branch below;
        for (; level < m_weights.size() && !rest.empty(); ++level) {
            std::vector<Rows> parts = components(rest, m_weights[level]);
            std::erase_if(parts, [&](const Rows &part) { return part.size() < m_minClusterSize; });
            const std::size_t staying = parts.size() == 1 ? parts.front().size() : 0;
            stability += static_cast<double>(rest.size() - staying) / m_weights[level];
            if (parts.size() > 1) {
                for (const Rows &part : parts) {
                    Branch branch = descend(part, level + 1);
                    below.best += branch.best;
                    below.chosen.insert(
                        below.chosen.end(), branch.chosen.begin(), branch.chosen.end());
                }
            }
            rest = parts.size() == 1 ? parts.front() : Rows();
        }
        if (birth < kInfinity && stability >= below.best * (1 - 1e-12))
            return {stability, {rows}};
        return below;
    }

    /// What hangs together by edges lighter than `weight`.
    std::vector<Rows> components(const Rows &rows, double weight) const
    {
        std::vector<Rows> result;
        Rows left = rows;
        while (!left.empty()) {
            Rows part{left.back()};
            left.pop_back();
            for (std::size_t i = 0; i < part.size(); ++i) {
                const auto reached = std::stable_partition(
                    left.begin(), left.end(), [&, from = part[i]](Eigen::Index to) {
                        return m_reach(from, to) >= weight;
                    });
                part.insert(part.end(), reached, left.end());
                left.erase(reached, left.end());
            }
            result.push_back(part);
        }
        return result;
    }

    Eigen::MatrixXd m_reach;
    std::size_t m_minClusterSize;
    std::vector<double> m_weights; ///< descending
    int m_next = 0;
};

} // namespace

class TestHdbscan : public QObject
{
    Q_OBJECT

private slots:
    // In all cases derived by hand minPts is 2: core distances are those to the nearest other row.

    void twoGroups()
    {
        // Steps of 1 within, 8 between. Born at 8, gone below 1: 3 (1/1 - 1/8).
        const HdbscanResult result = found(line({0, 1, 2, 10, 11, 12}), 2, 3);
        QCOMPARE(result.clustering.labels, (std::vector<int>{0, 0, 0, 1, 1, 1}));
        const StableCluster expected{3, 8, 1, 1, 3 * (1 - 1.0 / 8)};
        QVERIFY(result.clusters == (std::vector<StableCluster>{expected, expected}));
        QCOMPARE(result.membership, std::vector<double>(6, 1.0));
    }

    void aRowThatLeavesEarlier()
    {
        // 4 leaves the first group at 2, the others at 1: 1 + 1 + 1 + 1/2 - 4/96; half are there
        // from 1 on.
        const HdbscanResult result = found(line({0, 1, 2, 4, 100, 101, 102}), 2, 3);
        QCOMPARE(result.clustering.labels, (std::vector<int>{0, 0, 0, 0, 1, 1, 1}));
        QCOMPARE(result.clusters[0].size, std::size_t{4});
        QCOMPARE(result.clusters[0].birth, 96.0);
        QCOMPARE(result.clusters[0].half, 1.0);
        COMPARE_APPROX(result.clusters[0].stability, 3.5 - 4.0 / 96, 1e-14, 0);
        QCOMPARE(result.membership, (std::vector<double>{1, 1, 1, 0.5, 1, 1, 1}));
    }

    void partsOrTheWhole_data()
    {
        QTest::addColumn<double>("gap");
        QTest::addColumn<int>("clusters");
        // Three groups of three, the first two `gap` apart. Together they have about 6 / gap, apart
        // 6 (1 - 1 / gap): the whole wins while gap is below 2.
        QTest::newRow("1.25: the whole") << 1.25 << 2;
        QTest::newRow("3: the parts") << 3.0 << 3;
    }

    void partsOrTheWhole()
    {
        QFETCH(const double, gap);
        QFETCH(const int, clusters);
        const HdbscanResult result =
            found(line({0, 1, 2, 2 + gap, 3 + gap, 4 + gap, 100, 101, 102}), 2, 3);
        QCOMPARE(result.clustering.clusters, clusters);
        QCOMPARE(result.clustering.noise, std::size_t{0});
    }

    void threeThatPartAtOnce()
    {
        // Gaps of 5: three clusters at once, whatever the tree's order of ties.
        const HdbscanResult result = found(line({0, 1, 6, 7, 12, 13}), 2, 2);
        QCOMPARE(result.clustering.labels, (std::vector<int>{0, 0, 1, 1, 2, 2}));
        for (const StableCluster &cluster : result.clusters)
            QVERIFY((cluster == StableCluster{2, 5, 1, 1, 2 * (1 - 1.0 / 5)}));
    }

    void smallGroupsAreNoise()
    {
        // The last two are in no cluster but all rows together.
        const HdbscanResult result = found(line({0, 1, 2, 50, 51, 52, 53, 199, 200}), 2, 3);
        QCOMPARE(result.clustering.labels, (std::vector<int>{0, 0, 0, 1, 1, 1, 1, -1, -1}));
        QCOMPARE(result.clustering.roles.back(), Role::Noise);
        QCOMPARE(result.membership.back(), 0.0);
    }

    void equalRowsHaveAFiniteDensity()
    {
        // Heights 0 count as the least positive one, 1.
        const HdbscanResult result = found(line({0, 0, 0, 7, 8, 9}), 2, 3);
        QCOMPARE(result.clustering.labels, (std::vector<int>{0, 0, 0, 1, 1, 1}));
        COMPARE_APPROX(result.clusters[0].stability, 3 * (1 - 1.0 / 7), 1e-14, 0);
        QCOMPARE(found(line({4, 4, 4, 4}), 2, 2).clustering.noise, std::size_t{4});
    }

    void oneGroupIsNoCluster() { QCOMPARE(found(line({0, 1, 2, 3}), 2, 2).clustering.clusters, 0); }

    void allPairsAgree()
    {
        int several = 0;
        for (int number = 0; number < 60; ++number) {
            const auto seed = static_cast<std::uint64_t>(number);
            const Matrix x = number % 4 == 3 ? lattice(60, 2, 12, seed)
                                             : blobs(40 + number, 1 + number % 4, seed);
            for (const int minPoints : {1, 3, 6}) {
                const DensityIndexPtr index = build(x, minPoints);
                if (index->sortedCoreDistances().front() == 0 && number % 4 != 3 && minPoints > 1)
                    continue; // equal rows: their density is a convention
                for (const int minClusterSize : {3, 5, 12}) {
                    const HdbscanResult result =
                        *hdbscan(*index, {.minClusterSize = minClusterSize});
                    const Published expected(
                        x, index->coreDistances(), static_cast<std::size_t>(minClusterSize));
                    double sum = 0;
                    for (const StableCluster &cluster : result.clusters)
                        sum += cluster.stability;
                    if (!std::isfinite(expected.best))
                        continue;
                    COMPARE_APPROX(sum, expected.best, 1e-9, 1e-9);
                    QCOMPARE(result.clustering.labels, canonical(expected.labels).labels);
                    several += result.clusters.size() > 1;
                }
            }
        }
        QVERIFY(several > 100);
    }

    void threadsAndTheOrderOfRowsDoNotMatter()
    {
        const Matrix x = blobs(5000, 3, 8);
        const HdbscanResult straight = *hdbscan(*build(x, 5), {.minClusterSize = 25});
        QVERIFY(straight.clusters.size() >= 2);
        QVERIFY(*hdbscan(*build(x, 5, 4), {.minClusterSize = 25}) == straight);
        const HdbscanResult turned =
            *hdbscan(*build(x.colwise().reverse(), 5), {.minClusterSize = 25});
        std::vector<int> labels = turned.clustering.labels;
        std::reverse(labels.begin(), labels.end());
        QCOMPARE(canonical(labels).labels, straight.clustering.labels);
    }

    void badSizesAreNamed()
    {
        const DensityIndexPtr index = build(line({0, 1, 2}), 2);
        for (const int size : {-1, 0, 1, 4}) {
            const auto result = hdbscan(*index, {.minClusterSize = size});
            QVERIFY(!result && result.error().kind == ErrorKind::InvalidArgument);
            QVERIFY(result.error().message.contains(QString::number(size)));
        }
    }

    void epsilonShowsMostOfIt()
    {
        // Groups of steps 1 and 2 (radii [1, 94) and [2, 94)): both are there for eps in [2, 94).
        const DensityIndexPtr index = build(line({0, 1, 2, 3, 97, 99, 101, 103}), 2);
        const HdbscanResult result = *hdbscan(*index, {.minClusterSize = 3});
        const EpsilonSuggestion suggestion = hdbscanEpsilon(*index, result);
        QCOMPARE(suggestion.reason, EpsilonSuggestion::Reason::Hdbscan);
        QCOMPARE(suggestion.from, 2.0);
        QCOMPARE(suggestion.to, 94.0);
        QCOMPARE(suggestion.clusters, 2);
        QCOMPARE(suggestion.coreShare, 1.0);
        COMPARE_APPROX(suggestion.epsilon, std::sqrt(2.0 * 94.0), 1e-14, 0);
        QCOMPARE(index->cut(suggestion.epsilon).labels, result.clustering.labels);
    }

    void epsilonWithoutClustersIsTheKnee()
    {
        const DensityIndexPtr index = build(line({0, 1, 2, 3}), 2);
        const EpsilonSuggestion suggestion =
            hdbscanEpsilon(*index, *hdbscan(*index, {.minClusterSize = 2}));
        QCOMPARE(suggestion.reason, EpsilonSuggestion::Reason::Knee);
    }
};

QTEST_GUILESS_MAIN(TestHdbscan)
#include "tst_hdbscan.moc"
