// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store.h"

#include "core/base/version.h"
#include "core/project/database.h"
#include "core/project/project_chunks.h"
#include "core/project/records.h"
#include "core/project/redaction_key.h"
#include "core/project/tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <fcntl.h>
#include <map>
#include <optional>
#include <unistd.h>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcProject, "dramatis.core.project", QtWarningMsg)

namespace dramatis::project {

namespace {

QString lockPath(const QString &project)
{
    return project + u".lock";
}

/// One writer a project: a lock file beside it, taken over when its holder has died.
Result<std::unique_ptr<QLockFile>> lockForWriting(const QString &project)
{
    auto lock = std::make_unique<QLockFile>(lockPath(project));
    lock->setStaleLockTime(0); // only a dead holder's lock is stale, however old it is
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::PermissionError)
        return makeError(
            ErrorKind::Io,
            Tr::tr("The folder of %1 cannot be written. Check its permissions or open a copy.")
                .arg(project));
    qint64 pid = 0;
    QString host;
    QString program;
    if (!lock->getLockInfo(&pid, &host, &program))
        return makeError(ErrorKind::Io, Tr::tr("%1 is open in another window.").arg(project));
    return makeError(ErrorKind::Io,
                     Tr::tr("%1 is being written by %2 (process %3 on %4). Close it there first.")
                         .arg(project, program)
                         .arg(pid)
                         .arg(host));
}

/// Makes what was written to `path` survive a power cut. Folders too: a rename is a change of its
/// folder.
void syncToDisk(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    if (::fsync(descriptor) != 0)
        qCWarning(lcProject) << "fsync failed:" << path;
    ::close(descriptor);
}

/// Journal mode while the project is open: WAL, or the rollback journal where the file system
/// refuses it.
Result<> enterWal(const Connection &connection)
{
    DRAMATIS_TRY(const QVariant mode, connection.value(u"PRAGMA journal_mode = WAL"_s));
    if (mode.toString() != u"wal")
        DRAMATIS_CHECK(connection.run(u"PRAGMA journal_mode = DELETE"_s));
    return {};
}

/// A copy beside the project before it is brought up to date. One made by an earlier attempt is
/// kept: it is the older state.
Result<> backUp(const Connection &connection, const QString &path, int version)
{
    const QString backup = path + u".v%1.bak"_s.arg(version);
    if (QFileInfo::exists(backup))
        return {};
    if (const auto copied = connection.run(u"VACUUM INTO ?"_s, {backup}); !copied) {
        QFile::remove(backup);
        return makeError(
            ErrorKind::Io,
            Tr::tr("%1 is of an older version, and no copy of it could be made before bringing it "
                   "up to date. Free some space in its folder.")
                .arg(path));
    }
    return {};
}

/// What SQLite keeps beside a database would be played into a file that is put in its place.
void removeJournals(const QString &path)
{
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + suffix);
}

} // namespace

struct Store::Private
{
    std::shared_ptr<ProjectLocation> location;
    std::unique_ptr<QLockFile> lock; ///< none: read only
    std::optional<Connection> connection;
    std::map<CaptureId, std::weak_ptr<table::ChunkStore>>
        imports; ///< begun, their capture not applied yet

    /// Whether somebody still holds the chunk store of a capture that never came.
    bool isImporting()
    {
        std::erase_if(imports, [](const auto &import) { return import.second.expired(); });
        return !imports.empty();
    }

    /// Removes chunks that a dead import, or a capture that was removed, left behind.
    Result<> removeOrphans() const
    {
        DRAMATIS_TRY(const QVariant orphan,
                     connection->value(u"SELECT 1 FROM chunk WHERE capture NOT IN "
                                       "(SELECT id FROM capture) LIMIT 1"_s));
        if (!orphan.isValid())
            return {};
        return connection->transaction([this]() -> Result<> {
            DRAMATIS_CHECK(connection->run(
                u"DELETE FROM chunk WHERE capture NOT IN (SELECT id FROM capture)"_s));
            return {};
        });
    }

    void close()
    {
        if (connection && lock) {
            // Fold the WAL in, so that the one file can be copied. Nothing is lost when this fails:
            // the next opening does it.
            if (auto folded = connection->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !folded)
                qCInfo(lcProject) << folded.error().message;
            if (auto mode = connection->run(u"PRAGMA journal_mode = DELETE"_s); !mode)
                qCInfo(lcProject) << mode.error().message;
        }
        connection.reset();
        lock.reset();
    }

    Result<> persist(const ProjectState &state, const Edit &edit) const
    {
        return std::visit([&](const auto &e) { return persist(state, e); }, edit);
    }

