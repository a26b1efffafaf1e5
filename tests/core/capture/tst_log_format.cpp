// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/log_line.h"
#include "core/capture/formats/log_numbers.h"
#include "tests/core/capture/collecting_sink.h"

#include <QTest>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

/// What one line gives, as CollectingSink writes it, or why it gives nothing.
QString readLine(const QString &format, const QByteArray &line)
{
    const auto compiled = LogFormat::fromText(format);
    if (!compiled)
        return compiled.error().message;
    LogLine reader(*compiled, 0);
    traffic::Exchange exchange;
    switch (reader.read({line.constData(), static_cast<std::size_t>(line.size())}, exchange)) {
    case LineProblem::None:
        break;
    case LineProblem::Form:
        return u"form"_s;
    case LineProblem::Time:
        return u"time"_s;
    case LineProblem::Status:
        return u"status"_s;
    case LineProblem::Size:
        return u"size"_s;
    case LineProblem::Latency:
        return u"latency"_s;
    case LineProblem::NoRequest:
    case LineProblem::NoTraffic:
    case LineProblem::NotARecord:
        return u"no record"_s;
    }
    tests::CollectingSink sink;
    static_cast<void>(sink.add(exchange).has_value());
    return QString::fromStdString(sink.rows.front());
}

const QString kCommon = u"%h %l %u %t \"%r\" %>s %b"_s;
const QString kCombined = QString(kCommon + u" \"%{Referer}i\" \"%{User-Agent}i\"");
const QString kTimed =
    u"$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent "
    "\"$http_referer\" \"$http_user_agent\" $request_length $request_time $msec "
    "\"$upstream_addr\" \"$upstream_response_time\" $host"_s;

} // namespace

