// SPDX-License-Identifier: GPL-3.0-or-later
//
// Imports a generated combined log and sums it up; prints one JSON line a step. Usage: bench_import
// [megabytes [file]] (100; GOALS.md speaks of 1000). With a file it is kept there, for the peers.
#include "core/traffic/capture_statistics.h"
#include "tests/bench/generated_access_log.h"
#include "tests/bench/generated_file.h"
#include "tests/bench/import_line.h"

#include <QTemporaryDir>

using namespace dramatis;

int main(int argc, char **argv)
{
    const std::int64_t megabytes = argc > 1 ? std::atoll(argv[1]) : 100;
    QTemporaryDir folder;
    const QString path =
        argc > 2 ? QString::fromLocal8Bit(argv[2]) : folder.filePath(QStringLiteral("access.log"));
    if (!QFile::exists(path))
        bench::generateFile(path, megabytes * 1'000'000, bench::generateAccessLog);
    const capture::Imported imported = bench::timedImport(path, "access log");
    NullJobControl job;
    const double before = bench::cpuSeconds();
    if (!traffic::captureStatistics(*imported.table, job))
        qFatal("no statistics");
    std::printf("{\"bench\":\"statistics\",\"exchanges\":%llu,\"cpuSeconds\":%.3f}\n",
                static_cast<unsigned long long>(imported.summary.exchanges),
                bench::cpuSeconds() - before);
    return 0;
}
