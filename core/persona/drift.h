// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/statistics.h"
#include "core/persona/persona.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace dramatis::persona {

/// From this distance on, two profiles are not taken for the same persona: as if they stood one
/// interquartile range apart in every feature.
inline constexpr double kFarthestMatch = 0.5;
/// A smaller change of a figure is no drift, however sure it is.
inline constexpr double kLeastDrift = 0.1;
/// Level of the false discovery rate.
inline constexpr double kDriftSignificance = 0.05;

/// How far two profiles are from one another, in [0, 1]: the mean, over what both of them know, of
///
/// - d / (1 + d) for each feature of `scaling` that a metric stands for, d the difference of the
///   two figures in its scaling (interquartile ranges of all its windows): no single figure that
///   has run away outweighs the others;
/// - the total variation distance of the operations mixes.
///
/// What was set by hand does not count. NaN where they have nothing in common.
[[nodiscard]] double profileDistance(const PersonaSet &scaling, const Persona &a, const Persona &b);

/// A persona of an earlier set and the one of a later set that it has become, as places in both.
using PersonaPair = std::pair<std::size_t, std::size_t>;

/// Which personas of two sets are the same: the assignment with the least sum of distances, where
/// one that is left alone costs kFarthestMatch. Where `later` is the version after `earlier`, they
/// know it already: by their ids. In the order of `earlier`.
[[nodiscard]] std::vector<PersonaPair> matchPersonas(const PersonaSet &earlier,
                                                     const PersonaSet &later);

/// One figure of a persona then and now.
struct MetricDrift
{
    QString metric;
    Figure earlier;
    Figure later;
    Figure difference;            ///< later - earlier
    double p = kNotKnown;         ///< of no difference; NaN: not tested
    double adjustedP = kNotKnown; ///< over all tests of the comparison
    bool drifted = false;         ///< significant, and by at least kLeastDrift of the larger

    /// (later - earlier) / earlier; NaN where that is unknown.
    [[nodiscard]] double relative() const;
};

enum class Fate {
    Same,    ///< no figure has drifted
    Drifted, ///< at least one has
    New,     ///< in the later set alone
    Gone     ///< in the earlier set alone
};
/// "same", "drifted", "new", "gone": stable, in files.
[[nodiscard]] QString fateId(Fate fate);
/// For people, translated.
[[nodiscard]] QString fateName(Fate fate);

/// What has become of one persona.
struct PersonaFate
{
    Fate fate = Fate::Same;
    std::optional<PersonaId> earlier;
    std::optional<PersonaId> later;
    QString name;                     ///< in the later set, else in the earlier one
    double distance = kNotKnown;      ///< of a pair
    std::vector<MetricDrift> metrics; ///< of a pair: all that both know, in the order of metrics
};

/// What has become of the personas of `earlier`: first those of `later` in their order, then those
/// that are gone.
///
/// A figure that is a ratio of sums over windows is tested by Welch's t on its standard error
/// (ratioEstimate: windows in a row are not independent); the p of all figures of all pairs are
/// adjusted by Benjamini and Hochberg. Quantiles and the busiest hour are shown, not tested.
[[nodiscard]] std::vector<PersonaFate> compareSets(const PersonaSet &earlier,
                                                   const PersonaSet &later);

} // namespace dramatis::persona
