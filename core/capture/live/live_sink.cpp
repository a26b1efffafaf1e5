// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/live/live_sink.h"

namespace dramatis::capture {

namespace {

constexpr std::int64_t kRateSpan = 5 * kNanosecondsPerSecond;

} // namespace

LiveSink::LiveSink(std::int64_t windowWidth,
                   const ImportOptions &options,
                   std::shared_ptr<table::ChunkStore> store,
                   const Clock &clock)
    : m_clock(clock)
    , m_builder(store ? std::make_unique<traffic::ExchangeTableBuilder>(std::move(store)) : nullptr)
    , m_windows(windowWidth, options.rule)
{
    if (options.redaction)
        m_redacting.emplace(m_kept, *options.redaction);
    m_counts.push_back({clock.now(), 0});
}

Result<> LiveSink::add(const traffic::Exchange &exchange, bool isLive)
{
    const std::lock_guard lock(m_mutex);
    m_kept.now = m_clock.now();
    m_kept.isLive = isLive;
    ++m_exchanges;
    m_errors += exchange.outcome == traffic::Outcome::ServerError
                || exchange.outcome == traffic::Outcome::Timeout
                || exchange.outcome == traffic::Outcome::Aborted;
    return m_redacting ? m_redacting->add(exchange) : m_kept.add(exchange);
}

Result<> LiveSink::Kept::add(const traffic::Exchange &exchange)
{
    sink.m_windows.add(exchange, now, isLive);
    return sink.m_builder ? sink.m_builder->add(exchange) : Result<>();
}

std::vector<traffic::LiveWindow> LiveSink::closeWindows(bool isIdle)
{
    const std::int64_t now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    if (isIdle)
        m_windows.passTime(now);
    return m_windows.takeClosed();
}

std::vector<traffic::LiveWindow> LiveSink::finishWindows()
{
    const std::lock_guard lock(m_mutex);
    m_windows.finish();
    return m_windows.takeClosed();
}

void LiveSink::describe(LiveSnapshot &snapshot)
{
    const std::int64_t now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    m_counts.push_back({now, m_exchanges});
    while (m_counts.size() > 2 && m_counts[1].time <= now - kRateSpan)
        m_counts.pop_front();
    const auto span = static_cast<double>(now - m_counts.front().time) * 1e-9;
    const auto came = static_cast<double>(m_exchanges - m_counts.front().exchanges);
    snapshot.rate = span > 0 ? came / span : 0;
    snapshot.exchanges = m_exchanges;
    snapshot.errors = m_errors;
    snapshot.skipped = m_skipped;
    snapshot.late = m_windows.late();
    snapshot.resources = m_windows.resources();
    snapshot.rule = m_windows.rule();
    snapshot.seconds = m_windows.seconds();
}

Result<traffic::ExchangeTablePtr> LiveSink::freeze(traffic::ResourceRule wanted)
{
    const std::lock_guard lock(m_mutex);
    if (!m_builder || m_builder->size() == 0)
        return traffic::ExchangeTablePtr();
    const bool isSettled = wanted != traffic::ResourceRule::Automatic;
    NullJobControl untilDone; // what was seen is kept: stopping must not stop this
    return m_builder->freeze(isSettled ? wanted : m_windows.rule(), untilDone);
}

} // namespace dramatis::capture
