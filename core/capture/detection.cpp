// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/detection.h"

#include "core/capture/capture_device.h"
#include "core/capture/content_kind.h"
#include "core/capture/import.h"
#include "core/capture/tr.h"

#include <QFileInfo>

#include <algorithm>

namespace dramatis::capture {

namespace {

Error isEmpty(const QString &path)
{
    return makeError(ErrorKind::Format, Tr::tr("“%1” is empty.").arg(path));
}

/// What to say of bytes that no reader knows.
Error isNoCapture(const CaptureDevice &device, const QString &path)
{
    const QString context = Tr::tr("reading %1").arg(shownName(path));
    if (device.head().isEmpty())
        return makeError(ErrorKind::Format,
                         Tr::tr("The %1 data of “%2” cannot be decompressed.")
                             .arg(compressionName(device.compression()), path));
    if (const QString archive = archiveKind(device.head()); !archive.isEmpty())
        return makeError(ErrorKind::Format,
                         Tr::tr("This file is a %1 archive. Unpack it and import the logs in it.")
                             .arg(archive))
            .in(context);
    const int count = static_cast<int>(allFormats().size());
    const QString kind = contentKind(device.head());
    if (device.compression() != Compression::None)
        return makeError(
                   ErrorKind::Format,
                   Tr::tr("This file is no capture: tried %1 formats; it is %2, and what it holds "
                          "begins like %3.")
                       .arg(QString::number(count), compressionName(device.compression()), kind))
            .in(context);
    return makeError(ErrorKind::Format,
                     Tr::tr("This file is no capture: tried %1 formats; it begins like %2.")
                         .arg(QString::number(count), kind))
        .in(context);
}

} // namespace

ReadOptions readOptionsOf(const FileOptions &options)
{
    ReadOptions read = options.read;
    if (options.format.contains(u'$') || options.format.contains(u'%'))
        read.formatString = options.format;
    return read;
}

std::vector<FormatChoice> fittingFormats(QByteArrayView head, const ReadOptions &options)
{
    std::vector<FormatChoice> fitting;
    for (const CaptureReader *reader : allFormats()) {
        if (const Confidence confidence = reader->sniff(head, options);
            confidence != Confidence::No)
            fitting.push_back({reader, confidence});
    }
    std::stable_sort(
        fitting.begin(), fitting.end(), [](const FormatChoice &a, const FormatChoice &b) {
            return a.confidence > b.confidence;
        });
    return fitting;
}

QString shownName(const QString &path)
{
    return path == u"-" ? Tr::tr("standard input") : QFileInfo(path).fileName();
}

Result<Detection>
detectOn(const CaptureDevice &device, const QString &path, const FileOptions &options)
{
    Detection detection;
    detection.compression = compressionName(device.compression());
    if (device.head().isEmpty() && device.compression() == Compression::None)
        return isEmpty(path);
    // What lies in an archive may look like a log, with the archive's own bytes between its lines.
    if (!archiveKind(device.head()).isEmpty())
        return isNoCapture(device, path);
    if (!options.format.isEmpty()) {
        DRAMATIS_TRY(detection.reader, formatFromId(options.format));
        detection.confidence = Confidence::Certain;
        return detection;
    }
    const ReadOptions read = readOptionsOf(options);
    detection.formats = fittingFormats(device.head(), read);
    if (detection.formats.empty())
        return isNoCapture(device, path);
    detection.reader = detection.formats.front().reader;
    detection.confidence = detection.formats.front().confidence;
    return detection;
}

Result<Detection> detect(const QString &path, const FileOptions &options)
{
    DRAMATIS_TRY(const auto device, CaptureDevice::open(path));
    return detectOn(*device, path, options);
}

} // namespace dramatis::capture
