// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange.h"
#include "core/traffic/method_kind.h"
#include "core/traffic/quantile_sketch.h"
#include "core/traffic/windows.h"

#include <cstdint>
#include <limits>

namespace dramatis::traffic {

/// Above this many exchanges a second whole-second stamps say nothing about gaps.
inline constexpr double kWholeSecondsRate = 0.2;

/// What a window counts of an exchange.
struct WindowRow
{
    std::int64_t begin = 0; ///< ns
    std::int64_t latency = kUnknown;
    std::int64_t requestBytes = kUnknown;
    std::int64_t responseBytes = kUnknown;
    Outcome outcome = Outcome::Unknown;
    MethodKind kind = MethodKind::Unknown;
};

/// Mean and spread of the gaps between consecutive begins. Distances to the first gap are summed,
/// so that even pacing gives a spread of exactly 0.
class GapMoments
{
public:
    void add(std::int64_t gap)
    {
        if (m_count++ == 0)
            m_first = gap;
        const double distance = static_cast<double>(gap - m_first) * 1e-9;
        m_sum += distance;
        m_squares += distance * distance;
    }
    /// Sets both figures of `window`; NaN with fewer than two gaps, the variation also where all
    /// exchanges begin at once.
    void write(Window &window) const;

private:
    std::uint32_t m_count = 0;
    std::int64_t m_first = 0;
    double m_sum = 0;     // s
    double m_squares = 0; // s²
};

/// The window of one resource that is being filled, in order of begin: cut from a whole capture
/// (makeWindows) or while the traffic comes in (LiveWindows), the figures are the same.
class OpenWindow
{
public:
    explicit OpenWindow(std::size_t exactLatencies = QuantileSketch::kDefaultExact)
        : m_latencies(exactLatencies)
    {}

    [[nodiscard]] bool isEmpty() const { return m_window.exchanges == 0; }
    /// Whether it lasts until `begin`. False for one that was never started.
    [[nodiscard]] bool reaches(std::int64_t begin) const { return begin <= m_last; }
    [[nodiscard]] std::int64_t slice() const { return m_window.slice; }

    /// Begins, empty, for a slice of `width` ns.
    void start(StringId resource, std::int64_t slice, std::int64_t width);

    /// Counts an exchange of its slice. One that begins before the one before it tells no gap.
    void add(const WindowRow &row)
    {
        if (m_window.exchanges > 0 && row.begin >= m_lastBegin)
            m_gaps.add(row.begin - m_lastBegin);
        if (m_window.exchanges == 0 || row.begin > m_lastBegin)
            m_lastBegin = row.begin;
        ++m_window.exchanges;
        m_window.knownOutcomes += row.outcome != Outcome::Unknown;
        m_window.errors += row.outcome == Outcome::ServerError || row.outcome == Outcome::Timeout
                           || row.outcome == Outcome::Aborted;
        m_window.methods += row.kind != MethodKind::Unknown;
        m_window.writes += row.kind == MethodKind::Write;
        if (isKnown(row.requestBytes)) {
            ++m_window.knownRequestBytes;
            m_window.requestBytes += static_cast<double>(row.requestBytes);
        }
        if (isKnown(row.responseBytes)) {
            ++m_window.knownResponseBytes;
            m_window.responseBytes += static_cast<double>(row.responseBytes);
        }
        if (isKnown(row.latency)) {
            ++m_window.knownLatencies;
            m_window.latencySum += static_cast<double>(row.latency) * 1e-9;
            m_latencies.add(row.latency);
        }
    }

    /// What was counted. It is empty afterwards, and reaches what it reached.
    [[nodiscard]] Window close();

private:
    Window m_window;
    std::int64_t m_last = std::numeric_limits<std::int64_t>::min(); ///< its last ns
    std::int64_t m_lastBegin = 0;
    GapMoments m_gaps;
    QuantileSketch m_latencies;
};

/// Whether all stamps seen so far lie on whole seconds: begins (logs that stamp the begin), or
/// begins plus latencies (logs that stamp the end).
class WholeSeconds
{
public:
    void look(std::int64_t begin, std::int64_t latency)
    {
        if (m_begins)
            m_begins = begin % kNanosecondsPerSecond == 0;
        if (m_ends)
            m_ends = (begin % kNanosecondsPerSecond + (isKnown(latency) ? latency : 0))
                         % kNanosecondsPerSecond
                     == 0;
    }
    /// Takes the gaps from a window of which such stamps cannot tell them.
    void correct(Window &window, double widthSeconds) const;

private:
    bool m_begins = true;
    bool m_ends = true;
};

/// A width of windows in ns.
/// @errors InvalidArgument: not above 0, or beyond a century
[[nodiscard]] Result<std::int64_t> widthInNanoseconds(double seconds);

} // namespace dramatis::traffic
