// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/import.h"
#include "core/traffic/capture_statistics.h"

#include <QByteArray>

namespace dramatis::project {

// What the project keeps of a capture beside its exchanges, as JSON text. Figures that are NaN are
// null.

[[nodiscard]] QByteArray summaryToText(const capture::ImportSummary &summary);
/// @errors Format
[[nodiscard]] Result<capture::ImportSummary> summaryFromText(const QByteArray &text);

[[nodiscard]] QByteArray statisticsToText(const traffic::CaptureStatistics &statistics);
/// @errors Format
[[nodiscard]] Result<traffic::CaptureStatistics> statisticsFromText(const QByteArray &text);

} // namespace dramatis::project
