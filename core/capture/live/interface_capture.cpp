// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/live/interface_capture.h"

#include "core/capture/tr.h"

#include <QCoreApplication>

#include <pcap/pcap.h>

#include <algorithm>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

constexpr int kSnapLength = 262'144;
constexpr int kBufferBytes = 32 << 20;
constexpr int kWaitMilliseconds = 100;
constexpr int kPacketsAtOnce = 2048;

QString addressText(const sockaddr *address)
{
    const bool isVersion6 = address->sa_family == AF_INET6;
    if (!isVersion6 && address->sa_family != AF_INET)
        return {};
    char text[NI_MAXHOST] = {};
    const auto size =
        static_cast<socklen_t>(isVersion6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in));
    if (getnameinfo(address, size, text, sizeof text, nullptr, 0, NI_NUMERICHOST) != 0)
        return {};
    return QString::fromLatin1(text);
}

Error noPermission(const QString &name)
{
    const QString program =
        QCoreApplication::instance() ? QCoreApplication::applicationFilePath() : u"dramatis"_s;
    return makeError(
        ErrorKind::Io,
        Tr::tr("Packets of “%1” may not be captured: you have no permission. Allow it to the "
               "program with “sudo setcap cap_net_raw,cap_net_admin+eip %2”, or capture with "
               "“sudo tcpdump -i %1 -w traffic.pcap” and import that file.")
            .arg(name, program));
}

Error noInterface(const QString &name)
{
    QStringList names;
    if (const auto interfaces = networkInterfaces()) {
        for (const NetworkInterface &interface : *interfaces)
            names.append(interface.name);
    }
    return makeError(
        ErrorKind::InvalidArgument,
        names.isEmpty()
            ? Tr::tr("There is no interface “%1”.").arg(name)
            : Tr::tr("There is no interface “%1”; there are %2.").arg(name, names.join(u", "_s)));
}

Error cannotCapture(const QString &name, int status, pcap_t *handle)
{
    switch (status) {
    case PCAP_ERROR_PERM_DENIED:
    case PCAP_ERROR_PROMISC_PERM_DENIED:
        return noPermission(name);
    case PCAP_ERROR_NO_SUCH_DEVICE:
        return noInterface(name);
    case PCAP_ERROR_IFACE_NOT_UP:
        return makeError(ErrorKind::Io, Tr::tr("The interface “%1” is down.").arg(name));
    default:
        break;
    }
    const QString why = QString::fromLocal8Bit(pcap_geterr(handle));
    return makeError(
        ErrorKind::Io,
        Tr::tr("Packets of “%1” cannot be captured: %2.")
            .arg(name, why.isEmpty() ? QString::fromLatin1(pcap_statustostr(status)) : why));
}

/// The compiler of filters keeps its state in the handle.
Result<> setFilter(pcap_t *handle, const QString &filter, bool isInstalled)
{
    if (filter.trimmed().isEmpty())
        return {};
    bpf_program program = {};
    if (pcap_compile(handle, &program, filter.toUtf8().constData(), 1, PCAP_NETMASK_UNKNOWN) != 0)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("“%1” is no filter: %2. Write it as for tcpdump, “tcp port 80”.")
                             .arg(filter, QString::fromLocal8Bit(pcap_geterr(handle))));
    const int status = isInstalled ? pcap_setfilter(handle, &program) : 0;
    pcap_freecode(&program);
    if (status != 0)
        return makeError(ErrorKind::Io,
                         Tr::tr("The filter cannot be used: %1.")
                             .arg(QString::fromLocal8Bit(pcap_geterr(handle))));
    return {};
}

/// DLT_ numbers are those of LINKTYPE_, but for raw IP, which systems number as they like.
std::uint32_t linkTypeOf(pcap_t *handle)
{
    const int type = pcap_datalink(handle);
    return type == DLT_RAW ? 101U : static_cast<std::uint32_t>(type);
}

} // namespace

Result<QList<NetworkInterface>> networkInterfaces()
{
    char error[PCAP_ERRBUF_SIZE] = {};
    pcap_if_t *first = nullptr;
    if (pcap_findalldevs(&first, error) != 0)
        return makeError(ErrorKind::Io,
                         Tr::tr("The network interfaces cannot be listed: %1.")
                             .arg(QString::fromLocal8Bit(error)));
    QList<NetworkInterface> interfaces;
    for (const pcap_if_t *entry = first; entry; entry = entry->next) {
        NetworkInterface interface;
        interface.name = QString::fromLocal8Bit(entry->name);
        interface.description = QString::fromLocal8Bit(entry->description);
        interface.isUp = (entry->flags & PCAP_IF_UP) != 0;
        interface.isLoopback = (entry->flags & PCAP_IF_LOOPBACK) != 0;
        for (const pcap_addr_t *address = entry->addresses; address; address = address->next) {
            if (const QString text = address->addr ? addressText(address->addr) : QString();
                !text.isEmpty())
                interface.addresses.append(text);
        }
        // Those that carry no IP (Bluetooth, USB, messages of the system) are of no use here.
        const bool isOther =
            interface.name.startsWith(u"bluetooth"_s) || interface.name.startsWith(u"dbus"_s)
            || interface.name.startsWith(u"nf"_s) || interface.name.startsWith(u"usbmon"_s);
        if (!isOther)
            interfaces.append(interface);
    }
    pcap_freealldevs(first);
    std::stable_sort(interfaces.begin(), interfaces.end(), [](const auto &a, const auto &b) {
        return a.isUp && !b.isUp;
    });
    return interfaces;
}

