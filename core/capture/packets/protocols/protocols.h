// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/conversation.h"

#include <memory>
#include <optional>
#include <span>

namespace dramatis::capture::packets {

/// The first bytes of a connection.
struct Opening
{
    std::string_view client;
    std::string_view server;
    std::uint16_t serverPort = 0; ///< 0: not known who the server is, only bytes are to be judged
};

enum class Match { No, Undecided, Yes };

/// A protocol above TCP.
struct Protocol
{
    const char *name; ///< "http/1", for the README and for tests
    /// Usual ports of servers.
    std::span<const std::uint16_t> ports;
    /// Whether a connection that begins like this is of the protocol. Undecided asks again when
    /// there is more.
    Match (*match)(const Opening &opening);
    std::unique_ptr<Conversation> (*open)(const Talk &talk);
};

/// Every protocol there is, in the order they are tried. One line each in protocols.cpp.
[[nodiscard]] std::span<const Protocol> allProtocols();

/// Waits for the first bytes, and then is the protocol that they are of; turns where they are of
/// none. Also for what is carried within another protocol (CONNECT, Upgrade, STARTTLS).
/// @param talk  lives longer than the conversation
[[nodiscard]] std::unique_ptr<Conversation> openConversation(const Talk &talk);

/// Whose bytes these are, where that can be told from them.
[[nodiscard]] std::optional<Side> speakerOf(std::string_view bytes);
/// Whether a protocol of the list has its servers there.
[[nodiscard]] bool isPortOfProtocol(std::uint16_t port);
[[nodiscard]] bool isPortOf(std::span<const std::uint16_t> ports, std::uint16_t port);

} // namespace dramatis::capture::packets
