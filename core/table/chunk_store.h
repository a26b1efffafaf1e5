// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <cstdint>
#include <memory>

namespace dramatis::table {

/// Where frozen chunks of large tables lie: memory, a spill file, the project. Keys are given out
/// by `put` and stay valid as long as the store. `get` may be called from any thread, also while
/// another thread puts.
class ChunkStore
{
public:
    virtual ~ChunkStore() = default;
    /// @errors Io (disk full and the like)
    virtual Result<std::uint64_t> put(const QByteArray &bytes) = 0;
    /// @errors Io, Format (what comes back is not what was put)
    [[nodiscard]] virtual Result<QByteArray> get(std::uint64_t key) const = 0;
    /// Says that a chunk is not needed any more (it was merged into others). A store may keep it.
    virtual void drop(std::uint64_t key) { static_cast<void>(key); }
};

/// Keeps chunks in memory up to `memoryLimit` bytes, then appends further ones to an unnamed
/// temporary file, so that reading a capture of ten times the memory works.
std::shared_ptr<ChunkStore> makeSpillingStore(std::size_t memoryLimit = 256u << 20);

} // namespace dramatis::table
