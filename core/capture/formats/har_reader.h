// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"

namespace dramatis::capture {

/// HTTP Archives (HAR 1.1 and 1.2) as browsers and proxies write them.
[[nodiscard]] const CaptureReader *harReader();

} // namespace dramatis::capture
