// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <string_view>

namespace dramatis::bench {

/// A log whose fields have names.
struct NamedLog
{
    const char *format;
    const char *header;
    /// %1$s is a time (ISO 8601), %2$u seconds since the epoch, %3$u a client, %4$u an item, %5$u a
    /// size, %6$u a latency in ms.
    const char *line;
};

// The format attribute cannot see the order of arguments that stand in a table.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

inline constexpr NamedLog kNamedLogs[] = {
    {"nginx-json",
     "",
     "{\"time_iso8601\":\"%1$s+00:00\",\"msec\":\"%2$u.%6$03u\",\"remote_addr\":\"10.0.%3$u\","
     "\"remote_user\":\"\",\"request\":\"GET /item/%4$u?ref=7 HTTP/1.1\",\"status\":\"200\","
     "\"body_bytes_sent\":\"%5$u\",\"request_length\":\"512\",\"request_time\":\"0.%6$03u\","
     "\"http_referrer\":\"https://shop.example/7\",\"http_user_agent\":\"Mozilla/5.0 (X11; Linux "
     "x86_64; rv:109.0) Gecko/20100101 "
     "Firefox/115.0\",\"host\":\"shop.example\",\"upstream_addr\":\"10.1.0.7:8080\","
     "\"upstream_response_time\":\"0.%6$03u\"}\n"},
    {"envoy-json",
     "",
     "{\":authority\":\"shop.example\",\"bytes_received\":0,\"bytes_sent\":%5$u,\"connection_"
     "termination_details\":null,\"downstream_local_address\":\"10.42.0.77:10443\",\"downstream_"
     "remote_address\":\"10.0.%3$u:59292\",\"duration\":%6$u,\"method\":\"GET\",\"protocol\":"
     "\"HTTP/"
     "2\",\"requested_server_name\":null,\"response_code\":200,\"response_code_details\":\"via_"
     "upstream\",\"response_flags\":\"-\",\"route_name\":\"httproute/app/www/rule/0/match/0/"
     "www_example_com\",\"start_time\":\"%1$s.%6$03uZ\",\"upstream_cluster\":\"httproute/app/www/"
     "rule/0\",\"upstream_host\":\"10.42.0.82:8080\",\"user-agent\":\"Mozilla/5.0 (Windows NT "
     "10.0; Win64; x64; rv:136.0) Gecko/20101 "
     "Firefox/136.0\",\"x-envoy-origin-path\":\"/item/"
     "%4$u\",\"x-envoy-upstream-service-time\":null,\"x-forwarded-for\":\"10.0.%3$u\",\"x-request-"
     "id\":\"3bbc0252-2d5c-49fe-bd89-104e9b61770b\"}\n"},
    {"zeek-http",
     "#separator \\x09\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\ttrans_depth\t"
     "method\thost\turi\treferrer\tversion\tuser_agent\trequest_body_len\tresponse_body_len\t"
     "status_code\tstatus_msg\n",
     "%2$u.%6$06u\tC52ILh4F0Gfomjnhtc\t10.0.%3$u\t63786\t64.225.56.201\t80\t1\tGET\tshop.example\t/"
     "item/%4$u\t-\t1.1\tMozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
     "Gecko) Chrome/95.0.4638.69 Safari/537.36\t0\t%5$u\t200\tOK\n"},
    {"zeek-conn",
     "",
     "{\"ts\":%2$u.%6$06u,\"uid\":\"C6ce9q3xECAsonga21\",\"id.orig_h\":\"10.0.%3$u\",\"id.orig_p\":"
     "61099,\"id.resp_h\":\"10.9.1.3\",\"id.resp_p\":5355,\"proto\":\"udp\",\"service\":\"dns\","
     "\"duration\":0.%6$03u,\"orig_bytes\":50,\"resp_bytes\":%5$u,\"conn_state\":\"S0\",\"missed_"
     "bytes\":0,\"history\":\"D\",\"orig_pkts\":2,\"orig_ip_bytes\":146,\"resp_pkts\":0,\"resp_ip_"
     "bytes\":0}\n"},
};

/// `bytes` or somewhat more of such a log, in blocks of about 1 MiB.
inline void generateNamedLog(const NamedLog &kind,
                             std::int64_t bytes,
                             const std::function<void(std::string_view)> &write)
{
    std::mt19937 random(1);
    std::string block = kind.header;
    char line[2048];
    char stamp[32];
    std::int64_t written = 0;
    for (unsigned i = 0; written < bytes; ++i) {
        const std::time_t second = 1'795'492'800 + i / 500;
        std::tm parts{};
        gmtime_r(&second, &parts);
        std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &parts);
        const int size = std::snprintf(line,
                                       sizeof line,
                                       kind.line,
                                       stamp,
                                       static_cast<unsigned>(second),
                                       static_cast<unsigned>(random() % 250),
                                       static_cast<unsigned>(random() % 5000),
                                       static_cast<unsigned>(random() % 100'000),
                                       static_cast<unsigned>(random() % 900));
        block.append(line, static_cast<std::size_t>(size));
        written += size;
        if (block.size() > 1 << 20 || written >= bytes) {
            write(block);
            block.clear();
        }
    }
}

#pragma GCC diagnostic pop

} // namespace dramatis::bench
