// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/exchange_table.h"

#include "core/traffic/exchange_codec.h"
#include "core/traffic/tr.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <unordered_map>

namespace dramatis::traffic {

namespace {

using table::StringPool;

std::uint64_t pairKey(std::uint32_t first, std::uint32_t second)
{
    return std::uint64_t{first} << 32 | second;
}

Error danglingId()
{
    return makeError(ErrorKind::Format,
                     Tr::tr("A stored part of the capture names no known text."));
}

bool allBelow(const std::vector<StringId> &ids, const StringPool &pool)
{
    std::uint32_t most = 0;
    for (const StringId id : ids)
        most = std::max(most, number(id));
    return most < pool.size();
}

} // namespace

/// How exchanges get their resource: through the pool that the rule reads, or through pairs.
struct ExchangeTable::Naming
{
    std::shared_ptr<const StringPool> resources;
    StringColumn column = StringColumn::Operation; ///< what the rule reads
    std::vector<StringId> resourceOf;              ///< by id of that column; empty: the id itself
    bool pairs = false;                            ///< host and first segment
    std::unordered_map<std::uint64_t, StringId> ofPair; ///< by (host, resourceOf[operation])

    [[nodiscard]] StringId at(std::uint32_t host, std::uint32_t id) const
    {
        const StringId first = resourceOf.empty()       ? StringId{id}
                               : id < resourceOf.size() ? resourceOf[id]
                                                        : StringPool::none();
        if (!pairs)
            return first;
        const auto found = ofPair.find(pairKey(host, number(first)));
        return found == ofPair.end() ? StringPool::none() : found->second;
    }
};

/// The host of each resource, counted when it is first asked for.
struct ExchangeTable::Hosts
{
    std::once_flag once;
    std::vector<StringId> ofResource;
};

/// The routes, named when they are first asked for.
struct ExchangeTable::Routes
{
    explicit Routes(RouteTemplates written) : templates(std::move(written)) {}

