// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/import.h"

namespace dramatis::capture {

/// Names the routes of what was read by `templates`, and notes what they do not take. Where names
/// are hidden, those that take nothing are left out, so that the capture keeps no text that its
/// paths do not show; how many, a note says.
void applyRoutes(Imported &imported, const traffic::RouteTemplates &templates);

/// The note of a capture whose operations have no paths.
[[nodiscard]] QString noPathsForRoutes();

} // namespace dramatis::capture
