// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <span>

namespace dramatis::capture {

enum class Compression { None, Gzip, Zstd, Bzip2, Xz };

/// By the first bytes, never by the name.
[[nodiscard]] Compression compressionOf(QByteArrayView head);
/// "gzip", "zstd", "bzip2", "xz"; empty for none.
[[nodiscard]] QString compressionName(Compression compression);

/// Decompresses one member (gzip), frame (zstd) or stream (bzip2, xz) after the other.
class Decoder
{
public:
    enum class State {
        Going,  ///< wants more input or more room
        Ended,  ///< a member ended here
        Damaged ///< what follows cannot be decoded
    };
    struct Step
    {
        std::size_t consumed = 0;
        std::size_t produced = 0;
        State state = State::Going;
    };

    virtual ~Decoder() = default;
    /// What is produced before damage is noticed counts.
    virtual Step decode(std::span<const char> input, std::span<char> output) = 0;
    /// Makes ready for the next member.
    virtual void restart() = 0;
};

/// Null for Compression::None.
[[nodiscard]] std::unique_ptr<Decoder> makeDecoder(Compression compression);

} // namespace dramatis::capture
