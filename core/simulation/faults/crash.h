// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/faults.h"

namespace dramatis::simulation {

/// `crash`: at `at` the instance (or all of them) goes down; what it serves and what waits for it
/// fails, balancers avoid it, and after `duration` it is back, empty. A duration of 0 does nothing.
[[nodiscard]] Fault crashFault();

} // namespace dramatis::simulation
