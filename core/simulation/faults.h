// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/simulation/scenario.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace dramatis::simulation {

/// What a fault does to an instance of a station at its time.
enum class FaultAction {
    TakeDown, ///< what it serves and what waits for it fails
    BringUp
};

/// One step of a fault, as the event loop plays it.
struct TimedFault
{
    std::int64_t time = 0; ///< ns from the start of the run
    FaultAction action = FaultAction::TakeDown;
    std::uint32_t node = 0;     ///< index in Topology::nodes
    std::uint32_t instance = 0; ///< from 0
    bool operator==(const TimedFault &) const = default;
};

/// A kind of fault: data that unfolds into timed steps; the event loop knows the steps only.
struct Fault
{
    QString id;             ///< `kind` in the scenario file
    QStringList parameters; ///< keys of FaultSpec it uses
    /// @errors InvalidArgument: a target or an instance that is not there
    Result<std::vector<TimedFault>> (*expand)(const FaultSpec &spec,
                                              const topology::Topology &topology);
};

/// Every kind of fault that is simulated. To add one: a file in faults/ and a line in faults.cpp.
[[nodiscard]] const std::vector<Fault> &allFaults();

/// The steps of all faults, by time; those of the same time in the order of the list.
/// @errors Unsupported: a kind that is not simulated yet; what Fault::expand says, with the path
[[nodiscard]] Result<std::vector<TimedFault>> expandedFaults(const std::vector<FaultSpec> &specs,
                                                             const topology::Topology &topology);

} // namespace dramatis::simulation
