// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/candidates.h"
#include "core/clustering/leaf_kernels.h"
#include "point_sets.h"

#include <QTest>

#include <algorithm>
#include <span>

using namespace dramatis;
using namespace dramatis::clustering;
using namespace dramatis::tests;

namespace {

constexpr std::size_t kFeatures = 5;

/// What the kernels are to compute, one number after the other.
struct OneByOne
{
    LeafMask near = 0;
    LeafValues squared{};
};

template<typename Difference>
OneByOne
oneByOne(const std::vector<double> &leaf, const LeafValues &bounds, Difference &&difference)
{
    OneByOne result;
    for (std::size_t point = 0; point < kLeafPoints; ++point) {
        for (std::size_t feature = 0; feature < kFeatures; ++feature) {
            const double d = difference(leaf[feature * kLeafPoints + point], feature);
            result.squared[point] += d * d;
        }
        result.near |= result.squared[point] < bounds[point] ? LeafMask{1} << point : 0;
    }
    return result;
}

template<std::size_t Width>
void compare(const std::vector<double> &leaf, const Matrix &random, double bound)
{
    LeafValues bounds{};
    std::vector<double> box(2 * kFeatures);
    for (std::size_t point = 0; point < kLeafPoints; ++point)
        bounds[point] = random(0, static_cast<Eigen::Index>(point)) + bound;
    for (std::size_t feature = 0; feature < kFeatures; ++feature) {
        box[feature] = random(1, static_cast<Eigen::Index>(feature));
        box[kFeatures + feature] = box[feature] + 0.5;
    }
    const OneByOne ofBox = oneByOne(leaf, bounds, [&](double value, std::size_t feature) {
        return std::max({box[feature] - value, value - box[kFeatures + feature], 0.0});
    });
    QCOMPARE(LeafKernel<Width>::nearBox(leaf.data(), box.data(), kFeatures, bounds), ofBox.near);

    bounds.fill(bound);
    const double *from = leaf.data() + 3;
    const OneByOne ofPoint = oneByOne(leaf, bounds, [&](double value, std::size_t feature) {
        return value - from[feature * kLeafPoints];
    });
    LeafValues squared{};
    QCOMPARE(
        LeafKernel<Width>::nearPoint(leaf.data(), from, kLeafPoints, kFeatures, bound, squared),
        ofPoint.near);
    QVERIFY(squared == ofPoint.squared);
}

/// Adds distances in batches, sorting after each, and compares with a stable sort of all.
template<std::size_t Width>
void compareSorting(std::span<const std::size_t> batches, int differentValues, std::size_t most)
{
    Candidates candidates;
    std::vector<std::pair<double, std::uint32_t>> expected;
    std::uint32_t point = 0;
    for (const std::size_t batch : batches) {
        for (std::size_t i = 0; i < batch; ++i) {
            const double squared = std::rand() % differentValues;
            expected.emplace_back(squared, point);
            candidates.add(squared, point++);
        }
        candidates.keepNearest<Width>(most);
        std::stable_sort(expected.begin(), expected.end(), [](const auto &a, const auto &b) {
            return a.first < b.first;
        });
        expected.resize(std::min(expected.size(), most));
        QCOMPARE(candidates.count(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(candidates.squared(i), expected[i].first);
            QCOMPARE(candidates.point(i), expected[i].second);
        }
    }
}

} // namespace

class TestLeafKernels : public QObject
{
    Q_OBJECT

private slots:
    void everyWidthRoundsAlike()
    {
        std::srand(7);
        for (int round = 0; round < 200; ++round) {
            const Matrix random = Matrix::Random(2, 16);
            const Matrix values = Matrix::Random(kFeatures, kLeafPoints);
            const std::vector<double> leaf(values.data(), values.data() + values.size());
            const double bound = 0.05 * round;
            compare<2>(leaf, random, bound);
            compare<4>(leaf, random, bound);
        }
    }

    void unusedPlacesAreNearNothing()
    {
        std::vector<double> leaf(kFeatures * kLeafPoints, 1.0);
        for (std::size_t feature = 0; feature < kFeatures; ++feature)
            for (std::size_t point = 9; point < kLeafPoints; ++point)
                leaf[feature * kLeafPoints + point] = std::numeric_limits<double>::quiet_NaN();
        LeafValues squared{};
        QCOMPARE(LeafKernel<2>::nearPoint(
                     leaf.data(), leaf.data(), kLeafPoints, kFeatures, kInfinity, squared),
                 LeafMask{0x1ff});
        QCOMPARE(LeafKernel<4>::nearPoint(
                     leaf.data(), leaf.data(), kLeafPoints, kFeatures, kInfinity, squared),
                 LeafMask{0x1ff});
    }

    void candidatesAreKeptInOrderAndTiesAsTheyCame()
    {
        std::srand(11);
        const std::vector<std::vector<std::size_t>> sizes{
            {0}, {1}, {5, 0, 3}, {47, 15, 30, 1}, {64}, {32, 32, 32}, {17, 16, 16, 16}};
        for (const std::vector<std::size_t> &batches : sizes) {
            for (const int differentValues : {1, 2, 9, 1000000}) {
                for (const std::size_t most : {std::size_t{1}, std::size_t{11}, std::size_t{32}}) {
                    compareSorting<2>(batches, differentValues, most);
                    compareSorting<4>(batches, differentValues, most);
                }
            }
        }
    }

    void lanesAreVisitedFromTheLowest()
    {
        std::vector<std::size_t> seen;
        forEachLane(0b1000'0000'0001'0010, [&](std::size_t lane) { seen.push_back(lane); });
        QCOMPARE(seen, (std::vector<std::size_t>{1, 4, 15}));
    }
};

QTEST_GUILESS_MAIN(TestLeafKernels)
#include "tst_leaf_kernels.moc"
