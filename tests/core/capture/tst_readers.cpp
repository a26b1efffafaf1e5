// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_reader.h"
#include "tests/core/capture/collecting_sink.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <random>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(const CaptureReader *)

namespace {

constexpr const char *kCommon =
    "1.2.3.%1 - - [24/Nov/2026:04:00:%2 +0000] \"GET /a/%1 HTTP/1.1\" 200 1%1";

struct FormatLine
{
    const char *format;
    const char *line; ///< %1 is a digit, %2 a second of two digits
};

constexpr FormatLine kColumnLines[] = {
    {"aws-alb",
     "https 2026-11-24T04:00:%2.012000Z app/lb/1 1.2.3.%1:44740 10.0.0.1:80 0.001 0.010 0.001 200 "
     "200 120 1%1 \"GET https://shop:443/a/%1 HTTP/1.1\" \"curl/7\" - - - \"Root=1\""},
    {"aws-elb",
     "2026-11-24T04:00:%2.012000Z lb 1.2.3.%1:44740 10.0.0.1:80 0.001 0.010 0.001 200 200 120 1%1 "
     "\"GET http://shop:80/a/%1 HTTP/1.1\" \"curl/7\" - -"},
    {"aws-s3",
     "300a66 shop [24/Nov/2026:04:00:%2 +0000] 1.2.3.%1 - CE74 REST.GET.OBJECT a/%1 \"GET "
     "/shop/a/%1 HTTP/1.1\" 200 - 1%1 1%1 12 10 \"-\" \"curl/7\" -"},
    {"aws-cloudfront",
     "2026-11-24\t04:00:%2\tFRA2\t1%1\t1.2.3.%1\tGET\td1.cloudfront.net\t/a/"
     "%1\t200\t-\tcurl/7\t-\t-\tHit\tx\tshop\thttps\t120\t0.012\t-\t-\t-\tHit\tHTTP/2.0"},
    {"aws-vpc",
     "2 123456789012 eni-1 1.2.3.%1 10.0.0.1 50000 80 6 10 1%1 17954928%2 1795492899 ACCEPT OK"},
    {"iis", "2026-11-24 04:00:%2 10.0.0.1 GET /a/%1 - 80 - 1.2.3.%1 curl/7 - 200 0 0 12"},
    {"squid",
     "17954928%2.012     12 1.2.3.%1 TCP_MISS/200 1%1 GET http://shop/a/%1 - DIRECT/10.0.0.1 -"},
    {"haproxy",
     "Nov 24 04:00:%2 lb haproxy[7]: 1.2.3.%1:4711 [24/Nov/2026:04:00:%2.000] web~ app/app1 "
     "0/0/1/10/12 200 1%1 - - ---- 1/1/0/0/0 0/0 {shop|curl/7} \"GET /a/%1 HTTP/1.1\""},
    {"envoy",
     "[2026-11-24T04:00:%2.000Z] \"GET /a/%1 HTTP/1.1\" 200 - 120 1%1 12 10 \"1.2.3.%1\" "
     "\"curl/7\" \"x\" \"shop\" \"10.0.0.1:80\""},
    {"traefik",
     "1.2.3.%1 - - [24/Nov/2026:04:00:%2 +0000] \"GET /a/%1 HTTP/1.1\" 200 1%1 \"-\" \"-\" 12 "
     "\"shop@docker\" \"http://10.0.0.1:80\" 12ms"},
    {"argus",
     "2026/11/24 04:00:%2.000000,0.012,tcp,1.2.3.%1,50000,   "
     "->,10.0.0.1,80,FSPA_FSPA,0,0,2,220,120,"},
    {"nfdump",
     "2026-11-24 04:00:%2,2026-11-24 "
     "04:00:59,0.012,1.2.3.%1,10.0.0.1,50000,80,TCP,......S.,0,0,1,120,1,100,0,0"},
};

constexpr FormatLine kJsonLines[] = {
    {"zeek-conn",
     "{\"ts\":17954928%2.0,\"uid\":\"C1\",\"id.orig_h\":\"1.2.3.%1\",\"id.orig_p\":50000,"
     "\"id.resp_h\":\"10.0.0.1\",\"id.resp_p\":80,\"proto\":\"tcp\",\"service\":\"http\","
     "\"duration\":0.012,\"orig_bytes\":120,\"resp_bytes\":1%1,\"conn_state\":\"SF\"}"},
    {"zeek-http",
     "{\"ts\":\"2026-11-24T04:00:%2.000000Z\",\"uid\":\"C1\",\"id.orig_h\":\"1.2.3.%1\","
     "\"id.resp_h\":\"10.0.0.1\",\"id.resp_p\":80,\"trans_depth\":1,\"method\":\"GET\","
     "\"host\":\"shop\",\"uri\":\"/a/%1?b\",\"request_body_len\":120,"
     "\"response_body_len\":1%1,\"status_code\":200}"},
    {"zeek-dns",
     "{\"ts\":17954928%2.0,\"id.orig_h\":\"1.2.3.%1\",\"id.resp_h\":\"10.0.0.1\","
     "\"id.resp_p\":53,\"proto\":\"udp\",\"query\":\"shop\",\"qtype_name\":\"A\",\"rtt\":0.012,"
     "\"rcode\":3,\"rcode_name\":\"NXDOMAIN\",\"rejected\":false}"},
    {"caddy",
     "{\"level\":\"info\",\"ts\":17954928%2.0,\"msg\":\"handled request\",\"request\":{"
     "\"client_ip\":\"1.2.3.%1\",\"method\":\"GET\",\"host\":\"shop\",\"uri\":\"/a/%1\","
     "\"headers\":{\"Accept\":[\"*/*\"]}},\"bytes_read\":120,\"duration\":0.012,\"size\":1%1,"
     "\"status\":200}"},
    {"traefik-json",
     "{\"ClientHost\":\"1.2.3.%1\",\"DownstreamContentSize\":1%1,\"DownstreamStatus\":200,"
     "\"Duration\":12000000,\"RequestContentSize\":120,\"RequestHost\":\"shop\","
     "\"RequestMethod\":\"GET\",\"RequestPath\":\"/a/%1\",\"ServiceAddr\":\"10.0.0.1:80\","
     "\"StartUTC\":\"2026-11-24T04:00:%2.000Z\",\"time\":\"2026-11-24T04:00:%2Z\"}"},
    {"envoy-json",
     "2026-11-24T04:00:%2.1Z stdout F {\"authority\":\"shop\",\"bytes_received\":120,"
     "\"bytes_sent\":1%1,\"downstream_remote_address\":\"1.2.3.%1:50000\",\"duration\":12,"
     "\"method\":\"GET\",\"path\":\"/a/%1\",\"response_code\":200,\"response_flags\":\"-\","
     "\"start_time\":\"2026-11-24T04:00:%2.000Z\",\"upstream_host\":\"10.0.0.1:80\"}"},
    {"nginx-json",
     "{\"time_local\":\"24/Nov/2026:04:00:%2 +0000\",\"remote_addr\":\"1.2.3.%1\","
     "\"request\":\"GET /a/%1 HTTP/1.1\",\"status\":\"200\",\"body_bytes_sent\":\"1%1\","
     "\"request_length\":\"120\",\"request_time\":\"0.012\",\"host\":\"shop\","
     "\"upstream_addr\":\"10.0.0.1:80\"}"},
};

/// Formats that are one document, not lines; their own tests are in tst_json_documents.
constexpr const char *kDocuments[] = {"har", "otlp", "jaeger", "zipkin"};

bool isDocument(const QString &format)
{
    return std::any_of(std::begin(kDocuments), std::end(kDocuments), [&](const char *document) {
        return format == QLatin1StringView(document);
    });
}

bool isTable(const QString &format)
{
    return format == u"csv" || format == u"tsv" || format == u"json-lines";
}

/// What stands behind the common fields in a line of each format; %3 is a moment of latency.
QString lineOf(const QString &format, int i)
{
    const QString common = QString::fromLatin1(kCommon).arg(i % 10).arg(i % 60, 2, 10, QChar(u'0'));
    const QString combined = common + u" \"-\" \"curl/7\"";
    if (format == u"apache-common")
        return common;
    if (format == u"apache-combined")
        return combined;
    if (format == u"apache-vhost-common")
        return QString(u"shop:443 " + common);
    if (format == u"apache-vhost-combined")
        return QString(u"shop:443 " + combined);
    if (format == u"nginx-combined")
        return QString(combined)
            .replace(u" 200 1"_s, u" 304 0 "_s)
            .replace(QRegularExpression(u"304 0 \\d"_s), u"304 0"_s);
    if (format == u"nginx-main")
        return combined + u" \"-\"";
    if (format == u"nginx-main-time")
        return combined + u" \"-\" 0.012";
    if (format == u"nginx-main-two-times")
        return combined + u" \"-\" 0.012 0.010";
    if (format == u"nginx-time")
        return combined + u" 0.012";
    if (format == u"nginx-two-times")
        return combined + u" 0.012 0.010, 0.001";
    if (format == u"nginx-two-times-pipe")
        return combined + u" 0.012 0.010 .";
    if (format == u"nginx-upstream-time")
        return combined + u" rt=0.012 uct=\"0.000\" uht=\"0.010\" urt=\"0.010\"";
    if (format == u"nginx-amplify")
        return combined
               + u" \"-\" \"shop\" sn=\"shop\" rt=0.012 ua=\"10.0.0.1:80\" us=\"200\" ut=\"0.010\" "
                 u"ul=\"17\" cs=-";
    if (format == u"nginx-ingress")
        return combined + u" 120 0.012 [shop-80] [] 10.0.0.1:80 17 0.010 200 5f3e";
    if (format == u"nginx-timed")
        return combined + u" 120 0.012 1795492800.012 \"10.0.0.1:80\" \"0.010\" shop";
    if (format == u"nginx")
        return u"1795492800.%1 200"_s.arg(i % 1000, 3, 10, QChar(u'0'));
    if (format == u"apache")
        return u"179549280%1 200"_s.arg(i % 10);
    if (format == u"combined-and-more")
        return combined + u" 1500 worker-3";
    const auto isOfFormat = [&](const FormatLine &known) {
        return format == QLatin1StringView(known.format);
    };
    const auto *known = std::find_if(std::begin(kColumnLines), std::end(kColumnLines), isOfFormat);
    if (known == std::end(kColumnLines))
        known = std::find_if(std::begin(kJsonLines), std::end(kJsonLines), isOfFormat);
    if (known == std::end(kJsonLines))
        return {};
    return QString::fromLatin1(known->line).arg(i % 10).arg(i % 60, 2, 10, QChar(u'0'));
}

QByteArray logOf(const QString &format, int lines, const char *ending = "\n")
{
    QByteArray log;
    for (int i = 0; i < lines; ++i)
        log += lineOf(format, i).toUtf8() + ending;
    return log;
}

ReadOptions optionsFor(const QString &format)
{
    ReadOptions options;
    if (format == u"nginx")
        options.formatString = u"$msec $status"_s;
    if (format == u"apache")
        options.formatString = u"%{sec}t %s"_s;
    return options;
}

struct Outcome
{
    ImportSummary summary;
    std::vector<std::string> rows;
};

Outcome readAll(const CaptureReader *reader, QByteArray bytes)
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    tests::CollectingSink sink;
    NullJobControl job;
    const auto summary = reader->read(device, optionsFor(reader->id()), sink, job);
    if (!summary)
        qFatal("%s", qPrintable(summary.error().toString()));
    if (summary->exchanges != sink.rows.size()
        || summary->records != summary->exchanges + summary->skipped)
        qFatal("the summary does not add up");
    return {*summary, sink.rows};
}

