// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/persona/persona.h"
#include "core/traffic/exchange_table.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

// What personas did, kept so that their traffic can be parted into random halves (goodness.h).
namespace dramatis::simulation {

// What is measured of each exchange, by its place in arrays, in s and B.
inline constexpr std::size_t kGaps = 0;
inline constexpr std::size_t kRequestSize = 1;
inline constexpr std::size_t kResponseSize = 2;
inline constexpr std::size_t kLatency = 3;
inline constexpr std::size_t kQuantities = 4;
inline constexpr std::array kFactors{1e-9, 1.0, 1.0, 1e-9}; ///< from ns and B to s and B

/// Which slices are looked at, and their blocks.
struct Blocks
{
    std::int64_t width = 0; ///< ns
    std::int64_t firstSlice = 0;
    std::int64_t slices = 0; ///< of the capture
    std::int64_t length = 1; ///< slices of a block
    std::int64_t stride = 1; ///< every such block is looked at
    std::size_t count = 0;   ///< of those looked at

    /// Place of a slice's block among those looked at, or none.
    [[nodiscard]] std::optional<std::size_t> blockOf(std::int64_t slice) const
    {
        const std::int64_t block = (slice - firstSlice) / length;
        if (block % stride != 0)
            return std::nullopt;
        return static_cast<std::size_t>(block / stride);
    }
    [[nodiscard]] std::int64_t firstSliceOf(std::size_t block) const
    {
        return firstSlice + static_cast<std::int64_t>(block) * stride * length;
    }
    [[nodiscard]] std::int64_t slicesOf(std::size_t block) const
    {
        return std::min(length, firstSlice + slices - firstSliceOf(block));
    }
};

/// A measured value and the block that it is of.
struct Value
{
    double value = 0;
    std::uint32_t block = 0;
};

/// What one persona did in the blocks that are looked at.
struct Behaviour
{
    struct Arrival
    {
        std::int64_t slice = 0;
        std::int64_t offset = 0; ///< ns since its slice's begin
    };
    std::vector<std::vector<Arrival>> arrivals;         ///< by block, in order of time
    std::array<std::vector<Value>, kQuantities> values; ///< sorted; gaps only where they are known
    std::size_t exchanges = 0;
};

/// What the personas of a set did, in the order of the set.
struct Behaviours
{
    Blocks blocks;
    std::vector<Behaviour> ofPersonas;
};

/// Walks the table once.
/// @param windows        what `set` was made from
/// @param mostExchanges  > 0: of a table with more than these, only every k-th block is looked at
/// @errors Cancelled; what walking the table says
[[nodiscard]] Result<Behaviours> behavioursOf(const traffic::ExchangeTable &table,
                                              const traffic::WindowTable &windows,
                                              const persona::PersonaSet &set,
                                              std::uint64_t mostExchanges,
                                              JobControl &job);

} // namespace dramatis::simulation
