// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/clustering/density_index.h"
#include "core/clustering/hdbscan.h"

#include <QString>

#include <limits>
#include <span>
#include <vector>

namespace dramatis::clustering {

/// An eps with the reason for it, and what is needed to tell the reason in words.
struct EpsilonSuggestion
{
    double epsilon = 0;
    enum class Reason {
        Knee,           ///< of the sorted k-distance curve
        MostPersistent, ///< the number of clusters that lasts over the widest (log) range of eps
        Hdbscan         ///< most of what HDBSCAN* finds exists there at once
    } reason = Reason::Knee;
    std::size_t rank = 0; ///< Knee: position in sortedCoreDistances
    /// Knee: the ends of the curve that the knee is one of. Else the range of eps of which
    /// `epsilon` is the middle on a log scale: over which the number of clusters stays what it is,
    /// or those of HDBSCAN* exist.
    double from = 0;
    double to = 0;
    int clusters = 0; ///< of the cut at `epsilon`; Hdbscan: of HDBSCAN*'s, those there
    /// Of the cut at `epsilon`, those that one in 200 rows or more are in.
    int largeClusters = 0;
    double coreShare = 0; ///< share of the rows that are core at `epsilon`
    /// DBCV of the cut; NaN where it was not judged or has fewer than two clusters.
    double validity = std::numeric_limits<double>::quiet_NaN();
};

/// "knee", "persistent", "hdbscan": stable, in files.
[[nodiscard]] QString reasonId(EpsilonSuggestion::Reason reason);

/// Knee of the sorted core distances (Satopaa et al., "Finding a kneedle in a haystack", 2011),
/// after those that are outliers by Tukey's fence on their logarithms are left out:
/// epsilon_suggestion.cpp tells why. Never 0: where the curve has no positive value the suggestion
/// is the smallest positive double, which makes neighbours of equal rows only.
[[nodiscard]] EpsilonSuggestion kneeEpsilon(const DensityIndex &index);

/// The middle (on a log scale) of the widest range of eps over which the number of clusters stays
/// the same, two or more, and half of the rows or more are core. Where there is no such range it is
/// the knee, and `reason` says so. Never 0.
[[nodiscard]] EpsilonSuggestion mostPersistentEpsilon(const DensityIndex &index);

/// The eps whose DBSCAN cut shows most of `result` at once: the middle (on a log scale) of the
/// range in which the clusters that exist there, with half of their rows or more, have the most
/// rows. Falls back to the knee, and says so, where no cluster was found.
[[nodiscard]] EpsilonSuggestion hdbscanEpsilon(const DensityIndex &index,
                                               const HdbscanResult &result);

/// The knee, the most persistent eps and that of `hdbscan`, in this order, those that fell back to
/// the knee left out; each judged by the DBCV (validity.h) of its cut on a sample.
/// @param x  what `index` was built from
/// @errors Cancelled
[[nodiscard]] Result<std::vector<EpsilonSuggestion>> suggestedEpsilons(const MatrixRef &x,
                                                                       const DensityIndex &index,
                                                                       const HdbscanResult &hdbscan,
                                                                       JobControl &job);

/// A range of eps this many times as wide as its beginning means clusters with empty space between.
inline constexpr double kLongLasting = 3;

/// Place of the one to take where nobody chooses: the most persistent if its clusters stay the same
/// while eps grows kLongLasting times and two of them are large (a few rows that are far from all
/// others last, too), else the more valid of the knee and that of HDBSCAN*.
/// epsilon_suggestion.cpp tells why.
/// @param suggestions  of suggestedEpsilons(): not empty
[[nodiscard]] std::size_t preferred(std::span<const EpsilonSuggestion> suggestions);

} // namespace dramatis::clustering
