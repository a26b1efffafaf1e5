// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/report_pages.h"

#include "ui/base/tokens.h"
#include "ui/print/block_pieces.h"
#include "ui/print/pdf_outline.h"
#include "ui/print/print_text.h"
#include "ui/print/tr.h"

#include <QBuffer>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;
constexpr double kMargin = 20 * kPointsPerMillimetre;
constexpr double kBodyTop = kMargin + 20; ///< below the header and its line
constexpr double kFooterHeight = 26;
constexpr int kResolution = 1200;

} // namespace

struct ReportPages::Private
{
    report::Report report;
    QPageSize paper;
    QSizeF size;                         ///< points
    Pieces pieces;                       ///< of all sections, one after the other
    std::vector<std::size_t> firstPiece; ///< by section
    std::vector<std::vector<PlacedPiece>> pages;

    [[nodiscard]] QRectF body() const
    {
        return {kMargin,
                kBodyTop,
                size.width() - 2 * kMargin,
                size.height() - kBodyTop - kMargin - kFooterHeight + 12};
    }

    void layOut()
    {
        PrintCounters counters;
        for (std::size_t s = 0; s < report.sections.size(); ++s) {
            Pieces section = sectionPieces(
                report, report.sections[s], s == 0, body().width(), body().height(), counters);
            if (s == 1) // the summary is a cover: nothing else stands on its last page
                section.front().needs = body().height();
            firstPiece.push_back(pieces.size());
            std::move(section.begin(), section.end(), std::back_inserter(pieces));
        }
        pages = paginate(pieces, body().height());
    }

    /// The section that page `index` begins with.
    [[nodiscard]] std::size_t sectionOf(std::size_t index) const
    {
        const std::size_t piece = pages[index].front().piece;
        const auto next = std::upper_bound(firstPiece.begin(), firstPiece.end(), piece);
        return static_cast<std::size_t>(next - firstPiece.begin()) - 1;
    }

    void paintFrame(QPainter &painter, int index) const
    {
        const Tokens &tokens = lightTokens();
        const double right = size.width() - kMargin;
        const auto paintPair = [&](const QString &left, const QString &atRight, double top) {
            const PrintText last(atRight, kCaptionFont, 0);
            const PrintText first(left, kCaptionFont, 0);
            first.paint(painter, {kMargin, top}, tokens.text2);
            last.paint(painter, {right - last.naturalWidth(), top}, tokens.text2);
        };
        painter.setPen(QPen(tokens.control, 0.5));
        const double headerLine = kMargin + 4;
        painter.drawLine(QPointF(kMargin, headerLine), QPointF(right, headerLine));
        paintPair(report.title,
                  report.sections[sectionOf(static_cast<std::size_t>(index))].name,
                  headerLine - 15);

        const double footerLine = size.height() - kMargin - 6;
        painter.drawLine(QPointF(kMargin, footerLine), QPointF(right, footerLine));
        QStringList facts{u"Dramatis "_s + report.version, report.date};
        if (!report.dataRange.isEmpty())
            facts << PrintTr::tr("data %1").arg(report.dataRange);
        facts << PrintTr::tr("content %1").arg(report.contentHash);
        paintPair(facts.join(u" · "),
                  PrintTr::tr("%1 / %2").arg(index + 1).arg(pages.size()),
                  footerLine + 4);
    }
};

ReportPages::ReportPages(report::Report report, const PageOptions &options)
    : d(std::make_unique<Private>())
{
    d->report = std::move(report);
    d->paper = QPageSize(options.paper == u"Letter" ? QPageSize::Letter : QPageSize::A4);
    d->size = d->paper.size(QPageSize::Point);
    d->layOut();
}

ReportPages::~ReportPages() = default;

int ReportPages::count() const
{
    return static_cast<int>(d->pages.size());
}

QSizeF ReportPages::pageSize() const
{
    return d->size;
}

int ReportPages::pageOf(const QString &sectionId) const
{
    for (std::size_t s = 0; s < d->report.sections.size(); ++s) {
        if (d->report.sections[s].id != sectionId)
            continue;
        for (std::size_t page = 0; page < d->pages.size(); ++page)
            if (d->pages[page].back().piece >= d->firstPiece[s])
                return static_cast<int>(page);
    }
    return -1;
}

void ReportPages::paint(QPainter &painter, int index) const
{
    const Pieces &pieces = d->pieces;
    const QRectF body = d->body();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    d->paintFrame(painter, index);
    for (const PlacedPiece &placed : d->pages.at(static_cast<std::size_t>(index))) {
        const Piece &piece = pieces[placed.piece];
        if (placed.repeats)
            piece.paintRepeated(painter,
                                {body.left(),
                                 body.top() + placed.top - piece.repeatedHeight,
                                 body.width(),
                                 piece.repeatedHeight});
        painter.save();
        piece.paint(painter, {body.left(), body.top() + placed.top, body.width(), piece.height});
        painter.restore();
    }
    painter.restore();
}

Result<> ReportPages::writePdf(const QString &path, JobControl &job) const
{
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(kResolution);
        writer.setPageSize(d->paper);
        writer.setPageMargins({});
        writer.setTitle(d->report.title);
        writer.setCreator(u"Dramatis "_s + d->report.version);
        QPainter painter(&writer);
        painter.scale(kResolution / 72.0, kResolution / 72.0);
        for (int page = 0; page < count(); ++page) {
            if (page > 0)
                writer.newPage();
            paint(painter, page);
            DRAMATIS_CHECK(job.checkpoint(static_cast<double>(page + 1) / count(),
                                          PrintTr::tr("Writing the report")));
        }
    }
    QList<OutlineEntry> outline;
    for (const report::Section &section : d->report.sections)
        outline.append({section.name, pageOf(section.id)});
    DRAMATIS_TRY(const QByteArray finished,
                 withOutline(bytes, outline, d->report.author, QLocale().bcp47Name()));

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(finished) != finished.size()
        || !file.commit())
        return makeError(ErrorKind::Io,
                         PrintTr::tr("The report could not be written to %1: %2.")
                             .arg(path, file.errorString()));
    return {};
}

} // namespace dramatis::ui
