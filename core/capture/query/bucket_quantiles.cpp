// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/query/bucket_quantiles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dramatis::capture {

double BucketQuantiles::quantile(double probability) const
{
    const double count = m_below.back();
    if (count < 1)
        return std::numeric_limits<double>::quiet_NaN();
    const double rank = (count - 1) * probability + 0.5; // the middle of the value at the rank
    const auto bucket = static_cast<std::size_t>(
        std::find_if(m_below.begin(), m_below.end() - 1, [rank](double n) { return n > rank; })
        - m_below.begin());
    const double before = bucket == 0 ? 0 : m_below[bucket - 1];
    const double within = m_below[bucket] > before
                              ? std::clamp((rank - before) / (m_below[bucket] - before), 0.0, 1.0)
                              : 0.5;
    const double high = m_edges[bucket];
    const double low = bucket == 0 ? std::min(m_least, high) : m_edges[bucket - 1];
    return low <= 0 ? high * within : low * std::pow(high / low, within);
}

} // namespace dramatis::capture
