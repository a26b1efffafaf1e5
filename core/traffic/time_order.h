// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/table/chunk_store.h"
#include "core/traffic/exchange_table.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace dramatis::traffic {

/// An exchange with its strings interned.
struct ExchangeRow
{
    std::int64_t begin = 0;
    std::int64_t latency = kUnknown;
    std::int64_t transfer = kUnknown;
    std::int64_t requestBytes = kUnknown;
    std::int64_t responseBytes = kUnknown;
    StringId host{0};
    StringId server{0};
    StringId client{0};
    StringId operation{0};
    std::uint16_t status = 0;
    Outcome outcome = Outcome::Unknown;
};

/// Puts rows that come in any order into frozen chunks in order of begin; rows of the same begin
/// keep the order of adding. Memory: two buffers of 131,072 rows, and 16 chunks while runs are
/// merged.
class TimeOrder
{
public:
    explicit TimeOrder(std::shared_ptr<table::ChunkStore> store);
    /// @errors Io
    Result<> add(const ExchangeRow &row);
    /// All rows added, as chunks in order. Nothing is left here afterwards.
    /// @errors Io, Format (of the store), Cancelled
    Result<std::vector<ChunkInfo>> finish(JobControl &job);

private:
    using Run =
        std::vector<ChunkInfo>; ///< chunks in order, the begin of each not before the one before

    /// Rows on their way into a run. Half of a full buffer is frozen, so a row may come up to half
    /// a buffer late.
    struct Lane
    {
        std::vector<ExchangeRow> rows;
        std::size_t sorted = 0; ///< so many rows at the front are in order
        std::int64_t frozenUpTo = kUnknown;
        Run run;
    };

    void sort(Lane &lane);
    Result<> freeze(Lane &lane, std::size_t count);
    Result<Run> merge(const std::vector<Run> &runs, JobControl &job);

    std::shared_ptr<table::ChunkStore> m_store;
    std::array<Lane, 2> m_lanes; ///< the second takes what is too late for the first
    std::vector<Run> m_lateRuns;
    std::vector<std::pair<std::int64_t, std::uint32_t>> m_keys;
    std::vector<ExchangeRow> m_scratch;
};

} // namespace dramatis::traffic
