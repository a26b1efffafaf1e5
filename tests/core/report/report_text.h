// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QStringList>

namespace dramatis::tests {

/// A report as plain lines, for reading and for comparing.
class ReportText
{
public:
    [[nodiscard]] static QString of(const report::Section &section)
    {
        ReportText text;
        text.m_lines << QStringLiteral("# %1 | %2").arg(section.name, section.heading);
        for (const report::Block &block : section.blocks)
            std::visit(text, block);
        return text.m_lines.join(u'\n') + u'\n';
    }

    void operator()(const report::Paragraph &paragraph) { m_lines << paragraph.text; }
    void operator()(const report::KeyFiguresBlock &block)
    {
        for (const report::KeyFigure &figure : block.figures)
            m_lines << QStringLiteral("%1: %2 %3 (%4)")
                           .arg(figure.label, figure.value, figure.unit, figure.note);
    }
    void operator()(const report::TableBlock &table)
    {
        QStringList titles;
        for (const report::TableColumn &column : table.columns)
            titles << column.title;
        m_lines << titles.join(QStringLiteral(" | "));
        for (const auto &row : table.rows) {
            QStringList cells;
            for (const report::Cell &cell : row)
                cells << cell.text;
            m_lines << cells.join(QStringLiteral(" | "));
        }
        m_lines << QStringLiteral("Table: ") + table.caption;
    }
    void operator()(const report::FigureBlock &figure)
    {
        m_lines << QStringLiteral("Figure: ") + figure.caption;
    }
    void operator()(const report::FindingBlock &block)
    {
        m_lines << QStringLiteral("%1 %2: %3 %4")
                       .arg(block.finding.rule,
                            block.finding.on,
                            block.finding.title,
                            block.finding.detail);
    }
    void operator()(const report::GradeBlock &block)
    {
        m_lines << QStringLiteral("Grade %1").arg(block.grade.value);
    }

private:
    QStringList m_lines;
};

} // namespace dramatis::tests
