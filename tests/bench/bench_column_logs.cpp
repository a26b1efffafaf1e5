// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a generated log of every format in columns from memory and prints one JSON line each: what
// the parsing costs, without the table. Usage: bench_column_logs [megabytes] (100)
#include "core/capture/capture_reader.h"

#include <QBuffer>
#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

using namespace dramatis;

namespace {

struct Sample
{
    const char *format;
    const char *line; ///< %1 is a number that changes, %2 a second of two digits
};

constexpr Sample kSamples[] = {
    {"nginx-combined", // to compare with: a format string
     "188.68.224.%1 - - [24/Nov/2026:04:00:%2 +0000] \"GET /item/%1?ref=7 HTTP/1.1\" 200 59%1 "
     "\"https://shop.example/\" \"Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 "
     "Firefox/115.0\"\n"},
    {"aws-alb",
     "https 2026-11-24T04:00:%2.012000Z app/lb/50dc6c495c0c9188 192.168.131.%1:2817 10.0.0.1:80 "
     "0.086 0.048 "
     "0.037 200 200 120 57%1 \"GET https://www.example.com:443/item/%1?ref=7 HTTP/1.1\" "
     "\"Mozilla/5.0 (X11; "
     "Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0\" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 "
     "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "
     "\"Root=1-58337281-1d84f3d73c47ec4e58577259\" \"www.example.com\" \"-\" 1 "
     "2026-11-24T04:00:00.364000Z "
     "\"forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\" \"-\" \"-\"\n"},
    {"aws-cloudfront",
     "2026-11-24\t04:00:%2\tFRA2\t57%1\t192.0.2.%1\tGET\td111111abcdef8.cloudfront.net\t/item/"
     "%1\t200\t-\t"
     "Mozilla/"
     "5.0%%2520(X11;%%2520Linux)\t-\t-\tHit\tSOX4xwn4XV6Q4rgb7XiVGOHms_"
     "BGlTAC4KyHmureZmBNrjGdRLiNIQ==\t"
     "d111111abcdef8.cloudfront.net\thttps\t23\t0.001\t-\tTLSv1.2\tECDHE-RSA-AES128-GCM-"
     "SHA256\tHit\tHTTP/2.0\n"},
    {"iis",
     "2026-11-24 04:00:%2 172.31.22.76 GET /item/%1 ref=7 80 - 188.68.224.%1 "
     "Mozilla/5.0+(X11;+Linux+x86_64;+rv:109.0)+Gecko/20100101+Firefox/115.0 https://shop.example/ "
     "200 0 0 59%1\n"},
    {"haproxy",
     "Nov 24 04:00:%2 192.168.4.2 haproxy[7]: 92.193.212.%1:59841 [24/Nov/2026:04:00:%2.851] "
     "prod_http_in~ "
     "bk_shop/nginx_1 0/0/0/62/62 200 306%1 - - ---- 3/2/0/0/0 0/0 {Mozilla/5.0 (X11; Linux "
     "x86_64)} {} \"GET "
     "/item/%1?ref=7 HTTP/1.1\"\n"},
    {"envoy",
     "[2026-11-24T04:00:%2.851Z] \"GET /item/%1?ref=7 HTTP/1.1\" 200 - via_upstream - \"-\" 0 "
     "178%1 12 11 \"-\" "
     "\"Go-http-client/1.1\" \"980435c4-7a97-9b78-96c9-dfa19ef8aacc\" \"details:9080\" "
     "\"10.244.0.%1:9080\" "
     "inbound-vip|9080|http|details.bookinfo.svc.cluster.local 10.244.0.2:1 10.96.185.196:9080 "
     "10.244.0.37:52134 - "
     "default\n"},
    {"squid",
     "17954928%2.779    180 192.168.0.%1 TCP_MISS/200 411%1 GET "
     "http://shop.example.com/item/%1?ref=7 - "
     "HIER_DIRECT/125.23.216.203 text/html\n"},
    {"aws-vpc",
     "2 123456789012 eni-0a1b2c3d 10.0.1.%1 198.51.100.2 49153 443 6 25 200%1 17954928%2 "
     "1795492899 ACCEPT OK\n"},
};

class NullSink final : public traffic::ExchangeSink
{
public:
    Result<> add(const traffic::Exchange &exchange) override
    {
        sum += exchange.begin;
        return {};
    }
    std::int64_t sum = 0;
};

QByteArray logOf(const Sample &sample, qsizetype bytes)
{
    QByteArray block;
    for (int i = 0; i < 2000; ++i)
        block +=
            QString::fromLatin1(sample.line)
                .replace(QStringLiteral("%2"), QString::number(i / 40 % 60).rightJustified(2, u'0'))
                .replace(QStringLiteral("%1"), QString::number(i % 250))
                .toLatin1();
    return block.repeated(bytes / block.size() + 1);
}

} // namespace

int main(int argc, char **argv)
{
    const qsizetype megabytes = argc > 1 ? std::atoi(argv[1]) : 100;
    for (const Sample &sample : kSamples) {
        QByteArray log = logOf(sample, megabytes * 1'000'000);
        QBuffer device(&log);
        device.open(QIODevice::ReadOnly);
        NullSink sink;
        NullJobControl job;
        const auto reader = capture::formatFromId(QLatin1StringView(sample.format));
        const std::clock_t begin = std::clock();
        const auto summary = (*reader)->read(device, {}, sink, job);
        const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
        if (!summary || summary->skipped > 0)
            qFatal("%s: lines were skipped", sample.format);
        std::printf(
            "{\"bench\":\"column_logs\",\"format\":\"%s\",\"cpuSeconds\":%.3f,"
            "\"megabytesPerCpuSecond\":%.0f,\"recordsPerCpuSecond\":%.0f,\"records\":%llu}\n",
            sample.format,
            seconds,
            static_cast<double>(log.size()) / 1e6 / seconds,
            static_cast<double>(summary->records) / seconds,
            static_cast<unsigned long long>(summary->records));
    }
    return 0;
}
