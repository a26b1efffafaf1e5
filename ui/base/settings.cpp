// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

// The keys. A key whose meaning changes gets a new name, so that old values cannot mislead.
const QString kTheme = u"look/theme"_s;
const QString kTextScale = u"look/textScale"_s;
const QString kLanguage = u"look/language"_s;
const QString kRecentFiles = u"files/recent"_s;
const QString kFolders = u"files/folder/"_s;
const QString kGeometry = u"window/geometry"_s;
const QString kLastPage = u"window/page"_s;
const QString kSplitters = u"window/splitter/"_s;
const QString kPanes = u"window/pane/"_s;
const QString kRedactsImports = u"import/redact"_s;
const QString kPdfAuthor = u"pdf/author"_s;

// The names of the choices in the file.
const QString kSystem = u"system"_s;
const QString kLight = u"light"_s;
const QString kDark = u"dark"_s;

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return kSystem;
    case ThemeChoice::Light:
        return kLight;
    case ThemeChoice::Dark:
        return kDark;
    }
    Q_UNREACHABLE();
}

} // namespace

Settings::Settings(std::unique_ptr<QSettings> store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{}

Settings::~Settings() = default;

ThemeChoice Settings::theme() const
{
    const QString name = m_store->value(kTheme).toString();
    if (name == kLight)
        return ThemeChoice::Light;
    if (name == kDark)
        return ThemeChoice::Dark;
    return ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice)
{
    if (choice == theme())
        return;
    m_store->setValue(kTheme, themeName(choice));
    emit themeChanged(choice);
}

double Settings::textScale() const
{
    bool ok = false;
    const double factor = m_store->value(kTextScale, 1.0).toDouble(&ok);
    return ok && factor > 0 // false for NaN too
               ? std::clamp(factor, Theme::kSmallestTextScale, Theme::kLargestTextScale)
               : 1.0;
}

void Settings::setTextScale(double factor)
{
    const double before = textScale();
    m_store->setValue(kTextScale,
                      std::clamp(factor, Theme::kSmallestTextScale, Theme::kLargestTextScale));
    if (!qFuzzyCompare(before, textScale()))
        emit textScaleChanged(textScale());
}

QString Settings::language() const
{
    return m_store->value(kLanguage).toString();
}

void Settings::setLanguage(const QString &code)
{
    if (code == language())
        return;
    m_store->setValue(kLanguage, code);
    emit languageChanged(code);
}

QStringList Settings::recentFiles() const
{
    return m_store->value(kRecentFiles).toStringList().mid(0, kMaxRecentFiles);
}

void Settings::addRecentFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    m_store->setValue(kRecentFiles, files.mid(0, kMaxRecentFiles));
    emit recentFilesChanged(recentFiles());
}

void Settings::removeRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    if (files.removeAll(QFileInfo(path).absoluteFilePath()) == 0)
        return;
    m_store->setValue(kRecentFiles, files);
    emit recentFilesChanged(files);
}

void Settings::clearRecentFiles()
{
    m_store->remove(kRecentFiles);
    emit recentFilesChanged({});
}

QByteArray Settings::windowGeometry() const
{
    return m_store->value(kGeometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_store->setValue(kGeometry, geometry);
}

QString Settings::lastPage() const
{
    return m_store->value(kLastPage).toString();
}

void Settings::setLastPage(const QString &id)
{
    m_store->setValue(kLastPage, id);
}

QByteArray Settings::splitterState(const QString &id) const
{
    return m_store->value(QString(kSplitters + id)).toByteArray();
}

void Settings::setSplitterState(const QString &id, const QByteArray &state)
{
    m_store->setValue(QString(kSplitters + id), state);
}

bool Settings::paneVisible(const QString &id) const
{
    return m_store->value(QString(kPanes + id), true).toBool();
}

void Settings::setPaneVisible(const QString &id, bool visible)
{
    m_store->setValue(QString(kPanes + id), visible);
}

QString Settings::lastFolder(const QString &purpose) const
{
    const QString folder = m_store->value(QString(kFolders + purpose)).toString();
    if (!folder.isEmpty() && QDir(folder).exists())
        return folder;
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void Settings::setLastFolder(const QString &purpose, const QString &path)
{
    const QFileInfo info(path);
    m_store->setValue(QString(kFolders + purpose),
                      info.isDir() ? info.absoluteFilePath() : info.absolutePath());
}

bool Settings::redactsImports() const
{
    return m_store->value(kRedactsImports, false).toBool();
}

void Settings::setRedactsImports(bool redacts)
{
    m_store->setValue(kRedactsImports, redacts);
}

QString Settings::pdfAuthor() const
{
    return m_store->value(kPdfAuthor).toString();
}

void Settings::setPdfAuthor(const QString &author)
{
    if (author == pdfAuthor())
        return;
    m_store->setValue(kPdfAuthor, author);
    emit pdfAuthorChanged(author);
}

} // namespace dramatis::ui
