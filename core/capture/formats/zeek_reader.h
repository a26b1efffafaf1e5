// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"

namespace dramatis::capture {

/// conn.log, http.log and dns.log of Zeek, as tables or as JSON lines; rotated files one by one or
/// put together.
[[nodiscard]] const QList<const CaptureReader *> &zeekReaders();

} // namespace dramatis::capture
