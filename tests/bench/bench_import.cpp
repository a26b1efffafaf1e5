// SPDX-License-Identifier: GPL-3.0-or-later
//
// Imports a generated combined log and prints one JSON line a step. Usage: bench_import [megabytes]
// (100; GOALS.md speaks of 1000).
#include "core/capture/import.h"
#include "core/traffic/capture_statistics.h"
#include "tests/bench/process_usage.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <random>
#include <string>

using namespace dramatis;

namespace {

/// Zipf-like: small numbers are frequent.
unsigned skewed(std::mt19937 &random, unsigned most)
{
    const double u = static_cast<double>(random()) / 4294967296.0;
    return static_cast<unsigned>(u * u * u * most);
}

void writeLog(const QString &path, std::int64_t bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the log cannot be written");
    std::mt19937 random(1);
    std::string block;
    char line[512];
    std::int64_t written = 0;
    for (unsigned i = 0; written < bytes; ++i) {
        const unsigned second = i / 500;
        const unsigned client = skewed(random, 20'000);
        const int size =
            std::snprintf(line,
                          sizeof line,
                          "10.%u.%u.%u - - [%02u/Nov/2026:%02u:%02u:%02u +0000] \"%s /%s/%u?ref=%u "
                          "HTTP/1.1\" %u %u "
                          "\"https://shop.example/%u\" \"Mozilla/5.0 (X11; Linux x86_64; rv:109.0) "
                          "Gecko/20100101 Firefox/115.0\"\n",
                          client >> 16,
                          client >> 8 & 255,
                          client & 255,
                          1 + second / 86'400 % 28,
                          second / 3600 % 24,
                          second / 60 % 60,
                          second % 60,
                          i % 7 == 0 ? "POST" : "GET",
                          i % 3 == 0 ? "item" : "cart",
                          skewed(random, 5000),
                          static_cast<unsigned>(random() % 1000),
                          i % 50 == 0 ? 404U : 200U,
                          200 + skewed(random, 100'000),
                          static_cast<unsigned>(random() % 100));
        block.append(line, static_cast<std::size_t>(size));
        if (block.size() > 1 << 20) {
            written += file.write(block.data(), static_cast<qint64>(block.size()));
            block.clear();
        }
    }
}

void print(const char *step, double cpu, double wall, std::int64_t bytes, std::uint64_t records)
{
    std::printf("{\"bench\":\"import\",\"step\":\"%s\",\"cpuSeconds\":%.3f,\"wallSeconds\":%.3f,"
                "\"megabytesPerCpuSecond\":%.0f,\"recordsPerCpuSecond\":%.0f,\"records\":%llu,"
                "\"peakMebibytes\":%.0f}\n",
                step,
                cpu,
                wall,
                static_cast<double>(bytes) / 1e6 / cpu,
                static_cast<double>(records) / cpu,
                static_cast<unsigned long long>(records),
                bench::peakMebibytes());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const std::int64_t megabytes = argc > 1 ? std::atoll(argv[1]) : 100;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("access.log"));
    writeLog(path, megabytes * 1'000'000);
    NullJobControl job;
    QElapsedTimer wall;
    wall.start();
    double cpu = bench::cpuSeconds();
    const auto imported = capture::importCapture({path}, {}, table::makeSpillingStore(), job);
    if (!imported)
        qFatal("%s", qPrintable(imported.error().toString()));
    const std::int64_t bytes = imported->files.first().bytes;
    const std::uint64_t records = imported->summary.records;
    print("import",
          bench::cpuSeconds() - cpu,
          static_cast<double>(wall.nsecsElapsed()) * 1e-9,
          bytes,
          records);
    wall.restart();
    cpu = bench::cpuSeconds();
    if (!traffic::captureStatistics(*imported->table, job))
        qFatal("no statistics");
    print("statistics",
          bench::cpuSeconds() - cpu,
          static_cast<double>(wall.nsecsElapsed()) * 1e-9,
          bytes,
          records);
    return 0;
}
