// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_reader.h"
#include "core/capture/formats/access_log_reader.h"
#include "core/capture/formats/column_log_reader.h"
#include "core/capture/formats/har_reader.h"
#include "core/capture/formats/json_log_reader.h"
#include "core/capture/formats/log_format.h"
#include "core/capture/formats/packet_reader.h"
#include "core/capture/formats/table_reader.h"
#include "core/capture/formats/trace_reader.h"
#include "core/capture/formats/zeek_reader.h"
#include "core/capture/tr.h"

namespace dramatis::capture {

namespace {

const CaptureReader *readerNamed(const QString &id)
{
    for (const CaptureReader *reader : allFormats()) {
        if (reader->id() == id)
            return reader;
    }
    return nullptr;
}

} // namespace

const QList<const CaptureReader *> &allFormats()
{
    static const QList<const CaptureReader *> formats = [] {
        QList<const CaptureReader *> list;
        list += zeekReaders();
        list += traceReaders();
        list.append(harReader());
        list += jsonLogReaders();
        list += columnLogReaders();
        list += accessLogReaders();
        list += packetReaders();
        list += tableReaders(); // last: any log may look like a table
        return list;
    }();
    return formats;
}

Result<const CaptureReader *> formatFromId(const QString &idOrFormatString)
{
    const bool isNginx = idOrFormatString.contains(u'$');
    if (isNginx || idOrFormatString.contains(u'%')) {
        if (const Result<LogFormat> format = LogFormat::fromText(idOrFormatString); !format)
            return format.error();
        return readerNamed(isNginx ? QStringLiteral("nginx") : QStringLiteral("apache"));
    }
    if (const CaptureReader *reader = readerNamed(idOrFormatString))
        return reader;
    QStringList known;
    for (const CaptureReader *reader : allFormats())
        known.append(reader->id());
    return makeError(
        ErrorKind::InvalidArgument,
        Tr::tr("There is no format “%1”; there are %2, and the format strings of nginx and "
               "Apache.")
            .arg(idOrFormatString, known.join(QStringLiteral(", "))));
}

} // namespace dramatis::capture
