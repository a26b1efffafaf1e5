// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/jobs/job_list.h"
#include "ui/base/dropped_files.h"
#include "ui/base/settings.h"
#include "ui/jobs/job_bar.h"
#include "ui/shell/edit_menu.h"
#include "ui/shell/file_menu.h"
#include "ui/shell/menu_row.h"
#include "ui/shell/preferences_dialog.h"
#include "ui/shell/rail.h"
#include "ui/shell/shortcuts_dialog.h"
#include "ui/shell/status_line.h"
#include "ui/shell/view_menu.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QStackedWidget>
#include <QUndoGroup>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr QSize kUsualSize(1440, 900);

QString plain(QString text)
{
    return text.remove(u'&');
}

} // namespace

MainWindow::MainWindow(Theme &theme, Settings &settings, JobList &jobs, QUndoGroup &undo)
    : m_settings(settings)
    , m_jobs(jobs)
    , m_lastPage(settings.lastPage()) // before the first page comes to the front
    , m_goToAnything(new QAction(tr("Go to anything"), this))
    , m_preferences(new QAction(ui::icon(Icon::Settings), tr("Settings…"), this))
    , m_stopJob(new QAction(ui::icon(Icon::Stop), tr("&Stop job"), this))
    , m_fileMenu(new FileMenu(settings, this))
    , m_editMenu(new EditMenu(undo, this))
    , m_viewMenu(new ViewMenu(settings, this))
    , m_projectMenu(new QMenu(tr("&Project"), this))
    , m_runMenu(new QMenu(tr("&Run"), this))
    , m_rail(new Rail)
    , m_stack(new QStackedWidget)
    , m_statusLine(new StatusLine(jobs, this))
    , m_palette(new CommandPalette(this))
{
    m_goToAnything->setShortcut(Qt::CTRL | Qt::Key_K);
    m_preferences->setShortcut(QKeySequence::Preferences);
    m_menuRow = new MenuRow(m_goToAnything, m_viewMenu->toggleThemeAction(), this);
    setMenuWidget(m_menuRow);
    setStatusBar(m_statusLine);
    m_rail->addBottom(Icon::Settings, m_preferences);

    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    setCentralWidget(centre);
    setAcceptDrops(true);

    buildMenus();
    connect(m_rail, &Rail::pageChosen, this, &MainWindow::setCurrent);
    connect(m_viewMenu, &ViewMenu::pageChosen, this, &MainWindow::setCurrent);
    setProjectName({});
    followTheme(theme);
    restoreWindow();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildMenus()
{
    QMenuBar *bar = m_menuRow->menuBar();
    for (QMenu *menu : std::initializer_list<QMenu *>{
             m_fileMenu, m_editMenu, m_viewMenu, m_projectMenu, m_runMenu})
        bar->addMenu(menu);
    buildHelpMenu();

    addAction(m_goToAnything);
    addAction(m_preferences);
    connect(m_goToAnything, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_preferences, &QAction::triggered, this, &MainWindow::openPreferences);
    m_editMenu->addSeparator();
    m_editMenu->addAction(m_preferences);

    connect(m_fileMenu, &FileMenu::newRequested, this, &MainWindow::newRequested);
    connect(m_fileMenu, &FileMenu::sampleRequested, this, &MainWindow::sampleRequested);
    connect(m_fileMenu, &FileMenu::openRequested, this, &MainWindow::openRequested);
    connect(m_fileMenu, &FileMenu::importRequested, this, &MainWindow::importRequested);
    connect(m_fileMenu, &FileMenu::followRequested, this, &MainWindow::followRequested);
    connect(m_fileMenu, &FileMenu::databaseRequested, this, &MainWindow::databaseRequested);
    connect(m_fileMenu, &FileMenu::saveAsRequested, this, &MainWindow::saveAsRequested);
    connect(m_fileMenu, &FileMenu::exportPdfRequested, this, &MainWindow::exportPdfRequested);
    connect(m_editMenu, &EditMenu::findRequested, this, [this] {
        // A page without a search of its own still has one: everything.
        if (!currentPage() || !currentPage()->startFind())
            openPalette();
    });
    connect(m_viewMenu, &ViewMenu::fullScreenToggled, this, [this](bool on) {
        setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
    });
    m_stopJob->setShortcut(Qt::CTRL | Qt::Key_Period);
    m_stopJob->setEnabled(!m_jobs.jobs().isEmpty());
    connect(m_stopJob, &QAction::triggered, m_statusLine->jobBar(), &JobBar::stopLatest);
    const auto follow = [this] { m_stopJob->setEnabled(!m_jobs.jobs().isEmpty()); };
    connect(&m_jobs, &JobList::added, this, follow);
    connect(&m_jobs, &JobList::removed, this, follow);
    m_runMenu->addAction(m_stopJob);
}

void MainWindow::buildHelpMenu()
{
    auto *help = new QMenu(tr("&Help"), this);
    QAction *shortcuts = help->addAction(tr("&Shortcuts"));
    shortcuts->setShortcut(Qt::CTRL | Qt::Key_Slash);
    connect(
        shortcuts, &QAction::triggered, this, [this] { ShortcutsDialog(commands(), this).exec(); });
    help->addSeparator();
    connect(
        help->addAction(tr("&About Dramatis")), &QAction::triggered, this, &MainWindow::showAbout);
    connect(help->addAction(tr("About &Qt")), &QAction::triggered, qApp, &QApplication::aboutQt);
    m_menuRow->menuBar()->addMenu(help);
}

void MainWindow::followTheme(Theme &theme)
{
    theme.setTextScale(m_settings.textScale());
    theme.setChoice(m_settings.theme());
    connect(&m_settings, &Settings::themeChanged, &theme, &Theme::setChoice);
    connect(&m_settings, &Settings::textScaleChanged, &theme, &Theme::setTextScale);
}

void MainWindow::addPage(Page *page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    const QAction *action = m_viewMenu->addPage(page, int(m_pages.size()));
    m_rail->addPage(
        page->icon(), page->title(), action->shortcut().toString(QKeySequence::NativeText));
    connect(page, &Page::actionsChanged, this, [this, page] {
        if (page == currentPage())
            updatePageMenus();
    });
    connect(page, &Page::statusChanged, this, [this, page](const QString &text) {
        m_sentences[page] = text;
        if (page == currentPage())
            m_statusLine->setSentence(text);
    });
    if (m_pages.size() == 1)
        setCurrent(0);
}

Page *MainWindow::currentPage() const
{
    return m_pages.value(m_stack->currentIndex());
}

void MainWindow::showPage(const QString &id)
{
    for (int i = 0; i < int(m_pages.size()); ++i) {
        if (m_pages[i]->id() == id)
            setCurrent(i);
    }
}

void MainWindow::restorePage()
{
    showPage(m_lastPage);
}

void MainWindow::setCurrent(int index)
{
    Page *before = currentPage();
    Page *page = m_pages.value(index);
    if (!page || page->isActive())
        return;
    if (before)
        before->setActive(false);
    if (before && before->isAncestorOf(focusWidget()))
        m_stack->setFocus(); // what had it is hidden now
    m_stack->setCurrentIndex(index);
    page->setActive(true); // before the rail follows: its answer finds nothing left to do
    m_rail->setCurrent(index);
    m_viewMenu->setPage(page);
    m_statusLine->setSentence(m_sentences[page]);
    updatePageMenus();
    m_settings.setLastPage(page->id());
    emit pageChanged(page);
}

void MainWindow::updatePageMenus()
{
    Page *page = currentPage();
    m_editMenu->setPage(page, page->menuActions(PageMenu::Edit));

    m_projectMenu->clear(); // the actions are the page's, so none is deleted
    m_projectMenu->addActions(page->menuActions(PageMenu::Project));
    m_projectMenu->menuAction()->setVisible(!m_projectMenu->isEmpty());

    m_runMenu->clear();
    m_runMenu->addActions(page->menuActions(PageMenu::Run));
    m_runMenu->addAction(m_stopJob);
}

void MainWindow::setProjectName(const QString &name)
{
    const QString shown = name.isEmpty() ? tr("Untitled") : name;
    m_menuRow->setTitle(shown);
    m_fileMenu->setProjectName(name);
    setWindowTitle(tr("%1 – Dramatis").arg(shown));
}

void MainWindow::setSavedText(const QString &text)
{
    m_statusLine->setSaved(text);
}

void MainWindow::setExportPdfEnabled(bool enabled, const QString &reason)
{
    m_fileMenu->setExportPdfEnabled(enabled, reason);
}

void MainWindow::openPalette()
{
    m_palette->open(commands());
}

void MainWindow::openPreferences()
{
    PreferencesDialog(m_settings, this).exec();
}

QList<Command> MainWindow::commands()
{
    QList<Command> list;
    const QMenuBar *bar = m_menuRow->menuBar();
    for (const QAction *top : bar->actions()) {
        if (top->menu() && top->isVisible())
            addMenuCommands(list, top->menu(), plain(top->text()));
    }
    // What the other pages can do: their page comes to the front first.
    for (Page *page : m_pages) {
        if (page == currentPage())
            continue;
        for (const PageMenu menu : {PageMenu::Edit, PageMenu::Project, PageMenu::Run}) {
            for (QAction *action : page->menuActions(menu)) {
                if (action->isSeparator() || !action->isEnabled())
                    continue;
                list << Command{page->title(),
                                plain(action->text()),
                                action->shortcut().toString(QKeySequence::NativeText),
                                [this, id = page->id(), action] {
                                    showPage(id);
                                    action->trigger();
                                }};
            }
        }
    }
    return list;
}

void MainWindow::addMenuCommands(QList<Command> &list,
                                 const QMenu *menu,
                                 const QString &place) const
{
    for (QAction *action : menu->actions()) {
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible())
            continue;
        if (action->menu()) {
            addMenuCommands(
                list, action->menu(), QString(place + u"  ›  " + plain(action->text())));
            continue;
        }
        list << Command{place,
                        plain(action->text()),
                        action->shortcut().toString(QKeySequence::NativeText),
                        [action] { action->trigger(); }};
    }
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this,
        tr("About Dramatis"),
        tr("<h3>Dramatis %1</h3><p>From traffic to decisions: personas, simulation, "
           "best practices.</p><p>Free software under the GNU General Public License, "
           "version 3 or later. Without any warranty.</p>")
            .arg(QCoreApplication::applicationVersion()));
}

void MainWindow::restoreWindow()
{
    if (restoreGeometry(m_settings.windowGeometry()))
        return;
    const QRect available = screen()->availableGeometry();
    resize(kUsualSize.boundedTo(available.size()));
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!focusWidget())
        m_stack->setFocus(); // else the search box, first in the order, would seem to be chosen
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindowGeometry(saveGeometry());
    emit closing();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = droppedFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    emit openRequested(files);
}

} // namespace dramatis::ui
