// SPDX-License-Identifier: GPL-3.0-or-later
//
// HTTP/2 in clear text (RFC 9113), from its preface or from an upgrade of HTTP/1.1: an exchange is
// a stream, a promised one too. Heads are packed with what went before them on the connection
// (HPACK), so that once bytes of a head are missing the rest can only be taken for turns. gRPC says
// how a call ended in a status of its own, behind the response.
#include "core/capture/packets/byte_order.h"
#include "core/capture/packets/protocols/host_name.h"
#include "core/capture/packets/protocols/http2_frames.h"
#include "core/capture/packets/protocols/protocol_files.h"

#include <QtGlobal>

#include <algorithm>
#include <charconv>
#include <map>
#include <nghttp2/nghttp2.h>
#include <utility>

namespace dramatis::capture::packets {

using namespace http2;

namespace {

constexpr std::string_view kPreface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
constexpr std::size_t kLongestPath = 2048;
constexpr std::size_t kMostStreams = 4096;
/// Of the dynamic table; what the two sides agreed on is not looked at.
constexpr std::size_t kLargestTable = 64 * 1024;

/// Unpacks the heads of one side.
class HeadUnpacker
{
public:
    HeadUnpacker()
    {
        if (nghttp2_hd_inflate_new(&m_inflater) == 0)
            nghttp2_hd_inflate_change_table_size(m_inflater, kLargestTable);
    }
    ~HeadUnpacker() { nghttp2_hd_inflate_del(m_inflater); }
    Q_DISABLE_COPY_MOVE(HeadUnpacker)

