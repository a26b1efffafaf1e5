// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/clusterings.h"
#include "core/clustering/kmeans.h"
#include "core/clustering/quality.h"
#include "point_sets.h"
#include "tests/support/approx.h"

#include <QTest>

#include <cmath>

using namespace dramatis;
using namespace dramatis::clustering;
using namespace dramatis::tests;

class TestClusterings : public QObject
{
    Q_OBJECT

private slots:
    void everyAlgorithmOfTheListRuns()
    {
        const Matrix x = blobs(300, 2, 4);
        for (const ClusteringAlgorithm &algorithm : clusteringAlgorithms()) {
            QVERIFY(!algorithm.name.isEmpty() && !algorithm.options.empty());
            NullJobControl job;
            const auto outcome = cluster(x, {.algorithm = algorithm.id}, job);
            QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
            QCOMPARE(outcome->clustering.labels.size(), std::size_t{300});
            QVERIFY(outcome->clusters >= 2);
            QVERIFY(outcome->silhouette > 0 && outcome->silhouette <= 1);
            QVERIFY(canonical(outcome->clustering.labels).labels == outcome->clustering.labels);
            const auto again = cluster(x, {.algorithm = algorithm.id}, job);
            QVERIFY(again->clustering == outcome->clustering);
        }
    }

    void dbscanUsesTheSuggestionUnlessTold()
    {
        const Matrix x = blobs(300, 2, 4);
        NullJobControl job;
        const auto automatic = cluster(x, {}, job);
        QVERIFY(automatic && automatic->index && !automatic->suggestions.empty());
        const EpsilonSuggestion &best = automatic->suggestions[preferred(automatic->suggestions)];
        QCOMPARE(automatic->epsilon, best.epsilon);
        QCOMPARE(automatic->reason, best.reason);
        const auto told = cluster(x, {.epsilon = 0.25}, job);
        QVERIFY(!told->reason);
        QCOMPARE(told->epsilon, 0.25);
        QVERIFY(told->clustering == told->index->cut(0.25));
    }

