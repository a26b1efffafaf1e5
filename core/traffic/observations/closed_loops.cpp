// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/observations/closed_loops.h"

#include "core/base/text.h"
#include "core/traffic/tr.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dramatis::traffic {

namespace {

using Intervals = std::vector<std::pair<std::int64_t, std::int64_t>>;

constexpr std::size_t kBlock = 100;
constexpr std::int64_t kGapsPerWait = 4; ///< a begin this part of the median gap after an end
constexpr double kLeastTriggered = 0.7;
constexpr double kLeastBusy = 0.5;
constexpr double kLeastAlone = 0.95;
constexpr double kLeastCorrelation = 0.7;
constexpr double kLeastShare = 0.1;
constexpr double kMostlyClosed = 0.5;

/// The coarsest of ms, µs and ns that all stamps are multiples of.
std::int64_t resolutionOf(const Intervals &block)
{
    for (const std::int64_t unit : {std::int64_t{1'000'000}, std::int64_t{1'000}}) {
        if (std::all_of(block.begin(), block.end(), [unit](const auto &interval) {
                return interval.first % unit == 0;
            }))
            return unit;
    }
    return 1;
}

/// Share of the time from the first to the last begin in which an answer is waited for.
double busyShare(const Intervals &block)
{
    const std::int64_t last = block.back().first;
    std::int64_t busy = 0;
    std::int64_t until = block.front().first;
    for (const auto &[begin, end] : block) {
        busy += std::max<std::int64_t>(0, std::min(end, last) - std::max(begin, until));
        until = std::max(until, std::min(end, last));
    }
    return last > block.front().first
               ? static_cast<double>(busy) / static_cast<double>(last - block.front().first)
               : 0;
}

std::vector<std::int64_t> gapsOf(const Intervals &block)
{
    std::vector<std::int64_t> gaps;
    for (std::size_t i = 1; i < block.size(); ++i)
        gaps.push_back(block[i].first - block[i - 1].first);
    return gaps;
}

/// Whether most begins follow an end closely.
/// @param ends  of this block and of earlier ones, ascending
bool isTriggered(const Intervals &block,
                 const std::vector<std::int64_t> &ends,
                 std::int64_t resolution)
{
    std::vector<std::int64_t> gaps = gapsOf(block);
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    const std::int64_t wait = *middle / kGapsPerWait;
    if (wait < 2 * resolution)
        return false;
    // Both in order of time: the earliest end that still may trigger a begin is the best to use.
    std::size_t next = 0;
    std::size_t triggered = 0;
    for (const auto &[begin, end] : block) {
        while (next < ends.size() && ends[next] < begin - wait)
            ++next;
        if (next < ends.size() && ends[next] <= begin + resolution
            && ends[next] < end) { // not its own, where it took no time
            ++triggered;
            ++next;
        }
    }
    return static_cast<double>(triggered)
           >= kLeastTriggered * static_cast<double>(block.size() - 1);
}

double correlation(const std::vector<double> &x, const std::vector<double> &y)
{
    const auto count = static_cast<double>(x.size());
    double meanX = 0;
    double meanY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        meanX += x[i] / count;
        meanY += y[i] / count;
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0;
}

/// Whether one request at a time is made, and the next one when the answer has come.
bool isAlone(const Intervals &block, std::int64_t resolution)
{
    std::size_t alone = 0;
    std::int64_t busyUntil = block.front().second;
    std::vector<double> gaps;
    std::vector<double> latencies;
    for (std::size_t i = 1; i < block.size(); ++i) {
        alone += block[i].first >= busyUntil - resolution ? 1U : 0U;
        busyUntil = std::max(busyUntil, block[i].second);
        gaps.push_back(static_cast<double>(block[i].first - block[i - 1].first));
        latencies.push_back(static_cast<double>(block[i - 1].second - block[i - 1].first));
    }
    return static_cast<double>(alone) >= kLeastAlone * static_cast<double>(block.size() - 1)
           && correlation(gaps, latencies) >= kLeastCorrelation;
}

} // namespace

ClosedLoops::ClosedLoops(const ObservedCapture &capture)
    : m_capture(capture)
    , m_ids(capture.clients, kBlock, capture.wholeSeconds ? 0 : kMostObservedClients)
    , m_clients(m_ids.size())
{}

void ClosedLoops::add(const ExchangeChunk &chunk, std::size_t row)
{
    const std::uint32_t place = m_ids.placeOf(number(chunk.client[row]));
    if (place == ObservedIds::kNone || !isKnown(chunk.latency[row]))
        return;
    Client &client = m_clients[place];
    client.block.emplace_back(chunk.begin[row], std::max(chunk.begin[row], chunk.end(row)));
    if (client.block.size() < kBlock)
        return;
    judge(client);
}

void ClosedLoops::judge(Client &client)
{
    const std::int64_t resolution = resolutionOf(client.block);
    for (const Interval &interval : client.block)
        client.ends.push_back(interval.second);
    std::sort(client.ends.begin(), client.ends.end());
    ++client.blocks;
    const bool isClosed = busyShare(client.block) >= kLeastBusy
                          && (isTriggered(client.block, client.ends, resolution)
                              || isAlone(client.block, resolution));
    client.closed += isClosed ? 1U : 0U;
    // What ended before the last but one began can trigger nothing that is to come.
    const std::int64_t past = client.block[kBlock - 2].first;
    std::erase_if(client.ends, [past](std::int64_t end) { return end < past; });
    client.ends.resize(std::min(client.ends.size(), kMostEnds));
    client.block.clear();
}

void ClosedLoops::finish(std::vector<Observation> &found)
{
    std::uint64_t exchanges = 0;
    std::uint64_t clients = 0;
    QString first;
    for (std::size_t place = 0; place < m_clients.size(); ++place) {
        const Client &client = m_clients[place];
        if (client.blocks == 0 || client.closed < kMostlyClosed * client.blocks)
            continue;
        exchanges += m_capture.clients[m_ids.id(place)];
        if (clients++ == 0)
            first = m_capture.table.pools().clients->text(StringId{m_ids.id(place)});
    }
    const double share = static_cast<double>(exchanges) / static_cast<double>(m_capture.exchanges);
    if (clients == 0 || share < kLeastShare)
        return;
    Observation result;
    result.kind = ObservationKind::ClosedLoop;
    result.severity = ObservationSeverity::Warning;
    result.count = exchanges;
    result.text = Tr::tr("%n client(s), with %1 of the requests, ask again only when the answer "
                         "has come (first: %2). While answers are slow they ask less, so these "
                         "latencies hide queueing.",
                         nullptr,
                         static_cast<int>(clients))
                      .arg(text::percent(share), first);
    found.push_back(std::move(result));
}

} // namespace dramatis::traffic
