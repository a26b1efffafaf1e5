// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/simulate.h"

namespace dramatis::simulation {

// Three buffers go round: the writer owns one, the reader owns one, and the one in the middle is
// swapped for either's own in one atomic step; so neither ever waits and both always hold a whole
// snapshot.

namespace {
constexpr unsigned kIndex = 3;
constexpr unsigned kFresh = 4; ///< the middle one was published and not taken yet
} // namespace

bool LiveView::wanted() const noexcept
{
    return (m_middle.load(std::memory_order_acquire) & kFresh) == 0;
}

LiveSnapshot &LiveView::back() noexcept
{
    return m_buffers[m_back];
}

void LiveView::publish() noexcept
{
    m_back = m_middle.exchange(m_back | kFresh, std::memory_order_acq_rel) & kIndex;
}

const LiveSnapshot *LiveView::take() noexcept
{
    if ((m_middle.load(std::memory_order_acquire) & kFresh) == 0)
        return nullptr;
    m_front = m_middle.exchange(m_front, std::memory_order_acq_rel) & kIndex;
    return &m_buffers[m_front];
}

} // namespace dramatis::simulation
