// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/model.h"

#include <cstdint>
#include <vector>

namespace dramatis::simulation {

/// When requests of one source come, one after the other.
///
/// Scale: Poisson and constant arrivals have their rate multiplied already; what is played from a
/// sample and renewal is superposed: whole copies, each with starts or gaps of its own, and a
/// thinned one for the rest.
class ArrivalStream
{
public:
    ArrivalStream(const Model &model, const SourceModel &source, const Draws &draws);

    /// Time of the next arrival in ns, never before the last; kNever when there is none before the
    /// end.
    [[nodiscard]] std::int64_t next();

private:
    /// One of the superposed copies.
    struct Copy
    {
        std::uint32_t number = 0;
        double keep = 1;           ///< share of arrivals that are kept
        std::int64_t due = kNever; ///< its next arrival
        std::uint32_t drawn = 0;   ///< candidates so far, kept or not
        std::int64_t slice = -1;   ///< slices played so far, less one
        std::size_t start = 0;     ///< of the block, in the played slices
        std::int64_t sliceBegin = 0;
        std::size_t at = 0;  ///< next offset
        std::size_t end = 0; ///< past the slice's last offset
    };

    [[nodiscard]] std::int64_t nextPoisson();
    [[nodiscard]] std::int64_t nextInHours();
    [[nodiscard]] std::int64_t nextOfCopies();
    void advance(Copy &copy);
    /// The next candidate of a copy, kept or not.
    [[nodiscard]] std::int64_t candidate(Copy &copy);
    [[nodiscard]] bool enterSlice(Copy &copy);

    const SourceModel &m_source;
    const Draws &m_draws;
    std::int64_t m_end;
    std::int64_t m_time = 0;
    std::uint32_t m_count = 0;
    RandomBlock m_block{};
    Sampler m_gaps;
    double m_highest = 0; ///< rate of the busiest hour
    std::vector<Copy> m_copies;
};

} // namespace dramatis::simulation
