// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/capture_statistics.h"
#include "ui/models/table_model.h"

namespace dramatis::ui {

/// What to look at in a capture: kind, severity, where, when, how often, in words.
[[nodiscard]] std::vector<TableColumn<traffic::Observation>> observationColumns();

/// Calls between resources: who asked whom, how often, how it went.
[[nodiscard]] std::vector<TableColumn<traffic::CallTotals>> callColumns();

} // namespace dramatis::ui