Result<> checkFilter(const QString &filter)
{
    pcap_t *handle = pcap_open_dead(DLT_EN10MB, kSnapLength);
    const Result<> checked = setFilter(handle, filter, false);
    pcap_close(handle);
    return checked;
}

struct InterfaceCapture::Private
{
    QString name;
    pcap_t *handle = nullptr;
    int descriptor = -1;
    std::uint32_t linkType = 0;
    bool isNano = false;
    const std::function<void(const packets::Packet &)> *use = nullptr;

    ~Private()
    {
        if (handle)
            pcap_close(handle);
    }

    static void onPacket(u_char *self, const pcap_pkthdr *header, const u_char *bytes)
    {
        const Private &d = *reinterpret_cast<const Private *>(self);
        packets::Packet packet;
        packet.time = std::int64_t{header->ts.tv_sec} * 1'000'000'000
                      + std::int64_t{header->ts.tv_usec} * (d.isNano ? 1 : 1000);
        packet.linkType = d.linkType;
        packet.bytes = {reinterpret_cast<const char *>(bytes), header->caplen};
        (*d.use)(packet);
    }
};

InterfaceCapture::InterfaceCapture(std::unique_ptr<Private> data) : d(std::move(data)) {}
InterfaceCapture::~InterfaceCapture() = default;

Result<std::unique_ptr<InterfaceCapture>> InterfaceCapture::open(const QString &name,
                                                                 const QString &filter)
{
    DRAMATIS_CHECK(checkFilter(filter));
    char error[PCAP_ERRBUF_SIZE] = {};
    auto data = std::make_unique<Private>();
    data->name = name;
    data->handle = pcap_create(name.toLocal8Bit().constData(), error);
    if (!data->handle)
        return makeError(ErrorKind::Io,
                         Tr::tr("Packets of “%1” cannot be captured: %2.")
                             .arg(name, QString::fromLocal8Bit(error)));
    pcap_set_snaplen(data->handle, kSnapLength);
    pcap_set_buffer_size(data->handle, kBufferBytes);
    pcap_set_timeout(data->handle, kWaitMilliseconds);
    pcap_set_tstamp_precision(data->handle, PCAP_TSTAMP_PRECISION_NANO);
    if (const int status = pcap_activate(data->handle); status < 0)
        return cannotCapture(name, status, data->handle);
    data->isNano = pcap_get_tstamp_precision(data->handle) == PCAP_TSTAMP_PRECISION_NANO;
    data->linkType = linkTypeOf(data->handle);
    DRAMATIS_CHECK(setFilter(data->handle, filter, true));
    if (pcap_setnonblock(data->handle, 1, error) != 0)
        return makeError(ErrorKind::Io,
                         Tr::tr("Packets of “%1” cannot be captured: %2.")
                             .arg(name, QString::fromLocal8Bit(error)));
    data->descriptor = pcap_get_selectable_fd(data->handle);
    return std::unique_ptr<InterfaceCapture>(new InterfaceCapture(std::move(data)));
}

Result<int> InterfaceCapture::take(const std::function<void(const packets::Packet &)> &use)
{
    pollfd waiting{d->descriptor, POLLIN, 0};
    ::poll(&waiting, 1, kWaitMilliseconds);
    d->use = &use;
    const int count = pcap_dispatch(
        d->handle, kPacketsAtOnce, &Private::onPacket, reinterpret_cast<u_char *>(d.get()));
    d->use = nullptr;
    if (count < 0)
        return makeError(ErrorKind::Io,
                         Tr::tr("Capturing on “%1” ended: %2.")
                             .arg(d->name, QString::fromLocal8Bit(pcap_geterr(d->handle))));
    return count;
}

std::uint64_t InterfaceCapture::dropped() const
{
    pcap_stat statistics = {};
    return pcap_stats(d->handle, &statistics) == 0 ? statistics.ps_drop : 0;
}

} // namespace dramatis::capture
