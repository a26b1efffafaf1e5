// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/buttons.h"
#include "ui/base/elided_label.h"
#include "ui/base/empty_state.h"
#include "ui/base/error_panel.h"
#include "ui/base/failure_box.h"
#include "ui/base/grade_meter.h"
#include "ui/base/inspector_section.h"
#include "ui/base/page.h"
#include "ui/base/refresh_deferrer.h"
#include "ui/base/search_box.h"
#include "ui/base/segmented_control.h"
#include "ui/base/settings.h"
#include "ui/base/splitter.h"
#include "ui/base/state_label.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

#include <limits>
#include <memory>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(
            std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat));
    }

    void gradesHaveWords_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("high from 0.8") << 0.8 << u"0.80 high"_s;
        QTest::newRow("medium below") << 0.79 << u"0.79 medium"_s;
        QTest::newRow("medium from 0.5") << 0.5 << u"0.50 medium"_s;
        QTest::newRow("low below") << 0.49 << u"0.49 low"_s;
        QTest::newRow("unknown") << std::numeric_limits<double>::quiet_NaN() << u"unknown"_s;
    }

    void gradesHaveWords()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QLocale::setDefault(QLocale::C);
        GradeMeter meter;
        meter.setGrade(value);
        QCOMPARE(meter.gradeText(), text);
        QVERIFY(meter.accessibleName().contains(text));
    }

    void clickOnAGradeShowsItsParts()
    {
        GradeMeter meter;
        meter.setGrade(0.9, {{u"Volume"_s, u"4318 windows"_s, 0.9}});
        meter.show();
        QTest::mouseClick(&meter, Qt::LeftButton);
        auto *parts = meter.findChild<GradeParts *>();
        QVERIFY(parts);
        QVERIFY(parts->isVisible());
        QVERIFY(parts->accessibleName().contains(u"Volume"_s));
        parts->window()->close();
    }

    void errorPanelTellsAndCopies()
    {
        ErrorPanel panel;
        QAction narrower(u"Narrower window"_s);
        QSignalSpy triggered(&narrower, &QAction::triggered);
        panel.addAction(&narrower);
        panel.setError(
            u"The personas could not be found."_s,
            makeError(ErrorKind::InvalidArgument, u"Too few windows."_s).in(u"cutting windows"_s));
        panel.show();
        for (auto *button : panel.findChildren<QPushButton *>())
            button->click();
        QCOMPARE(triggered.count(), 1);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.contains(u"The personas could not be found."_s));
        QVERIFY(copied.contains(u"Too few windows."_s));
        QVERIFY(copied.contains(u"cutting windows"_s));
    }

    void cancelledIsShownNowhere()
    {
        showFailure(nullptr, u"No."_s, makeError(ErrorKind::Cancelled, {})); // returns at once
        QVERIFY(!QApplication::activeModalWidget());
    }

    void failureBoxShowsTheMessageAndEscapeCloses()
    {
        QString shown;
        QTimer::singleShot(0, this, [&shown] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            shown = QString(box->text() + box->informativeText());
            QTest::keyClick(box, Qt::Key_Escape);
        });
        showFailure(nullptr,
                    u"The project could not be opened."_s,
                    makeError(ErrorKind::Format, u"<b>x</b> is no project."_s));
        QCOMPARE(shown, u"The project could not be opened.<b>x</b> is no project."_s);
    }

    void emptyStateTakesFiles()
    {
        EmptyState state(Icon::Import, u"Drop captures here"_s, u"None yet."_s);
        state.setAcceptFiles(true);
        QSignalSpy dropped(&state, &EmptyState::filesDropped);
        state.show();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/data/a.pcap"_s), QUrl(u"https://example.org/b"_s)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&state, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&state, &drop);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().first().toStringList(), QStringList{u"/data/a.pcap"_s});
    }

    void buttonFollowsItsAction()
    {
        QAction action(u"&Run"_s);
        QSignalSpy triggered(&action, &QAction::triggered);
        const std::unique_ptr<QPushButton> button(makeButton(&action, ButtonRole::Primary));
        QCOMPARE(button->accessibleName(), u"Run"_s);
        action.setEnabled(false);
        QVERIFY(!button->isEnabled());
        button->click();
        QCOMPARE(triggered.count(), 0);
        action.setEnabled(true);
        action.setText(u"Stop"_s);
        QCOMPARE(button->text(), u"Stop"_s);
        button->click();
        QCOMPARE(triggered.count(), 1);
    }

    void segmentsExcludeOneAnother()
    {
        SegmentedControl control(u"Algorithm"_s);
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        control.addSegment(u"DBSCAN"_s);
        control.addSegment(u"k-means"_s);
        QCOMPARE(control.currentIndex(), 0);
        QCOMPARE(changed.count(), 0);
        control.show();
        QTest::mouseClick(control.findChildren<QToolButton *>().at(1), Qt::LeftButton);
        QCOMPARE(control.currentIndex(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toInt(), 1);
    }

    void escapeClearsTheSearch()
    {
        SearchBox box(u"Search"_s);
        box.setText(u"nginx"_s);
        QTest::keyClick(&box, Qt::Key_Escape);
        QVERIFY(box.text().isEmpty());
    }

    void splitterRemembersWhereItStood()
    {
        QList<int> sizes;
        for (int round = 0; round < 2; ++round) {
            Splitter splitter(Qt::Horizontal, u"test/panes"_s, *m_settings);
            splitter.addWidget(new QWidget);
            splitter.addWidget(new QWidget);
            splitter.setShares({50, 50});
            splitter.resize(601, 100);
            splitter.show();
            if (round == 0) {
                QTest::mousePress(splitter.handle(1), Qt::LeftButton, {}, {3, 50});
                QTest::mouseMove(splitter.handle(1), {103, 50});
                QTest::mouseRelease(splitter.handle(1), Qt::LeftButton, {}, {103, 50});
                sizes = splitter.sizes();
                QVERIFY(sizes[0] > 350);
                QCOMPARE(splitter.handle(1)->width(), 7);
            } else {
                QCOMPARE(splitter.sizes(), sizes);
            }
        }
    }

    void hiddenWidgetRefreshesOnceWhenShown()
    {
        QWidget widget;
        int refreshes = 0;
        auto *deferrer = new RefreshDeferrer(&widget, [&refreshes] { ++refreshes; });
        deferrer->request();
        deferrer->request();
        QCoreApplication::processEvents();
        QCOMPARE(refreshes, 0);
        widget.show();
        QTRY_COMPARE(refreshes, 1);
        deferrer->request();
        deferrer->request();
        QTRY_COMPARE(refreshes, 2);
        QCoreApplication::processEvents();
        QCOMPARE(refreshes, 2);
        QVERIFY(!deferrer->isPending());
    }

    void panesHideReturnAndTakeTheFocus()
    {
        Page page(u"test"_s, u"Test"_s, Icon::Captures, *m_settings);
        PageFrame *frame = page.frame();
        auto *list = new QLineEdit;
        auto *picture = new QLineEdit;
        auto *inspector = new QLineEdit;
        frame->setList(list);
        frame->setPicture(picture);
        frame->setInspector(inspector);
        page.resize(1500, 700);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QVERIFY(inspector->isVisible());
        page.focusPicture();
        QTRY_VERIFY(picture->hasFocus());
        frame->focusNextPane(true);
        QVERIFY(inspector->hasFocus());
        frame->focusNextPane(true);
        QVERIFY(list->hasFocus());
        frame->focusNextPane(false);
        QVERIFY(inspector->hasFocus());

        frame->setPaneVisible(Pane::Inspector, false);
        QVERIFY(!inspector->isVisible());
        QVERIFY(picture->hasFocus()); // the focus does not vanish with the pane
        frame->focusNextPane(true);
        QVERIFY(list->hasFocus());
        Page again(u"test"_s, u"Test"_s, Icon::Captures, *m_settings);
        again.frame()->setInspector(new QLineEdit);
        QVERIFY(!again.frame()->isPaneVisible(Pane::Inspector)); // remembered
    }

    void longValuesAreElidedInTheMiddle()
    {
        PropertyRow row(u"File"_s);
        row.setValue(u"a very long name of a file that does not fit anywhere.json.gz"_s);
        row.resize(160, 24);
        row.show();
        QVERIFY(row.width() <= 160);
        QVERIFY(row.accessibleName().contains(u".json.gz"_s));
        const StateLabel state(State::Undecided, u"201 ± 9 ms"_s);
        QVERIFY(state.accessibleName().startsWith(stateWord(State::Undecided)));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
