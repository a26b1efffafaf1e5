// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>

#include <array>
#include <cstdint>

namespace dramatis::capture {

/// SHA-256 (FIPS 180-4) of a stream of bytes. With the instructions of x86-64 where the processor
/// has them, eight times as fast as Qt's, which is used elsewhere: the hash of a capture must not
/// cost more than reading it.
class Sha256
{
public:
    Sha256();
    void add(QByteArrayView bytes);
    /// 64 hexadecimal digits. Nothing may be added afterwards.
    [[nodiscard]] QByteArray hex();

private:
    void addByInstructions(QByteArrayView bytes);
    [[nodiscard]] QByteArray finishedByInstructions();

    bool m_byInstructions;
    QCryptographicHash m_portable;
    std::array<std::uint32_t, 8> m_state;
    std::array<char, 64> m_rest{}; ///< of a block that is not full
    std::size_t m_restSize = 0;
    std::uint64_t m_size = 0;
};

} // namespace dramatis::capture
