// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/preview_device.h"

#include "core/capture/capture_device.h"

#include <algorithm>
#include <cstring>

namespace dramatis::capture {

namespace {

constexpr qint64 kPreviewBlock = 64 * 1024;

} // namespace

PreviewDevice::PreviewDevice(CaptureDevice &device, bool byLines, qint64 limit)
    : m_device(device)
    , m_byLines(byLines)
    , m_limit(limit)
{
    open(ReadOnly | Unbuffered);
}

std::string_view PreviewDevice::line() const
{
    std::string_view line(m_buffer.constData() + m_lineBegin,
                          static_cast<std::size_t>(m_begin - m_lineBegin));
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// Reads a block behind what is there. False at the end and at the limit.
bool PreviewDevice::fill()
{
    if (m_atEnd || m_isCut)
        return false;
    if (m_read >= m_limit) {
        char next = 0;
        m_isCut = m_device.read(&next, 1) == 1;
        m_atEnd = !m_isCut;
        return false;
    }
    m_buffer.remove(0, m_lineBegin);
    m_begin -= m_lineBegin;
    m_lineBegin = 0;
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + std::min(kPreviewBlock, m_limit - m_read));
    const qint64 count = m_device.read(m_buffer.data() + before, m_buffer.size() - before);
    m_buffer.resize(before + std::max<qint64>(count, 0));
    m_read += std::max<qint64>(count, 0);
    m_atEnd = count <= 0;
    return count > 0;
}

/// How much is to be handed on next, 0 at the end.
qsizetype PreviewDevice::nextSize()
{
    if (!m_byLines)
        return m_begin < m_buffer.size() || fill() ? m_buffer.size() - m_begin : 0;
    qsizetype searched = m_begin;
    while (true) {
        const qsizetype end = m_buffer.indexOf('\n', searched);
        if (end >= 0)
            return end + 1 - m_begin;
        const qsizetype unsearched = m_buffer.size() - m_begin;
        if (!fill())
            return m_isCut ? 0 : m_buffer.size() - m_begin;
        searched = m_begin + unsearched;
    }
}

qint64 PreviewDevice::readData(char *data, qint64 maxSize)
{
    if (!m_insideLine)
        m_lineBegin = m_begin;
    const qsizetype size = nextSize();
    if (size == 0)
        return 0;
    const qint64 count = std::min<qint64>(size, maxSize);
    std::memcpy(data, m_buffer.constData() + m_begin, static_cast<std::size_t>(count));
    if (!m_insideLine)
        ++m_lineNumber;
    m_begin += count;
    m_delivered += count;
    m_insideLine = count < size;
    return count;
}

} // namespace dramatis::capture
