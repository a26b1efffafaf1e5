// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/exchange_sink.h"

#include "core/traffic/time_order.h"

#include <string>

namespace dramatis::traffic {

namespace {

/// Operations past this many are kept by their first path segment only ("GET /item/*"), so that a
/// capture of endless distinct paths still knows what they were directed at.
constexpr std::size_t kWholeOperations = table::StringPool::kDefaultCapacity - 4096;

} // namespace

struct ExchangeTableBuilder::Private
{
    explicit Private(std::shared_ptr<table::ChunkStore> chunks)
        : store(std::move(chunks))
        , order(store)
    {}

    StringId operationOf(const Exchange &exchange)
    {
        const std::string_view path = exchange.path.substr(0, exchange.path.find('?'));
        if (path.empty())
            return operations.intern(exchange.method);
        key.assign(exchange.method);
        if (!key.empty())
            key += ' ';
        const std::size_t prefix = key.size();
        key += path;
        if (operations.size() < kWholeOperations)
            return operations.intern(key);
        if (const StringId known = operations.find(key); known != operations.none())
            return known;
        key.resize(prefix);
        key += firstSegment(path);
        key += "/*";
        return operations.intern(key);
    }

    std::shared_ptr<table::ChunkStore> store;
    TimeOrder order;
    table::StringPool hosts;
    table::StringPool servers;
    table::StringPool clients{kClientCapacity};
    table::StringPool operations;
    std::string key; ///< reused, so that a row costs no allocation
    std::uint64_t size = 0;
};

ExchangeTableBuilder::ExchangeTableBuilder(std::shared_ptr<table::ChunkStore> store)
    : d(std::make_unique<Private>(std::move(store)))
{}

ExchangeTableBuilder::~ExchangeTableBuilder() = default;

Result<> ExchangeTableBuilder::add(const Exchange &exchange)
{
    Q_ASSERT(isKnown(exchange.begin));
    ExchangeRow row;
    row.begin = exchange.begin;
    row.latency = exchange.latency;
    row.requestBytes = exchange.requestBytes;
    row.responseBytes = exchange.responseBytes;
    row.status = exchange.status;
    row.outcome = exchange.outcome;
    row.host = d->hosts.intern(exchange.host);
    row.server = d->servers.intern(exchange.server);
    row.client = d->clients.intern(exchange.client);
    row.operation = d->operationOf(exchange);
    ++d->size;
    return d->order.add(row);
}

std::uint64_t ExchangeTableBuilder::size() const
{
    return d->size;
}

Result<ExchangeTablePtr> ExchangeTableBuilder::freeze(ResourceRule rule, JobControl &job)
{
    const auto done = std::exchange(d, std::make_unique<Private>(d->store));
    DRAMATIS_TRY(std::vector<ChunkInfo> chunks, done->order.finish(job));
    const auto shared = [](table::StringPool &pool) {
        return std::make_shared<const table::StringPool>(std::move(pool));
    };
    const ExchangePools pools{shared(done->hosts),
                              shared(done->servers),
                              shared(done->clients),
                              shared(done->operations)};
    return std::make_shared<const ExchangeTable>(done->store, std::move(chunks), pools, rule);
}

} // namespace dramatis::traffic
