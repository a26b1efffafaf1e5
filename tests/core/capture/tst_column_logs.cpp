// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/column_log_reader.h"
#include "core/capture/formats/line_prefix.h"
#include "tests/core/capture/collecting_sink.h"
#include "tests/core/capture/mutation.h"
#include "tests/support/shared_data.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTest>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

/// Rows as CollectingSink writes them, with the outcome behind.
class OutcomeSink final : public traffic::ExchangeSink
{
public:
    Result<> add(const traffic::Exchange &exchange) override
    {
        static constexpr const char *kNames[] = {
            "unknown", "ok", "client error", "server error", "timeout", "aborted"};
        static_cast<void>(m_rows.add(exchange).has_value());
        rows.append(QString::fromStdString(m_rows.rows.back()) + u' '
                    + QLatin1StringView(kNames[static_cast<int>(exchange.outcome)]));
        return {};
    }

    QStringList rows;

private:
    tests::CollectingSink m_rows;
};

struct Read
{
    ImportSummary summary;
    QStringList rows;
};

Read readText(const QString &format, QByteArray text)
{
    QBuffer device(&text);
    device.open(QIODevice::ReadOnly);
    OutcomeSink sink;
    NullJobControl job;
    const auto reader = formatFromId(format);
    const auto summary = (*reader)->read(device, {}, sink, job);
    return {*summary, sink.rows};
}

} // namespace

