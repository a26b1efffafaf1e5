// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/scenario.h"

#include <optional>

class QWidget;

namespace dramatis::ui {

/// Asks for a crash: which node, which instance, when, how long. None if it was left with Escape.
[[nodiscard]] std::optional<simulation::FaultSpec>
askForFault(QWidget *parent, const simulation::Scenario &scenario);
/// Asks for a promise about a source or node.
[[nodiscard]] std::optional<simulation::Objective>
askForObjective(QWidget *parent, const simulation::Scenario &scenario);

} // namespace dramatis::ui
