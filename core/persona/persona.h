// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/statistics.h"
#include "core/base/unknown.h"
#include "core/clustering/clustering.h"
#include "core/traffic/feature_space.h"
#include "core/traffic/windows.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <limits>
#include <map>
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

/// How many requests of a persona came in all, resources together, over the capture.
struct Intensity
{
    double stepSeconds = kNotKnown;
    std::vector<double> rates; ///< 1/s in 120 equal steps of the capture, 0 where it was off
};

/// How well a figure is known: standard error and degrees of freedom (core/base/statistics.h).
struct Precision
{
    double error = kNotKnown;
    double freedom = kNotKnown;
};

/// A figure that was set by hand.
struct HandEdit
{
    double value = kNotKnown;
    double measured = kNotKnown; ///< what stood there before
};

/// One quantity of traffic generated from a persona beside windows that were held out of its
/// making.
struct GoodnessPart
{
    QString quantity; ///< "gaps", "request_size", "response_size", "latency", "rate", "dispersion"
    double heldOut = kNotKnown;   ///< mean of the quantity in the windows held out; s, B, 1/s
    double generated = kNotKnown; ///< in the generated traffic
    /// Kolmogorov-Smirnov distance of the two; of rate and dispersion, the difference over the
    /// larger of the two.
    double distance = kNotKnown;
    double reference = kNotKnown; ///< 95th percentile of that between random halves of the data
    std::uint64_t values = 0;     ///< that were held out
    bool reproduced = false;
};

/// Whether a persona makes traffic like its own (core/simulation/goodness.h).
struct Goodness
{
    std::vector<GoodnessPart> parts;
    bool reproduces = false; ///< all parts

    /// The largest Kolmogorov-Smirnov distance of its parts; NaN for none.
    [[nodiscard]] double largestDistance() const;
};

/// A recurring behaviour of resources: a cluster of windows with its profile. Rates are per
/// resource (instance) while the persona is on; unknown figures are NaN.
struct Persona
{
    PersonaId id{};
    int cluster = 0; ///< label in the Clustering it came from
    QString name;
    bool named = false; ///< by the user
    bool pinned = false;
    std::map<QString, HandEdit> edits; ///< figures set by hand, by the id of their metric

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
    Intensity intensity;
    std::map<QString, Precision> precision; ///< by the id of the metric; not all have one

    PeakTimes peak;
    std::int64_t observedFrom = kUnknown; ///< ns, begin of its first window
    std::int64_t observedTo = kUnknown;   ///< ns, end of its last window
    std::int64_t createdAt = kUnknown;    ///< ns
    ConfidenceScore confidence;
    std::optional<Goodness> goodness; ///< none: not held against its traffic

    [[nodiscard]] bool isEdited() const { return !edits.empty(); }
    /// Seconds from the end of what was observed to `now` (ns), at least 0.
    [[nodiscard]] double dataAge(std::int64_t now) const;
};

/// What personas were made with.
struct PersonaOptions
{
    QString algorithm = QStringLiteral("dbscan");
    double epsilon = 0; ///< NaN for k-means; for HDBSCAN* that of the DBSCAN most like it
    int minPoints = 10;
    int minClusterSize = 0; ///< of HDBSCAN*
    int clusters = 0;       ///< k asked for (k-means)
    bool epsilonSuggested = false;
    QString epsilonReason; ///< clustering::reasonId() of the suggestion that eps is; empty: none
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
    double dbcv = kNotKnown; ///< of density clusters (clustering/validity.h); NaN: not measured
    std::int64_t createdAt = kUnknown;
    std::uint64_t sparseExchanges = 0; ///< exchanges in sparse windows
    std::uint64_t noiseExchanges = 0;
    double stability = kNotKnown; ///< mean adjusted Rand index over resamples; NaN: not measured
    bool regrouped = false;       ///< windows were moved by hand since they were clustered
    std::optional<PersonaSetId> predecessor; ///< the version before, which personas were matched to
    std::uint32_t lastPersonaId = 0;         ///< highest id given in this and earlier versions
    /// Exchanges of the capture by the minute of the hour that they began in, 60 of them; empty
    /// where that is not known.
    std::vector<std::uint64_t> minutesOfHour;

    [[nodiscard]] const Persona *find(const QString &name) const;
    [[nodiscard]] const Persona *withId(PersonaId wanted) const;
    [[nodiscard]] const Persona *ofCluster(int label) const;
};

using PersonaSetPtr = std::shared_ptr<const PersonaSet>;

} // namespace dramatis::persona
