// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/table_reader.h"

#include "core/capture/formats/import_tally.h"
#include "core/capture/formats/json_records.h"
#include "core/capture/formats/line_reading.h"
#include "core/capture/tables/mapped_row.h"
#include "core/capture/tables/table_rows.h"
#include "core/capture/tr.h"

#include <QIODevice>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

using Form = TableLayout::Form;

double shareRead(const QIODevice &device)
{
    const qint64 size = device.isSequential() ? -1 : device.size();
    return size > 0 ? static_cast<double>(device.pos()) / static_cast<double>(size) : 0;
}

/// Counts what became of one row.
Result<> count(ImportTally &tally,
               LineProblem problem,
               const traffic::Exchange &exchange,
               std::uint64_t line,
               std::string_view text)
{
    if (problem == LineProblem::None)
        return tally.add(exchange);
    const bool isTooLong = problem == LineProblem::NotARecord;
    tally.skip(Tr::tr("line %1").arg(line),
               isTooLong                      ? Tr::tr("The line is longer than 4 MiB.")
               : problem == LineProblem::Form ? Tr::tr("The row does not have the table's columns.")
                                              : reasonFor(problem),
               text);
    return {};
}

/// What each cell of a row is, up to the last that matters.
std::vector<ColumnRole> rolesOf(const ColumnMapping &mapping)
{
    std::vector<ColumnRole> roles;
    for (const MappedColumn &column : mapping.columns)
        roles.push_back(column.role);
    while (!roles.empty() && roles.back() == ColumnRole::Ignored)
        roles.pop_back();
    return roles;
}

Result<> readSeparated(QIODevice &device,
                       const ColumnMapping &mapping,
                       MappedRow &row,
                       ImportTally &tally,
                       JobControl &job)
{
    const std::vector<ColumnRole> roles = rolesOf(mapping);
    LineScanner lines(device);
    TableRows rows(lines, mapping.layout.separator, mapping.columns.size());
    const bool hasHeader = mapping.layout.header == TableLayout::Header::Present;
    std::string header;
    traffic::Exchange exchange;
    while (true) {
        DRAMATIS_TRY(const bool hasRow, rows.next());
        if (lines.hasReadOn())
            DRAMATIS_CHECK(job.checkpoint(shareRead(device), Tr::tr("Reading the rows")));
        if (!hasRow)
            return {};
        // The header may stand again where files were put together.
        if (hasHeader && header.empty()) {
            header = rows.text();
            continue;
        }
        if (hasHeader && rows.text() == header)
            continue;
        const auto &cells = rows.cells();
        LineProblem problem = LineProblem::Form;
        if (rows.isTooLong()) {
            problem = LineProblem::NotARecord;
        } else if (cells.size() >= roles.size()) {
            row.clear();
            for (std::size_t i = 0; i < roles.size(); ++i)
                row.set(roles[i], cells[i]);
            problem = row.convert(exchange);
        }
        if (problem != LineProblem::None && rows.isUnterminated())
            tally.setTruncated();
        DRAMATIS_CHECK(count(tally, problem, exchange, rows.line(), rows.text()));
    }
}

Result<> readJson(QIODevice &device,
                  const ColumnMapping &mapping,
                  MappedRow &row,
                  ImportTally &tally,
                  JobControl &job)
{
    std::vector<ColumnRole> roles;
    std::vector<std::string> names;
    for (const MappedColumn &column : mapping.columns) {
        if (column.role == ColumnRole::Ignored)
            continue;
        roles.push_back(column.role);
        names.push_back(column.name.toStdString());
    }
    JsonShape shape;
    shape.fields.assign(names.begin(), names.end());
    const JsonPaths paths(shape);
    JsonLine object(paths);
    LineScanner lines(device);
    traffic::Exchange exchange;
    while (true) {
        DRAMATIS_TRY(const bool hasLine, lines.next());
        if (lines.hasReadOn())
            DRAMATIS_CHECK(job.checkpoint(shareRead(device), Tr::tr("Reading the lines")));
        if (!hasLine)
            return {};
        if (lines.line().empty())
            continue;
        LineProblem problem = LineProblem::NotARecord;
        if (!lines.isTooLong()) {
            const NamedValues *values = object.read(lines.line());
            problem = LineProblem::Form;
            if (values) {
                row.clear();
                for (std::size_t i = 0; i < roles.size(); ++i)
                    row.set(roles[i], (*values)[i]);
                problem = row.convert(exchange);
            }
        }
        if (problem != LineProblem::None && lines.isUnterminated())
            tally.setTruncated();
        DRAMATIS_CHECK(count(tally, problem, exchange, lines.number(), lines.line()));
    }
}

