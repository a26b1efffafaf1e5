// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <sys/types.h>

namespace dramatis::capture {

/// A log as a device whose end is not reached before it is stopped: reading waits for what is
/// written to it, as `tail -F` does. For readers of lines, in a thread of their own.
///
/// - A line is handed on when its end was written.
/// - Renamed and made anew: what is still written to the old file is read until something stands in
///   the new one (at most 5 s), then the new one is read from its begin.
/// - Cut short (copytruncate): goes on at its begin; the line that was cut is given up.
/// - Absent, or taken away: waits for it, and reads it from its begin when it comes.
class LogFollower final : public QIODevice
{
public:
    enum class State : std::uint8_t {
        Waiting,   ///< there is no such file, or none that may be read
        Reading,   ///< what was there before
        Following, ///< all of it was read
    };

    /// How often a log is looked at that has nothing new.
    static constexpr int kPollMilliseconds = 200;

    /// @param fromStart  read what is in it already; else only what is new
    /// @param isStopped  asked all the time, from the reading thread
    LogFollower(QString path, bool fromStart, std::function<bool()> isStopped);
    ~LogFollower() override;

    /// Waits until `lines` whole lines are known that its format can be told from; of a log whose
    /// content is not read, those at its begin. Less than that where it was stopped before.
    /// @errors Io, Format: it is a folder, or compressed, or may not be read
    Result<QByteArray> head(int lines);
    /// Whether what was in it at first is not read.
    [[nodiscard]] bool leavesOut() const { return !m_fromStart && !m_oldHead.isEmpty(); }
    /// Lines that are handed on before all others: a header that is not read with the rest.
    void putFirst(const QByteArray &lines) { m_buffer.insert(0, lines.toStdString()); }

    // From any thread.
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    [[nodiscard]] std::uint32_t rotations() const { return m_rotations; }
    [[nodiscard]] std::uint32_t truncations() const { return m_truncations; }
    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct OpenFile
    {
        int descriptor = -1;
        dev_t device = 0;
        ino_t inode = 0;
        OpenFile() = default;
        OpenFile(const OpenFile &) = delete;
        OpenFile &operator=(const OpenFile &) = delete;
        ~OpenFile();
    };

    Result<> openFirst();
    [[nodiscard]] std::unique_ptr<OpenFile> openByName() const;
    bool readMore();
    bool readFile();
    bool lookForChange();
    void pause();
    [[nodiscard]] std::size_t wholeLines() const;

    QString m_path;
    QByteArray m_systemPath;
    bool m_fromStart;
    std::function<bool()> m_isStopped;
    std::unique_ptr<OpenFile> m_file;
    std::unique_ptr<OpenFile> m_next; ///< has the name now, while the old one may still be written
    off_t m_offset = 0;
    std::int64_t m_changedAt = 0; ///< when m_next was found, ms of a steady clock
    bool m_skipsLine = false;     ///< begun before what is new
    bool m_hasOpened = false;
    std::string m_buffer; ///< read, not handed on
    QByteArray m_oldHead; ///< of a log whose content is not read
    std::atomic<State> m_state = State::Waiting;
    std::atomic<std::uint64_t> m_bytes = 0;
    std::atomic<std::uint32_t> m_rotations = 0;
    std::atomic<std::uint32_t> m_truncations = 0;
};

} // namespace dramatis::capture
