// SPDX-License-Identifier: GPL-3.0-or-later

// What profiles cost after a cut: what the windows alone tell (a million of them, twelve personas),
// and a whole profile, which walks two million exchanges. One line of JSON.

#include "core/persona/profile.h"
#include "core/traffic/exchange_sink.h"

#include <chrono>
#include <cstdio>
#include <random>
#include <string>

using namespace dramatis;
using namespace dramatis::traffic;

namespace {

template<typename Work>
double seconds(Work &&work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Twelve personas over every window, in runs of fifty.
clustering::Clustering inRuns(std::size_t rows)
{
    clustering::Clustering clustering;
    clustering.clusters = 12;
    for (std::size_t i = 0; i < rows; ++i)
        clustering.labels.push_back(static_cast<int>(i / 50 % 12));
    return clustering;
}

WindowTable manyWindows(std::uint32_t resources, std::int64_t slices)
{
    std::mt19937_64 random(2);
    WindowTable table;
    table.widthSeconds = 1;
    table.firstTime = 1'700'000'000 * kNanosecondsPerSecond;
    table.lastTime = table.firstTime + slices * kNanosecondsPerSecond;
    table.resources.resize(resources);
    for (std::uint32_t resource = 0; resource < resources; ++resource) {
        for (std::int64_t i = 0; i < slices; ++i) {
            Window window;
            window.resource = StringId{resource};
            window.slice = 1'700'000'000 + i;
            window.exchanges = 5 + static_cast<std::uint32_t>(random() % 100);
            window.knownOutcomes = window.methods = window.knownLatencies = window.exchanges;
            window.latencySum = window.exchanges * 0.01;
            window.latencyP50 = 0.01;
            window.latencyP95 = 0.02;
            window.gapMean = 1.0 / window.exchanges;
            window.gapCv = 1;
            table.windows.push_back(window);
        }
        table.exposures.push_back({StringId{resource}, 1'700'000'000, 1'700'000'000 + slices - 1});
    }
    return table;
}

FeatureMatrix rowPerWindow(std::size_t windows)
{
    FeatureMatrix matrix;
    for (std::size_t i = 0; i < windows; ++i)
        matrix.windowOfRow.push_back(static_cast<std::uint32_t>(i));
    return matrix;
}

ExchangeTablePtr exchanges(int count)
{
    std::mt19937_64 random(1);
    std::exponential_distribution<double> gap(2000.0);
    std::lognormal_distribution<double> latency(16.3, 0.8);
    std::vector<std::string> names;
    for (int i = 0; i < 50; ++i)
        names.push_back("/path" + std::to_string(i));
    ExchangeTableBuilder builder(table::makeSpillingStore(std::size_t{2} << 30));
    double time = 1.7e9;
    for (int i = 0; i < count; ++i) {
        time += gap(random);
        const Exchange exchange{.begin = static_cast<std::int64_t>(time * 1e9),
                                .latency = static_cast<std::int64_t>(latency(random)),
                                .responseBytes = static_cast<std::int64_t>(latency(random) / 1e3),
                                .outcome = Outcome::Ok,
                                .server = names[random() % 20],
                                .method = "GET",
                                .path = names[random() % 50]};
        if (!builder.add(exchange))
            std::abort();
    }
    NullJobControl job;
    return *builder.freeze(ResourceRule::Automatic, job);
}

} // namespace

int main()
{
    const SystemClock clock;
    const WindowTable million = manyWindows(100, 10'000);
    const FeatureMatrix rows = rowPerWindow(million.windows.size());
    const clustering::Clustering runs = inRuns(rows.windowOfRow.size());
    std::size_t personas = 0;
    const double cards = seconds([&] {
        personas = persona::profileWindows(million, rows, runs, {}, clock).personas.size();
    });

    constexpr int count = 2'000'000;
    const ExchangeTablePtr table = exchanges(count);
    NullJobControl job;
    const WindowTable windows = *makeWindows(*table, 1.0, job);
    const FeatureMatrix matrix = *makeFeatures(windows, {});
    const clustering::Clustering clustered = inRuns(matrix.windowOfRow.size());
    const double whole = seconds([&] {
        if (!persona::profile(*table, windows, matrix, clustered, {}, clock, job))
            std::abort();
    });
    std::printf(
        "{\"bench\": \"profile\", \"windows\": %zu, \"personas\": %zu, \"cardsSeconds\": %.3f, "
        "\"exchanges\": %d, \"profileSeconds\": %.3f}\n",
        million.windows.size(),
        personas,
        cards,
        count,
        whole);
    return 0;
}
