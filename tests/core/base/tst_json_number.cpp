// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_number.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <limits>

using namespace dramatis;

class TestJsonNumber : public QObject
{
    Q_OBJECT

private slots:
    void whatJsonCannotSayIsNull_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("isNull");
        QTest::newRow("number") << -1.5 << false;
        QTest::newRow("zero") << 0.0 << false;
        QTest::newRow("unknown") << std::nan("") << true;
        QTest::newRow("no bound") << std::numeric_limits<double>::infinity() << true;
        QTest::newRow("no lower bound") << -std::numeric_limits<double>::infinity() << true;
    }
    void whatJsonCannotSayIsNull()
    {
        QFETCH(const double, value);
        QFETCH(const bool, isNull);
        QCOMPARE(jsonNumber(value).isNull(), isNull);
        if (!isNull)
            QCOMPARE(jsonNumber(value).toDouble(), value);
    }

    void aFigureWithoutIntervalHasNullThere()
    {
        const QJsonObject figure = jsonFigure({2.5, std::nan("")});
        QCOMPARE(QJsonDocument(figure).toJson(QJsonDocument::Compact),
                 QByteArray(R"({"halfWidth":null,"mean":2.5})"));
    }
};

QTEST_GUILESS_MAIN(TestJsonNumber)
#include "tst_json_number.moc"
