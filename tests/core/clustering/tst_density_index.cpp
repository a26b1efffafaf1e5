// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/epsilon_suggestion.h"
#include "point_sets.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <numeric>

using namespace dramatis;
using namespace dramatis::clustering;
using namespace dramatis::tests;

namespace {

double distance(const Matrix &x, Eigen::Index a, Eigen::Index b)
{
    double sum = 0;
    for (Eigen::Index feature = 0; feature < x.cols(); ++feature)
        sum += (x(a, feature) - x(b, feature)) * (x(a, feature) - x(b, feature));
    return std::sqrt(sum);
}

Eigen::MatrixXd allDistances(const Matrix &x)
{
    Eigen::MatrixXd result(x.rows(), x.rows());
    for (Eigen::Index a = 0; a < x.rows(); ++a)
        for (Eigen::Index b = 0; b < x.rows(); ++b)
            result(a, b) = distance(x, a, b);
    return result;
}

/// DBSCAN as Ester, Kriegel, Sander and Xu define it (KDD-96, definitions 1 to 6), by all pairs of
/// points: N(p) holds all q with distance(p, q) <= eps, p itself included; p is core if N(p) holds
/// at least minPts; a cluster is all that is density-reachable from a core point, and what is in no
/// cluster is noise.
struct Published
{
    std::vector<bool> core;
    std::vector<int> component; ///< core points only: cores that reach one another share it
    std::vector<std::vector<int>>
        allowed;                      ///< per point that is not core: components it may belong to
    std::vector<double> coreDistance; ///< radius at which each point becomes core
    std::vector<int> parent;          ///< border points only: DESIGN.md section 5, step 4
};

Published published(const Eigen::MatrixXd &distances, double epsilon, int minPoints)
{
    const Eigen::Index n = distances.rows();
    Published result;
    result.core.resize(static_cast<std::size_t>(n));
    result.component.assign(static_cast<std::size_t>(n), -1);
    result.allowed.resize(static_cast<std::size_t>(n));
    result.parent.assign(static_cast<std::size_t>(n), -1);
    std::vector<std::vector<Eigen::Index>> neighbourhood(static_cast<std::size_t>(n));
    for (Eigen::Index p = 0; p < n; ++p) {
        std::vector<double> all;
        for (Eigen::Index q = 0; q < n; ++q) {
            all.push_back(distances(q, p));
            if (all.back() <= epsilon)
                neighbourhood[static_cast<std::size_t>(p)].push_back(q);
        }
        result.core[static_cast<std::size_t>(p)] = neighbourhood[static_cast<std::size_t>(p)].size()
                                                   >= static_cast<std::size_t>(minPoints);
        std::sort(all.begin(), all.end());
        result.coreDistance.push_back(all[static_cast<std::size_t>(minPoints - 1)]);
    }
    int components = 0;
    for (std::size_t seed = 0; seed < result.core.size(); ++seed) {
        if (!result.core[seed] || result.component[seed] >= 0)
            continue;
        std::vector<std::size_t> todo{seed};
        result.component[seed] = components;
        while (!todo.empty()) {
            const std::size_t p = todo.back();
            todo.pop_back();
            for (const Eigen::Index q : neighbourhood[p]) {
                const auto other = static_cast<std::size_t>(q);
                if (result.core[other] && result.component[other] < 0) {
                    result.component[other] = components;
                    todo.push_back(other);
                }
            }
        }
        ++components;
    }
    for (std::size_t p = 0; p < result.core.size(); ++p) {
        if (result.core[p])
            continue;
        double least = kInfinity;
        for (Eigen::Index q = 0; q < n; ++q) {
            const auto other = static_cast<std::size_t>(q);
            const double value =
                std::max(distances(q, static_cast<Eigen::Index>(p)), result.coreDistance[other]);
            if (value <= epsilon && result.core[other])
                result.allowed[p].push_back(result.component[other]);
            if (value <= epsilon && value < least) {
                least = value;
                result.parent[p] = static_cast<int>(q);
            }
        }
    }
    return result;
}

/// Empty when `clustering` is the published one; else what is wrong.
QString difference(const Clustering &clustering, const Published &expected)
{
    std::map<int, int> labelOfComponent;
    std::map<int, int> componentOfLabel;
    int nextLabel = 0;
    std::size_t noise = 0;
    for (std::size_t p = 0; p < expected.core.size(); ++p) {
        const int label = clustering.labels[p];
        const Role role = clustering.roles[p];
        const auto wrong = [&](const char *what) {
            return QStringLiteral("row %1: %2 (label %3)")
                .arg(p)
                .arg(QLatin1String(what))
                .arg(label);
        };
        if (expected.core[p] != (role == Role::Core))
            return wrong("core or not");
        if (label > nextLabel)
            return wrong("labels are not numbered by first member");
        nextLabel = std::max(nextLabel, label + 1);
        int component = expected.component[p];
        if (!expected.core[p]) {
            if (expected.allowed[p].empty() != (role == Role::Noise))
                return wrong("noise or border");
            if (expected.allowed[p].empty() != (label == kNoise))
                return wrong("label of noise");
            if (expected.allowed[p].empty()) {
                ++noise;
                continue;
            }
            component = expected.component[static_cast<std::size_t>(expected.parent[p])];
            if (std::find(expected.allowed[p].begin(), expected.allowed[p].end(), component)
                == expected.allowed[p].end())
                return wrong("the border parent is no core point in the ball");
        }
        if (labelOfComponent.try_emplace(component, label).first->second != label)
            return wrong("a cluster is torn");
        if (componentOfLabel.try_emplace(label, component).first->second != component)
            return wrong("two clusters share a label");
    }
    if (noise != clustering.noise || nextLabel != clustering.clusters)
        return QStringLiteral("counts");
    return {};
}

DensityIndexPtr
build(const Matrix &x, int minPoints, unsigned threads = 1, int maxMinPoints = kMaxMinPoints)
{
    NullJobControl job;
    const auto index = DensityIndex::build(
        x, {.minPoints = minPoints, .maxMinPoints = maxMinPoints, .threads = threads}, job);
    return index ? *index : nullptr;
}

/// Radii worth trying: exact distances that occur, just below and above one, quantiles, and far
/// out.
std::vector<double> radii(const Matrix &x, Generator &random)
{
    std::vector<double> result{1.0, std::sqrt(2.0), 1e-9, 1e9};
    boost::random::uniform_int_distribution<Eigen::Index> row(0, x.rows() - 1);
    for (int i = 0; i < 3; ++i) {
        const double exact = distance(x, row(random), row(random));
        if (exact > 0) {
            result.push_back(exact);
            result.push_back(std::nextafter(exact, 0.0));
        }
    }
    return result;
}

Matrix dataSet(int number)
{
    const auto seed = static_cast<std::uint64_t>(number);
    const Eigen::Index rows = 2 + (number * 37) % 90;
    const Eigen::Index features = 1 + number % 7;
    if (number % 3 == 0)
        return blobs(rows, features, seed);
    if (number % 3 == 1)
        return lattice(rows, 1 + number % 3, 2 + number % 5, seed);
    return blobs(rows, features, seed) * 1e-3; // another unit
}

} // namespace

