// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/chunk_walk.h"

#include "core/base/parallel.h"

#include <optional>

namespace dramatis::traffic {

Result<> walkAhead(const ExchangeTable &table,
                   JobControl &job,
                   const QString &stage,
                   const std::function<Result<>(const ExchangeChunk &)> &visit)
{
    const std::size_t count = table.chunks().size();
    const unsigned threads = defaultThreadCount();
    const std::size_t batch = std::size_t{threads} * 2;
    std::vector<std::optional<Result<ExchangeChunk>>> decoded(batch);
    for (std::size_t first = 0; first < count; first += batch) {
        const std::size_t here = std::min(batch, count - first);
        parallelFor(here, 1, threads, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                decoded[i] = table.chunk(first + i);
        });
        for (std::size_t i = 0; i < here; ++i) {
            DRAMATIS_CHECK(
                job.checkpoint(static_cast<double>(first + i) / static_cast<double>(count), stage));
            DRAMATIS_TRY(const ExchangeChunk chunk, *std::move(decoded[i]));
            DRAMATIS_CHECK(visit(chunk));
        }
    }
    return {};
}

} // namespace dramatis::traffic
