// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/conversation.h"

#include <optional>
#include <string>
#include <string_view>

namespace dramatis::capture::packets {

/// What the head of a message of HTTP/1.x says, as far as it matters. Views into the head.
struct HttpHead
{
    std::string_view startLine;
    std::string_view host;
    std::string_view upgrade;
    std::optional<std::uint64_t> contentLength;
    bool isChunked = false;
};

[[nodiscard]] HttpHead readHttpHead(std::string_view head);

/// How a message goes on behind its head.
struct HttpBody
{
    enum class Kind {
        None,
        Length,
        Chunked,
        UntilClose,
        Tunnel ///< what follows is no HTTP
    };
    Kind kind = Kind::None;
    std::uint64_t length = 0;
};

/// Takes a body of chunks apart.
class HttpChunks
{
public:
    enum class State { Size, Extension, Data, DataEnd, Trailer, Done, Broken };

    /// @return how many of `bytes` were of the body
    std::size_t take(std::string_view bytes);
    /// Passes over bytes that are missing. False where it is not known where they led.
    bool skip(std::uint64_t size);
    [[nodiscard]] State state() const { return m_state; }

private:
    void takeControl(char c);

    State m_state = State::Size;
    std::uint64_t m_left = 0;
    bool m_hasDigit = false;
    bool m_isLineEmpty = true;
};

class HttpMessages;

/// Takes the messages of one side.
class HttpMessageListener
{
public:
    /// @param begin  when the first byte of the head was sent
    virtual HttpBody headRead(Side side, const HttpHead &head, std::int64_t begin) = 0;
    /// @param isWhole  false where bytes of it are missing, or it was never ended
    virtual void messageEnded(Side side, std::uint64_t bytes, std::int64_t time, bool isWhole) = 0;
    /// Bytes are missing, so that what is being said is not known. Next comes a head.
    virtual void threadLost(Side side) = 0;
    virtual void tunnelData(Side side, std::string_view bytes, std::int64_t time) = 0;

protected:
    ~HttpMessageListener() = default;
};

/// What one side of a connection says in HTTP/1.x, taken apart into messages.
/// Source: RFC 9112.
class HttpMessages
{
public:
    static constexpr std::size_t kLongestHead = 64 * 1024;

    HttpMessages(Side side, HttpMessageListener &listener) : m_side(side), m_listener(listener) {}

    void data(std::string_view bytes, std::int64_t time);
    void gap(std::uint64_t size);
    /// The side says nothing more.
    void finish();
    /// What follows is no HTTP.
    void becomeTunnel(std::int64_t time);

    [[nodiscard]] bool isInMessage() const
    {
        return m_state == State::Head || m_state == State::Body;
    }
    /// Of the message so far.
    [[nodiscard]] std::uint64_t messageBytes() const { return m_bytes; }
    [[nodiscard]] std::int64_t lastTime() const { return m_lastTime; }

private:
    enum class State { Between, Head, Body, Tunnel, Lost };

    std::size_t takeHead(std::string_view bytes, std::int64_t time);
    std::size_t takeBody(std::string_view bytes);
    void beginBody(std::string_view head);
    void endMessage();
    void lose();

    Side m_side;
    HttpMessageListener &m_listener;
    State m_state = State::Between;
    std::string m_head; ///< what there is of a head that is not whole
    HttpBody m_body;
    HttpChunks m_chunks;
    std::uint64_t m_bytes = 0;
    std::int64_t m_begin = 0;
    std::int64_t m_lastTime = 0;
    bool m_isWhole = true;
};

/// Whether bytes begin like a request or a response; Undecided where there are too few of them.
enum class HttpStart { No, Undecided, Request, Response };
[[nodiscard]] HttpStart httpStart(std::string_view bytes);

} // namespace dramatis::capture::packets
