// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/exchange_sink.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace dramatis::capture::packets {

/// Who speaks on a connection.
enum class Side : std::uint8_t { Client, Server };

/// How a connection came to its end.
enum class Ending : std::uint8_t {
    Finished, ///< both sides said that they were done
    Reset,    ///< one side broke it off
    Cut,      ///< the capture ended, or the connection was idle for so long that it was given up
};

/// Hands exchanges on to a sink. The first failure is kept and nothing is handed on after it, so
/// that protocols need not care.
class ExchangeOutput
{
public:
    explicit ExchangeOutput(traffic::ExchangeSink &sink) : m_sink(sink) {}

    /// A latency below 0 comes of a clock that went back: it is made unknown, with the transfer,
    /// and counted.
    void add(traffic::Exchange exchange);
    [[nodiscard]] const Result<> &state() const { return m_state; }
    [[nodiscard]] std::uint64_t exchanges() const { return m_exchanges; }
    [[nodiscard]] std::uint64_t repaired() const { return m_repaired; }

private:
    traffic::ExchangeSink &m_sink;
    Result<> m_state;
    std::uint64_t m_exchanges = 0;
    std::uint64_t m_repaired = 0;
};

/// When the parts of an exchange went by, ns. kUnknown where they did not, or not yet.
struct WireTimes
{
    std::int64_t begin = kUnknown;    ///< first byte of the request
    std::int64_t asked = kUnknown;    ///< last byte of the request, or the last before the answer
    std::int64_t answered = kUnknown; ///< first byte of the answer

    /// Another part of the request: what is sent while the answer comes does not delay it.
    void ask(std::int64_t time);
    /// A part of the answer that began at `time`.
    void answer(std::int64_t time);
    /// Sets begin, latency and transfer of `exchange`.
    /// @param end  last byte of the answer; kUnknown where it was not seen: then so is the transfer
    void write(traffic::Exchange &exchange, std::int64_t end) const;
};

/// A connection as a protocol needs to know it, and where its exchanges go.
struct Talk
{
    std::string server;  ///< "10.0.0.1:80"
    std::string client;  ///< "10.0.0.9"
    std::string address; ///< of the server, for want of a host name
    std::uint16_t serverPort = 0;
    ExchangeOutput *output = nullptr;

    /// Adds server, client, and where it is empty the host, and hands the exchange on.
    void add(traffic::Exchange exchange) const;
};

/// One protocol on one connection: takes the bytes of both sides in order and makes exchanges of
/// them, each as soon as it is complete.
///
/// Begin of an exchange is the first byte of the request; its latency is from the last byte of the
/// request to the first byte of the response, the transfer of both is apart (WireTimes). Sizes
/// count all bytes of the protocol above TCP, heads included. A request without response has an
/// unknown latency and the outcome Unknown, or Aborted where the connection ended before it.
/// Nothing may be recursive on, or allocated by, a number in the bytes; what is kept is bounded.
class Conversation
{
public:
    virtual ~Conversation() = default;
    /// The next bytes of one side. Times of one connection never go back by little.
    virtual void data(Side side, std::string_view bytes, std::int64_t time) = 0;
    /// `size` bytes are not in the capture.
    virtual void gap(Side side, std::uint64_t size, std::int64_t time) = 0;
    /// One side will send nothing more.
    virtual void finished(Side, std::int64_t) {}
    /// The last call: gives out what is not complete.
    virtual void closed(Ending ending, std::int64_t time) = 0;
};

} // namespace dramatis::capture::packets
