// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/traffic/exchange_table.h"

#include <functional>

namespace dramatis::traffic {

/// `table.walk(job, visit)` with the chunks decoded ahead, several at once: a walk is mostly
/// decoding. `visit` is called in time order, from the calling thread only. Memory: two decoded
/// chunks per thread.
[[nodiscard]] Result<> walkAhead(const ExchangeTable &table,
                                 JobControl &job,
                                 const QString &stage,
                                 const std::function<Result<>(const ExchangeChunk &)> &visit);

} // namespace dramatis::traffic
