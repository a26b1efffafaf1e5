// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Language
{
    QString code;
    bool pluralsOnly; ///< the language of the sources
};

const QList<Language> kLanguages{{u"de"_s, false}, {u"en"_s, true}};

/// "context: text" of every message that is not finished: untranslated, or no longer in the
/// sources.
QStringList unfinished(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {QString(u"cannot read "_s + path)};
    QStringList missing;
    QString context;
    QString source;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
            // lupdate took a function's return type for its class, or did not find the class: the
            // program asks elsewhere.
            if (context == u"Tr" || context.isEmpty())
                missing << u"context \"%1\", which is no program's"_s.arg(context);
        } else if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation" && xml.attributes().hasAttribute(u"type"_s))
            missing << QString(xml.attributes().value(u"type"_s) + u": "_s + context + u": \""_s
                               + source + u'"');
    }
    if (xml.hasError())
        missing << xml.errorString();
    return missing;
}

/// The text without comments and the insides of string literals, so that words in them do not
/// count.
QString codeOnly(QString text)
{
    static const QRegularExpression quoted(u"//[^\\n]*|/\\*.*?\\*/|\"(?:[^\"\\\\\\n]|\\\\.)*\""_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype from = 0;
    for (auto all = quoted.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        code += QStringView(text).mid(from, match.capturedStart() - from);
        code += match.capturedView().startsWith(u'"') ? u"\"\"" : u" ";
        from = match.capturedEnd();
    }
    return code + QStringView(text).mid(from);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("pluralsOnly");
        for (const Language &language : kLanguages)
            QTest::newRow(qPrintable(language.code)) << language.code << language.pluralsOnly;
    }

    /// The sources are read again into a copy, so a text that nobody has collected yet counts too.
    void everyTextIsTranslated()
    {
        QFETCH(QString, code);
        QFETCH(bool, pluralsOnly);
        const QString name = QString(u"dramatis_"_s + code + u".ts"_s);
        const QString kept = QString(QStringLiteral(DRAMATIS_ROOT) + u"/translations/"_s + name);
        QTemporaryDir folder;
        const QString copy = folder.filePath(name);
        QVERIFY(QFile::copy(kept, copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        QStringList arguments{
            u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s, QStringLiteral(DRAMATIS_ROOT)};
        if (pluralsOnly)
            arguments << u"-pluralonly"_s;
        arguments << QString(u'@' + QStringLiteral(DRAMATIS_TRANSLATED_SOURCES)) << u"-ts"_s
                  << copy;
        QProcess lupdate;
        lupdate.start(QStringLiteral(DRAMATIS_LUPDATE), arguments);
        QVERIFY(lupdate.waitForFinished(100'000));
        QVERIFY2(lupdate.exitStatus() == QProcess::NormalExit && lupdate.exitCode() == 0,
                 lupdate.readAllStandardError().constData());

        const QStringList missing = unfinished(copy);
        for (const QString &entry : missing)
            qWarning().noquote() << name << entry;
        QVERIFY2(
            missing.isEmpty(),
            qPrintable(u"%1 texts of %2 are not translated; run the target update_translations "
                       "and fill in what it marks unfinished"_s.arg(missing.size())
                           .arg(name)));
    }

    /// lupdate finds literals only.
    void argumentOfTrIsALiteral()
    {
        static const QRegularExpression call(
            u"(?<![A-Za-z0-9_])tr\\(\\s*(?![\"\\s)])([^\\n]{0,40})"_s);
        QFile list(QStringLiteral(DRAMATIS_TRANSLATED_SOURCES));
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QStringList paths =
            QString::fromUtf8(list.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(!paths.isEmpty());
        QStringList broken;
        for (const QString &path : paths) {
            QFile file(path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            const QString code = codeOnly(QString::fromUtf8(file.readAll()));
            for (auto all = call.globalMatch(code); all.hasNext();)
                broken << QString(path + u": tr("_s + all.next().captured(1));
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void theRuleForLiteralsCatches()
    {
        QCOMPARE(codeOnly(u"a(\"tr(x)\"); // tr(y)\nb /* tr(z) */ c"_s), u"a(\"\");  \nb   c"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
