// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assignment.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace dramatis;

class TestAssignment : public QObject
{
    Q_OBJECT

    static double costOf(const std::vector<double> &costs,
                         std::size_t columns,
                         const std::vector<std::size_t> &columnOf)
    {
        double cost = 0;
        for (std::size_t row = 0; row < columnOf.size(); ++row)
            cost += costs[row * columns + columnOf[row]];
        return cost;
    }

    /// The least cost over all permutations of the columns.
    static double leastCost(const std::vector<double> &costs, std::size_t rows, std::size_t columns)
    {
        std::vector<std::size_t> order(columns);
        std::iota(order.begin(), order.end(), 0);
        double least = std::numeric_limits<double>::infinity();
        do {
            const std::vector<std::size_t> chosen(
                order.begin(), order.begin() + static_cast<std::ptrdiff_t>(rows));
            least = std::min(least, costOf(costs, columns, chosen));
        } while (std::next_permutation(order.begin(), order.end()));
        return least;
    }

private slots:
    /// Taking the cheapest pair first costs 1 + 100; giving it up costs 2 + 3.
    void theNearestPairIsGivenUpWhereThatIsCheaper()
    {
        QCOMPARE(cheapestAssignment(std::vector<double>{1, 2, 3, 100}, 2, 2),
                 (std::vector<std::size_t>{1, 0}));
    }

    void nothingToAssign() { QVERIFY(cheapestAssignment({}, 0, 0).empty()); }

    void aRowTakesItsCheapestColumn()
    {
        QCOMPARE(cheapestAssignment(std::vector<double>{5, -2, 4}, 1, 3),
                 (std::vector<std::size_t>{1}));
    }

    void costsNoMoreThanAnyOther()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            const std::size_t columns = 1 + random() % 6;
            const std::size_t rows = 1 + random() % columns;
            std::vector<double> costs(rows * columns);
            for (double &cost : costs)
                cost = static_cast<double>(random() % 20) - 5; // few values: many ties
            const auto columnOf = cheapestAssignment(costs, rows, columns);
            std::vector<std::size_t> distinct = columnOf;
            std::sort(distinct.begin(), distinct.end());
            QVERIFY(std::adjacent_find(distinct.begin(), distinct.end()) == distinct.end());
            QVERIFY(distinct.back() < columns);
            QCOMPARE(costOf(costs, columns, columnOf), leastCost(costs, rows, columns));
        }
    }
};

QTEST_GUILESS_MAIN(TestAssignment)
#include "tst_assignment.moc"
