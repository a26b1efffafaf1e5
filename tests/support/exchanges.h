// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange_sink.h"

#include <vector>

namespace dramatis::tests {

/// Seconds as the nanoseconds that tables hold.
[[nodiscard]] constexpr std::int64_t ns(double seconds)
{
    return static_cast<std::int64_t>(seconds * 1e9 + (seconds < 0 ? -0.5 : 0.5));
}

/// A small table written down exchange by exchange; the test links core_traffic:
///
///     const auto table = makeTable({{.begin = ns(0), .latency = ns(0.012), .responseBytes = 512,
///                                    .status = 200, .server = "10.0.0.1:80", .path = "/cart"},
///                                   ...});
///
/// An outcome that is not written follows from the status, where there is one.
[[nodiscard]] inline traffic::ExchangeTablePtr
makeTable(std::vector<traffic::Exchange> exchanges,
          traffic::ResourceRule rule = traffic::ResourceRule::Automatic,
          const std::shared_ptr<table::ChunkStore> &store = table::makeSpillingStore())
{
    traffic::ExchangeTableBuilder builder(store);
    for (traffic::Exchange &exchange : exchanges) {
        if (exchange.outcome == traffic::Outcome::Unknown && exchange.status != 0)
            exchange.outcome = traffic::outcomeOfStatus(exchange.status);
        if (!builder.add(exchange))
            qFatal("makeTable: a small table could not be stored");
    }
    NullJobControl job;
    auto table = builder.freeze(rule, job);
    if (!table)
        qFatal("makeTable: %s", qPrintable(table.error().toString()));
    return *table;
}

} // namespace dramatis::tests
