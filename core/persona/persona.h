// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/unknown.h"
#include "core/clustering/clustering.h"
#include "core/traffic/feature_space.h"
#include "core/traffic/windows.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace dramatis::persona {

inline constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();

/// Values at equally spaced probabilities from 0 to 1 (101 of them); empty where nothing is known.
using QuantileFunction = std::vector<double>;

/// Spread of a figure over a persona's windows.
struct Spread
{
    double mean = kNotKnown; ///< exchanges-weighted where it is per exchange, else per window
    double p50 = kNotKnown;
    double p95 = kNotKnown;
    double max = kNotKnown;
};

/// How sure the request rate is (DESIGN.md section 6): 1 - h, clamped to [0, 1], and its parts.
struct ConfidenceScore
{
    double score = 0;
    double effectiveWindows = 0;  ///< n (1 - r1) / (1 + r1), in [1, n]
    double relativeHalfWidth = 1; ///< h of the mean request rate's 95 % interval
    int hoursSeen = 0;            ///< of the 168 hours of the week
    double autocorrelation = 0;   ///< r1, lag 1 over adjacent slices per resource
};

struct HourOfWeek
{
    int day = 0;  ///< 0 is Monday
    int hour = 0; ///< 0..23
    bool operator==(const HourOfWeek &) const = default;
};

/// When a persona is busy, in the capture's UTC offset.
struct PeakTimes
{
    int utcOffsetSeconds = 0;
    std::vector<double> hourOfWeek; ///< 168 mean rates (1/s), Monday 0:00 first; NaN never seen
    std::vector<double> hourOfDay;  ///< 24 mean rates; NaN never seen
    std::vector<HourOfWeek> peaks;  ///< top decile of the observed hours, busiest first
    double peakToMean = kNotKnown;  ///< busiest observed hour over the mean of observed hours
};

struct OperationShare
{
    QString operation; ///< "GET /cart"
    std::uint64_t exchanges = 0;
    double share = 0;
};

/// Share of a persona's exchanges that went to a resource.
struct ResourceShare
{
    QString resource;
    std::uint64_t windows = 0;
    std::uint64_t exchanges = 0;
    double meanRate = 0; ///< 1/s over the resource's exposure
};

/// Errors by how they ended, as fractions of exchanges with known outcome.
struct ErrorShares
{
    double total = kNotKnown; ///< server errors + timeouts + aborts
    double serverError = kNotKnown;
    double timeout = kNotKnown;
    double aborted = kNotKnown;
    double clientError = kNotKnown; ///< not part of total
};

/// A recurring behaviour of resources: a cluster of windows with its profile. Rates are per
/// resource (instance) while the persona is on; unknown figures are NaN.
struct Persona
{
    PersonaId id{};
    int cluster = 0; ///< label in the Clustering it came from
    QString name;
    bool named = false;  ///< by the user
    bool edited = false; ///< figures changed by hand
    bool pinned = false;

    std::uint64_t windows = 0;
    std::uint64_t exchanges = 0;
    double windowShare = 0; ///< of all clustered windows (noise included), in [0, 1]
    std::vector<ResourceShare> resources;

    Spread requestRate;  ///< 1/s, over windows
    Spread requestSize;  ///< B per exchange
    Spread responseSize; ///< B per exchange
    Spread dataRate;     ///< B/s, over windows
    ErrorShares errors;
    double latencyP50 = kNotKnown; ///< s
    double latencyP95 = kNotKnown;
    double latencyP99 = kNotKnown;
    double latencyMean = kNotKnown;
    double burstiness =
        kNotKnown; ///< coefficient of variation of gaps, exchange-weighted over windows
    double writeShare = kNotKnown;
    double concurrency = kNotKnown; ///< mean in flight per resource
    double gapMean = kNotKnown;     ///< s

    QuantileFunction requestSizes;          ///< B
    QuantileFunction responseSizes;         ///< B
    QuantileFunction latencies;             ///< s
    QuantileFunction gaps;                  ///< s
    std::vector<OperationShare> operations; ///< most used first, at most 50
    std::vector<double>
        rateOverTime; ///< mean rate (1/s) in 120 equal steps of the capture, NaN where absent

    PeakTimes peak;
    std::int64_t observedFrom = kUnknown; ///< ns, begin of its first window
    std::int64_t observedTo = kUnknown;   ///< ns, end of its last window
    std::int64_t createdAt = kUnknown;    ///< ns
    ConfidenceScore confidence;

    /// Seconds from the end of what was observed to `now` (ns), at least 0.
    [[nodiscard]] double dataAge(std::int64_t now) const;
};

/// What personas were made with.
struct PersonaOptions
{
    QString algorithm = QStringLiteral("dbscan");
    double epsilon = 0; ///< NaN for k-means
    int minPoints = 10;
    int clusters = 0; ///< k asked for (k-means)
    bool epsilonSuggested = false;
    double windowSeconds = 0;
    traffic::FeatureOptions features;
    std::uint64_t seed = 1;
};

/// All personas of a capture at one cut, most windows first. `labels` ties them to the windows.
struct PersonaSet
{
    PersonaSetId id{};
    CaptureId capture{};
    QString name;
    PersonaOptions options;
    std::vector<traffic::FeatureColumn> features;
    std::vector<traffic::LeftOut> leftOut;
    std::vector<Persona> personas;
    std::vector<int> labels; ///< per row of the FeatureMatrix: cluster label or kNoise
    std::vector<std::uint32_t> windowOfRow; ///< index into the WindowTable per row
    std::uint64_t points = 0;
    std::uint64_t noise = 0;
    double silhouette = kNotKnown;
    std::int64_t createdAt = kUnknown;
    std::uint64_t sparseExchanges = 0; ///< exchanges in sparse windows
    std::uint64_t noiseExchanges = 0;

    [[nodiscard]] const Persona *find(const QString &name) const;
    [[nodiscard]] const Persona *ofCluster(int label) const;
};

using PersonaSetPtr = std::shared_ptr<const PersonaSet>;

} // namespace dramatis::persona
