// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/dropped_files.h"

#include <QMimeData>
#include <QUrl>

namespace dramatis::ui {

QStringList droppedFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

} // namespace dramatis::ui
