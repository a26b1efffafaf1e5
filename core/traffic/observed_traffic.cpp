// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/observed_traffic.h"

#include "core/traffic/tr.h"

namespace dramatis::traffic {

Result<WindowTablePtr>
windowsOf(const ObservedTraffic &traffic, std::optional<double> seconds, JobControl &job)
{
    if (!traffic.counted) {
        DRAMATIS_TRY(WindowTable windows, makeWindows(*traffic.exchanges, seconds, job));
        return std::make_shared<const WindowTable>(std::move(windows));
    }
    if (seconds && *seconds != traffic.counted->widthSeconds)
        return makeError(
            ErrorKind::Unsupported,
            Tr::tr("The windows of this capture were counted in a database, %1 s wide. "
                   "Import it again for another width.")
                .arg(traffic.counted->widthSeconds));
    return traffic.counted;
}

} // namespace dramatis::traffic
