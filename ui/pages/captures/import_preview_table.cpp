// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/import_preview_table.h"

#include "core/base/text.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/tokens.h"

#include <QHeaderView>
#include <QLocale>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

using capture::PreviewRow;
using Column = TableColumn<PreviewRow>;

constexpr int kProblemColumn = 1; ///< where the reason stands, over all columns that follow
constexpr int kWidest = 340;      ///< px of a column at first
constexpr double kNanosecondsPerMillisecond = 1e6;
constexpr Qt::Alignment kRight = Qt::AlignRight | Qt::AlignVCenter;

QString decoded(const std::string &text)
{
    return text.empty() ? text::unknown() : QString::fromStdString(text);
}

Column words(const QString &id, const QString &header, std::string PreviewRow::*field)
{
    const auto text = [field](const PreviewRow &row) { return decoded(row.*field); };
    return {id, header, {}, Qt::AlignLeft | Qt::AlignVCenter, text, [text](const PreviewRow &row) {
                return QVariant(text(row));
            }};
}

Column
figures(const QString &id, const QString &header, std::int64_t PreviewRow::*field, double unit)
{
    const auto value = [field, unit](const PreviewRow &row) { return double(row.*field) / unit; };
    return {id,
            header,
            {},
            kRight,
            [field, unit, value](const PreviewRow &row) {
                if (!isKnown(row.*field))
                    return text::unknown();
                return unit == 1 ? QLocale().toString(qint64{row.*field})
                                 : text::number(value(row));
            },
            [value](const PreviewRow &row) { return QVariant(value(row)); }};
}

Column texts(const QString &id, const QString &header, QString (*text)(const PreviewRow &))
{
    return {id, header, {}, Qt::AlignLeft | Qt::AlignVCenter, text, [text](const PreviewRow &row) {
                return QVariant(text(row));
            }};
}

std::vector<Column> previewColumns()
{
    std::vector<Column> columns;
    columns.push_back(texts(u"place"_s, ImportPreviewTable::tr("Where"), [](const PreviewRow &row) {
        return row.place;
    }));
    columns.push_back(texts(u"begin"_s, ImportPreviewTable::tr("Begin"), [](const PreviewRow &row) {
        if (row.isExchange())
            return text::localTime(row.begin);
        return QString(ImportPreviewTable::tr("Skipped: %1").arg(row.problem) + u"   "_s
                       + row.text);
    }));
    columns.push_back(figures(u"latency"_s,
                              ImportPreviewTable::tr("Latency (ms)"),
                              &PreviewRow::latency,
                              kNanosecondsPerMillisecond));
    columns.push_back(figures(u"transfer"_s,
                              ImportPreviewTable::tr("Transfer (ms)"),
                              &PreviewRow::transfer,
                              kNanosecondsPerMillisecond));
    Column status = texts(u"status"_s, ImportPreviewTable::tr("Status"), [](const PreviewRow &row) {
        return row.status == 0 ? text::unknown() : QString::number(row.status);
    });
    status.alignment = kRight;
    columns.push_back(std::move(status));
    columns.push_back(words(u"method"_s, ImportPreviewTable::tr("Method"), &PreviewRow::method));
    columns.push_back(words(u"path"_s, ImportPreviewTable::tr("Path"), &PreviewRow::path));
    columns.push_back(figures(
        u"response"_s, ImportPreviewTable::tr("Response (B)"), &PreviewRow::responseBytes, 1));
    columns.push_back(
        figures(u"request"_s, ImportPreviewTable::tr("Request (B)"), &PreviewRow::requestBytes, 1));
    columns.push_back(words(u"host"_s, ImportPreviewTable::tr("Host"), &PreviewRow::host));
    columns.push_back(words(u"server"_s, ImportPreviewTable::tr("Server"), &PreviewRow::server));
    columns.push_back(words(u"client"_s, ImportPreviewTable::tr("Client"), &PreviewRow::client));
    columns.push_back(texts(u"text"_s, ImportPreviewTable::tr("Record"), [](const PreviewRow &row) {
        return row.text;
    }));
    return columns;
}

/// Whether any record has something in a column.
bool isSaid(const std::vector<PreviewRow> &rows, const Column &column)
{
    return std::any_of(rows.begin(), rows.end(), [&](const PreviewRow &row) {
        const QString said = column.text(row);
        return row.isExchange() && !said.isEmpty() && said != text::unknown();
    });
}

/// Rows that could not be read stand on the ground of a warning, with its glyph.
class PreviewDelegate final : public QStyledItemDelegate
{
public:
    PreviewDelegate(const TableModel<PreviewRow> &rows, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_rows(rows)
    {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
        if (m_rows.row(index.row()).isExchange())
            return;
        option->backgroundBrush = tokensOf(option->widget).stateFill(State::Warning);
        if (index.column() == 0) {
            option->icon = stateIcon(State::Warning);
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = {14, 14};
        }
    }

private:
    const TableModel<PreviewRow> &m_rows;
};

} // namespace

ImportPreviewTable::ImportPreviewTable(QWidget *parent)
    : TableView(tr("First records"), parent)
    , m_rows(new TableModel<PreviewRow>(previewColumns(), this))
{
    setTable(m_rows, 0);
    sortByColumn(-1, Qt::AscendingOrder); // as they stand in the file
    setSortingEnabled(false);
    setItemDelegate(new PreviewDelegate(*m_rows, this));
    // Here the record at the end takes what room there is, not the first column.
    disconnect(horizontalHeader(), &QHeaderView::sectionResized, this, nullptr);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionsMovable(false);
    horizontalHeader()->setStretchLastSection(true);
}

void ImportPreviewTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
}

void ImportPreviewTable::setRows(std::vector<PreviewRow> rows)
{
    const auto shown = std::make_shared<const std::vector<PreviewRow>>(std::move(rows));
    clearSpans();
    m_rows->setSnapshot(shown);
    const std::vector<Column> columns = previewColumns();
    for (int i = 0; i < int(columns.size()); ++i)
        setColumnHidden(i,
                        i != kProblemColumn && !isSaid(*shown, columns[std::size_t(i)])
                            && !(i == 0 && !shown->empty() && !shown->front().place.isEmpty()));
    // Widths by what was read: a reason is as wide as the table.
    for (int row = 0; row < int(shown->size()); ++row)
        if (!(*shown)[std::size_t(row)].isExchange())
            setSpan(row, kProblemColumn, 1, int(columns.size()) - kProblemColumn);
    const QFontMetrics metrics(ui::font(FontRole::Body));
    for (int i = 0; i < int(columns.size()) - 1; ++i) {
        int width = QFontMetrics(ui::font(FontRole::Strong))
                        .horizontalAdvance(columns[std::size_t(i)].header);
        for (const PreviewRow &row : *shown)
            if (i != kProblemColumn || row.isExchange())
                width =
                    std::max(width, metrics.horizontalAdvance(columns[std::size_t(i)].text(row)));
        if (i == 0)
            width += 24; // the glyph
        setColumnWidth(i, std::min(width + 28, kWidest));
    }
}

} // namespace dramatis::ui
