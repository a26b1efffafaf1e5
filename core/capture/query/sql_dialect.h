// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/capture/tables/column_mapping.h"

#include <QString>

namespace dramatis::capture {

/// What values of a column are in the engine.
enum class SqlType { Integer, Real, Text, Time, Boolean };

/// How an engine writes what is counted. Expressions give NULL for what is unknown.
class SqlDialect
{
public:
    enum class Engine { Sqlite, PostgreSql };
    explicit SqlDialect(Engine engine) : m_engine(engine) {}

    [[nodiscard]] Engine engine() const { return m_engine; }

    /// An identifier in quotes, whatever is in it.
    [[nodiscard]] static QString quoted(const QString &identifier);
    /// "schema.name" with each part in quotes.
    [[nodiscard]] static QString quotedTable(const QString &table);

    /// A column as a number; of texts those that are one.
    [[nodiscard]] QString number(const QString &column, SqlType type) const;
    /// A column as text, never NULL.
    [[nodiscard]] QString text(const QString &column, SqlType type) const;
    /// A stamp in ns since the epoch, as an integer.
    /// @errors Unsupported: a form of stamps that the engine is not asked to read
    [[nodiscard]] Result<QString> nanoseconds(const MappedColumn &column, SqlType type) const;
    /// A number as the nearest integer.
    [[nodiscard]] QString rounded(const QString &expression) const;
    /// The part of a text before the first `character`, all of it where there is none.
    [[nodiscard]] QString before(const QString &expression, QChar character) const;
    /// The first segment of a path, as traffic::firstSegment has it; '' of ''.
    [[nodiscard]] QString firstSegment(const QString &path) const;

private:
    Engine m_engine;
};

} // namespace dramatis::capture
