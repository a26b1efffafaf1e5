// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_cluster.h"
#include "tests/support/traffic_database.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/base/error_panel.h"
#include "ui/base/page_frame.h"
#include "ui/base/state_label.h"
#include "ui/pages/base/entry_list.h"
#include "ui/pages/captures/captures_page.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/captures/database_address_form.h"
#include "ui/pages/captures/database_page.h"
#include "ui/pages/captures/import_mapping_view.h"
#include "ui/pages/captures/refresh_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

/// A captures page with its page for databases open.
struct OpenPage
{
    OpenPage() : page(fixture.services())
    {
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qWarning("The window is not active: keys may go astray.");
        page.openDatabase();
        database = page.findChild<DatabasePage *>();
        address = page.findChild<QLineEdit *>(u"databaseName"_s);
        tables = database->findChild<EntryList *>();
        mapping = database->findChild<ImportMappingView *>();
    }

    [[nodiscard]] QString makeDatabase() const
    {
        const QString path = fixture.folder.filePath(u"traffic.db"_s);
        tests::makeTrafficDatabase(path);
        return path;
    }
    /// As a person does: types where it is, and presses Enter.
    void connectTo(const QString &text) const
    {
        address->setFocus();
        address->clear();
        QTest::keyClicks(address, text);
        QTest::keyClick(address, Qt::Key_Return);
    }
    [[nodiscard]] const std::map<CaptureId, project::CaptureRecord> &captures() const
    {
        return fixture.document->state().captures;
    }
    [[nodiscard]] QComboBox *chooser(const QString &name) const
    {
        const auto all = page.findChildren<QComboBox *>();
        const auto found = std::find_if(all.begin(), all.end(), [&](const QComboBox *box) {
            return box->accessibleName() == name;
        });
        return found == all.end() ? nullptr : *found;
    }
    [[nodiscard]] ErrorPanel *error() const { return database->findChild<ErrorPanel *>(); }

    tests::PageFixture fixture;
    CapturesPage page;
    DatabasePage *database;
    QLineEdit *address;
    EntryList *tables;
    ImportMappingView *mapping;
};

} // namespace

