// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/protocols/http1_messages.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace dramatis::capture::packets {

namespace {

constexpr std::array<std::string_view, 16> kMethods{"GET ",
                                                    "POST ",
                                                    "HEAD ",
                                                    "PUT ",
                                                    "DELETE ",
                                                    "OPTIONS ",
                                                    "PATCH ",
                                                    "CONNECT ",
                                                    "TRACE ",
                                                    "PROPFIND ",
                                                    "PROPPATCH ",
                                                    "MKCOL ",
                                                    "REPORT ",
                                                    "SEARCH ",
                                                    "NOTIFY ",
                                                    "SUBSCRIBE "};

/// The longest first line that a request with an unknown method is waited for.
constexpr std::size_t kLongestOddLine = 2048;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

bool endsWithChunked(std::string_view codings)
{
    constexpr std::string_view kChunked = "chunked";
    return codings.size() >= kChunked.size()
           && ascii::equalIgnoringCase(codings.substr(codings.size() - kChunked.size()), kChunked);
}

void readField(std::string_view name, std::string_view value, HttpHead &head)
{
    switch (name.size()) {
    case 4:
        if (ascii::equalIgnoringCase(name, "host") && head.host.empty())
            head.host = value;
        break;
    case 7:
        if (ascii::equalIgnoringCase(name, "upgrade"))
            head.upgrade = value;
        break;
    case 14:
        if (ascii::equalIgnoringCase(name, "content-length")) {
            std::uint64_t length = 0;
            const auto [end, error] =
                std::from_chars(value.data(), value.data() + value.size(), length);
            if (error == std::errc() && end == value.data() + value.size())
                head.contentLength = length;
        }
        break;
    case 17:
        if (ascii::equalIgnoringCase(name, "transfer-encoding"))
            head.isChunked = endsWithChunked(value);
        break;
    default:
        break;
    }
}

/// Where the empty line behind a head ends, npos where it is not there yet.
std::size_t headEnd(std::string_view bytes, std::size_t from)
{
    for (std::size_t at = bytes.find('\n', from); at != std::string_view::npos;
         at = bytes.find('\n', at + 1)) {
        if (at + 1 < bytes.size() && bytes[at + 1] == '\n')
            return at + 2;
        if (at + 2 < bytes.size() && bytes[at + 1] == '\r' && bytes[at + 2] == '\n')
            return at + 3;
    }
    return std::string_view::npos;
}

} // namespace

HttpHead readHttpHead(std::string_view text)
{
    HttpHead head;
    std::size_t end = text.find('\n');
    head.startLine = trimmed(text.substr(0, end));
    while (end != std::string_view::npos) {
        text.remove_prefix(end + 1);
        end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos)
            readField(line.substr(0, colon), trimmed(line.substr(colon + 1)), head);
    }
    return head;
}

HttpStart httpStart(std::string_view bytes)
{
    while (!bytes.empty() && (bytes.front() == '\r' || bytes.front() == '\n'))
        bytes.remove_prefix(1);
    constexpr std::string_view kVersion = "HTTP/1.";
    if (bytes.starts_with(kVersion))
        return HttpStart::Response;
    if (kVersion.starts_with(bytes))
        return HttpStart::Undecided;
    for (const std::string_view method : kMethods) {
        if (method.starts_with(bytes))
            return HttpStart::Undecided;
        if (!bytes.starts_with(method))
            continue;
        const std::string_view target = bytes.substr(method.size());
        if (target.empty())
            return HttpStart::Undecided;
        const bool isTarget =
            target.front() == '/' || target.starts_with("http") || method == "CONNECT ";
        if (isTarget)
            return HttpStart::Request;
        break;
    }
    // A method of somebody's own: the whole line has to be there.
    const auto isToken = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    };
    const auto space = std::find_if_not(bytes.begin(), bytes.end(), isToken);
    if (space == bytes.begin() || (space != bytes.end() && *space != ' '))
        return HttpStart::No;
    const std::size_t lineEnd = bytes.find('\n');
    if (lineEnd == std::string_view::npos)
        return bytes.size() < kLongestOddLine ? HttpStart::Undecided : HttpStart::No;
    const std::string_view line = trimmed(bytes.substr(0, lineEnd));
    return line.size() > 10 && line.substr(line.size() - 9).starts_with(" HTTP/1.")
               ? HttpStart::Request
               : HttpStart::No;
}

// ---- chunks

std::size_t HttpChunks::take(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size() && m_state != State::Done && m_state != State::Broken) {
        if (m_state == State::Data) {
            const std::size_t part =
                static_cast<std::size_t>(std::min<std::uint64_t>(m_left, bytes.size() - at));
            at += part;
            m_left -= part;
            if (m_left == 0)
                m_state = State::DataEnd;
        } else {
            takeControl(bytes[at++]);
        }
    }
    return at;
}

