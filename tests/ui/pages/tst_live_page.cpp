// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyse.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/base/segmented_control.h"
#include "ui/models/table_view.h"
#include "ui/pages/captures/capture_list.h"
#include "ui/pages/captures/captures_page.h"
#include "ui/pages/captures/live_pane.h"
#include "ui/pages/captures/live_presenter.h"
#include "ui/pages/captures/live_setup.h"
#include "ui/pages/captures/live_view.h"
#include "ui/plots/timeline_plot.h"

#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

constexpr int kPatience = 20'000;

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Lines of two resources that began `secondsAgo`; ms in the stamp's own field.
QByteArray lines(int count, double secondsAgo)
{
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        const QDateTime time = QDateTime::currentDateTimeUtc().addMSecs(qint64(-secondsAgo * 1000));
        text += "10.0.0.1 - - ["
                + QLocale::c().toString(time, u"dd/MMM/yyyy:HH:mm:ss +0000"_s).toLatin1()
                + "] \"GET " + (i % 3 == 0 ? "/cart/" : "/search/") + QByteArray::number(i)
                + " HTTP/1.1\" " + (i % 20 == 0 ? "503" : "200") + " 512 \"-\" \"curl\"\n";
    }
    return text;
}

QPushButton *button(const QWidget &parent, const QString &text)
{
    const auto buttons = parent.findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const auto *candidate) {
        return candidate->text() == text;
    });
    return found == buttons.end() ? nullptr : *found;
}

struct ShownPage
{
    tests::PageFixture fixture;
    CapturesPage page{fixture.services()};
    LivePane *pane = nullptr;
    LivePresenter *live = nullptr;

    ShownPage()
    {
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        pane = page.findChild<LivePane *>();
        live = page.findChild<LivePresenter *>();
    }
    void start(const QString &log)
    {
        page.follow();
        pane->setup()->setLogs({log});
        QTest::mouseClick(button(*pane->setup(), u"Start"_s), Qt::LeftButton);
    }
    /// The same, and waits until the end of the log is known: what is written from then on is new.
    void startAtEnd(const QString &log)
    {
        start(log);
        QTest::qWait(500);
    }
};

} // namespace

