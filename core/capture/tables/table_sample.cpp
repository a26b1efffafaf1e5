// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ascii.h"
#include "core/capture/tables/cell_values.h"
#include "core/capture/tables/column_mapping.h"
#include "core/capture/tables/json_cells.h"
#include "core/capture/tables/separated_row.h"
#include "core/capture/tr.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <string>

namespace dramatis::capture {

namespace {

constexpr std::size_t kSampledRows = 200;
constexpr std::size_t kMostSampledColumns = 512;
constexpr int kMostSampledPaths = 256;
constexpr std::size_t kLongestSampledCell = 200;

using Rows = std::vector<std::vector<std::string>>;

QString textOf(std::string_view cell)
{
    cell = cell.substr(0, kLongestSampledCell);
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

/// Takes the next line off `rest`. The last one, which may be cut, only where `isWhole`.
bool takeLine(std::string_view &rest, std::string_view &line, bool isWhole)
{
    const std::size_t end = rest.find('\n');
    if (rest.empty() || (end == std::string_view::npos && !isWhole))
        return false;
    line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return true;
}

std::vector<std::string> copyOf(const std::vector<std::string_view> &cells)
{
    std::vector<std::string> copy;
    for (std::size_t i = 0; i < cells.size() && i < kMostSampledColumns; ++i)
        copy.emplace_back(cells[i]);
    return copy;
}

/// The first rows by `separator`. `isWhole`: what has no line end is a row too.
Rows rowsBy(char separator, std::string_view text, bool isWhole)
{
    SeparatedRow row(separator);
    Rows rows;
    std::string_view line;
    while (rows.size() <= kSampledRows && takeLine(text, line, isWhole)) {
        if (line.empty())
            continue;
        std::string_view whole = line;
        std::string_view rest = text;
        bool isClosed = row.parse(whole);
        while (!isClosed && takeLine(rest, line, isWhole)) {
            whole = {whole.data(),
                     static_cast<std::size_t>(line.data() + line.size() - whole.data())};
            isClosed = line.find('"') != std::string_view::npos && row.parse(whole);
            if (whole.size() > 32 * 1024)
                break;
        }
        if (isClosed)
            text = rest.size() < text.size() ? rest : text;
        else
            row.parsePlain(whole.substr(0, whole.find('\n')));
        rows.push_back(copyOf(row.cells()));
    }
    return rows;
}

/// How many cells most rows have.
std::size_t usualWidth(const Rows &rows)
{
    std::map<std::size_t, std::size_t> rowsOfWidth;
    for (const auto &row : rows)
        ++rowsOfWidth[row.size()];
    const auto most =
        std::max_element(rowsOfWidth.begin(), rowsOfWidth.end(), [](const auto &a, const auto &b) {
            return a.second < b.second;
        });
    return most == rowsOfWidth.end() ? 0 : most->first;
}

/// Which separator cuts the most rows into equally many cells, at least two.
char separatorOf(std::string_view text, bool isWhole)
{
    char best = '\0';
    double bestShare = 0;
    std::size_t bestWidth = 1;
    for (const char separator : {'\t', ';', ',', '|'}) {
        const Rows rows = rowsBy(separator, text, isWhole);
        const std::size_t width = usualWidth(rows);
        if (width < 2)
            continue;
        const auto fitting = static_cast<double>(std::count_if(
            rows.begin(), rows.end(), [width](const auto &row) { return row.size() == width; }));
        const double share = fitting / static_cast<double>(rows.size());
        if (share > bestShare + 0.05 || (share > bestShare - 0.05 && width > bestWidth)) {
            best = separator;
            bestShare = share;
            bestWidth = width;
        }
    }
    return bestShare >= 0.8 ? best : '\0';
}

/// A decimal comma only where commas part no cells.
char decimalOf(const Rows &rows, char separator)
{
    if (separator == ',')
        return '.';
    int commas = 0;
    int points = 0;
    for (const auto &row : rows) {
        for (const std::string &cell : row) {
            const std::string_view text = presentCell(cell);
            commas += text.find(',') != std::string_view::npos && isNumber(text, ',') ? 1 : 0;
            points += text.find('.') != std::string_view::npos && isNumber(text, '.') ? 1 : 0;
        }
    }
    return commas > points ? ',' : '.';
}

bool isValue(std::string_view cell)
{
    return isNumber(cell, '.') || isNumber(cell, ',') || stampUnitOf(cell) != ColumnUnit::Automatic
           || isAddress(cell);
}

/// A first row of different names, of which none is a number, a time or an address.
bool isHeader(const std::vector<std::string> &row)
{
    QSet<QString> names;
    for (const std::string &cell : row) {
        const std::string_view text = presentCell(cell);
        if (isValue(text) || text.starts_with('/') || text.find("://") != std::string_view::npos)
            return false;
        if (!text.empty())
            names.insert(textOf(text));
    }
    // A last cell may be empty: some programs end each row with a separator.
    return names.size() + 1 >= static_cast<qsizetype>(row.size()) && !names.isEmpty();
}

QStringList namesOf(const std::vector<std::string> &header)
{
    QStringList names;
    for (const std::string &cell : header) {
        QString name = textOf(presentCell(cell));
        if (names.isEmpty() && name.startsWith(u'#')) // "#ts,host": a comment for other readers
            name = name.mid(1).trimmed();
        if (name.isEmpty() || names.contains(name))
            name = QStringLiteral("#%1").arg(names.size() + 1);
        names.append(name);
    }
    return names;
}

Error isNoTable()
{
    return makeError(
        ErrorKind::Format,
        Tr::tr("There are no rows of two or more columns in it, and no line of it is a "
               "JSON object."));
}

Result<TableSample> sampleSeparated(std::string_view text, TableLayout layout, bool isWhole)
{
    layout.form = TableLayout::Form::Separated;
    if (layout.separator == '\0')
        layout.separator = separatorOf(text, isWhole);
    if (layout.separator == '\0')
        return isNoTable();
    Rows rows = rowsBy(layout.separator, text, isWhole);
    const std::size_t width = usualWidth(rows);
    if (width < 2)
        return isNoTable();
    if (layout.header == TableLayout::Header::Automatic)
        layout.header =
            isHeader(rows.front()) ? TableLayout::Header::Present : TableLayout::Header::Absent;
    TableSample sample;
    if (layout.header == TableLayout::Header::Present) {
        sample.columns = namesOf(rows.front());
        rows.erase(rows.begin());
    } else {
        for (std::size_t i = 1; i <= width; ++i)
            sample.columns.append(QStringLiteral("#%1").arg(i));
    }
    if (layout.decimal == '\0')
        layout.decimal = decimalOf(rows, layout.separator);
    sample.layout = layout;
    for (const auto &row : rows) {
        QStringList cells;
        for (qsizetype i = 0; i < sample.columns.size(); ++i) {
            const auto place = static_cast<std::size_t>(i);
            const std::string_view cell =
                place < row.size() ? presentCell(row[place]) : std::string_view();
            cells.append(cell.empty() ? QString() : textOf(cell));
        }
        sample.values.push_back(std::move(cells));
    }
    return sample;
}

Result<TableSample> sampleJson(std::string_view text, TableLayout layout, bool isWhole)
{
    layout.form = TableLayout::Form::JsonLines;
    layout.decimal = layout.decimal == '\0' ? '.' : layout.decimal;
    TableSample sample;
    sample.layout = layout;
    std::string_view line;
    std::size_t records = 0;
    std::size_t lines = 0;
    std::vector<std::map<qsizetype, QString>> found;
    while (lines < kSampledRows && takeLine(text, line, isWhole)) {
        if (line.empty())
            continue;
        ++lines;
        const auto cells = jsonCells(line);
        if (!cells)
            continue;
        ++records;
        auto &values = found.emplace_back();
        for (const auto &[path, value] : *cells) {
            const QString name = textOf(path);
            qsizetype column = sample.columns.indexOf(name);
            if (column < 0 && sample.columns.size() < kMostSampledPaths) {
                column = sample.columns.size();
                sample.columns.append(name);
            }
            const std::string_view cell = presentCell(value);
            if (column >= 0 && !cell.empty())
                values[column] = textOf(cell);
        }
    }
    if (records == 0 || records * 2 < lines)
        return isNoTable();
    for (auto &values : found) {
        QStringList cells;
        for (qsizetype i = 0; i < sample.columns.size(); ++i)
            cells.append(values[i]);
        sample.values.push_back(std::move(cells));
    }
    return sample;
}

} // namespace

Result<TableSample> sampleTable(QByteArrayView head, const TableLayout &layout)
{
    std::string_view text(head.data(), static_cast<std::size_t>(head.size()));
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (text.find('\0') != std::string_view::npos)
        return isNoTable();
    // What is shorter than the heads that are looked at is all there is.
    const bool isWhole = head.size() < kSampledHead || text.find('\n') == std::string_view::npos;
    const bool isJson = layout.form == TableLayout::Form::JsonLines
                        || (layout.form == TableLayout::Form::Automatic && layout.separator == '\0'
                            && text.substr(0, text.find('\n')).find('{') != std::string_view::npos
                            && jsonCells(text.substr(0, text.find('\n'))));
    return isJson ? sampleJson(text, layout, isWhole) : sampleSeparated(text, layout, isWhole);
}

} // namespace dramatis::capture
