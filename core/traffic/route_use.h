// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange_table.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace dramatis::traffic {

/// How many exchanges each operation of a table has, by the operation's id. Walks one column.
/// @errors Io, Format, Cancelled
[[nodiscard]] Result<std::vector<std::uint64_t>> operationCounts(const ExchangeTable &table,
                                                                 JobControl &job);

/// How many operations each template of the table takes, by its index.
[[nodiscard]] std::vector<std::uint64_t> operationsByTemplate(const ExchangeTable &table);

/// What one template takes.
struct TemplateUse
{
    std::uint64_t operations = 0;
    std::uint64_t exchanges = 0;
};

/// A route that the rules learned, of what no template takes.
struct LearnedRoute
{
    QString name;    ///< "GET /users/{id}"
    QString written; ///< the template that takes the same; empty where none can
    std::uint64_t operations = 0;
    std::uint64_t exchanges = 0;
    QStringList examples; ///< a few of its operations where it folds any, the most used first
};

/// What the routes of a table are made of.
struct RouteUse
{
    std::vector<TemplateUse> templates; ///< by the template's index
    std::vector<LearnedRoute> learned;  ///< the most exchanges first, then by name
};

/// Most operations that are shown of a learned route.
inline constexpr std::size_t kMostExamples = 3;

/// @param counts  of `operationCounts`
[[nodiscard]] RouteUse routeUse(const table::StringPool &operations,
                                const std::vector<std::uint64_t> &counts,
                                const RouteTemplates &templates);

} // namespace dramatis::traffic
