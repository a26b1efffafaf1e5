// SPDX-License-Identifier: GPL-3.0-or-later
//
// The libraries are called directly and not through Boost.Iostreams, whose filters throw away what
// they have decoded when they meet damage: here a capture cut in the middle is to give all before
// the cut.
#include "core/capture/decoder.h"

#include <algorithm>
#include <bzlib.h>
#include <limits>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

constexpr std::uint64_t kXzMemory = std::uint64_t{256} << 20;

/// The counters of zlib and bzip2 are of 32 bits.
unsigned limited(std::size_t size)
{
    return static_cast<unsigned>(
        std::min<std::size_t>(size, std::numeric_limits<unsigned>::max() / 2));
}

class GzipDecoder final : public Decoder
{
public:
    GzipDecoder() { inflateInit2(&m_stream, 15 + 16); } // 16: a gzip header is wanted
    ~GzipDecoder() override { inflateEnd(&m_stream); }
    GzipDecoder(const GzipDecoder &) = delete;
    GzipDecoder &operator=(const GzipDecoder &) = delete;

    Step decode(std::span<const char> input, std::span<char> output) override
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
        m_stream.avail_in = limited(input.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(output.data());
        m_stream.avail_out = limited(output.size());
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        Step step;
        step.consumed = limited(input.size()) - m_stream.avail_in;
        step.produced = limited(output.size()) - m_stream.avail_out;
        step.state = result == Z_STREAM_END                    ? State::Ended
                     : result == Z_OK || result == Z_BUF_ERROR ? State::Going
                                                               : State::Damaged;
        return step;
    }

    void restart() override { inflateReset(&m_stream); }

private:
    z_stream m_stream{};
};

class ZstdDecoder final : public Decoder
{
public:
    Step decode(std::span<const char> input, std::span<char> output) override
    {
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{output.data(), output.size(), 0};
        const std::size_t result = ZSTD_decompressStream(m_context.get(), &out, &in);
        const State state = ZSTD_isError(result) ? State::Damaged
                            : result == 0        ? State::Ended
                                                 : State::Going;
        return {in.pos, out.pos, state};
    }

    void restart() override { ZSTD_DCtx_reset(m_context.get(), ZSTD_reset_session_only); }

private:
    struct Free
    {
        void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
    };
    std::unique_ptr<ZSTD_DCtx, Free> m_context{ZSTD_createDCtx()};
};

class Bzip2Decoder final : public Decoder
{
public:
    Bzip2Decoder() { BZ2_bzDecompressInit(&m_stream, 0, 0); }
    ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&m_stream); }
    Bzip2Decoder(const Bzip2Decoder &) = delete;
    Bzip2Decoder &operator=(const Bzip2Decoder &) = delete;

    Step decode(std::span<const char> input, std::span<char> output) override
    {
        m_stream.next_in = const_cast<char *>(input.data());
        m_stream.avail_in = limited(input.size());
        m_stream.next_out = output.data();
        m_stream.avail_out = limited(output.size());
        const int result = BZ2_bzDecompress(&m_stream);
        Step step;
        step.consumed = limited(input.size()) - m_stream.avail_in;
        step.produced = limited(output.size()) - m_stream.avail_out;
        step.state = result == BZ_STREAM_END ? State::Ended
                     : result == BZ_OK       ? State::Going
                                             : State::Damaged;
        return step;
    }

    void restart() override
    {
        BZ2_bzDecompressEnd(&m_stream);
        m_stream = {};
        BZ2_bzDecompressInit(&m_stream, 0, 0);
    }

private:
    bz_stream m_stream{};
};

class XzDecoder final : public Decoder
{
public:
    XzDecoder() { restart(); }
    ~XzDecoder() override { lzma_end(&m_stream); }
    XzDecoder(const XzDecoder &) = delete;
    XzDecoder &operator=(const XzDecoder &) = delete;

    Step decode(std::span<const char> input, std::span<char> output) override
    {
        if (!m_isReady)
            return {0, 0, State::Damaged};
        m_stream.next_in = reinterpret_cast<const std::uint8_t *>(input.data());
        m_stream.avail_in = input.size();
        m_stream.next_out = reinterpret_cast<std::uint8_t *>(output.data());
        m_stream.avail_out = output.size();
        const lzma_ret result = lzma_code(&m_stream, LZMA_RUN);
        Step step;
        step.consumed = input.size() - m_stream.avail_in;
        step.produced = output.size() - m_stream.avail_out;
        step.state = result == LZMA_STREAM_END                       ? State::Ended
                     : result == LZMA_OK || result == LZMA_BUF_ERROR ? State::Going
                                                                     : State::Damaged;
        return step;
    }

    void restart() override
    {
        m_isReady = lzma_stream_decoder(&m_stream, kXzMemory, 0) == LZMA_OK; // reuses its memory
    }

private:
    lzma_stream m_stream = LZMA_STREAM_INIT;
    bool m_isReady = false;
};

} // namespace

Compression compressionOf(QByteArrayView head)
{
    const auto startsWith = [head](QByteArrayView magic) { return head.startsWith(magic); };
    if (startsWith("\x1f\x8b\x08"))
        return Compression::Gzip;
    if (startsWith("\x28\xb5\x2f\xfd"))
        return Compression::Zstd;
    if (startsWith("BZh") && head.size() > 9 && head.sliced(4, 6) == QByteArrayView("1AY&SY"))
        return Compression::Bzip2;
    if (startsWith(QByteArrayView("\xfd\x37zXZ\0", 6)))
        return Compression::Xz;
    return Compression::None;
}

QString compressionName(Compression compression)
{
    switch (compression) {
    case Compression::None:
        return {};
    case Compression::Gzip:
        return u"gzip"_s;
    case Compression::Zstd:
        return u"zstd"_s;
    case Compression::Bzip2:
        return u"bzip2"_s;
    case Compression::Xz:
        return u"xz"_s;
    }
    return {};
}

std::unique_ptr<Decoder> makeDecoder(Compression compression)
{
    switch (compression) {
    case Compression::None:
        return nullptr;
    case Compression::Gzip:
        return std::make_unique<GzipDecoder>();
    case Compression::Zstd:
        return std::make_unique<ZstdDecoder>();
    case Compression::Bzip2:
        return std::make_unique<Bzip2Decoder>();
    case Compression::Xz:
        return std::make_unique<XzDecoder>();
    }
    return nullptr;
}

} // namespace dramatis::capture
