// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/timeline_line.h"

#include <algorithm>
#include <cmath>

namespace dramatis::report {

Line timelineLine(const traffic::CaptureTimeline &timeline,
                  const std::vector<double> &values,
                  double factor,
                  const QString &name,
                  const SeriesStyle &style,
                  TimelineOrigin origin)
{
    Line line;
    line.name = name;
    line.style = style;
    line.filled = name.isEmpty();
    const double begin =
        origin == TimelineOrigin::Begin
            ? 0
            : static_cast<double>(timeline.begin) / static_cast<double>(kNanosecondsPerSecond);
    for (std::size_t i = 0; i < values.size(); ++i) {
        line.x.push_back(begin + (static_cast<double>(i) + 0.5) * timeline.stepSeconds);
        line.y.push_back(values[i] * factor);
    }
    return line;
}

bool anyKnown(const std::vector<double> &values)
{
    return std::any_of(
        values.begin(), values.end(), [](double value) { return !std::isnan(value); });
}

} // namespace dramatis::report
