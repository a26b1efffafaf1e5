// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/page.h"
#include "ui/shell/command_palette.h"

#include <QList>
#include <QMainWindow>
#include <QStringList>

#include <map>

class QMenu;
class QStackedWidget;
class QUndoGroup;

namespace dramatis {
class JobList;
}

namespace dramatis::ui {

class EditMenu;
class FileMenu;
class MenuRow;
class Rail;
class Settings;
class StatusLine;
class Theme;
class ViewMenu;

/// The window: menus, rail, pages, status. It lays out and asks for paths; it knows nothing of
/// captures or projects. What the menus ask for leaves as signals that the composition connects.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All references outlive the window. The theme follows the settings from here on.
    MainWindow(Theme &theme, Settings &settings, JobList &jobs, QUndoGroup &undo);
    ~MainWindow() override;

    /// Takes the page over. The order of adding is the order in the rail; the first one is in front
    /// until restorePage() or showPage().
    void addPage(Page *page);
    [[nodiscard]] Page *currentPage() const;
    /// Brings a page to the front; nothing happens for an unknown id.
    void showPage(const QString &id);
    /// The page that was in front when the window was last closed.
    void restorePage();

    /// The name of the project for the title, "shop-november"; empty is "Untitled".
    void setProjectName(const QString &name);
    /// "Saved", "Saving", "Read only"; in the status bar.
    void setSavedText(const QString &text);
    /// @param reason  why not, as tool tip
    void setExportPdfEnabled(bool enabled, const QString &reason = {});
    [[nodiscard]] FileMenu *fileMenu() const { return m_fileMenu; }
    [[nodiscard]] StatusLine *statusLine() const { return m_statusLine; }
    [[nodiscard]] CommandPalette *commandPalette() const { return m_palette; }

public slots:
    void openPalette();
    void openPreferences();

signals:
    void newRequested();
    void sampleRequested();
    /// Projects and captures alike: from Open, Open recent, or dropped anywhere on the window.
    void openRequested(const QStringList &files);
    /// From Import: captures only.
    void importRequested(const QStringList &files);
    void followRequested();
    void databaseRequested();
    void saveAsRequested(const QString &path);
    void exportPdfRequested(const QString &path);
    void pageChanged(dramatis::ui::Page *page);
    /// The window goes; running jobs should be stopped.
    void closing();

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildMenus();
    void buildHelpMenu();
    void followTheme(Theme &theme);
    void setCurrent(int index);
    void updatePageMenus();
    [[nodiscard]] QList<Command> commands();
    void addMenuCommands(QList<Command> &list, const QMenu *menu, const QString &place) const;
    void showAbout();
    void restoreWindow();

    Settings &m_settings;
    JobList &m_jobs;
    QString m_lastPage; ///< of the session before
    QAction *m_goToAnything;
    QAction *m_preferences;
    QAction *m_stopJob;
    FileMenu *m_fileMenu;
    EditMenu *m_editMenu;
    ViewMenu *m_viewMenu;
    QMenu *m_projectMenu;
    QMenu *m_runMenu;
    MenuRow *m_menuRow;
    Rail *m_rail;
    QStackedWidget *m_stack;
    StatusLine *m_statusLine;
    CommandPalette *m_palette;
    QList<Page *> m_pages;
    std::map<const Page *, QString> m_sentences;
};

} // namespace dramatis::ui
