// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/capture/decoder.h"
#include "core/capture/sha256.h"

#include <QFile>
#include <QIODevice>

#include <memory>
#include <vector>

namespace dramatis::capture {

/// A file, or standard input, as a reader sees it: decompressed, from the beginning, once. Hashes
/// what lies on disk on the way.
class CaptureDevice final : public QIODevice
{
public:
    /// How the compressed data ended.
    enum class Ending {
        Whole,
        Cut,    ///< in the middle of a member
        Damaged ///< what follows could not be decoded
    };

    /// How much of a capture formats are told apart by.
    static constexpr qint64 kHeadSize = 64 * 1024;

    /// Opens `path`, "-" is standard input, and reads the head.
    /// @errors Io: absent, a folder, no permission, cannot be read
    static Result<std::unique_ptr<CaptureDevice>> open(const QString &path);

    /// The first bytes, decompressed, up to kHeadSize. They are read again by read().
    [[nodiscard]] const QByteArray &head() const { return m_head; }
    [[nodiscard]] Compression compression() const { return m_compression; }
    [[nodiscard]] qint64 rawPosition() const { return m_rawPosition; }
    [[nodiscard]] qint64 rawSize() const { return m_file.isSequential() ? -1 : m_file.size(); }
    /// Bytes on disk that were decoded or handed on; the rest of rawPosition() waits for that.
    [[nodiscard]] qint64 consumedRaw() const
    {
        return m_rawPosition - static_cast<qint64>(m_inputEnd - m_inputBegin);
    }
    /// Bytes that came of them, the head included even if it was not read yet.
    [[nodiscard]] qint64 decodedPosition() const { return m_decodedPosition; }
    [[nodiscard]] Ending ending() const { return m_ending; }
    /// Hash of all that lies on disk, hex; reads what was not read yet.
    /// @errors Io
    Result<QByteArray> sha256();

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    CaptureDevice() = default;
    qint64 readRaw(char *data, qint64 maxSize);
    qint64 readDecoded(char *data, qint64 maxSize);
    bool fillInput();
    bool goOnAfterMember();

    QFile m_file;
    Sha256 m_hash;
    qint64 m_rawPosition = 0;
    Compression m_compression = Compression::None;
    std::unique_ptr<Decoder> m_decoder;
    std::vector<char> m_input; ///< raw bytes that were read before they were wanted
    std::size_t m_inputBegin = 0;
    std::size_t m_inputEnd = 0;
    QByteArray m_head;
    qint64 m_headRead = 0;
    qint64 m_decodedPosition = 0;
    Ending m_ending = Ending::Whole;
    bool m_ended = false;
    bool m_inMember = false;
    bool m_failed = false;
};

} // namespace dramatis::capture
