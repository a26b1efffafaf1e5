// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/exchange_sink.h"

#include "core/traffic/time_order.h"

#include <string>
#include <vector>

namespace dramatis::traffic {

namespace {

/// Operations past this many are kept by their first path segment only ("GET /item/*"), so that a
/// capture of endless distinct paths still knows what they were directed at.
constexpr std::size_t kWholeOperations = table::StringPool::kDefaultCapacity - 4096;

} // namespace

struct ExchangeTableBuilder::Private
{
    /// A row whose client and operation are not looked up yet; they lie in `texts`.
    struct Waiting
    {
        ExchangeRow row;
        std::size_t textBegin = 0; ///< of the client; the operation follows it
        std::size_t clientSize = 0;
        std::size_t operationSize = 0;
        std::size_t pathBegin = 0; ///< in the operation
        std::uint32_t clientHash = 0;
        std::uint32_t operationHash = 0;
    };
    /// Rows that wait together: enough that their look-ups hide each other's wait for memory, few
    /// enough that what was fetched is still near when it is looked at.
    static constexpr std::size_t kBatch = 32;

    explicit Private(std::shared_ptr<table::ChunkStore> chunks)
        : store(std::move(chunks))
        , order(store)
    {
        waiting.reserve(kBatch);
    }

    void wait(const ExchangeRow &row, const Exchange &exchange)
    {
        Waiting one{row, texts.size(), exchange.client.size()};
        texts += exchange.client;
        texts += exchange.method;
        const std::string_view path = exchange.path.substr(0, exchange.path.find('?'));
        if (!exchange.method.empty() && !path.empty())
            texts += ' ';
        one.pathBegin = texts.size() - one.textBegin - one.clientSize;
        texts += path;
        one.operationSize = one.pathBegin + path.size();
        one.clientHash = table::StringPool::hashOf(clientOf(one));
        one.operationHash = table::StringPool::hashOf(operationOf(one));
        clients.prefetchSlot(one.clientHash);
        operations.prefetchSlot(one.operationHash);
        waiting.push_back(one);
    }

    /// Looks up what waits, in the order of adding.
    Result<> flush()
    {
        for (const Waiting &one : waiting) {
            clients.prefetchText(one.clientHash);
            operations.prefetchText(one.operationHash);
        }
        for (Waiting &one : waiting) {
            one.row.client = clients.intern(clientOf(one), one.clientHash);
            one.row.operation = internOperation(one);
            DRAMATIS_CHECK(order.add(one.row));
        }
        waiting.clear();
        texts.clear();
        return {};
    }

    [[nodiscard]] std::string_view clientOf(const Waiting &one) const
    {
        return std::string_view(texts).substr(one.textBegin, one.clientSize);
    }

    /// "GET /path", "GET" or "/path".
    [[nodiscard]] std::string_view operationOf(const Waiting &one) const
    {
        return std::string_view(texts).substr(one.textBegin + one.clientSize, one.operationSize);
    }

    StringId internOperation(const Waiting &one)
    {
        const std::string_view operation = operationOf(one);
        const std::string_view path = operation.substr(one.pathBegin);
        if (operations.size() < kWholeOperations || path.empty())
            return operations.intern(operation, one.operationHash);
        if (const StringId known = operations.find(operation, one.operationHash);
            known != operations.none())
            return known;
        key.assign(operation.substr(0, one.pathBegin));
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
    std::vector<Waiting> waiting;
    std::string texts;
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
    row.transfer = exchange.transfer;
    row.requestBytes = exchange.requestBytes;
    row.responseBytes = exchange.responseBytes;
    row.status = exchange.status;
    row.outcome = exchange.outcome;
    row.host = d->hosts.intern(exchange.host);
    row.server = d->servers.intern(exchange.server);
    d->wait(row, exchange);
    ++d->size;
    if (d->waiting.size() < Private::kBatch)
        return {};
    return d->flush();
}

std::uint64_t ExchangeTableBuilder::size() const
{
    return d->size;
}

Result<ExchangeTablePtr> ExchangeTableBuilder::freeze(ResourceRule rule, JobControl &job)
{
    const auto done = std::exchange(d, std::make_unique<Private>(d->store));
    DRAMATIS_CHECK(done->flush());
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
