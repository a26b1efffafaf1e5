// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparison_columns.h"

#include "core/base/text.h"
#include "ui/models/figure_column.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

struct ComparisonTr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::ui::ComparisonColumns)
};

double relative(const ComparisonRow &row)
{
    return row.figure.difference.mean / row.figure.a.mean * 100;
}

QString groupName(const traffic::ComparedGroup &group)
{
    return group.kind == traffic::ComparedGroup::Kind::All ? ComparisonTr::tr("All") : group.name;
}

QString signedText(const traffic::ComparedFigure &figure)
{
    const Figure &difference = figure.difference;
    if (!difference.isKnown())
        return text::unknown();
    QString shown = traffic::comparedValueText(figure.metric, difference.mean);
    if (difference.mean > 0)
        shown.prepend(u'+');
    return difference.hasInterval() ? ComparisonTr::tr("%1 ± %2").arg(
               shown, traffic::comparedValueText(figure.metric, difference.halfWidth))
                                    : shown;
}

QString reading(const traffic::ComparedFigure &figure)
{
    if (std::isnan(figure.p))
        return ComparisonTr::tr("cannot be told");
    if (!figure.differs)
        return ComparisonTr::tr("no difference seen");
    return figure.difference.mean > 0 ? ComparisonTr::tr("higher in B")
                                      : ComparisonTr::tr("lower in B");
}

} // namespace

TableModel<ComparisonRow>::Rows comparisonRows(const traffic::CaptureComparison &comparison)
{
    auto rows = std::make_shared<std::vector<ComparisonRow>>();
    for (const traffic::ComparedGroup &group : comparison.groups) {
        for (const traffic::ComparedFigure &figure : group.figures)
            rows->push_back({groupName(group), figure, 0});
    }
    int order = static_cast<int>(rows->size());
    for (ComparisonRow &row : *rows)
        row.order = order--;
    return rows;
}

std::vector<TableColumn<ComparisonRow>> comparisonColumns()
{
    using Row = ComparisonRow;
    const auto value = [](const QString &id, const QString &header, auto member) {
        return TableColumn<Row>{
            id,
            header,
            {},
            kFigureColumn,
            [member](const Row &row) {
                return traffic::comparedValueText(row.figure.metric, (row.figure.*member).mean);
            },
            [member](const Row &row) { return figureSortKey((row.figure.*member).mean); }};
    };
    return {
        {u"group"_s,
         ComparisonTr::tr("Where"),
         ComparisonTr::tr("All, a resource, or an operation"),
         kTextColumn,
         [](const Row &row) { return row.group; },
         [](const Row &row) { return QVariant(row.order); }},
        {u"metric"_s,
         ComparisonTr::tr("Measure"),
         {},
         kTextColumn,
         [](const Row &row) { return traffic::comparedMetricName(row.figure.metric); },
         [](const Row &row) { return QVariant(traffic::comparedMetricName(row.figure.metric)); }},
        value(u"a"_s, ComparisonTr::tr("A"), &traffic::ComparedFigure::a),
        value(u"b"_s, ComparisonTr::tr("B"), &traffic::ComparedFigure::b),
        {u"difference"_s,
         ComparisonTr::tr("B − A, 95 %"),
         ComparisonTr::tr("With the half-width of its 95 % interval, from 40 blocks of time"),
         kFigureColumn,
         [](const Row &row) { return signedText(row.figure); },
         [](const Row &row) { return figureSortKey(row.figure.difference.mean); }},
        figureColumn<Row>(u"relative"_s,
                          ComparisonTr::tr("Relative (%)"),
                          ComparisonTr::tr("Difference in percent of A"),
                          relative),
        {u"p"_s,
         ComparisonTr::tr("p, adjusted"),
         ComparisonTr::tr("Chance of such a difference where there is none, adjusted for the "
                          "number of comparisons (Benjamini and Hochberg)"),
         kFigureColumn,
         [](const Row &row) { return text::probability(row.figure.adjustedP); },
         [](const Row &row) { return figureSortKey(-row.figure.adjustedP); }},
        {u"reading"_s,
         ComparisonTr::tr("Reading"),
         {},
         kTextColumn,
         [](const Row &row) { return reading(row.figure); },
         [](const Row &row) { return QVariant(row.figure.differs ? 1 : 0); }}};
}

} // namespace dramatis::ui
