// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/windows_codec.h"

#include "core/table/column_codec.h"
#include "core/traffic/tr.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace dramatis::traffic {

namespace {

constexpr quint32 kVersion = 1;
constexpr std::uint64_t kMostStoredWindows = 10'000'000;

constexpr std::uint32_t Window::*kCounts[] = {&Window::exchanges,
                                              &Window::knownOutcomes,
                                              &Window::errors,
                                              &Window::methods,
                                              &Window::writes,
                                              &Window::knownRequestBytes,
                                              &Window::knownResponseBytes,
                                              &Window::knownLatencies};
constexpr double Window::*kFigures[] = {&Window::requestBytes,
                                        &Window::responseBytes,
                                        &Window::latencySum,
                                        &Window::latencyP50,
                                        &Window::latencyP95,
                                        &Window::gapMean,
                                        &Window::gapCv};

template<typename Value, typename Get>
QByteArray columnOf(std::span<const Window> windows, Get get)
{
    std::vector<Value> values;
    values.reserve(windows.size());
    for (const Window &window : windows)
        values.push_back(get(window));
    return table::encodeColumn(std::span<const Value>(values));
}

Error damagedWindows()
{
    return makeError(ErrorKind::Format, Tr::tr("The windows of a capture are damaged."));
}

/// Sets one member of the windows from a column.
template<typename Values, typename Set>
Result<> fill(std::span<Window> windows, Result<Values> values, Set set)
{
    if (!values || values->size() != windows.size())
        return damagedWindows();
    for (std::size_t i = 0; i < windows.size(); ++i)
        set(windows[i], (*values)[i]);
    return {};
}

QByteArray takeBytes(QDataStream &stream)
{
    QByteArray bytes;
    stream >> bytes;
    return bytes;
}

Result<> readBlock(QDataStream &stream, std::span<Window> windows)
{
    DRAMATIS_CHECK(fill(windows,
                        table::decodeUint32(takeBytes(stream)),
                        [](Window &window, std::uint32_t id) { window.resource = StringId{id}; }));
    DRAMATIS_CHECK(fill(windows,
                        table::decodeInt64(takeBytes(stream)),
                        [](Window &window, std::int64_t slice) { window.slice = slice; }));
    for (const auto member : kCounts)
        DRAMATIS_CHECK(fill(windows,
                            table::decodeUint32(takeBytes(stream)),
                            [member](Window &window, std::uint32_t n) { window.*member = n; }));
    for (const auto member : kFigures)
        DRAMATIS_CHECK(fill(windows,
                            table::decodeDouble(takeBytes(stream)),
                            [member](Window &window, double x) { window.*member = x; }));
    return {};
}

/// What follows from the windows.
void summarise(WindowTable &table)
{
    table.sparse = 0;
    table.exposures.clear();
    for (const Window &window : table.windows) {
        table.sparse += window.exchanges < kSparseBelow ? 1U : 0U;
        if (table.exposures.empty() || table.exposures.back().resource != window.resource)
            table.exposures.push_back({window.resource, window.slice, window.slice});
        table.exposures.back().lastSlice = window.slice;
    }
}

} // namespace

QByteArray encodeWindows(const WindowTable &table)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kVersion << table.widthSeconds << table.automaticWidth << table.widthIsFallback
           << qint64{table.firstTime} << qint64{table.lastTime}
           << QStringList(table.resources.begin(), table.resources.end())
           << static_cast<quint64>(table.windows.size());
    for (std::size_t from = 0; from < table.windows.size(); from += table::kChunkRows) {
        const std::span<const Window> block(
            table.windows.data() + from, std::min(table::kChunkRows, table.windows.size() - from));
        stream << columnOf<std::uint32_t>(block,
                                          [](const Window &w) { return number(w.resource); });
        std::vector<std::int64_t> slices;
        for (const Window &window : block)
            slices.push_back(window.slice);
        stream << table::encodeColumn(std::span<const std::int64_t>(slices),
                                      table::Encoding::Delta);
        for (const auto member : kCounts)
            stream << columnOf<std::uint32_t>(block,
                                              [member](const Window &w) { return w.*member; });
        for (const auto member : kFigures)
            stream << columnOf<double>(block, [member](const Window &w) { return w.*member; });
    }
    return bytes;
}

Result<WindowTable> decodeWindows(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    WindowTable table;
    quint32 version = 0;
    qint64 first = 0;
    qint64 last = 0;
    QStringList resources;
    quint64 count = 0;
    stream >> version >> table.widthSeconds >> table.automaticWidth >> table.widthIsFallback
        >> first >> last >> resources >> count;
    if (stream.status() != QDataStream::Ok || version != kVersion || count > kMostStoredWindows
        || !std::isfinite(table.widthSeconds) || table.widthSeconds <= 0)
        return damagedWindows();
    table.firstTime = first;
    table.lastTime = last;
    table.resources.assign(resources.begin(), resources.end());
    while (table.windows.size() < count) {
        const std::size_t from = table.windows.size();
        const std::size_t rows = std::min<std::size_t>(table::kChunkRows, count - from);
        table.windows.resize(from + rows);
        DRAMATIS_CHECK(readBlock(stream, {table.windows.data() + from, rows}));
    }
    const auto isBefore = [](const Window &a, const Window &b) {
        return std::tuple(number(a.resource), a.slice) < std::tuple(number(b.resource), b.slice);
    };
    for (std::size_t i = 0; i < table.windows.size(); ++i) {
        if (number(table.windows[i].resource) >= table.resources.size()
            || (i > 0 && !isBefore(table.windows[i - 1], table.windows[i])))
            return damagedWindows();
    }
    summarise(table);
    return table;
}

} // namespace dramatis::traffic
