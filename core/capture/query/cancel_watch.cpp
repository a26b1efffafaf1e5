// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/query/cancel_watch.h"

#include <chrono>
#include <functional>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

constexpr std::chrono::milliseconds kLookInterval{50};

/// What stops the statement that runs, to be called in another thread; empty where nothing does.
std::function<void()>
interruptOf(const QueryConnection &connection, const QuerySource &source, const QString &password)
{
    if (source.driver == u"QSQLITE") {
        const QVariant handle = connection.driverHandle();
        if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
            return {};
        return [engine = *static_cast<sqlite3 *const *>(handle.constData())] {
            sqlite3_interrupt(engine);
        };
    }
    if (connection.dialect().engine() != SqlDialect::Engine::PostgreSql)
        return {};
    auto row = connection.run(u"SELECT pg_backend_pid()"_s);
    if (!row || !row->next())
        return {};
    return [pid = row->value(0).toLongLong(), source, password] {
        if (const auto second = QueryConnection::open(source, password))
            (void)second->run(u"SELECT pg_cancel_backend(%1)"_s.arg(pid));
    };
}

} // namespace

CancelWatch::CancelWatch(const QueryConnection &connection,
                         const QuerySource &source,
                         const QString &password,
                         const JobControl &job)
{
    std::function<void()> interrupt = interruptOf(connection, source, password);
    if (!interrupt)
        return;
    m_thread = std::thread([this, interrupt = std::move(interrupt), &job] {
        while (!m_isDone) {
            if (job.isCancelled())
                interrupt(); // again and again: it may have come between two statements
            std::this_thread::sleep_for(kLookInterval);
        }
    });
}

CancelWatch::~CancelWatch()
{
    m_isDone = true;
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace dramatis::capture
