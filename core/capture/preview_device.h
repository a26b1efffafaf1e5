// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QIODevice>

#include <cstdint>
#include <string_view>

namespace dramatis::capture {

class CaptureDevice;

/// The beginning of a capture for a reader. Of text one line a call, so that a reader of lines
/// hands on what it made of a line before it has the next: what was delivered last is what an
/// exchange came of. Where the capture goes on beyond the limit, the end is that of the last whole
/// line.
class PreviewDevice final : public QIODevice
{
public:
    /// @param device   at its begin; outlives this
    /// @param byLines  of text; else as it comes
    /// @param limit    bytes that are read at most
    PreviewDevice(CaptureDevice &device, bool byLines, qint64 limit);

    /// The line delivered last, without its end. Lives until the next read.
    [[nodiscard]] std::string_view line() const;
    /// Its number, from 1.
    [[nodiscard]] std::uint64_t lineNumber() const { return m_lineNumber; }
    /// Bytes handed on so far.
    [[nodiscard]] qint64 delivered() const { return m_delivered; }
    /// Whether the limit was met before the end of the capture: what follows is not there, rather
    /// than cut.
    [[nodiscard]] bool isCut() const { return m_isCut; }

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool fill();
    [[nodiscard]] qsizetype nextSize();

    CaptureDevice &m_device;
    bool m_byLines;
    qint64 m_limit;
    QByteArray m_buffer; ///< read and not handed on, from m_begin
    qsizetype m_begin = 0;
    qsizetype m_lineBegin = 0; ///< in m_buffer, of what was handed on last
    qint64 m_read = 0;
    qint64 m_delivered = 0;
    std::uint64_t m_lineNumber = 0;
    bool m_atEnd = false;
    bool m_isCut = false;
    bool m_insideLine = false;
};

} // namespace dramatis::capture
