// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/traffic/capture_statistics.h"

#include <QString>

#include <vector>

namespace dramatis::report {

/// What the x of a timeline counts from, s.
enum class TimelineOrigin { Epoch, Begin };

/// One line of a capture's timeline: a point in the middle of each step. Filled where it has no
/// name, since it is then the only one.
/// @param values  of the timeline, by step
/// @param factor  to the unit that is shown
[[nodiscard]] Line timelineLine(const traffic::CaptureTimeline &timeline,
                                const std::vector<double> &values,
                                double factor,
                                const QString &name,
                                const SeriesStyle &style,
                                TimelineOrigin origin = TimelineOrigin::Epoch);

/// Whether any step of a timeline has the value.
[[nodiscard]] bool anyKnown(const std::vector<double> &values);

} // namespace dramatis::report