    const RouteTemplates templates;
    std::once_flag once;
    RouteNames names;
};

ExchangeTable::ExchangeTable(std::shared_ptr<const table::ChunkStore> store,
                             std::vector<ChunkInfo> chunks,
                             ExchangePools pools,
                             ResourceRule rule,
                             RouteTemplates routes)
    : m_store(std::move(store))
    , m_chunks(std::move(chunks))
    , m_pools(std::move(pools))
    , m_routes(std::make_shared<Routes>(std::move(routes)))
{
    for (const ChunkInfo &chunk : m_chunks)
        m_size += chunk.rows;
    nameBy(rule);
}

/// Before anybody else has this table.
void ExchangeTable::nameBy(ResourceRule rule)
{
    m_rule = rule;
    if (rule == ResourceRule::Automatic)
        m_rule = m_pools.servers->size() > 1 ? ResourceRule::Server
                 : m_pools.hosts->size() > 2 ? ResourceRule::Host
                                             : ResourceRule::Segment;
    m_naming = naming(m_rule);
    m_hosts = std::make_shared<Hosts>();
}

std::shared_ptr<const ExchangeTable::Naming> ExchangeTable::naming(ResourceRule rule) const
{
    auto naming = std::make_shared<Naming>();
    switch (rule) {
    case ResourceRule::Server:
        naming->resources = m_pools.servers;
        naming->column = StringColumn::Server;
        return naming;
    case ResourceRule::Host:
        naming->resources = m_pools.hosts;
        naming->column = StringColumn::Host;
        return naming;
    case ResourceRule::Route:
        naming->resources = routes().names;
        naming->resourceOf = routes().ofOperation;
        return naming;
    case ResourceRule::Automatic: // resolved by the constructor
    case ResourceRule::Segment:
    case ResourceRule::HostAndSegment:
        break;
    }
    auto segments = std::make_shared<StringPool>();
    naming->resourceOf.reserve(m_pools.operations->size());
    for (std::uint32_t id = 0; id < m_pools.operations->size(); ++id)
        naming->resourceOf.push_back(
            segments->intern(firstSegment(pathOf(m_pools.operations->at(StringId{id})))));
    naming->resources = segments;
    if (rule == ResourceRule::HostAndSegment)
        namePairs(*naming);
    return naming;
}

/// Turns names by segment into names by host and segment, for the pairs that occur.
void ExchangeTable::namePairs(Naming &naming) const
{
    const std::shared_ptr<const StringPool> segments = naming.resources;
    auto names = std::make_shared<StringPool>();
    naming.pairs = true;
    std::string name;
    for (const ChunkInfo &chunk : m_chunks) {
        const Result<QByteArray> bytes = m_store->get(chunk.key);
        if (!bytes)
            continue; // whoever walks the table is told
        const auto hosts = decodeStringColumn(*bytes, StringColumn::Host);
        const auto operations = decodeStringColumn(*bytes, StringColumn::Operation);
        if (!hosts || !operations || hosts->size() != operations->size())
            continue;
        for (std::size_t i = 0; i < hosts->size(); ++i) {
            const std::uint32_t host = (*hosts)[i];
            const std::uint32_t operation = (*operations)[i];
            if (host >= m_pools.hosts->size() || operation >= naming.resourceOf.size())
                continue;
            const StringId segment = naming.resourceOf[operation];
            const auto [place, isNew] = naming.ofPair.try_emplace(pairKey(host, number(segment)));
            if (!isNew)
                continue;
            name.assign(m_pools.hosts->at(StringId{host}));
            name += segments->at(segment);
            place->second = names->intern(name);
        }
    }
    naming.resources = names;
}

const table::StringPool &ExchangeTable::resources() const
{
    return *m_naming->resources;
}

std::int64_t ExchangeTable::firstTime() const
{
    return m_chunks.empty() ? kUnknown : m_chunks.front().firstTime;
}

std::int64_t ExchangeTable::lastTime() const
{
    return m_chunks.empty() ? kUnknown : m_chunks.back().lastTime;
}

StringId ExchangeTable::hostOf(StringId resource) const
{
    std::call_once(m_hosts->once, [this] { countHosts(); });
    const std::uint32_t index = number(resource);
    return index < m_hosts->ofResource.size() ? m_hosts->ofResource[index] : StringPool::none();
}

const RouteNames &ExchangeTable::routes() const
{
    std::call_once(m_routes->once, [this] {
        m_routes->names = routeNames(*m_pools.operations, m_routes->templates);
    });
    return m_routes->names;
}

const RouteTemplates &ExchangeTable::routeTemplates() const
{
    return m_routes->templates;
}

void ExchangeTable::countHosts() const
{
    std::vector<StringId> &ofResource = m_hosts->ofResource;
    if (m_rule == ResourceRule::Host) {
        for (std::uint32_t id = 0; id < resources().size(); ++id)
            ofResource.push_back(StringId{id});
        return;
    }
    ofResource.assign(resources().size(), StringPool::none());
    if (m_pools.hosts->size() <= 1)
        return;
    std::unordered_map<std::uint64_t, std::uint64_t> counts;
    for (const ChunkInfo &info : m_chunks) {
        const Result<QByteArray> bytes = m_store->get(info.key);
        if (!bytes)
            continue;
        const auto hosts = decodeStringColumn(*bytes, StringColumn::Host);
        const auto ids = decodeStringColumn(*bytes, m_naming->column);
        if (!hosts || !ids || hosts->size() != ids->size())
            continue;
        for (std::size_t i = 0; i < ids->size(); ++i)
            ++counts[pairKey(number(m_naming->at((*hosts)[i], (*ids)[i])), (*hosts)[i])];
    }
    // The most frequent one, the lower id where two are equally so: the order of the map is no
    // matter.
    std::vector<std::uint64_t> most(ofResource.size(), 0);
    for (const auto &[key, count] : counts) {
        const auto resource = static_cast<std::uint32_t>(key >> 32);
        const auto host = static_cast<std::uint32_t>(key);
        if (resource >= most.size() || host == 0 || host >= m_pools.hosts->size())
            continue;
        if (count > most[resource]
            || (count == most[resource] && host < number(ofResource[resource]))) {
            most[resource] = count;
            ofResource[resource] = StringId{host};
        }
    }
}

Result<ExchangeChunk> ExchangeTable::chunk(std::size_t index) const
{
    Q_ASSERT(index < m_chunks.size());
    DRAMATIS_TRY(const QByteArray bytes, m_store->get(m_chunks[index].key));
    DRAMATIS_TRY(ExchangeChunk chunk, decodeChunk(bytes));
    if (chunk.size() != m_chunks[index].rows || !allBelow(chunk.host, *m_pools.hosts)
        || !allBelow(chunk.server, *m_pools.servers) || !allBelow(chunk.client, *m_pools.clients)
        || !allBelow(chunk.operation, *m_pools.operations))
        return danglingId();
    const std::vector<StringId> &ids = m_naming->column == StringColumn::Server ? chunk.server
                                       : m_naming->column == StringColumn::Host ? chunk.host
                                                                                : chunk.operation;
    chunk.resource.reserve(chunk.size());
    for (std::size_t i = 0; i < chunk.size(); ++i)
        chunk.resource.push_back(m_naming->at(number(chunk.host[i]), number(ids[i])));
    return chunk;
}

Result<> ExchangeTable::walk(JobControl &job,
                             const std::function<Result<>(const ExchangeChunk &)> &visit) const
{
    for (std::size_t i = 0; i < m_chunks.size(); ++i) {
        DRAMATIS_CHECK(
            job.checkpoint(static_cast<double>(i) / static_cast<double>(m_chunks.size())));
        DRAMATIS_TRY(const ExchangeChunk decoded, chunk(i));
        DRAMATIS_CHECK(visit(decoded));
    }
    return {};
}

std::shared_ptr<const ExchangeTable> ExchangeTable::withRule(ResourceRule rule) const
{
    auto table = std::make_shared<ExchangeTable>(*this);
    table->nameBy(rule);
    return table;
}

std::shared_ptr<const ExchangeTable> ExchangeTable::withRoutes(RouteTemplates templates) const
{
    auto table = std::make_shared<ExchangeTable>(*this);
    table->m_routes = std::make_shared<Routes>(std::move(templates));
    if (m_rule == ResourceRule::Route)
        table->nameBy(m_rule);
    return table;
}

std::size_t ExchangeTable::resourceCount(ResourceRule rule) const
{
    if (rule == m_rule)
        return resources().size() - 1;
    return withRule(rule)->resources().size() - 1;
}

} // namespace dramatis::traffic
