// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/capture/packets/packet_file.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <memory>

namespace dramatis::capture {

/// A network interface that packets can be captured on.
struct NetworkInterface
{
    QString name;        ///< "eth0", "any"
    QString description; ///< as the system has it; mostly empty
    QStringList addresses;
    bool isUp = false;
    bool isLoopback = false;
    bool operator==(const NetworkInterface &) const = default;
};

/// Those there are, those that are up first.
/// @errors Io
[[nodiscard]] Result<QList<NetworkInterface>> networkInterfaces();

/// Whether `filter` is one of pcap-filter(7) for an Ethernet interface; an empty one is. Needs no
/// permission.
/// @errors InvalidArgument: what the compiler of filters says
[[nodiscard]] Result<> checkFilter(const QString &filter);

/// Packets of a network interface, by libpcap. Belongs to one thread.
class InterfaceCapture
{
public:
    /// @errors InvalidArgument: no such interface (names those there are), a filter that is none;
    ///         Io: no permission (says what to do), the interface is down
    static Result<std::unique_ptr<InterfaceCapture>> open(const QString &name,
                                                          const QString &filter);
    ~InterfaceCapture();
    InterfaceCapture(const InterfaceCapture &) = delete;
    InterfaceCapture &operator=(const InterfaceCapture &) = delete;

    /// Waits at most 100 ms, and hands on the packets that came.
    /// @return how many
    /// @errors Io: the interface is gone
    Result<int> take(const std::function<void(const packets::Packet &)> &use);
    /// Packets that the system had to drop, for they were not taken in time.
    [[nodiscard]] std::uint64_t dropped() const;

private:
    struct Private;
    explicit InterfaceCapture(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace dramatis::capture
