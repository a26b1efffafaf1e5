// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/base/text.h"
#include "tests/app/command_line.h"
#include "tests/support/schedule.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dramatis;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;

/// `run` on the recorded sample: one command makes the JSON and the PDF, and both tell the same
/// figures. The PDF is read with Poppler's and qpdf's tools; where one is not installed its test is
/// skipped.
class TestCliChain : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_pdf;
    QJsonObject m_json;

    static QStringList sectionNames()
    {
        return {u"Summary"_s,
                u"Captures"_s,
                u"Personas"_s,
                u"Scenario"_s,
                u"Findings"_s,
                u"Recommendations"_s,
                u"Topology"_s,
                u"Method and data"_s};
    }

    /// Every run of white space, no-break and narrow ones too, as one blank.
    static QString squeezed(const QString &text)
    {
        static const QRegularExpression blanks(u"[\\s\\x{00A0}\\x{2009}\\x{202F}]+"_s);
        return QString(text).replace(blanks, u" "_s);
    }

    static Figure figureOf(const QJsonValue &json)
    {
        Figure figure;
        figure.mean = json[u"mean"].toDouble(figure.mean);
        figure.halfWidth = json[u"halfWidth"].toDouble(figure.halfWidth);
        return figure;
    }

    /// A figure as the report formats it for `unit`.
    static QString shown(const QJsonValue &json, const QString &unit)
    {
        const Figure figure = figureOf(json);
        if (unit == u"s")
            return squeezed(text::durationInterval(figure));
        if (unit == u"fraction")
            return squeezed(text::percentInterval(figure));
        if (unit == u"1/s")
            return squeezed(text::interval(figure, 1, u"req/s"_s));
        return squeezed(text::interval(figure, 1, {}));
    }

    QString pdfText() const
    {
        const Ended ended = runProgram(u"pdftotext"_s, {u"-raw"_s, m_pdf, u"-"_s});
        return squeezed(QString::fromUtf8(ended.out));
    }

private slots:
    void initTestCase()
    {
        m_pdf = m_folder.filePath(u"shop.pdf"_s);
        const Ended ended = commandLine({u"run"_s,
                                         kSampleCapture,
                                         u"--duration"_s,
                                         u"120"_s,
                                         u"--replications"_s,
                                         u"3"_s,
                                         u"--now"_s,
                                         u"2026-11-25T00:00:00Z"_s,
                                         u"-o"_s,
                                         m_pdf,
                                         u"--json"_s});
        QVERIFY2(ended.code == 0, qPrintable(ended.told()));
        m_json = ended.json();
        QVERIFY2(!m_json.isEmpty(), qPrintable(ended.told()));
    }

    void theDocumentHasEveryStage()
    {
        QCOMPARE(m_json[u"import"][u"exchanges"].toInt(), 81'910);
        QVERIFY(m_json[u"personas"][u"personas"].toArray().size() >= 4);
        QCOMPARE(m_json[u"scenario"][u"format"].toString(), u"dramatis-scenario"_s);
        QCOMPARE(m_json[u"simulate"][u"replications"].toInt(), 3);
        QCOMPARE(m_json[u"simulate"][u"duration"].toDouble(), 120.0);
        QVERIFY(!m_json[u"advise"][u"findings"].toArray().isEmpty());
    }

    void theTextTellsTheFiguresOfTheDocument()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed.");
        const QString text = pdfText();
        for (const QString &name : sectionNames())
            QVERIFY2(text.contains(name), qPrintable(name));
        QVERIFY(text.contains(squeezed(text::count(81'910))));
        const QJsonObject sources = m_json[u"simulate"][u"sources"].toObject();
        QVERIFY(!sources.isEmpty());
        for (auto it = sources.begin(); it != sources.end(); ++it) {
            const QString p95 = shown((*it)[u"responseTime"][u"p95"], u"s"_s);
            QVERIFY2(text.contains(p95), qPrintable(u"%1: %2"_s.arg(it.key(), p95)));
        }
        for (const QJsonValue recommendation : m_json[u"advise"][u"recommendations"].toArray()) {
            const QString unit = recommendation[u"unit"].toString();
            for (const QString &side : {u"before"_s, u"after"_s}) {
                const QString figure = shown(recommendation[side], unit);
                QVERIFY2(text.contains(figure),
                         qPrintable(u"%1: %2 %3"_s.arg(
                             recommendation[u"title"].toString(), side, figure)));
            }
        }
    }

    void chartsAreVectors()
    {
        if (QStandardPaths::findExecutable(u"pdfimages"_s).isEmpty())
            QSKIP("pdfimages is not installed.");
        const Ended ended = runProgram(u"pdfimages"_s, {u"-list"_s, m_pdf});
        QCOMPARE(ended.code, 0);
        // Two lines of head. The density picture of the personas, with its mask, is all that may be
        // pixels.
        int images = 0;
        for (const QByteArray &line : ended.out.trimmed().split('\n').mid(2))
            images += line.contains(" image ") ? 1 : 0;
        QVERIFY2(images <= 1, ended.out.constData());
    }

    void theFileIsSoundAndHasItsOutline()
    {
        if (QStandardPaths::findExecutable(u"qpdf"_s).isEmpty())
            QSKIP("qpdf is not installed.");
        const Ended check = runProgram(u"qpdf"_s, {u"--check"_s, m_pdf});
        QVERIFY2(check.code == 0, qPrintable(check.told()));
        const Ended outline = runProgram(u"qpdf"_s, {u"--json"_s, u"--json-key=outlines"_s, m_pdf});
        QCOMPARE(outline.code, 0);
        QStringList titles;
        for (const QJsonValue entry : outline.json()[u"outlines"].toArray())
            titles << entry[u"title"].toString();
        QCOMPARE(titles, sectionNames());
    }
};

QTEST_GUILESS_MAIN(TestCliChain)
#include "tst_cli_chain.moc"
