// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/validity.h"
#include "point_sets.h"
#include "tests/support/approx.h"

#include <QTest>

#include <cmath>

using namespace dramatis;
using namespace dramatis::clustering;
using namespace dramatis::tests;

namespace {

/// Two Gaussian groups, far apart.
Matrix twoGroups(Eigen::Index rows)
{
    Generator random(5);
    boost::random::normal_distribution<double> normal;
    Matrix x(rows, 2);
    for (Eigen::Index row = 0; row < rows; ++row)
        x.row(row) << normal(random) + 40.0 * static_cast<double>(row % 2), normal(random);
    return x;
}

} // namespace

class TestValidity : public QObject
{
    Q_OBJECT

private slots:
    void dbcvByHand()
    {
        // One feature: the core distance is the harmonic mean of the distances to the others. Of 0:
        // 3 / (1 + 1/2 + 1/3) = 18/11, of 1: 3 / (1 + 1 + 1/2) = 6/5, and so from the other end.
        // The tree is the chain; its only internal edge, 1 to 2, has length 6/5. Internal points of
        // the other group are 11 and 12, so the separation is 11 - 2 = 9.
        NullJobControl job;
        const auto both =
            dbcv(line({0, 1, 2, 3, 10, 11, 12, 13}), canonical({0, 0, 0, 0, 1, 1, 1, 1}), job);
        QVERIFY(both);
        COMPARE_APPROX(both->ofCluster[0], (9 - 1.2) / 9, 1e-14, 0);
        COMPARE_APPROX(both->ofCluster[1], (9 - 1.2) / 9, 1e-14, 0);
        COMPARE_APPROX(both->value, (9 - 1.2) / 9, 1e-14, 0);
    }

    void dbcvOfThreePointsAndNoise()
    {
        // Of 0: 2 / (1 + 1/3) = 3/2; of 1: 2 / (1 + 1/2) = 4/3; of 3: 2 / (1/2 + 1/3) = 12/5. Tree:
        // 0 to 1 at 3/2, 1 to 3 at 12/5. No edge is internal, so all count; separation 10 - 3 = 7.
        NullJobControl job;
        const auto value =
            dbcv(line({0, 1, 3, 10, 11, 13, 99}), canonical({0, 0, 0, 1, 1, 1, kNoise}), job);
        COMPARE_APPROX(value->ofCluster[0], (7 - 2.4) / 7, 1e-14, 0);
        COMPARE_APPROX(value->value, 6.0 / 7 * (7 - 2.4) / 7, 1e-14, 0);
        QCOMPARE(value->rows, std::size_t{7});
    }

    void dbcvNeedsTwoClusters()
    {
        NullJobControl job;
        QVERIFY(std::isnan(dbcv(line({0, 1, 2}), canonical({0, 0, 0}), job)->value));
        const auto alone = dbcv(line({0, 1, 2}), canonical({0, 0, 1}), job);
        QVERIFY(std::isnan(alone->value) && std::isnan(alone->ofCluster[1]));
    }

    void dbcvOfEqualRowsIsFinite()
    {
        NullJobControl job;
        const auto value = dbcv(line({1, 1, 1, 5, 5, 5}), canonical({0, 0, 0, 1, 1, 1}), job);
        QCOMPARE(value->value, 1.0); // nothing is denser
    }

    void dbcvPrefersTheTrueClusters()
    {
        const Matrix x = twoGroups(1000);
        std::vector<int> truth;
        std::vector<int> halves;
        for (int row = 0; row < 1000; ++row) {
            truth.push_back(row % 2);
            halves.push_back(row / 500);
        }
        NullJobControl job;
        const double good = dbcv(x, canonical(truth), job)->value;
        QVERIFY(good > 0.7);
        QVERIFY(dbcv(x, canonical(halves), job)->value < 0);
        const double part = dbcv(x, canonical(truth), job, 500)->value;
        COMPARE_APPROX(part, good, 0, 0.2);
        QCOMPARE(dbcv(x, canonical(truth), job, 500)->value, part);
        QVERIFY(dbcv(x, canonical(truth), job, 500, 2)->value != part);
    }

    void clustersFarApartAreFoundAgain()
    {
        const Matrix x = twoGroups(400);
        NullJobControl job;
        for (const ClusteringAlgorithm &algorithm : clusteringAlgorithms()) {
            ClusteringRequest request{.algorithm = algorithm.id};
            if (algorithm.id == QStringLiteral("dbscan"))
                request.epsilon = 3.0;
            const auto outcome = cluster(x, request, job);
            const auto found = stability(x, *outcome, request, job, {.resamples = 5});
            QVERIFY(found);
            QCOMPARE(found->rows, std::size_t{320});
            QCOMPARE(found->agreement.size(), std::size_t{5});
            QVERIFY2(found->mean > 0.95, qPrintable(QString::number(found->mean)));
            for (const double similarity : found->ofCluster)
                QVERIFY(similarity > 0.95);
            const auto again = stability(x, *outcome, request, job, {.resamples = 5});
            QCOMPARE(again->agreement, found->agreement);
        }
    }

    void centresWithoutClustersAreNot()
    {
        NullJobControl job;
        const Matrix x = Matrix::Random(400, 2);
        const ClusteringRequest request{.algorithm = QStringLiteral("kmeans"), .clusters = 7};
        const auto outcome = cluster(x, request, job);
        const auto found = stability(x, *outcome, request, job, {.resamples = 5, .share = 0.5});
        QVERIFY(found->mean < 0.9);
        QVERIFY(!stability(x, *outcome, request, job, {.resamples = 0}));
    }
};

QTEST_GUILESS_MAIN(TestValidity)
#include "tst_validity.moc"
