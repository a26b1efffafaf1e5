// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/observation.h"
#include "core/traffic/observations/scopes.h"

#include <utility>
#include <vector>

namespace dramatis::traffic {

/// Finds closed-loop clients: load generators that wait for the answer before they ask again. They
/// ask less while answers are slow, so their latencies hide queueing ("coordinated omission": G.
/// Tene, How NOT to measure latency; open against closed: Schroeder, Wierman, Harchol-Balter, NSDI
/// 2006).
///
/// Each client's exchanges are judged in blocks of 100, by either of two signs:
///
/// - *Triggered*: at least 70 % of its requests begin within a quarter of its median gap after an
///   end of its own, each end used once. Independent Poisson requests do so in 1 - exp(-0.25 ln 2),
///   16 %. It works for any number of loops behind one address. Where the quarter is below twice
///   the resolution of the stamps it cannot tell.
/// - *Alone*: at least 95 % of its requests begin when none of its others is in flight, and the gap
///   from one begin to the next is correlated with the latency by at least 0.7: response times make
///   out half of the variance of the gaps. Independent ones have a correlation of 0 +- 0.1.
///
/// A client is closed-loop if at least half of its blocks are; it is told if such clients make at
/// least 10 % of the exchanges.
class ClosedLoops
{
public:
    explicit ClosedLoops(const ObservedCapture &capture);
    void add(const ExchangeChunk &chunk, std::size_t row);
    void finish(std::vector<Observation> &found);

private:
    static constexpr std::size_t kMostEnds = 1000; ///< loops of one client that can be told

    using Interval = std::pair<std::int64_t, std::int64_t>; ///< begin and end, ns

    struct Client
    {
        std::vector<Interval> block;
        std::vector<std::int64_t> ends; ///< of earlier blocks, that may still trigger; ascending
        std::uint32_t blocks = 0;
        std::uint32_t closed = 0; ///< of the blocks
    };

    static void judge(Client &client);

    ObservedCapture m_capture;
    ObservedIds m_ids;
    std::vector<Client> m_clients;
};

} // namespace dramatis::traffic
