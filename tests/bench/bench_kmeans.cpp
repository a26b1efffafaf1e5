// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_kmeans [rows] [threads N]
//
// Processor time of one iteration of k-means with 12 clusters in 6 features (a million rows unless
// told), from one start to where nothing changes; one line of JSON. What comes before the first
// iteration is measured alone and taken off.
#include "core/clustering/kmeans.h"
#include "tests/bench/mixture.h"
#include "tests/bench/process_usage.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace dramatis;
using namespace dramatis::clustering;

namespace {

struct Measured
{
    double cpuSeconds = 0;
    KMeansResult result;
};

Measured measured(const Matrix &x, int maxIterations, unsigned threads)
{
    NullJobControl job;
    const double before = bench::cpuSeconds();
    auto result = kMeans(
        x, {.clusters = 12, .starts = 1, .maxIterations = maxIterations, .threads = threads}, job);
    if (!result)
        std::abort();
    return {bench::cpuSeconds() - before, *std::move(result)};
}

} // namespace

int main(int argc, char **argv)
{
    long rows = 1'000'000;
    unsigned threads = 1;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "threads") == 0 && i + 1 < argc)
            threads = static_cast<unsigned>(std::atoi(argv[++i]));
        else
            rows = std::atol(argv[i]);
    }
    const Matrix x = bench::mixture(rows, 6);
    const Measured start = measured(x, 0, threads);
    const Measured first = measured(x, 10, threads);
    const Measured all = measured(x, 300, threads);
    std::printf("{\"bench\":\"kmeans\",\"rows\":%ld,\"features\":6,\"clusters\":12,\"threads\":%u,"
                "\"iterations\":%d,\"startCpuMs\":%.1f,\"firstTenIterationsCpuMs\":%.2f,"
                "\"iterationCpuMs\":%.2f,\"inertia\":%.10g}\n",
                rows,
                threads,
                all.result.iterations,
                1000 * start.cpuSeconds,
                1000 * (first.cpuSeconds - start.cpuSeconds) / first.result.iterations,
                1000 * (all.cpuSeconds - start.cpuSeconds) / all.result.iterations,
                all.result.inertia);
}
