// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// A header compiles alone if its .cpp includes it before anything else. The headers without a .cpp
/// are compiled by the target dramatis_lonely_headers.
class TestHeaders : public QObject
{
    Q_OBJECT

private slots:
    void sourceIncludesItsHeaderFirst()
    {
        static const QRegularExpression first(u"^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]"_s,
                                              QRegularExpression::MultilineOption);
        QStringList broken;
        forEachSource({u"*.cpp"_s}, [&](const QString &path, const QString &text) {
            QString header = path;
            header.replace(u".cpp"_s, u".h"_s);
            if (!QFile::exists(QString(root() + u'/' + header)))
                return;
            if (first.match(text).captured(1) != header)
                broken << QString(path + u" does not include "_s + header + u" first"_s);
        });
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void headerSaysItsLicenceAndIsReadOnce()
    {
        QStringList broken;
        forEachSource({u"*.h"_s, u"*.cpp"_s}, [&](const QString &path, const QString &text) {
            if (!text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s))
                broken << QString(path + u" does not begin with the licence"_s);
            if (path.endsWith(u".h"_s) && !text.contains(u"#pragma once"_s))
                broken << QString(path + u" has no #pragma once"_s);
        });
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

private:
    static QString root() { return QStringLiteral(DRAMATIS_ROOT); }

    template<typename Check>
    static void forEachSource(const QStringList &names, Check check)
    {
        int seen = 0;
        for (const QString &layer : {u"core"_s, u"ui"_s, u"app"_s}) {
            QDirIterator files(
                QString(root() + u'/' + layer), names, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                check(QDir(root()).relativeFilePath(file.fileName()),
                      QString::fromUtf8(file.readAll()));
                ++seen;
            }
        }
        QVERIFY(seen > 0);
    }
};

QTEST_GUILESS_MAIN(TestHeaders)
#include "tst_headers.moc"
