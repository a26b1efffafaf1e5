// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/explanation.h"
#include "point_sets.h"
#include "tests/support/approx.h"

#include <QTest>

#include <cmath>

using namespace dramatis;
using namespace dramatis::clustering;
using namespace dramatis::tests;

class TestExplanation : public QObject
{
    Q_OBJECT

private slots:
    void featuresAreRankedByDelta()
    {
        // Cluster 0 is rows 0 to 2, cluster 1 rows 3 and 4, row 5 is noise. Feature 0 is constant.
        // Feature 1: of the 9 pairs of {1, 2, 5} with {2, 8, 9} 7 are less, 1 more, 1 equal:
        // delta (1 - 7) / 9. Feature 2: of {4, 4, 4} with {3, 3, 3} all are more: delta 1.
        Matrix x(6, 3);
        x << 7, 1, 4, 7, 2, 4, 7, 5, 4, 7, 8, 3, 7, 9, 3, 7, 2, 3;
        const auto effects = distinguishingFeatures(x, canonical({0, 0, 0, 1, 1, kNoise}));
        QCOMPARE(effects.size(), std::size_t{2});
        QVERIFY((effects[0][0] == FeatureEffect{2, 1, 4, 3}));
        QCOMPARE(effects[0][1].feature, std::size_t{1});
        COMPARE_APPROX(effects[0][1].delta, -6.0 / 9, 1e-15, 0);
        QCOMPARE(effects[0][1].median, 2.0);
        QCOMPARE(effects[0][1].restMedian, 8.0);
        QVERIFY((effects[0][2] == FeatureEffect{0, 0, 7, 7}));
        // Cluster 1, {8, 9} with {1, 2, 2, 5}: all more; medians halfway between two.
        QVERIFY((effects[1][0] == FeatureEffect{1, 1, 8.5, 2}));
    }

    void missingValuesAreLeftOut()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        Matrix x(4, 2);
        x << nan, nan, 5, nan, 1, 1, 2, nan;
        const auto effects = distinguishingFeatures(x, canonical({0, 0, 1, 1}));
        QVERIFY((effects[0][0] == FeatureEffect{0, 1, 5, 1.5}));
        QCOMPARE(effects[0][1].delta, 0.0);
        QVERIFY(std::isnan(effects[0][1].median));
        QCOMPARE(effects[0][1].restMedian, 1.0);
    }

    void deltaIsThatOfAllPairs()
    {
        const Matrix x = lattice(200, 3, 7, 5);
        std::vector<int> labels;
        for (int row = 0; row < 200; ++row)
            labels.push_back(row % 5 - 1);
        const Clustering clustering = canonical(labels);
        const auto effects = distinguishingFeatures(x, clustering);
        for (std::size_t label = 0; label < effects.size(); ++label) {
            for (const FeatureEffect &effect : effects[label]) {
                const auto column = static_cast<Eigen::Index>(effect.feature);
                double balance = 0;
                double pairs = 0;
                for (Eigen::Index a = 0; a < 200; ++a) {
                    for (Eigen::Index b = 0; b < 200; ++b) {
                        const auto is = [&](Eigen::Index row) {
                            return clustering.labels[static_cast<std::size_t>(row)]
                                   == static_cast<int>(label);
                        };
                        if (!is(a) || is(b))
                            continue;
                        ++pairs;
                        balance += x(a, column) > x(b, column) ? 1 : 0;
                        balance -= x(a, column) < x(b, column) ? 1 : 0;
                    }
                }
                COMPARE_APPROX(effect.delta, balance / pairs, 1e-12, 1e-12);
            }
        }
    }

    void sizesHaveNames()
    {
        QCOMPARE(effectSize(0.1), EffectSize::Negligible);
        QCOMPARE(effectSize(-0.2), EffectSize::Small);
        QCOMPARE(effectSize(0.33), EffectSize::Medium);
        QCOMPARE(effectSize(-1), EffectSize::Large);
    }
};

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
