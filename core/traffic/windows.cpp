// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/windows.h"

#include "core/traffic/chunk_walk.h"
#include "core/traffic/method_kind.h"
#include "core/traffic/open_window.h"
#include "core/traffic/tr.h"
#include "core/traffic/window_width.h"

#include <algorithm>
#include <cmath>

// Exchanges come in order of begin, so each resource has one open window at any time. It is closed
// when the resource's next exchange lies past its end; what is kept of it then is the Window alone.
// The latencies of the open windows are the only values held. Quantiles of up to 16 million
// exchanges in open windows are exact; a window with more than its resource's part of them is told
// from a histogram (quantile_sketch.h, 0.4 %), so that an hour of a busy capture needs no more
// memory than a minute.

namespace dramatis::traffic {

namespace {

/// Latencies held for exact quantiles, over all resources; each resource gets its part of them.
constexpr std::size_t kHeldLatencies = std::size_t{1} << 24;
constexpr std::size_t kLeastHeldLatencies = 1024;
constexpr std::size_t kMostWindows = 10'000'000;

class WindowCutter
{
public:
    WindowCutter(const ExchangeTable &table, std::int64_t width)
        : m_width(width)
        , m_open(table.resources().size())
    {
        const std::size_t held = std::max(kLeastHeldLatencies, kHeldLatencies / m_open.size());
        for (OpenWindow &open : m_open)
            open = OpenWindow(held);
        const table::StringPool &operations = *table.pools().operations;
        m_kinds.reserve(operations.size());
        for (std::uint32_t id = 0; id < operations.size(); ++id)
            m_kinds.push_back(operations.overflowed() && StringId{id} == operations.other()
                                  ? MethodKind::Unknown
                                  : methodKindOf(operations.at(StringId{id})));
    }

    Result<> add(const ExchangeChunk &chunk)
    {
        for (std::size_t i = 0; i < chunk.size(); ++i)
            add(chunk, i);
        if (m_windows.size() > kMostWindows)
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("A window width of %1 s cuts this capture into more than %L2 "
                                    "windows; choose a wider one.")
                                 .arg(static_cast<double>(m_width) * 1e-9)
                                 .arg(kMostWindows));
        return {};
    }

    /// All windows by resource, then slice, and the exposures that go with them.
    void finish(WindowTable &table)
    {
        for (OpenWindow &open : m_open)
            close(open);
        sortInto(table.windows);
        const double width = static_cast<double>(m_width) * 1e-9;
        for (Window &window : table.windows) {
            m_wholeSeconds.correct(window, width);
            if (window.exchanges < kSparseBelow)
                ++table.sparse;
            if (table.exposures.empty() || table.exposures.back().resource != window.resource)
                table.exposures.push_back({window.resource, window.slice, window.slice});
            table.exposures.back().lastSlice = window.slice;
        }
    }

private:
    void add(const ExchangeChunk &chunk, std::size_t i)
    {
        const std::int64_t begin = chunk.begin[i];
        OpenWindow &open = m_open[number(chunk.resource[i])];
        if (!open.reaches(begin)) {
            close(open);
            open.start(chunk.resource[i], sliceOf(begin, m_width), m_width);
        }
        open.add({begin,
                  chunk.latency[i],
                  chunk.requestBytes[i],
                  chunk.responseBytes[i],
                  chunk.outcome[i],
                  m_kinds[number(chunk.operation[i])]});
        m_wholeSeconds.look(begin, chunk.latency[i]);
    }

    void close(OpenWindow &open)
    {
        if (!open.isEmpty())
            m_windows.push_back(open.close());
    }

    /// Windows were closed in order of time within each resource: counting per resource sorts them.
    void sortInto(std::vector<Window> &sorted)
    {
        std::vector<std::size_t> place(m_open.size() + 1, 0);
        for (const Window &window : m_windows)
            ++place[number(window.resource) + 1];
        for (std::size_t i = 1; i < place.size(); ++i)
            place[i] += place[i - 1];
        sorted.resize(m_windows.size());
        for (const Window &window : m_windows)
            sorted[place[number(window.resource)]++] = window;
        m_windows = {};
    }

    std::int64_t m_width;            // ns
    std::vector<OpenWindow> m_open;  // by resource
    std::vector<MethodKind> m_kinds; // by operation
    std::vector<Window> m_windows;   // in order of closing
    WholeSeconds m_wholeSeconds;
};

} // namespace

std::int64_t WindowTable::sliceBegin(std::int64_t slice) const
{
    return traffic::sliceBegin(slice, std::llround(widthSeconds * 1e9));
}

Result<WindowTable>
makeWindows(const ExchangeTable &table, std::optional<double> widthSeconds, JobControl &job)
{
    if (table.isEmpty())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("The capture has no exchanges, so there are no windows."));
    WindowTable windows;
    windows.automaticWidth = !widthSeconds;
    JobSlice choosing(job, 0, widthSeconds ? 0 : 0.4);
    WidthChoice choice{widthSeconds.value_or(0), false};
    if (!widthSeconds) {
        DRAMATIS_TRY(choice, chooseWidth(table, choosing));
    }
    DRAMATIS_TRY(const std::int64_t width, widthInNanoseconds(choice.seconds));
    windows.widthSeconds = static_cast<double>(width) / 1e9;
    windows.widthIsFallback = choice.isFallback;
    windows.firstTime = table.firstTime();
    windows.lastTime = table.lastTime();

    WindowCutter cutter(table, width);
    JobSlice cutting(job, widthSeconds ? 0 : 0.4, 1);
    DRAMATIS_CHECK(
        walkAhead(table, cutting, Tr::tr("Cutting into windows"), [&](const ExchangeChunk &chunk) {
            return cutter.add(chunk);
        }));
    cutter.finish(windows);
    windows.resources.reserve(table.resources().size());
    for (std::uint32_t id = 0; id < table.resources().size(); ++id)
        windows.resources.push_back(table.resources().text(StringId{id}));
    return windows;
}

} // namespace dramatis::traffic
