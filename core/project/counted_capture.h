// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/query_import.h"
#include "core/project/state.h"
#include "core/table/chunk_store.h"

#include <memory>

namespace dramatis::project {

/// The record of a capture that a database counted; its windows go into `store`.
/// @param now  ns
/// @errors Io
[[nodiscard]] Result<CaptureRecord> countedRecord(capture::QueryCapture capture,
                                                  std::shared_ptr<table::ChunkStore> store,
                                                  std::int64_t now);

/// What refreshing a counted capture begins from.
[[nodiscard]] capture::QueryCapture countedBefore(const CaptureRecord &record);

/// The exchanges of a capture, for what cannot do without.
/// @errors Unsupported: a database counted them, and only their windows are here
[[nodiscard]] Result<traffic::ExchangeTablePtr> exchangesOf(const CaptureRecord &record);

} // namespace dramatis::project
