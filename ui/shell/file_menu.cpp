// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_menu.h"

#include "ui/base/icons.h"
#include "ui/base/settings.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

const QString kOpen = u"open"_s;
const QString kImport = u"import"_s;
const QString kSave = u"save"_s;
const QString kPdf = u"pdf"_s;

} // namespace

FileMenu::FileMenu(Settings &settings, QWidget *window)
    : QMenu(tr("&File"), window)
    , m_settings(settings)
    , m_window(window)
    , m_recent(new QMenu(tr("Open &recent"), this))
{
    QAction *fresh = addAction(tr("&New project"));
    fresh->setShortcut(QKeySequence::New);
    connect(fresh, &QAction::triggered, this, &FileMenu::newRequested);
    QAction *open = addAction(tr("&Open project…"));
    open->setShortcut(QKeySequence::Open);
    connect(open, &QAction::triggered, this, &FileMenu::openDialog);
    addMenu(m_recent);
    connect(m_recent, &QMenu::aboutToShow, this, &FileMenu::fillRecent);
    QAction *sample = addAction(tr("Open the sa&mple"));
    connect(sample, &QAction::triggered, this, &FileMenu::sampleRequested);
    addSeparator();
    QAction *import = addAction(ui::icon(Icon::Import), tr("&Import captures…"));
    import->setShortcut(Qt::CTRL | Qt::Key_I);
    connect(import, &QAction::triggered, this, &FileMenu::importDialog);
    QAction *follow = addAction(ui::icon(Icon::Follow), tr("&Follow a log or an interface…"));
    follow->setShortcut(Qt::CTRL | Qt::Key_L);
    connect(follow, &QAction::triggered, this, &FileMenu::followRequested);
    QAction *database = addAction(ui::icon(Icon::Database), tr("Open from &database…"));
    database->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    connect(database, &QAction::triggered, this, &FileMenu::databaseRequested);
    addSeparator();
    // Every edit is committed at once; Ctrl+S therefore means: to a place of my choice.
    QAction *saveAs = addAction(tr("Save &as…"));
    saveAs->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_S, Qt::CTRL | Qt::Key_S});
    connect(saveAs, &QAction::triggered, this, &FileMenu::saveAsDialog);
    m_exportPdf = addAction(ui::icon(Icon::Export), tr("Export &PDF…"));
    m_exportPdf->setShortcut(Qt::CTRL | Qt::Key_P);
    connect(m_exportPdf, &QAction::triggered, this, &FileMenu::exportPdfDialog);
    setToolTipsVisible(true);
    addSeparator();
    QAction *quit = addAction(tr("&Quit"));
    quit->setShortcuts({Qt::CTRL | Qt::Key_Q, Qt::CTRL | Qt::Key_W});
    connect(quit, &QAction::triggered, window, &QWidget::close);

    m_recent->setEnabled(!settings.recentFiles().isEmpty());
    connect(&settings, &Settings::recentFilesChanged, this, [this](const QStringList &files) {
        m_recent->setEnabled(!files.isEmpty());
    });
}

void FileMenu::openDialog()
{
    const QString path =
        QFileDialog::getOpenFileName(m_window,
                                     tr("Open project"),
                                     m_settings.lastFolder(kOpen),
                                     tr("Dramatis projects (*.dramatis);;All files (*)"));
    if (path.isEmpty())
        return;
    m_settings.setLastFolder(kOpen, path);
    emit openRequested({path});
}

void FileMenu::importDialog()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        m_window, tr("Import captures"), m_settings.lastFolder(kImport), tr("All files (*)"));
    if (paths.isEmpty())
        return;
    m_settings.setLastFolder(kImport, paths.first());
    emit importRequested(paths);
}

void FileMenu::saveAsDialog()
{
    const QString path = askWhereToSave(tr("Save project as"),
                                        kSave,
                                        tr("Dramatis projects (*.dramatis)"),
                                        u"dramatis"_s,
                                        tr("Save"));
    if (!path.isEmpty())
        emit saveAsRequested(path);
}

void FileMenu::exportPdfDialog()
{
    const QString path =
        askWhereToSave(tr("Export PDF"), kPdf, tr("PDF (*.pdf)"), u"pdf"_s, tr("Export"));
    if (!path.isEmpty())
        emit exportPdfRequested(path);
}

void FileMenu::setExportPdfEnabled(bool enabled, const QString &reason)
{
    m_exportPdf->setEnabled(enabled);
    m_exportPdf->setToolTip(enabled ? QString() : reason);
}

void FileMenu::setProjectName(const QString &name)
{
    m_projectName = name;
}

void FileMenu::fillRecent()
{
    m_recent->clear();
    for (const QString &path : m_settings.recentFiles()) {
        const QFileInfo info(path);
        QString name = info.fileName();
        QAction *action = m_recent->addAction(name.replace(u'&', u"&&"_s));
        action->setToolTip(QDir::toNativeSeparators(path));
        action->setEnabled(info.exists());
        connect(action, &QAction::triggered, this, [this, path] { emit openRequested({path}); });
    }
    m_recent->setToolTipsVisible(true);
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Clear this list")), &QAction::triggered, this, [this] {
        m_settings.clearRecentFiles();
    });
}

QString FileMenu::askWhereToSave(const QString &title,
                                 const QString &purpose,
                                 const QString &filter,
                                 const QString &suffix,
                                 const QString &verb)
{
    // Not the static function: with a default suffix the question about overwriting is asked for
    // the file that is really written.
    QFileDialog dialog(m_window, title, m_settings.lastFolder(purpose), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.setLabelText(QFileDialog::Accept, verb);
    if (!m_projectName.isEmpty())
        dialog.selectFile(QString(m_projectName + u'.' + suffix));
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    const QString path = dialog.selectedFiles().first();
    m_settings.setLastFolder(purpose, path);
    return path;
}

} // namespace dramatis::ui
