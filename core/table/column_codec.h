// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <vector>

namespace dramatis::table {

/// Most rows a chunk may have. A decoder refuses more.
inline constexpr std::size_t kChunkRows = 65'536;

/// One column of a chunk as bytes: little endian, zstd, with count and checksum in front. `Delta`
/// stores differences to the value before (times, which grow slowly).
enum class Encoding : std::uint8_t { Plain = 0, Delta = 1 };

[[nodiscard]] QByteArray encodeColumn(std::span<const std::int64_t> values, Encoding encoding);
[[nodiscard]] QByteArray encodeColumn(std::span<const std::uint32_t> values);
[[nodiscard]] QByteArray encodeColumn(std::span<const std::uint16_t> values);
[[nodiscard]] QByteArray encodeColumn(std::span<const std::uint8_t> values);
[[nodiscard]] QByteArray encodeColumn(std::span<const double> values);

// Every decode checks count, size bound and checksum before and after decompression, since a
// project may come from elsewhere.
/// @errors Format
[[nodiscard]] Result<std::vector<std::int64_t>> decodeInt64(const QByteArray &bytes);
[[nodiscard]] Result<std::vector<std::uint32_t>> decodeUint32(const QByteArray &bytes);
[[nodiscard]] Result<std::vector<std::uint16_t>> decodeUint16(const QByteArray &bytes);
[[nodiscard]] Result<std::vector<std::uint8_t>> decodeUint8(const QByteArray &bytes);
[[nodiscard]] Result<std::vector<double>> decodeDouble(const QByteArray &bytes);

} // namespace dramatis::table
