// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pages/page_fixture.h"
#include "ui/base/error_panel.h"
#include "ui/base/page_frame.h"
#include "ui/base/state_label.h"
#include "ui/pages/base/entry_list.h"
#include "ui/pages/captures/captures_page.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/captures/import_mapping_view.h"
#include "ui/pages/captures/import_options_pane.h"
#include "ui/pages/captures/import_page.h"
#include "ui/pages/captures/import_preview_table.h"
#include "ui/pages/captures/import_strip.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

QByteArray combined(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "203.0.113." + QByteArray::number(i % 7)
                + " - - [24/Nov/2026:10:" + QByteArray::number(10 + i / 60 % 50) + ":"
                + QByteArray::number(i % 60).rightJustified(2, '0') + " +0000] \"GET /"
                + (i % 3 == 0 ? "cart" : "item") + "/" + QByteArray::number(i)
                + " HTTP/1.1\" 200 0 \"-\" \"curl\"\n";
    return text;
}

const QByteArray kIis = "#Fields: date time s-ip cs-method cs-uri-stem c-ip sc-status time-taken\n"
                        "2026-11-24 10:00:00 10.0.0.1 GET /a 10.0.0.9 200 5\n"
                        "2026-11-24 10:00:01 10.0.0.1 GET /b 10.0.0.9 200 5\n";

} // namespace

class TestImportPage : public QObject
{
    Q_OBJECT

    struct Window
    {
        tests::PageFixture fixture;
        CapturesPage page{fixture.services()};

        Window()
        {
            page.setDocument(fixture.document.get());
            page.resize(1280, 800);
            page.show();
        }
        QString write(const QString &name, const QByteArray &bytes)
        {
            const QString path = fixture.folder.filePath(name);
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("%s cannot be written", qPrintable(path));
            return path;
        }
        [[nodiscard]] ImportPage *import() const { return page.findChild<ImportPage *>(); }
        template<typename Widget>
        [[nodiscard]] Widget *find(const QString &name) const
        {
            const auto all = import()->findChildren<Widget *>();
            const auto found = std::find_if(all.begin(), all.end(), [&](const Widget *one) {
                return one->accessibleName() == name;
            });
            return found == all.end() ? nullptr : *found;
        }
        [[nodiscard]] ImportPreviewTable *preview() const
        {
            return find<ImportPreviewTable>(u"First records"_s);
        }
        [[nodiscard]] QPushButton *button(const QString &text) const
        {
            const auto all = import()->findChildren<QPushButton *>();
            const auto found = std::find_if(all.begin(), all.end(), [&](const QPushButton *one) {
                return one->text() == text;
            });
            return found == all.end() ? nullptr : *found;
        }
        [[nodiscard]] const auto &captures() const { return fixture.document->state().captures; }
    };

private slots:
    void whatIsPlainIsImportedAtOnce()
    {
        Window window;
        window.page.offer({window.write(u"shop.log"_s, combined(500))});
        QTRY_COMPARE_WITH_TIMEOUT(window.captures().size(), std::size_t(1), 20000);
        QVERIFY(window.import()->isHidden());
        QCOMPARE(window.captures().begin()->second.summary.exchanges, std::uint64_t(500));
    }

    void whatIsToBeDecidedIsShownFirst()
    {
        Window window;
        window.page.offer({window.write(u"iis.log"_s, kIis)});
        QTRY_VERIFY_WITH_TIMEOUT(window.import()->isVisible(), 20000);
        QVERIFY(window.captures().empty());
        QCOMPARE(window.preview()->model()->rowCount(), 2);
        auto *zone = window.find<QComboBox>(u"Time zone"_s);
        QVERIFY(zone && zone->isEnabled());
        const QString before = window.preview()->model()->index(0, 1).data().toString();
        zone->lineEdit()->setText(u"Asia/Tokyo"_s);
        QTest::keyClick(zone->lineEdit(), Qt::Key_Return);
        QTRY_VERIFY(window.preview()->model()->index(0, 1).data().toString() != before);
        QTRY_VERIFY(window.button(u"Import"_s)->isEnabled());
        window.button(u"Import"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.captures().size(), std::size_t(1), 20000);
        // 10:00 in Tokyo is 01:00 UTC.
        QCOMPARE(window.captures().begin()->second.table->firstTime(),
                 std::int64_t{1795482000} * kNanosecondsPerSecond - 5'000'000);
        QVERIFY(window.import()->isHidden());
    }

