// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/table/chunk_store.h"
#include "core/table/string_pool.h"
#include "core/traffic/exchange.h"
#include "core/traffic/resource_rule.h"
#include "core/traffic/route_names.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace dramatis::traffic {

/// Up to 65,536 exchanges in time order, column by column; all columns are equally long.
struct ExchangeChunk
{
    std::vector<std::int64_t> begin;         ///< ns since the epoch, ascending
    std::vector<std::int64_t> latency;       ///< ns or kUnknown
    std::vector<std::int64_t> transfer;      ///< ns or kUnknown
    std::vector<std::int64_t> requestBytes;  ///< B or kUnknown
    std::vector<std::int64_t> responseBytes; ///< B or kUnknown
    std::vector<std::uint16_t> status;       ///< 0 is none
    std::vector<Outcome> outcome;
    std::vector<StringId> host;
    std::vector<StringId> server;
    std::vector<StringId> client;
    std::vector<StringId> operation; ///< "GET /path" in the operations pool
    std::vector<StringId> resource;  ///< by the table's resource rule, in the resources pool

    [[nodiscard]] std::size_t size() const { return begin.size(); }
    /// ns; see traffic::endOf.
    [[nodiscard]] std::int64_t end(std::size_t row) const
    {
        return endOf(begin[row], latency[row], transfer[row]);
    }
};

/// Where a frozen chunk lies and what it covers.
struct ChunkInfo
{
    std::uint64_t key = 0; ///< in the ChunkStore
    std::uint32_t rows = 0;
    std::int64_t firstTime = kUnknown; ///< begin of its first row, ns
    std::int64_t lastTime = kUnknown;  ///< begin of its last row, ns
    bool operator==(const ChunkInfo &) const = default;
};

/// Most clients that are told apart. They are counted, so more of them are kept than of names that
/// are shown one by one (StringPool::kDefaultCapacity).
inline constexpr std::size_t kClientCapacity = std::size_t{1} << 20;

/// The strings of a table. `resources` belongs to the rule, the others to the capture.
struct ExchangePools
{
    std::shared_ptr<const table::StringPool> hosts;
    std::shared_ptr<const table::StringPool> servers;
    std::shared_ptr<const table::StringPool> clients;
    std::shared_ptr<const table::StringPool> operations;
};

/// A capture's exchanges, frozen, in order of begin: a list of compressed chunks behind a
/// ChunkStore. Walk it, never ask for a whole column. Shared by every thread without a lock.
class ExchangeTable
{
public:
    /// @param rule    how resources are named; Automatic is resolved here (see resource_rule.h)
    /// @param routes  what a person wrote of how routes are named
    ExchangeTable(std::shared_ptr<const table::ChunkStore> store,
                  std::vector<ChunkInfo> chunks,
                  ExchangePools pools,
                  ResourceRule rule,
                  RouteTemplates routes = {});

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::int64_t firstTime() const; ///< ns, kUnknown if empty
    [[nodiscard]] std::int64_t lastTime() const;  ///< begin of the last exchange, ns
    [[nodiscard]] const std::vector<ChunkInfo> &chunks() const { return m_chunks; }
    [[nodiscard]] const ExchangePools &pools() const { return m_pools; }
    [[nodiscard]] std::shared_ptr<const table::ChunkStore> store() const { return m_store; }

    /// Names of the resources, by the `resource` column's ids.
    /// Id 0, the empty name, is of exchanges that name none (no upstream answered, no path was
    /// read).
    [[nodiscard]] const table::StringPool &resources() const;
    [[nodiscard]] ResourceRule rule() const { return m_rule; } ///< never Automatic
    /// The operations by route. The first call names them all (see route_names.h).
    [[nodiscard]] const RouteNames &routes() const;
    /// What names routes before the learned rules do.
    [[nodiscard]] const RouteTemplates &routeTemplates() const;
    /// The host (in pools().hosts) that most exchanges of `resource` name, none() where they name
    /// none: instances of one host belong together. The first call walks two columns of the table;
    /// what cannot be decoded is left out.
    [[nodiscard]] StringId hostOf(StringId resource) const;

    /// Decodes chunk `index`. Thread safe.
    [[nodiscard]] Result<ExchangeChunk> chunk(std::size_t index) const;
    /// Calls `visit` for each chunk in time order; stops at its first error.
    Result<> walk(JobControl &job,
                  const std::function<Result<>(const ExchangeChunk &)> &visit) const;

    /// The same exchanges with resources named by another rule; chunks are shared.
    [[nodiscard]] std::shared_ptr<const ExchangeTable> withRule(ResourceRule rule) const;
    /// The same exchanges with routes named by other templates; chunks are shared, and the
    /// resources unless they are routes.
    [[nodiscard]] std::shared_ptr<const ExchangeTable> withRoutes(RouteTemplates templates) const;
    /// How many named resources `rule` would give. Cost: O(operations); host and segment combined
    /// walks two columns of the table.
    [[nodiscard]] std::size_t resourceCount(ResourceRule rule) const;

private:
    struct Naming;
    struct Hosts;
    struct Routes;

    void nameBy(ResourceRule rule);
    [[nodiscard]] std::shared_ptr<const Naming> naming(ResourceRule rule) const;
    void namePairs(Naming &naming) const;
    void countHosts() const;

    std::shared_ptr<const table::ChunkStore> m_store;
    std::vector<ChunkInfo> m_chunks;
    ExchangePools m_pools;
    ResourceRule m_rule = ResourceRule::Automatic;
    std::shared_ptr<const Naming> m_naming;
    std::shared_ptr<Hosts> m_hosts;
    std::shared_ptr<Routes> m_routes; ///< shared by the tables of other rules, not of other routes
    std::uint64_t m_size = 0;
};

using ExchangeTablePtr = std::shared_ptr<const ExchangeTable>;

} // namespace dramatis::traffic
