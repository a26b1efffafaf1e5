// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first screen of a dropped file (GOALS.md: 100 ms, whatever its size): previews each file
// named, else a generated combined log of 1 MB and of 1 GB, and prints one JSON line a file with
// the slowest and the median of nine times. Usage: bench_preview [FILE...]
#include "core/capture/preview.h"
#include "tests/bench/process_usage.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace dramatis;

namespace {

QString writeLog(const QTemporaryDir &folder, qint64 megabytes)
{
    const QString path = folder.filePath(QStringLiteral("%1mb.log").arg(megabytes));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the log cannot be written");
    QByteArray block;
    for (int i = 0; block.size() < 1'000'000; ++i)
        block += "10.0." + QByteArray::number(i % 250)
                 + ".1 - - [24/Nov/2026:10:00:00 +0000] \"GET /item/" + QByteArray::number(i)
                 + " HTTP/1.1\" 200 5120 \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:109.0)\"\n";
    for (qint64 i = 0; i < megabytes; ++i)
        file.write(block);
    return path;
}

} // namespace

int main(int argc, char **argv)
{
    QTemporaryDir folder;
    QStringList paths;
    for (int i = 1; i < argc; ++i)
        paths.append(QString::fromLocal8Bit(argv[i]));
    if (paths.isEmpty())
        paths = {writeLog(folder, 1), writeLog(folder, 1000)};
    for (const QString &path : paths) {
        std::array<double, 9> milliseconds{};
        std::size_t rows = 0;
        for (double &time : milliseconds) {
            NullJobControl job;
            QElapsedTimer wall;
            wall.start();
            const auto shown = capture::preview(path, {}, job);
            time = static_cast<double>(wall.nsecsElapsed()) * 1e-6;
            rows = shown ? shown->rows.size() : 0;
        }
        std::sort(milliseconds.begin(), milliseconds.end());
        std::printf("{\"bench\":\"preview\",\"file\":\"%s\",\"megabytes\":%.1f,\"rows\":%zu,"
                    "\"medianMilliseconds\":%.1f,\"slowestMilliseconds\":%.1f,"
                    "\"peakMebibytes\":%.0f}\n",
                    qPrintable(QFileInfo(path).fileName()),
                    static_cast<double>(QFileInfo(path).size()) / 1e6,
                    rows,
                    milliseconds[4],
                    milliseconds.back(),
                    bench::peakMebibytes());
    }
    return 0;
}
