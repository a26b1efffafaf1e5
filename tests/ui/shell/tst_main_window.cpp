// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job_list.h"
#include "ui/base/search_box.h"
#include "ui/base/settings.h"
#include "ui/base/theme.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences_dialog.h"
#include "ui/shell/status_line.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoCommand>
#include <QUndoGroup>
#include <QUndoStack>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

class TestPage final : public Page
{
    Q_OBJECT

public:
    TestPage(const QString &id, Settings &settings)
        : Page(id, QString(u"Page " + id), Icon::Captures, settings)
        , run(u"Run %1"_s.arg(id))
    {
        frame()->setPicture(new QLabel(id));
        frame()->setInspector(new QLabel(id));
    }
    QList<QAction *> menuActions(PageMenu menu) const override
    {
        return menu == PageMenu::Run ? QList<QAction *>{const_cast<QAction *>(&run)}
                                     : QList<QAction *>{};
    }
    bool startFind() override { return finds++, true; }
    void activated() override { ++comes; }
    void deactivated() override { ++goes; }
    Q_INVOKABLE void paste() { ++pastes; }

    QAction run;
    int finds = 0;
    int comes = 0;
    int goes = 0;
    int pastes = 0;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        makeWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_pages.clear();
        m_settings.reset();
    }

    void pagesComeToTheFrontByCtrlAndNumber()
    {
        QCOMPARE(m_window->currentPage(), m_pages[0]);
        QCOMPARE(m_pages[0]->comes, 1);
        QSignalSpy changed(m_window.get(), &MainWindow::pageChanged);
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), m_pages[2]);
        QCOMPARE(m_pages[0]->goes, 1);
        QCOMPARE(m_pages[2]->comes, 1);
        QVERIFY(m_pages[2]->isVisible());
        QVERIFY(!m_pages[0]->isVisible());
        QCOMPARE(changed.count(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage(), m_pages[4]);
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(m_pages[4]->finds, 1);
    }

    void sentenceInTheStatusBarIsThatOfThePage()
    {
        emit m_pages[1]->statusChanged(u"of two"_s);
        QCOMPARE(m_window->statusLine()->sentence(), QString());
        m_window->showPage(u"two"_s);
        QCOMPARE(m_window->statusLine()->sentence(), u"of two"_s);
        m_window->showPage(u"one"_s);
        QCOMPARE(m_window->statusLine()->sentence(), QString());
    }

    void inspectorHidesByF4()
    {
        QVERIFY(m_pages[0]->frame()->isPaneVisible(Pane::Inspector));
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(!m_pages[0]->frame()->isPaneVisible(Pane::Inspector));
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QVERIFY(m_pages[0]->frame()->isPaneVisible(Pane::Inspector));
    }

    /// A path is pasted into the page that is shown, wherever the focus is or is not.
    void pasteIsForThePageWhereNothingElseTakesIt()
    {
        if (QWidget *focus = QApplication::focusWidget())
            focus->clearFocus();
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_pages[0]->pastes, 1);
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(m_window->commandPalette()->searchBox(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_pages[0]->pastes, 1); // the text field took it
    }

    void goToAnythingFindsAndRuns()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        CommandPalette *palette = m_window->commandPalette();
        QVERIFY(palette->isVisible());
        QListWidget *list = palette->list();
        const int all = list->count();
        QVERIFY(all > 15);
        QTest::keyClicks(palette->searchBox(), u"four RUN"_s);
        QCOMPARE(list->count(), 1);
        QSignalSpy ran(&m_pages[3]->run, &QAction::triggered);
        QTest::keyClick(palette->searchBox(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(ran.count(), 1);
        QCOMPARE(m_window->currentPage(), m_pages[3]); // its page came first

        m_window->openPalette();
        QVERIFY(palette->searchBox()->text().isEmpty());
        QTest::keyClick(palette->searchBox(), Qt::Key_Down);
        QCOMPARE(list->currentRow(), 1);
        QTest::keyClick(palette->searchBox(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void droppedFilesAreOpened()
    {
        QSignalSpy opened(m_window.get(), &MainWindow::openRequested);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/data/shop.dramatis"_s)});
        QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toStringList(), QStringList{u"/data/shop.dramatis"_s});

        QMimeData text;
        text.setText(u"no file"_s);
        QDragEnterEvent other({300, 300}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        other.ignore();
        QApplication::sendEvent(m_window.get(), &other);
        QVERIFY(!other.isAccepted());
    }

    void undoGoesToTheProject()
    {
        QUndoStack stack;
        m_undo.addStack(&stack);
        stack.setActive();
        stack.push(new QUndoCommand(u"Rename"_s));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(stack.index(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(stack.index(), 1);
    }

    void themeFollowsTheSettingsAtOnce()
    {
        m_settings->setTheme(ThemeChoice::Dark);
        QVERIFY(tokensOf(m_window.get()).dark);
        PreferencesDialog dialog(*m_settings, m_window.get());
        dialog.show();
        auto *box = dialog.findChild<QComboBox *>(u"theme"_s);
        QCOMPARE(box->currentData().toInt(), int(ThemeChoice::Dark));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(m_settings->theme(), ThemeChoice::Light);
        QVERIFY(!tokensOf(m_window.get()).dark);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void windowComesBackWhereItWas()
    {
        m_window->resize(700, 611);
        m_window->showPage(u"four"_s);
        const QSize size = m_window->size();
        QSignalSpy closing(m_window.get(), &MainWindow::closing);
        m_window->close();
        QCOMPARE(closing.count(), 1);
        m_window.reset();
        m_pages.clear();
        makeWindow();
        m_window->restorePage();
        QCOMPARE(m_window->size(), size);
        QCOMPARE(m_window->currentPage()->id(), u"four"_s);
    }

    void titleIsTheProject()
    {
        m_window->setProjectName(u"shop-november"_s);
        QVERIFY(m_window->windowTitle().startsWith(u"shop-november"_s));
        m_window->setProjectName({});
        QVERIFY(m_window->windowTitle().startsWith(u"Untitled"_s));
    }

private:
    void makeWindow()
    {
        m_settings = std::make_unique<Settings>(
            std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat));
        m_window = std::make_unique<MainWindow>(m_theme, *m_settings, m_jobs, m_undo);
        for (const QString &id : {u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s}) {
            m_pages << new TestPage(id, *m_settings);
            m_window->addPage(m_pages.last());
        }
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    Theme m_theme{*qApp};
    JobList m_jobs;
    QUndoGroup m_undo;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QList<TestPage *> m_pages;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
