// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_device.h"

#include "core/capture/tr.h"

#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace dramatis::capture {

namespace {

constexpr std::size_t kInputBlock = std::size_t{1} << 20;

Error cannotOpen(const QString &path, const QFile &file)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return makeError(ErrorKind::Io, Tr::tr("There is no file “%1”.").arg(path));
    if (!info.isReadable())
        return makeError(ErrorKind::Io,
                         Tr::tr("“%1” may not be read: you have no permission.").arg(path));
    return makeError(ErrorKind::Io,
                     Tr::tr("“%1” cannot be opened: %2.").arg(path, file.errorString()));
}

} // namespace

Result<std::unique_ptr<CaptureDevice>> CaptureDevice::open(const QString &path)
{
    std::unique_ptr<CaptureDevice> device(new CaptureDevice);
    bool isOpen = false;
    if (path == QLatin1String("-")) {
        isOpen = device->m_file.open(stdin, ReadOnly | Unbuffered);
    } else {
        if (QFileInfo(path).isDir())
            return makeError(ErrorKind::Io,
                             Tr::tr("“%1” is a folder. Name the files in it.").arg(path));
        device->m_file.setFileName(path);
        isOpen = device->m_file.open(ReadOnly | Unbuffered);
    }
    if (!isOpen)
        return cannotOpen(path, device->m_file);
    if (!device->fillInput() && device->m_failed)
        return makeError(
            ErrorKind::Io,
            Tr::tr("“%1” cannot be read: %2.").arg(path, device->m_file.errorString()));
    device->m_compression = compressionOf(
        QByteArrayView(device->m_input.data(), static_cast<qsizetype>(device->m_inputEnd)));
    device->m_decoder = makeDecoder(device->m_compression);
    device->m_inMember = device->m_decoder != nullptr;
    QByteArray head(kHeadSize, Qt::Uninitialized);
    qint64 size = 0;
    while (size < kHeadSize) {
        const qint64 count = device->m_decoder
                                 ? device->readDecoded(head.data() + size, kHeadSize - size)
                                 : device->readRaw(head.data() + size, kHeadSize - size);
        if (count <= 0)
            break;
        size += count;
    }
    head.truncate(size);
    device->m_head = head;
    if (device->m_failed)
        return makeError(
            ErrorKind::Io,
            Tr::tr("“%1” cannot be read: %2.").arg(path, device->m_file.errorString()));
    device->QIODevice::open(ReadOnly | Unbuffered);
    return device;
}

Result<QByteArray> CaptureDevice::sha256()
{
    do
        m_inputBegin = m_inputEnd;
    while (fillInput());
    if (m_failed)
        return makeError(ErrorKind::Io, Tr::tr("Reading failed: %1.").arg(m_file.errorString()));
    return m_hash.hex();
}

qint64 CaptureDevice::readData(char *data, qint64 maxSize)
{
    if (m_headRead < m_head.size()) {
        const qint64 count = std::min(maxSize, m_head.size() - m_headRead);
        std::memcpy(data, m_head.constData() + m_headRead, static_cast<std::size_t>(count));
        m_headRead += count;
        return count;
    }
    const qint64 count = m_decoder ? readDecoded(data, maxSize) : readRaw(data, maxSize);
    if (m_failed)
        setErrorString(m_file.errorString());
    return m_failed ? -1 : count;
}

/// What is left of the input, then straight from the file with no copy.
qint64 CaptureDevice::readRaw(char *data, qint64 maxSize)
{
    if (m_inputBegin < m_inputEnd) {
        const std::size_t count =
            std::min(static_cast<std::size_t>(maxSize), m_inputEnd - m_inputBegin);
        std::memcpy(data, m_input.data() + m_inputBegin, count);
        m_inputBegin += count;
        m_decodedPosition += static_cast<qint64>(count);
        return static_cast<qint64>(count);
    }
    const qint64 count = m_file.read(data, maxSize);
    if (count < 0) {
        m_failed = true;
        return -1;
    }
    m_hash.add(QByteArrayView(data, count));
    m_rawPosition += count;
    m_decodedPosition += count;
    return count;
}

qint64 CaptureDevice::readDecoded(char *data, qint64 maxSize)
{
    qint64 produced = 0;
    while (produced < maxSize && !m_ended) {
        if (m_inputBegin == m_inputEnd && !fillInput()) {
            m_ended = true;
            if (m_inMember)
                m_ending = Ending::Cut;
            break;
        }
        const Decoder::Step step =
            m_decoder->decode(std::span(m_input).subspan(m_inputBegin, m_inputEnd - m_inputBegin),
                              {data + produced, static_cast<std::size_t>(maxSize - produced)});
        m_inputBegin += step.consumed;
        produced += static_cast<qint64>(step.produced);
        m_inMember = step.state != Decoder::State::Ended;
        const bool isStuck =
            step.consumed == 0 && step.produced == 0 && step.state == Decoder::State::Going;
        if (step.state == Decoder::State::Damaged || isStuck) {
            m_ended = true;
            m_ending = Ending::Damaged;
        } else if (step.state == Decoder::State::Ended && !goOnAfterMember()) {
            m_ended = true;
        }
    }
    m_decodedPosition += produced;
    return produced;
}

/// Whether another member follows. Zeros behind the last one are padding of tapes and block
/// devices.
bool CaptureDevice::goOnAfterMember()
{
    while (true) {
        const auto begin = m_input.begin() + static_cast<std::ptrdiff_t>(m_inputBegin);
        const auto end = m_input.begin() + static_cast<std::ptrdiff_t>(m_inputEnd);
        const auto content = std::find_if(begin, end, [](char c) { return c != '\0'; });
        m_inputBegin = static_cast<std::size_t>(content - m_input.begin());
        if (m_inputBegin < m_inputEnd)
            break;
        if (!fillInput())
            return false;
    }
    m_decoder->restart();
    return true;
}

/// Reads the next raw block once the last one is used up. False at the end and on failure.
bool CaptureDevice::fillInput()
{
    Q_ASSERT(m_inputBegin == m_inputEnd);
    m_input.resize(kInputBlock);
    m_inputBegin = 0;
    m_inputEnd = 0;
    const qint64 count = m_file.read(m_input.data(), static_cast<qint64>(kInputBlock));
    m_failed = m_failed || count < 0;
    if (count <= 0)
        return false;
    m_inputEnd = static_cast<std::size_t>(count);
    m_hash.add(QByteArrayView(m_input.data(), count));
    m_rawPosition += count;
    return true;
}

} // namespace dramatis::capture
