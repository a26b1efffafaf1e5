// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/epsilon_suggestion.h"
#include "ui/plots/epsilon_mark.h"

#include <QString>

#include <span>
#include <vector>

// The words of the eps slider: what is suggested and why, and why a window is where it is.
namespace dramatis::ui {

/// "knee", "persistent", "HDBSCAN*".
[[nodiscard]] QString suggestionName(clustering::EpsilonSuggestion::Reason reason);
/// Why this eps is suggested and what it gives, in a sentence or two.
[[nodiscard]] QString suggestionReason(const clustering::EpsilonSuggestion &suggestion);
/// The suggestions as marks on plots.
[[nodiscard]] std::vector<EpsilonMark>
epsilonMarks(std::span<const clustering::EpsilonSuggestion> suggestions);

/// "core: 10 windows within 0.21", "border: joins a core window 0.31 away", "noise: would join from
/// eps 0.52": why a window is where it is.
[[nodiscard]] QString standingText(const clustering::Standing &standing, int minPoints);

} // namespace dramatis::ui
