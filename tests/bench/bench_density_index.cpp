// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_density_index [large] [threads N]
//
// Builds the index of a mixture (mixture.h) and cuts it at 200 radii; prints one line of JSON per
// measurement. `large` adds a million points.
#include "core/clustering/epsilon_suggestion.h"
#include "tests/bench/mixture.h"
#include "tests/bench/process_usage.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace dramatis;
using namespace dramatis::clustering;
using bench::mixture;

namespace {

struct Clock
{
    double wall =
        std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    double cpu = bench::cpuSeconds();
};

void print(const char *what, const Matrix &x, unsigned threads, const Clock &since)
{
    const Clock now;
    std::printf(
        "{\"bench\":\"%s\",\"rows\":%ld,\"features\":%ld,\"threads\":%u,\"cpuSeconds\":%.3f,"
        "\"wallSeconds\":%.3f,\"peakMiB\":%.0f}\n",
        what,
        static_cast<long>(x.rows()),
        static_cast<long>(x.cols()),
        threads,
        now.cpu - since.cpu,
        now.wall - since.wall,
        bench::peakMebibytes());
    std::fflush(stdout);
}

void run(Eigen::Index rows, Eigen::Index features, unsigned threads)
{
    NullJobControl job;
    const Matrix x = mixture(rows, features);
    const Clock start;
    const auto built = DensityIndex::build(x, {.threads = threads}, job);
    if (!built)
        std::abort();
    const DensityIndex &index = **built;
    print("build", x, threads, start);

    const Clock other;
    if (!index.withMinPoints(20, job))
        std::abort();
    print("withMinPoints", x, threads, other);

    // 200 radii from the median of the core distances to their 99.9 % quantile.
    const auto core = index.sortedCoreDistances();
    const double low = std::log(core[core.size() / 2]);
    const double high = std::log(core[core.size() - 1 - core.size() / 1000]);
    std::vector<double> milliseconds;
    Clustering clustering;
    index.cut(std::exp(low), clustering);
    for (int i = 0; i < 200; ++i) {
        const double epsilon = std::exp(low + (high - low) * i / 199);
        const Clock before;
        index.cut(epsilon, clustering);
        milliseconds.push_back(1000 * (Clock().wall - before.wall));
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    const double knee = kneeEpsilon(index).epsilon;
    index.cut(knee, clustering);
    std::printf("{\"bench\":\"cut\",\"rows\":%ld,\"features\":%ld,\"medianMs\":%.3f,\"p99Ms\":%.3f,"
                "\"knee\":%.6g,\"clusters\":%d,\"noise\":%zu}\n",
                static_cast<long>(rows),
                static_cast<long>(features),
                milliseconds[100],
                milliseconds[197],
                knee,
                clustering.clusters,
                clustering.noise);
}

} // namespace

int main(int argc, char **argv)
{
    bool large = false;
    unsigned threads = 1;
    for (int i = 1; i < argc; ++i) {
        large = large || std::strcmp(argv[i], "large") == 0;
        if (std::strcmp(argv[i], "threads") == 0 && i + 1 < argc)
            threads = static_cast<unsigned>(std::atoi(argv[++i]));
    }
    run(100'000, 2, threads);
    run(100'000, 6, threads);
    if (large) {
        run(1'000'000, 2, threads);
        run(1'000'000, 6, threads);
    }
}
