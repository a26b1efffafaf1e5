// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_chunks.h"

#include "core/project/database.h"
#include "core/project/tr.h"

using namespace Qt::StringLiterals;

namespace dramatis::project {

Result<std::uint64_t> ProjectChunks::put(const QByteArray &bytes)
{
    DRAMATIS_TRY(const Connection connection, Connection::open(m_location->path(), Access::Import));
    DRAMATIS_TRY(const QSqlQuery inserted,
                 connection.run(u"INSERT INTO chunk (capture, data) VALUES (?, ?)"_s,
                                {number(m_capture), bytes}));
    return inserted.lastInsertId().toULongLong();
}

Result<QByteArray> ProjectChunks::get(std::uint64_t key) const
{
    DRAMATIS_TRY(const Connection connection, Connection::open(m_location->path(), Access::Read));
    DRAMATIS_TRY(
        const QVariant data,
        connection.value(u"SELECT data FROM chunk WHERE key = ? AND capture = ?"_s,
                         {QVariant::fromValue(static_cast<qulonglong>(key)), number(m_capture)}));
    if (!data.isValid())
        return makeError(ErrorKind::Format,
                         Tr::tr("A part of the capture is missing in %1.").arg(m_location->path()));
    return data.toByteArray();
}

void ProjectChunks::drop(std::uint64_t key)
{
    // What is not removed here goes when the project is opened again, if its capture never came.
    if (const auto connection = Connection::open(m_location->path(), Access::Import))
        static_cast<void>(connection->run(
            u"DELETE FROM chunk WHERE key = ? AND capture = ?"_s,
            {QVariant::fromValue(static_cast<qulonglong>(key)), number(m_capture)}));
}

} // namespace dramatis::project
