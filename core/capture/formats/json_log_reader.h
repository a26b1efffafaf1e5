// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"

namespace dramatis::capture {

/// A reader per JsonLog there is (json_log.h).
[[nodiscard]] const QList<const CaptureReader *> &jsonLogReaders();

} // namespace dramatis::capture
