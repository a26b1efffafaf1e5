// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"
#include "ui/models/group_columns.h"
#include "ui/models/table_view.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

traffic::GroupTotals group(const QString &name, std::uint64_t exchanges)
{
    traffic::GroupTotals totals;
    totals.name = name;
    totals.totals.exchanges = exchanges;
    totals.meanRate = double(exchanges) / 10;
    return totals;
}

} // namespace

class TestTableModel : public QObject
{
    Q_OBJECT

private slots:
    void passesTheTesterThroughSnapshots()
    {
        TableModel<GroupRow> model(groupColumns(u"Resource"_s, true));
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setSnapshot(groupRows({group(u"a"_s, 30), group(u"b"_s, 10)}, 40));
        QCOMPARE(model.rowCount(), 2);
        model.setSnapshot(groupRows({}, 0));
        QCOMPARE(model.rowCount(), 0);
    }

    void shareIsOfAllExchanges()
    {
        TableModel<GroupRow> model(groupColumns(u"Resource"_s, true));
        model.setSnapshot(groupRows({group(u"a"_s, 30)}, 40));
        QCOMPARE(model.index(0, 2).data(TableModelBase::ShareRole).toDouble(), 0.75);
        QVERIFY(!model.index(0, 1).data(TableModelBase::ShareRole).isValid());
    }

    void sortsByNumberNotByText()
    {
        TableModel<GroupRow> model(groupColumns(u"Resource"_s, true));
        model.setSnapshot(groupRows({group(u"nine"_s, 9), group(u"hundred"_s, 100)}, 109));
        TableView view(u"Resources"_s);
        view.setTable(&model, 1);
        QCOMPARE(view.model()->index(0, 0).data().toString(), u"hundred"_s);
        view.sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(view.model()->index(0, 0).data().toString(), u"nine"_s);
    }

    void filterLooksIntoEveryColumnAndTextFollowsIt()
    {
        TableModel<GroupRow> model(groupColumns(u"Resource"_s, false));
        model.setSnapshot(groupRows({group(u"cart"_s, 9), group(u"static"_s, 100)}, 109));
        TableView view(u"Resources"_s);
        view.setTable(&model, 1);
        view.setFilter(u"CAR"_s);
        QCOMPARE(view.model()->rowCount(), 1);
        const QStringList lines = view.asText().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).startsWith(u"Resource\t"));
        QVERIFY(lines.at(1).startsWith(u"cart\t9\t"));
    }

    void hiddenColumnsAreNotCopied()
    {
        TableModel<GroupRow> model(groupColumns(u"Resource"_s, false));
        model.setSnapshot(groupRows({group(u"cart"_s, 9)}, 9));
        TableView view(u"Resources"_s);
        view.setTable(&model, 1);
        view.setColumnHidden(1, true);
        QVERIFY(!view.asText().contains(u"Requests"));
    }

    void csvNeutralisesFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << u"GET /cart"_s << u"GET /cart"_s;
        QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("negative number stays") << u"-3.5"_s << u"-3.5"_s;
        QTest::newRow("minus text") << u"-cmd|x"_s << u"'-cmd|x"_s;
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
        QTest::newRow("formula with comma") << u"=A1,B1"_s << u"\"'=A1,B1\""_s;
    }
    void csvNeutralisesFormulas()
    {
        QFETCH(const QString, text);
        QTEST(csvCell(text), "cell");
    }
};

QTEST_MAIN(TestTableModel)
#include "tst_table_model.moc"
