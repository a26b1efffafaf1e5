// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

/// Code that is compiled once more for a machine with AVX2; chosen at run time by hasAvx2(). It
/// rounds as the other does: no instruction of it fuses two operations.
#if defined(__x86_64__)
#define DRAMATIS_AVX2 [[gnu::target("avx2")]]
#else
#define DRAMATIS_AVX2
#endif
/// Part of both: what is not inlined would be compiled for the lesser machine only.
#define DRAMATIS_INLINE [[gnu::always_inline]] inline

namespace dramatis::clustering {

[[nodiscard]] inline bool hasAvx2()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

/// Points of a leaf of the KdTree. They are stored by feature, kLeafPoints values of each.
inline constexpr std::size_t kLeafPoints = 16;
using LeafMask = std::uint32_t; ///< a bit per point
using LeafValues = std::array<double, kLeafPoints>;

/// Bits of a mask, lowest first.
template<typename Visit>
DRAMATIS_INLINE void forEachLane(LeafMask mask, Visit &&visit)
{
    for (; mask != 0; mask &= mask - 1)
        visit(static_cast<std::size_t>(std::countr_zero(mask)));
}

template<std::size_t Width>
struct VectorsOf
{
    typedef double Doubles __attribute__((vector_size(8 * Width)));
    typedef std::int64_t Integers __attribute__((vector_size(8 * Width)));
};

/// Vectors of `Width` doubles, four of them at once: as many as stay in registers.
template<std::size_t Width>
class LeafKernel
{
public:
    /// Points whose squared distance to a box is less than their own bound. Differences, squares
    /// and sums as for a point in the box, only that each is no larger: rounding is monotone, so
    /// this bounds the distances to all points inside.
    /// @param box  lows, then highs
    DRAMATIS_INLINE static LeafMask nearBox(const double *leaf,
                                            const double *box,
                                            std::size_t features,
                                            const LeafValues &squaredBounds)
    {
        Mask found = {};
        for (std::size_t first = 0; first < kLeafPoints; first += 4 * Width) {
            Vector a = {}; // not an array: g++ would keep it in memory
            Vector b = {};
            Vector c = {};
            Vector d = {};
            const double *values = leaf + first;
            for (std::size_t feature = 0; feature < features; ++feature, values += kLeafPoints) {
                const Vector low = Vector{} + box[feature];
                const Vector high = Vector{} + box[features + feature];
                addGap(a, values, low, high);
                addGap(b, values + Width, low, high);
                addGap(c, values + 2 * Width, low, high);
                addGap(d, values + 3 * Width, low, high);
            }
            mark(found, a, squaredBounds.data(), first);
            mark(found, b, squaredBounds.data(), first + Width);
            mark(found, c, squaredBounds.data(), first + 2 * Width);
            mark(found, d, squaredBounds.data(), first + 3 * Width);
        }
        return united(found);
    }

    /// Points whose squared distance to `from` is less than `squaredBound`; all the distances go to
    /// `squared`. NaN, in unused places, is less than nothing.
    /// @param from  a point whose values are `stride` apart
    DRAMATIS_INLINE static LeafMask nearPoint(const double *leaf,
                                              const double *from,
                                              std::size_t stride,
                                              std::size_t features,
                                              double squaredBound,
                                              LeafValues &squared)
    {
        LeafValues bounds;
        bounds.fill(squaredBound);
        Mask found = {};
        for (std::size_t first = 0; first < kLeafPoints; first += 4 * Width) {
            Vector a = {};
            Vector b = {};
            Vector c = {};
            Vector d = {};
            const double *values = leaf + first;
            for (std::size_t feature = 0; feature < features; ++feature, values += kLeafPoints) {
                const Vector origin = Vector{} + from[feature * stride];
                addDifference(a, values, origin);
                addDifference(b, values + Width, origin);
                addDifference(c, values + 2 * Width, origin);
                addDifference(d, values + 3 * Width, origin);
            }
            std::memcpy(squared.data() + first, &a, sizeof(Vector));
            std::memcpy(squared.data() + first + Width, &b, sizeof(Vector));
            std::memcpy(squared.data() + first + 2 * Width, &c, sizeof(Vector));
            std::memcpy(squared.data() + first + 3 * Width, &d, sizeof(Vector));
            mark(found, a, bounds.data(), first);
            mark(found, b, bounds.data(), first + Width);
            mark(found, c, bounds.data(), first + 2 * Width);
            mark(found, d, bounds.data(), first + 3 * Width);
        }
        return united(found);
    }

private:
    using Vector = typename VectorsOf<Width>::Doubles;
    using Mask = typename VectorsOf<Width>::Integers;
    static_assert(kLeafPoints % (4 * Width) == 0);

    DRAMATIS_INLINE static void
    addGap(Vector &sum, const double *values, const Vector &low, const Vector &high)
    {
        Vector value;
        std::memcpy(&value, values, sizeof(Vector));
        const Vector below = low - value;
        const Vector above = value - high;
        Vector gap = below > above ? below : above;
        gap = gap > Vector{} ? gap : Vector{};
        sum += gap * gap;
    }

    DRAMATIS_INLINE static void
    addDifference(Vector &sum, const double *values, const Vector &origin)
    {
        Vector value;
        std::memcpy(&value, values, sizeof(Vector));
        value -= origin;
        sum += value * value;
    }

    /// Adds the points from `first` on whose sum is less than their bound.
    DRAMATIS_INLINE static void
    mark(Mask &found, const Vector &sums, const double *bounds, std::size_t first)
    {
        static constexpr std::array<std::int64_t, kLeafPoints> kBits{1,
                                                                     1 << 1,
                                                                     1 << 2,
                                                                     1 << 3,
                                                                     1 << 4,
                                                                     1 << 5,
                                                                     1 << 6,
                                                                     1 << 7,
                                                                     1 << 8,
                                                                     1 << 9,
                                                                     1 << 10,
                                                                     1 << 11,
                                                                     1 << 12,
                                                                     1 << 13,
                                                                     1 << 14,
                                                                     1 << 15};
        Vector bound;
        Mask bits;
        std::memcpy(&bound, bounds + first, sizeof(Vector));
        std::memcpy(&bits, kBits.data() + first, sizeof(Mask));
        found |= (sums < bound) & bits;
    }

    DRAMATIS_INLINE static LeafMask united(const Mask &found)
    {
        std::int64_t all = 0;
        for (std::size_t i = 0; i < Width; ++i)
            all |= found[i];
        return static_cast<LeafMask>(all);
    }
};

} // namespace dramatis::clustering