class TestLogFormat : public QObject
{
    Q_OBJECT

private slots:
    void linesAreRead_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("row");
        const auto row =
            [](const char *name, const QString &format, const char *line, const char *out) {
                QTest::newRow(name) << format << QByteArray(line) << QString::fromUtf8(out);
            };
        // 2026-11-24T04:00:00Z is 1795492800 s: date -d 2026-11-24T04:00:00Z +%s
        row("common",
            kCommon,
            "1.2.3.4 - - [24/Nov/2026:04:00:00 +0000] \"GET /a/b?c=1 HTTP/1.1\" 200 512",
            "1795492800000/-/-/512/200 ||1.2.3.4|GET|/a/b");
        row("zone",
            kCommon,
            "h - - [24/Nov/2026:07:30:00 +0330] \"GET / HTTP/1.1\" 304 -",
            "1795492800000/-/-/-/304 ||h|GET|/");
        row("user with spaces",
            kCommon,
            "h - John Doe [24/Nov/2026:04:00:00 +0000] \"GET / HTTP/1.1\" 200 0",
            "1795492800000/-/-/0/200 ||h|GET|/");
        row("escaped quote in the request",
            kCombined,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET /a\\\"b\\x22c HTTP/1.1\" 200 1 \"-\" \"-\"",
            "1795492800000/-/-/1/200 ||h|GET|/a\"b\"c");
        row("backslash before the closing quote",
            kCombined,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET /a\\\\\" 200 1 \"-\" \"-\"",
            "1795492800000/-/-/1/200 ||h|GET|/a\\");
        row("request that is none",
            kCommon,
            "h - - [24/Nov/2026:04:00:00 +0000] \"-\" 408 -",
            "1795492800000/-/-/-/408 ||h||");
        row("handshake of TLS",
            kCommon,
            "h - - [24/Nov/2026:04:00:00 +0000] \"\\x16\\x03\\x01\\x00 \\xFF\" 400 226",
            "1795492800000/-/-/226/400 ||h||");
        row("no protocol, a space in the path",
            kCommon,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET /my file HTTP/1.0\" 200 1",
            "1795492800000/-/-/1/200 ||h|GET|/my file");
        row("absolute target",
            kCommon,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET http://shop:8080/cart?x HTTP/1.1\" 200 1",
            "1795492800000/-/-/1/200 shop:8080||h|GET|/cart");
        row("options of the server",
            kCommon,
            "h - - [24/Nov/2026:04:00:00 +0000] \"OPTIONS * HTTP/1.0\" 200 -",
            "1795492800000/-/-/-/200 ||h|OPTIONS|*");
        row("mangled end",
            kCombined,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET / HTTP/1.1\" 200 7 \"-\" \"Bot (http://x",
            "1795492800000/-/-/7/200 ||h|GET|/");
        row("cut behind the size",
            kCombined,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET / HTTP/1.1\" 200 7",
            "1795492800000/-/-/7/200 ||h|GET|/");
        // nginx stamps the end: 04:00:00.250 less 0.125 s
        row("timed",
            kTimed,
            "1.2.3.4 - - [24/Nov/2026:04:00:00 +0000] \"POST /o HTTP/1.1\" 201 9 \"-\" \"k6\" 345 "
            "0.125 "
            "1795492800.250 \"127.0.0.1:8001\" \"0.120\" shop.test",
            "1795492800125/125/345/9/201 shop.test|127.0.0.1:8001|1.2.3.4|POST|/o");
        row("timed, tried twice",
            kTimed,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET /o HTTP/1.1\" 200 9 \"-\" \"k6\" 345 0.125 "
            "1795492800.250 \"127.0.0.1:8001, 127.0.0.1:8002\" \"0.000, 0.120\" shop",
            "1795492800125/125/345/9/200 shop|127.0.0.1:8002|h|GET|/o");
        row("timed, no upstream",
            kTimed,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET /o HTTP/1.1\" 499 0 \"-\" \"k6\" 345 0.125 "
            "1795492800.250 \"-\" \"-\" _",
            "1795492800125/125/345/0/499 _||h|GET|/o");
        row("unquoted lists",
            u"[$time_iso8601] $upstream_addr $upstream_response_time $status $request_method $uri"_s,
            "[2026-11-24T05:00:00+01:00] 10.0.0.1:80, 10.0.0.2:80 : 10.0.0.3:80 0.010, 0.020 : - "
            "200 "
            "GET /x",
            "1795492799970/30/-/-/200 |10.0.0.2:80||GET|/x"); // latency: 10 + 20 ms of tries
        row("hosts in order of preference",
            u"$msec $server_name $http_host $host"_s,
            "1795492800.001 conf header:81 asked",
            "1795492800001/-/-/-/0 asked||||");
        row("host header where there is no host",
            u"$msec $server_name $http_host"_s,
            "1795492800.001 conf header:81",
            "1795492800001/-/-/-/0 header:81||||");
        row("Apache with times",
            u"%v:%p %h %l %u %t \"%r\" %>s %O %I %D"_s,
            "www:443 h - - [24/Nov/2026:04:00:00 +0000] \"GET / HTTP/1.1\" 200 700 90 1500",
            "1795492800000/1/90/700/200 www||h|GET|/");
        row("Apache with seconds",
            u"%{msec}t %T %m \"%U%q\" %s"_s,
            "1795492800123 2 GET \"/a?b\" 200",
            "1795492800123/2000/-/-/200 |||GET|/a");
        row("wrong month",
            kCommon,
            "h - - [24/Nox/2026:04:00:00 +0000] \"GET / HTTP/1.1\" 200 1",
            "time");
        row("31 February",
            kCommon,
            "h - - [31/Feb/2026:04:00:00 +0000] \"GET / HTTP/1.1\" 200 1",
            "time");
        row("status is a word",
            kCommon,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET /\" OK 1",
            "status");
        row("size is a word",
            kCommon,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET /\" 200 x",
            "size");
        row("negative size",
            kCommon,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET /\" 200 -5",
            "size");
        row("size beyond 64 bits",
            kCommon,
            "h - - [24/Nov/2026:04:00:00 +0000] \"GET /\" 200 99999999999999999999",
            "size");
        row("latency is a word", u"$msec $request_time"_s, "1795492800.000 soon", "latency");
        row("not a log line", kCommon, "Nov 24 04:00:00 host kernel: hello", "form");
        row("nothing", kCommon, "", "form");
    }

    void linesAreRead()
    {
        QFETCH(const QString, format);
        QFETCH(const QByteArray, line);
        QFETCH(const QString, row);
        QCOMPARE(readLine(format, line), row);
    }

    void formatsThatCannotBeReadAreRefused_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("message");
        QTest::newRow("no time") << u"$remote_addr $status"_s << u"has no time"_s;
        QTest::newRow("no space between") << u"$msec$status"_s << u"“$msec” and “$status”"_s;
        QTest::newRow("unknown time format") << u"%{%c}t %h"_s << u"“%c”"_s;
        QTest::newRow("unfinished") << u"%t %{Refe"_s << u"ends in the middle"_s;
        QTest::newRow("only a dollar") << u"$"_s << u"has no time"_s;
    }

    void formatsThatCannotBeReadAreRefused()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, message);
        const auto compiled = LogFormat::fromText(format);
        QVERIFY(!compiled);
        QCOMPARE(compiled.error().kind, ErrorKind::InvalidArgument);
        QVERIFY2(compiled.error().message.contains(message), qPrintable(compiled.error().message));
    }

    void directivesMayBeWrittenAsInTheServersFile()
    {
        QCOMPARE(readLine(u"log_format timed '$msec $status '\n    '\"$request\"';"_s,
                          "1795492800.000 200 \"GET /a HTTP/1.1\""),
                 u"1795492800000/-/-/-/200 |||GET|/a"_s);
        QCOMPARE(readLine(u"\"%h %l %u %t \\\"%r\\\" %>s %b\""_s,
                          "h - - [24/Nov/2026:04:00:00 +0000] \"GET /a HTTP/1.1\" 200 5"),
                 u"1795492800000/-/-/5/200 ||h|GET|/a"_s);
        QCOMPARE(readLine(u"${msec}ms ${status}"_s, "1795492800.000ms 200"),
                 u"1795492800000/-/-/-/200 ||||"_s);
    }

    void theUpstreamThatAnswered_data()
    {
        QTest::addColumn<QByteArray>("addresses");
        QTest::addColumn<QByteArray>("times");
        QTest::addColumn<QByteArray>("answered");
        QTest::newRow("one") << QByteArray("a:1") << QByteArray("0.1") << QByteArray("a:1");
        QTest::newRow("none") << QByteArray("-") << QByteArray("-") << QByteArray();
        QTest::newRow("the last") << QByteArray("a:1, b:2") << QByteArray("0.1, 0.2")
                                  << QByteArray("b:2");
        QTest::newRow("the last with a time")
            << QByteArray("a:1 : b:2, c:3") << QByteArray("0.1 : 0.2, -") << QByteArray("b:2");
        QTest::newRow("no times") << QByteArray("a:1, b:2") << QByteArray() << QByteArray("b:2");
        QTest::newRow("group of which none lives")
            << QByteArray("a:1, shop") << QByteArray("0.1, 0.0") << QByteArray("a:1");
        QTest::newRow("socket") << QByteArray("unix:/run/app.sock") << QByteArray("0.1")
                                << QByteArray("unix:/run/app.sock");
    }

    void theUpstreamThatAnswered()
    {
        QFETCH(const QByteArray, addresses);
        QFETCH(const QByteArray, times);
        QFETCH(const QByteArray, answered);
        const auto view = [](const QByteArray &bytes) {
            return std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        };
        QVERIFY(upstreamThatAnswered(view(addresses), view(times)) == view(answered));
    }

    /// The cache of the last stamp must not show: any order of stamps gives what each alone gives.
    void stampsDoNotDependOnTheOneBefore()
    {
        const std::vector<std::string> stamps{"24/Nov/2026:04:00:00 +0000",
                                              "24/Nov/2026:04:00:59 +0000",
                                              "24/Nov/2026:04:00:60 +0000",
                                              "24/Nov/2026:04:00:61 +0000",
                                              "24/Nov/2026:04:01:00 +0000",
                                              "24/Nov/2026:04:00:00 +0100",
                                              "24/Nov/2026:04:00:00",
                                              "24/Nov/2026:04:00:0x +0000",
                                              "24/Nov/2026:04:00:00.5 +0000",
                                              "24/Nov/2026:04:00:01.5 +0000",
                                              "99/Nov/2026:04:00:00 +0000",
                                              "24/Nov/2026:25:00:00 +0000",
                                              "24/Nov/2026:04:00:00 +9900",
                                              "24/Nov/0000:04:00:00 +0000",
                                              "24/Nov/1959:04:00:00 +0000",
                                              ""};
        for (const std::string &first : stamps) {
            for (const std::string &second : stamps) {
                StampParser together(3600);
                static_cast<void>(together.common(first).has_value());
                StampParser alone(3600);
                QCOMPARE(together.common(second), alone.common(second));
            }
        }
        StampParser parser(3600);
        QCOMPARE(*parser.common("24/Nov/2026:04:00:00"), 1795489200 * kNanosecondsPerSecond);
        QCOMPARE(*parser.common("24/Nov/2026:04:00:00.5 +0000"), 1795492800'500'000'000);
        QVERIFY(!parser.common("24/Nov/2026:04:00:61 +0000"));
        QVERIFY(!parser.common("24/Nov/0000:04:00:00 +0000"));
        QCOMPARE(*parser.iso("2026-11-24T04:00:00.25Z"), 1795492800'250'000'000);
        QCOMPARE(*parser.iso("2026-11-24 05:00:00"), 1795492800 * kNanosecondsPerSecond);
    }

    void decimalsAreExact()
    {
        QCOMPARE(parseNanoseconds("1700000000.123456789", kNanosecondsPerSecond).value(),
                 1'700'000'000'123'456'789);
        QCOMPARE(parseNanoseconds("0.001", kNanosecondsPerSecond).value(), 1'000'000);
        QCOMPARE(parseNanoseconds("1.5", 1000).value(), 1500);
        QCOMPARE(parseNanoseconds("1.0000000000000000009", 1000).value(), 1000);
        QCOMPARE(parseNanoseconds("7.314e-05", kNanosecondsPerSecond).value(), 73'140);
        QCOMPARE(parseNanoseconds("1.795492800e9", kNanosecondsPerSecond).value(),
                 1'795'492'800'000'000'000);
        QCOMPARE(parseNanoseconds("7000000000000000000", 1).value(), 7'000'000'000'000'000'000);
        QVERIFY(!parseNanoseconds("7000000000000000001", 1));
        QVERIFY(!parseNanoseconds("99999999999999999999", 1));
        for (const char *bad :
             {"", ".", "1.", ".5", "-1", "1e", "1e99", "1 ", "99999999999", "0x1", "1e3x"})
            QVERIFY2(!parseNanoseconds(bad, kNanosecondsPerSecond), bad);
    }
};

QTEST_GUILESS_MAIN(TestLogFormat)
#include "tst_log_format.moc"
