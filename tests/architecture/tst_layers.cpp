// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

/// The includes of every source file, held against what its module declared with DEPENDS.
class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(DRAMATIS_LAYERS));
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QList<QByteArray> sides = line.split(':');
            if (sides.size() != 2)
                continue;
            const QString module = QString::fromUtf8(sides[0].trimmed());
            for (const QByteArray &name : sides[1].trimmed().split(';'))
                m_direct[module].insert(QString::fromUtf8(name));
            m_direct[module].insert(module);
        }
        QVERIFY(!m_direct.isEmpty());
    }

    void includesFollowTheDeclaredDependencies()
    {
        static const QRegularExpression include(u"^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">]"_s,
                                                QRegularExpression::MultilineOption);
        static const QRegularExpression forbiddenInCore(
            u"^(QtGui|QtWidgets|QtPrintSupport|QtCharts)/"
            u"|^Q(Widget|Application|GuiApplication|Painter|Color|"
            "Image|Pixmap|Icon|Font|Palette|Undo\\w+|Graphics\\w+|Dialog|MessageBox)$|^qcustomplot"_s);
        QStringList broken;
        for (const QString &layer : {u"core"_s, u"ui"_s}) {
            QDirIterator files(QStringLiteral(DRAMATIS_ROOT) + u'/' + layer,
                               {u"*.h"_s, u"*.cpp"_s},
                               QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString path =
                    QDir(QStringLiteral(DRAMATIS_ROOT)).relativeFilePath(file.fileName());
                const QString module = moduleOf(path);
                if (!m_direct.contains(module))
                    broken << QString(path + u" belongs to no module"_s);
                auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext()) {
                    const QString target = matches.next().captured(1);
                    if (layer == u"core"_s && forbiddenInCore.match(target).hasMatch())
                        broken << path + u" includes "_s + target;
                    if (!target.startsWith(u"core/"_s) && !target.startsWith(u"ui/"_s))
                        continue;
                    const QString other = moduleOf(target);
                    if (!reachable(module).contains(other))
                        broken << path + u" includes "_s + target
                                      + u", which its module does not DEPEND on"_s;
                }
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

private:
    /// core/clustering/x.h belongs to core_clustering, ui/pages/captures/x.h to ui_pages_captures.
    static QString moduleOf(const QString &path)
    {
        const int parts = path.startsWith(u"ui/pages/"_s) ? 3 : 2;
        return path.section(u'/', 0, parts - 1).replace(u'/', u'_');
    }

    QSet<QString> reachable(const QString &module) const
    {
        QSet<QString> seen;
        QStringList todo{module};
        while (!todo.isEmpty()) {
            const QString name = todo.takeLast();
            if (name.isEmpty() || seen.contains(name))
                continue;
            seen.insert(name);
            todo += m_direct.value(name).values();
        }
        return seen;
    }

    QHash<QString, QSet<QString>> m_direct;
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
