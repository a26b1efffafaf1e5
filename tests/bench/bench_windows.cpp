// SPDX-License-Identifier: GPL-3.0-or-later

// What cutting five million exchanges into windows costs, and making features of them: one line of
// JSON. The traffic: 20 resources, Poisson at 100/s each, lognormal latencies and sizes, 50
// operations.

#include "core/traffic/exchange_sink.h"
#include "core/traffic/feature_space.h"
#include "core/traffic/windows.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>
#include <string>

using namespace dramatis;
using namespace dramatis::traffic;

namespace {

struct Spent
{
    double wall = 0; ///< s
    double cpu = 0;  ///< s, of all threads
};

template<typename Work>
Spent timed(Work &&work)
{
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
            static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

ExchangeTablePtr traffic5M(int count)
{
    std::mt19937_64 random(1);
    std::exponential_distribution<double> gap(2000.0);
    std::lognormal_distribution<double> latency(std::log(12e6), 0.8);
    std::lognormal_distribution<double> size(std::log(4000), 1.2);
    std::vector<std::string> servers;
    std::vector<std::string> paths;
    for (int i = 0; i < 20; ++i)
        servers.push_back("10.0.0." + std::to_string(i));
    for (int i = 0; i < 50; ++i)
        paths.push_back("/path" + std::to_string(i));
    ExchangeTableBuilder builder(table::makeSpillingStore(std::size_t{2} << 30));
    double time = 1.7e9;
    for (int i = 0; i < count; ++i) {
        time += gap(random);
        const Exchange exchange{.begin = static_cast<std::int64_t>(time * 1e9),
                                .latency = static_cast<std::int64_t>(latency(random)),
                                .requestBytes = 400,
                                .responseBytes = static_cast<std::int64_t>(size(random)),
                                .status =
                                    static_cast<std::uint16_t>(random() % 100 == 0 ? 503 : 200),
                                .outcome = Outcome::Ok,
                                .server = servers[random() % 20],
                                .client = "client",
                                .method = random() % 5 == 0 ? "POST" : "GET",
                                .path = paths[random() % 50]};
        if (!builder.add(exchange))
            std::abort();
    }
    NullJobControl job;
    return *builder.freeze(ResourceRule::Automatic, job);
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 5'000'000;
    const ExchangeTablePtr table = traffic5M(count);
    NullJobControl job;
    const Spent walk = timed([&] {
        if (!table->walk(job, [](const ExchangeChunk &) { return Result<>(); }))
            std::abort();
    });
    WindowTable windows;
    const Spent automatic = timed([&] { windows = *makeWindows(*table, std::nullopt, job); });
    const Spent given = timed([&] { windows = *makeWindows(*table, 1.0, job); });
    const Spent features = timed([&] {
        if (!makeFeatures(windows, {}))
            std::abort();
    });
    std::printf(
        "{\"bench\": \"windows\", \"exchanges\": %d, \"windows\": %zu, \"walkSeconds\": %.3f, "
        "\"automaticSeconds\": %.3f, \"automaticCpu\": %.3f, \"givenSeconds\": %.3f, "
        "\"givenCpu\": %.3f, \"featuresSeconds\": %.3f}\n",
        count,
        windows.windows.size(),
        walk.wall,
        automatic.wall,
        automatic.cpu,
        given.wall,
        given.cpu,
        features.wall);
    return 0;
}
