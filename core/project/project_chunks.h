// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/table/chunk_store.h"

#include <QString>

#include <memory>
#include <mutex>

namespace dramatis::project {

/// Where the project file is now; Save As moves it while tables still point here.
class ProjectLocation
{
public:
    explicit ProjectLocation(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] QString path() const
    {
        const std::lock_guard lock(m_mutex);
        return m_path;
    }
    void moveTo(QString path)
    {
        const std::lock_guard lock(m_mutex);
        m_path = std::move(path);
    }

private:
    mutable std::mutex m_mutex;
    QString m_path;
};

/// The chunks of one capture in the project file. Every call opens a connection of its own (0.3 ms
/// beside the milliseconds that a chunk takes to decode), so any thread may call, and none keeps a
/// connection that another must close.
class ProjectChunks final : public table::ChunkStore
{
public:
    ProjectChunks(std::shared_ptr<const ProjectLocation> location, CaptureId capture)
        : m_location(std::move(location))
        , m_capture(capture)
    {}

    Result<std::uint64_t> put(const QByteArray &bytes) override;
    Result<QByteArray> get(std::uint64_t key) const override;
    void drop(std::uint64_t key) override;

    [[nodiscard]] CaptureId capture() const { return m_capture; }
    [[nodiscard]] const ProjectLocation *location() const { return m_location.get(); }

private:
    std::shared_ptr<const ProjectLocation> m_location;
    CaptureId m_capture;
};

} // namespace dramatis::project
