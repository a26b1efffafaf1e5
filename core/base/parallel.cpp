// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

namespace dramatis {

unsigned defaultThreadCount() noexcept
{
    return std::max(1u, std::thread::hardware_concurrency());
}

void parallelFor(std::size_t count,
                 std::size_t grain,
                 unsigned threads,
                 const std::function<void(std::size_t, std::size_t)> &work)
{
    if (count == 0)
        return;
    grain = std::max<std::size_t>(grain, 1);
    const std::size_t ranges = (count + grain - 1) / grain;
    const std::size_t used = std::min<std::size_t>(std::max(threads, 1u), ranges);

    std::atomic<std::size_t> next = 0;
    std::mutex failureMutex;
    std::exception_ptr failure;
    std::size_t failedRange = std::numeric_limits<std::size_t>::max();

    const auto drain = [&] {
        for (;;) {
            const std::size_t range = next.fetch_add(1, std::memory_order_relaxed);
            if (range >= ranges)
                return;
            try {
                work(range * grain, std::min(count, (range + 1) * grain));
            } catch (...) {
                const std::lock_guard lock(failureMutex);
                if (range < failedRange) {
                    failedRange = range;
                    failure = std::current_exception();
                }
                next.store(ranges, std::memory_order_relaxed); // nobody starts another range
            }
        }
    };

    {
        std::vector<std::jthread> helpers;
        helpers.reserve(used - 1);
        for (std::size_t i = 1; i < used; ++i)
            helpers.emplace_back(drain);
        drain();
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace dramatis