class TableReader final : public CaptureReader
{
public:
    TableReader(const char *id, const char *name, Form form, char separator)
        : m_id(id)
        , m_name(name)
        , m_form(form)
        , m_separator(separator)
    {}

    QString id() const override { return QString::fromLatin1(m_id); }
    QString name() const override { return translated(m_name); }
    QStringList extensions() const override
    {
        if (m_form == Form::JsonLines)
            return {u"jsonl"_s, u"ndjson"_s, u"json"_s};
        return m_separator == '\t' ? QStringList{u"tsv"_s, u"tab"_s} : QStringList{u"csv"_s};
    }

    bool takesMapping() const override { return true; }

    Confidence sniff(QByteArrayView head, const ReadOptions &options) const override
    {
        const auto sample = sampleTable(head, layoutOf(options));
        if (!sample || sample->layout.form != m_form
            || (sample->layout.separator == '\t') != (m_separator == '\t'))
            return Confidence::No;
        // With a time it is a table of traffic. Without it is one only if there is no doubt that it
        // is a table: then it is said that the time is missing, not that the file is none of ours.
        const ColumnMapping mapping = guessMapping(*sample).mapping;
        if (mapping.find(ColumnRole::Begin) || mapping.find(ColumnRole::End))
            return Confidence::Possible;
        const bool isNamed =
            m_form == Form::JsonLines || sample->layout.header == TableLayout::Header::Present;
        return isNamed && sample->values.size() >= 2 && sample->columns.size() >= 2
                   ? Confidence::Possible
                   : Confidence::No;
    }

    Result<ImportSummary> read(QIODevice &device,
                               const ReadOptions &options,
                               traffic::ExchangeSink &sink,
                               JobControl &job) const override
    {
        DRAMATIS_CHECK(job.checkpoint(0, Tr::tr("Reading the columns")));
        const ColumnMapping wanted = options.mapping.value_or(guessAll());
        DRAMATIS_TRY(const TableSample sample,
                     sampleTable(device.peek(kSampledHead), layoutOf(options)));
        DRAMATIS_TRY(const GuessedMapping complete, completeMapping(wanted, sample));
        const ColumnMapping &mapping = complete.mapping;
        DRAMATIS_TRY(MappedRow row, MappedRow::make(mapping, options.zone));
        ImportTally tally(sink);
        DRAMATIS_CHECK(m_form == Form::JsonLines ? readJson(device, mapping, row, tally, job)
                                                 : readSeparated(device, mapping, row, tally, job));
        ImportSummary summary = tally.summary(id());
        summary.mapping = mapping;
        summary.notes.append(note(mapping));
        return summary;
    }

private:
    static ColumnMapping guessAll()
    {
        ColumnMapping mapping;
        mapping.guessesOthers = true;
        return mapping;
    }

    [[nodiscard]] TableLayout layoutOf(const ReadOptions &options) const
    {
        TableLayout layout = options.mapping ? options.mapping->layout : TableLayout();
        if (layout.form == Form::Automatic && options.mapping && layout.separator != '\0')
            layout.form = Form::Separated;
        return layout;
    }

    /// What was read as what.
    static QString note(const ColumnMapping &mapping)
    {
        QStringList parts;
        for (const ColumnRole role : allRoles()) {
            const MappedColumn *column = mapping.find(role);
            if (role == ColumnRole::Ignored || !column)
                continue;
            const QString unit = column->unit == ColumnUnit::Automatic ? QString()
                                 : column->unit == ColumnUnit::Pattern
                                     ? QString(u':' + column->pattern)
                                     : QString(u':' + unitId(column->unit));
            parts.append(roleId(role) + u'=' + column->name + unit);
        }
        return Tr::tr("Columns were read as %1.").arg(parts.join(u", "_s));
    }

    const char *m_id;
    const char *m_name;
    Form m_form;
    char m_separator;
};

} // namespace

const QList<const CaptureReader *> &tableReaders()
{
    static const TableReader csv(
        "csv", QT_TRANSLATE_NOOP("dramatis::capture", "CSV, by its columns"), Form::Separated, ',');
    static const TableReader tsv(
        "tsv",
        QT_TRANSLATE_NOOP("dramatis::capture", "Tab-separated values, by their columns"),
        Form::Separated,
        '\t');
    static const TableReader json(
        "json-lines",
        QT_TRANSLATE_NOOP("dramatis::capture", "JSON lines, by their values"),
        Form::JsonLines,
        '\0');
    static const QList<const CaptureReader *> readers{&csv, &tsv, &json};
    return readers;
}

} // namespace dramatis::capture