class TestDensityIndex : public QObject
{
    Q_OBJECT

private slots:
    void cutsAreThePublishedDbscan()
    {
        int compared = 0;
        for (int number = 0; number < 240; ++number) {
            const Matrix x = dataSet(number);
            const Eigen::MatrixXd distances = allDistances(x);
            Generator random(static_cast<std::uint64_t>(number));
            for (const int minPoints : {1, 2, 3, 5, 10, 33}) {
                if (minPoints > x.rows())
                    continue;
                const DensityIndexPtr index = build(x, minPoints);
                QVERIFY(index);
                for (const double epsilon : radii(x, random)) {
                    const QString wrong =
                        difference(index->cut(epsilon), published(distances, epsilon, minPoints));
                    QVERIFY2(wrong.isEmpty(),
                             qPrintable(QStringLiteral("set %1, minPts %2, eps %3: %4")
                                            .arg(number)
                                            .arg(minPoints)
                                            .arg(epsilon, 0, 'g', 17)
                                            .arg(wrong)));
                    ++compared;
                }
            }
        }
        QVERIFY(compared > 5000);
    }

    void largerSetsNeedTheTreeAndAgreeToo()
    {
        // Few neighbours kept and clusters far apart: the neighbour lists cannot link them, the
        // tree must.
        for (int number = 0; number < 8; ++number) {
            const Matrix x = blobs(500, 1 + number % 4, static_cast<std::uint64_t>(900 + number));
            const Eigen::MatrixXd distances = allDistances(x);
            const DensityIndexPtr index = build(x, 3, 2, 3);
            QVERIFY(index);
            Generator random(static_cast<std::uint64_t>(number));
            for (const double epsilon : radii(x, random)) {
                const QString wrong =
                    difference(index->cut(epsilon), published(distances, epsilon, 3));
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            }
        }
    }

