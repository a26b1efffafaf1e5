// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/log_field.h"

#include <span>
#include <string_view>
#include <vector>

namespace dramatis::capture {

/// A column as the documentation of a format calls it, and what it is to us.
struct NamedColumn
{
    std::string_view name;
    LogField field;
};

/// How the fields of a line lie beside one another.
struct ColumnShape
{
    char separator = ' ';     ///< several spaces are one; of others each one parts two fields
    bool areWrapped = false;  ///< "a b", [a b] and {a b} are one field
    bool skipsBraces = false; ///< {a b} is no column (captured headers, as many as configured)
    bool mayHaveMore = false; ///< further fields may follow those that are known
};

/// Takes a line apart into its fields.
class ColumnScanner
{
public:
    ColumnScanner(std::string_view line, const ColumnShape &shape) : m_rest(line), m_shape(shape) {}

    /// Goes to the next field, which is without its wrapping. False at the end of the line.
    bool next(std::string_view &value);

private:
    bool goToField();
    std::string_view takeField();
    [[nodiscard]] bool isAddress() const;
    std::string_view takeWrapped(char end);

    std::string_view m_rest;
    ColumnShape m_shape;
    bool m_isFirst = true;
};

/// A line of columns in a known order: which of them is what.
class ColumnFormat
{
public:
    /// @param vocabulary  must outlive this
    ColumnFormat(std::span<const NamedColumn> vocabulary, const ColumnShape &shape)
        : m_vocabulary(vocabulary)
        , m_shape(shape)
    {}

    /// The order, as names in `names`, taken apart by `separators`; those that the vocabulary does
    /// not have are passed over, and so is what a second column would say again.
    void setColumns(std::string_view names, std::string_view separators);
    /// How many of the fields in `line` are names of the vocabulary: three make a header.
    [[nodiscard]] std::size_t countNames(std::string_view line) const;
    [[nodiscard]] bool has(LogField field) const;

    /// Takes a line apart up to the last column that means anything.
    [[nodiscard]] bool match(std::string_view line, LogFields &fields) const;
    /// The same to the very end: the line has no more fields than the format.
    [[nodiscard]] bool matchExactly(std::string_view line, LogFields &fields) const;

private:
    [[nodiscard]] LogField fieldNamed(std::string_view name) const;

    std::span<const NamedColumn> m_vocabulary;
    ColumnShape m_shape;
    std::vector<LogField> m_columns; ///< up to the last that means anything
    std::size_t m_known = 0;         ///< columns in all
};

} // namespace dramatis::capture
