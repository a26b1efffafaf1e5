// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/capture/live/live_capture.h"
#include "core/traffic/exchange_sink.h"
#include "core/traffic/redaction.h"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace dramatis::capture {

/// Where all sources of a live capture put their exchanges, each from its thread: into the table,
/// into windows, and into the counts. What is to be hidden is hidden before.
class LiveSink
{
public:
    LiveSink(std::int64_t windowWidth,
             const ImportOptions &options,
             std::shared_ptr<table::ChunkStore> store,
             const Clock &clock);

    /// @errors Io of the store
    Result<> add(const traffic::Exchange &exchange, bool isLive);
    void skip() { ++m_skipped; }

    /// Windows that are complete. `isIdle`: all that there is was read.
    [[nodiscard]] std::vector<traffic::LiveWindow> closeWindows(bool isIdle);
    /// Nothing more comes: the windows that were still open.
    [[nodiscard]] std::vector<traffic::LiveWindow> finishWindows();
    /// Counts, the rate and the seconds.
    void describe(LiveSnapshot &snapshot);
    /// The table, under the rule of the windows; null where nothing is kept or nothing came.
    /// @errors Io
    Result<traffic::ExchangeTablePtr> freeze(traffic::ResourceRule wanted);

private:
    struct Count
    {
        std::int64_t time = 0;
        std::uint64_t exchanges = 0;
    };

    /// The table and the windows, behind the redaction where there is one.
    struct Kept final : traffic::ExchangeSink
    {
        explicit Kept(LiveSink &all) : sink(all) {}
        Result<> add(const traffic::Exchange &exchange) override;

        LiveSink &sink;
        std::int64_t now = 0;
        bool isLive = false;
    };

    const Clock &m_clock;
    std::mutex m_mutex; ///< for all below
    std::unique_ptr<traffic::ExchangeTableBuilder> m_builder;
    traffic::LiveWindows m_windows;
    Kept m_kept{*this};
    std::optional<traffic::RedactingSink> m_redacting;
    std::uint64_t m_exchanges = 0;
    std::uint64_t m_errors = 0;
    std::deque<Count> m_counts; ///< of the last seconds
    std::atomic<std::uint64_t> m_skipped = 0;
};

} // namespace dramatis::capture
