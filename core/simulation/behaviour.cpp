// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/behaviour.h"

#include "core/persona/persona_finder.h"
#include "core/traffic/window_width.h"

#include <algorithm>
#include <cmath>

namespace dramatis::simulation {

namespace {

constexpr std::int64_t kLongestBlock = 10; ///< slices, as the bootstrap's
constexpr std::int64_t kWantedBlocks = 40;

Blocks blocksOf(const traffic::ExchangeTable &table,
                const traffic::WindowTable &windows,
                std::uint64_t mostExchanges)
{
    Blocks blocks;
    blocks.width = std::llround(windows.widthSeconds * 1e9);
    blocks.firstSlice = traffic::sliceOf(table.firstTime(), blocks.width);
    blocks.slices = traffic::sliceOf(table.lastTime(), blocks.width) - blocks.firstSlice + 1;
    blocks.length = std::clamp<std::int64_t>(blocks.slices / kWantedBlocks, 1, kLongestBlock);
    blocks.stride = static_cast<std::int64_t>((table.size() + mostExchanges - 1)
                                              / std::max<std::uint64_t>(1, mostExchanges));
    const std::int64_t all = (blocks.slices + blocks.length - 1) / blocks.length;
    blocks.count = static_cast<std::size_t>((all + blocks.stride - 1) / blocks.stride);
    return blocks;
}

class Watcher
{
public:
    Watcher(const Blocks &blocks,
            const traffic::WindowTable &windows,
            const persona::PersonaSet &set)
        : m_blocks(blocks)
        , m_finder(windows, set)
        , m_behaviours(set.personas.size())
    {
        for (std::size_t i = 0; i < m_behaviours.size(); ++i) {
            m_behaviours[i].arrivals.resize(blocks.count);
            m_gapsKnown.push_back(!std::isnan(set.personas[i].gapMean));
        }
    }

    void add(const traffic::ExchangeChunk &chunk)
    {
        for (std::size_t row = 0; row < chunk.size(); ++row) {
            const std::int64_t slice = traffic::sliceOf(chunk.begin[row], m_blocks.width);
            const auto block = m_blocks.blockOf(slice);
            const int persona = m_finder.find(chunk.resource[row], slice);
            if (block && persona >= 0)
                add(static_cast<std::size_t>(persona), *block, slice, chunk, row);
        }
    }

    std::vector<Behaviour> finished()
    {
        for (Behaviour &behaviour : m_behaviours) {
            for (std::vector<Value> &values : behaviour.values)
                std::sort(values.begin(), values.end(), [](const Value &a, const Value &b) {
                    return a.value < b.value;
                });
        }
        return std::move(m_behaviours);
    }

private:
    void add(std::size_t persona,
             std::size_t block,
             std::int64_t slice,
             const traffic::ExchangeChunk &chunk,
             std::size_t row)
    {
        Behaviour &behaviour = m_behaviours[persona];
        ++behaviour.exchanges;
        const std::int64_t offset = chunk.begin[row] - traffic::sliceBegin(slice, m_blocks.width);
        const auto put = [&](std::size_t quantity, std::int64_t value) {
            if (isKnown(value))
                behaviour.values[quantity].push_back(
                    {static_cast<double>(value) * kFactors[quantity],
                     static_cast<std::uint32_t>(block)});
        };
        std::vector<Behaviour::Arrival> &arrivals = behaviour.arrivals[block];
        if (m_gapsKnown[persona] && !arrivals.empty() && arrivals.back().slice == slice)
            put(kGaps, offset - arrivals.back().offset);
        arrivals.push_back({slice, offset});
        put(kRequestSize, chunk.requestBytes[row]);
        put(kResponseSize, chunk.responseBytes[row]);
        put(kLatency, chunk.latency[row]);
    }

    const Blocks &m_blocks;
    persona::PersonaFinder m_finder;
    std::vector<Behaviour> m_behaviours;
    std::vector<bool> m_gapsKnown;
};

} // namespace

Result<Behaviours> behavioursOf(const traffic::ExchangeTable &table,
                                const traffic::WindowTable &windows,
                                const persona::PersonaSet &set,
                                std::uint64_t mostExchanges,
                                JobControl &job)
{
    Behaviours behaviours;
    behaviours.blocks = blocksOf(table, windows, mostExchanges);
    Watcher watcher(behaviours.blocks, windows, set);
    DRAMATIS_CHECK(table.walk(job, [&](const traffic::ExchangeChunk &chunk) -> Result<> {
        watcher.add(chunk);
        return {};
    }));
    behaviours.ofPersonas = watcher.finished();
    return behaviours;
}

} // namespace dramatis::simulation