    Result<> persist(const ProjectState &state, const PutCapture &e) const
    {
        return e.record ? saveCapture(*connection, e.id, state.captures.at(e.id), *location)
                        : removeRecord(*connection, u"capture"_s, number(e.id));
    }
    Result<> persist(const ProjectState &state, const PutPersonaSet &e) const
    {
        return e.record ? savePersonaSet(*connection, e.id, *state.personaSets.at(e.id))
                        : removeRecord(*connection, u"persona_set"_s, number(e.id));
    }
    Result<> persist(const ProjectState &state, const PutScenario &e) const
    {
        return e.record ? saveScenario(*connection, e.id, state.scenarios.at(e.id))
                        : removeRecord(*connection, u"scenario"_s, number(e.id));
    }
    Result<> persist(const ProjectState &state, const PutRun &e) const
    {
        return e.record ? saveRun(*connection, e.id, state.runs.at(e.id))
                        : removeRecord(*connection, u"run"_s, number(e.id));
    }
    Result<> persist(const ProjectState &state, const PutAdvice &e) const
    {
        return e.record ? saveAdvice(*connection, e.id, state.advices.at(e.id))
                        : removeRecord(*connection, u"advice"_s, number(e.id));
    }
    Result<> persist(const ProjectState &, const RenameCapture &e) const
    {
        DRAMATIS_CHECK(
            connection->run(u"UPDATE capture SET name = ? WHERE id = ?"_s, {e.name, number(e.id)}));
        return {};
    }
    Result<> persist(const ProjectState &state, const RenamePersona &e) const
    {
        return savePersonaSet(*connection, e.set, *state.personaSets.at(e.set));
    }
    Result<> persist(const ProjectState &state, const PinPersona &e) const
    {
        return savePersonaSet(*connection, e.set, *state.personaSets.at(e.set));
    }
    Result<> persist(const ProjectState &state, const EditFigure &e) const
    {
        return savePersonaSet(*connection, e.set, *state.personaSets.at(e.set));
    }
    Result<> persist(const ProjectState &state, const RegroupPersonas &e) const
    {
        return savePersonaSet(*connection, e.set, *state.personaSets.at(e.set));
    }
    Result<> persist(const ProjectState &state, const MoveNodes &e) const
    {
        return saveScenario(*connection, e.scenario, state.scenarios.at(e.scenario));
    }
    Result<> persist(const ProjectState &state, const ChangeScenario &e) const
    {
        return saveScenario(*connection, e.id, state.scenarios.at(e.id));
    }
    Result<> persist(const ProjectState &state, const AcceptRecommendation &e) const
    {
        return saveAdvice(*connection, e.advice, state.advices.at(e.advice));
    }
    Result<> persist(const ProjectState &state, const ChangeReport &) const
    {
        return saveReport(*connection, state.report);
    }
};

Store::Store(std::unique_ptr<Private> data) : d(std::move(data)) {}

Store::~Store()
{
    d->close();
}

QString Store::path() const
{
    return d->location->path();
}

bool Store::isReadOnly() const
{
    return !d->lock;
}

Result<std::unique_ptr<Store>> Store::create(const QString &path)
{
    if (QFileInfo::exists(path))
        return makeError(ErrorKind::Io,
                         Tr::tr("%1 is there already. Choose another name, or open it.").arg(path));
    auto data = std::make_unique<Private>();
    data->location = std::make_shared<ProjectLocation>(path);
    DRAMATIS_TRY(data->lock, lockForWriting(path));
    const auto removeHalf = [&path] { QFile::remove(path); };
    DRAMATIS_TRY(Connection connection, Connection::open(path, Access::Document, false));
    data->connection.emplace(std::move(connection));
    const auto fill = [&]() -> Result<> {
        DRAMATIS_CHECK(data->connection->run(u"PRAGMA application_id = %1"_s.arg(kApplicationId)));
        DRAMATIS_CHECK(migrate(*data->connection, 0));
        return enterWal(*data->connection);
    };
    if (auto filled = fill(); !filled) {
        data->close();
        removeHalf();
        return std::move(filled).error().in(Tr::tr("making %1").arg(path));
    }
    return std::unique_ptr<Store>(new Store(std::move(data)));
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, OpenMode mode)
{
    auto data = std::make_unique<Private>();
    data->location = std::make_shared<ProjectLocation>(path);
    if (mode == OpenMode::ReadWrite && QFileInfo(path).isFile()) {
        DRAMATIS_TRY(data->lock, lockForWriting(path));
    }
    DRAMATIS_TRY(const int version, inspectProject(path, data->lock != nullptr));
    DRAMATIS_TRY(Connection connection,
                 Connection::open(path, data->lock ? Access::Document : Access::Read));
    data->connection.emplace(std::move(connection));
    if (data->lock) {
        if (version < kSchemaVersion) {
            DRAMATIS_CHECK(backUp(*data->connection, path, version));
            DRAMATIS_CHECK(migrate(*data->connection, version));
        }
        DRAMATIS_CHECK(enterWal(*data->connection));
        DRAMATIS_CHECK(data->removeOrphans());
    }
    return std::unique_ptr<Store>(new Store(std::move(data)));
}

