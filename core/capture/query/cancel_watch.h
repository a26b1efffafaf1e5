// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/capture/query/query_connection.h"

#include <atomic>
#include <thread>

namespace dramatis::capture {

/// While it lives, cancelling the job interrupts what the engine is doing for a connection, so that
/// nobody waits for the end of a statement: PostgreSQL is asked by a second connection, SQLite is
/// interrupted in this process. Of other engines behind ODBC the statement runs to its end.
class CancelWatch
{
public:
    /// @param connection, job  outlive this
    CancelWatch(const QueryConnection &connection,
                const QuerySource &source,
                const QString &password,
                const JobControl &job);
    ~CancelWatch();
    CancelWatch(const CancelWatch &) = delete;
    CancelWatch &operator=(const CancelWatch &) = delete;

private:
    std::atomic<bool> m_isDone = false;
    std::thread m_thread;
};

} // namespace dramatis::capture
