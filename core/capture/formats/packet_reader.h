// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"

namespace dramatis::capture {

/// Packet captures: "pcap" and "pcapng". `records` counts packets; an exchange is a request of
/// HTTP, a question of DNS, a command of a database, else a turn (packets/protocols).
///
/// Begin is the first byte of the request, latency goes to the last byte of the response, as
/// traffic/exchange.h has it: the transfer of the response is part of it. `server` is address and
/// port, `host` the name that was asked for (Host, :authority, SNI), else the server's address.
/// A packet of a link type that is not read, or that is damaged, is skipped with its number.
[[nodiscard]] const QList<const CaptureReader *> &packetReaders();

} // namespace dramatis::capture
