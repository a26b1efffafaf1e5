// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// What the README files tell a newcomer to open is there.
class TestReadme : public QObject
{
    Q_OBJECT

private slots:
    void namesWhatIsThere_data()
    {
        QTest::addColumn<QString>("readme");
        for (const char *readme : {"README.md",
                                   "core/capture/README.md",
                                   "core/capture/packets/README.md",
                                   "core/capture/packets/protocols/README.md",
                                   "core/persona/exporters/README.md",
                                   "core/persona/metrics/README.md",
                                   "core/practice/README.md",
                                   "core/simulation/faults/README.md",
                                   "core/traffic/features/README.md"})
            QTest::newRow(readme) << QString::fromLatin1(readme);
    }

    void namesWhatIsThere()
    {
        QFETCH(QString, readme);
        const QDir root(QStringLiteral(DRAMATIS_ROOT));
        QFile file(root.filePath(readme));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(readme));
        const QString text = QString::fromUtf8(file.readAll());
        // Paths from the top, in backticks or as a link. A part named x, xx or NNN stands for what
        // the reader is to write.
        static const QRegularExpression path(
            u"[`(]((?:app|core|ui|resources|translations|tests|packaging)/[\\w./{},*-]*)[`)]"_s);
        static const QRegularExpression placeholder(u"(^|[/_.])(x|xx|NNN)([/_.]|$)"_s);
        int looked = 0;
        QStringList missing;
        for (auto all = path.globalMatch(text); all.hasNext();) {
            const QString named = all.next().captured(1);
            if (named.contains(placeholder) || named.contains(u'{'))
                continue;
            ++looked;
            const QString folder = named.section(u'/', 0, -2);
            const QString last = named.section(u'/', -1);
            const bool there = last.contains(u'*')
                                   ? !QDir(root.filePath(folder)).entryList({last}).isEmpty()
                                   : QFileInfo::exists(root.filePath(named));
            if (!there)
                missing << named;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", ")));
        if (readme == u"README.md")
            QVERIFY(looked > 40); // else the pattern finds nothing any more
    }
};

QTEST_GUILESS_MAIN(TestReadme)
#include "tst_readme.moc"
