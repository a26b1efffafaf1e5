// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/block_pieces.h"

#include "core/base/text.h"
#include "core/persona/grade.h"
#include "ui/base/icons.h"
#include "ui/graphview/finding_state.h"
#include "ui/print/figure_painter.h"
#include "ui/print/print_text.h"
#include "ui/print/tr.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kHalfGap = 16; ///< between two figures of half width
constexpr double kBetweenSections = 30;
constexpr double kLeastShareForSection = 0.4; ///< of a page that a section must find

Piece textPiece(
    const QString &text, const PrintFont &font, double width, double before, const QColor &color)
{
    const auto laidOut = std::make_shared<PrintText>(text, font, width);
    Piece piece;
    piece.height = laidOut->height();
    piece.before = before;
    piece.paint = [laidOut, color](QPainter &painter, const QRectF &rect) {
        laidOut->paint(painter, rect.topLeft(), color);
    };
    return piece;
}

Piece paragraphPiece(const report::Paragraph &paragraph, double width)
{
    const Tokens &tokens = lightTokens();
    switch (paragraph.style) {
    case report::Paragraph::Style::Lead:
        return textPiece(paragraph.text, kLeadFont, width, 6, tokens.text);
    case report::Paragraph::Style::Body:
        return textPiece(paragraph.text, kBodyFont, width, 6, tokens.text);
    case report::Paragraph::Style::Note:
        return textPiece(paragraph.text, kCaptionFont, width, 4, tokens.text2);
    case report::Paragraph::Style::Heading: {
        Piece piece = textPiece(paragraph.text, kSubheadingFont, width, 16, tokens.text);
        piece.keepWithNext = true;
        return piece;
    }
    }
    return {};
}

Piece keyFiguresPiece(const report::KeyFiguresBlock &block, double width)
{
    struct Column
    {
        PrintText label;
        PrintText value;
        PrintText unit;
        PrintText note;
    };
    const auto count = static_cast<double>(std::max<std::size_t>(block.figures.size(), 1));
    const double gap = 14;
    const double columnWidth = (width - gap * (count - 1)) / count;
    auto columns = std::make_shared<std::vector<Column>>();
    double labelHeight = 0;
    double noteHeight = 0;
    for (const report::KeyFigure &figure : block.figures) {
        // A figure that is too long for its column gets smaller, never broken.
        PrintFont valueFont = kKeyFigureFont;
        const double unitWidth = figure.unit.isEmpty() ? 0 : printWidth(figure.unit, kBodyFont) + 4;
        const double needed = printWidth(figure.value, valueFont);
        if (needed > columnWidth - unitWidth)
            valueFont.size *= std::max(0.5, (columnWidth - unitWidth) / needed);
        columns->push_back({PrintText(figure.label, kCaptionFont, columnWidth),
                            PrintText(figure.value, valueFont, 0),
                            PrintText(figure.unit, kBodyFont, 0),
                            PrintText(figure.note, kCaptionFont, columnWidth)});
        labelHeight = std::max(labelHeight, columns->back().label.height());
        noteHeight = std::max(noteHeight, columns->back().note.height());
    }
    Piece piece;
    piece.height = 6 + labelHeight + kKeyFigureFont.leading + noteHeight;
    piece.before = 16;
    piece.paint = [columns, columnWidth, gap, labelHeight](QPainter &painter, const QRectF &rect) {
        const Tokens &tokens = lightTokens();
        double left = rect.left();
        for (const Column &column : *columns) {
            painter.setPen(QPen(tokens.text, 1.4));
            painter.drawLine(QPointF(left, rect.top()), QPointF(left + columnWidth, rect.top()));
            double top = rect.top() + 6;
            column.label.paint(painter, {left, top}, tokens.text2);
            top += labelHeight;
            column.value.paint(painter, {left, top}, tokens.text);
            column.unit.paint(
                painter, {left + column.value.naturalWidth() + 4, top + 5.5}, tokens.text2);
            column.note.paint(painter, {left, top + kKeyFigureFont.leading}, tokens.text2);
            left += columnWidth + gap;
        }
    };
    return piece;
}

