// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace dramatis::cli {

// One function a file.
[[nodiscard]] Command runCommand();
[[nodiscard]] Command importCommand();
[[nodiscard]] Command followCommand();
[[nodiscard]] Command personasCommand();
[[nodiscard]] Command simulateCommand();
[[nodiscard]] Command assessCommand();
[[nodiscard]] Command adviseCommand();
[[nodiscard]] Command reportCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command clusterCommand();
[[nodiscard]] Command compareCommand();
[[nodiscard]] Command formatsCommand();

} // namespace dramatis::cli
