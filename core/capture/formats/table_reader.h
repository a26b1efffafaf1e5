// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"

namespace dramatis::capture {

/// "csv", "tsv", "json-lines": tables of somebody else's making, by a ColumnMapping.
[[nodiscard]] const QList<const CaptureReader *> &tableReaders();

} // namespace dramatis::capture