    void closedBallCountsThePointOnItsRim()
    {
        // Three points one apart: at eps 1 the ends have two neighbours (themselves and the
        // middle).
        const Matrix x = line({0, 1, 2});
        const DensityIndexPtr index = build(x, 3);
        QCOMPARE(index->cut(1.0).labels, (std::vector<int>{0, 0, 0}));
        QCOMPARE(index->cut(1.0).roles,
                 (std::vector<Role>{Role::Border, Role::Core, Role::Border}));
        QCOMPARE(index->cut(std::nextafter(1.0, 0.0)).noise, std::size_t{3});
    }

    void reachabilityPlotOfALine()
    {
        // Core distances for minPts 2 are the distances to the nearest other: 1, 1, 2, 4, 4.
        // Mutual reachability: 0-1: 1, 1-3: 2, 3-7: 4 and 7-11: 4.
        const DensityIndexPtr index = build(line({0, 1, 3, 7, 11}), 2);
        const std::vector<std::uint32_t> order(index->order().begin(), index->order().end());
        const std::vector<double> heights(index->reachability().begin(),
                                          index->reachability().end());
        QCOMPARE(order, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
        QCOMPARE(heights, (std::vector<double>{kInfinity, 1, 2, 4, 4}));
        const std::vector<double> sorted(index->sortedCoreDistances().begin(),
                                         index->sortedCoreDistances().end());
        QCOMPARE(sorted, (std::vector<double>{1, 1, 2, 4, 4}));
    }

    void equalRowsCountEach()
    {
        // Four rows at 0 make a core of minPts 4 at any eps; the row at 1 is its border from eps 1
        // on.
        const DensityIndexPtr index = build(line({0, 0, 1, 0, 0}), 4);
        QCOMPARE(index->coreDistances()[0], 0.0);
        QCOMPARE(index->cut(0.5).labels, (std::vector<int>{0, 0, kNoise, 0, 0}));
        QCOMPARE(index->cut(1.0).labels, (std::vector<int>{0, 0, 0, 0, 0}));
    }

    void onePointAlone()
    {
        const DensityIndexPtr index = build(line({5}), 1);
        QCOMPARE(index->cut(0.1).labels, (std::vector<int>{0}));
        QCOMPARE(index->cut(0.1).roles, (std::vector<Role>{Role::Core}));
    }

    void allRowsEqual()
    {
        const DensityIndexPtr index = build(Matrix::Constant(50, 3, 2.5), 10);
        QCOMPARE(index->cut(std::numeric_limits<double>::min()).clusters, 1);
        QCOMPARE(index->reachability()[49], 0.0);
        QVERIFY(kneeEpsilon(*index).epsilon > 0);
        QVERIFY(mostPersistentEpsilon(*index).epsilon > 0);
        QCOMPARE(index->cut(kneeEpsilon(*index).epsilon).clusters, 1);
    }

    void aRowIsToldWhyItIsWhereItIs()
    {
        // minPts 3: core distances are 2, 1, 2, 4 (5 to 1) and 18 (20 to 2).
        const DensityIndexPtr index = build(line({0, 1, 2, 5, 20}), 3);
        QVERIFY((index->standing(1, 1.0) == Standing{Role::Core, 1, 1, std::nullopt, kInfinity}));
        QVERIFY((index->standing(0, 1.0) == Standing{Role::Border, 2, 1, 1, 1}));
        // 5 would follow 2 from eps 3 on, when 2 is core already; now the nearest core row is 1.
        QVERIFY((index->standing(3, 1.0) == Standing{Role::Noise, 4, 3, 1, 4}));
        QVERIFY((index->standing(3, 3.0) == Standing{Role::Border, 4, 3, 2, 3}));
        QVERIFY((index->standing(4, 2.0) == Standing{Role::Noise, 18, 15, 2, 18}));
        QVERIFY(
            (index->standing(4, 0.5) == Standing{Role::Noise, 18, 15, std::nullopt, kInfinity}));
    }

    void standingsAgreeWithTheCut()
    {
        for (const Matrix &x : {blobs(400, 3, 31), lattice(300, 2, 11, 32)}) {
            const DensityIndexPtr index = build(x, 6);
            for (const double epsilon : {0.3, 1.0}) {
                const Clustering cut = index->cut(epsilon);
                for (Eigen::Index row = 0; row < x.rows(); ++row) {
                    const auto at = static_cast<std::size_t>(row);
                    const Standing standing = index->standing(at, epsilon);
                    QCOMPARE(standing.role, cut.roles[at]);
                    QCOMPARE(index->standing(at, standing.joinsFrom).role == Role::Noise, false);
                    double nearest = kInfinity;
                    for (Eigen::Index other = 0; other < x.rows(); ++other)
                        if (cut.roles[static_cast<std::size_t>(other)] == Role::Core)
                            nearest = std::min(nearest, distance(x, row, other));
                    if (standing.role == Role::Noise)
                        QCOMPARE(standing.viaDistance, nearest);
                    if (standing.role == Role::Border)
                        QCOMPARE(cut.labels[*standing.via], cut.labels[at]);
                }
            }
        }
    }

    void spanningTreeWeighsWhatPrimFinds_data()
    {
        QTest::addColumn<int>("features");
        QTest::addColumn<int>("minPoints");
        QTest::newRow("2 features, minPts 10") << 2 << 10;
        QTest::newRow("2 features, minPts 33") << 2 << 33;
        QTest::newRow("6 features, minPts 10") << 6 << 10;
        QTest::newRow("6 features, minPts 1: the plain distance") << 6 << 1;
    }

    void spanningTreeWeighsWhatPrimFinds()
    {
        QFETCH(const int, features);
        QFETCH(const int, minPoints);
        const Matrix x = blobs(1500, features, 77);
        const DensityIndexPtr index = build(x, minPoints, 2);
        const auto core = index->coreDistances();

        // Prim's algorithm over all pairs.
        std::vector<double> toTree(1500, kInfinity);
        std::vector<bool> in(1500, false);
        std::vector<double> prim;
        std::size_t last = 0;
        for (int step = 1; step < 1500; ++step) {
            in[last] = true;
            std::size_t nearest = 0;
            double least = kInfinity;
            for (std::size_t i = 0; i < 1500; ++i) {
                if (in[i])
                    continue;
                const double weight = std::max(
                    {core[i],
                     core[last],
                     distance(x, static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(last))});
                toTree[i] = std::min(toTree[i], weight);
                if (toTree[i] < least) {
                    least = toTree[i];
                    nearest = i;
                }
            }
            prim.push_back(least);
            last = nearest;
        }
        // All minimum spanning trees have the same weights, tie or not.
        std::vector<double> ours(index->reachability().begin() + 1, index->reachability().end());
        std::sort(prim.begin(), prim.end());
        std::sort(ours.begin(), ours.end());
        QCOMPARE(ours, prim);
    }

    void anotherMinPointsEqualsAFreshBuild_data()
    {
        QTest::addColumn<int>("set");
        QTest::addColumn<int>("most");
        QTest::newRow("blobs, long lists") << 0 << 33;
        QTest::newRow("blobs, short lists: the kd-tree links what they do not") << 0 << 4;
        QTest::newRow("a lattice full of ties and duplicates") << 1 << 33;
        QTest::newRow("a lattice, short lists") << 1 << 5;
        QTest::newRow("one feature") << 2 << 20;
        QTest::newRow("few points: the lists hold all") << 3 << 30;
        QTest::newRow("groups far apart") << 4 << 8;
    }

    void anotherMinPointsEqualsAFreshBuild()
    {
        QFETCH(const int, set);
        QFETCH(const int, most);
        Matrix x = set == 0   ? blobs(1500, 3, 5)
                   : set == 1 ? lattice(900, 2, 25, 6)
                   : set == 2 ? blobs(700, 1, 7)
                   : set == 3 ? lattice(30, 3, 3, 8)
                              : blobs(900, 2, 9);
        if (set == 4)
            for (Eigen::Index row = 0; row < x.rows(); ++row)
                x(row, 0) += 1000.0 * static_cast<double>(row % 9);
        NullJobControl job;
        const DensityIndexPtr index = build(x, most, 2, most);
        for (const int minPoints : {1, 2, 3, 5, 7, 10, 20, 33}) {
            if (minPoints > most)
                continue;
            const auto derived = index->withMinPoints(minPoints, job);
            QVERIFY(derived);
            const DensityIndexPtr fresh = build(x, minPoints, 1, minPoints);
            QCOMPARE((*derived)->minPoints(), minPoints);
            QVERIFY(std::ranges::equal((*derived)->order(), fresh->order()));
            QVERIFY(std::ranges::equal((*derived)->reachability(), fresh->reachability()));
            for (const double epsilon : {0.05, 0.2, 0.5, 1.0, std::sqrt(2.0), 2.0, 500.0})
                QVERIFY((*derived)->cut(epsilon) == fresh->cut(epsilon));
            const auto back = (*derived)->withMinPoints(most, job);
            QVERIFY(std::ranges::equal((*back)->reachability(), index->reachability()));
        }
    }

    void threadsDoNotMatter()
    {
        for (const Matrix &x : {blobs(30'000, 3, 5), lattice(30'000, 4, 9, 6)}) {
            const DensityIndexPtr one = build(x, 10, 1, 12);
            for (const unsigned threads : {2U, 5U}) {
                const DensityIndexPtr several = build(x, 10, threads, 12);
                QVERIFY(std::ranges::equal(one->order(), several->order()));
                QVERIFY(std::ranges::equal(one->reachability(), several->reachability()));
                for (const double epsilon : {0.1, 0.3, 1.0})
                    QVERIFY(one->cut(epsilon) == several->cut(epsilon));
            }
        }
    }

    void orderOfRowsDoesNotMatter()
    {
        const Matrix x = blobs(500, 4, 12);
        Generator random(3);
        std::vector<Eigen::Index> shuffled(500);
        std::iota(shuffled.begin(), shuffled.end(), 0);
        for (std::size_t i = 499; i > 0; --i)
            std::swap(shuffled[i],
                      shuffled[boost::random::uniform_int_distribution<std::size_t>(0, i)(random)]);
        Matrix y(500, 4);
        for (Eigen::Index i = 0; i < 500; ++i)
            y.row(i) = x.row(shuffled[static_cast<std::size_t>(i)]);
        const DensityIndexPtr straight = build(x, 10);
        const DensityIndexPtr mixed = build(y, 10);
        for (const double epsilon : {0.3, 0.5, 0.8, 1.2}) {
            const Clustering a = straight->cut(epsilon);
            const Clustering b = mixed->cut(epsilon);
            std::vector<int> labels(500);
            for (std::size_t i = 0; i < 500; ++i)
                labels[static_cast<std::size_t>(shuffled[i])] = b.labels[i];
            QCOMPARE(canonical(labels).labels, a.labels);
        }
    }

    void unitsDoNotMatter()
    {
        // A power of two scales without rounding, so that even the rim stays where it was.
        const Matrix x = blobs(500, 4, 12);
        const DensityIndexPtr plain = build(x, 10);
        const DensityIndexPtr scaled = build(x * 1024, 10);
        for (const double epsilon : {0.3, 0.5, 0.8, 1.2})
            QVERIFY(plain->cut(epsilon) == scaled->cut(epsilon * 1024));
        QCOMPARE(kneeEpsilon(*scaled).rank, kneeEpsilon(*plain).rank);
    }

    void aCutIntoKeptStorageIsTheSame()
    {
        const DensityIndexPtr index = build(blobs(300, 2, 1), 5);
        Clustering kept;
        for (const double epsilon : {2.0, 0.1, 0.5, 1e-6}) {
            index->cut(epsilon, kept);
            QVERIFY(kept == index->cut(epsilon));
        }
    }

    void badParametersAreNamed_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("minPoints");
        QTest::addColumn<QString>("says");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("no rows") << 0 << 0.0 << 1 << QStringLiteral("no points");
        QTest::newRow("not a number") << 5 << nan << 1 << QStringLiteral("not finite");
        QTest::newRow("infinite") << 5 << kInfinity << 1 << QStringLiteral("not finite");
        QTest::newRow("minPts 0") << 5 << 0.0 << 0 << QStringLiteral("minPts is 0");
        QTest::newRow("minPts 34") << 50 << 0.0 << 34 << QStringLiteral("between 1 and 33");
        QTest::newRow("minPts over rows")
            << 1 << 0.0 << 2 << QStringLiteral("number of points (1)");
    }

