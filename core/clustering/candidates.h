// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/leaf_kernels.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace dramatis::clustering {

/// What one point has found on its search for the nearest others. Finds are only appended; once
/// there are enough, the ranks of all are counted and the farther ones forgotten. (A list that is
/// kept in order at every find costs three times as much: the place of a find is anyone's guess,
/// and the processor guesses wrong. Counting has no branches.)
class Candidates
{
public:
    static constexpr std::size_t kRoom = 64;

    void clear() { m_count = m_sorted = 0; }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] double squared(std::size_t i) const { return m_squared[i]; }
    [[nodiscard]] std::uint32_t point(std::size_t i) const { return m_points[i]; }

    /// There must be room.
    /// @param squared  finite
    DRAMATIS_INLINE void add(double squared, std::size_t point)
    {
        m_squared[m_count] = squared;
        m_points[m_count] = static_cast<std::uint32_t>(point);
        ++m_count;
    }

    /// Sorts from near to far, equals as they were added, and forgets all beyond `most`.
    template<std::size_t Width>
    DRAMATIS_INLINE void keepNearest(std::size_t most)
    {
        if (m_sorted < m_count) {
            std::array<std::int64_t, kRoom> ranks;
            const bool ties = rank<Width>(ranks);
            std::array<double, kRoom> squared;
            std::array<std::uint32_t, kRoom> points;
            std::uint64_t taken = 0;
            for (std::size_t i = 0; i < m_count; ++i) {
                auto place = static_cast<std::size_t>(ranks[i]);
                if (ties) {
                    place += static_cast<std::size_t>(std::countr_one(taken >> place));
                    taken |= std::uint64_t{1} << place;
                }
                squared[place] = m_squared[i];
                points[place] = m_points[i];
            }
            std::copy_n(squared.begin(), std::min(m_count, most), m_squared.begin());
            std::copy_n(points.begin(), std::min(m_count, most), m_points.begin());
        }
        m_count = m_sorted = std::min(m_count, most);
    }

private:
    /// Per candidate the number of nearer ones; those already in order keep their order. Tells
    /// whether some share a rank.
    template<std::size_t Width>
    DRAMATIS_INLINE bool rank(std::array<std::int64_t, kRoom> &ranks)
    {
        using Vector = typename VectorsOf<Width>::Doubles;
        using Ranks = typename VectorsOf<Width>::Integers;
        constexpr std::size_t kAtOnce = 4 * Width; // as many as stay in registers
        static_assert(kRoom % kAtOnce == 0);
        const std::size_t end = (m_count + kAtOnce - 1) / kAtOnce * kAtOnce;
        std::fill(m_squared.begin() + static_cast<std::ptrdiff_t>(m_count),
                  m_squared.begin() + static_cast<std::ptrdiff_t>(end),
                  std::numeric_limits<double>::infinity());
        for (std::size_t first = 0; first < end; first += kAtOnce) {
            const bool inOrder = first + kAtOnce <= m_sorted;
            Vector a;
            Vector b;
            Vector c;
            Vector d;
            std::memcpy(&a, m_squared.data() + first, sizeof(Vector));
            std::memcpy(&b, m_squared.data() + first + Width, sizeof(Vector));
            std::memcpy(&c, m_squared.data() + first + 2 * Width, sizeof(Vector));
            std::memcpy(&d, m_squared.data() + first + 3 * Width, sizeof(Vector));
            Ranks ofA = {};
            Ranks ofB = {};
            Ranks ofC = {};
            Ranks ofD = {};
            if (inOrder) {
                std::memcpy(&ofA, kInOrder.data() + first, sizeof(Ranks));
                std::memcpy(&ofB, kInOrder.data() + first + Width, sizeof(Ranks));
                std::memcpy(&ofC, kInOrder.data() + first + 2 * Width, sizeof(Ranks));
                std::memcpy(&ofD, kInOrder.data() + first + 3 * Width, sizeof(Ranks));
            }
            for (std::size_t i = inOrder ? m_sorted : 0; i < m_count; ++i) {
                const Vector other = m_squared[i] - Vector{};
                ofA -= other < a; // true is -1
                ofB -= other < b;
                ofC -= other < c;
                ofD -= other < d;
            }
            std::memcpy(ranks.data() + first, &ofA, sizeof(Ranks));
            std::memcpy(ranks.data() + first + Width, &ofB, sizeof(Ranks));
            std::memcpy(ranks.data() + first + 2 * Width, &ofC, sizeof(Ranks));
            std::memcpy(ranks.data() + first + 3 * Width, &ofD, sizeof(Ranks));
        }
        // Ranks that are all different have this sum, and each tie lowers it.
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < m_count; ++i)
            sum += ranks[i];
        return sum != static_cast<std::int64_t>(m_count * (m_count - 1) / 2);
    }

    static constexpr auto kInOrder = [] {
        std::array<std::int64_t, kRoom> ranks{};
        std::iota(ranks.begin(), ranks.end(), std::int64_t{0});
        return ranks;
    }();

    std::array<double, kRoom> m_squared;
    std::array<std::uint32_t, kRoom> m_points;
    std::size_t m_count = 0;
    std::size_t m_sorted = 0; ///< so many in front are in order
};

} // namespace dramatis::clustering
