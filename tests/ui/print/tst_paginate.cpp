// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/piece.h"

#include <QTest>

using namespace dramatis::ui;

namespace {

Piece piece(double height, double before = 0, bool keepWithNext = false)
{
    Piece result;
    result.height = height;
    result.before = before;
    result.keepWithNext = keepWithNext;
    return result;
}

/// Numbers of the pieces, page by page.
std::vector<std::vector<int>> numbers(const std::vector<std::vector<PlacedPiece>> &pages)
{
    std::vector<std::vector<int>> result;
    for (const auto &page : pages) {
        result.emplace_back();
        for (const PlacedPiece &placed : page)
            result.back().push_back(int(placed.piece));
    }
    return result;
}

using Pages = std::vector<std::vector<int>>;

} // namespace

class TestPaginate : public QObject
{
    Q_OBJECT

private slots:
    void piecesFillAPageThenTheNext()
    {
        QCOMPARE(numbers(paginate({piece(40), piece(40), piece(40)}, 100)), (Pages{{0, 1}, {2}}));
    }

    void exactlyFullIsFull()
    {
        QCOMPARE(numbers(paginate({piece(50), piece(50), piece(1)}, 100)), (Pages{{0, 1}, {2}}));
    }

    void spaceAboveIsDroppedAtTheTopOfAPage()
    {
        const auto pages = paginate({piece(60, 20), piece(60, 20)}, 100);
        QCOMPARE(pages.size(), std::size_t(2));
        QCOMPARE(pages[0][0].top, 0.0);
        QCOMPARE(pages[1][0].top, 0.0);
    }

    void spaceAboveStandsBetweenPieces()
    {
        const auto pages = paginate({piece(30), piece(30, 15)}, 100);
        QCOMPARE(pages[0][1].top, 45.0);
    }

    void aHeadingGoesWithWhatFollows()
    {
        QCOMPARE(numbers(paginate({piece(70), piece(20, 0, true), piece(40)}, 100)),
                 (Pages{{0}, {1, 2}}));
        // A chain of them too.
        QCOMPARE(
            numbers(paginate({piece(60), piece(15, 0, true), piece(15, 0, true), piece(40)}, 100)),
            (Pages{{0}, {1, 2, 3}}));
    }

    void aPieceHigherThanAPageStandsAlone()
    {
        QCOMPARE(numbers(paginate({piece(30), piece(250), piece(30)}, 100)),
                 (Pages{{0}, {1}, {2}}));
    }

    void theHeaderComesAgainAfterABreak()
    {
        Pieces pieces{piece(20, 0, true)};
        for (int row = 0; row < 10; ++row) {
            pieces.push_back(piece(20));
            pieces.back().repeatedHeight = 20;
            pieces.back().paintRepeated = [](QPainter &, const QRectF &) {};
        }
        const auto pages = paginate(pieces, 100); // header + 4 rows a page
        QCOMPARE(numbers(pages), (Pages{{0, 1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10}}));
        QVERIFY(!pages[0][1].repeats);
        QVERIFY(pages[1][0].repeats);
        QCOMPARE(pages[1][0].top, 20.0); // below the header
        QVERIFY(!pages[1][1].repeats);
    }

    void nothingIsNoPage() { QVERIFY(paginate({}, 100).empty()); }
};

QTEST_GUILESS_MAIN(TestPaginate)
#include "tst_paginate.moc"
