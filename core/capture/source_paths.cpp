// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/source_paths.h"

#include "core/capture/tr.h"

#include <QCollator>
#include <QDir>
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

QString captureName(const QStringList &paths)
{
    if (paths.isEmpty())
        return {};
    const auto folderOf = [](const QString &path) {
        return QFileInfo(path).absolutePath().split(u'/', Qt::SkipEmptyParts);
    };
    const QString first = QFileInfo(QDir::cleanPath(paths.first())).fileName();
    if (paths.size() == 1)
        return first;
    QStringList common = folderOf(paths.first());
    bool isOneFolder = true;
    for (const QString &path : paths) {
        const QStringList folder = folderOf(path);
        isOneFolder = isOneFolder && folder == folderOf(paths.first());
        const auto [end, unused] =
            std::mismatch(common.begin(), common.end(), folder.begin(), folder.end());
        common.erase(end, common.end());
    }
    if (!isOneFolder && !common.isEmpty())
        return common.last();
    return Tr::tr("%1 and %n more", nullptr, static_cast<int>(paths.size()) - 1).arg(first);
}

} // namespace dramatis::capture
