// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/sha256.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace dramatis::capture {

namespace {

#if defined(__x86_64__)

alignas(16) constexpr std::uint32_t kRoundConstants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

bool hasInstructions()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & (1U << 29)) != 0;
}

__m128i load(const void *bytes)
{
    return _mm_loadu_si128(static_cast<const __m128i *>(bytes));
}

/// Mixes whole blocks of 64 bytes into `state`. The instructions want the state as (a, b, e, f) and
/// (c, d, g, h) and do two rounds each; the message schedule rolls through four registers.
__attribute__((target("sha,sse4.1,ssse3"))) void
mixBlocks(std::array<std::uint32_t, 8> &state, const char *bytes, std::size_t blocks)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    const __m128i cdab = _mm_shuffle_epi32(load(state.data()), 0xB1);
    const __m128i efgh = _mm_shuffle_epi32(load(state.data() + 4), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
    for (; blocks > 0; --blocks, bytes += 64) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i words[4];
#pragma GCC unroll 16
        for (unsigned i = 0; i < 16; ++i) {
            __m128i &word = words[i % 4];
            if (i < 4) {
                word = _mm_shuffle_epi8(load(bytes + std::size_t{16} * i), bigEndian);
            } else {
                const __m128i last = words[(i + 3) % 4];
                const __m128i seventh = _mm_alignr_epi8(last, words[(i + 2) % 4], 4);
                word = _mm_sha256msg2_epu32(
                    _mm_add_epi32(_mm_sha256msg1_epu32(word, words[(i + 1) % 4]), seventh), last);
            }
            const __m128i sum = _mm_add_epi32(word, load(kRoundConstants + std::size_t{4} * i));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    const __m128i dcba = _mm_blend_epi16(feba, dchg, 0xF0);
    const __m128i hgfe = _mm_alignr_epi8(dchg, feba, 8);
    std::memcpy(state.data(), &dcba, sizeof dcba);
    std::memcpy(state.data() + 4, &hgfe, sizeof hgfe);
}

#else

bool hasInstructions()
{
    return false;
}

void mixBlocks(std::array<std::uint32_t, 8> &, const char *, std::size_t) {}

#endif

} // namespace

Sha256::Sha256()
    : m_byInstructions(hasInstructions())
    , m_portable(QCryptographicHash::Sha256)
    , m_state{0x6a09e667,
              0xbb67ae85,
              0x3c6ef372,
              0xa54ff53a,
              0x510e527f,
              0x9b05688c,
              0x1f83d9ab,
              0x5be0cd19}
{}

void Sha256::add(QByteArrayView bytes)
{
    if (m_byInstructions)
        addByInstructions(bytes);
    else
        m_portable.addData(bytes);
}

QByteArray Sha256::hex()
{
    return (m_byInstructions ? finishedByInstructions() : m_portable.result()).toHex();
}

void Sha256::addByInstructions(QByteArrayView bytes)
{
    const char *data = bytes.data();
    auto size = static_cast<std::size_t>(bytes.size());
    m_size += size;
    if (m_restSize > 0) {
        const std::size_t taken = std::min(size, m_rest.size() - m_restSize);
        std::memcpy(m_rest.data() + m_restSize, data, taken);
        m_restSize += taken;
        data += taken;
        size -= taken;
        if (m_restSize < m_rest.size())
            return;
        mixBlocks(m_state, m_rest.data(), 1);
        m_restSize = 0;
    }
    mixBlocks(m_state, data, size / 64);
    if (size % 64 > 0) {
        m_restSize = size % 64;
        std::memcpy(m_rest.data(), data + (size - m_restSize), m_restSize);
    }
}

QByteArray Sha256::finishedByInstructions()
{
    const std::uint64_t bits = m_size * 8;
    QByteArray padding(1, static_cast<char>(0x80));
    const std::size_t zeros = (119 - m_restSize % 64) % 64;
    padding.append(static_cast<qsizetype>(zeros), '\0');
    for (int shift = 56; shift >= 0; shift -= 8)
        padding.append(static_cast<char>(bits >> shift));
    addByInstructions(padding);
    QByteArray result;
    for (const std::uint32_t word : m_state) {
        for (int shift = 24; shift >= 0; shift -= 8)
            result.append(static_cast<char>(word >> shift));
    }
    return result;
}

} // namespace dramatis::capture