    void badRequestsAreNamed_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<double>("epsilon");
        QTest::addColumn<int>("minPoints");
        QTest::addColumn<int>("clusters");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const int invalid = static_cast<int>(ErrorKind::InvalidArgument);
        const QString dbscan = QStringLiteral("dbscan");
        const QString kmeans = QStringLiteral("kmeans");
        QTest::newRow("unknown") << QStringLiteral("optics") << 1.0 << 3 << 2 << 9 << invalid
                                 << QStringLiteral("optics");
        QTest::newRow("eps 0") << dbscan << 0.0 << 3 << 2 << 9 << invalid
                               << QStringLiteral("eps is 0");
        QTest::newRow("eps -1") << dbscan << -1.0 << 3 << 2 << 9 << invalid
                                << QStringLiteral("eps is -1");
        QTest::newRow("eps nan") << dbscan << nan << 3 << 2 << 9 << invalid
                                 << QStringLiteral("eps is nan");
        QTest::newRow("minPts 0") << dbscan << 1.0 << 0 << 2 << 9 << invalid
                                  << QStringLiteral("minPts is 0");
        QTest::newRow("minPts over rows")
            << dbscan << 1.0 << 10 << 2 << 9 << invalid << QStringLiteral("number of points (9)");
        QTest::newRow("one row") << dbscan << 1.0 << 10 << 2 << 1 << invalid
                                 << QStringLiteral("two points or more; the number of points is 1");
        QTest::newRow("no rows") << dbscan << 1.0 << 1 << 2 << 0 << invalid
                                 << QStringLiteral("two points or more; the number of points is 0");
        QTest::newRow("k over rows") << kmeans << 1.0 << 10 << 10 << 9 << invalid
                                     << QStringLiteral("number of clusters is 10");
        QTest::newRow("k below 0") << kmeans << 1.0 << 10 << -1 << 9 << invalid
                                   << QStringLiteral("number of clusters is -1");
    }

    void badRequestsAreNamed()
    {
        QFETCH(const QString, algorithm);
        QFETCH(const double, epsilon);
        QFETCH(const int, minPoints);
        QFETCH(const int, clusters);
        QFETCH(const int, rows);
        QFETCH(const int, kind);
        QFETCH(const QString, says);
        NullJobControl job;
        const auto outcome = cluster(Matrix::Random(rows, 2),
                                     {.algorithm = algorithm,
                                      .epsilon = epsilon,
                                      .minPoints = minPoints,
                                      .clusters = clusters},
                                     job);
        QVERIFY(!outcome);
        QCOMPARE(static_cast<int>(outcome.error().kind), kind);
        QVERIFY2(outcome.error().message.contains(says), qPrintable(outcome.error().message));
    }

    void notANumberIsNamedByBoth()
    {
        Matrix x = Matrix::Random(20, 2);
        x(3, 1) = std::numeric_limits<double>::quiet_NaN();
        NullJobControl job;
        for (const ClusteringAlgorithm &algorithm : clusteringAlgorithms()) {
            const auto outcome = cluster(x, {.algorithm = algorithm.id}, job);
            QVERIFY(!outcome && outcome.error().kind == ErrorKind::InvalidArgument);
            QVERIFY(outcome.error().message.contains(QStringLiteral("not finite")));
        }
    }

    void rowsThatAreAllEqualAreNamedByAll()
    {
        NullJobControl job;
        for (const ClusteringAlgorithm &algorithm : clusteringAlgorithms()) {
            const auto outcome =
                cluster(Matrix::Constant(20, 2, 7.0), {.algorithm = algorithm.id}, job);
            QVERIFY(!outcome && outcome.error().kind == ErrorKind::InvalidArgument);
            QVERIFY(outcome.error().message.contains(QStringLiteral("features are constant")));
        }
    }

    void hdbscanTellsWhatItFound()
    {
        const Matrix x = blobs(600, 2, 4);
        NullJobControl job;
        const auto outcome = cluster(x, {.algorithm = QStringLiteral("hdbscan")}, job);
        QVERIFY(outcome && outcome->index && !outcome->suggestions.empty());
        QCOMPARE(outcome->minClusterSize, 10); // minPts; one in 200 rows is less
        const auto direct = hdbscan(*outcome->index, {.minClusterSize = 10});
        QVERIFY(direct->clustering == outcome->clustering);
        QVERIFY(direct->clusters == outcome->stableClusters);
        QVERIFY(direct->membership == outcome->membership);
        QCOMPARE(outcome->reason, EpsilonSuggestion::Reason::Hdbscan);
        QCOMPARE(outcome->epsilon, outcome->suggestions.back().epsilon);
        const auto told =
            cluster(x, {.algorithm = QStringLiteral("hdbscan"), .minClusterSize = 1}, job);
        QVERIFY(!told && told.error().message.contains(QStringLiteral("smallest cluster size")));
    }

    void kMeansFindsTheOnlyOptimum()
    {
        // Two groups: means 1 and 11, each 1 + 0 + 1 away: inertia 4. Any other split costs more.
        NullJobControl job;
        const auto result = kMeans(line({10, 11, 12, 0, 1, 2}), {.clusters = 2}, job);
        QVERIFY(result);
        QCOMPARE(result->clustering.labels, (std::vector<int>{0, 0, 0, 1, 1, 1}));
        COMPARE_APPROX(result->inertia, 4.0, 1e-12, 0);
        COMPARE_APPROX(result->centres(0, 0), 11.0, 1e-12, 0);
        COMPARE_APPROX(result->centres(1, 0), 1.0, 1e-12, 0);
    }

    void kMeansInertiaIsThatOfItsCentres()
    {
        const Matrix x = blobs(9000, 3, 8); // more than one range of rows
        NullJobControl job;
        const auto result = kMeans(x, {.clusters = 4, .starts = 2}, job);
        double inertia = 0;
        Matrix sum = Matrix::Zero(4, 3);
        const std::vector<std::size_t> sizes = clusterSizes(result->clustering);
        for (Eigen::Index row = 0; row < x.rows(); ++row) {
            const int label = result->clustering.labels[static_cast<std::size_t>(row)];
            inertia += (x.row(row) - result->centres.row(label)).squaredNorm();
            sum.row(label) +=
                x.row(row) / static_cast<double>(sizes[static_cast<std::size_t>(label)]);
            for (Eigen::Index other = 0; other < 4; ++other)
                QVERIFY((x.row(row) - result->centres.row(label)).squaredNorm()
                        <= (x.row(row) - result->centres.row(other)).squaredNorm() + 1e-9);
        }
        COMPARE_APPROX(result->inertia, inertia, 1e-9, 0);
        QVERIFY((sum - result->centres).cwiseAbs().maxCoeff()
                < 1e-9); // a fixed point of Lloyd's step
    }

    void boundsChangeNothing_data()
    {
        QTest::addColumn<int>("clusters");
        for (const int clusters : {1, 2, 7, 16, 17, 40})
            QTest::addRow("%d clusters", clusters) << clusters;
    }

    void boundsChangeNothing()
    {
        // Without iterations the starting centres come out. From there, Lloyd's algorithm by all
        // distances.
        QFETCH(const int, clusters);
        const Matrix x = blobs(6000, 4, 21);
        NullJobControl job;
        const auto begun = kMeans(x, {.clusters = clusters, .starts = 1, .maxIterations = 0}, job);
        QCOMPARE(begun->centres.rows(), Eigen::Index{clusters});
        Matrix centres = begun->centres;
        std::vector<int> labels;
        int iterations = 0;
        for (;; ++iterations) {
            std::vector<int> nearest;
            for (Eigen::Index row = 0; row < x.rows(); ++row) {
                Eigen::Index label = 0;
                (centres.rowwise() - x.row(row)).rowwise().squaredNorm().minCoeff(&label);
                nearest.push_back(static_cast<int>(label));
            }
            if (nearest == labels)
                break;
            labels = nearest;
            centres.setZero();
            const std::vector<std::size_t> sizes = clusterSizes({labels, {}, clusters, 0});
            for (Eigen::Index row = 0; row < x.rows(); ++row)
                centres.row(labels[static_cast<std::size_t>(row)]) += x.row(row);
            for (Eigen::Index label = 0; label < clusters; ++label)
                centres.row(label) /= static_cast<double>(sizes[static_cast<std::size_t>(label)]);
        }
        for (const unsigned threads : {1U, 3U}) {
            const auto result =
                kMeans(x, {.clusters = clusters, .starts = 1, .threads = threads}, job);
            QCOMPARE(result->clustering.labels, canonical(labels).labels);
            QCOMPARE(result->iterations, iterations);
        }
    }

    void threadsDoNotMatterToKMeans()
    {
        const Matrix x = blobs(30'000, 5, 3);
        NullJobControl job;
        const auto one = kMeans(x, {.clusters = 6, .starts = 3, .threads = 1}, job);
        const auto four = kMeans(x, {.clusters = 6, .starts = 3, .threads = 4}, job);
        QVERIFY(one->clustering == four->clustering);
        QVERIFY(one->centres == four->centres);
        QCOMPARE(one->inertia, four->inertia);
    }

    void kMeansOfFewDifferentRows()
    {
        NullJobControl job;
        const auto result = kMeans(line({1, 1, 1, 7, 7}), {.clusters = 4}, job);
        QVERIFY(result);
        QCOMPARE(result->clustering.clusters, 2);
        COMPARE_APPROX(result->inertia, 0.0, 0, 1e-12);
        const auto alone = kMeans(line({3}), {.clusters = 1}, job);
        QCOMPARE(alone->clustering.labels, (std::vector<int>{0}));
    }

    void kIsChosenBySilhouette()
    {
        Generator random(1);
        boost::random::normal_distribution<double> normal(0, 0.1);
        Matrix x(120, 2);
        for (Eigen::Index row = 0; row < 120; ++row) {
            x(row, 0) = static_cast<double>(row % 2) + normal(random);
            x(row, 1) = static_cast<double>(row / 2 % 2) + normal(random);
        }
        NullJobControl job;
        const auto outcome = cluster(x, {.algorithm = QStringLiteral("kmeans")}, job);
        QCOMPARE(outcome->clusters, 4); // the corners of a square
        QCOMPARE(outcome->tried.size(), std::size_t{9});
        QCOMPARE(outcome->tried[2].clusters, 4);
    }

    void silhouetteByHand()
    {
        // 0 and 2 against 10 and 12: for 0, a = 2, b = (10 + 12) / 2 = 11, s = 9 / 11; for 2, a =
        // 2, b = (8 + 10) / 2 = 9, s = 7 / 9; the other two by symmetry. Noise does not count.
        Clustering clustering = canonical({0, 0, 1, 1, kNoise});
        NullJobControl job;
        const auto value = silhouette(line({0, 2, 10, 12, 5}), clustering, job);
        COMPARE_APPROX(*value, (9.0 / 11 + 7.0 / 9) / 2, 1e-14, 0);
        QVERIFY(std::isnan(*silhouette(line({0, 2}), canonical({0, 0}), job)));
        // A cluster of one has silhouette 0 (Rousseeuw).
        COMPARE_APPROX(*silhouette(line({0, 2, 10}), canonical({0, 0, 1}), job),
                       (8.0 / 10 + 6.0 / 8 + 0) / 3,
                       1e-14,
                       0);
    }

    void silhouetteOfASampleIsNearTheWhole()
    {
        const Matrix x = blobs(3000, 2, 9);
        NullJobControl job;
        const auto clusters = kMeans(x, {.clusters = 3}, job);
        const double whole = *silhouette(x, clusters->clustering, job);
        const double part = *silhouette(x, clusters->clustering, job, 1000);
        COMPARE_APPROX(part, whole, 0, 0.03);
        QCOMPARE(*silhouette(x, clusters->clustering, job, 1000), part);
    }

    void componentsOfALineInSpace()
    {
        // Along (3, -4) / 5: all of the variance on the first axis; the largest loading, that of
        // the second feature, is made positive.
        Matrix x(3, 2);
        x << 3, -4, 0, 0, -3, 4;
        const Projection projection = principalComponents(x);
        COMPARE_APPROX(projection.loadings(0, 0), -0.6, 1e-12, 0);
        COMPARE_APPROX(projection.loadings(1, 0), 0.8, 1e-12, 0);
        COMPARE_APPROX(projection.points(0, 0), -5.0, 1e-12, 0);
        COMPARE_APPROX(projection.explained[0], 1.0, 1e-12, 0);
        COMPARE_APPROX(projection.explained[1], 0.0, 0, 1e-12);
    }

    void oneFeatureHasNoSecondAxis()
    {
        const Projection projection = principalComponents(line({1, 2, 3}));
        COMPARE_APPROX(projection.points(0, 0), -1.0, 1e-12, 0);
        QVERIFY(projection.points.col(1).isZero());
        QCOMPARE(projection.explained[1], 0.0);
    }

    void labelsAreNumberedByFirstMember()
    {
        const Clustering clustering = canonical({7, kNoise, 3, 7, 3, 0});
        QCOMPARE(clustering.labels, (std::vector<int>{0, kNoise, 1, 0, 1, 2}));
        QCOMPARE(clustering.clusters, 3);
        QCOMPARE(clustering.noise, std::size_t{1});
        QCOMPARE(clusterSizes(clustering), (std::vector<std::size_t>{2, 2, 1}));
    }
};

QTEST_GUILESS_MAIN(TestClusterings)
#include "tst_clusterings.moc"
