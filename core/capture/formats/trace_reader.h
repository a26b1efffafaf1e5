// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"

namespace dramatis::capture {

/// Traces in JSON: OTLP (also as Tempo answers), Jaeger (as its API answers and as its user
/// interface saves) and Zipkin v2.
[[nodiscard]] const QList<const CaptureReader *> &traceReaders();

} // namespace dramatis::capture
