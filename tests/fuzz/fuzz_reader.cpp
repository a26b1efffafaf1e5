// SPDX-License-Identifier: GPL-3.0-or-later
//
// The readers named in DRAMATIS_FUZZ_FORMATS: the first byte of an input says which, the rest is
// the file.
#include "core/capture/capture_reader.h"
#include "core/capture/import.h"
#include "tests/fuzz/counting_sink.h"
#include "tests/fuzz/seeds.h"

#include <QBuffer>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

const QList<const CaptureReader *> &readers()
{
    static const QList<const CaptureReader *> list = [] {
        QList<const CaptureReader *> named;
        for (const QString &id : u"" DRAMATIS_FUZZ_FORMATS ""_s.split(u',')) {
            const auto reader = formatFromId(id);
            if (!reader)
                qFatal("%s", qPrintable(reader.error().toString()));
            named.append(*reader);
        }
        return named;
    }();
    return list;
}

/// Enough for the records that a reader tells its format by; more makes each run slower.
constexpr qsizetype kMostOfAFile = 6 * 1024;

QList<QByteArray> seedsOf(const QString &path, const QByteArray &head)
{
    const auto detection = detect(path, {});
    if (!detection)
        return {};
    const qsizetype index = readers().indexOf(detection->reader);
    if (index < 0)
        return {};
    return {static_cast<char>(index) + head.first(std::min(head.size(), kMostOfAFile))};
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    fuzz::writeSeedsIfAsked(*argc, *argv, seedsOf);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const CaptureReader *reader = readers()[data[0] % readers().size()];
    QByteArray bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    static_cast<void>(reader->sniff(bytes, {}));
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    fuzz::CountingSink sink;
    NullJobControl job;
    const auto summary = reader->read(device, {}, sink, job);
    if (!summary) { // a table whose columns say no time
        if (summary.error().kind == ErrorKind::Io || summary.error().message.isEmpty())
            qFatal("%s", qPrintable(summary.error().toString()));
        return 0;
    }
    if (summary->exchanges != sink.exchanges)
        qFatal("the summary does not add up");
    if (summary->samples.size() > kMaxSkippedSamples)
        qFatal("too many samples are kept");
    return 0;
}
