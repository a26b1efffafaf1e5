// SPDX-License-Identifier: GPL-3.0-or-later
//
// A column as bytes, little endian:
//
//   offset 0   u8   mark 0xC7
//          1   u8   type of the element
//          2   u8   encoding (Plain, Delta)
//          3   u8   width of a packed value in bytes: 0, 1, 2, 4 or 8
//          4   u32  count
//          8   u64  base: the least value (known value of a column of 64-bit integers)
//         16   u64  first value of a Delta column
//         24   u64  hash of the 24 bytes before and of the payload
//         32   payload: one zstd frame with its own checksum, absent where width is 0
//
// Values are packed as their difference to the base in as few bytes as the largest needs (frame of
// reference), so zstd sees a quarter of the bytes; a column of one value has no payload. In a
// column of 64-bit integers the packed 0 is kUnknown where such a value occurs (flag in the
// encoding byte).
#include "core/table/column_codec.h"

#include "core/base/unknown.h"
#include "core/table/hash.h"
#include "core/table/tr.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <zstd.h>

namespace dramatis::table {

static_assert(std::endian::native == std::endian::little,
              "columns are stored as they lie in memory");

namespace {

constexpr unsigned char kMark = 0xC7;
constexpr unsigned char kHasUnknown = 0x80;
constexpr std::size_t kHeaderSize = 32;
constexpr std::size_t kHashOffset = 24;

template<typename T>
constexpr unsigned char kTypeOf = 0;
template<>
constexpr unsigned char kTypeOf<std::int64_t> = 1;
template<>
constexpr unsigned char kTypeOf<std::uint32_t> = 2;
template<>
constexpr unsigned char kTypeOf<std::uint16_t> = 3;
template<>
constexpr unsigned char kTypeOf<std::uint8_t> = 4;
template<>
constexpr unsigned char kTypeOf<double> = 5;

struct Header
{
    unsigned char mark = kMark;
    unsigned char type = 0;
    unsigned char encoding = 0;
    unsigned char width = 0;
    std::uint32_t count = 0;
    std::uint64_t base = 0;
    std::uint64_t first = 0;
    std::uint64_t hash = 0;
};
static_assert(sizeof(Header) == kHeaderSize);

std::uint64_t hashOf(const char *column, std::size_t size)
{
    const std::uint64_t head = hashBytes(column, kHashOffset);
    return hashBytes(column + kHeaderSize, size - kHeaderSize, head);
}

struct FreeContext
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

/// Appends `raw` to the header as a zstd frame with a checksum of its content.
QByteArray compressed(Header header, std::span<const char> raw)
{
    const std::size_t bound = raw.empty() ? 0 : ZSTD_compressBound(raw.size());
    QByteArray column(static_cast<qsizetype>(kHeaderSize + bound), Qt::Uninitialized);
    std::size_t size = 0;
    if (!raw.empty()) {
        thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
        size = ZSTD_compress2(
            context.get(), column.data() + kHeaderSize, bound, raw.data(), raw.size());
        Q_ASSERT(!ZSTD_isError(size)); // the bound is always enough
    }
    column.resize(static_cast<qsizetype>(kHeaderSize + size));
    std::memcpy(column.data(), &header, kHeaderSize);
    header.hash = hashOf(column.constData(), kHeaderSize + size);
    std::memcpy(column.data(), &header, kHeaderSize);
    return column;
}

unsigned char widthFor(std::uint64_t largest)
{
    if (largest == 0)
        return 0;
    if (largest <= 0xFF)
        return 1;
    if (largest <= 0xFFFF)
        return 2;
    return largest <= 0xFFFF'FFFF ? 4 : 8;
}

template<typename Packed, typename Get>
QByteArray packed(const Header &header, std::size_t count, Get get)
{
    std::vector<Packed> values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = static_cast<Packed>(get(i));
    const auto *bytes = reinterpret_cast<const char *>(values.data());
    return compressed(header, {bytes, count * sizeof(Packed)});
}

template<typename Get>
QByteArray packedIn(const Header &header, std::size_t count, Get get)
{
    switch (header.width) {
    case 0:
        return compressed(header, {});
    case 1:
        return packed<std::uint8_t>(header, count, get);
    case 2:
        return packed<std::uint16_t>(header, count, get);
    case 4:
        return packed<std::uint32_t>(header, count, get);
    default:
        return packed<std::uint64_t>(header, count, get);
    }
}

template<typename T>
QByteArray encodeUnsigned(std::span<const T> values)
{
    Header header;
    header.type = kTypeOf<T>;
    header.count = static_cast<std::uint32_t>(values.size());
    if (values.empty())
        return compressed(header, {});
    const auto [least, largest] = std::minmax_element(values.begin(), values.end());
    const T base = *least;
    header.base = base;
    header.width = widthFor(static_cast<std::uint64_t>(*largest) - base);
    return packedIn(header, values.size(), [&](std::size_t i) {
        return static_cast<std::uint64_t>(values[i]) - base;
    });
}

/// Plain 64-bit integers; arithmetic is modulo 2^64, so that any two values have a difference.
QByteArray encodeSigned(Header header, std::span<const std::int64_t> values)
{
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t largest = kUnknown;
    bool hasUnknown = false;
    for (const std::int64_t value : values) {
        hasUnknown |= value == kUnknown;
        least = value == kUnknown ? least : std::min(least, value);
        largest = std::max(largest, value);
    }
    if (largest == kUnknown) // nothing is known
        least = kUnknown;
    const auto base = static_cast<std::uint64_t>(least);
    std::uint64_t range = static_cast<std::uint64_t>(largest) - base;
    std::uint64_t shift = 0;
    if (hasUnknown && largest != kUnknown) {
        header.encoding |= kHasUnknown;
        shift = 1;
        range += 1; // no overflow: a column with kUnknown and known values spans less than 2^64 - 1
    }
    header.base = base;
    header.width = widthFor(range);
    return packedIn(header, values.size(), [&](std::size_t i) {
        return shift == 1 && values[i] == kUnknown
                   ? 0
                   : static_cast<std::uint64_t>(values[i]) - base + shift;
    });
}

Error damaged()
{
    return makeError(ErrorKind::Format, Tr::tr("A stored column of the capture is damaged."));
}

Result<Header> checkedHeader(const QByteArray &bytes, unsigned char type)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    if (size < kHeaderSize)
        return damaged();
    Header header;
    std::memcpy(&header, bytes.constData(), kHeaderSize);
    const bool isWidth = header.width == 0 || std::has_single_bit(unsigned{header.width});
    if (header.mark != kMark || header.type != type || header.count > kChunkRows || !isWidth
        || header.width > 8 || header.hash != hashOf(bytes.constData(), size))
        return damaged();
    return header;
}

/// The packed values, `header.count * header.width` bytes.
Result<std::vector<char>> decompressed(const Header &header, const QByteArray &bytes)
{
    std::vector<char> raw(std::size_t{header.count} * header.width);
    if (raw.empty())
        return raw;
    const char *frame = bytes.constData() + kHeaderSize;
    const std::size_t frameSize = static_cast<std::size_t>(bytes.size()) - kHeaderSize;
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    const std::size_t size =
        ZSTD_decompressDCtx(context.get(), raw.data(), raw.size(), frame, frameSize);
    if (ZSTD_isError(size) || size != raw.size())
        return damaged();
    return raw;
}

template<typename Packed, typename T, typename Map>
void unpack(const std::vector<char> &raw, std::vector<T> &values, Map map)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        Packed value;
        std::memcpy(&value, raw.data() + i * sizeof(Packed), sizeof(Packed));
        values[i] = map(std::uint64_t{value});
    }
}

