// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace dramatis {

/// How many threads a kernel uses unless told otherwise: the cores of this machine, at least one.
[[nodiscard]] unsigned defaultThreadCount() noexcept;

/// Runs `work(begin, end)` over [0, count) in ranges of `grain` items, on up to `threads` threads
/// (the caller's is one of them). The ranges do not depend on the number of threads, so a result
/// that is reduced in the order of ranges is the same on one thread or eight. An exception of
/// `work` is rethrown here (that of the lowest range), after every thread has ended.
void parallelFor(std::size_t count,
                 std::size_t grain,
                 unsigned threads,
                 const std::function<void(std::size_t begin, std::size_t end)> &work);

} // namespace dramatis
