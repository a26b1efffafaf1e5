// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/persona/persona.h"
#include "core/traffic/exchange_table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dramatis::simulation {

struct GoodnessOptions
{
    std::uint64_t seed = 1;
    int splits = 10;      ///< of which the median distance is taken
    int references = 100; ///< random halves of the real data
    /// More exchanges than this are not looked at: of a longer capture, every k-th block is.
    std::uint64_t mostExchanges = 300'000;
};

/// A distance of at most this much reproduces a quantity, whatever halves of the data say
/// (GOALS.md, Truth).
inline constexpr double kCloseEnough = 0.05;

/// How well each persona of a set makes traffic like its own; none where it has fewer than six
/// blocks of time or fifty exchanges to hold out.
///
/// Time is cut into blocks of up to ten slices, as the bootstrap plays them. A random half of the
/// blocks makes the traffic, the other half is held out: arrivals are played from the first by the
/// very bootstrap of the simulation (ArrivalStream), for as long as the second lasted; sizes and
/// latencies are drawn from the quantile functions of the first. Rates, sizes and latencies that
/// were set by hand count. Against what was held out stand the Kolmogorov-Smirnov distances of gaps
/// (between requests of the persona within a slice, resources together), sizes and latency; the
/// mean rate and the index of dispersion of requests per slice, as the bootstrap has them when it
/// is played for long. The median over several such splits is the figure.
///
/// Traffic differs from itself, too: the reference is the 95th percentile of the same distance
/// between random halves of the real data. A quantity is reproduced where its distance is below
/// kCloseEnough or the reference. In the order of the set's personas.
///
/// @param windows  what `set` was made from
/// @errors Cancelled; what walking the table says
/// Cost: one walk; then O(references * exchanges looked at).
/// Source: Smirnov, Ann. Math. Stat. 19, 1948 (the distance); Politis and Romano, J. Am. Stat.
/// Assoc. 89, 1994 (blocks, for requests are not independent).
[[nodiscard]] Result<std::vector<std::optional<persona::Goodness>>>
goodnessOf(const traffic::ExchangeTable &table,
           const traffic::WindowTable &windows,
           const persona::PersonaSet &set,
           const GoodnessOptions &options,
           JobControl &job);

/// `set` with the goodness of its personas.
[[nodiscard]] Result<persona::PersonaSet> withGoodness(const traffic::ExchangeTable &table,
                                                       const traffic::WindowTable &windows,
                                                       persona::PersonaSet set,
                                                       const GoodnessOptions &options,
                                                       JobControl &job);

} // namespace dramatis::simulation
