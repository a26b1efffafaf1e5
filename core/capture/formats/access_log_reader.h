// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"

namespace dramatis::capture {

/// Access logs of nginx and Apache: the well-known formats, most telling first, then the two
/// readers that take a format string.
[[nodiscard]] const QList<const CaptureReader *> &accessLogReaders();

} // namespace dramatis::capture
