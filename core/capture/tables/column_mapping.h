// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// A table of somebody else's making (CSV, JSON lines, the rows of a query) is read by a mapping:
/// which of its columns is what. It is guessed, shown, changed and kept with the project.
namespace dramatis::capture {

/// What a column holds. Each role but Ignored belongs to at most one column.
enum class ColumnRole : std::uint8_t {
    Ignored,
    Begin,   ///< stamp of when an exchange began
    End,     ///< stamp of when it ended; begin is end - latency where no column is Begin
    Latency, ///< end - begin where no column is Latency and both stamps are there
    RequestBytes,
    ResponseBytes,
    Status,  ///< number of HTTP or another protocol; a word ("OK") is read as Outcome is
    Outcome, ///< "ok", "error", "timeout", "aborted" ...; true and false by the column's unit
    Host,    ///< host or service as asked for
    Server,  ///< instance that answered
    ServerPort,
    Client,
    Method,
    Path,      ///< with or without a query, which is cut off
    Url,       ///< host and path of it
    Operation, ///< "GET /cart HTTP/1.1", "GET /cart", "/cart" or any name of what was asked for
};

/// How a column writes its values.
enum class ColumnUnit : std::uint8_t {
    Automatic,   ///< told from the values when the table is read; nothing to tell of words
    IsoStamp,    ///< "2026-11-24T10:05:03.25+01:00", "2026-11-24 10:05:03"
    CommonStamp, ///< "24/Nov/2026:10:05:03 +0000"
    Pattern,     ///< a stamp by MappedColumn::pattern
    Seconds,     ///< of a latency, or of a stamp since the epoch, with or without a fraction
    Milliseconds,
    Microseconds,
    Nanoseconds,
    Bytes,
    Kibibytes, ///< 1,024 B
    Mebibytes,
    TrueIsOk,    ///< of Outcome: "success" is true where it went well
    TrueIsError, ///< of Outcome: "failed" is true where it did not
};

/// A column and what it is.
struct MappedColumn
{
    /// In the header; of JSON lines the path to it, names with `>` between ("request>host"); of
    /// a table without a header "#1", "#2" ...
    QString name;
    ColumnRole role = ColumnRole::Ignored;
    ColumnUnit unit = ColumnUnit::Automatic;
    /// Of ColumnUnit::Pattern, as strptime has it: %Y %m %d %H %M %S %f (a fraction) %b %y %j %p %I
    /// %z %s %%, any other character stands for itself.
    QString pattern;
    bool operator==(const MappedColumn &) const = default;
};

/// How a text is a table. What is Automatic, or '\0', is told from the content.
struct TableLayout
{
    enum class Form : std::uint8_t { Automatic, Separated, JsonLines, Query };
    enum class Header : std::uint8_t { Automatic, Present, Absent };

    Form form = Form::Automatic;
    char separator = '\0'; ///< ',', ';', '\t' or '|'
    char decimal = '\0';   ///< '.' or ','
    Header header = Header::Automatic;
    bool operator==(const TableLayout &) const = default;
};

/// Which of a table's columns is what.
struct ColumnMapping
{
    TableLayout layout;
    std::vector<MappedColumn> columns;
    /// Columns that are not listed get the role that is guessed, where no listed one has it (the
    /// command line's `--map` names some columns only). Else they are ignored.
    bool guessesOthers = false;

    /// The column that has `role`, null where there is none.
    [[nodiscard]] const MappedColumn *find(ColumnRole role) const;
    bool operator==(const ColumnMapping &) const = default;
};

/// The beginning of a table, to guess from and to show.
struct TableSample
{
    TableLayout layout;              ///< nothing in it is Automatic
    QStringList columns;             ///< names as MappedColumn has them
    std::vector<QStringList> values; ///< rows of as many cells as columns; a null text is absent
};

/// Why a column was given its role, for the person who looks at it.
struct ColumnGuess
{
    double certainty = 0; ///< in [0, 1]; 1 where name and values both say so
    QString reason; ///< translated: "Called “ts”; its values are times since the epoch in ms."
    bool operator==(const ColumnGuess &) const = default;
};

/// A mapping with every column of the table in its order, and as many reasons.
struct GuessedMapping
{
    ColumnMapping mapping; ///< guessesOthers is false: all are listed
    std::vector<ColumnGuess> guesses;
};

/// How many bytes of a text are looked at to tell what table it is.
inline constexpr qsizetype kSampledHead = 64 * 1024;

/// The beginning of a text as a table, at most 200 rows, all columns (of JSON lines: paths of the
/// values that occur in them).
/// @param head    the first bytes; where they are kSampledHead or more, what is cut at their end is
///                left out
/// @param layout  what is not Automatic in it is taken as said
/// @errors Format: there is no row of at least two cells in it, nor a JSON object a line
[[nodiscard]] Result<TableSample> sampleTable(QByteArrayView head, const TableLayout &layout);

/// Guesses what each column is, by its name and by its values.
[[nodiscard]] GuessedMapping guessMapping(const TableSample &sample);

/// `mapping` for the table of `sample`: all its columns, in their order, those that `mapping` lists
/// as it says, the others guessed or ignored; no layout or unit is Automatic any more where it
/// matters.
/// @errors what `validate` says
[[nodiscard]] Result<GuessedMapping> completeMapping(const ColumnMapping &mapping,
                                                     const TableSample &sample);

/// Whether rows can be read by `mapping`.
/// @param columns  of the table
/// @errors InvalidArgument: a column is not there (says which there are), two have the same role, a
///         unit does not fit its role, a pattern cannot be read; Format: no column is a time
[[nodiscard]] Result<> validate(const ColumnMapping &mapping, const QStringList &columns);

/// The same of a mapping that leaves columns to be guessed: it may lack the time.
[[nodiscard]] Result<> validateChoices(const ColumnMapping &mapping, const QStringList &columns);

/// The roles there are, in the order they are offered in, Ignored first.
[[nodiscard]] std::span<const ColumnRole> allRoles();
/// The units that values of `role` may be in, Automatic first.
[[nodiscard]] std::span<const ColumnUnit> unitsOf(ColumnRole role);
/// "begin", "request-bytes": stable, for files and the command line.
[[nodiscard]] QString roleId(ColumnRole role);
/// Translated.
[[nodiscard]] QString roleName(ColumnRole role);
/// @errors InvalidArgument naming the roles there are
[[nodiscard]] Result<ColumnRole> roleFromId(const QString &id);
/// "iso", "ms", "KiB": likewise. Of Automatic "auto".
[[nodiscard]] QString unitId(ColumnUnit unit);
[[nodiscard]] QString unitName(ColumnUnit unit);
[[nodiscard]] Result<ColumnUnit> unitFromId(const QString &id);

/// Adds what `--map` says: "begin=ts:ms,latency=took:us", "begin=day:%d.%m.%Y %H:%M:%S",
/// "ignore=note", "separator=;" (comma, semicolon, tab, pipe), "header=no", "decimal=comma".
/// A colon begins a unit only where one follows; a comma ends an entry only where `name=` follows.
/// @errors InvalidArgument: says what is wrong and how it is written
[[nodiscard]] Result<ColumnMapping> withChoices(ColumnMapping mapping, const QString &text);

/// {"form": "csv", "separator": ",", "decimal": ".", "header": true,
///  "columns": [{"name": "ts", "role": "begin", "unit": "ms"}]}
[[nodiscard]] QJsonObject mappingToJson(const ColumnMapping &mapping);
/// @errors Format: what is missing or unknown
[[nodiscard]] Result<ColumnMapping> mappingFromJson(const QJsonObject &json);

} // namespace dramatis::capture
