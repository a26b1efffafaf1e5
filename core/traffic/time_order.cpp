// SPDX-License-Identifier: GPL-3.0-or-later
//
// Logs are nearly in order: lines are written when an exchange ends, so begins are displaced by the
// latency. A buffer of 131,072 rows is sorted when it is full and its first half frozen into a
// chunk, so a row may come 65,536 rows late and nothing more is to be done. A row that is later
// than that goes to a second buffer of the same kind, which makes runs of its own; where it is too
// late there as well, that run is closed and the next begun (several files of the same hour, given
// one after the other, are one run each). At the end runs that do not overlap are put one after the
// other as they are, others merged, at most 16 at a time.
//
// Ties: a row enters the second lane only when the first is frozen beyond its begin, so a row of
// the same begin in the first lane came earlier; the same holds between a run and the next. Merging
// prefers the earlier run, hence the order of adding is kept.
#include "core/traffic/time_order.h"

#include "core/table/column_codec.h"
#include "core/traffic/exchange_codec.h"

#include <queue>

#include <algorithm>

namespace dramatis::traffic {

namespace {

constexpr std::size_t kHalf = table::kChunkRows;
constexpr std::size_t kMergeWidth = 16;

void reserve(ExchangeChunk &chunk, std::size_t rows)
{
    chunk.begin.reserve(rows);
    chunk.latency.reserve(rows);
    chunk.transfer.reserve(rows);
    chunk.requestBytes.reserve(rows);
    chunk.responseBytes.reserve(rows);
    chunk.status.reserve(rows);
    chunk.outcome.reserve(rows);
    chunk.host.reserve(rows);
    chunk.server.reserve(rows);
    chunk.client.reserve(rows);
    chunk.operation.reserve(rows);
}

void append(ExchangeChunk &chunk, const ExchangeRow &row)
{
    chunk.begin.push_back(row.begin);
    chunk.latency.push_back(row.latency);
    chunk.transfer.push_back(row.transfer);
    chunk.requestBytes.push_back(row.requestBytes);
    chunk.responseBytes.push_back(row.responseBytes);
    chunk.status.push_back(row.status);
    chunk.outcome.push_back(row.outcome);
    chunk.host.push_back(row.host);
    chunk.server.push_back(row.server);
    chunk.client.push_back(row.client);
    chunk.operation.push_back(row.operation);
}

/// Appends rows [from, to) of `source`.
void append(ExchangeChunk &chunk, const ExchangeChunk &source, std::size_t from, std::size_t to)
{
    const auto copy = [from, to](auto &target, const auto &values) {
        target.insert(target.end(),
                      values.begin() + static_cast<std::ptrdiff_t>(from),
                      values.begin() + static_cast<std::ptrdiff_t>(to));
    };
    copy(chunk.begin, source.begin);
    copy(chunk.latency, source.latency);
    copy(chunk.transfer, source.transfer);
    copy(chunk.requestBytes, source.requestBytes);
    copy(chunk.responseBytes, source.responseBytes);
    copy(chunk.status, source.status);
    copy(chunk.outcome, source.outcome);
    copy(chunk.host, source.host);
    copy(chunk.server, source.server);
    copy(chunk.client, source.client);
    copy(chunk.operation, source.operation);
}

Result<ChunkInfo> stored(table::ChunkStore &store, const ExchangeChunk &chunk)
{
    ChunkInfo info;
    info.rows = static_cast<std::uint32_t>(chunk.size());
    info.firstTime = chunk.begin.front();
    info.lastTime = chunk.begin.back();
    DRAMATIS_TRY(info.key, store.put(encodeChunk(chunk)));
    return info;
}

/// A run being read while it is merged; chunks are dropped from the store as they are used up.
class Cursor
{
public:
    Cursor(table::ChunkStore &store, const std::vector<ChunkInfo> &run) : m_store(store), m_run(run)
    {}

    [[nodiscard]] bool atEnd() const { return m_row == m_chunk.size(); }
    [[nodiscard]] std::int64_t begin() const { return m_chunk.begin[m_row]; }

