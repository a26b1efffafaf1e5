// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/live/live_sink.h"

#include <atomic>
#include <memory>
#include <vector>

namespace dramatis::capture {

/// Something that a live capture watches, in a thread of its own.
class LiveFeed
{
public:
    virtual ~LiveFeed() = default;
    /// Reads into the sink until `isStopped`.
    /// @errors why it cannot be watched, or no longer
    virtual Result<ImportSummary> watch(const std::atomic<bool> &isStopped) = 0;
    /// From any thread: adds what it knows of itself.
    virtual void describe(LiveSnapshot &snapshot) const = 0;
    /// From any thread: all that there is was read.
    [[nodiscard]] virtual bool isIdle() const = 0;
    /// For provenance.
    [[nodiscard]] virtual SourceFile file() const = 0;
};

[[nodiscard]] std::unique_ptr<LiveFeed>
logFeed(const QString &path, bool fromStart, const ImportOptions &options, LiveSink &sink);
[[nodiscard]] std::unique_ptr<LiveFeed>
interfaceFeed(const QString &name, const QString &filter, LiveSink &sink);

} // namespace dramatis::capture
