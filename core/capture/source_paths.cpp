// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/source_paths.h"

#include "core/capture/tr.h"

#include <QCollator>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace dramatis::capture {

Result<std::vector<SourcePath>> sourcePaths(const QStringList &named)
{
    QCollator order(QLocale::c());
    order.setNumericMode(true);
    std::vector<SourcePath> paths;
    for (const QString &path : named) {
        if (!QFileInfo(path).isDir()) {
            paths.push_back({path, false});
            continue;
        }
        QStringList found;
        QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            found << files.next();
        if (found.isEmpty())
            return makeError(ErrorKind::Io, Tr::tr("The folder “%1” holds no files.").arg(path));
        std::sort(found.begin(), found.end(), order);
        for (const QString &file : found)
            paths.push_back({file, true});
    }
    return paths;
}

} // namespace dramatis::capture
