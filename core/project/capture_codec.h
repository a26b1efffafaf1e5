// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/import.h"
#include "core/project/state.h"
#include "core/traffic/capture_statistics.h"

#include <QByteArray>

namespace dramatis::project {

// What the project keeps of a capture beside its exchanges, as JSON text. Figures that are NaN are
// null.

/// @param routes   of the capture's table
/// @param counted  of a capture that a database counted, else null
[[nodiscard]] QByteArray summaryToText(const capture::ImportSummary &summary,
                                       const traffic::RouteTemplates &routes,
                                       const CountedCapture *counted);
/// @errors Format
[[nodiscard]] Result<capture::ImportSummary> summaryFromText(const QByteArray &text);

/// The route templates in a summary's text; none where it was written before there were any.
/// @errors Format
[[nodiscard]] Result<traffic::RouteTemplates> routesFromText(const QByteArray &text);

/// What a summary's text says of the database that counted, with the windows that `table`'s store
/// holds; null where none did.
/// @errors Format, Io
[[nodiscard]] Result<std::shared_ptr<const CountedCapture>>
countedFromText(const QByteArray &text, const traffic::ExchangeTable &table);

[[nodiscard]] QByteArray statisticsToText(const traffic::CaptureStatistics &statistics);
/// @errors Format
[[nodiscard]] Result<traffic::CaptureStatistics> statisticsFromText(const QByteArray &text);

} // namespace dramatis::project