/// One figure with its caption, at a width.
Piece figurePiece(const report::FigureBlock &block, double width, int number)
{
    const auto caption = std::make_shared<PrintText>(
        PrintTr::tr("Figure %1. %2").arg(number).arg(block.caption), kCaptionFont, width);
    const double pictureHeight = width * block.heightRatio;
    const auto spec = std::make_shared<const report::FigureSpec>(block.spec);
    Piece piece;
    piece.before = 12;
    piece.height = pictureHeight + 4 + caption->height();
    piece.paint = [spec, caption, pictureHeight](QPainter &painter, const QRectF &rect) {
        paintFigure(painter, QRectF(rect.left(), rect.top(), rect.width(), pictureHeight), *spec);
        caption->paint(painter, {rect.left(), rect.top() + pictureHeight + 4}, lightTokens().text2);
    };
    return piece;
}

/// Two figures side by side.
Piece pairPiece(Piece left, Piece right, double width)
{
    Piece piece;
    piece.before = left.before;
    piece.height = std::max(left.height, right.height);
    piece.paint = [left = std::move(left), right = std::move(right), width](QPainter &painter,
                                                                            const QRectF &rect) {
        const double half = (width - kHalfGap) / 2;
        left.paint(painter, {rect.left(), rect.top(), half, left.height});
        right.paint(painter, {rect.left() + half + kHalfGap, rect.top(), half, right.height});
    };
    return piece;
}

Piece findingPiece(const practice::Finding &finding, double width)
{
    const double indent = 18;
    const auto title = std::make_shared<PrintText>(finding.title, kStrongFont, width - indent);
    const auto detail = std::make_shared<PrintText>(finding.detail, kBodyFont, width - indent);
    const QString severity = finding.state == practice::FindingState::Undecided
                                 ? PrintTr::tr("undecided")
                                 : practice::severityName(finding.severity);
    const auto source = std::make_shared<PrintText>(
        PrintTr::tr("%1 · %2 · source: %3").arg(finding.rule, severity, finding.source.title),
        kCaptionFont,
        width - indent);
    Piece piece;
    piece.before = 10;
    piece.height =
        title->height() + (finding.detail.isEmpty() ? 0 : detail->height()) + source->height();
    piece.paint = [=, state = stateOf(finding), hasDetail = !finding.detail.isEmpty()](
                      QPainter &painter, const QRectF &rect) {
        const Tokens &tokens = lightTokens();
        paintState(painter, {rect.left(), rect.top() + 1, 11, 11}, state, tokens);
        double top = rect.top();
        title->paint(painter, {rect.left() + indent, top}, tokens.text);
        top += title->height();
        if (hasDetail) {
            detail->paint(painter, {rect.left() + indent, top}, tokens.text);
            top += detail->height();
        }
        source->paint(painter, {rect.left() + indent, top}, tokens.text2);
    };
    return piece;
}

Piece gradePiece(const practice::ConfidenceGrade &grade, double width)
{
    struct Part
    {
        PrintText name;
        PrintText value;
        PrintText text;
    };
    const QLocale locale;
    const double padding = 10;
    const double meterWidth = 130;
    const auto count = static_cast<double>(std::max<std::size_t>(grade.parts.size(), 1));
    const double partWidth = (width - 2 * padding - meterWidth) / count;
    auto parts = std::make_shared<std::vector<Part>>();
    double height = 40;
    for (const practice::AssessmentGrade &part : grade.parts) {
        parts->push_back({PrintText(persona::partName(part.part), kCaptionFont, partWidth - 6),
                          PrintText(locale.toString(part.value, 'f', 2), kStrongFont, 0),
                          PrintText(part.text, kCaptionFont, partWidth - 6)});
        height = std::max(height, parts->back().name.height() + 13 + parts->back().text.height());
    }
    const auto label = std::make_shared<PrintText>(PrintTr::tr("Confidence"), kCaptionFont, 0);
    const auto value = std::make_shared<PrintText>(
        locale.toString(grade.value, 'f', 2) + u' ' + grade.word(), PrintFont{11, true, 14}, 0);
    const auto gates = std::make_shared<PrintText>(
        grade.failedGates.join(u' '), kCaptionFont, width - 2 * padding);
    const double gatesHeight = grade.failedGates.isEmpty() ? 0 : gates->height() + 4;
    Piece piece;
    piece.before = 16;
    piece.height = height + gatesHeight + 2 * padding;
    piece.paint = [=, filled = grade.value](QPainter &painter, const QRectF &rect) {
        const Tokens &tokens = lightTokens();
        painter.setPen(QPen(tokens.line, 0.8));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(0.4, 0.4, -0.4, -0.4), 3, 3);
        const QPointF origin = rect.topLeft() + QPointF(padding, padding);
        label->paint(painter, origin, tokens.text2);
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < 5; ++i) {
            const QRectF segment(origin.x() + i * 9, origin.y() + 17, 7, 5);
            painter.setBrush(tokens.line);
            painter.drawRect(segment);
            painter.setBrush(tokens.text2);
            painter.drawRect(QRectF(
                segment.topLeft(),
                QSizeF(segment.width() * std::clamp(filled * 5 - i, 0.0, 1.0), segment.height())));
        }
        value->paint(painter, origin + QPointF(52, 12.5), tokens.text);
        double left = origin.x() + meterWidth;
        for (const Part &part : *parts) {
            part.name.paint(painter, {left, origin.y()}, tokens.text2);
            part.value.paint(painter, {left, origin.y() + part.name.height()}, tokens.text);
            part.text.paint(painter, {left, origin.y() + part.name.height() + 13}, tokens.text2);
            left += partWidth;
        }
        if (gatesHeight > 0)
            gates->paint(painter, origin + QPointF(0, height + 4), tokens.text2);
    };
    return piece;
}

} // namespace

