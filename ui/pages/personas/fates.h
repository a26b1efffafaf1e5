// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/drift.h"
#include "ui/base/tokens.h"

#include <QString>

#include <vector>

namespace dramatis::ui {

/// The glyph that stands before the word of a fate.
[[nodiscard]] State stateOf(persona::Fate fate);
/// The drifted figure that has changed most in proportion; null where none has drifted.
[[nodiscard]] const persona::MetricDrift *largestDrift(const persona::PersonaFate &fate);
/// "Latency p95 +38 %" of the largest drift; empty where none has drifted.
[[nodiscard]] QString headlineOf(const persona::PersonaFate &fate);
/// "checkout peak, Latency p95 +38 %"; the name alone where none has drifted.
[[nodiscard]] QString nameWithHeadline(const persona::PersonaFate &fate);
/// "3 the same, 1 drifted, 1 new, none gone."
[[nodiscard]] QString fatesSentence(const std::vector<persona::PersonaFate> &fates);

} // namespace dramatis::ui