Result<ProjectState> Store::load() const
{
    auto state = loadState(*d->connection, d->location);
    if (!state)
        return std::move(state).error().in(Tr::tr("opening %1").arg(path()));
    return state;
}

Result<Edit> Store::apply(ProjectState &state, const Edit &edit)
{
    if (isReadOnly())
        return makeError(ErrorKind::Io,
                         Tr::tr("The project is open read only. Save a copy to edit it."));
    ProjectState changed = state;
    DRAMATIS_TRY(Edit inverse, project::apply(changed, edit));
    DRAMATIS_CHECK(d->connection->transaction([&] { return d->persist(changed, edit); }));
    if (const auto *capture = std::get_if<PutCapture>(&edit))
        d->imports.erase(capture->id); // its chunks are the document's now
    state = std::move(changed);
    return inverse;
}

Result<quint32> Store::newId()
{
    if (isReadOnly())
        return makeError(ErrorKind::Io,
                         Tr::tr("The project is open read only. Save a copy to edit it."));
    DRAMATIS_CHECK(d->connection->run(u"UPDATE last_id SET value = value + 1"_s));
    DRAMATIS_TRY(const QVariant id, d->connection->value(u"SELECT value FROM last_id"_s));
    return id.toUInt();
}

Result<std::shared_ptr<table::ChunkStore>> Store::beginImport(CaptureId id)
{
    if (isReadOnly())
        return makeError(ErrorKind::Io,
                         Tr::tr("The project is open read only. Save a copy to import into it."));
    std::shared_ptr<table::ChunkStore> chunks = std::make_shared<ProjectChunks>(d->location, id);
    d->imports[id] = chunks;
    return chunks;
}

Result<QByteArray> Store::redactionKey()
{
    if (isReadOnly())
        return makeError(ErrorKind::Io,
                         Tr::tr("The project is open read only. Save a copy to import into it."));
    const QString folder = redactionKeyFolder();
    DRAMATIS_TRY(const QVariant name,
                 d->connection->value(u"SELECT value FROM meta WHERE key = 'redaction_key'"_s));
    DRAMATIS_TRY(const QByteArray known, findRedactionKey(folder, name.toString()));
    if (!known.isEmpty())
        return known;
    const QString newName = newRedactionKeyName();
    DRAMATIS_TRY(const QByteArray key, makeRedactionKey(folder, newName));
    DRAMATIS_CHECK(d->connection->run(u"INSERT OR REPLACE INTO meta VALUES ('redaction_key', ?)"_s,
                                      {newName}));
    return key;
}

Result<> Store::saveAs(const QString &path)
{
    const QFileInfo target(path);
    if (target.absoluteFilePath() == QFileInfo(this->path()).absoluteFilePath())
        return {};
    if (d->isImporting())
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr(
                "A capture is being imported. Wait for it, or stop it, before saving elsewhere."));
    DRAMATIS_TRY(auto lock, lockForWriting(path));
    QTemporaryDir besideTarget(target.absolutePath() + u"/.dramatis-XXXXXX");
    if (!besideTarget.isValid())
        return makeError(ErrorKind::Io,
                         Tr::tr("%1 cannot be written: %2.")
                             .arg(target.absolutePath(), besideTarget.errorString()));
    const QString copy = besideTarget.filePath(u"copy"_s);
    DRAMATIS_CHECK(d->connection->run(u"VACUUM INTO ?"_s, {copy}));
    syncToDisk(copy);
    removeJournals(path);
    if (::rename(QFile::encodeName(copy).constData(), QFile::encodeName(path).constData()) != 0)
        return makeError(ErrorKind::Io, Tr::tr("%1 could not be put in place.").arg(path));
    syncToDisk(target.absolutePath());

    DRAMATIS_TRY(Connection connection, Connection::open(path, Access::Document));
    DRAMATIS_CHECK(enterWal(connection));
    d->close();
    d->connection.emplace(std::move(connection));
    d->lock = std::move(lock);
    d->location->moveTo(path);
    return {};
}

} // namespace dramatis::project
