// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/icons.h"
#include "ui/base/markers.h"
#include "ui/graphview/finding_state.h"
#include "ui/print/block_pieces.h"
#include "ui/print/print_text.h"
#include "ui/print/tr.h"

#include <QPainter>

#include <algorithm>
#include <memory>
#include <numeric>

namespace dramatis::ui {

namespace {

constexpr double kColumnGap = 8;
constexpr double kRowPadding = 3;
constexpr double kMarkerSpace = 12;
constexpr double kSlack = 0.5; ///< a width that just fits must not wrap by a rounding

bool hasMarker(const report::Cell &cell)
{
    return cell.personaStyle >= 0 || cell.severity.has_value();
}

/// Figures are never broken across lines; titles are, between words.
QString shownText(const report::Cell &cell, const report::TableColumn &column)
{
    QString text = cell.text;
    return column.figures && text != column.title ? text.replace(u' ', QChar(0x00A0)) : text;
}

const PrintFont &fontOf(const report::Cell &cell)
{
    return cell.strong ? kStrongTableFont : kTableFont;
}

/// Widths of the columns: figures get what their longest text needs, the rest is shared by stretch,
/// none narrower than its widest word where that can be had.
std::vector<double> columnWidths(const report::TableBlock &table, double width)
{
    const std::size_t count = table.columns.size();
    std::vector<double> widths(count, 0);
    std::vector<double> least(count, 0);
    double stretch = 0;
    double used = kColumnGap * static_cast<double>(count > 0 ? count - 1 : 0);
    for (std::size_t c = 0; c < count; ++c) {
        const report::TableColumn &column = table.columns[c];
        double natural = printWidth(column.title, kTableFont) + kSlack;
        double word = widestWord(column.title, kTableFont) + kSlack;
        for (const auto &row : table.rows) {
            if (c >= row.size())
                continue;
            const double marker = hasMarker(row[c]) ? kMarkerSpace : 0;
            natural = std::max(natural, printWidth(row[c].text, fontOf(row[c])) + marker + kSlack);
            word = std::max(
                word, widestWord(shownText(row[c], column), fontOf(row[c])) + marker + kSlack);
        }
        least[c] = std::min(word, width / 3);
        if (column.figures) {
            widths[c] = natural;
            used += natural;
        } else {
            stretch += column.stretch;
        }
    }
    const double rest = width - used;
    for (std::size_t c = 0; c < count; ++c)
        if (!table.columns[c].figures)
            widths[c] =
                std::max(least[c], rest * table.columns[c].stretch / std::max(stretch, 1e-9));
    // Too wide: take from the widest figures what exceeds the page, down to their widest word.
    const double total = std::accumulate(widths.begin(), widths.end(), 0.0)
                         + kColumnGap * static_cast<double>(count > 0 ? count - 1 : 0);
    if (total > width) {
        double giveable = 0;
        for (std::size_t c = 0; c < count; ++c)
            giveable += std::max(0.0, widths[c] - least[c]);
        const double share = giveable > 0 ? std::min(1.0, (total - width) / giveable) : 0;
        for (std::size_t c = 0; c < count; ++c)
            widths[c] -= std::max(0.0, widths[c] - least[c]) * share;
    } else if (stretch == 0 && count > 0) {
        // Only figures: spread them over the page.
        const double more = (width - total) / static_cast<double>(count);
        for (double &w : widths)
            w += more;
    }
    return widths;
}

/// The cells of one row, broken into lines.
struct LaidOutRow
{
    std::vector<PrintText> texts;
    std::vector<double> lefts;
    std::vector<report::Cell> cells; ///< empty for a header
    double height = 0;
};

std::shared_ptr<LaidOutRow> layOut(const std::vector<report::Cell> &cells,
                                   const report::TableBlock &table,
                                   const std::vector<double> &widths)
{
    auto row = std::make_shared<LaidOutRow>();
    row->cells = cells;
    double left = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        const report::Cell empty;
        const report::Cell &cell = c < cells.size() ? cells[c] : empty;
        const double marker = hasMarker(cell) ? kMarkerSpace : 0;
        row->lefts.push_back(left + marker);
        row->texts.emplace_back(shownText(cell, table.columns[c]),
                                fontOf(cell),
                                widths[c] - marker,
                                table.columns[c].figures ? Qt::AlignRight : Qt::AlignLeft);
        row->height = std::max(row->height, row->texts.back().height());
        left += widths[c] + kColumnGap;
    }
    row->height += 2 * kRowPadding;
    return row;
}

void paintRow(QPainter &painter,
              const QRectF &rect,
              const LaidOutRow &row,
              const QColor &ink,
              const Tokens &tokens)
{
    for (std::size_t c = 0; c < row.texts.size(); ++c) {
        const QPointF position(rect.left() + row.lefts[c], rect.top() + kRowPadding);
        row.texts[c].paint(painter, position, ink);
        if (c >= row.cells.size() || !hasMarker(row.cells[c]))
            continue;
        const QRectF glyph(position.x() - kMarkerSpace, position.y() + 2, 7.5, 7.5);
        if (row.cells[c].personaStyle >= 0)
            paintMarker(painter,
                        glyph,
                        personaStyle(static_cast<std::size_t>(row.cells[c].personaStyle), tokens));
        else
            paintState(painter, glyph, stateOf(*row.cells[c].severity), tokens);
    }
}

void hairline(QPainter &painter, const QRectF &rect, const QColor &color, double width)
{
    painter.setPen(QPen(color, width));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

} // namespace

Pieces tablePieces(const report::TableBlock &table, double width, int number)
{
    Pieces pieces;
    const std::vector<double> widths = columnWidths(table, width);
    std::vector<report::Cell> titles;
    for (const report::TableColumn &column : table.columns)
        titles.push_back({column.title, -1, std::nullopt, false});
    const auto header = layOut(titles, table, widths);
    const auto paintHeader = [header](QPainter &painter, const QRectF &rect) {
        const Tokens &tokens = lightTokens();
        paintRow(painter, rect, *header, tokens.text2, tokens);
        hairline(painter, rect, tokens.control, 0.8);
    };
    Piece top;
    top.height = header->height;
    top.before = 8;
    top.keepWithNext = true;
    top.paint = paintHeader;
    pieces.push_back(std::move(top));
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto row = layOut(table.rows[r], table, widths);
        Piece piece;
        piece.height = row->height;
        piece.repeatedHeight = header->height;
        piece.paintRepeated = paintHeader;
        // The last row stays with the caption, and no page begins or ends with a lonely row.
        piece.keepWithNext = r == 0 || r + 2 >= table.rows.size();
        piece.paint = [row, striped = r % 2 == 1](QPainter &painter, const QRectF &rect) {
            const Tokens &tokens = lightTokens();
            if (striped)
                painter.fillRect(rect, tokens.bg);
            paintRow(painter, rect, *row, tokens.text, tokens);
            hairline(painter, rect, tokens.line, 0.5);
        };
        pieces.push_back(std::move(piece));
    }
    const auto caption = std::make_shared<PrintText>(
        PrintTr::tr("Table %1. %2").arg(number).arg(table.caption), kCaptionFont, width);
    Piece below;
    below.height = caption->height();
    below.before = 3;
    below.paint = [caption](QPainter &painter, const QRectF &rect) {
        caption->paint(painter, rect.topLeft(), lightTokens().text2);
    };
    pieces.push_back(std::move(below));
    return pieces;
}

} // namespace dramatis::ui
