// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/observed_calls.h"

#include "core/traffic/calls.h"

#include <algorithm>
#include <unordered_map>

namespace dramatis::topology {

namespace {

constexpr double kMostlyCalled = 0.5;

} // namespace

Result<ObservedCalls> observedCalls(const traffic::ExchangeTable &table, JobControl &job)
{
    ObservedCalls found;
    const std::size_t resources = table.resources().size();
    found.exchanges.assign(resources, 0);
    found.latencySum.assign(resources, 0);
    found.isInternal.assign(resources, false);
    const traffic::Callers callers(table);
    if (!callers.any())
        return found;
    std::unordered_map<std::uint64_t, std::size_t> placeOf;
    std::vector<double> called(resources, 0);
    DRAMATIS_CHECK(table.walk(job, [&](const traffic::ExchangeChunk &chunk) -> Result<> {
        for (std::size_t row = 0; row < chunk.size(); ++row) {
            const StringId callee = chunk.resource[row];
            const double latency =
                isKnown(chunk.latency[row]) ? static_cast<double>(chunk.latency[row]) * 1e-9 : 0;
            found.exchanges[number(callee)] += 1;
            found.latencySum[number(callee)] += latency;
            const auto caller = callers.of(chunk.client[row], callee);
            if (!caller || *caller == callee || callee == table::StringPool::none())
                continue;
            const std::uint64_t key = std::uint64_t{number(*caller)} << 32 | number(callee);
            const auto [place, isNew] = placeOf.try_emplace(key, found.calls.size());
            if (isNew)
                found.calls.push_back({*caller, callee, 0, 0});
            found.calls[place->second].calls += 1;
            found.calls[place->second].latencySum += latency;
            called[number(callee)] += 1;
        }
        return {};
    }));
    for (std::size_t id = 0; id < resources; ++id)
        found.isInternal[id] = called[id] > 0 && called[id] >= kMostlyCalled * found.exchanges[id];
    std::stable_sort(found.calls.begin(), found.calls.end(), [](const auto &a, const auto &b) {
        return a.calls > b.calls;
    });
    return found;
}

Distribution scaledTimes(Distribution times, double factor)
{
    times.mean *= factor;
    times.min *= factor;
    times.max *= factor;
    for (double &quantile : times.quantiles)
        quantile *= factor;
    return times;
}

} // namespace dramatis::topology
