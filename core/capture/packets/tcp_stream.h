// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace dramatis::capture::packets {

/// Takes what one side of a connection sent, in order.
class StreamListener
{
public:
    virtual void streamData(int side, std::string_view bytes, std::int64_t time) = 0;
    virtual void streamGap(int side, std::uint64_t size, std::int64_t time) = 0;

protected:
    ~StreamListener() = default;
};

/// What one side of a TCP connection sends, put in order. In order it costs nothing: bytes are
/// handed on where they lie. What comes early is kept (at most kMostKept) until the hole before it
/// is filled, or given up: because the other side acknowledged it, so that the packet is missing
/// from the capture only; or because nothing filled it for a while. Of bytes that come twice the
/// first ones count.
class TcpStream
{
public:
    static constexpr std::size_t kMostKept = std::size_t{1} << 20;

    TcpStream(int side, StreamListener &listener) : m_side(side), m_listener(listener) {}

    [[nodiscard]] bool isStarted() const { return m_isStarted; }
    /// The next byte to come has this number. No matter once it is started.
    void start(std::uint32_t sequence);
    /// @param bytes  what was kept of the segment
    /// @param size   of the segment on the wire
    void
    segment(std::uint32_t sequence, std::string_view bytes, std::size_t size, std::int64_t time);
    /// The other side has all bytes before this number.
    /// @param isInAnswer  it says so with data, maybe in answer to them: what is missing is not
    ///                    waited for
    void acknowledged(std::uint32_t sequence, bool isInAnswer, std::int64_t time);
    /// The side sends nothing from this number on.
    void finish(std::uint32_t sequence, std::int64_t time);
    /// Gives all holes up.
    void flush();

    /// All that the side sent was handed on.
    [[nodiscard]] bool isFinished() const { return m_hasEnd && m_next >= m_end; }
    /// Memory that is held, about.
    [[nodiscard]] std::size_t kept() const { return m_kept; }

private:
    struct Piece
    {
        std::string bytes;
        std::int64_t size = 0; ///< on the wire
        std::int64_t time = 0;
    };

    [[nodiscard]] std::int64_t positionOf(std::uint32_t sequence) const;
    void deliver(std::string_view bytes, std::int64_t size, std::int64_t time);
    void keep(std::int64_t position, std::string_view bytes, std::int64_t size, std::int64_t time);
    void drain();
    void giveUpHole();
    void giveUpOldHoles(std::int64_t time);

    int m_side;
    StreamListener &m_listener;
    bool m_isStarted = false;
    bool m_hasEnd = false;
    std::uint32_t m_nextSequence = 0;
    std::int64_t m_next = 0; ///< bytes handed on or given up so far
    std::int64_t m_end = 0;
    std::int64_t m_acknowledged = 0;
    std::map<std::int64_t, Piece> m_pieces; ///< by position, none overlaps another
    std::size_t m_kept = 0;
    int m_seenSinceAcknowledged = 0; ///< segments since the hole was acknowledged
};

} // namespace dramatis::capture::packets
