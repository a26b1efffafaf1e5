// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/import.h"
#include "tests/bench/process_usage.h"

#include <QElapsedTimer>

#include <cstdio>

namespace dramatis::bench {

/// Imports a file as `dramatis-cli import` does and prints one JSON line: what it was, how large,
/// and how fast it was read. Processor time is what counts where other programs run; the peak is
/// that of the process so far.
inline capture::Imported timedImport(const QString &path, const char *kind)
{
    NullJobControl job;
    QElapsedTimer clock;
    clock.start();
    const double before = cpuSeconds();
    auto imported = capture::importCapture({path}, {}, table::makeSpillingStore(), job);
    if (!imported)
        qFatal("%s: %s", kind, qPrintable(imported.error().toString()));
    const double cpu = cpuSeconds() - before;
    const double wall = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    const double megabytes = static_cast<double>(imported->files.first().bytes) * 1e-6;
    const auto records = static_cast<double>(imported->summary.records);
    std::printf("{\"bench\":\"import\",\"kind\":\"%s\",\"format\":\"%s\",\"megabytes\":%.0f,"
                "\"records\":%.0f,\"exchanges\":%llu,\"wallSeconds\":%.2f,\"cpuSeconds\":%.2f,"
                "\"megabytesPerSecond\":%.0f,\"megabytesPerCpuSecond\":%.0f,"
                "\"recordsPerCpuSecond\":%.0f,\"peakMebibytes\":%.0f}\n",
                kind,
                qPrintable(imported->summary.format),
                megabytes,
                records,
                static_cast<unsigned long long>(imported->summary.exchanges),
                wall,
                cpu,
                megabytes / wall,
                megabytes / cpu,
                records / cpu,
                peakMebibytes());
    std::fflush(stdout);
    return *std::move(imported);
}

} // namespace dramatis::bench
