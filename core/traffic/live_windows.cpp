// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/live_windows.h"

#include "core/traffic/window_width.h"

#include <algorithm>

namespace dramatis::traffic {

namespace {

constexpr std::int64_t kLeastGrace = 2 * kNanosecondsPerSecond;
constexpr std::int64_t kMostGrace = 10 * kNanosecondsPerSecond;
/// How stamps lag is remembered for one to two of these.
constexpr std::int64_t kLagPeriod = 300 * kNanosecondsPerSecond;
/// Stamps that go back by more are those of a clock that was set, or of older files.
constexpr std::int64_t kClockStep = 600 * kNanosecondsPerSecond;
/// Latencies kept of a window for exact quantiles.
constexpr std::size_t kExactLatencies = 16'384;

} // namespace

LiveWindows::LiveWindows(std::int64_t width, ResourceRule rule)
    : m_width(width)
    , m_grace(std::clamp(width, kLeastGrace, kMostGrace))
    , m_rule(rule == ResourceRule::Route ? ResourceRule::Segment : rule)
    , m_whole(kExactLatencies)
{
    Q_ASSERT(width > 0);
}

void LiveWindows::add(const Exchange &exchange, std::int64_t now, bool isLive)
{
    Held held;
    held.row.begin = exchange.begin;
    held.row.latency = exchange.latency;
    held.row.requestBytes = exchange.requestBytes;
    held.row.responseBytes = exchange.responseBytes;
    held.row.outcome = exchange.outcome;
    held.row.kind = methodKindOf(exchange.method);
    held.host = m_hosts.intern(exchange.host);
    held.server = m_servers.intern(exchange.server);
    held.segment =
        m_segments.intern(firstSegment(exchange.path.substr(0, exchange.path.find('?'))));
    held.order = m_added;
    const std::int64_t end = endOf(exchange.begin, exchange.latency, exchange.transfer);
    m_ends[m_added % m_ends.size()] = end;
    ++m_added;
    if (isLive) {
        const std::int64_t period = sliceOf(now, kLagPeriod);
        if (period != m_lagPeriod) {
            m_lag[1] = m_lag[0];
            m_lag[0] = kUnknown;
            m_lagPeriod = period;
        }
        m_lag[0] = isKnown(m_lag[0]) ? std::max(m_lag[0], now - end) : now - end;
    }
    countSecond(held.row);
    const std::int64_t time = endsSoFar();
    if (time < m_movedTo - kClockStep) { // windows may come a second time
        finish();
        m_whole = OpenWindow(kExactLatencies);
        m_movedTo = time - kClockStep;
    }
    if (held.row.begin < m_movedTo)
        cut(held);
    else
        m_held.push(held);
    if (m_held.size() > kMostHeld)
        moveTo(m_held.top().row.begin + 1);
    moveTo(time - m_grace);
}

void LiveWindows::countSecond(const WindowRow &row)
{
    const std::int64_t second = sliceOf(row.begin, kNanosecondsPerSecond);
    const std::int64_t newest = sliceOf(endsSoFar(), kNanosecondsPerSecond);
    if (second > newest + 60 || second <= newest - kKeptSeconds)
        return; // a wrong stamp must not push the others out
    LiveSecond &entry = m_seconds[second];
    entry.second = second;
    ++entry.exchanges;
    entry.errors += row.outcome == Outcome::ServerError || row.outcome == Outcome::Timeout
                    || row.outcome == Outcome::Aborted;
    while (m_seconds.begin()->first <= newest - kKeptSeconds
           || m_seconds.size() > static_cast<std::size_t>(kKeptSeconds + 60))
        m_seconds.erase(m_seconds.begin());
}

/// The median end of the last exchanges.
std::int64_t LiveWindows::endsSoFar() const
{
    const std::size_t count = std::min<std::size_t>(m_added, m_ends.size());
    if (count == 0)
        return std::numeric_limits<std::int64_t>::min();
    std::array<std::int64_t, 9> ends = m_ends;
    const auto middle = ends.begin() + static_cast<std::ptrdiff_t>((count - 1) / 2);
    std::nth_element(ends.begin(), middle, ends.begin() + static_cast<std::ptrdiff_t>(count));
    return *middle;
}

void LiveWindows::passTime(std::int64_t now)
{
    const std::int64_t lag = std::max(m_lag[0], m_lag[1]); // kUnknown is the least there is
    if (isKnown(lag))
        moveTo(now - lag - m_grace);
}

void LiveWindows::finish()
{
    moveTo(std::numeric_limits<std::int64_t>::max());
}

/// Lets go what began before `time`, and closes the windows that ended before it.
void LiveWindows::moveTo(std::int64_t time)
{
    if (time <= m_movedTo)
        return;
    if (m_rule == ResourceRule::Automatic && !m_held.empty() && m_held.top().row.begin < time)
        settleRule();
    m_movedTo = time;
    while (!m_held.empty() && m_held.top().row.begin < time) {
        const Held held = m_held.top();
        m_held.pop();
        cut(held);
    }
    closeBefore(time);
}

/// As ExchangeTable settles it.
void LiveWindows::settleRule()
{
    m_rule = m_servers.size() > 1 ? ResourceRule::Server
             : m_hosts.size() > 2 ? ResourceRule::Host
                                  : ResourceRule::Segment;
}

StringId LiveWindows::resourceOf(const Held &held)
{
    switch (m_rule) {
    case ResourceRule::Server:
        return m_names.intern(m_servers.at(held.server));
    case ResourceRule::Host:
        return m_names.intern(m_hosts.at(held.host));
    case ResourceRule::HostAndSegment:
        m_name.assign(m_hosts.at(held.host));
        m_name += m_segments.at(held.segment);
        return m_names.intern(m_name);
    case ResourceRule::Automatic: // settled before anything is cut
    case ResourceRule::Route:
    case ResourceRule::Segment:
        break;
    }
    return m_names.intern(m_segments.at(held.segment));
}

void LiveWindows::cut(const Held &held)
{
    const std::int64_t slice = sliceOf(held.row.begin, m_width);
    const bool isClosed =
        m_whole.isEmpty() ? m_whole.reaches(held.row.begin) : slice < m_whole.slice();
    if (isClosed) {
        ++m_late;
        return;
    }
    if (m_whole.isEmpty() || slice > m_whole.slice()) {
        closeBefore(sliceBegin(slice, m_width));
        m_whole.start(StringId{0}, slice, m_width);
    }
    m_wholeSeconds.look(held.row.begin, held.row.latency);
    m_whole.add(held.row);
    const StringId resource = resourceOf(held);
    OpenWindow &open =
        m_open.try_emplace(number(resource), OpenWindow(kExactLatencies)).first->second;
    if (open.isEmpty())
        open.start(resource, slice, m_width);
    open.add(held.row);
}

/// All open windows are of one slice, so they close together.
void LiveWindows::closeBefore(std::int64_t time)
{
    if (m_whole.isEmpty() || sliceLast(m_whole.slice(), m_width) >= time)
        return;
    std::vector<std::uint32_t> order;
    order.reserve(m_open.size());
    for (const auto &entry : m_open)
        order.push_back(entry.first);
    std::sort(order.begin(), order.end());
    for (const std::uint32_t id : order)
        put(m_open.at(id), m_names.text(StringId{id}), false);
    m_open.clear(); // a resource that falls silent keeps nothing
    put(m_whole, {}, true);
}

void LiveWindows::put(OpenWindow &open, const QString &name, bool isWhole)
{
    LiveWindow closed;
    closed.window = open.close();
    closed.widthSeconds = static_cast<double>(m_width) * 1e-9;
    m_wholeSeconds.correct(closed.window, closed.widthSeconds);
    closed.isWhole = isWhole;
    closed.resource = name;
    closed.begin = sliceBegin(closed.window.slice, m_width);
    m_closed.push_back(std::move(closed));
}

std::vector<LiveWindow> LiveWindows::takeClosed()
{
    return std::exchange(m_closed, {});
}

std::vector<LiveSecond> LiveWindows::seconds() const
{
    std::vector<LiveSecond> seconds;
    seconds.reserve(m_seconds.size());
    for (const auto &entry : m_seconds)
        seconds.push_back(entry.second);
    return seconds;
}

} // namespace dramatis::traffic