/// Unpacks `bytes`, whose header was checked; `map` makes an element of a packed value.
template<typename T, typename Map>
Result<std::vector<T>> unpacked(const Header &header, const QByteArray &bytes, Map map)
{
    DRAMATIS_TRY(const std::vector<char> raw, decompressed(header, bytes));
    std::vector<T> values(header.count, map(std::uint64_t{0}));
    switch (header.width) {
    case 1:
        unpack<std::uint8_t>(raw, values, map);
        break;
    case 2:
        unpack<std::uint16_t>(raw, values, map);
        break;
    case 4:
        unpack<std::uint32_t>(raw, values, map);
        break;
    case 8:
        unpack<std::uint64_t>(raw, values, map);
        break;
    default: // all are the base
        break;
    }
    return values;
}

template<typename T>
Result<std::vector<T>> decodeUnsigned(const QByteArray &bytes)
{
    DRAMATIS_TRY(const Header header, checkedHeader(bytes, kTypeOf<T>));
    return unpacked<T>(header, bytes, [base = header.base](std::uint64_t value) {
        return static_cast<T>(value + base);
    });
}

} // namespace

QByteArray encodeColumn(std::span<const std::int64_t> values, Encoding encoding)
{
    Q_ASSERT(values.size() <= kChunkRows);
    Header header;
    header.type = kTypeOf<std::int64_t>;
    header.encoding = static_cast<unsigned char>(encoding);
    header.count = static_cast<std::uint32_t>(values.size());
    if (values.empty())
        return compressed(header, {});
    if (encoding == Encoding::Plain)
        return encodeSigned(header, values);
    header.first = static_cast<std::uint64_t>(values.front());
    std::vector<std::int64_t> differences(values.size());
    for (std::size_t i = 1; i < values.size(); ++i)
        differences[i] = static_cast<std::int64_t>(static_cast<std::uint64_t>(values[i])
                                                   - static_cast<std::uint64_t>(values[i - 1]));
    return encodeSigned(header, differences);
}