    Result<> next()
    {
        m_chunk = {};
        m_row = 0;
        if (m_index > 0)
            m_store.drop(m_run[m_index - 1].key);
        if (m_index == m_run.size())
            return {};
        DRAMATIS_TRY(const QByteArray bytes, m_store.get(m_run[m_index].key));
        DRAMATIS_TRY(m_chunk, decodeChunk(bytes));
        ++m_index;
        return {};
    }

    /// Moves at most `room` rows to `target`: those before `limit`, and those at it where
    /// `inclusive`.
    void moveTo(ExchangeChunk &target, std::size_t room, std::int64_t limit, bool inclusive)
    {
        const auto from = m_chunk.begin.begin() + static_cast<std::ptrdiff_t>(m_row);
        const auto end = inclusive ? std::upper_bound(from, m_chunk.begin.end(), limit)
                                   : std::lower_bound(from, m_chunk.begin.end(), limit);
        const std::size_t count = std::min(room, static_cast<std::size_t>(end - from));
        append(target, m_chunk, m_row, m_row + count);
        m_row += count;
    }

private:
    table::ChunkStore &m_store;
    const std::vector<ChunkInfo> &m_run;
    ExchangeChunk m_chunk;
    std::size_t m_index = 0;
    std::size_t m_row = 0;
};

std::uint64_t rowsOf(const std::vector<ChunkInfo> &run)
{
    std::uint64_t rows = 0;
    for (const ChunkInfo &chunk : run)
        rows += chunk.rows;
    return rows;
}

/// The runs one after the other, if none overlaps the next; else empty.
std::vector<ChunkInfo> concatenated(const std::vector<std::vector<ChunkInfo>> &runs)
{
    std::vector<std::size_t> order(runs.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&runs](std::size_t a, std::size_t b) {
        return runs[a].front().firstTime < runs[b].front().firstTime;
    });
    std::vector<ChunkInfo> all;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto &run = runs[order[i]];
        if (i > 0) {
            const std::int64_t last = runs[order[i - 1]].back().lastTime;
            const std::int64_t first = run.front().firstTime;
            if (first < last || (first == last && order[i] < order[i - 1]))
                return {};
        }
        all.insert(all.end(), run.begin(), run.end());
    }
    return all;
}

} // namespace

TimeOrder::TimeOrder(std::shared_ptr<table::ChunkStore> store) : m_store(std::move(store)) {}

Result<> TimeOrder::add(const ExchangeRow &row)
{
    Lane *lane = m_lanes.data();
    if (row.begin < lane->frozenUpTo) {
        lane = &m_lanes[1];
        if (row.begin < lane->frozenUpTo) { // too late here as well: the next run begins
            sort(*lane);
            while (!lane->rows.empty())
                DRAMATIS_CHECK(freeze(*lane, std::min(kHalf, lane->rows.size())));
            m_lateRuns.push_back(std::move(lane->run));
            *lane = {};
        }
    }
    if (lane->sorted == lane->rows.size()
        && (lane->rows.empty() || lane->rows.back().begin <= row.begin))
        ++lane->sorted;
    lane->rows.push_back(row);
    if (lane->rows.size() < 2 * kHalf)
        return {};
    sort(*lane);
    return freeze(*lane, kHalf);
}

/// Sorts the unsorted rows at the back and merges them with those in front, stably.
void TimeOrder::sort(Lane &lane)
{
    if (lane.sorted == lane.rows.size())
        return;
    const std::size_t sorted = lane.sorted;
    m_keys.clear();
    for (std::size_t i = sorted; i < lane.rows.size(); ++i)
        m_keys.emplace_back(lane.rows[i].begin, static_cast<std::uint32_t>(i));
    std::sort(m_keys.begin(), m_keys.end()); // (begin, index) is unique, hence stable
    m_scratch.clear();
    std::size_t front = 0;
    for (const auto &[begin, index] : m_keys) {
        while (front < sorted && lane.rows[front].begin <= begin)
            m_scratch.push_back(lane.rows[front++]);
        m_scratch.push_back(lane.rows[index]);
    }
    m_scratch.insert(m_scratch.end(),
                     lane.rows.begin() + static_cast<std::ptrdiff_t>(front),
                     lane.rows.begin() + static_cast<std::ptrdiff_t>(sorted));
    lane.rows.swap(m_scratch);
    lane.sorted = lane.rows.size();
}

