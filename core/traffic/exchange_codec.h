// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange_table.h"

#include <QByteArray>

namespace dramatis::traffic {

/// The string columns of a chunk, each decodable alone.
enum class StringColumn { Host, Server, Client, Operation };

/// All columns but `resource`, which belongs to a table's rule: a directory of sizes, then each
/// column by table/column_codec.
[[nodiscard]] QByteArray encodeChunk(const ExchangeChunk &chunk);

/// Inverse of encodeChunk; `resource` is left empty.
/// @errors Format: damaged, columns of unequal length, not in time order
[[nodiscard]] Result<ExchangeChunk> decodeChunk(const QByteArray &bytes);

/// One string column of a chunk, for a cheap walk.
/// @errors Format
[[nodiscard]] Result<std::vector<std::uint32_t>> decodeStringColumn(const QByteArray &bytes,
                                                                    StringColumn column);

} // namespace dramatis::traffic
