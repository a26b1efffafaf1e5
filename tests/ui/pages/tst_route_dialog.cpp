// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exchanges.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/base/state_label.h"
#include "ui/models/table_view.h"
#include "ui/pages/captures/captures_page.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/captures/route_dialog.h"

#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

/// 100 users asked for twice each, a cart three times.
traffic::ExchangeTablePtr shop()
{
    std::vector<std::string> paths;
    for (int i = 0; i < 100; ++i)
        paths.push_back("/users/" + std::to_string(i));
    std::vector<traffic::Exchange> exchanges;
    for (int i = 0; i < 200; ++i)
        exchanges.push_back({.begin = i, .method = "GET", .path = paths[std::size_t(i % 100)]});
    for (int i = 0; i < 3; ++i)
        exchanges.push_back({.begin = 500 + i, .method = "GET", .path = "/cart"});
    return tests::makeTable(exchanges);
}

QPushButton *button(const QWidget &parent, const QString &text)
{
    const auto buttons = parent.findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const QPushButton *one) {
        return one->text().remove(u'&') == text;
    });
    return found == buttons.end() ? nullptr : *found;
}

/// What stands in a row of the templates, its figures with it.
QStringList rowOf(const QTableWidget &table, int row)
{
    return {table.item(row, 0)->text(), table.item(row, 1)->text(), table.item(row, 2)->text()};
}

} // namespace

class TestRouteDialog : public QObject
{
    Q_OBJECT

private slots:
    void figuresFollowWhatIsTyped()
    {
        QThreadPool pool;
        RouteEditor editor(shop(), false, pool);
        RouteDialog dialog(editor);
        dialog.show();
        auto *rows = dialog.findChild<QTableWidget *>(u"routeTemplates"_s);
        auto *learned = dialog.findChild<TableView *>();
        QPushButton *ok = button(dialog, u"OK"_s);
        QVERIFY(rows && learned && ok);
        QTRY_COMPARE(learned->model()->rowCount(), 2);
        QCOMPARE(learned->model()->index(0, 0).data().toString(), u"GET /users/{id}"_s);
        QCOMPARE(learned->model()->index(0, 1).data().toString(), u"100"_s);

        QTest::mouseClick(button(dialog, u"Add"_s), Qt::LeftButton);
        auto *line = rows->findChild<QLineEdit *>();
        QVERIFY(line);
        QVERIFY(ok->isEnabled()); // an empty line is no template
        QTest::keyClicks(line, u"/users/{x"_s);
        QVERIFY(!ok->isEnabled());
        QVERIFY(!rows->item(0, 0)->icon().isNull());
        auto *problem = dialog.findChild<StateLabel *>();
        QVERIFY(problem->isVisible() && problem->text().contains(u"not closed"));
        QTest::keyClicks(line, u"}"_s);
        QVERIFY(ok->isEnabled() && !problem->isVisible());
        QTRY_COMPARE(rowOf(*rows, 0), (QStringList{u"/users/{x}"_s, u"100"_s, u"200"_s}));
        QCOMPARE(learned->model()->rowCount(), 1);
        // In the middle of the line, too, the cursor stays.
        line->setCursorPosition(1);
        QTest::keyClicks(line, u"ab"_s);
        QCOMPARE(line->text(), u"/abusers/{x}"_s);
        QTRY_COMPARE(rowOf(*rows, 0), (QStringList{u"/abusers/{x}"_s, u"0"_s, u"0"_s}));
        // Escape gives back what stood there, and does not close the dialog.
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
        QCOMPARE(editor.rows().front().text, QString());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }

