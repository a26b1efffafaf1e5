// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/import.h"
#include "core/traffic/capture_statistics.h"

#include <QJsonObject>

namespace dramatis::capture {

/// What `import --json` prints: the fields of SCENARIO.md, "Others". Sums of which nothing is known
/// and times of no exchange are absent.
[[nodiscard]] QJsonObject importToJson(const Imported &imported,
                                       const traffic::CaptureStatistics &statistics);

} // namespace dramatis::capture
