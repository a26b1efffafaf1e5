// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/route_use.h"

#include "core/traffic/exchange_codec.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace dramatis::traffic {

namespace {

/// An operation with how often it was used.
struct UsedOperation
{
    std::uint64_t exchanges = 0;
    std::uint32_t id = 0;
};

/// By route: the operations that the rules put into it.
using LearnedGroups = std::map<StringId, std::vector<UsedOperation>>;

LearnedRoute learnedRoute(const table::StringPool &operations,
                          const RouteNames &routes,
                          StringId route,
                          std::vector<UsedOperation> &used)
{
    std::sort(used.begin(), used.end(), [&](const UsedOperation &a, const UsedOperation &b) {
        return std::tuple(b.exchanges, operations.at(StringId{a.id}))
               < std::tuple(a.exchanges, operations.at(StringId{b.id}));
    });
    LearnedRoute learned;
    learned.name = routes.names->text(route);
    learned.operations = used.size();
    for (const UsedOperation &one : used)
        learned.exchanges += one.exchanges;
    const std::string_view name = routes.names->at(route);
    const std::string_view first = operations.at(StringId{used.front().id});
    learned.written = templateOfLearned(first, name);
    for (const UsedOperation &one : used) {
        if (learned.examples.size() == static_cast<qsizetype>(kMostExamples))
            break;
        if (operations.at(StringId{one.id}) != name)
            learned.examples.append(operations.text(StringId{one.id}));
    }
    return learned;
}

} // namespace

Result<std::vector<std::uint64_t>> operationCounts(const ExchangeTable &table, JobControl &job)
{
    std::vector<std::uint64_t> counts(table.pools().operations->size());
    const std::vector<ChunkInfo> &chunks = table.chunks();
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        DRAMATIS_CHECK(job.checkpoint(static_cast<double>(i) / static_cast<double>(chunks.size())));
        DRAMATIS_TRY(const QByteArray bytes, table.store()->get(chunks[i].key));
        DRAMATIS_TRY(const std::vector<std::uint32_t> ids,
                     decodeStringColumn(bytes, StringColumn::Operation));
        for (const std::uint32_t id : ids) {
            if (id < counts.size()) // what names no operation is told by whoever walks the table
                ++counts[id];
        }
    }
    return counts;
}

std::vector<std::uint64_t> operationsByTemplate(const ExchangeTable &table)
{
    std::vector<std::uint64_t> operations(table.routeTemplates().size());
    for (const std::uint32_t taking : table.routes().takenBy) {
        if (taking != kLearned)
            ++operations[taking];
    }
    return operations;
}

RouteUse routeUse(const table::StringPool &operations,
                  const std::vector<std::uint64_t> &counts,
                  const RouteTemplates &templates)
{
    const RouteNames routes = routeNames(operations, templates);
    RouteUse use;
    use.templates.resize(templates.size());
    LearnedGroups groups;
    for (std::uint32_t id = 1; id < operations.size(); ++id) { // 0 is of those that have none
        const std::uint64_t exchanges = id < counts.size() ? counts[id] : 0;
        const std::uint32_t taking = routes.takenBy.empty() ? kLearned : routes.takenBy[id];
        if (taking == kLearned) {
            groups[routes.ofOperation[id]].push_back({exchanges, id});
        } else {
            ++use.templates[taking].operations;
            use.templates[taking].exchanges += exchanges;
        }
    }
    for (auto &[route, used] : groups)
        use.learned.push_back(learnedRoute(operations, routes, route, used));
    std::sort(
        use.learned.begin(), use.learned.end(), [](const LearnedRoute &a, const LearnedRoute &b) {
            return std::tie(b.exchanges, a.name) < std::tie(a.exchanges, b.name);
        });
    return use;
}

} // namespace dramatis::traffic
