// SPDX-License-Identifier: GPL-3.0-or-later
//
// Format strings of nginx and Apache, which people write themselves: the first line of an input is
// the string, the rest the log.
#include "core/capture/capture_reader.h"
#include "core/capture/formats/log_format.h"
#include "tests/fuzz/counting_sink.h"
#include "tests/fuzz/seeds.h"

#include <QBuffer>

using namespace dramatis;
using namespace dramatis::capture;

namespace {

/// Strings that fit no log are as good as those that do: what is fuzzed is both.
QList<QByteArray> seedsOf(const QString &path, const QByteArray &head)
{
    static const QByteArrayList kStrings{
        "%h %l %u %t \"%r\" %>s %b",
        "%v:%p %h \"%r\" %{usec}t %D %I %{Referer}i",
        "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent "
        "\"$http_referer\" \"$http_user_agent\"",
        "$msec $upstream_addr $upstream_response_time ${request_time}s",
    };
    if (!path.contains(QStringLiteral("access-log")))
        return {};
    QList<QByteArray> seeds;
    for (const QByteArray &string : kStrings)
        seeds.append(string + '\n' + head.first(std::min(head.size(), fuzz::kMostOfASeed / 8)));
    return seeds;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    fuzz::writeSeedsIfAsked(*argc, *argv, seedsOf);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0)
        return 0;
    ReadOptions options;
    options.formatString = QString::fromUtf8(bytes.first(end));
    if (!LogFormat::fromText(options.formatString))
        return 0;
    const auto reader = formatFromId(options.formatString);
    if (!reader) // without a variable it is taken for a name, and there is none like it
        return 0;
    bytes.remove(0, end + 1);
    static_cast<void>((*reader)->sniff(bytes, options));
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    fuzz::CountingSink sink;
    NullJobControl job;
    const auto summary = (*reader)->read(device, options, sink, job);
    if (summary && summary->exchanges != sink.exchanges)
        qFatal("the summary does not add up");
    return 0;
}
