// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/window_width.h"

#include "core/traffic/chunk_walk.h"
#include "core/traffic/tr.h"
#include "core/traffic/windows.h"

#include <algorithm>
#include <array>

// Every width is a multiple of the one before, so one walk counts them all: when a resource leaves
// a slice of 1 s, that slice's count is final and is added to the 5 s slice it lies in, and so on
// up. Of the finished windows only a histogram of their sizes is kept, so memory does not grow with
// time.

namespace dramatis::traffic {

namespace {

constexpr std::array<std::int64_t, 8> kWidths{1, 5, 10, 30, 60, 300, 900, 3600}; // s
constexpr std::uint64_t kEnough = 30; ///< exchanges of the median window

/// Sizes of all windows of a width. Sizes of 60 and more share the last place: the mean of the
/// middle two reaches 30 whatever a second one of 60 stands beside.
class SizeHistogram
{
public:
    SizeHistogram() = default;
    explicit SizeHistogram(const WindowSizes &windows) : m_windows(windows) {}

    void add(std::uint64_t size) { ++m_windows[std::min(size, m_windows.size() - 1)]; }

    [[nodiscard]] bool medianIsEnough() const
    {
        std::uint64_t windows = 0;
        for (const std::uint64_t count : m_windows)
            windows += count;
        return windows > 0 && at((windows - 1) / 2) + at(windows / 2) >= 2 * kEnough;
    }

    [[nodiscard]] std::uint64_t notSparse() const
    {
        std::uint64_t windows = 0;
        for (std::size_t size = kSparseBelow; size < m_windows.size(); ++size)
            windows += m_windows[size];
        return windows;
    }

private:
    [[nodiscard]] std::uint64_t at(std::uint64_t rank) const
    {
        std::size_t size = 0;
        for (std::uint64_t before = m_windows[0]; before <= rank; before += m_windows[size])
            ++size;
        return size;
    }

    static_assert(std::tuple_size_v<WindowSizes> == 2 * kEnough + 1);
    WindowSizes m_windows{};
};

struct OpenSlice
{
    std::int64_t slice = 0;
    std::uint64_t exchanges = 0; ///< 0: none is open
};

/// The open slice of each width of one resource. A wider one lacks what the narrower ones still
/// hold.
struct OpenSlices
{
    std::int64_t secondLast = std::numeric_limits<std::int64_t>::min(); ///< its last ns
    std::array<OpenSlice, kWidths.size()> levels;
};

WidthChoice best(std::span<const SizeHistogram> sizes)
{
    std::size_t most = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (sizes[i].medianIsEnough())
            return {static_cast<double>(kWidths[i]), false};
        if (sizes[i].notSparse() > sizes[most].notSparse())
            most = i;
    }
    return {static_cast<double>(kWidths[most]), true};
}

class WidthCounter
{
public:
    void add(std::size_t resource, std::int64_t begin)
    {
        if (resource >= m_open.size())
            m_open.resize(resource + 1);
        OpenSlices &open = m_open[resource];
        if (begin <= open.secondLast) {
            ++open.levels[0].exchanges;
            return;
        }
        const std::int64_t second = sliceOf(begin, kNanosecondsPerSecond);
        open.secondLast = sliceLast(second, kNanosecondsPerSecond);
        put(open, 0, {second, 1});
    }

    WidthChoice choose()
    {
        for (OpenSlices &open : m_open) {
            for (std::size_t level = 0; level < kWidths.size(); ++level)
                close(open, level);
        }
        return best(m_sizes);
    }

private:
    void put(OpenSlices &open, std::size_t level, OpenSlice part)
    {
        OpenSlice &whole = open.levels[level];
        if (whole.exchanges > 0 && whole.slice == part.slice) {
            whole.exchanges += part.exchanges;
            return;
        }
        close(open, level);
        whole = part;
    }

    void close(OpenSlices &open, std::size_t level)
    {
        OpenSlice &slice = open.levels[level];
        if (slice.exchanges == 0)
            return;
        m_sizes[level].add(slice.exchanges);
        if (level + 1 < kWidths.size())
            put(open,
                level + 1,
                {sliceOf(slice.slice, kWidths[level + 1] / kWidths[level]), slice.exchanges});
        slice.exchanges = 0;
    }

    std::vector<OpenSlices> m_open; ///< by resource
    std::array<SizeHistogram, kWidths.size()> m_sizes;
};

} // namespace

WidthChoice chooseWidth(std::span<const WindowSizes> sizes)
{
    Q_ASSERT(sizes.size() == kWidths.size());
    std::vector<SizeHistogram> histograms;
    for (const WindowSizes &windows : sizes)
        histograms.emplace_back(windows);
    return best(histograms);
}

const std::vector<double> &automaticWidths()
{
    static const std::vector<double> widths(kWidths.begin(), kWidths.end());
    return widths;
}

std::int64_t sliceBegin(std::int64_t slice, std::int64_t width) noexcept
{
    std::int64_t begin = 0;
    if (!__builtin_mul_overflow(slice, width, &begin))
        return begin;
    return slice < 0 ? std::numeric_limits<std::int64_t>::min()
                     : std::numeric_limits<std::int64_t>::max();
}

std::int64_t sliceLast(std::int64_t slice, std::int64_t width) noexcept
{
    const std::int64_t next = sliceBegin(slice + 1, width);
    constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
    return next == greatest || next == std::numeric_limits<std::int64_t>::min() ? next : next - 1;
}

Result<WidthChoice> chooseWidth(const ExchangeTable &table, JobControl &job)
{
    WidthCounter counter;
    DRAMATIS_CHECK(walkAhead(table,
                             job,
                             Tr::tr("Choosing the window width"),
                             [&](const ExchangeChunk &chunk) -> Result<> {
                                 for (std::size_t i = 0; i < chunk.size(); ++i)
                                     counter.add(number(chunk.resource[i]), chunk.begin[i]);
                                 return {};
                             }));
    return counter.choose();
}

} // namespace dramatis::traffic
