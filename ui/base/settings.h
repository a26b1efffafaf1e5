// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QSettings;

namespace dramatis::ui {

/// What the program remembers about the person at this desk, between projects. Parameters of
/// analyses are not here: they belong to the project. Read on access, written on change, one signal
/// per field that anyone follows. Made by the composition and handed to whoever needs it.
class Settings : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMaxRecentFiles = 10;

    /// @param store  where the fields are kept; tests give an IniFormat one in a temporary folder
    explicit Settings(std::unique_ptr<QSettings> store, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] ThemeChoice theme() const; ///< System unless set
    void setTheme(ThemeChoice choice);

    /// Factor on the system's text size, 0.8 to 2; 1 unless set.
    [[nodiscard]] double textScale() const;
    void setTextScale(double factor);

    /// "de", "en" or empty: the language of the system. Takes effect at the next start.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &code);

    /// Projects, newest first, at most kMaxRecentFiles.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);
    void clearRecentFiles();

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// The id of the page that was shown last; empty at the first start.
    [[nodiscard]] QString lastPage() const;
    void setLastPage(const QString &id);

    /// State of the splitter called `id`, as QSplitter::saveState() gave it.
    [[nodiscard]] QByteArray splitterState(const QString &id) const;
    void setSplitterState(const QString &id, const QByteArray &state);
    /// False if the pane called `id` was hidden; true unless set.
    [[nodiscard]] bool paneVisible(const QString &id) const;
    void setPaneVisible(const QString &id, bool visible);

    /// The folder last used for `purpose` ("open", "import", "pdf"); the documents folder unless
    /// set.
    [[nodiscard]] QString lastFolder(const QString &purpose) const;
    /// @param path  a file or a folder; of a file its folder is kept
    void setLastFolder(const QString &purpose, const QString &path);

    /// Whether clients are hidden in what is imported; false unless set.
    [[nodiscard]] bool redactsImports() const;
    void setRedactsImports(bool redacts);

    [[nodiscard]] QString pdfAuthor() const; ///< empty unless set
    void setPdfAuthor(const QString &author);

signals:
    void themeChanged(dramatis::ui::ThemeChoice choice);
    void textScaleChanged(double factor);
    void languageChanged(const QString &code);
    void recentFilesChanged(const QStringList &files);
    void pdfAuthorChanged(const QString &author);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace dramatis::ui
