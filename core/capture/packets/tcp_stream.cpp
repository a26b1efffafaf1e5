// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/tcp_stream.h"

#include "core/base/unknown.h"

#include <algorithm>
#include <iterator>

namespace dramatis::capture::packets {

namespace {

/// What a piece costs beside its bytes.
constexpr std::size_t kPieceOverhead = 128;
/// An acknowledged hole is waited for this many packets more: machines with several receive queues
/// write packets down a little out of order.
constexpr int kPatience = 16;
/// With only one side in the capture nothing is acknowledged; then time has to tell.
constexpr std::int64_t kLongestWait = 5 * kNanosecondsPerSecond;

} // namespace

void TcpStream::start(std::uint32_t sequence)
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_nextSequence = sequence;
}

/// The distance of two sequence numbers is below 2^31 by the rules of TCP, so numbers that wrapped
/// around are no matter.
std::int64_t TcpStream::positionOf(std::uint32_t sequence) const
{
    return m_next + static_cast<std::int32_t>(sequence - m_nextSequence);
}

void TcpStream::segment(std::uint32_t sequence,
                        std::string_view bytes,
                        std::size_t size,
                        std::int64_t time)
{
    if (size == 0) { // its number may be the one before, to see whether the other side is alive
        if (!m_pieces.empty())
            giveUpOldHoles(time);
        return;
    }
    start(sequence);
    std::int64_t position = positionOf(sequence);
    auto left = static_cast<std::int64_t>(size);
    if (position < m_next) { // sent again, at least in part
        const std::int64_t known = m_next - position;
        if (known >= left)
            return;
        bytes.remove_prefix(std::min(bytes.size(), static_cast<std::size_t>(known)));
        left -= known;
        position = m_next;
    }
    if (position == m_next && m_pieces.empty()) {
        deliver(bytes, left, time);
        return;
    }
    keep(position, bytes, left, time);
    drain();
    if (!m_pieces.empty())
        giveUpOldHoles(time);
}

void TcpStream::acknowledged(std::uint32_t sequence, bool isInAnswer, std::int64_t time)
{
    start(sequence);
    m_acknowledged = std::max(m_acknowledged, positionOf(sequence));
    while (isInAnswer && !m_pieces.empty() && m_acknowledged > m_pieces.begin()->first)
        giveUpHole();
    if (!m_pieces.empty())
        giveUpOldHoles(time);
}

void TcpStream::finish(std::uint32_t sequence, std::int64_t time)
{
    start(sequence);
    m_hasEnd = true;
    m_end = positionOf(sequence);
    // An empty piece at the end: the hole before it is given up like any other.
    if (m_end > m_next && m_pieces.emplace(m_end, Piece{{}, 0, time}).second)
        m_kept += kPieceOverhead;
}

void TcpStream::flush()
{
    while (!m_pieces.empty())
        giveUpHole();
}

void TcpStream::deliver(std::string_view bytes, std::int64_t size, std::int64_t time)
{
    m_next += size;
    m_nextSequence += static_cast<std::uint32_t>(size);
    const std::int64_t missing = size - static_cast<std::int64_t>(bytes.size());
    if (!bytes.empty())
        m_listener.streamData(m_side, bytes, time);
    if (missing > 0) // the capture cut the packet
        m_listener.streamGap(m_side, static_cast<std::uint64_t>(missing), time);
}

/// Fills the holes between the pieces that are there.
void TcpStream::keep(std::int64_t position,
                     std::string_view bytes,
                     std::int64_t size,
                     std::int64_t time)
{
    const std::int64_t end = position + size;
    std::int64_t at = position;
    while (at < end) {
        const auto after = m_pieces.upper_bound(at);
        if (after != m_pieces.begin()) {
            const auto &[start, piece] = *std::prev(after);
            if (start + piece.size > at) {
                at = start + piece.size;
                continue;
            }
        }
        const std::int64_t stop = after == m_pieces.end() ? end : std::min(end, after->first);
        const auto from = static_cast<std::size_t>(at - position);
        const std::string_view part = from < bytes.size()
                                          ? bytes.substr(from, static_cast<std::size_t>(stop - at))
                                          : std::string_view();
        if (m_pieces.emplace(at, Piece{std::string(part), stop - at, time}).second)
            m_kept += part.size() + kPieceOverhead;
        at = stop;
    }
}

void TcpStream::drain()
{
    while (!m_pieces.empty() && m_pieces.begin()->first == m_next) {
        const auto node = m_pieces.extract(m_pieces.begin());
        const Piece &piece = node.mapped();
        m_kept -= piece.bytes.size() + kPieceOverhead;
        m_seenSinceAcknowledged = 0;
        deliver(piece.bytes, piece.size, piece.time);
    }
}

void TcpStream::giveUpHole()
{
    const auto &[position, piece] = *m_pieces.begin();
    const std::int64_t missing = position - m_next;
    m_next = position;
    m_nextSequence += static_cast<std::uint32_t>(missing);
    m_listener.streamGap(m_side, static_cast<std::uint64_t>(missing), piece.time);
    drain();
}

void TcpStream::giveUpOldHoles(std::int64_t time)
{
    while (!m_pieces.empty()) {
        const auto &[position, piece] = *m_pieces.begin();
        if (m_acknowledged >= position)
            ++m_seenSinceAcknowledged;
        if (m_seenSinceAcknowledged <= kPatience && time - piece.time <= kLongestWait
            && m_kept <= kMostKept)
            return;
        giveUpHole();
    }
}

} // namespace dramatis::capture::packets
