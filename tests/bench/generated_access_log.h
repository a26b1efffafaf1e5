// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <random>
#include <string>
#include <string_view>

namespace dramatis::bench {

/// Zipf-like: small numbers are frequent.
inline unsigned skewed(std::mt19937 &random, unsigned most)
{
    const double u = static_cast<double>(random()) / 4294967296.0;
    return static_cast<unsigned>(u * u * u * most);
}

/// `bytes` or somewhat more of a combined log, in blocks of about 1 MiB.
inline void generateAccessLog(std::int64_t bytes,
                              const std::function<void(std::string_view)> &write)
{
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
        written += size;
        if (block.size() > 1 << 20 || written >= bytes) {
            write(block);
            block.clear();
        }
    }
}

} // namespace dramatis::bench