class TestColumnLogs : public QObject
{
    Q_OBJECT

private slots:
    /// One line each: what it gives, or why it gives nothing.
    void linesAreRead_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("row");
        const auto row =
            [](const char *name, const char *format, const char *line, const char *out) {
                QTest::newRow(name)
                    << QString::fromLatin1(format) << QByteArray(line) << QString::fromLatin1(out);
            };
        // 2026-11-24T04:00:00Z is 1795492800 s: date -d 2026-11-24T04:00:00Z +%s
        row("ALB without target",
            "aws-alb",
            "https 2026-11-24T04:00:00.000000Z app/a/1 1.2.3.4:5 - -1 -1 -1 502 - 204 167 \"GET "
            "https://shop:8443/a?b HTTP/1.1\" \"x\"",
            "1795492800000/-/204/167/502 shop:8443||1.2.3.4|GET|/a server error");
        row("ALB, the client went away",
            "aws-alb",
            "h2 2026-11-24T04:00:00.000000Z app/a/1 1.2.3.4:5 10.0.0.1:80 0.001 -1 -1 460 - 204 0 "
            "\"GET https://shop:443/ HTTP/2.0\" \"x\"",
            "1795492800000/-/204/0/460 shop|10.0.0.1:80|1.2.3.4|GET|/ aborted");
        row("ALB, request that is none",
            "aws-alb",
            "http 2026-11-24T04:00:00.000000Z app/a/1 1.2.3.4:5 - -1 -1 -1 400 - 0 272 \"- "
            "http://a-1.elb.amazonaws.com:80- \" \"-\"",
            "1795492800000/-/0/272/400 ||1.2.3.4|| client error");
        row("ELB, TCP",
            "aws-elb",
            "2026-11-24T04:00:00.000000Z lb 1.2.3.4:5 10.0.0.1:80 0.001 0.002 0.003 - - 82 305 \"- "
            "- - \" \"-\" - -",
            "1795492800000/6/82/305/0 |10.0.0.1:80|1.2.3.4|| unknown");
        row("ELB, comment",
            "aws-elb",
            "# no line",
            "The line does not have the fields of the format.");
        row("S3 without a request",
            "aws-s3",
            "owner bucket [24/Nov/2026:04:00:00 +0000] - AmazonS3 1 S3.EXPIRE.OBJECT a/b - - - - 7 "
            "- - \"-\" \"-\" -",
            "1795492800000/-/-/-/0 bucket|||| unknown");
        row("S3, quotes within quotes",
            "aws-s3",
            "owner bucket [24/Nov/2026:04:00:00 +0000] 1.2.3.4 - 1 REST.GET.OBJECT a \"GET "
            "/bucket/a\"b HTTP/1.1\" 200 - 5 5 7 6 \"-\" \"x\" -",
            "1795492800000/7/-/5/200 bucket||1.2.3.4|GET|/bucket/a\"b ok");
        row("CloudFront, the viewer went away",
            "aws-cloudfront",
            "2026-11-24\t04:00:00\tFRA2\t0\t1.2.3.4\tGET\td1.cloudfront.net\t/"
            "a\t000\t-\tx\t-\t-\tError\tx\t-\thttps\t120\t1.5",
            "1795492798500/1500/120/0/0 d1.cloudfront.net|FRA2|1.2.3.4|GET|/a aborted");
        row("VPC, refused",
            "aws-vpc",
            "2 1 eni-1 1.2.3.4 10.0.0.1 50000 22 6 1 40 1795492800 1795492860 REJECT OK",
            "1795492800000/-/40/-/0 |10.0.0.1:22|1.2.3.4|TCP| client error");
        row("VPC, the answer's direction",
            "aws-vpc",
            "2 1 eni-1 10.0.0.1 1.2.3.4 443 50000 6 1 40 1795492800 1795492860 ACCEPT OK",
            "1795492800000/-/-/40/0 |10.0.0.1:443|1.2.3.4|TCP| ok");
        row("VPC, ping over IPv6",
            "aws-vpc",
            "2 1 eni-1 fe80::1 fe80::2 0 0 58 1 64 1795492800 1795492860 ACCEPT OK",
            "1795492800000/-/64/-/0 |fe80::2|fe80::1|ICMPv6| ok");
        row("VPC, no data",
            "aws-vpc",
            "2 1 eni-1 - - - - - - - 1795492800 1795492860 - NODATA",
            "The row says that no traffic was seen, or that none was recorded.");
        row("IIS, IPv6 and a fraction",
            "iis",
            "2026-11-24 04:00:00 fe80::1 POST /a q=1 443 - fe80::2 x - 503 0 0 1500",
            "1795492798500/1500/-/-/503 |[fe80::1]:443|fe80::2|POST|/a server error");
        row("IIS, no number",
            "iis",
            "2026-11-24 04:00:00 10.0.0.1 GET /a - 80 - 1.2.3.4 x - 2oo 0 0 12",
            "The status is no number.");
        row("Squid, tunnel",
            "squid",
            "1795492800.500   1500 1.2.3.4 TCP_TUNNEL/200 4083 CONNECT shop:443 - "
            "HIER_DIRECT/10.0.0.1 -",
            "1795492799000/1500/-/4083/200 shop|10.0.0.1|1.2.3.4|CONNECT| ok");
        row("Squid, aborted",
            "squid",
            "1795492800.000     12 1.2.3.4 TCP_MISS_ABORTED/000 0 GET http://shop/a?b - NONE/- -",
            "1795492799988/12/-/0/0 shop||1.2.3.4|GET|/a aborted");
        row("Squid, clock put back",
            "squid",
            "1795492800.000    -12 1.2.3.4 TCP_HIT/200 9 GET http://shop:8080/a - NONE/- text/html",
            "1795492800000/-/-/9/200 shop:8080||1.2.3.4|GET|/a ok");
        row("Squid, no reply",
            "squid",
            "1795492800.000     12 1.2.3.4 TCP_MISS 9 GET http://shop/a - NONE/- -",
            "The line does not have the fields of the format.");
        row("HAProxy, no server",
            "haproxy",
            "<134>1 2026-11-24T04:00:00Z lb haproxy 7 - - 1.2.3.4:5 [24/Nov/2026:04:00:00.250] web "
            "app/<NOSRV> 0/-1/-1/-1/5 503 212 - - SC-- 1/1/0/0/0 0/0 \"GET /a?b HTTP/1.1\"",
            "1795492800250/5/-/212/503 web||1.2.3.4|GET|/a server error");
        row("HAProxy, the client went away",
            "haproxy",
            "haproxy[7]: 1.2.3.4:5 [24/Nov/2026:04:00:00.250] web app/a1 0/0/1/-1/5 -1 0 - - CH-- "
            "1/1/0/0/0 0/0 \"GET /a HTTP/1.1\"",
            "1795492800250/5/-/0/0 web|app/a1|1.2.3.4|GET|/a aborted");
        row("HAProxy, timeout within the answer",
            "haproxy",
            "haproxy[7]: 1.2.3.4:5 [24/Nov/2026:04:00:00.250] web app/a1 0/0/1/9/+5 200 100 - - "
            "sD-- 1/1/0/0/0 0/0 {a b} {} \"GET /a HTTP/1.1\" 0/0/0/0/0 shop/TLSv1.3/X",
            "1795492800250/5/-/100/200 web|app/a1|1.2.3.4|GET|/a timeout");
        row("HAProxy, bad request",
            "haproxy",
            "haproxy[7]: 1.2.3.4:5 [24/Nov/2026:04:00:00.250] web web/<NOSRV> -1/-1/-1/-1/0 400 "
            "187 "
            "- - PR-- 1/1/0/0/0 0/0 \"<BADREQ>\"",
            "1795492800250/0/-/187/400 web||1.2.3.4|| client error");
        row("HAProxy, TCP",
            "haproxy",
            "haproxy[7]: 1.2.3.4:5 [24/Nov/2026:04:00:00.250] db~ pg/pg1 0/1/5007 212 -- "
            "0/0/0/0/3 0/0",
            "1795492800250/5007/-/212/0 db|pg/pg1|1.2.3.4|| ok");
        row("HAProxy, TCP, refused",
            "haproxy",
            "haproxy[7]: ::1:5 [24/Nov/2026:04:00:00.250] db pg/pg1 0/-1/3 0 SC 0/0/0/0/3 0/0",
            "1795492800250/3/-/0/0 db|pg/pg1|::1|| server error");
        row("HAProxy, message",
            "haproxy",
            "haproxy[7]: 1.2.3.4:5 [24/Nov/2026:04:00:00.250] web/1: SSL handshake failure",
            "The line does not have the fields of the format.");
        row("Envoy, upstream too late",
            "envoy",
            "2026-11-24T04:00:09.123456789+01:00 stdout F [2026-11-24T04:00:00.250Z] \"GET /a?b "
            "HTTP/2\" 504 UT 0 24 15000 - \"1.2.3.4, 10.0.0.9\" \"x\" \"id\" \"shop\" "
            "\"tcp://10.0.0.1:80\"",
            "1795492800250/15000/0/24/504 shop|10.0.0.1:80|1.2.3.4|GET|/a timeout");
        row("Istio, the client went away",
            "envoy",
            "[2026-11-24T04:00:00.250Z] \"POST /a HTTP/1.1\" 0 DC downstream_remote_disconnect - "
            "\"-\" 5 0 12 - \"-\" \"x\" \"id\" \"shop:80\" \"10.0.0.1:80\" "
            "outbound|80||shop.default.svc.cluster.local 10.0.0.2:1 10.0.0.3:80 1.2.3.4:5 - "
            "default",
            "1795492800250/12/5/0/0 shop:80|10.0.0.1:80|1.2.3.4|POST|/a aborted");
        row("Istio, TCP",
            "envoy",
            "[2026-11-24T04:00:00.250Z] \"- - -\" 0 - - - \"-\" 5 7 12 - \"-\" \"-\" \"-\" \"-\" "
            "\"[fe80::1]:5432\" outbound|5432||db.default 10.0.0.2:1 10.0.0.3:80 [fe80::2]:5 - -",
            "1795492800250/12/5/7/0 db.default|[fe80::1]:5432|fe80::2|| ok");
        row("Istio before 1.6",
            "envoy",
            "[2026-11-24T04:00:00.250Z] \"GET /a HTTP/1.1\" 503 UF \"-\" \"-\" 0 91 12 - \"-\" "
            "\"x\" \"id\" \"shop\" \"10.0.0.1:80\" outbound|80||shop.default - 10.0.0.3:80 "
            "1.2.3.4:5 -",
            "1795492800250/12/0/91/503 shop|10.0.0.1:80|1.2.3.4|GET|/a server error");
        row("Traefik without a router",
            "traefik",
            "1.2.3.4 - - [24/Nov/2026:04:00:00 +0000] \"GET /a HTTP/1.1\" 404 19 \"-\" \"-\" 7 "
            "\"-\" \"-\" 0ms",
            "1795492800000/0/-/19/404 ||1.2.3.4|GET|/a client error");
        row("Argus, refused",
            "argus",
            "2026/11/24 04:00:00.5,0.25,tcp,1.2.3.4,50000,   ->,10.0.0.1,80,S_RA,0,0,2,134,70,",
            "1795492800500/250/70/64/0 |10.0.0.1:80|1.2.3.4|TCP| server error");
        row("Argus, not answered",
            "argus",
            "2026/11/24 04:00:00.5,9.25,tcp,1.2.3.4,50000,   ->,10.0.0.1,80,S_,0,,3,210,210,",
            "1795492800500/-/210/0/0 |10.0.0.1:80|1.2.3.4|TCP| timeout");
        row("Argus, begin not seen",
            "argus",
            "2026/11/24 04:00:00.5,0.25,tcp,10.0.0.1,22,  <?>,1.2.3.4,50000,PA_PA,0,0,2,134,70,",
            "1795492800500/250/64/70/0 |10.0.0.1:22|1.2.3.4|TCP| ok");
        row("nfdump, both directions in a row",
            "nfdump",
            "2026-11-24 04:00:00,2026-11-24 04:00:09,9.000,1.2.3.4,10.0.0.1,50000,80,TCP,...AP.SF,"
            "0,0,5,500,4,9000",
            "1795492800000/9000/500/9000/0 |10.0.0.1:80|1.2.3.4|TCP| unknown");
        row("nfdump, the answer's direction",
            "nfdump",
            "2026-11-24 04:00:00,2026-11-24 04:00:09,9.000,10.0.0.1,1.2.3.4,80,50000,TCP,...A.R..,"
            "0,0,5,500,0,0",
            "1795492800000/-/-/500/0 |10.0.0.1:80|1.2.3.4|TCP| unknown");
    }

    void linesAreRead()
    {
        QFETCH(const QString, format);
        QFETCH(const QByteArray, line);
        QFETCH(const QString, row);
        const Read read = readText(format, line);
        QCOMPARE(read.summary.records, std::uint64_t{1});
        QCOMPARE(read.rows.isEmpty() ? read.summary.samples.first().reason : read.rows.first(),
                 row);
    }

    void fieldsOfW3cMayChangeMidway()
    {
        const Read read = readText(u"iis"_s,
                                   "#Software: x\n"
                                   "#Fields: date time cs-method cs-uri-stem sc-status\n"
                                   "2026-11-24 04:00:00 GET /a 200\n"
                                   "#Fields: date time c-ip cs-host sc-status time-taken sc-bytes\n"
                                   "2026-11-24 04:00:01 1.2.3.4 shop 404 1000 12\n"
                                   "# no directive\n"
                                   "#Date: 2026-11-25 00:00:00\n"
                                   "#Fields:\ttime\tsc-status\ttime-taken\n"
                                   "04:00:02 200 0.500\n"
                                   "#Fields: date time action protocol\n"
                                   "2026-11-24 04:00:00 ALLOW TCP\n");
        QCOMPARE(read.rows,
                 QStringList({u"1795492800000/-/-/-/200 |||GET|/a ok"_s,
                              u"1795492800000/1000/-/12/404 shop||1.2.3.4|| client error"_s,
                              u"1795579201500/500/-/-/200 |||| ok"_s}));
        QCOMPARE(read.summary.records, std::uint64_t{5}); // directives are none
        QCOMPARE(read.summary.skipped, std::uint64_t{2}); // a comment, and a firewall's line
        QCOMPARE(read.summary.samples[0].place, u"line 6"_s);
    }

    void headersOfFlowsAreRead()
    {
        const Read vpc = readText(u"aws-vpc"_s,
                                  "start srcaddr srcport dstaddr dstport protocol bytes tcp-flags\n"
                                  "1795492800 1.2.3.4 80 10.0.0.1 9000 6 40 2\n"
                                  "1795492800 1.2.3.4 9000 10.0.0.1 80 6 40 18\n"
                                  "1795492800 1.2.3.4 9000 10.0.0.1 80 6 40 0\n");
        QCOMPARE(vpc.rows,
                 QStringList({u"1795492800000/-/40/-/0 |10.0.0.1:9000|1.2.3.4|TCP| unknown"_s,
                              u"1795492800000/-/-/40/0 |1.2.3.4:9000|10.0.0.1|TCP| unknown"_s,
                              u"1795492800000/-/40/-/0 |10.0.0.1:80|1.2.3.4|TCP| unknown"_s}));
        QVERIFY(vpc.summary.notes.join(u' ').contains(u"one direction"));

        const Read nfdump = readText(
            u"nfdump"_s,
            "firstSeen,duration,proto,srcAddr,srcPort,dstAddr,dstPort,packets,bytes,bps,bpp,flows\n"
            "2026-11-24 04:00:00.250,0.100,UDP,1.2.3.4,5000,10.0.0.1,53,1,72,0,72,1\n"
            "Summary\nflows,bytes,packets,avg_bps,avg_pps,avg_bpp\n1,72,1,58357,140,51\n"
            "ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt\n"
            "2026-11-24 04:00:00,2026-11-24 04:00:00,0.000,1.2.3.4,10.0.0.1,5000,53,UDP,........,0,"
            "0,1,60\n");
        QCOMPARE(nfdump.rows,
                 QStringList({u"1795492800250/-/72/-/0 |10.0.0.1:53|1.2.3.4|UDP| unknown"_s,
                              u"1795492800000/-/60/-/0 |10.0.0.1:53|1.2.3.4|UDP| unknown"_s}));
        QCOMPARE(nfdump.summary.records, std::uint64_t{2});
    }

    /// Lines of JSON among those of text are counted as not read, not half read.
    void envoyLeavesOtherLinesAlone()
    {
        const Read read = readText(
            u"envoy"_s,
            "2026-11-24T04:00:00.123456789Z stdout F {\"method\":\"GET\"}\n"
            "[2026-11-24T04:00:00.000Z] \"GET / HTTP/1.1\" 200 - 0 1 2 1 \"-\" \"x\" \"i\" \"h\" "
            "\"-\"\n");
        QCOMPARE(read.rows, QStringList{u"1795492800000/2/0/1/200 h|||GET|/ ok"_s});
        QCOMPARE(read.summary.skipped, std::uint64_t{1});
    }

    void prefixesOfContainers_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("rest");
        const auto row = [](const char *line, const char *rest) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(rest);
        };
        row("2025-01-30T10:53:16.1Z stdout F a b", "a b");
        row("2025-12-31T17:37:40.493035218+01:00 stderr P {}", "{}");
        row("2025-01-30T12:10:13.682034460Z [x]", "[x]");
        row("2025-01-30T12:10:13.682034460Z", "2025-01-30T12:10:13.682034460Z");
        row("2025-01-30 12:10:13.682034460 x", "2025-01-30 12:10:13.682034460 x");
        row("stdout F a", "stdout F a");
        row("", "");
    }

    void prefixesOfContainers()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, rest);
        const std::string_view body =
            withoutContainerPrefix({line.constData(), static_cast<std::size_t>(line.size())});
        QCOMPARE(QByteArray(body.data(), static_cast<qsizetype>(body.size())), rest);
    }

    /// Any bytes give an answer in every format; DRAMATIS_FUZZ_ROUNDS sets how many are tried.
    void anyBytesGiveAnAnswer()
    {
        SKIP_WITHOUT_SHARED_DATA();
        std::vector<QByteArray> seeds;
        for (const QString &folder : {u"access-log"_s, u"flows"_s}) {
            QDirIterator files(
                tests::sharedData() + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                seeds.push_back(file.read(6000));
            }
        }
        std::sort(seeds.begin(), seeds.end()); // folders list in any order
        std::mt19937 random(23);
        const int rounds = qEnvironmentVariableIsSet("DRAMATIS_FUZZ_ROUNDS")
                               ? qEnvironmentVariableIntValue("DRAMATIS_FUZZ_ROUNDS")
                               : 2000;
        std::uint64_t exchanges = 0;
        for (int round = 0; round < rounds; ++round) {
            QByteArray bytes = tests::mutated(seeds[random() % seeds.size()], random);
            for (const CaptureReader *reader : columnLogReaders()) {
                static_cast<void>(reader->sniff(bytes, {}));
                QBuffer device(&bytes);
                QVERIFY(device.open(QIODevice::ReadOnly));
                OutcomeSink sink;
                NullJobControl job;
                const auto summary = reader->read(device, {}, sink, job);
                QVERIFY(summary.has_value());
                QCOMPARE(summary->records, summary->exchanges + summary->skipped);
                QCOMPARE(summary->exchanges, static_cast<std::uint64_t>(sink.rows.size()));
                exchanges += summary->exchanges;
            }
        }
        qInfo("%llu exchanges of %d mutants", static_cast<unsigned long long>(exchanges), rounds);
        QVERIFY(exchanges > static_cast<std::uint64_t>(rounds));
    }
};

QTEST_GUILESS_MAIN(TestColumnLogs)
#include "tst_column_logs.moc"