class TestDatabasePage : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsConnectedToShownAndCounted()
    {
        OpenPage open;
        QVERIFY(open.database->isVisible());
        QCOMPARE(open.page.activeFrame(), open.database->frame());
        open.connectTo(open.makeDatabase());
        // Its one table is chosen by itself, and its columns are guessed.
        QTRY_COMPARE_WITH_TIMEOUT(open.mapping->rowCount(), 2 + 200, 20000);
        QCOMPARE(open.tables->count(), 2); // and a query of one's own
        QTRY_VERIFY(open.mapping->isVisible());
        QCOMPARE(open.chooser(u"What column ts is"_s)->currentText(),
                 capture::roleName(capture::ColumnRole::Begin));
        // A choice of the person's holds.
        auto *path = open.chooser(u"What column path is"_s);
        QVERIFY(path);
        path->setCurrentIndex(path->findData(static_cast<int>(capture::ColumnRole::Ignored)));
        emit path->activated(path->currentIndex());
        QTest::keyClick(open.database, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(open.captures().size(), std::size_t(1), 30000);
        const project::CaptureRecord &record = open.captures().begin()->second;
        QVERIFY(record.counted);
        QCOMPARE(record.name, u"r in traffic.db"_s);
        QVERIFY(record.statistics->operations.empty());
        QTRY_VERIFY(!open.database->isVisible());
        QVERIFY(open.page.frame()->isVisible());
        QVERIFY(!open.mapping->isVisible());
    }

    void refreshCountsWhatCameSince()
    {
        OpenPage open;
        const QString path = open.makeDatabase();
        open.connectTo(path);
        QTRY_VERIFY_WITH_TIMEOUT(open.mapping->rowCount() > 2, 20000);
        QTest::keyClick(open.database, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(open.captures().size(), std::size_t(1), 30000);
        const std::uint64_t before = open.captures().begin()->second.summary.exchanges;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"grow"_s);
            database.setDatabaseName(path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"INSERT INTO r SELECT ts + 2000000, took_ms, service, status, "
                               "bytes, path FROM r LIMIT 5000"_s));
        }
        QSqlDatabase::removeDatabase(u"grow"_s);
        auto *refresh = open.page.findChild<QPushButton *>(u"refreshCapture"_s);
        QVERIFY(refresh && refresh->isVisible());
        QTest::mouseClick(refresh, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(open.captures().size(), std::size_t(2), 30000);
        QCOMPARE(open.captures().rbegin()->second.summary.exchanges, before + 5000);
        QCOMPARE(open.page.findChild<CapturesPresenter *>()->captureId(),
                 open.captures().rbegin()->first);

        // A file that is gone is said above the capture, which stays; it takes no password.
        QVERIFY(QFile::remove(path));
        refresh = open.page.findChild<QPushButton *>(u"refreshCapture"_s);
        QTRY_VERIFY(refresh->isEnabled());
        QTest::mouseClick(refresh, Qt::LeftButton);
        auto *bar = open.page.findChild<RefreshBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 20000);
        QVERIFY(bar->findChild<ErrorPanel *>()->error().message.contains(u"traffic.db"));
        QVERIFY(!bar->findChild<QLineEdit *>()->isVisible());
        QCOMPARE(open.captures().size(), std::size_t(2));
    }

    void aQueryIsShownAndCounted()
    {
        OpenPage open;
        open.connectTo(open.makeDatabase());
        QTRY_COMPARE_WITH_TIMEOUT(open.tables->count(), 2, 20000);
        open.tables->setCurrentRow(0);
        auto *select = open.database->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(select->isVisible());
        QTest::keyClicks(select, u"SELECT ts, service AS host FROM r WHERE status = 503"_s);
        QTest::keyClick(select, Qt::Key_Return, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(open.mapping->columnCount(), 2, 20000);
        QTest::keyClick(select, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(open.captures().size(), std::size_t(1), 30000);
        QVERIFY(!open.captures().begin()->second.counted->source.query.isEmpty());
    }

    void whatIsWrongIsSaidInPlace()
    {
        OpenPage open;
        open.connectTo(u"/nowhere/at-all.db"_s);
        QTRY_VERIFY_WITH_TIMEOUT(open.error()->isVisible(), 20000);
        QVERIFY(open.error()->error().message.contains(u"at-all.db"));
        QVERIFY(open.database->isVisible());
        // A mapping without a time cannot be counted, and says so over the rows.
        open.connectTo(open.makeDatabase());
        QTRY_VERIFY_WITH_TIMEOUT(open.mapping->isVisible(), 20000);
        QVERIFY(!open.error()->isVisible());
        auto *time = open.chooser(u"What column ts is"_s);
        time->setCurrentIndex(time->findData(static_cast<int>(capture::ColumnRole::Ignored)));
        emit time->activated(time->currentIndex());
        QTest::keyClick(open.database, Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(50);
        QVERIFY(open.captures().empty());
        const auto labels = open.database->findChildren<StateLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const StateLabel *label) {
            return label->isVisible() && label->text().contains(u"time");
        }));
    }

    void countingCanBeStopped()
    {
        OpenPage open;
        open.connectTo(open.makeDatabase());
        QTRY_COMPARE_WITH_TIMEOUT(open.tables->count(), 2, 20000);
        open.tables->setCurrentRow(0);
        auto *select = open.database->findChild<QPlainTextEdit *>();
        // The first rows come at once, all of them never.
        select->setPlainText(u"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n) "
                             "SELECT 1700000000000 + i AS ts, 'web' AS host FROM n"_s);
        QTest::keyClick(select, Qt::Key_Return, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(open.mapping->columnCount(), 2, 20000);
        QTest::keyClick(select, Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(300);
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(open.database, Qt::Key_Escape);
        QVERIFY(open.fixture.pool.waitForDone(10000)); // the statement itself has ended
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        QTRY_VERIFY(open.database->isVisible());
        QVERIFY(open.captures().empty());
        QVERIFY(!open.error()->isVisible());
        // Now that nothing runs, Esc leaves the page.
        QTest::qWait(50);
        QTest::keyClick(open.database, Qt::Key_Escape);
        QTRY_VERIFY(!open.database->isVisible());
    }

    void anAddressFillsTheForm()
    {
        OpenPage open;
        auto *form = open.page.findChild<DatabaseAddressForm *>();
        QTest::keyClicks(open.address, u"postgresql://ann:secret@db.example:5433/shop"_s);
        QTest::keyClick(open.address, Qt::Key_Tab);
        const capture::QuerySource source = form->source();
        QCOMPARE(source.driver, u"QPSQL"_s);
        QCOMPARE(source.host, u"db.example"_s);
        QCOMPARE(source.port, 5433);
        QCOMPARE(source.user, u"ann"_s);
        QCOMPARE(source.database, u"shop"_s);
        QCOMPARE(form->password(), u"secret"_s);
        // Leaving forgets the password.
        QTest::keyClick(open.database, Qt::Key_Escape);
        QTRY_VERIFY(!open.database->isVisible());
        QCOMPARE(form->password(), QString());
    }

    void clientsCanBeLeftOut()
    {
        OpenPage open;
        open.connectTo(open.makeDatabase());
        QTRY_COMPARE_WITH_TIMEOUT(open.tables->count(), 2, 20000);
        open.tables->setCurrentRow(0);
        auto *select = open.database->findChild<QPlainTextEdit *>();
        select->setPlainText(
            u"SELECT ts, service AS host, '10.0.0.' || (bytes % 9) AS client FROM r"_s);
        QTest::keyClick(select, Qt::Key_Return, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(open.mapping->columnCount(), 3, 20000);
        QCOMPARE(open.chooser(u"What column client is"_s)->currentText(),
                 capture::roleName(capture::ColumnRole::Client));
        open.database->findChild<QCheckBox *>()->setChecked(true);
        QTest::keyClick(select, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(open.captures().size(), std::size_t(1), 30000);
        QVERIFY(open.captures().begin()->second.statistics->topClients.empty());
    }

    void postgresIsCountedToo()
    {
        if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
            QSKIP("The PostgreSQL driver of Qt is not installed.");
        auto cluster = std::make_unique<tests::PostgresCluster>();
        if (!cluster->isRunning())
            QSKIP("No PostgreSQL can be started here.");
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, u"fill"_s);
            database.setHostName(cluster->socketFolder());
            database.setUserName(u"dramatis"_s);
            database.setDatabaseName(u"postgres"_s);
            QVERIFY(database.open());
            QSqlQuery query(database);
            for (const QString &statement :
                 {u"CREATE SCHEMA shop"_s,
                  u"CREATE TABLE shop.requests AS SELECT timestamptz '2026-11-24' + i * interval "
                  "'100 ms' AS ts, i % 50 AS took_ms, 'cart' AS service FROM "
                  "generate_series(1, 20000) AS i"_s,
                  u"CREATE TABLE other (x integer)"_s})
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(u"fill"_s);
        OpenPage open;
        open.connectTo(u"postgresql://dramatis@/postgres?host="_s + cluster->socketFolder());
        QTRY_COMPARE_WITH_TIMEOUT(open.tables->count(), 3, 20000);
        QVERIFY(!open.mapping->isVisible()); // nothing is chosen yet
        for (int row = 0; row < open.tables->count(); ++row)
            if (open.tables->item(row)->data(Qt::AccessibleTextRole).toString().contains(u"shop")
                || open.tables->item(row)->text().contains(u"shop"))
                open.tables->setCurrentRow(row);
        QTRY_COMPARE_WITH_TIMEOUT(open.mapping->columnCount(), 3, 20000);
        QTest::keyClick(open.database, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(open.captures().size(), std::size_t(1), 30000);
        QCOMPARE(open.captures().begin()->second.summary.exchanges, std::uint64_t(20000));
        // A server that is gone might take a password: the field is there.
        cluster.reset();
        auto *refresh = open.page.findChild<QPushButton *>(u"refreshCapture"_s);
        QTest::mouseClick(refresh, Qt::LeftButton);
        auto *bar = open.page.findChild<RefreshBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 20000);
        QVERIFY(bar->findChild<QLineEdit *>()->isVisible());
        QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
    }
};

QTEST_MAIN(TestDatabasePage)
#include "tst_database_page.moc"