void HttpChunks::takeControl(char c)
{
    switch (m_state) {
    case State::Size: {
        if (const int digit = ascii::hexValue(c); digit >= 0) {
            if (m_left >> 59)
                m_state = State::Broken;
            m_left = m_left * 16 + static_cast<std::uint64_t>(digit);
            m_hasDigit = true;
            break;
        }
        if (!m_hasDigit) {
            m_state = State::Broken;
            break;
        }
        m_state = State::Extension;
        [[fallthrough]];
    }
    case State::Extension:
        if (c == '\n') {
            m_state = m_left == 0 ? State::Trailer : State::Data;
            m_isLineEmpty = true;
        }
        break;
    case State::DataEnd:
        if (c == '\n') {
            m_state = State::Size;
            m_left = 0;
            m_hasDigit = false;
        } else if (c != '\r') {
            m_state = State::Broken;
        }
        break;
    case State::Trailer:
        if (c == '\n') {
            if (m_isLineEmpty)
                m_state = State::Done;
            m_isLineEmpty = true;
        } else if (c != '\r') {
            m_isLineEmpty = false;
        }
        break;
    case State::Data:
    case State::Done:
    case State::Broken:
        break;
    }
}

bool HttpChunks::skip(std::uint64_t size)
{
    if (m_state != State::Data || size >= m_left)
        return false;
    m_left -= size;
    return true;
}

// ---- messages

void HttpMessages::data(std::string_view bytes, std::int64_t time)
{
    while (!bytes.empty()) {
        std::size_t taken = 0;
        switch (m_state) {
        case State::Tunnel:
            m_listener.tunnelData(m_side, bytes, time);
            return;
        case State::Lost:
            if (httpStart(bytes)
                != (m_side == Side::Client ? HttpStart::Request : HttpStart::Response))
                return;
            m_state = State::Between;
            continue;
        case State::Between:
            if (bytes.front() == '\r' || bytes.front() == '\n') { // some put it behind a body
                bytes.remove_prefix(1);
                continue;
            }
            m_state = State::Head;
            m_begin = time;
            m_bytes = 0;
            m_isWhole = true;
            continue;
        case State::Head:
            m_lastTime = time;
            taken = takeHead(bytes, time);
            break;
        case State::Body:
            m_lastTime = time;
            taken = takeBody(bytes);
            break;
        }
        bytes.remove_prefix(taken);
    }
}

std::size_t HttpMessages::takeHead(std::string_view bytes, std::int64_t)
{
    if (m_head.empty()) { // mostly it is whole, and need not be kept
        const std::size_t end = headEnd(bytes, 0);
        if (end != std::string_view::npos) {
            m_bytes += end;
            beginBody(bytes.substr(0, end));
            return end;
        }
    }
    const std::size_t before = m_head.size();
    m_head += bytes.substr(0, kLongestHead + 4 - std::min(before, kLongestHead));
    const std::size_t end = headEnd(m_head, before < 3 ? 0 : before - 3);
    if (end != std::string::npos) {
        m_bytes += end - before;
        const std::string head = std::exchange(m_head, {}).substr(0, end);
        beginBody(head);
        return end - before;
    }
    m_bytes += bytes.size();
    if (m_head.size() > kLongestHead)
        lose();
    return bytes.size();
}

void HttpMessages::beginBody(std::string_view head)
{
    m_state = State::Body; // the listener may ask
    m_body = m_listener.headRead(m_side, readHttpHead(head), m_begin);
    m_chunks = {};
    if (m_body.kind == HttpBody::Kind::Tunnel) {
        endMessage();
        m_state = State::Tunnel;
    } else if (m_body.kind == HttpBody::Kind::None
               || (m_body.kind == HttpBody::Kind::Length && m_body.length == 0)) {
        endMessage();
    }
}

std::size_t HttpMessages::takeBody(std::string_view bytes)
{
    std::size_t taken = bytes.size();
    if (m_body.kind == HttpBody::Kind::Length) {
        taken = static_cast<std::size_t>(std::min<std::uint64_t>(m_body.length, taken));
        m_body.length -= taken;
        m_bytes += taken;
        if (m_body.length == 0)
            endMessage();
    } else if (m_body.kind == HttpBody::Kind::Chunked) {
        taken = m_chunks.take(bytes);
        m_bytes += taken;
        if (m_chunks.state() == HttpChunks::State::Done) {
            endMessage();
        } else if (m_chunks.state() == HttpChunks::State::Broken) {
            lose();
            return bytes.size();
        }
    } else {
        m_bytes += taken;
    }
    return taken;
}

void HttpMessages::gap(std::uint64_t size)
{
    switch (m_state) {
    case State::Tunnel:
    case State::Lost:
        return;
    case State::Body: {
        m_isWhole = false;
        m_bytes += size;
        const bool isLength = m_body.kind == HttpBody::Kind::Length;
        if (isLength && size <= m_body.length) {
            m_body.length -= size;
            if (m_body.length == 0)
                endMessage();
            return;
        }
        if (m_body.kind == HttpBody::Kind::UntilClose
            || (m_body.kind == HttpBody::Kind::Chunked && m_chunks.skip(size)))
            return;
        lose();
        return;
    }
    case State::Between:
    case State::Head:
        lose();
        return;
    }
}

void HttpMessages::finish()
{
    if (m_state == State::Body && m_body.kind == HttpBody::Kind::UntilClose)
        endMessage();
}

void HttpMessages::becomeTunnel(std::int64_t time)
{
    m_state = State::Tunnel;
    const std::string early = std::exchange(m_head, {});
    if (!early.empty())
        m_listener.tunnelData(m_side, early, time);
}

void HttpMessages::endMessage()
{
    m_state = State::Between;
    m_listener.messageEnded(m_side, m_bytes, m_lastTime, m_isWhole);
}

void HttpMessages::lose()
{
    m_head.clear();
    m_state = State::Lost;
    m_listener.threadLost(m_side);
}

} // namespace dramatis::capture::packets
