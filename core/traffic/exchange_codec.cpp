// SPDX-License-Identifier: GPL-3.0-or-later
//
// A chunk as bytes, little endian: u8 mark 0xD7, u8 version 2, u16 number of columns, u32 size of
// each column, the columns one after the other. Every column carries its own checksum.
// Version 1 had no `transfer`, the last column.
#include "core/traffic/exchange_codec.h"

#include "core/table/column_codec.h"
#include "core/traffic/tr.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace dramatis::traffic {

namespace {

enum Column : std::size_t {
    Begin,
    Latency,
    RequestBytes,
    ResponseBytes,
    Status,
    OutcomeOfIt,
    FirstString, // host, server, client, operation
    Transfer = FirstString + 4,
    ColumnCount
};

constexpr unsigned char kMark = 0xD7;
constexpr unsigned char kVersion = 2;
constexpr std::size_t kDirectoryOffset = 4;

/// 0 where that version is not known.
constexpr std::size_t columnsIn(unsigned char version)
{
    return version == kVersion ? ColumnCount : version == 1 ? ColumnCount - 1 : 0;
}

constexpr std::size_t directorySize(std::size_t columns)
{
    return kDirectoryOffset + columns * sizeof(std::uint32_t);
}

Error damaged()
{
    return makeError(ErrorKind::Format, Tr::tr("A stored part of the capture is damaged."));
}

template<typename Small, typename Enum>
std::vector<Small> numbers(const std::vector<Enum> &values)
{
    std::vector<Small> result(values.size());
    std::transform(values.begin(), values.end(), result.begin(), [](Enum value) {
        return static_cast<Small>(value);
    });
    return result;
}

template<typename Enum, typename Small>
std::vector<Enum> enums(const std::vector<Small> &values)
{
    std::vector<Enum> result(values.size());
    std::transform(
        values.begin(), values.end(), result.begin(), [](Small value) { return Enum{value}; });
    return result;
}

/// The bytes of each column, as views into `bytes`; null of one that the version did not have.
Result<std::array<QByteArray, ColumnCount>> columnsOf(const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    if (size < kDirectoryOffset || static_cast<unsigned char>(bytes[0]) != kMark)
        return damaged();
    const std::size_t count = columnsIn(static_cast<unsigned char>(bytes[1]));
    if (count == 0 || static_cast<unsigned char>(bytes[2]) != count || bytes[3] != 0
        || size < directorySize(count))
        return damaged();
    std::array<std::uint32_t, ColumnCount> sizes{};
    std::memcpy(sizes.data(), bytes.constData() + kDirectoryOffset, count * sizeof sizes[0]);
    std::array<QByteArray, ColumnCount> columns;
    std::size_t offset = directorySize(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (sizes[i] > size - offset)
            return damaged();
        columns[i] =
            QByteArray::fromRawData(bytes.constData() + offset, static_cast<qsizetype>(sizes[i]));
        offset += sizes[i];
    }
    if (offset != size)
        return damaged();
    return columns;
}

} // namespace

QByteArray encodeChunk(const ExchangeChunk &chunk)
{
    const auto strings = [](const std::vector<StringId> &ids) {
        return table::encodeColumn(numbers<std::uint32_t>(ids));
    };
    using table::Encoding;
    const std::array<QByteArray, ColumnCount> columns{
        table::encodeColumn(chunk.begin, Encoding::Delta),
        table::encodeColumn(chunk.latency, Encoding::Plain),
        table::encodeColumn(chunk.requestBytes, Encoding::Plain),
        table::encodeColumn(chunk.responseBytes, Encoding::Plain),
        table::encodeColumn(chunk.status),
        table::encodeColumn(numbers<std::uint8_t>(chunk.outcome)),
        strings(chunk.host),
        strings(chunk.server),
        strings(chunk.client),
        strings(chunk.operation),
        table::encodeColumn(chunk.transfer, Encoding::Plain)};
    QByteArray bytes(static_cast<qsizetype>(directorySize(ColumnCount)), '\0');
    bytes[0] = static_cast<char>(kMark);
    bytes[1] = static_cast<char>(kVersion);
    bytes[2] = char{ColumnCount};
    for (std::size_t i = 0; i < ColumnCount; ++i) {
        const auto size = static_cast<std::uint32_t>(columns[i].size());
        std::memcpy(bytes.data() + kDirectoryOffset + i * sizeof size, &size, sizeof size);
    }
    for (const QByteArray &column : columns)
        bytes.append(column);
    return bytes;
}

Result<ExchangeChunk> decodeChunk(const QByteArray &bytes)
{
    DRAMATIS_TRY(const auto columns, columnsOf(bytes));
    ExchangeChunk chunk;
    DRAMATIS_TRY(chunk.begin, table::decodeInt64(columns[Begin]));
    DRAMATIS_TRY(chunk.latency, table::decodeInt64(columns[Latency]));
    if (columns[Transfer].isNull()) {
        chunk.transfer.assign(chunk.begin.size(), kUnknown);
    } else {
        DRAMATIS_TRY(chunk.transfer, table::decodeInt64(columns[Transfer]));
    }
    DRAMATIS_TRY(chunk.requestBytes, table::decodeInt64(columns[RequestBytes]));
    DRAMATIS_TRY(chunk.responseBytes, table::decodeInt64(columns[ResponseBytes]));
    DRAMATIS_TRY(chunk.status, table::decodeUint16(columns[Status]));
    DRAMATIS_TRY(const auto outcomes, table::decodeUint8(columns[OutcomeOfIt]));
    std::array<std::vector<StringId> *, 4> strings{
        &chunk.host, &chunk.server, &chunk.client, &chunk.operation};
    const std::size_t rows = chunk.begin.size();
    bool isEven = chunk.latency.size() == rows && chunk.transfer.size() == rows
                  && chunk.requestBytes.size() == rows && chunk.responseBytes.size() == rows
                  && chunk.status.size() == rows && outcomes.size() == rows;
    for (std::size_t i = 0; i < strings.size(); ++i) {
        DRAMATIS_TRY(const auto ids, table::decodeUint32(columns[FirstString + i]));
        isEven = isEven && ids.size() == rows;
        *strings[i] = enums<StringId>(ids);
    }
    const bool areOutcomes =
        std::all_of(outcomes.begin(), outcomes.end(), [](std::uint8_t outcome) {
            return outcome <= static_cast<std::uint8_t>(Outcome::Aborted);
        });
    if (!isEven || !areOutcomes || !std::is_sorted(chunk.begin.begin(), chunk.begin.end()))
        return damaged();
    chunk.outcome = enums<Outcome>(outcomes);
    return chunk;
}

Result<std::vector<std::uint32_t>> decodeStringColumn(const QByteArray &bytes, StringColumn column)
{
    DRAMATIS_TRY(const auto columns, columnsOf(bytes));
    return table::decodeUint32(columns[FirstString + static_cast<std::size_t>(column)]);
}

} // namespace dramatis::traffic