/// Cancels at the n-th question.
class CancelAt final : public JobControl
{
public:
    explicit CancelAt(int question) : m_left(question) {}
    bool isCancelled() const noexcept override { return m_left-- <= 0; }
    void report(double, const QString &) override {}

private:
    mutable int m_left;
};

} // namespace

/// What every reader in the list must stand, whatever its format.
class TestReaders : public QObject
{
    Q_OBJECT

private:
    void addReaders()
    {
        QTest::addColumn<const CaptureReader *>("reader");
        for (const CaptureReader *reader : allFormats()) {
            // Packets are no lines: tst_packet_reader has their tests. Tables have no lines of
            // their own: tst_table_readers.
            if (!isDocument(reader->id()) && !reader->id().startsWith(u"pcap")
                && !isTable(reader->id()))
                QTest::newRow(qPrintable(reader->id())) << reader;
        }
    }

private slots:
    void idsAndNamesAreDistinct()
    {
        QSet<QString> ids;
        QSet<QString> names;
        for (const CaptureReader *reader : allFormats()) {
            ids.insert(reader->id());
            names.insert(reader->name());
            QCOMPARE(*formatFromId(reader->id()), reader);
        }
        QCOMPARE(ids.size(), allFormats().size());
        QCOMPARE(names.size(), allFormats().size());
        const auto unknown = formatFromId(u"colour"_s);
        QCOMPARE(unknown.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(unknown.error().message.contains(u"apache-combined"));
        QCOMPARE((*formatFromId(u"$msec $status"_s))->id(), u"nginx"_s);
        QCOMPARE((*formatFromId(u"%t %s"_s))->id(), u"apache"_s);
        QCOMPARE(formatFromId(u"$status"_s).error().kind, ErrorKind::InvalidArgument);
    }

    void recognisesItsOwnAndNoOtherIsSurer_data() { addReaders(); }
    void recognisesItsOwnAndNoOtherIsSurer()
    {
        QFETCH(const CaptureReader *, reader);
        const QByteArray log = logOf(reader->id(), 100);
        const CaptureReader *best = nullptr;
        Confidence surest = Confidence::No;
        for (const CaptureReader *other : allFormats()) {
            const Confidence confidence = other->sniff(log, optionsFor(reader->id()));
            if (confidence > surest) {
                surest = confidence;
                best = other;
            }
        }
        QVERIFY(best);
        QCOMPARE(best->id(), reader->id());
    }

    void readsEveryLine_data() { addReaders(); }
    void readsEveryLine()
    {
        QFETCH(const CaptureReader *, reader);
        const auto outcome = readAll(reader, logOf(reader->id(), 1000));
        QCOMPARE(outcome.summary.format, reader->id());
        QCOMPARE(outcome.summary.exchanges, std::uint64_t{1000});
        QCOMPARE(outcome.summary.skipped, std::uint64_t{0});
        QVERIFY(!outcome.summary.truncated);
    }

    void emptyGivesNothing_data() { addReaders(); }
    void emptyGivesNothing()
    {
        QFETCH(const CaptureReader *, reader);
        for (const QByteArray &bytes : {QByteArray(), QByteArray("\n\n\r\n")}) {
            QCOMPARE(reader->sniff(bytes, optionsFor(reader->id())), Confidence::No);
            const auto outcome = readAll(reader, bytes);
            QCOMPARE(outcome.summary.records, std::uint64_t{0});
        }
    }

    /// Whatever the place of the cut, the lines before it are as they were.
    void aCutLosesOnlyTheLineItIsIn_data() { addReaders(); }
    void aCutLosesOnlyTheLineItIsIn()
    {
        QFETCH(const CaptureReader *, reader);
        const QByteArray log = logOf(reader->id(), 40);
        const auto whole = readAll(reader, log);
        for (int cut = 1; cut <= 50; ++cut) {
            const QByteArray part = log.first(log.size() * cut / 51);
            const auto lines = static_cast<std::size_t>(part.count('\n'));
            const auto outcome = readAll(reader, part);
            QVERIFY(outcome.rows.size() >= lines);
            QVERIFY(outcome.rows.size() <= lines + 1);
            for (std::size_t i = 0; i < lines; ++i)
                QCOMPARE(outcome.rows[i], whole.rows[i]);
        }
    }

    void lineEndsOfWindowsAndAByteOrderMarkAreNoMatter_data() { addReaders(); }
    void lineEndsOfWindowsAndAByteOrderMarkAreNoMatter()
    {
        QFETCH(const CaptureReader *, reader);
        const auto plain = readAll(reader, logOf(reader->id(), 50));
        const QByteArray odd = "\xEF\xBB\xBF" + logOf(reader->id(), 50, "\r\n");
        QCOMPARE(readAll(reader, odd).rows, plain.rows);
        QVERIFY(reader->sniff(odd, optionsFor(reader->id())) != Confidence::No);
        const QByteArray unterminated = logOf(reader->id(), 50).chopped(1);
        QCOMPARE(readAll(reader, unterminated).rows, plain.rows);
    }

    void brokenLinesAreCountedAndKeptAsSamples_data() { addReaders(); }
    void brokenLinesAreCountedAndKeptAsSamples()
    {
        QFETCH(const CaptureReader *, reader);
        QByteArray log;
        for (int i = 0; i < 300; ++i) {
            log += lineOf(reader->id(), i).toUtf8() + '\n';
            log += i % 2 == 0 ? QByteArray("\0\xff\xfe oops\n", 9) : QByteArray("# a comment\n");
        }
        const auto outcome = readAll(reader, log);
        QCOMPARE(outcome.summary.exchanges, std::uint64_t{300});
        QCOMPARE(outcome.summary.skipped, std::uint64_t{300});
        QCOMPARE(outcome.summary.samples.size(), kMaxSkippedSamples);
        QCOMPARE(outcome.summary.samples[1].place, u"line 4"_s);
        QCOMPARE(outcome.summary.samples[1].text, u"# a comment"_s);
    }

    void longLinesAreBounded_data() { addReaders(); }
    void longLinesAreBounded()
    {
        QFETCH(const CaptureReader *, reader);
        const QByteArray good = lineOf(reader->id(), 1).toUtf8() + '\n';
        const QByteArray log = good + QByteArray(1 << 20, 'x') + '\n' + good
                               + QByteArray(9 << 20, '"') + '\n' + good + QByteArray(5 << 20, ' ');
        const auto outcome = readAll(reader, log);
        QCOMPARE(outcome.summary.exchanges, std::uint64_t{3});
        QCOMPARE(outcome.summary.skipped, std::uint64_t{3});
        QVERIFY(outcome.summary.truncated);
        QCOMPARE(outcome.summary.samples[1].text.size(), 200);
        QVERIFY(outcome.summary.samples[1].reason.contains(u"4 MiB"));
    }

    void anotherEncodingIsNotRead_data() { addReaders(); }
    void anotherEncodingIsNotRead()
    {
        QFETCH(const CaptureReader *, reader);
        const QString text = QString::fromUtf8(logOf(reader->id(), 20));
        const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QCOMPARE(reader->sniff(utf16, optionsFor(reader->id())), Confidence::No);
        QCOMPARE(readAll(reader, utf16).summary.exchanges, std::uint64_t{0});
    }

    void noiseIsNotTakenForIt_data() { addReaders(); }
    void noiseIsNotTakenForIt()
    {
        QFETCH(const CaptureReader *, reader);
        std::mt19937 random(5);
        QByteArray noise(64 * 1024, '\0');
        for (char &c : noise)
            c = static_cast<char>(random());
        QCOMPARE(reader->sniff(noise, optionsFor(reader->id())), Confidence::No);
        QCOMPARE(readAll(reader, noise).summary.exchanges, std::uint64_t{0});
    }

    void cancelIsHeard_data() { addReaders(); }
    void cancelIsHeard()
    {
        QFETCH(const CaptureReader *, reader);
        QByteArray log;
        const QByteArray block = logOf(reader->id(), 1000);
        while (log.size() < 5 << 20)
            log += block;
        for (const int question : {0, 3}) {
            QBuffer device(&log);
            device.open(QIODevice::ReadOnly);
            tests::CollectingSink sink;
            CancelAt job(question);
            const auto summary = reader->read(device, optionsFor(reader->id()), sink, job);
            QCOMPARE(summary.error().kind, ErrorKind::Cancelled);
            QCOMPARE(sink.rows.empty(), question == 0);
        }
    }

    void aFailingSinkEndsTheReading_data() { addReaders(); }
    void aFailingSinkEndsTheReading()
    {
        struct FullDisk final : traffic::ExchangeSink
        {
            Result<> add(const traffic::Exchange &) override
            {
                return makeError(ErrorKind::Io, u"full"_s);
            }
        } sink;
        QFETCH(const CaptureReader *, reader);
        QByteArray log = logOf(reader->id(), 3);
        QBuffer device(&log);
        device.open(QIODevice::ReadOnly);
        NullJobControl job;
        const auto summary = reader->read(device, optionsFor(reader->id()), sink, job);
        QCOMPARE(summary.error().kind, ErrorKind::Io);
    }

    /// Latency and server are read where the format has them.
    void timedFormatsGiveLatencyAndServer_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("row");
        QTest::newRow("timed")
            << u"nginx-timed"_s
            << u"1795492800000/12/120/10/200 shop|10.0.0.1:80|1.2.3.0|GET|/a/0"_s;
        QTest::newRow("ingress") << u"nginx-ingress"_s
                                 << u"1795492799988/12/120/10/200 |10.0.0.1:80|1.2.3.0|GET|/a/0"_s;
        QTest::newRow("amplify")
            << u"nginx-amplify"_s
            << u"1795492799988/12/-/10/200 shop|10.0.0.1:80|1.2.3.0|GET|/a/0"_s;
        QTest::newRow("two times")
            << u"nginx-two-times"_s << u"1795492799988/12/-/10/200 ||1.2.3.0|GET|/a/0"_s;
        const QString whole = u"1795492800000/12/120/10/200 shop|10.0.0.1:80|1.2.3.0|GET|/a/0"_s;
        QTest::newRow("ALB") << u"aws-alb"_s << whole;
        QTest::newRow("ELB") << u"aws-elb"_s << QString(whole).replace(u"00000/"_s, u"00012/"_s);
        QTest::newRow("S3") << u"aws-s3"_s
                            << u"1795492800000/12/-/10/200 shop||1.2.3.0|GET|/shop/a/0"_s;
        QTest::newRow("CloudFront")
            << u"aws-cloudfront"_s << u"1795492799988/12/120/10/200 shop|FRA2|1.2.3.0|GET|/a/0"_s;
        QTest::newRow("VPC") << u"aws-vpc"_s
                             << u"1795492800000/-/10/-/0 |10.0.0.1:80|1.2.3.0|TCP|"_s;
        QTest::newRow("IIS") << u"iis"_s
                             << u"1795492799988/12/-/-/200 |10.0.0.1:80|1.2.3.0|GET|/a/0"_s;
        QTest::newRow("Squid") << u"squid"_s
                               << u"1795492800000/12/-/10/200 shop|10.0.0.1|1.2.3.0|GET|/a/0"_s;
        QTest::newRow("HAProxy") << u"haproxy"_s
                                 << u"1795492800000/12/-/10/200 web|app/app1|1.2.3.0|GET|/a/0"_s;
        QTest::newRow("Envoy") << u"envoy"_s << whole;
        QTest::newRow("Traefik")
            << u"traefik"_s
            << u"1795492800000/12/-/10/200 shop@docker|10.0.0.1:80|1.2.3.0|GET|/a/0"_s;
        QTest::newRow("Argus") << u"argus"_s
                               << u"1795492800000/12/120/100/0 |10.0.0.1:80|1.2.3.0|TCP|"_s;
        QTest::newRow("Zeek conn")
            << u"zeek-conn"_s << u"1795492800000/12/120/10/0 |10.0.0.1:80|1.2.3.0|TCP|http"_s;
        QTest::newRow("Zeek http") << u"zeek-http"_s << QString(whole).replace(u"/12/"_s, u"/-/"_s);
        QTest::newRow("Zeek dns") << u"zeek-dns"_s
                                  << u"1795492800000/12/-/-/3 |10.0.0.1:53|1.2.3.0|A|shop"_s;
        QTest::newRow("Caddy") << u"caddy"_s
                               << u"1795492799988/12/120/10/200 shop||1.2.3.0|GET|/a/0"_s;
        QTest::newRow("Traefik JSON") << u"traefik-json"_s << whole;
        QTest::newRow("Envoy JSON") << u"envoy-json"_s << whole;
        QTest::newRow("nginx JSON")
            << u"nginx-json"_s << QString(whole).replace(u"800000/"_s, u"799988/"_s);
        QTest::newRow("nfdump") << u"nfdump"_s
                                << u"1795492800000/12/120/100/0 |10.0.0.1:80|1.2.3.0|TCP|"_s;
    }

    void timedFormatsGiveLatencyAndServer()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, row);
        const auto outcome = readAll(*formatFromId(format), logOf(format, 1));
        QCOMPARE(QString::fromStdString(outcome.rows.front()), row);
    }
};

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
