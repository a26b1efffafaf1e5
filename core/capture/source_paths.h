// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace dramatis::capture {

/// A file to read.
struct SourcePath
{
    QString path;
    /// Found in a folder, not named by a person: what is no capture there is passed over.
    bool isFound = false;
};

/// What is to be read when these are named: files as they are, of folders all files below them that
/// are not hidden, in the order of their names with numbers counted ("access.log.9" before
/// "access.log.10"). Links to folders are not followed.
/// @errors Io naming a folder that holds no file
[[nodiscard]] Result<std::vector<SourcePath>> sourcePaths(const QStringList &named);

/// What to call a capture of these files: the name of the one, "access.log and 2 more" of those in
/// one folder, of files in several folders the name of the folder that holds them all.
[[nodiscard]] QString captureName(const QStringList &paths);

} // namespace dramatis::capture
