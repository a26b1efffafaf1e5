// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/job_control.h"
#include "ui/print/pdf_outline.h"
#include "ui/print/report_pages.h"

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

report::Section section(const QString &id, const QString &name, std::vector<report::Block> blocks)
{
    report::Section result;
    result.id = id;
    result.name = name;
    result.heading = name + u": found"_s;
    result.blocks = std::move(blocks);
    return result;
}

report::TableBlock longTable(int rows)
{
    report::TableBlock table;
    table.columns = {{u"Node"_s, false, 2}, {u"p95 (ms)"_s, true, 1}, {u"Why"_s, false, 3}};
    for (int row = 0; row < rows; ++row) {
        report::Cell name;
        name.text = u"row-%1"_s.arg(row);
        name.severity = practice::Severity::Warning; // a glyph in each row
        report::Cell value;
        value.text = QString::number(row * 1.5);
        report::Cell why;
        why.text = u"a cell of some words that wraps where the column is narrow, as columns are"_s;
        table.rows.push_back({name, value, why});
    }
    table.caption = u"Rows."_s;
    return table;
}

report::Report smallReport()
{
    report::Report report;
    report.title = u"Shop in November"_s;
    report.author = u"Zoë Ünal"_s;
    report.kicker = u"Scenario report"_s;
    report.version = u"0.1"_s;
    report.date = u"24 Nov 2026"_s;
    report.dataRange = u"17–24 Nov"_s;
    report.contentHash = u"abc123"_s;

    report::LineChart lines;
    lines.valueTitle = u"p95 latency (ms)"_s;
    lines.axis = report::AxisKind::Seconds;
    report::Line line;
    line.name = u"browsing"_s;
    for (int i = 0; i < 100; ++i) {
        line.x.push_back(i * 60.0);
        line.y.push_back(100 + 20 * std::sin(i * 0.2));
    }
    lines.lines.push_back(line);

    report::GraphDrawing drawing;
    topology::Node clients;
    clients.id = u"clients"_s;
    clients.kind = topology::NodeKind::Source;
    topology::Node web;
    web.id = u"webserver"_s;
    web.serviceTime = topology::Distribution{};
    drawing.topology.nodes = {clients, web};
    topology::Call call;
    call.from = u"clients"_s;
    call.to = u"webserver"_s;
    drawing.topology.calls = {call};
    drawing.badges.insert(u"webserver"_s, practice::Severity::Critical);

    practice::Finding finding;
    finding.rule = u"CAP-01"_s;
    finding.title = u"webserver runs at 91 %"_s;
    finding.detail = u"In the peak."_s;
    finding.state = practice::FindingState::Deviates;
    finding.severity = practice::Severity::Critical;
    finding.source.title = u"our default"_s;

    report::KeyFiguresBlock figures;
    figures.figures = {{u"p95"_s, u"312"_s, u"ms"_s, u"fail"_s}, {u"Score"_s, u"71"_s, {}, {}}};

    report.sections = {
        section(u"summary"_s, u"Summary"_s, {report::Paragraph{u"It is too slow."_s}, figures}),
        section(u"scenario"_s,
                u"Scenario"_s,
                {report::FigureBlock{lines, u"Latency."_s, false, 0.4},
                 report::FigureBlock{drawing, u"Topology."_s, false, 0.4},
                 longTable(90)}),
        section(u"findings"_s, u"Findings ≥ 1"_s, {report::FindingBlock{finding}}),
    };
    return report;
}

/// Output of a program, or a null string if it is not installed.
QString outputOf(const QString &program, const QStringList &arguments, int *code = nullptr)
{
    if (QStandardPaths::findExecutable(program).isEmpty())
        return {};
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(30000);
    if (code)
        *code = process.exitCode();
    return QString::fromUtf8(process.readAllStandardOutput()) + u"";
}

} // namespace

class TestReportPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_pages = std::make_unique<ReportPages>(smallReport(), PageOptions{});
        m_path = m_folder.filePath(u"report.pdf"_s);
        NullJobControl job;
        const auto written = m_pages->writePdf(m_path, job);
        QVERIFY2(written, written ? "" : qPrintable(written.error().toString()));
    }

    void theSummaryIsACoverAndSectionsAreFound()
    {
        QCOMPARE(m_pages->pageOf(u"summary"_s), 0);
        QCOMPARE(m_pages->pageOf(u"scenario"_s), 1);
        QVERIFY(m_pages->count() > 2); // the table goes over pages
        QCOMPARE(m_pages->pageOf(u"findings"_s), m_pages->count() - 1);
        QCOMPARE(m_pages->pageOf(u"no such"_s), -1);
    }

    void paperIsWhatWasAsked()
    {
        QCOMPARE(m_pages->pageSize(), QSizeF(595, 842));
        QCOMPARE(ReportPages(smallReport(), PageOptions{u"Letter"_s}).pageSize(), QSizeF(612, 792));
    }

    void thePdfIsWhole()
    {
        int code = 0;
        if (outputOf(u"qpdf"_s, {u"--check"_s, m_path}, &code).isNull())
            QSKIP("qpdf is not installed.");
        QCOMPARE(code, 0);
        const QString json = outputOf(u"qpdf"_s, {u"--json"_s, u"--json-key=outlines"_s, m_path});
        for (const char *title : {"Summary", "Scenario", "Findings"})
            QVERIFY2(json.contains(QLatin1String(title)), title);
        const QString info = outputOf(u"pdfinfo"_s, {m_path});
        if (!info.isNull()) {
            QVERIFY2(info.contains(u"Zoë Ünal"), qPrintable(info));
            QVERIFY(info.contains(u"Shop in November"));
        }
    }

    void everyTextIsText()
    {
        const QString text = outputOf(u"pdftotext"_s, {u"-layout"_s, m_path, u"-"_s});
        if (text.isNull())
            QSKIP("pdftotext is not installed.");
        for (const char *words : {"Scenario: found",
                                  "webserver runs at 91 %",
                                  "row-0",
                                  "row-89",
                                  "webserver",
                                  "Figure 1."})
            QVERIFY2(text.contains(QLatin1String(words)), words);
        // The header comes again on each page that the table reaches.
        const int tablePages =
            m_pages->count() - 2; // all but the cover, and perhaps one of figures
        QVERIFY2(text.count(u"p95 (ms)") >= tablePages - 1,
                 qPrintable(QString::number(text.count(u"p95 (ms)"))));
        // pdftotext takes the narrow spaces of "6 / 6" for none.
        const QString number = u"%1/%1"_s.arg(m_pages->count());
        QVERIFY2(QString(text).remove(u' ').contains(number), qPrintable(text.right(600)));
    }

    void fontsAreInTheFileAndGlyphsAreNoPictures()
    {
        const QString fonts = outputOf(u"pdffonts"_s, {m_path});
        if (fonts.isNull())
            QSKIP("pdffonts is not installed.");
        const QStringList rows = fonts.split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!rows.isEmpty());
        for (const QString &row : rows)
            QCOMPARE(row.simplified().split(u' ').value(row.simplified().split(u' ').size() - 5),
                     u"yes"_s);
        const QString images = outputOf(u"pdfimages"_s, {u"-list"_s, m_path});
        QVERIFY2(images.split(u'\n', Qt::SkipEmptyParts).size() <= 2, qPrintable(images));
    }

    void textStaysBetweenTheMargins()
    {
        // Each page is painted large; outside of the margins (20 mm) nothing is but white.
        const double scale = 1.0;
        const QSizeF size = m_pages->pageSize();
        for (int page = 0; page < m_pages->count(); ++page) {
            QImage image(size.toSize() * scale, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.scale(scale, scale);
            m_pages->paint(painter, page);
            painter.end();
            const int margin = int(20 * 72 / 25.4) - 2;
            for (int y = 0; y < image.height(); ++y)
                for (const int x : {margin / 2,
                                    margin - 1,
                                    image.width() - margin + 1,
                                    image.width() - margin / 2})
                    QVERIFY2(image.pixel(x, y) == qRgb(255, 255, 255),
                             qPrintable(u"page %1 at %2, %3"_s.arg(page).arg(x).arg(y)));
        }
    }

    void bytesThatAreNoPdfAreRefused()
    {
        QVERIFY(!withOutline("not a PDF", {}, {}, u"en"_s));
        QVERIFY(!withOutline({}, {{u"a"_s, 0}}, {}, u"en"_s));
        QVERIFY(!withOutline(
            "trailer << /Root 1 0 R >> startxref 12 %%EOF", {{u"a"_s, 0}}, {}, u"en"_s));
    }

    void anUnwritableFileIsOneError()
    {
        NullJobControl job;
        const auto written =
            m_pages->writePdf(m_folder.filePath(u"no/such/folder/report.pdf"_s), job);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Io);
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<ReportPages> m_pages;
};

QTEST_MAIN(TestReportPages)
#include "tst_report_pages.moc"