class TestLivePage : public QObject
{
    Q_OBJECT

private slots:
    void aFollowedLogBecomesACapture()
    {
        ShownPage shown;
        const QString log = shown.fixture.folder.filePath(u"access.log"_s);
        append(log, lines(3, 0));
        shown.start(log);
        QVERIFY(shown.live->isRunning());
        QCOMPARE(shown.fixture.jobs.jobs().size(), qsizetype{1});
        auto *list = shown.page.findChild<CaptureList *>();
        QCOMPARE(list->count(), 1); // live
        QCOMPARE(list->item(0)->text(), u"access.log"_s);
        QTest::qWait(500); // what was there before is not read
        append(log, lines(100, 0));
        QTRY_COMPARE_WITH_TIMEOUT(
            shown.live->state().snapshot.exchanges, std::uint64_t{100}, kPatience);
        auto *view = shown.pane->view();
        QTRY_VERIFY(!view->findChild<TimelinePlot *>()->plots().empty());
        QVERIFY(view->isVisible());
        QTest::mouseClick(button(*view, u"Stop"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.live->isRunning(), kPatience);
        const auto &captures = shown.fixture.document->state().captures;
        QCOMPARE(captures.size(), std::size_t{1});
        const project::CaptureRecord &record = captures.begin()->second;
        QCOMPARE(record.name, u"access.log"_s);
        QCOMPARE(record.table->size(), std::uint64_t{100});
        QCOMPARE(record.statistics->totals.errors, std::uint64_t{5});
        QVERIFY(!shown.pane->isVisible()); // the capture shows
        QCOMPARE(list->count(), 1);
        QTRY_VERIFY(shown.fixture.jobs.jobs().isEmpty());
    }

    void aPageThatGoesWhileItIsLiveKeepsWhatWasSeen()
    {
        tests::PageFixture fixture;
        const QString log = fixture.folder.filePath(u"access.log"_s);
        append(log, lines(20, 0));
        {
            CapturesPage page{fixture.services()};
            page.setDocument(fixture.document.get());
            page.show();
            auto *live = page.findChild<LivePresenter *>();
            capture::LiveSource source;
            source.logs = {log};
            source.fromStart = true;
            live->start(source, 1);
            QTRY_VERIFY_WITH_TIMEOUT(live->state().snapshot.exchanges == 20, kPatience);
        }
        QCOMPARE(fixture.document->state().captures.size(), std::size_t{1});
    }

    void discardAsksAndKeepsNothing()
    {
        ShownPage shown;
        const QString log = shown.fixture.folder.filePath(u"access.log"_s);
        append(log, {});
        shown.startAtEnd(log);
        append(log, lines(20, 0));
        QTRY_VERIFY_WITH_TIMEOUT(shown.live->state().snapshot.exchanges > 0, kPatience);
        QTest::mouseClick(button(*shown.pane->view(), u"Discard…"_s), Qt::LeftButton);
        auto *box = shown.page.findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(shown.live->isRunning()); // it asks
        QTest::mouseClick(button(*box, u"Discard"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!shown.live->isRunning(), kPatience);
        QVERIFY(shown.fixture.document->state().captures.empty());
    }

    void theJobBarStopsAndKeeps()
    {
        ShownPage shown;
        const QString log = shown.fixture.folder.filePath(u"access.log"_s);
        append(log, {});
        shown.startAtEnd(log);
        append(log, lines(20, 0));
        QTRY_VERIFY_WITH_TIMEOUT(shown.live->state().snapshot.exchanges == 20, kPatience);
        shown.fixture.jobs.cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(!shown.live->isRunning(), kPatience);
        QCOMPARE(shown.fixture.document->state().captures.size(), std::size_t{1});
    }

    void aProjectThatIsClosedKeepsWhatWasSeen()
    {
        ShownPage shown;
        const QString log = shown.fixture.folder.filePath(u"access.log"_s);
        append(log, {});
        shown.startAtEnd(log);
        append(log, lines(20, 0));
        QTRY_VERIFY_WITH_TIMEOUT(shown.live->state().snapshot.exchanges == 20, kPatience);
        auto next = Document::makeUntitled();
        QVERIFY(next.has_value());
        shown.page.setDocument(next->get());
        QCOMPARE(shown.fixture.document->state().captures.size(), std::size_t{1});
        QVERIFY((*next)->state().captures.empty());
        QVERIFY(!shown.live->isRunning());
        shown.page.setDocument(shown.fixture.document.get());
    }

    void whatCannotBeWatchedIsSaidWhereItWasChosen()
    {
        ShownPage shown;
        shown.start(shown.fixture.folder.path()); // a folder
        QTRY_VERIFY_WITH_TIMEOUT(!shown.live->isRunning(), kPatience);
        QVERIFY(shown.pane->setup()->isVisible());
        const auto labels = shown.pane->setup()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"folder"_s);
        }));
    }

    void aWrongFilterIsSaidWhileItIsTyped()
    {
        ShownPage shown;
        shown.page.follow();
        auto *setup = shown.pane->setup();
        setup->findChild<SegmentedControl *>()->setCurrentIndex(1);
        const auto fields = setup->findChildren<QLineEdit *>();
        const auto filter = std::find_if(fields.begin(), fields.end(), [](const QLineEdit *field) {
            return field->placeholderText() == u"all packets"_s;
        });
        QVERIFY(filter != fields.end());
        (*filter)->setText(u"tcp prot"_s);
        QVERIFY(!button(*setup, u"Start"_s)->isEnabled());
        (*filter)->setText(u"tcp port 80"_s);
        if (!setup->source().interface.isEmpty())
            QVERIFY(button(*setup, u"Start"_s)->isEnabled());
    }

    /// The sample's personas tell windows of the sample's own log, followed from its begin.
    void windowsShowTheirPersonas()
    {
        ShownPage shown;
        shown.page.import({shown.fixture.sample()});
        Document &document = *shown.fixture.document;
        QTRY_COMPARE_WITH_TIMEOUT(document.state().captures.size(), std::size_t{1}, 60'000);
        const CaptureId id = document.state().captures.begin()->first;
        NullJobControl job;
        const auto table = document.state().captures.at(id).table;
        auto found = analysis::findPersonas({table, nullptr}, {}, SystemClock(), job);
        QVERIFY(found.has_value());
        found->set.capture = id;
        found->set.id = PersonaSetId{*document.newId()};
        std::uint32_t number = 0;
        for (persona::Persona &persona : found->set.personas)
            persona.id = PersonaId{++number};
        QVERIFY(document.keep(project::PutPersonaSet{
            found->set.id, std::make_shared<const persona::PersonaSet>(found->set)}));
        // The sample as a log that is there already.
        const QString log = shown.fixture.folder.filePath(u"shop.log"_s);
        QProcess unpack;
        unpack.start(u"zstd"_s, {u"-dqf"_s, shown.fixture.sample(), u"-o"_s, log});
        if (!unpack.waitForStarted() || !unpack.waitForFinished() || unpack.exitCode() != 0)
            QSKIP("zstd is not installed");
        shown.live->start({.logs = {log}, .fromStart = true}, 10);
        QTRY_VERIFY_WITH_TIMEOUT(shown.live->state().snapshot.exchanges == table->size(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(shown.live->state().windows.size() > 50, kPatience);
        QVERIFY(shown.live->matched());
        std::size_t told = 0;
        const auto windows = shown.live->state().windows;
        for (const traffic::LiveWindow &window : windows)
            told += window.label && *window.label >= 0;
        // As many of the set's own windows are noise as it says itself.
        QVERIFY(double(told) >= 0.8 * double(windows.size()));
        shown.page.follow();
        QTest::qWait(1500);
        const QString picture = qEnvironmentVariable("DRAMATIS_PICTURES");
        if (!picture.isEmpty())
            shown.page.grab().save(picture + u"/live-page.png"_s);
        shown.live->stop();
        QTRY_VERIFY_WITH_TIMEOUT(!shown.live->isRunning(), kPatience);
        QCOMPARE(document.state().captures.rbegin()->second.table->size(), table->size());
    }
};

QTEST_MAIN(TestLivePage)
#include "tst_live_page.moc"