QByteArray encodeColumn(std::span<const std::uint32_t> values)
{
    return encodeUnsigned(values);
}

QByteArray encodeColumn(std::span<const std::uint16_t> values)
{
    return encodeUnsigned(values);
}

QByteArray encodeColumn(std::span<const std::uint8_t> values)
{
    return encodeUnsigned(values);
}

QByteArray encodeColumn(std::span<const double> values)
{
    Header header;
    header.type = kTypeOf<double>;
    header.count = static_cast<std::uint32_t>(values.size());
    header.width = values.empty() ? 0 : 8;
    return packedIn(header, values.size(), [&](std::size_t i) {
        return std::bit_cast<std::uint64_t>(values[i]);
    });
}

Result<std::vector<std::int64_t>> decodeInt64(const QByteArray &bytes)
{
    DRAMATIS_TRY(const Header header, checkedHeader(bytes, kTypeOf<std::int64_t>));
    const std::uint64_t shift = (header.encoding & kHasUnknown) != 0 ? 1 : 0;
    const unsigned encoding = header.encoding & ~unsigned{kHasUnknown};
    if (encoding > static_cast<unsigned>(Encoding::Delta))
        return damaged();
    auto values =
        unpacked<std::int64_t>(header, bytes, [shift, base = header.base](std::uint64_t value) {
            return shift == 1 && value == 0 ? kUnknown
                                            : static_cast<std::int64_t>(value + base - shift);
        });
    if (values && encoding == static_cast<unsigned>(Encoding::Delta)) {
        std::uint64_t running = header.first;
        for (std::size_t i = 0; i < values->size(); ++i) {
            if (i > 0)
                running += static_cast<std::uint64_t>((*values)[i]);
            (*values)[i] = static_cast<std::int64_t>(running);
        }
    }
    return values;
}

Result<std::vector<std::uint32_t>> decodeUint32(const QByteArray &bytes)
{
    return decodeUnsigned<std::uint32_t>(bytes);
}

Result<std::vector<std::uint16_t>> decodeUint16(const QByteArray &bytes)
{
    return decodeUnsigned<std::uint16_t>(bytes);
}

Result<std::vector<std::uint8_t>> decodeUint8(const QByteArray &bytes)
{
    return decodeUnsigned<std::uint8_t>(bytes);
}

Result<std::vector<double>> decodeDouble(const QByteArray &bytes)
{
    DRAMATIS_TRY(const Header header, checkedHeader(bytes, kTypeOf<double>));
    if (header.width != 8 && header.count != 0)
        return damaged();
    return unpacked<double>(
        header, bytes, [](std::uint64_t value) { return std::bit_cast<double>(value); });
}

} // namespace dramatis::table
