// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <Random123/philox.h>

#include <cstdint>
#include <limits>

namespace dramatis::simulation {

/// What a number is drawn for. The values are part of every draw's key: append, never renumber.
enum class Purpose : std::uint32_t {
    Arrival,     ///< gaps of a source
    Thinning,    ///< whether a candidate arrival is kept
    Block,       ///< start slices of the bootstrap
    Service,     ///< service time
    Failure,     ///< whether a visit fails
    Probability, ///< whether a call is made
    Share,       ///< which of the calls with shares is made
    Request,     ///< latency on the way there
    Answer,      ///< latency on the way back
    Balance      ///< which instance a balancer picks
};

/// What a draw is for, as the four words of Philox's counter.
struct DrawKey
{
    std::uint32_t request = 0; ///< of its source, in order of arrival
    std::uint32_t id = 0;      ///< hash of the node's or call's id, and of the source
    std::uint32_t visit = 0;   ///< upper half: visit, lower half: attempt
    Purpose purpose = Purpose::Arrival;
};

/// 128 random bits.
struct RandomBlock
{
    r123::Philox4x32::ctr_type words;

    /// Uniform in (0, 1), never an end, 52 random bits: `half` is 0 or 1, two independent numbers.
    [[nodiscard]] double uniform(unsigned half) const noexcept
    {
        const std::uint64_t bits =
            (static_cast<std::uint64_t>(words[2 * half]) << 32) | words[2 * half + 1];
        return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
    }
};

/// Random numbers that depend on what they are for and on nothing else: Philox4x32-10 of (seed,
/// replication) and a DrawKey. Source: Salmon, Moraes, Dror, Shaw, SC'11.
class Draws
{
public:
    Draws(std::uint64_t seed, std::uint32_t replication) noexcept
        : m_key{{mixed(seed), replication}}
    {}

    /// Inlined by force: it is a third of an event, and the key then never sees memory.
    [[nodiscard, gnu::always_inline]] RandomBlock block(const DrawKey &key,
                                                        std::uint32_t draw = 0) const noexcept
    {
        return {r123::Philox4x32{}({{key.request,
                                     key.id,
                                     key.visit,
                                     (static_cast<std::uint32_t>(key.purpose) << 16) | draw}},
                                   m_key)};
    }

    /// Hash of an id: FNV-1a of its UTF-8 bytes, finished with Murmur's mixer.
    [[nodiscard]] static std::uint32_t hashOf(const QString &id)
    {
        std::uint32_t hash = 2166136261u;
        for (const char byte : id.toUtf8())
            hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
        return finished(hash);
    }

    [[nodiscard]] static std::uint32_t finished(std::uint32_t hash) noexcept
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6bu;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35u;
        return hash ^ (hash >> 16);
    }

private:
    /// All 64 bits of the seed into 32 (the finaliser of SplitMix64).
    [[nodiscard]] static std::uint32_t mixed(std::uint64_t seed) noexcept
    {
        seed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9u;
        seed = (seed ^ (seed >> 27)) * 0x94d049bb133111ebu;
        return static_cast<std::uint32_t>((seed ^ (seed >> 31)) >> 16);
    }

    r123::Philox4x32::key_type m_key;
};

/// The numbers of one DrawKey one after the other, as the generator that Boost.Random asks for.
class DrawEngine
{
public:
    using result_type = std::uint32_t;

    DrawEngine(const Draws &draws, const DrawKey &key) noexcept : m_draws(draws), m_key(key) {}

    [[nodiscard]] static constexpr result_type min() noexcept { return 0; }
    [[nodiscard]] static constexpr result_type max() noexcept
    {
        return std::numeric_limits<result_type>::max();
    }
    result_type operator()() noexcept
    {
        if (m_used == 4) {
            m_block = m_draws.block(m_key, m_next++);
            m_used = 0;
        }
        return m_block.words[m_used++];
    }

private:
    const Draws &m_draws;
    DrawKey m_key;
    RandomBlock m_block{};
    std::uint32_t m_next = 0;
    unsigned m_used = 4;
};

} // namespace dramatis::simulation
