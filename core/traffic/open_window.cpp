// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/open_window.h"

#include "core/traffic/tr.h"
#include "core/traffic/window_width.h"

#include <algorithm>
#include <cmath>

namespace dramatis::traffic {

namespace {

constexpr double kWidestSeconds = 3.2e9; // a century

} // namespace

void GapMoments::write(Window &window) const
{
    window.gapMean = std::numeric_limits<double>::quiet_NaN();
    window.gapCv = window.gapMean;
    if (m_count < 2)
        return;
    const auto n = static_cast<double>(m_count);
    const double variance = std::max(0.0, (m_squares - m_sum * m_sum / n) / (n - 1));
    window.gapMean = static_cast<double>(m_first) * 1e-9 + m_sum / n;
    if (window.gapMean > 0)
        window.gapCv = std::sqrt(variance) / window.gapMean;
}

void OpenWindow::start(StringId resource, std::int64_t slice, std::int64_t width)
{
    m_window = {};
    m_window.resource = resource;
    m_window.slice = slice;
    m_last = sliceLast(slice, width);
    m_gaps = {};
    m_latencies.clear();
}

Window OpenWindow::close()
{
    m_window.latencyP50 = m_latencies.quantile(0.5, 1e-9);
    m_window.latencyP95 = m_latencies.quantile(0.95, 1e-9);
    m_gaps.write(m_window);
    const Window closed = m_window;
    m_window = {};
    m_gaps = {};
    m_latencies.clear();
    return closed;
}

void WholeSeconds::correct(Window &window, double widthSeconds) const
{
    if ((m_begins || m_ends) && window.exchanges > kWholeSecondsRate * widthSeconds) {
        window.gapMean = std::numeric_limits<double>::quiet_NaN();
        window.gapCv = window.gapMean;
    }
}

Result<std::int64_t> widthInNanoseconds(double seconds)
{
    const double nanoseconds = seconds * 1e9;
    if (!(nanoseconds >= 1) || !(seconds <= kWidestSeconds))
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("A window width of %1 s cannot be used; give one above 0, from a "
                                "nanosecond to a century.")
                             .arg(seconds));
    return std::llround(nanoseconds);
}

} // namespace dramatis::traffic
