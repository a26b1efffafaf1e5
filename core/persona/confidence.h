// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <span>

namespace dramatis::persona {

/// How sure the mean request rate of these windows is: 1 - h, clamped to [0, 1], with h the
/// relative half-width of its 95 % interval,
///
///     h = max(t s / (sqrt(nEff) mean), 1.96 / sqrt(exchanges)),
///
/// s the deviation of exchanges per window, t Student's quantile at max(1, nEff - 1) degrees of
/// freedom, nEff = n (1 - r1) / (1 + r1) in [1, n]. r1 is the mean product of the deviations of two
/// windows in adjacent slices of one resource, over the variance; 0 where there are no such two.
/// `hoursSeen` is left to whoever knows the exposure. 0 with fewer than two windows.
///
/// @param windows  all of equal width, by resource, then slice
/// Source: DESIGN.md section 6; the effective number of an autocorrelated (AR(1)) sample is that of
/// Bayley and Hammersley, Supplement to the J. R. Stat. Soc. 8, 1946.
[[nodiscard]] ConfidenceScore confidenceOf(std::span<const traffic::Window *const> windows);

} // namespace dramatis::persona
