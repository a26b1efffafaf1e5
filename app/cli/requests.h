// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/analysis/analyse.h"
#include "core/project/store.h"
#include "core/simulation/scenario.h"

namespace dramatis::cli {

// Options of several commands as the values that core takes.

/// @errors InvalidArgument naming the option
[[nodiscard]] Result<capture::ImportOptions> importRequest(const Context &context);
/// What `--redact` asks for, under the key of a project; of none, under one that is forgotten.
/// @param store  open for writing, or null
/// @errors Io
[[nodiscard]] Result<>
applyRedaction(const Context &context, project::Store *store, capture::ImportOptions &request);
[[nodiscard]] Result<clustering::ClusteringRequest> clusteringRequest(const Context &context);
[[nodiscard]] Result<analysis::PersonaRequest> personaRequest(const Context &context);
/// Sets duration, scale, seed, replications where they are given.
[[nodiscard]] Result<> applyRunOptions(const Context &context, simulation::RunOptions &run);
/// Reads a scenario file.
[[nodiscard]] Result<simulation::Scenario> readScenario(const QString &path);
/// `--set PATH=VALUE`, each in turn.
[[nodiscard]] Result<simulation::Scenario> withSettings(const Context &context,
                                                        simulation::Scenario scenario);

} // namespace dramatis::cli
