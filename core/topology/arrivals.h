// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace dramatis::topology {

inline constexpr int kHoursOfWeek = 168;
/// The most slices of a sample that a scenario file may hold.
inline constexpr std::size_t kMostSampleWindows = 10'000'000;

enum class ArrivalModel {
    Poisson,   ///< `rate`, or `intensity` by hour of the week
    Bootstrap, ///< ten slices in a row of `sample`, again and again
    Renewal,   ///< `rate`, `cv`
    Closed,    ///< `users`, `thinkTime`
    Replay,    ///< `sample` from its start, once
    Constant   ///< `rate`
};

/// One slice of the capture as a source plays it.
struct SampleWindow
{
    std::uint32_t count = 0;                                        ///< arrivals in it
    double gapCv = std::numeric_limits<double>::quiet_NaN();        ///< NaN unknown
    double requestSize = std::numeric_limits<double>::quiet_NaN();  ///< mean, B
    double responseSize = std::numeric_limits<double>::quiet_NaN(); ///< mean, B
    bool peak = false; ///< lies in a peak hour of the persona
    bool operator==(const SampleWindow &other) const
    {
        const auto same = [](double a, double b) {
            return a == b || (std::isnan(a) && std::isnan(b));
        };
        return count == other.count && same(gapCv, other.gapCv)
               && same(requestSize, other.requestSize) && same(responseSize, other.responseSize)
               && peak == other.peak;
    }
};

/// The arrivals of one or several personas as they were captured, slice by slice, idle slices too:
/// what `bootstrap` and `replay` draw from. Every source of a scenario has the same slices.
struct ArrivalSample
{
    double windowSeconds = 0;
    std::vector<SampleWindow> windows; ///< every slice of the capture, in order
    /// ns since its slice's begin of every arrival, slices one after the other (windows[i].count
    /// each), ascending within a slice.
    std::vector<std::int64_t> offsets;

    /// Arrivals per second over all slices.
    [[nodiscard]] double meanRate() const
    {
        const double seconds = windowSeconds * static_cast<double>(windows.size());
        return seconds > 0 ? static_cast<double>(offsets.size()) / seconds : 0;
    }
    bool operator==(const ArrivalSample &) const = default;
};

/// How requests of a source come.
struct Arrivals
{
    ArrivalModel model = ArrivalModel::Poisson;
    std::optional<double> rate; ///< 1/s: poisson, renewal, constant
    std::vector<double>
        intensity; ///< poisson: 168 rates by hour of the week from Monday 0:00, NaN unseen
    int utcOffsetSeconds = 0;        ///< in which `intensity` counts its hours
    double cv = 1;                   ///< renewal
    int users = 0;                   ///< closed
    std::optional<double> thinkTime; ///< closed, mean seconds (exponential)
    std::shared_ptr<const ArrivalSample>
        sample; ///< bootstrap, replay; may come from the persona instead

    bool operator==(const Arrivals &other) const;
};

} // namespace dramatis::topology
