// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"

#include <vector>

namespace dramatis::capture {

class CaptureDevice;
struct FileOptions;

/// A format that a file may be of.
struct FormatChoice
{
    const CaptureReader *reader = nullptr;
    Confidence confidence = Confidence::No;
};

/// What a file seems to be, from its first 64 KiB.
struct Detection
{
    const CaptureReader *reader = nullptr;
    Confidence confidence = Confidence::No;
    QString compression;
    std::vector<FormatChoice> formats; ///< all that it may be of; none where it was named
};

/// All formats that `head` may be of, the surest first; of equally sure ones the one tried first.
[[nodiscard]] std::vector<FormatChoice> fittingFormats(QByteArrayView head,
                                                       const ReadOptions &options);

/// @errors Io (absent, a directory, no permission), Format ("This file is no capture: tried N
///         formats; it begins like a PNG picture."; an empty file says that it is empty)
[[nodiscard]] Result<Detection> detect(const QString &path, const FileOptions &options);

/// The same of a file that is open.
/// @param path  for what is said of it
[[nodiscard]] Result<Detection>
detectOn(const CaptureDevice &device, const QString &path, const FileOptions &options);

/// What readers are given: a format string given as the format is as good as one given in the
/// options.
[[nodiscard]] ReadOptions readOptionsOf(const FileOptions &options);

/// How a file is called in messages: its name without folders, or standard input.
[[nodiscard]] QString shownName(const QString &path);

} // namespace dramatis::capture
