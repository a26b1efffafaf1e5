// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/settings.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void defaultsStandWithoutAFile()
    {
        const Settings settings(store());
        QCOMPARE(settings.theme(), ThemeChoice::System);
        QCOMPARE(settings.textScale(), 1.0);
        QCOMPARE(settings.language(), QString());
        QVERIFY(settings.recentFiles().isEmpty());
        QVERIFY(settings.paneVisible(u"captures/list"_s));
        QVERIFY(settings.splitterState(u"captures/panes"_s).isEmpty());
    }

    void everyFieldComesBack()
    {
        {
            Settings settings(store());
            settings.setTheme(ThemeChoice::Dark);
            settings.setTextScale(1.5);
            settings.setLanguage(u"de"_s);
            settings.setWindowGeometry("geometry");
            settings.setLastPage(u"report"_s);
            settings.setSplitterState(u"a/b"_s, "state");
            settings.setPaneVisible(u"a/list"_s, false);
            settings.setLastFolder(u"pdf"_s, QString(m_folder->path() + u"/report.pdf"));
            settings.setPdfAuthor(u"Platform team"_s);
            settings.addRecentFile(u"/data/shop.dramatis"_s);
        }
        const Settings settings(store());
        QCOMPARE(settings.theme(), ThemeChoice::Dark);
        QCOMPARE(settings.textScale(), 1.5);
        QCOMPARE(settings.language(), u"de"_s);
        QCOMPARE(settings.windowGeometry(), QByteArray("geometry"));
        QCOMPARE(settings.lastPage(), u"report"_s);
        QCOMPARE(settings.splitterState(u"a/b"_s), QByteArray("state"));
        QVERIFY(!settings.paneVisible(u"a/list"_s));
        QCOMPARE(settings.lastFolder(u"pdf"_s), m_folder->path());
        QCOMPARE(settings.pdfAuthor(), u"Platform team"_s);
        QCOMPARE(settings.recentFiles(), QStringList{u"/data/shop.dramatis"_s});
    }

    void recentFilesAreNewestFirstOnceAndTen()
    {
        Settings settings(store());
        for (int i = 0; i < 12; ++i)
            settings.addRecentFile(u"/data/%1.dramatis"_s.arg(i));
        settings.addRecentFile(u"/data/5.dramatis"_s);
        QCOMPARE(settings.recentFiles().size(), qsizetype(Settings::kMaxRecentFiles));
        QCOMPARE(settings.recentFiles().first(), u"/data/5.dramatis"_s);
        QCOMPARE(settings.recentFiles().count(u"/data/5.dramatis"_s), 1);
        settings.removeRecentFile(u"/data/5.dramatis"_s);
        QVERIFY(!settings.recentFiles().contains(u"/data/5.dramatis"_s));
    }

    void signalsComeOnChangeOnly()
    {
        Settings settings(store());
        QSignalSpy theme(&settings, &Settings::themeChanged);
        QSignalSpy scale(&settings, &Settings::textScaleChanged);
        settings.setTheme(ThemeChoice::System);
        QCOMPARE(theme.count(), 0);
        settings.setTheme(ThemeChoice::Light);
        settings.setTheme(ThemeChoice::Light);
        QCOMPARE(theme.count(), 1);
        settings.setTextScale(1.2);
        settings.setTextScale(1.2);
        QCOMPARE(scale.count(), 1);
    }

    void damagedValuesFallBack()
    {
        {
            QSettings raw(path(), QSettings::IniFormat);
            raw.setValue(u"look/theme"_s, u"purple"_s);
            raw.setValue(u"look/textScale"_s, u"huge"_s);
            raw.setValue(u"files/folder/open"_s, u"/no/such/folder"_s);
        }
        const Settings settings(store());
        QCOMPARE(settings.theme(), ThemeChoice::System);
        QCOMPARE(settings.textScale(), 1.0);
        QVERIFY(settings.lastFolder(u"open"_s) != u"/no/such/folder"_s);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"settings.ini"_s); }
    [[nodiscard]] std::unique_ptr<QSettings> store() const
    {
        return std::make_unique<QSettings>(path(), QSettings::IniFormat);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
