// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/tickers.h"

#include <QTest>

using namespace dramatis::ui;

class TestTickers : public QObject
{
    Q_OBJECT

private slots:
    void numbersStandAtOneTwoFive_data()
    {
        QTest::addColumn<double>("upper");
        QTest::addColumn<int>("count");
        QTest::addColumn<QStringList>("labels");
        QTest::newRow("five") << 10.0 << 5
                              << QStringList{QStringLiteral("0"),
                                             QStringLiteral("2"),
                                             QStringLiteral("4"),
                                             QStringLiteral("6"),
                                             QStringLiteral("8"),
                                             QStringLiteral("10")};
        QTest::newRow("two") << 90.0 << 2 << QStringList{QStringLiteral("0"), QStringLiteral("50")};
        // Half of 48 is 24, the next step 50: then nothing but 0 would stand on the axis.
        QTest::newRow("none but zero")
            << 48.0 << 2
            << QStringList{QStringLiteral("0"), QStringLiteral("20"), QStringLiteral("40")};
        QTest::newRow("fractions")
            << 0.48 << 2
            << QStringList{QStringLiteral("0.0"), QStringLiteral("0.2"), QStringLiteral("0.4")};
        QTest::newRow("one asked for")
            << 7.0 << 1 << QStringList{QStringLiteral("0"), QStringLiteral("5")};
    }
    void numbersStandAtOneTwoFive()
    {
        QFETCH(const double, upper);
        QFETCH(const int, count);
        QFETCH(const QStringList, labels);
        NumberTicker ticker;
        ticker.setTickCount(count);
        QVector<double> ticks;
        QVector<QString> shown;
        ticker.generate(
            QCPRange(0, upper), QLocale::c(), QLatin1Char('f'), 6, ticks, nullptr, &shown);
        QStringList within;
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            if (ticks[i] >= 0 && ticks[i] <= upper)
                within.append(shown[i]);
        }
        QCOMPARE(within, labels);
    }
};

QTEST_APPLESS_MAIN(TestTickers)
#include "tst_tickers.moc"