Pieces sectionPieces(const report::Report &report,
                     const report::Section &section,
                     bool cover,
                     double width,
                     double bodyHeight,
                     PrintCounters &counters)
{
    const Tokens &tokens = lightTokens();
    Pieces pieces;
    if (cover) {
        pieces.push_back(textPiece(report.kicker, kBodyFont, width, 0, tokens.text2));
        pieces.push_back(textPiece(section.heading, kTitleFont, width, 4, tokens.text));
    } else {
        pieces.push_back(
            textPiece(section.heading, kHeadingFont, width, kBetweenSections, tokens.text));
        pieces.back().needs = bodyHeight * kLeastShareForSection;
    }
    pieces.back().keepWithNext = true;

    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
        const report::Block &block = section.blocks[i];
        if (const auto *paragraph = std::get_if<report::Paragraph>(&block)) {
            pieces.push_back(paragraphPiece(*paragraph, width));
        } else if (const auto *keys = std::get_if<report::KeyFiguresBlock>(&block)) {
            pieces.push_back(keyFiguresPiece(*keys, width));
        } else if (const auto *table = std::get_if<report::TableBlock>(&block)) {
            Pieces rows = tablePieces(*table, width, ++counters.tables);
            std::move(rows.begin(), rows.end(), std::back_inserter(pieces));
        } else if (const auto *figure = std::get_if<report::FigureBlock>(&block)) {
            // A figure shows what the text above it tells of.
            if (i > 0 && std::holds_alternative<report::Paragraph>(section.blocks[i - 1]))
                pieces.back().keepWithNext = true;
            const auto *next = i + 1 < section.blocks.size()
                                   ? std::get_if<report::FigureBlock>(&section.blocks[i + 1])
                                   : nullptr;
            if (!figure->halfWidth) {
                pieces.push_back(figurePiece(*figure, width, ++counters.figures));
                continue;
            }
            const double half = (width - kHalfGap) / 2;
            Piece left = figurePiece(*figure, half, ++counters.figures);
            if (next && next->halfWidth) {
                pieces.push_back(pairPiece(
                    std::move(left), figurePiece(*next, half, ++counters.figures), width));
                ++i;
            } else {
                const double height = left.height;
                left.paint = [paint = std::move(left.paint), half, height](QPainter &painter,
                                                                           const QRectF &rect) {
                    paint(painter, {rect.left(), rect.top(), half, height});
                };
                pieces.push_back(std::move(left));
            }
        } else if (const auto *finding = std::get_if<report::FindingBlock>(&block)) {
            pieces.push_back(findingPiece(finding->finding, width));
        } else if (const auto *grade = std::get_if<report::GradeBlock>(&block)) {
            pieces.push_back(gradePiece(grade->grade, width));
        }
    }
    return pieces;
}

} // namespace dramatis::ui
