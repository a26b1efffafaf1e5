// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/base/result.h"
#include "core/project/edit.h"
#include "core/project/state.h"
#include "core/table/chunk_store.h"

#include <QString>

#include <memory>

namespace dramatis::project {

inline constexpr quint32 kApplicationId = 0x44524D54; ///< "DRMT"
inline constexpr int kSchemaVersion = 1;

enum class OpenMode {
    ReadWrite, ///< fails with ErrorKind::Io naming the holder when another process writes it
    ReadOnly
};

/// A project file (SQLite): opens it with all checks, reads its state, makes every edit durable
/// before it returns. Belongs to the thread that opened it; `chunkStore` and `beginImport` give
/// objects for workers. DESIGN.md section 10 has the rules of the file.
class Store
{
public:
    /// Makes a new project.
    /// @errors Io: the file is there already, the folder cannot be written
    static Result<std::unique_ptr<Store>> create(const QString &path);
    /// @errors Format: no project (says what it is), damaged, of a newer version (says which
    /// version wrote
    ///         it); Io: absent, no permission, held by another process (names it)
    static Result<std::unique_ptr<Store>> open(const QString &path, OpenMode mode);
    /// Folds the WAL in, so that the one file can be copied.
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] QString path() const;
    [[nodiscard]] bool isReadOnly() const;

    /// Everything but the chunks.
    [[nodiscard]] Result<ProjectState> load() const;

    /// Applies `edit` to `state` and to the file in one transaction; returns the inverse. On an
    /// error neither has changed.
    Result<Edit> apply(ProjectState &state, const Edit &edit);

    /// An id that was never given out in this file; durable at once.
    Result<quint32> newId();

    /// Where a worker puts a new capture's chunks: its own connection, committed in batches. What
    /// belongs to a capture that never came into the state is removed when the project is opened
    /// again.
    Result<std::shared_ptr<table::ChunkStore>> beginImport(CaptureId id);

    /// The secret that captures of this project are redacted with. Made when it is asked for first,
    /// and made anew where this computer does not have it (redaction_key.h).
    /// @errors Io
    Result<QByteArray> redactionKey();

    /// Copies the whole project to `path`, atomically, and goes on there.
    /// @errors Io; InvalidArgument while an import writes
    Result<> saveAs(const QString &path);

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace dramatis::project
