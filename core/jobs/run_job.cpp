// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/run_job.h"

#include <QCoreApplication>

namespace dramatis {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::jobs)
};
} // namespace

Error unexpectedException(const QString &what)
{
    if (what.isEmpty())
        return makeError(ErrorKind::Internal, Tr::tr("The work stopped for an unknown reason."));
    return makeError(ErrorKind::Internal, Tr::tr("The work stopped unexpectedly: %1.").arg(what));
}

} // namespace dramatis
