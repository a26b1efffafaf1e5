// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/cluster_matching.h"

#include <QTest>

using namespace dramatis::ui;

class TestClusterMatching : public QObject
{
    Q_OBJECT

private slots:
    void continuesTheClusterThatSharesMost()
    {
        // Old 0 has points 0-3, old 1 has 4-5. New 0 has 4-5, new 1 has 0-2, point 3 is noise now.
        const std::vector<int> before{0, 0, 0, 0, 1, 1};
        const std::vector<int> after{1, 1, 1, -1, 0, 0};
        QCOMPARE(matchClusters(before, 2, after, 2), (std::vector<int>{1, 0}));
    }

    void theLargerHalfOfASplitKeepsTheColour()
    {
        const std::vector<int> before{0, 0, 0, 0, 0};
        const std::vector<int> after{0, 0, 1, 1, 1};
        const auto match = matchClusters(before, 1, after, 2);
        QCOMPARE(match, (std::vector<int>{-1, 0}));
        const std::vector<int> styles{4};
        QCOMPARE(carryStyles(match, styles), (std::vector<int>{0, 4}));
    }

    void newClustersTakeTheSmallestFreeStyle()
    {
        const std::vector<int> match{-1, 0, -1};
        const std::vector<int> styles{1};
        QCOMPARE(carryStyles(match, styles), (std::vector<int>{0, 1, 2}));
    }

    void manyClustersGiveTheSameAsFew()
    {
        // 300 x 300 cells are above the flat table: every cluster continues itself.
        std::vector<int> labels;
        for (int i = 0; i < 3000; ++i)
            labels.push_back(i % 300);
        const auto match = matchClusters(labels, 300, labels, 300);
        for (int c = 0; c < 300; ++c)
            QCOMPARE(match[std::size_t(c)], c);
    }

    void nothingInCommonMatchesNothing()
    {
        const std::vector<int> noise{-1, -1};
        const std::vector<int> one{0, 0};
        QCOMPARE(matchClusters(noise, 0, one, 1), (std::vector<int>{-1}));
        QVERIFY(matchClusters(one, 1, noise, 0).empty());
    }
};

QTEST_GUILESS_MAIN(TestClusterMatching)
#include "tst_cluster_matching.moc"