/// Makes a chunk of the first `count` rows of a sorted lane.
Result<> TimeOrder::freeze(Lane &lane, std::size_t count)
{
    ExchangeChunk chunk;
    reserve(chunk, count);
    for (std::size_t i = 0; i < count; ++i)
        append(chunk, lane.rows[i]);
    DRAMATIS_TRY(const ChunkInfo info, stored(*m_store, chunk));
    lane.run.push_back(info);
    lane.frozenUpTo = info.lastTime;
    lane.rows.erase(lane.rows.begin(), lane.rows.begin() + static_cast<std::ptrdiff_t>(count));
    lane.sorted = lane.rows.size();
    return {};
}

Result<std::vector<ChunkInfo>> TimeOrder::finish(JobControl &job)
{
    std::vector<Run> runs;
    for (Lane &lane : m_lanes) {
        sort(lane);
        while (!lane.rows.empty())
            DRAMATIS_CHECK(freeze(lane, std::min(kHalf, lane.rows.size())));
    }
    runs.push_back(std::move(m_lanes[0].run));
    std::move(m_lateRuns.begin(), m_lateRuns.end(), std::back_inserter(runs));
    runs.push_back(std::move(m_lanes[1].run));
    m_lateRuns.clear();
    m_lanes = {};
    m_keys = {};
    m_scratch = {};
    std::erase_if(runs, [](const Run &run) { return run.empty(); });
    if (runs.empty())
        return Run{};
    if (Run all = concatenated(runs); !all.empty())
        return all;
    while (runs.size() > 1) {
        std::vector<Run> merged;
        for (std::size_t i = 0; i < runs.size(); i += kMergeWidth) {
            const auto first = runs.begin() + static_cast<std::ptrdiff_t>(i);
            const auto count = static_cast<std::ptrdiff_t>(std::min(kMergeWidth, runs.size() - i));
            DRAMATIS_TRY(Run run, merge({first, first + count}, job));
            merged.push_back(std::move(run));
        }
        runs = std::move(merged);
    }
    return std::move(runs.front());
}

/// Merges runs, the earlier one first where begins are equal, and drops their chunks.
Result<TimeOrder::Run> TimeOrder::merge(const std::vector<Run> &runs, JobControl &job)
{
    if (runs.size() == 1)
        return runs.front();
    using Head = std::pair<std::int64_t, std::size_t>; // begin, run
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
    std::vector<Cursor> cursors;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        cursors.emplace_back(*m_store, runs[i]);
        DRAMATIS_CHECK(cursors[i].next());
        heads.emplace(cursors[i].begin(), i);
        total += rowsOf(runs[i]);
    }
    Run result;
    ExchangeChunk chunk;
    std::uint64_t done = 0;
    while (!heads.empty()) {
        const std::size_t index = heads.top().second;
        Cursor &cursor = cursors[index];
        heads.pop();
        const std::int64_t limit =
            heads.empty() ? std::numeric_limits<std::int64_t>::max() : heads.top().first;
        const bool inclusive = heads.empty() || index < heads.top().second;
        cursor.moveTo(chunk, table::kChunkRows - chunk.size(), limit, inclusive);
        if (cursor.atEnd())
            DRAMATIS_CHECK(cursor.next());
        if (!cursor.atEnd())
            heads.emplace(cursor.begin(), index);
        if (chunk.size() == table::kChunkRows || heads.empty()) {
            done += chunk.size();
            DRAMATIS_TRY(const ChunkInfo info, stored(*m_store, chunk));
            result.push_back(info);
            chunk = {};
            DRAMATIS_CHECK(job.checkpoint(static_cast<double>(done) / static_cast<double>(total)));
        }
    }
    return result;
}

} // namespace dramatis::traffic
