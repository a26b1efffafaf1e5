// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/table/string_pool.h"
#include "core/traffic/open_window.h"
#include "core/traffic/resource_rule.h"

#include <QString>
#include <queue>

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dramatis::traffic {

/// A window that is complete while the capture still goes on.
struct LiveWindow
{
    Window window;
    bool isWhole = false; ///< of all resources together
    QString resource;
    std::int64_t begin = kUnknown; ///< ns
    double widthSeconds = 0;
    /// The cluster that takes it, -1 noise; none: it was not judged, or holds too few exchanges.
    std::optional<int> label;
};

/// What began in one second.
struct LiveSecond
{
    std::int64_t second = 0; ///< since the epoch
    std::uint32_t exchanges = 0;
    std::uint32_t errors = 0;
};

/// Cuts exchanges into windows while they come in, in bounded memory. Logs are written when an
/// exchange ends, so begins come out of order: each is held back for kGrace, and windows are cut
/// in order of begin as makeWindows() cuts them. What comes later than that still counts in its
/// window while that is open; else it is late: counted, and in no window.
///
/// How far time has come is told by the exchanges themselves (the median of the last nine ends, so
/// that a single wrong stamp means nothing) and, while all is read that there is, by the clock less
/// what stamps usually lag behind it: a log that is flushed once a minute closes its windows a
/// minute later, not with most of its lines missing.
class LiveWindows
{
public:
    /// Most exchanges that are held back; beyond it the earliest are let go.
    static constexpr std::size_t kMostHeld = 500'000;
    /// Seconds that are kept of the recent past.
    static constexpr std::int64_t kKeptSeconds = 900;

    /// @param width  ns, > 0
    /// @param rule   how resources are named; Automatic is settled by what came first. Route counts
    ///               as Segment, for routes are told from a whole capture
    LiveWindows(std::int64_t width, ResourceRule rule);

    /// @param now     ns, by the clock
    /// @param isLive  all that was there before it had been read: its stamp tells how stamps lag
    void add(const Exchange &exchange, std::int64_t now, bool isLive);
    /// All that there is was read, and the clock says `now`.
    void passTime(std::int64_t now);
    /// Nothing more comes.
    void finish();

    /// What was closed since this was last asked: in order of time, each slice's windows of
    /// resources before the one of all together.
    [[nodiscard]] std::vector<LiveWindow> takeClosed();

    [[nodiscard]] ResourceRule rule() const { return m_rule; }
    [[nodiscard]] std::uint64_t late() const { return m_late; }
    [[nodiscard]] std::size_t resources() const { return m_names.size() - 1; }
    /// The last kKeptSeconds of them, in order; seconds with nothing are not there.
    [[nodiscard]] std::vector<LiveSecond> seconds() const;

private:
    struct Held
    {
        WindowRow row;
        StringId host{};
        StringId server{};
        StringId segment{};
        std::uint64_t order = 0;
        bool operator>(const Held &other) const
        {
            return row.begin != other.row.begin ? row.begin > other.row.begin : order > other.order;
        }
    };

    void countSecond(const WindowRow &row);
    [[nodiscard]] std::int64_t endsSoFar() const;
    void moveTo(std::int64_t time);
    void settleRule();
    [[nodiscard]] StringId resourceOf(const Held &held);
    void cut(const Held &held);
    void closeBefore(std::int64_t time);
    void put(OpenWindow &open, const QString &name, bool isWhole);

    std::int64_t m_width;
    std::int64_t m_grace;
    ResourceRule m_rule;
    table::StringPool m_hosts;
    table::StringPool m_servers;
    table::StringPool m_segments;
    table::StringPool m_names; ///< of resources
    std::string m_name;        ///< reused
    std::priority_queue<Held, std::vector<Held>, std::greater<>> m_held;
    std::uint64_t m_added = 0;
    std::uint64_t m_late = 0;
    std::array<std::int64_t, 9> m_ends{};
    std::int64_t m_movedTo = std::numeric_limits<std::int64_t>::min();
    std::int64_t m_lag[2] = {kUnknown, kUnknown}; ///< greatest of this period and the one before
    std::int64_t m_lagPeriod = 0;
    std::unordered_map<std::uint32_t, OpenWindow> m_open; ///< by resource
    OpenWindow m_whole; ///< of all resources together; all open windows are of its slice
    WholeSeconds m_wholeSeconds;
    std::vector<LiveWindow> m_closed;
    std::map<std::int64_t, LiveSecond> m_seconds;
};

} // namespace dramatis::traffic
