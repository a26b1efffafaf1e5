// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/capture/import.h"
#include "core/traffic/live_windows.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace dramatis::capture {

/// What is watched: logs together, or one interface.
struct LiveSource
{
    QStringList logs = {};
    bool fromStart = false; ///< what is in the logs already is read too
    QString interface = {}; ///< empty: the logs
    QString filter = {};    ///< of packets, as for tcpdump; empty takes all

    /// "access.log", "access.log and 2 more", "eth0 (tcp port 80)"
    [[nodiscard]] QString name() const;
    bool operator==(const LiveSource &) const = default;
};

/// The cluster that takes a window of a resource: its label, -1 noise, none where it holds too few
/// exchanges to tell.
using WindowClassifier =
    std::function<std::optional<int>(const traffic::Window &window, const QString &resource)>;

struct LiveOptions
{
    ImportOptions import = {};
    double windowSeconds = 10;
    WindowClassifier classify = {}; ///< empty: windows are not judged
};

/// What was seen so far.
struct LiveSnapshot
{
    std::uint64_t records = 0; ///< lines that are records, packets
    std::uint64_t exchanges = 0;
    std::uint64_t skipped = 0;
    std::uint64_t errors = 0;
    std::uint64_t late = 0;      ///< exchanges that came after their window was closed
    std::uint64_t dropped = 0;   ///< packets that the system dropped for want of time
    std::uint64_t bytes = 0;     ///< of logs
    std::uint64_t rotations = 0; ///< logs that were begun anew
    std::size_t resources = 0;
    double rate = 0; ///< exchanges that came in a second, over the last five
    traffic::ResourceRule rule = traffic::ResourceRule::Automatic;
    QStringList waitingFor;    ///< logs that are not there
    bool isCatchingUp = false; ///< what was in the logs before is being read
    QStringList failures;      ///< translated: sources that ended by themselves
    std::vector<traffic::LiveSecond> seconds;
};

/// Hears of a live capture, in its thread.
class LiveListener
{
public:
    virtual ~LiveListener() = default;
    /// A window is complete, of one resource or of all together.
    virtual void closed(const traffic::LiveWindow &window) = 0;
    /// At most ten times a second.
    virtual void seen(const LiveSnapshot &snapshot) = 0;
};

/// Watches until `job` is cancelled, which keeps what was seen, or all sources have ended by
/// themselves (an interface that is gone), which is then among the notes. Memory does not grow with
/// time: beside the string pools, which are capped, connections, open windows and two buffers of
/// rows are held, and chunks go to `store` as they fill.
/// @param store  null: nothing is kept, for who only looks on
/// @return the capture as an import gives it; no table where nothing came or nothing is kept
/// @errors InvalidArgument, Io, Format: nothing can be watched (what LogFollower, InterfaceCapture
///         say; a log of no known format); what `store` says
[[nodiscard]] Result<Imported> captureLive(const LiveSource &source,
                                           const LiveOptions &options,
                                           std::shared_ptr<table::ChunkStore> store,
                                           LiveListener &listener,
                                           const Clock &clock,
                                           JobControl &job);

} // namespace dramatis::capture