    /// False where the block is damaged.
    template<typename Field>
    bool unpack(std::string_view block, Field field)
    {
        if (!m_inflater)
            return false;
        const auto *at = reinterpret_cast<const std::uint8_t *>(block.data());
        std::size_t left = block.size();
        while (true) {
            nghttp2_nv pair{};
            int flags = 0;
            const auto taken = nghttp2_hd_inflate_hd2(m_inflater, &pair, &flags, at, left, 1);
            if (taken < 0)
                return false;
            at += taken;
            left -= static_cast<std::size_t>(taken);
            if (flags & NGHTTP2_HD_INFLATE_EMIT)
                field(std::string_view(reinterpret_cast<const char *>(pair.name), pair.namelen),
                      std::string_view(reinterpret_cast<const char *>(pair.value), pair.valuelen));
            if (flags & NGHTTP2_HD_INFLATE_FINAL)
                break;
            if (taken == 0 && !(flags & NGHTTP2_HD_INFLATE_EMIT))
                return false;
        }
        return nghttp2_hd_inflate_end_headers(m_inflater) == 0;
    }

private:
    nghttp2_hd_inflater *m_inflater = nullptr;
};

std::uint16_t numberIn(std::string_view text)
{
    std::uint16_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

class Http2Conversation final : public Conversation
{
public:
    explicit Http2Conversation(const Talk &talk) : m_talk(talk) {}

    /// The request that asked for the upgrade is the first stream.
    void beginWith(const traffic::Exchange &request, std::int64_t asked)
    {
        Stream &stream = m_streams[1];
        stream.method = request.method;
        stream.path = request.path;
        stream.host = request.host;
        stream.times.begin = request.begin;
        stream.times.asked = asked;
        stream.requestBytes =
            isKnown(request.requestBytes) ? static_cast<std::uint64_t>(request.requestBytes) : 0;
    }

    void data(Side side, std::string_view bytes, std::int64_t time) override
    {
        if (m_turns) {
            m_turns->data(side, bytes, time);
            return;
        }
        if (side == Side::Client && m_prefaceLeft > 0) {
            const std::size_t part = std::min(bytes.size(), m_prefaceLeft);
            m_prefaceLeft -= part;
            bytes.remove_prefix(part);
        }
        Half &half = side == Side::Client ? m_client : m_server;
        const bool isFine = half.frames.data(bytes, time, [this, side, time](const Frame &frame) {
            return take(side, frame, time);
        });
        if (!isFine)
            lose();
    }

    void gap(Side side, std::uint64_t size, std::int64_t time) override
    {
        if (m_turns)
            m_turns->gap(side, size, time);
        else if (!(side == Side::Client ? m_client : m_server).frames.skip(size))
            lose();
    }

    void closed(Ending ending, std::int64_t time) override
    {
        if (m_turns)
            m_turns->closed(ending, time);
        giveUpAll(ending == Ending::Cut ? traffic::Outcome::Unknown : traffic::Outcome::Aborted);
    }

private:
    struct Stream
    {
        std::string method;
        std::string path;
        std::string host;
        WireTimes times;
        std::uint64_t requestBytes = 0;
        std::uint64_t responseBytes = 0;
        std::uint16_t status = 0;
        bool isGrpc = false;
        std::uint16_t grpcStatus = 0;
    };
    struct Half
    {
        FrameReader frames;
        HeadUnpacker heads;
        std::string block; ///< of a head whose frames are not all there
        std::uint32_t blockStream = 0;
        bool isInBlock = false;
        bool endsStream = false;
        bool isPromise = false;
        std::int64_t blockBegin = 0;
        std::uint64_t blockBytes = 0;
    };

    /// False where the connection cannot be followed any more.
    bool take(Side side, const Frame &frame, std::int64_t time)
    {
        Half &half = side == Side::Client ? m_client : m_server;
        if (half.isInBlock != (frame.type == Continuation))
            return false;
        count(side, frame, time);
        switch (frame.type) {
        case Headers:
        case PushPromise:
            return beginBlock(half, frame)
                   && (!(frame.flags & kEndHeaders) || endBlock(side, time));
        case Continuation:
            half.block += frame.payload;
            if (half.block.size() > kLongestBlock)
                return false;
            return !(frame.flags & kEndHeaders) || endBlock(side, time);
        case Data:
            if (side == Side::Server && (frame.flags & kEndStream))
                answer(frame.stream, time);
            return true;
        case ResetStream:
            reset(frame);
            return true;
        default:
            return true;
        }
    }

    void count(Side side, const Frame &frame, std::int64_t time)
    {
        const auto found = m_streams.find(frame.stream);
        if (found == m_streams.end())
            return;
        Stream &stream = found->second;
        const bool isMessage =
            frame.type == Headers || frame.type == Continuation || frame.type == Data;
        if (side == Side::Client) {
            stream.requestBytes += frame.size;
            if (isMessage)
                stream.times.ask(time);
        } else {
            stream.responseBytes += frame.size;
            if (isMessage)
                stream.times.answer(frame.begin);
        }
    }

    static bool beginBlock(Half &half, const Frame &frame)
    {
        std::string_view payload = frame.payload;
        std::size_t padding = 0;
        std::size_t before = 0;
        if (frame.flags & kPadded) {
            if (payload.empty())
                return false;
            padding = byteAt(payload, 0);
            before = 1;
        }
        const bool isPromise = frame.type == PushPromise;
        if (isPromise)
            before += 4;
        else if (frame.flags & kPriority)
            before += 5;
        if (payload.size() < before + padding)
            return false;
        half.blockStream = isPromise ? be32(payload, before - 4) & 0x7fffffffU : frame.stream;
        half.block = payload.substr(before, payload.size() - before - padding);
        half.isInBlock = true;
        half.endsStream = !isPromise && (frame.flags & kEndStream) != 0;
        half.isPromise = isPromise;
        half.blockBegin = frame.begin;
        half.blockBytes = frame.size;
        return true;
    }

    bool endBlock(Side side, std::int64_t time)
    {
        Half &half = side == Side::Client ? m_client : m_server;
        half.isInBlock = false;
        const std::string block = std::exchange(half.block, {});
        const bool isRequest = side == Side::Client || half.isPromise;
        Stream *stream = nullptr;
        if (const auto found = m_streams.find(half.blockStream); found != m_streams.end())
            stream = &found->second;
        Stream fresh;
        Stream &target = stream ? *stream : fresh;
        const bool isFine =
            half.heads.unpack(block, [&](std::string_view name, std::string_view value) {
                if (isRequest)
                    readRequestField(target, name, value);
                else
                    readResponseField(target, name, value);
            });
        if (!isFine)
            return false;
        if (!stream && isRequest && !fresh.method.empty()) {
            fresh.times = {half.blockBegin, time, kUnknown};
            fresh.requestBytes = half.blockBytes;
            if (m_streams.size() == kMostStreams)
                giveUp(m_streams.begin(), traffic::Outcome::Unknown);
            m_streams.emplace(half.blockStream, std::move(fresh));
        }
        if (stream && !isRequest && stream->status / 100 == 1)
            stream->times.answered = kUnknown; // 100 Continue is not the answer yet
        if (side == Side::Server && half.endsStream)
            answer(half.blockStream, time);
        return true;
    }

    static void readRequestField(Stream &stream, std::string_view name, std::string_view value)
    {
        if (name == ":method")
            stream.method = value.substr(0, 32);
        else if (name == ":path")
            stream.path = value.substr(0, std::min(value.find_first_of("?#"), kLongestPath));
        else if (name == ":authority" || (name == "host" && stream.host.empty()))
            stream.host = hostName(value);
    }

    static void readResponseField(Stream &stream, std::string_view name, std::string_view value)
    {
        if (name == ":status") {
            stream.status = numberIn(value);
        } else if (name == "grpc-status") {
            stream.isGrpc = true;
            stream.grpcStatus = numberIn(value);
        }
    }

    void answer(std::uint32_t number, std::int64_t time)
    {
        const auto found = m_streams.find(number);
        if (found == m_streams.end())
            return;
        const Stream &stream = found->second;
        traffic::Exchange exchange = exchangeOf(stream);
        stream.times.write(exchange, time);
        exchange.outcome = traffic::outcomeOfStatus(stream.status);
        if (stream.isGrpc && exchange.outcome == traffic::Outcome::Ok) {
            exchange.outcome = traffic::outcomeOfGrpc(stream.grpcStatus);
            // 1 to 16: no status of HTTP is that small.
            exchange.status = stream.grpcStatus != 0 ? stream.grpcStatus : stream.status;
        }
        m_talk.add(exchange);
        m_streams.erase(found);
    }

    /// One side does not want to go on with a stream.
    void reset(const Frame &frame)
    {
        if (const auto found = m_streams.find(frame.stream); found != m_streams.end())
            giveUp(found, traffic::Outcome::Aborted);
    }

    static traffic::Exchange exchangeOf(const Stream &stream)
    {
        traffic::Exchange exchange;
        exchange.begin = stream.times.begin;
        exchange.requestBytes = static_cast<std::int64_t>(stream.requestBytes);
        if (stream.responseBytes > 0)
            exchange.responseBytes = static_cast<std::int64_t>(stream.responseBytes);
        exchange.status = stream.status;
        exchange.host = stream.host;
        exchange.method = stream.method;
        exchange.path = stream.path;
        return exchange;
    }

    using Streams = std::map<std::uint32_t, Stream>;
    void giveUp(Streams::iterator found, traffic::Outcome outcome)
    {
        traffic::Exchange exchange = exchangeOf(found->second);
        exchange.outcome = outcome;
        m_talk.add(exchange);
        m_streams.erase(found);
    }

    void giveUpAll(traffic::Outcome outcome)
    {
        while (!m_streams.empty())
            giveUp(m_streams.begin(), outcome);
    }

    void lose()
    {
        giveUpAll(traffic::Outcome::Unknown);
        m_turns = openTurns(m_talk);
    }

    const Talk &m_talk;
    Half m_client;
    Half m_server;
    std::size_t m_prefaceLeft = kPreface.size();
    Streams m_streams; ///< open, by number
    std::unique_ptr<Conversation> m_turns;
};

Match matchHttp2(const Opening &opening)
{
    const std::string_view begin = opening.client.substr(0, kPreface.size());
    if (begin.size() == kPreface.size() && begin == kPreface)
        return Match::Yes;
    return kPreface.starts_with(begin) ? Match::Undecided : Match::No;
}

} // namespace

Protocol http2Protocol()
{
    return {"http/2", {}, matchHttp2, [](const Talk &talk) -> std::unique_ptr<Conversation> {
                return std::make_unique<Http2Conversation>(talk);
            }};
}

std::unique_ptr<Conversation>
openUpgradedHttp2(const Talk &talk, const traffic::Exchange &request, std::int64_t asked)
{
    auto conversation = std::make_unique<Http2Conversation>(talk);
    conversation->beginWith(request, asked);
    return conversation;
}

} // namespace dramatis::capture::packets
