// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QStringList>

namespace dramatis::ui {

class Settings;

/// The menu File. Asks for paths; what happens with them is up to who listens.
class FileMenu : public QMenu
{
    Q_OBJECT

public:
    FileMenu(Settings &settings, QWidget *window);

    void openDialog();
    void importDialog();
    void saveAsDialog();
    void exportPdfDialog();
    /// Greyed while there is nothing to export, with the reason.
    void setExportPdfEnabled(bool enabled, const QString &reason);
    /// The name offered by Save as and Export PDF, without suffix.
    void setProjectName(const QString &name);

signals:
    void newRequested();
    void sampleRequested();
    void openRequested(const QStringList &files);
    void importRequested(const QStringList &files);
    void followRequested();
    void databaseRequested();
    void saveAsRequested(const QString &path);
    void exportPdfRequested(const QString &path);

private:
    void fillRecent();
    [[nodiscard]] QString askWhereToSave(const QString &title,
                                         const QString &purpose,
                                         const QString &filter,
                                         const QString &suffix,
                                         const QString &verb);

    Settings &m_settings;
    QWidget *m_window;
    QMenu *m_recent;
    QAction *m_exportPdf;
    QString m_projectName;
};

} // namespace dramatis::ui
