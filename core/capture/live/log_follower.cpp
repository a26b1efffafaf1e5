// SPDX-License-Identifier: GPL-3.0-or-later
//
// The file is looked at every 200 ms, without the notifications of the system: those are not sent
// for files on network shares and in some containers, and a look costs two system calls.
#include "core/capture/live/log_follower.h"

#include "core/capture/decoder.h"
#include "core/capture/line_scanner.h"
#include "core/capture/tr.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace dramatis::capture {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;
constexpr std::size_t kMostHead = std::size_t{64} << 10;
/// Nobody writes to a log for longer after it was renamed.
constexpr std::int64_t kLongestFarewell = 5000; // ms

std::int64_t steadyMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

LogFollower::LogFollower(QString path, bool fromStart, std::function<bool()> isStopped)
    : m_path(std::move(path))
    , m_systemPath(QFile::encodeName(m_path))
    , m_fromStart(fromStart)
    , m_isStopped(std::move(isStopped))
{
    QIODevice::open(ReadOnly | Unbuffered);
}

LogFollower::~LogFollower() = default;

LogFollower::OpenFile::~OpenFile()
{
    if (descriptor >= 0)
        ::close(descriptor);
}

/// The file that has the name now; none where there is none that may be read.
std::unique_ptr<LogFollower::OpenFile> LogFollower::openByName() const
{
    auto file = std::make_unique<OpenFile>();
    file->descriptor = ::open(m_systemPath.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status = {};
    if (file->descriptor < 0 || ::fstat(file->descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return nullptr;
    file->device = status.st_dev;
    file->inode = status.st_ino;
    return file;
}

/// Opens for the first time: what will never do is said at once, what is not there yet is waited
/// for.
Result<> LogFollower::openFirst()
{
    m_hasOpened = true;
    struct stat status = {};
    if (::stat(m_systemPath.constData(), &status) != 0) {
        if (errno == ENOENT)
            return {};
        return makeError(
            ErrorKind::Io,
            Tr::tr("“%1” cannot be followed: %2.").arg(m_path, qt_error_string(errno)));
    }
    if (S_ISDIR(status.st_mode))
        return makeError(ErrorKind::Io,
                         Tr::tr("“%1” is a folder. Name the log in it.").arg(m_path));
    if (!S_ISREG(status.st_mode))
        return makeError(ErrorKind::Io,
                         Tr::tr("“%1” is no regular file and cannot be followed.").arg(m_path));
    m_file = openByName();
    if (!m_file)
        return makeError(ErrorKind::Io,
                         Tr::tr("“%1” may not be read: you have no permission.").arg(m_path));
    m_state = m_fromStart ? State::Reading : State::Following;
    m_oldHead.resize(static_cast<qsizetype>(kMostHead));
    const ssize_t count = ::pread(m_file->descriptor, m_oldHead.data(), kMostHead, 0);
    m_oldHead.truncate(std::max<qsizetype>(0, count));
    if (compressionOf(m_oldHead) != Compression::None)
        return makeError(ErrorKind::Format,
                         Tr::tr("“%1” is compressed: such a file does not grow. Import it instead.")
                             .arg(m_path));
    m_oldHead.truncate(m_oldHead.lastIndexOf('\n') + 1);
    if (m_fromStart)
        return {};
    m_offset = ::lseek(m_file->descriptor, 0, SEEK_END);
    char last = '\n';
    if (m_offset > 0 && ::pread(m_file->descriptor, &last, 1, m_offset - 1) == 1)
        m_skipsLine = last != '\n';
    return {};
}

Result<QByteArray> LogFollower::head(int lines)
{
    if (!m_hasOpened)
        DRAMATIS_CHECK(openFirst());
    if (leavesOut())
        return m_oldHead;
    while (!m_isStopped()) {
        const std::size_t whole = wholeLines();
        const auto end = m_buffer.begin() + static_cast<std::ptrdiff_t>(whole);
        if (whole >= kMostHead || std::count(m_buffer.begin(), end, '\n') >= lines)
            break;
        if (!readMore())
            pause();
    }
    return QByteArray(m_buffer.data(), static_cast<qsizetype>(std::min(wholeLines(), kMostHead)));
}

/// How much of the buffer is lines that ended, or a line that will not end.
std::size_t LogFollower::wholeLines() const
{
    const std::size_t end = m_buffer.rfind('\n');
    if (end != std::string::npos)
        return end + 1;
    return m_buffer.size() > LineScanner::kLongestLine ? m_buffer.size() : 0;
}

qint64 LogFollower::readData(char *data, qint64 maxSize)
{
    if (!m_hasOpened) {
        if (const auto opened = openFirst(); !opened) {
            setErrorString(opened.error().message);
            return -1;
        }
    }
    while (!m_isStopped()) {
        if (const std::size_t whole = wholeLines(); whole > 0) {
            // A line is cut only where it does not fit: what was handed on when it is stopped are
            // whole lines.
            const auto room = static_cast<std::size_t>(maxSize);
            const std::size_t end = whole <= room ? whole : m_buffer.rfind('\n', room - 1) + 1;
            const std::size_t count = end > 0 ? end : room;
            std::memcpy(data, m_buffer.data(), count);
            m_buffer.erase(0, count);
            return static_cast<qint64>(count);
        }
        if (!readMore())
            pause();
    }
    return 0;
}

/// Reads what was written. False where there is nothing new.
bool LogFollower::readMore()
{
    if (!m_file) {
        m_file = openByName();
        m_state = m_file ? State::Following : State::Waiting; // all that is in it is new
        if (!m_file)
            return false;
    }
    if (readFile())
        return true;
    return lookForChange();
}

bool LogFollower::readFile()
{
    const std::size_t before = m_buffer.size();
    m_buffer.resize(before + kBlock);
    const ssize_t count = ::pread(m_file->descriptor, m_buffer.data() + before, kBlock, m_offset);
    m_buffer.resize(before + static_cast<std::size_t>(std::max<ssize_t>(0, count)));
    if (count <= 0)
        return false;
    m_offset += count;
    m_bytes += static_cast<std::uint64_t>(count);
    if (m_skipsLine) {
        const std::size_t end = m_buffer.find('\n', before);
        m_skipsLine = end == std::string::npos;
        m_buffer.erase(before, m_skipsLine ? end : end + 1 - before);
    }
    return true;
}

/// The end is reached: is it still the file of its name, and as long as it was?
bool LogFollower::lookForChange()
{
    m_state = State::Following;
    struct stat status = {};
    if (::fstat(m_file->descriptor, &status) == 0 && status.st_size < m_offset) {
        m_offset = 0;
        m_skipsLine = false;
        m_buffer.erase(wholeLines());
        ++m_truncations;
        return true;
    }
    const bool isThere = ::stat(m_systemPath.constData(), &status) == 0;
    const auto isOfName = [&](const OpenFile &file) {
        return isThere && status.st_ino == file.inode && status.st_dev == file.device;
    };
    if (!m_next && isOfName(*m_file))
        return false;
    if (!m_next) { // it is held at once, for it may be renamed in its turn before it is read
        m_next = openByName();
        m_changedAt = steadyMilliseconds();
        if (!m_next) {
            m_state = State::Waiting; // what has it open may still write to it
            return false;
        }
    }
    struct stat next = {};
    const bool hasBegun = ::fstat(m_next->descriptor, &next) == 0 && next.st_size > 0;
    if (!hasBegun && isOfName(*m_next) && steadyMilliseconds() - m_changedAt < kLongestFarewell)
        return false;
    if (readFile()) // was written while we looked
        return true;
    m_file = std::move(m_next);
    m_offset = 0;
    m_skipsLine = false;
    if (!m_buffer.empty() && m_buffer.back() != '\n')
        m_buffer += '\n'; // the last line of the old file has no other end
    ++m_rotations;
    return true;
}

void LogFollower::pause()
{
    constexpr int kStep = 20;
    for (int waited = 0; waited < kPollMilliseconds && !m_isStopped(); waited += kStep)
        std::this_thread::sleep_for(std::chrono::milliseconds(kStep));
}

} // namespace dramatis::capture
