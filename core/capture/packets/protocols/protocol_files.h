// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/packets/protocols/protocols.h"

/// What each file of this folder gives to the list in protocols.cpp.
namespace dramatis::capture::packets {

[[nodiscard]] Protocol http1Protocol();
[[nodiscard]] Protocol http2Protocol();
[[nodiscard]] Protocol tlsProtocol();
[[nodiscard]] Protocol dnsOverTcpProtocol();
[[nodiscard]] Protocol redisProtocol();
[[nodiscard]] Protocol postgresqlProtocol();
[[nodiscard]] Protocol mysqlProtocol();

/// For what none of the list knows.
[[nodiscard]] std::unique_ptr<Conversation> openTurns(const Talk &talk);

/// HTTP/2 that a connection of HTTP/1.1 was upgraded to: its first stream is the request that asked
/// for the upgrade.
/// @param asked  when the last byte of that request was sent, ns
[[nodiscard]] std::unique_ptr<Conversation>
openUpgradedHttp2(const Talk &talk, const traffic::Exchange &request, std::int64_t asked);

} // namespace dramatis::capture::packets
