// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <cstdint>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace dramatis::bench {

/// Stands between clients of PostgreSQL and its Unix socket and counts what passes: bytes of both
/// directions as the protocol writes them (no headers of TCP), and rows (messages DataRow, of
/// which nothing but the type and the length is looked at; there is no TLS on a Unix socket).
class CountingProxy
{
public:
    /// @param folder  where the socket ".s.PGSQL.5432" is made that clients connect to
    CountingProxy(const QString &folder, const QString &serverFolder)
        : m_server(addressIn(serverFolder))
    {
        const sockaddr_un own = addressIn(folder);
        m_listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (::bind(m_listener, generic(own), sizeof own) != 0 || ::listen(m_listener, 4) != 0)
            qFatal("%s cannot be listened at", own.sun_path);
        m_thread = std::thread([this] { serve(); });
    }
    ~CountingProxy()
    {
        m_isStopping = true;
        m_thread.join();
        ::close(m_listener);
    }
    CountingProxy(const CountingProxy &) = delete;
    CountingProxy &operator=(const CountingProxy &) = delete;

    [[nodiscard]] std::uint64_t sent() const { return m_sent; } ///< bytes, to the server
    [[nodiscard]] std::uint64_t received() const { return m_received; }
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }

private:
    static constexpr std::size_t kBuffer = 256 * 1024;
    static constexpr int kPollMilliseconds = 50;

    static sockaddr_un addressIn(const QString &folder)
    {
        const QByteArray path = (folder + QStringLiteral("/.s.PGSQL.5432")).toLocal8Bit();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= qsizetype{sizeof address.sun_path})
            qFatal("%s is too long for a socket", path.constData());
        std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
        return address;
    }
    static const sockaddr *generic(const sockaddr_un &address)
    {
        return reinterpret_cast<const sockaddr *>(&address);
    }

    /// One client after the other.
    void serve()
    {
        while (!m_isStopping) {
            pollfd waiting{m_listener, POLLIN, 0};
            if (::poll(&waiting, 1, kPollMilliseconds) <= 0)
                continue;
            const int client = ::accept(m_listener, nullptr, nullptr);
            const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
            if (::connect(server, generic(m_server), sizeof m_server) == 0)
                pump(client, server);
            ::close(client);
            ::close(server);
        }
    }

    void pump(int client, int server)
    {
        std::vector<char> buffer(kBuffer);
        m_skip = 0;
        m_head.clear();
        pollfd both[2] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
        while (!m_isStopping) {
            if (::poll(both, 2, kPollMilliseconds) <= 0)
                continue;
            for (int from = 0; from < 2; ++from) {
                if (both[from].revents == 0)
                    continue;
                const ssize_t size = ::read(both[from].fd, buffer.data(), buffer.size());
                if (size <= 0)
                    return;
                const auto bytes = static_cast<std::size_t>(size);
                (from == 0 ? m_sent : m_received) += bytes;
                if (from == 1)
                    countRows(buffer.data(), bytes);
                for (std::size_t done = 0; done < bytes;) {
                    const ssize_t written =
                        ::send(both[1 - from].fd, buffer.data() + done, bytes - done, MSG_NOSIGNAL);
                    if (written <= 0)
                        return;
                    done += static_cast<std::size_t>(written);
                }
            }
        }
    }

    /// A message is a type and the length of the rest, which counts itself.
    void countRows(const char *bytes, std::size_t size)
    {
        constexpr qsizetype kHead = 5;
        for (std::size_t at = 0; at < size;) {
            if (m_skip > 0) {
                const std::size_t passed = std::min(m_skip, size - at);
                m_skip -= passed;
                at += passed;
                continue;
            }
            m_head.append(bytes[at++]);
            if (m_head.size() < kHead)
                continue;
            std::uint32_t length = 0;
            for (qsizetype i = 1; i < kHead; ++i)
                length = length << 8 | static_cast<unsigned char>(m_head[i]);
            if (m_head[0] == 'D')
                ++m_rows;
            m_skip = length - 4;
            m_head.clear();
        }
    }

    sockaddr_un m_server;
    int m_listener = -1;
    std::atomic<bool> m_isStopping = false;
    std::atomic<std::uint64_t> m_sent = 0;
    std::atomic<std::uint64_t> m_received = 0;
    std::atomic<std::uint64_t> m_rows = 0;
    std::size_t m_skip = 0; ///< of the message that is passing
    QByteArray m_head;
    std::thread m_thread;
};

} // namespace dramatis::bench