    void learnedRoutesAreNamedAndTheOrderChanges()
    {
        QThreadPool pool;
        RouteEditor editor(shop(), false, pool);
        RouteDialog dialog(editor);
        dialog.show();
        auto *rows = dialog.findChild<QTableWidget *>(u"routeTemplates"_s);
        auto *learned = dialog.findChild<TableView *>();
        QTRY_COMPARE(learned->model()->rowCount(), 2);
        QPushButton *name = button(dialog, u"Name this route"_s);
        QVERIFY(!name->isEnabled());
        learned->setCurrentIndex(learned->model()->index(0, 0));
        QTest::mouseClick(name, Qt::LeftButton);
        QTRY_COMPARE(rowOf(*rows, 0), (QStringList{u"GET /users/{id:id}"_s, u"100"_s, u"200"_s}));
        dialog.write(u"=/users/7"_s);
        QTRY_COMPARE(rowOf(*rows, 1), (QStringList{u"=/users/7"_s, u"1"_s, u"2"_s}));
        QCOMPARE(rowOf(*rows, 0), (QStringList{u"GET /users/{id:id}"_s, u"99"_s, u"198"_s}));
        QTest::mouseClick(button(dialog, u"Move up"_s), Qt::LeftButton);
        QCOMPARE(editor.templates().texts(),
                 (QStringList{u"=/users/7"_s, u"GET /users/{id:id}"_s}));
        QCOMPARE(rows->currentRow(), 0);
        QVERIFY(!button(dialog, u"Move up"_s)->isEnabled());
        dialog.write(u"/users/7"_s); // takes the same
        QVERIFY(editor.hasProblems());
        QTest::mouseClick(button(dialog, u"Remove"_s), Qt::LeftButton);
        QVERIFY(!editor.hasProblems());
        QCOMPARE(editor.rows().size(), std::size_t(2));
        QTest::mouseClick(button(dialog, u"Reset to learned"_s), Qt::LeftButton);
        QVERIFY(editor.templates().isEmpty());
        QTRY_COMPARE(learned->model()->rowCount(), 2);
    }

    /// Where names are hidden no template may hold one.
    void hiddenNamesCannotBeWritten()
    {
        QThreadPool pool;
        RouteEditor editor(shop(), true, pool);
        editor.add(u"/users/anna"_s);
        QVERIFY(editor.hasProblems());
        editor.setText(0, u"/users/{user}"_s);
        QVERIFY(!editor.hasProblems());
    }

    /// From the table of operations to the document, and back by undo.
    void thePageKeepsWhatWasEdited()
    {
        tests::PageFixture fixture;
        CapturesPage page(fixture.services());
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        page.import({fixture.sample()});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.document->state().captures.size(), std::size_t(1), 60000);
        TableView *operations = tests::tableNamed(page, u"Operations"_s);
        QVERIFY(operations);
        QTRY_VERIFY(rowNamed(*operations, u"GET /products/{id}"_s) >= 0);
        QAction *edit = page.findChild<QAction *>(u"editRoutes"_s);
        QVERIFY(edit && edit->isEnabled());
        const auto routes = [&] {
            return fixture.document->state().captures.begin()->second.table->routeTemplates();
        };
        // Cancelled: nothing is edited.
        inDialog([](RouteDialog &dialog) {
            dialog.write(u"/products/{product}"_s);
            dialog.reject();
        });
        edit->trigger();
        QVERIFY(routes().isEmpty());
        QCOMPARE(fixture.document->undoStack()->count(), 0);

        inDialog([](RouteDialog &dialog) {
            dialog.write(u"/products/{product}"_s);
            QTest::mouseClick(button(dialog, u"OK"_s), Qt::LeftButton);
        });
        edit->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(routes().size(), std::size_t(1), 60000);
        QTRY_VERIFY(rowNamed(*operations, u"GET /products/{product}"_s) >= 0);
        QCOMPARE(fixture.document->undoStack()->count(), 1);
        QCOMPARE(fixture.document->undoStack()->undoText(), u"Edit routes"_s);

        fixture.document->undoStack()->undo();
        QVERIFY(routes().isEmpty());
        QTRY_VERIFY(rowNamed(*operations, u"GET /products/{id}"_s) >= 0);

        // What is folded is kept apart by one click, which is one edit.
        operations->setCurrentIndex(
            operations->model()->index(rowNamed(*operations, u"GET /catalogue/{id}.html"_s), 0));
        QAction *keep = action(*operations, u"Do not fold this path"_s);
        QVERIFY(keep && keep->isEnabled());
        keep->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(
            routes().texts(), QStringList{u"=GET /catalogue/{id:id}.html"_s}, 60000);
        QTRY_VERIFY(rowNamed(*operations, u"GET /catalogue/{id}.html"_s) < 0);
        QCOMPARE(fixture.document->undoStack()->count(), 1);
    }

private:
    template<typename Work>
    static void inDialog(Work work)
    {
        QTimer::singleShot(0, qApp, [work] {
            auto *dialog = qobject_cast<RouteDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                qFatal("no dialog is open");
            work(*dialog);
        });
    }

    static int rowNamed(const TableView &view, const QString &name)
    {
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            if (view.model()->index(row, 0).data().toString() == name)
                return row;
        }
        return -1;
    }

    static QAction *action(const TableView &view, const QString &text)
    {
        const auto actions = view.actions();
        const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction *one) {
            return one->text() == text;
        });
        return found == actions.end() ? nullptr : *found;
    }
};

QTEST_MAIN(TestRouteDialog)
#include "tst_route_dialog.moc"
