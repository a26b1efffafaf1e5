// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/traffic/exchange_table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dramatis::traffic {

inline constexpr std::uint32_t kSparseBelow =
    5; ///< exchanges; a window with fewer is counted, not clustered

/// One (resource, slice) with at least one exchange: what was counted in it. Unknown figures are
/// NaN. Sums are over exchanges whose begin lies in the slice.
struct Window
{
    StringId resource{};
    std::int64_t slice = 0; ///< slice number: floor(begin / width), aligned to the epoch
    std::uint32_t exchanges = 0;
    std::uint32_t knownOutcomes = 0;
    std::uint32_t errors = 0;
    std::uint32_t methods = 0; ///< exchanges whose method is known
    std::uint32_t writes = 0; ///< of those, unsafe ones (not GET, HEAD, OPTIONS, TRACE, SELECT ...)
    std::uint32_t knownRequestBytes = 0;
    std::uint32_t knownResponseBytes = 0;
    std::uint32_t knownLatencies = 0;
    double requestBytes = 0;  ///< sum of the known, B
    double responseBytes = 0; ///< sum of the known, B
    double latencySum = 0;    ///< s, sum of the known
    double latencyP50 = 0;    ///< s, NaN if none is known
    double latencyP95 = 0;    ///< s, NaN if none is known
    double gapMean = 0;       ///< s, NaN with fewer than two gaps or whole-second stamps
    double gapCv = 0;         ///< coefficient of variation of the gaps, NaN likewise
};

/// A resource's span of observation. Its empty slices are exposure, not windows.
struct Exposure
{
    StringId resource{};
    std::int64_t firstSlice = 0;
    std::int64_t lastSlice = 0; ///< inclusive
    [[nodiscard]] std::int64_t slices() const { return lastSlice - firstSlice + 1; }
};

/// All windows of a capture, by (resource, slice).
struct WindowTable
{
    double widthSeconds = 0;
    bool automaticWidth = false;
    bool widthIsFallback = false;      ///< no width gives 30 exchanges in the median window
    std::vector<Window> windows;       ///< sorted by resource, then slice
    std::vector<Exposure> exposures;   ///< one per resource, sorted by resource
    std::vector<QString> resources;    ///< names by StringId of the table it was made from
    std::uint64_t sparse = 0;          ///< windows with fewer than kSparseBelow exchanges
    std::int64_t firstTime = kUnknown; ///< of the table, ns
    std::int64_t lastTime = kUnknown;

    [[nodiscard]] std::int64_t sliceBegin(std::int64_t slice) const; ///< ns
};

using WindowTablePtr = std::shared_ptr<const WindowTable>;

/// The widths that automatic choice tries, in seconds: 1, 5, 10, 30, 60, 300, 900, 3600.
[[nodiscard]] const std::vector<double> &automaticWidths();

/// Cuts the table into windows.
/// @param widthSeconds  > 0, or none for the automatic choice of DESIGN.md: the smallest width in
/// which
///                      the median window has at least 30 exchanges; else the one with most windows
///                      of 5
/// @errors InvalidArgument: width not > 0, empty table; Cancelled
[[nodiscard]] Result<WindowTable>
makeWindows(const ExchangeTable &table, std::optional<double> widthSeconds, JobControl &job);

} // namespace dramatis::traffic
