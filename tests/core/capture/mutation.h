// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>

namespace dramatis::tests {

/// Changes bytes, cuts, repeats and splices, a few times.
[[nodiscard]] inline QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    static constexpr char kTelling[] = "\0\n\r \"\\[]-:/,$%\x7f\xff";
    const int changes = 1 + static_cast<int>(random() % 8);
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
        const auto length = static_cast<qsizetype>(random() % 64);
        switch (random() % 6) {
        case 0:
            bytes[at] = static_cast<char>(random());
            break;
        case 1:
            bytes[at] = kTelling[random() % (sizeof kTelling - 1)];
            break;
        case 2:
            bytes.remove(at, length);
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, length));
            break;
        case 4:
            bytes.insert(at, QByteArray::number(static_cast<qulonglong>(random()) << 31));
            break;
        default:
            bytes.truncate(at);
            break;
        }
    }
    return bytes;
}

} // namespace dramatis::tests