    void aFailedFileStaysListedAndTheOthersAreImported()
    {
        Window window;
        const QString good = window.write(u"a.log"_s, combined(60));
        window.page.prepareImport({good,
                                   window.write(u"b.png"_s, "\x89PNG\r\n\x1a\n0000IHDR"),
                                   window.write(u"c.log"_s, combined(40))});
        QVERIFY(window.import()->isVisible());
        auto *files = window.find<EntryList>(u"Files"_s);
        QTRY_VERIFY(window.button(u"Import 2 of them"_s)
                    && window.button(u"Import 2 of them"_s)->isEnabled());
        QCOMPARE(files->count(), 3);
        files->setFocus();
        QTest::keyClick(files, Qt::Key_Down);
        auto *panel = window.import()->findChild<ErrorPanel *>();
        QTRY_VERIFY(panel->isVisible());
        QVERIFY(panel->error().message.contains(u"PNG"));
        QVERIFY(!window.preview()->isVisible());
        // As a format of one's choice: it stays unreadable, but as records.
        QTest::keyClick(window.import(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(window.captures().size(), std::size_t(1), 20000);
        QCOMPARE(window.captures().begin()->second.summary.exchanges, std::uint64_t(100));
        QCOMPARE(window.captures().begin()->second.files.size(), 2);
    }

    void badLinesStandInTheirPlace()
    {
        Window window;
        window.page.prepareImport(
            {window.write(u"a.log"_s, combined(2) + "no line of a log\n" + combined(1))});
        QTRY_COMPARE(window.preview()->model()->rowCount(), 4);
        QVERIFY(
            window.preview()->model()->index(2, 1).data().toString().contains(u"no line of a log"));
        QVERIFY(window.preview()->columnSpan(2, 1) > 1);
        QCOMPARE(window.preview()->columnSpan(1, 1), 1);
    }

    void anotherFormatReadsTheFirstRecordsAgain()
    {
        Window window;
        window.page.prepareImport({window.write(u"a.log"_s, combined(20))});
        auto *format = window.find<QComboBox>(u"Format"_s);
        QTRY_VERIFY(format->currentData().toString() == u"nginx-combined"_s);
        const int squid = format->findData(u"squid"_s);
        QVERIFY(squid > 0);
        format->setCurrentIndex(squid);
        emit format->activated(squid);
        QTRY_VERIFY(window.preview()->columnSpan(0, 1) > 1); // none of them is one of Squid's
        QVERIFY(!window.button(u"Import"_s)->isEnabled());
        const int nginx = format->findData(u"nginx-combined"_s);
        format->setCurrentIndex(nginx);
        emit format->activated(nginx);
        QTRY_VERIFY(window.button(u"Import"_s)->isEnabled());
    }

    void columnsOfATableAreChosen()
    {
        Window window;
        window.page.offer({window.write(u"t.csv"_s,
                                        "when,who,took,what\n"
                                        "2026-11-24T10:00:00Z,ann,5,/a\n"
                                        "2026-11-24T10:00:01Z,bob,7,/b\n"
                                        "2026-11-24T10:00:02Z,ann,9,/a\n")});
        QTRY_VERIFY_WITH_TIMEOUT(window.import()->isVisible(), 20000); // a guess is to be seen
        auto *columns = window.import()->findChild<ImportMappingView *>();
        QTRY_COMPARE(columns->columnCount(), 4);
        QVERIFY(columns->isVisible());
        QCOMPARE(columns->item(2, 1)->text(), u"ann"_s);
        const auto choose = [&](int column, capture::ColumnRole role) {
            auto *chooser = qobject_cast<QComboBox *>(columns->cellWidget(0, column));
            const int index = chooser->findData(static_cast<int>(role));
            chooser->setCurrentIndex(index);
            emit chooser->activated(index);
            QTRY_VERIFY(window.button(u"Import"_s) && window.button(u"Import"_s)->isEnabled());
        };
        choose(0, capture::ColumnRole::Begin);
        choose(1, capture::ColumnRole::Client);
        choose(2, capture::ColumnRole::Latency);
        choose(3, capture::ColumnRole::Path);
        window.button(u"Import"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.captures().size(), std::size_t(1), 20000);
        const project::CaptureRecord &record = window.captures().begin()->second;
        QCOMPARE(record.summary.exchanges, std::uint64_t(3));
        QCOMPARE(record.statistics->clients, std::size_t(2));
        QVERIFY(record.summary.mapping
                && record.summary.mapping->find(capture::ColumnRole::Client)->name == u"who");
    }

    void aTableWithoutTimeSaysSoUntilAColumnIsOne()
    {
        Window window;
        window.page.prepareImport({window.write(u"t.csv"_s,
                                                "amount,label,note\n"
                                                "x1,ann,aa\nx2,bob,bb\nx3,ann,cc\n")});
        auto *columns = window.import()->findChild<ImportMappingView *>();
        QTRY_COMPARE(columns->columnCount(), 3);
        QVERIFY(columns->isVisible());
        QTRY_VERIFY(!window.button(u"Import"_s)->isEnabled());
    }

    void aRuleSaysWhatItGivesAndIsUsed()
    {
        Window window;
        window.page.prepareImport({window.write(u"a.log"_s, combined(30))});
        const auto buttons = window.import()->findChildren<QRadioButton *>();
        const auto segment = std::find_if(buttons.begin(), buttons.end(), [](const auto *one) {
            return one->text() == u"First path segment";
        });
        QVERIFY(segment != buttons.end());
        QTRY_COMPARE((*segment)->accessibleDescription().left(1), u"2"_s);
        const auto route = std::find_if(buttons.begin(), buttons.end(), [](const auto *one) {
            return one->text() == u"Route";
        });
        (*route)->click();
        QTRY_VERIFY(window.button(u"Import"_s)->isEnabled());
        window.button(u"Import"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.captures().size(), std::size_t(1), 20000);
        QCOMPARE(window.captures().begin()->second.table->rule(), traffic::ResourceRule::Route);
    }

    void clientsAreHiddenWhereThatIsAsked()
    {
        Window window;
        window.page.prepareImport({window.write(u"a.log"_s, combined(30))});
        auto *hide = window.import()->findChild<QCheckBox *>();
        QVERIFY(hide);
        hide->click();
        QTRY_VERIFY(window.button(u"Import"_s)->isEnabled());
        window.button(u"Import"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.captures().size(), std::size_t(1), 20000);
        const project::CaptureRecord &record = window.captures().begin()->second;
        QVERIFY(record.summary.redacted);
        QCOMPARE(record.statistics->clients, std::size_t(7));
        for (const traffic::GroupTotals &client : record.statistics->topClients)
            QVERIFY2(client.name.startsWith(u"h:"), qPrintable(client.name));
        QVERIFY(window.fixture.settings.redactsImports()); // and for what is dropped next
    }

    void escapeGoesBackAndNothingIsImported()
    {
        Window window;
        window.page.prepareImport({window.write(u"a.log"_s, combined(30))});
        QTRY_VERIFY(window.button(u"Import"_s)->isEnabled());
        QTest::keyClick(window.find<EntryList>(u"Files"_s), Qt::Key_Escape);
        QVERIFY(window.import()->isHidden());
        QVERIFY(window.page.frame()->isVisible());
        QTest::qWait(50);
        QVERIFY(window.captures().empty());
    }

    void pathsArePastedAndAFolderIsAllItsFiles()
    {
        Window window;
        QVERIFY(QDir(window.fixture.folder.path()).mkpath(u"logs"_s));
        window.write(u"logs/1.log"_s, combined(10));
        window.write(u"logs/2.log"_s, combined(10));
        window.page.prepareImport({window.fixture.folder.filePath(u"logs"_s)});
        auto *files = window.find<EntryList>(u"Files"_s);
        QTRY_COMPARE(files->count(), 2);
        const QString more = window.write(u"3.log"_s, combined(10));
        QGuiApplication::clipboard()->setText(u"\"%1\"\n/is/not/here.log\n"_s.arg(more));
        window.page.paste();
        QTRY_COMPARE(files->count(), 3);
    }

    void anImportCanBePausedAndGoesOn()
    {
        Window window;
        auto *presenter = window.page.findChild<CapturesPresenter *>();
        QSignalSpy paused(presenter, &CapturesPresenter::importPaused);
        window.page.import({window.write(u"long.log"_s, combined(300'000))});
        QVERIFY(presenter->isImporting());
        auto *strip = window.page.findChild<ImportStrip *>();
        QVERIFY(strip->isVisible());
        const auto buttons = strip->findChildren<QPushButton *>();
        buttons.first()->click();
        QCOMPARE(paused.size(), 1);
        QTest::qWait(300);
        QVERIFY(presenter->isImporting());
        buttons.first()->click();
        QTRY_COMPARE_WITH_TIMEOUT(window.captures().size(), std::size_t(1), 60000);
        QVERIFY(!strip->isVisible());
    }

    void aPausedImportCanBeStopped()
    {
        Window window;
        auto *presenter = window.page.findChild<CapturesPresenter *>();
        window.page.import({window.write(u"long.log"_s, combined(300'000))});
        presenter->pauseImport(true);
        presenter->cancelImport();
        QTRY_VERIFY_WITH_TIMEOUT(!presenter->isImporting(), 10000);
        QVERIFY(window.captures().empty());
    }

    /// 3 MiB in the first second, then a stop of a minute that does not count.
    void rateIsOfTheTimeThatItWentOn()
    {
        TransferRate rate;
        rate.restart(0, 0);
        rate.add(0.2, 600'000);
        QVERIFY(std::isnan(rate.perSecond()));
        rate.add(1, 3'000'000);
        QCOMPARE(rate.perSecond(), 3'000'000.0);
        rate.restart(61, 3'000'000);
        rate.add(62, 4'000'000);
        QCOMPARE(rate.perSecond(), 1'000'000.0);
        QVERIFY(transferText(1 << 20, 3 << 20, 1 << 20).contains(u"2"));
    }
};

QTEST_MAIN(TestImportPage)
#include "tst_import_page.moc"
