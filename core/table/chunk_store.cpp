// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/chunk_store.h"

#include "core/table/hash.h"
#include "core/table/tr.h"

#include <QTemporaryFile>

#include <mutex>
#include <vector>

namespace dramatis::table {

namespace {

/// Chunks in memory first, then in a temporary file that has gone when the store goes. The mutex is
/// held for the file position and the list only; chunks in memory are shared, not copied.
class SpillingStore final : public ChunkStore
{
public:
    explicit SpillingStore(std::size_t memoryLimit) : m_memoryLimit(memoryLimit) {}

    Result<std::uint64_t> put(const QByteArray &bytes) override
    {
        const std::scoped_lock lock(m_mutex);
        Entry entry;
        entry.size = bytes.size();
        const auto size = static_cast<std::size_t>(bytes.size());
        if (m_inMemory + size <= m_memoryLimit) {
            entry.bytes = bytes;
            m_inMemory += size;
        } else {
            DRAMATIS_CHECK(append(bytes, entry));
        }
        m_entries.push_back(std::move(entry));
        return m_entries.size() - 1;
    }

    Result<QByteArray> get(std::uint64_t key) const override
    {
        const std::scoped_lock lock(m_mutex);
        if (key >= m_entries.size() || m_entries[key].dropped)
            return makeError(ErrorKind::Format, Tr::tr("A part of the capture is missing."));
        const Entry &entry = m_entries[key];
        if (entry.offset < 0)
            return entry.bytes;
        if (!m_file->seek(entry.offset))
            return ioError();
        QByteArray bytes = m_file->read(entry.size);
        if (bytes.size() != entry.size)
            return ioError();
        if (hashBytes(bytes.constData(), static_cast<std::size_t>(bytes.size())) != entry.hash)
            return makeError(ErrorKind::Format,
                             Tr::tr("A part of the capture was changed in the temporary file."));
        return bytes;
    }

    void drop(std::uint64_t key) override
    {
        const std::scoped_lock lock(m_mutex);
        if (key >= m_entries.size() || m_entries[key].dropped)
            return;
        Entry &entry = m_entries[key];
        if (entry.offset < 0)
            m_inMemory -= static_cast<std::size_t>(entry.size);
        entry.bytes.clear();
        entry.dropped = true;
    }

private:
    struct Entry
    {
        QByteArray bytes;
        qint64 offset = -1; ///< in the file, -1 is in memory
        qsizetype size = 0;
        std::uint64_t hash = 0; ///< of what lies in the file
        bool dropped = false;
    };

    Result<> append(const QByteArray &bytes, Entry &entry)
    {
        if (!m_file) {
            m_file = std::make_unique<QTemporaryFile>();
            if (!m_file->open())
                return ioError();
        }
        entry.offset = m_fileSize;
        entry.hash = hashBytes(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        if (!m_file->seek(m_fileSize) || m_file->write(bytes) != bytes.size() || !m_file->flush())
            return ioError();
        m_fileSize += bytes.size();
        return {};
    }

    [[nodiscard]] Error ioError() const
    {
        return makeError(
            ErrorKind::Io,
            Tr::tr("The temporary file of a large capture failed: %1. Make room in the "
                   "folder for temporary files, or name another one in TMPDIR.")
                .arg(m_file->errorString()));
    }

    std::size_t m_memoryLimit;
    std::size_t m_inMemory = 0;
    std::vector<Entry> m_entries;
    std::unique_ptr<QTemporaryFile> m_file;
    qint64 m_fileSize = 0;
    mutable std::mutex m_mutex;
};

} // namespace

std::shared_ptr<ChunkStore> makeSpillingStore(std::size_t memoryLimit)
{
    return std::make_shared<SpillingStore>(memoryLimit);
}

} // namespace dramatis::table