    void badParametersAreNamed()
    {
        QFETCH(const int, rows);
        QFETCH(const double, value);
        QFETCH(const int, minPoints);
        QFETCH(const QString, says);
        Matrix x = Matrix::Zero(rows, 2);
        if (rows > 0)
            x(0, 1) = value;
        NullJobControl job;
        const auto index = DensityIndex::build(x, {.minPoints = minPoints}, job);
        QVERIFY(!index);
        QCOMPARE(index.error().kind, ErrorKind::InvalidArgument);
        QVERIFY2(index.error().message.contains(says), qPrintable(index.error().message));
    }

    void distancesThatOverflowEndSomewhere()
    {
        const DensityIndexPtr index = build(line({-1e300, 0, 1, 1e300}), 2);
        QVERIFY(index);
        QCOMPARE(index->cut(1.0).labels, (std::vector<int>{kNoise, 0, 0, kNoise}));
        QVERIFY(std::isfinite(kneeEpsilon(*index).epsilon));
        QVERIFY(std::isfinite(mostPersistentEpsilon(*index).epsilon));
    }

    void stopsWhenToldTo_data()
    {
        QTest::addColumn<int>("after");
        for (const int after : {0, 1, 2, 3, 5})
            QTest::addRow("at checkpoint %d", after) << after;
    }

    void stopsWhenToldTo()
    {
        class StopsAfter final : public JobControl
        {
        public:
            explicit StopsAfter(int checkpoints) : m_left(checkpoints) {}
            bool isCancelled() const noexcept override { return m_left <= 0; }
            void report(double fraction, const QString &) override
            {
                --m_left;
                ok = ok && fraction >= last && fraction <= 1;
                last = fraction;
            }
            bool ok = true;
            double last = 0;

        private:
            int m_left;
        };
        QFETCH(const int, after);
        StopsAfter job(after);
        const auto index = DensityIndex::build(blobs(2000, 2, 1), {}, job);
        QVERIFY(!index);
        QCOMPARE(index.error().kind, ErrorKind::Cancelled);
        QVERIFY(job.ok);
    }
};

QTEST_GUILESS_MAIN(TestDensityIndex)
#include "tst_density_index.moc"
