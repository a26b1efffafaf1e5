// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot.h"

#include "core/base/csv.h"
#include "ui/base/failure_box.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kPictureScale = 2; ///< of a PNG: twice the pixels of the screen

QString joined(const PlotTable &table, QChar separator, QString (*cell)(const QString &))
{
    QString out;
    const auto append = [&](const QStringList &row) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                out += separator;
            out += cell(row[i]);
        }
        out += u'\n';
    };
    append(table.headers);
    for (const QStringList &row : table.rows)
        append(row);
    return out;
}

} // namespace

Plot::Plot(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void Plot::render(QPainter &painter, const QRectF &rect, double scale)
{
    painter.save();
    painter.translate(rect.topLeft());
    painter.scale(scale, scale);
    draw(painter, rect.size() / scale, lightTokens());
    painter.restore();
}

QString Plot::asText() const
{
    return joined(table(), u'\t', [](const QString &cell) { return cell; });
}

QString Plot::asCsv() const
{
    return joined(table(), u',', csvCell);
}

Result<> Plot::save(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QSize extent = size();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return makeError(ErrorKind::Io,
                         tr("The file %1 cannot be written: %2").arg(path, file.errorString()));
    if (suffix == u"csv") {
        file.write(asCsv().toUtf8());
    } else if (suffix == u"png") {
        QImage image(extent * kPictureScale, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        render(painter, QRectF(QPointF(), QSizeF(image.size())), kPictureScale);
        painter.end();
        image.save(&file, "PNG");
    } else if (suffix == u"svg") {
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        generator.setSize(extent);
        generator.setViewBox(QRect(QPoint(), extent));
        generator.setTitle(accessibleName());
        generator.setDescription(sentence());
        QPainter painter(&generator);
        render(painter, QRectF(QPointF(), QSizeF(extent)), 1);
    } else if (suffix == u"pdf") {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QSizeF(extent) * 0.75, QPageSize::Point));
        writer.setPageMargins({});
        writer.setTitle(accessibleName());
        QPainter painter(&writer);
        render(painter,
               QRectF(0, 0, writer.width(), writer.height()),
               double(writer.width()) / extent.width());
    } else {
        file.cancelWriting();
        return makeError(
            ErrorKind::InvalidArgument,
            tr("A chart is saved as png, svg, pdf or csv, not as \"%1\".").arg(suffix));
    }
    if (!file.commit())
        return makeError(ErrorKind::Io,
                         tr("The file %1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

void Plot::copyAsText() const
{
    QApplication::clipboard()->setText(asText());
}

void Plot::exportChart()
{
    saveAs(u"png"_s);
}

void Plot::saveAs(const QString &suffix)
{
    const QStringList filters{tr("PNG picture (*.png)"),
                              tr("SVG drawing (*.svg)"),
                              tr("PDF document (*.pdf)"),
                              tr("CSV table (*.csv)")};
    QString chosen = *std::find_if(filters.begin(), filters.end(), [&](const QString &filter) {
        return filter.contains(u"*." + suffix);
    });
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save chart"), QString(), filters.join(u";;"_s), &chosen);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + chosen.section(u"*."_s, 1).chopped(1);
    if (const auto saved = save(path); !saved)
        showFailure(this, tr("The chart could not be saved."), saved.error());
}

void Plot::valueChanged()
{
    setAccessibleDescription(sentence());
    refresh();
}

void Plot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
        refresh();
}

void Plot::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy as text"), this, &Plot::copyAsText);
    menu.addSeparator();
    menu.addAction(tr("Save as PNG…"), this, [this] { saveAs(u"png"_s); });
    menu.addAction(tr("Save as SVG…"), this, [this] { saveAs(u"svg"_s); });
    menu.addAction(tr("Save as PDF…"), this, [this] { saveAs(u"pdf"_s); });
    menu.addAction(tr("Save as CSV…"), this, [this] { saveAs(u"csv"_s); });
    if (canZoom()) {
        menu.addSeparator();
        menu.addAction(tr("Reset zoom"), this, &Plot::resetZoom);
    }
    menu.exec(event->globalPos());
}

} // namespace dramatis::ui
