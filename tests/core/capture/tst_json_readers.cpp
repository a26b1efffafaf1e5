// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_reader.h"
#include "core/capture/detection.h"
#include "core/capture/formats/import_tally.h"
#include "core/capture/formats/json_paths.h"
#include "core/capture/formats/json_records.h"
#include "core/capture/formats/span_window.h"
#include "tests/core/capture/collecting_sink.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>
#include <random>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

struct Document
{
    const char *format;
    const char *begin;
    const char *record; ///< ends with "end":1}; %1 is a number, %2 one more, both of four digits
    const char *end;
};

constexpr Document kDocumentsOf[] = {
    {"har",
     R"({"log":{"version":"1.2","creator":{"name":"test","version":"1"},"pages":[],"entries":[)",
     R"({"startedDateTime":"2026-11-24T04:00:00.%2Z","time":12.5,"request":{"method":"GET",)"
     R"("url":"https://shop/a/%1?b","headers":[{"name":"a","value":"b"}],"bodySize":-1},"response":)"
     R"({"status":200,"content":{"size":9,"text":"{]}"},"bodySize":10},"timings":{"wait":12},"end":1})",
     "]}}"},
    {"otlp",
     R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":)"
     R"({"stringValue":"shop"}}]},"scopeSpans":[{"scope":{},"spans":[)",
     R"({"traceId":"t","spanId":"%1","parentSpanId":"","name":"a","kind":2,)"
     R"("startTimeUnixNano":"179549280000000%2","endTimeUnixNano":"179549280001250%2","attributes":)"
     R"([{"key":"http.method","value":{"stringValue":"GET"}},{"key":"http.status_code","value":)"
     R"({"intValue":"200"}},{"key":"http.route","value":{"stringValue":"/a/%1"}}],"end":1})",
     "]}]}]}"},
    {"jaeger",
     R"({"data":[{"traceID":"t","spans":[)",
     R"({"traceID":"t","spanID":"%1","operationName":"a","references":[],"startTime":)"
     R"(179549280000%2,"duration":12500,"tags":[{"key":"span.kind","type":"string","value":"server"},)"
     R"({"key":"http.method","type":"string","value":"GET"},{"key":"http.status_code","type":"int64",)"
     R"("value":200},{"key":"http.route","value":"/a/%1"}],"processID":"p1","end":1})",
     R"(],"processes":{"p1":{"serviceName":"shop","tags":[]}}}],"total":0})"},
    {"zipkin",
     "[",
     R"({"traceId":"t","id":"%1","kind":"SERVER","name":"a","timestamp":179549280000%2,)"
     R"("duration":12500,"localEndpoint":{"serviceName":"shop"},"tags":{"http.method":"GET",)"
     R"("http.status_code":"200","http.route":"/a/%1"},"end":1})",
     "]"},
};

QByteArray numbered(const char *record, int i)
{
    QByteArray text = record;
    text.replace("%1", QByteArray::number(1000 + i % 9000));
    return text.replace("%2", QByteArray::number(1000 + (i + 1) % 9000));
}

QByteArray documentOf(const Document &document, int records)
{
    QByteArray text = document.begin;
    for (int i = 0; i < records; ++i) {
        if (i > 0)
            text += ",\n";
        text += numbered(document.record, i);
    }
    return text + document.end;
}

struct Read
{
    ImportSummary summary;
    std::vector<std::string> rows;
};

Read readAll(const QString &format, QByteArray bytes)
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    tests::CollectingSink sink;
    NullJobControl job;
    const auto summary = (*formatFromId(format))->read(device, {}, sink, job);
    if (!summary)
        qFatal("%s", qPrintable(summary.error().toString()));
    if (summary->exchanges != sink.rows.size()
        || summary->records < summary->exchanges + summary->skipped)
        qFatal("the summary does not add up");
    return {*summary, sink.rows};
}

std::pair<QString, Confidence> sniffed(const QByteArray &head)
{
    std::pair<QString, Confidence> best{QString(), Confidence::No};
    for (const CaptureReader *reader : allFormats()) {
        const Confidence confidence = reader->sniff(head, {});
        if (confidence > best.second)
            best = {reader->id(), confidence};
    }
    return best;
}

QString text(const std::vector<std::string> &rows)
{
    QStringList lines;
    for (const std::string &row : rows)
        lines.append(QString::fromStdString(row));
    return lines.join(u'\n');
}

/// Keeps parents.
struct ParentSink final : traffic::ExchangeSink
{
    Result<> add(const traffic::Exchange &exchange) override
    {
        parents.push_back(exchange.parent);
        paths.emplace_back(exchange.path);
        return {};
    }
    std::vector<std::int64_t> parents;
    std::vector<std::string> paths;
};

} // namespace

Q_DECLARE_METATYPE(Document)

/// Documents and lines of JSON, and Zeek's tables, which share the names.
class TestJsonReaders : public QObject
{
    Q_OBJECT

private:
    void addDocuments()
    {
        QTest::addColumn<Document>("document");
        for (const Document &document : kDocumentsOf)
            QTest::newRow(document.format) << document;
    }

private slots:
    void documentsAreRecognised_data() { addDocuments(); }
    void documentsAreRecognised()
    {
        QFETCH(const Document, document);
        const QByteArray head = documentOf(document, 300).first(64 * 1024);
        QCOMPARE(sniffed(head).first, QString::fromLatin1(document.format));
        QCOMPARE(sniffed(head).second, Confidence::Certain);
        QCOMPARE(sniffed("\xEF\xBB\xBF \r\n" + head).second, Confidence::Certain);
    }

    void everyRecordIsRead_data() { addDocuments(); }
    void everyRecordIsRead()
    {
        QFETCH(const Document, document);
        const QString format = QString::fromLatin1(document.format);
        const Read read = readAll(format, documentOf(document, 3000));
        QCOMPARE(read.summary.format, format);
        QCOMPARE(read.summary.exchanges, std::uint64_t{3000});
        QCOMPARE(read.summary.skipped, std::uint64_t{0});
        QVERIFY(!read.summary.truncated);
        QVERIFY2(read.rows[5].ends_with("/200 shop|||GET|/a/1005"), read.rows[5].c_str());
        QVERIFY(read.rows[5].find("/12/") != std::string::npos);
    }

    /// Whatever the place of the cut, the records before it are as they were; only their services
    /// are unknown where the cut took them.
    void aCutGivesWhatCameBefore_data() { addDocuments(); }
    void aCutGivesWhatCameBefore()
    {
        QFETCH(const Document, document);
        const QString format = QString::fromLatin1(document.format);
        const QByteArray whole = documentOf(document, 30);
        const bool namesComeLast = format == u"jaeger";
        const Read all =
            readAll(format, namesComeLast ? QByteArray(whole).replace("shop", "") : whole);
        for (qsizetype cut = 1; cut < whole.size(); cut += 29) {
            const QByteArray part = whole.first(cut);
            const auto records = static_cast<std::size_t>(part.count("\"end\":1}"));
            const Read read = readAll(format, part);
            QVERIFY(read.summary.truncated);
            QCOMPARE(read.summary.skipped, std::uint64_t{1});
            QCOMPARE(read.rows.size(), records);
            if (namesComeLast && part.contains("shop"))
                continue;
            for (std::size_t i = 0; i < records; ++i)
                QCOMPARE(read.rows[i], all.rows[i]);
        }
    }

    void severalDocumentsAreOneCapture_data() { addDocuments(); }
    void severalDocumentsAreOneCapture()
    {
        QFETCH(const Document, document);
        const QString format = QString::fromLatin1(document.format);
        const QByteArray line = documentOf(document, 3).replace('\n', ' ') + '\n';
        const Read read = readAll(format, line + "no JSON\n" + line + "{\"a\":}\n\n" + line);
        QCOMPARE(read.summary.exchanges, std::uint64_t{9});
        QCOMPARE(read.summary.skipped, std::uint64_t{2});
        QCOMPARE(read.summary.samples[0].place, u"line 2"_s);
        QCOMPARE(read.summary.samples[1].place, u"line 4"_s);
        QVERIFY(!read.summary.truncated);
    }

    /// In the middle of a document there is no place to go on at.
    void damageEndsADocument_data() { addDocuments(); }
    void damageEndsADocument()
    {
        QFETCH(const Document, document);
        const QString format = QString::fromLatin1(document.format);
        QByteArray bytes = documentOf(document, 30);
        const qsizetype at = bytes.indexOf("\"end\":1}", bytes.size() / 2);
        bytes.insert(at, "\"\0 oops", 7);
        const Read read = readAll(format, bytes);
        QCOMPARE(read.summary.skipped, std::uint64_t{1});
        QCOMPARE(static_cast<qsizetype>(read.rows.size()), bytes.first(at).count("\"end\":1}"));
        QVERIFY(read.summary.samples.first().place.startsWith(u"byte "));
    }

    void nothingIsMadeOfNothing_data() { addDocuments(); }
    void nothingIsMadeOfNothing()
    {
        QFETCH(const Document, document);
        const QString format = QString::fromLatin1(document.format);
        const CaptureReader *reader = *formatFromId(format);
        std::mt19937 random(5);
        QByteArray noise(64 * 1024, '\0');
        for (char &c : noise)
            c = static_cast<char>(random());
        for (const QByteArray &bytes : {QByteArray(),
                                        QByteArray("\n \r\n"),
                                        QByteArray("{}"),
                                        QByteArray("[[],{}]"),
                                        QByteArray("null 1 \"a\""),
                                        QByteArray("{\"spans\":[{}],\"log\":{\"entries\":[7]}}"),
                                        noise}) {
            QCOMPARE(reader->sniff(bytes, {}), Confidence::No);
            QCOMPARE(readAll(format, bytes).summary.exchanges, std::uint64_t{0});
        }
        QCOMPARE(readAll(format, {}).summary.records, std::uint64_t{0});
    }

    void deepNestingEndsInOneSkip_data() { addDocuments(); }
    void deepNestingEndsInOneSkip()
    {
        QFETCH(const Document, document);
        const QString format = QString::fromLatin1(document.format);
        const QByteArray inARecord = document.begin + numbered(document.record, 1)
                                     + ",{\"tags\":" + QByteArray(1'000'000, '[');
        for (const QByteArray &bytes :
             {QByteArray(5'000'000, '['), QByteArray("{\"a\":").repeated(1'000'000), inARecord}) {
            const Read read = readAll(format, bytes);
            QCOMPARE(read.summary.skipped, std::uint64_t{1});
            QVERIFY(read.summary.samples.first().reason.contains(u"512"));
        }
    }

    /// Bodies of pages are passed over, whatever their size; what has no end is no capture.
    void aLongTextIsBounded()
    {
        const Document &har = kDocumentsOf[0];
        const QByteArray begin = har.begin + numbered(har.record, 0) + ',';
        const QByteArray end = ',' + numbered(har.record, 2) + har.end;
        for (const QByteArray &text :
             {QByteArray(66 << 20, 'x'), QByteArray("a \\\"b\\\" c\\n").repeated(1'000'000)}) {
            QByteArray record = numbered(har.record, 1);
            record.replace("{]}", text);
            const Read read = readAll(u"har"_s, begin + record + end);
            QVERIFY2(read.summary.samples.isEmpty(),
                     qPrintable(read.summary.samples.value(0).reason));
            QCOMPARE(read.summary.exchanges, std::uint64_t{3});
        }
        QByteArray record = numbered(har.record, 1);
        record.replace("{]}", QByteArray("\\n").repeated(36 << 20));
        const Read read = readAll(u"har"_s, begin + record + end);
        QCOMPARE(read.summary.exchanges, std::uint64_t{1});
        QVERIFY(read.summary.samples.first().reason.contains(u"64 MiB"));
    }

    void cancelAndAFullDiskEndTheReading_data() { addDocuments(); }
    void cancelAndAFullDiskEndTheReading()
    {
        struct FullDisk final : traffic::ExchangeSink
        {
            Result<> add(const traffic::Exchange &) override
            {
                return makeError(ErrorKind::Io, u"full"_s);
            }
        } full;
        struct CancelAt final : JobControl
        {
            explicit CancelAt(int questions) : left(questions) {}
            bool isCancelled() const noexcept override { return left-- <= 0; }
            void report(double, const QString &) override {}
            mutable int left;
        };
        QFETCH(const Document, document);
        const CaptureReader *reader = *formatFromId(QString::fromLatin1(document.format));
        QByteArray bytes = documentOf(document, 10'000);
        for (const int questions : {0, 2}) {
            QBuffer device(&bytes);
            device.open(QIODevice::ReadOnly);
            CancelAt job(questions);
            tests::CollectingSink sink;
            QCOMPARE(reader->read(device, {}, sink, job).error().kind, ErrorKind::Cancelled);
        }
        QBuffer device(&bytes);
        device.open(QIODevice::ReadOnly);
        NullJobControl job;
        QCOMPARE(reader->read(device, {}, full, job).error().kind, ErrorKind::Io);
    }

    void timingsThatSayNothingAreTolerated()
    {
        const auto entry = [](const QByteArray &times, const QByteArray &sizes) {
            return readAll(u"har"_s,
                           R"({"log":{"entries":[{"startedDateTime":"2026-11-24T05:00:00+01:00",)"
                               + times + R"("request":{"method":"GET","url":"https://a/"},)"
                               + R"("response":{"status":0,)" + sizes + "}}]}}");
        };
        const auto row = [](const Read &read) { return QString::fromStdString(read.rows.at(0)); };
        // -1 is "does not apply"; "ssl" is a part of "connect".
        QCOMPARE(row(entry(R"("time":-1,"timings":{"blocked":-1,"dns":1,"connect":20,"ssl":15,)"
                           R"("send":0.5,"wait":30,"receive":null},)",
                           R"("bodySize":-1,"content":{"size":7})")),
                 u"1795492800000/51/-/7/0 a|||GET|/"_s);
        QCOMPARE(row(entry(R"("time":1e1,)", R"("bodySize":-1,"_transferSize":0)")),
                 u"1795492800000/10/-/0/0 a|||GET|/"_s);
        QCOMPARE(row(entry(R"("time":null,"timings":{},)", R"("bodySize":-1)")),
                 u"1795492800000/-/-/-/0 a|||GET|/"_s);
        QCOMPARE(entry(R"("time":"soon",)", R"("bodySize":1)").summary.skipped, std::uint64_t{1});
    }

    void namesAndAttributesFindTheirPlace()
    {
        JsonShape shape;
        shape.roots = {"all>[]", "more|other>all>[]"};
        shape.records = {"items>[]", "named>*"};
        shape.fields = {"id",
                        "in>deep",
                        "^owner>name",
                        "tags>[=]>a|b",
                        "tags>[=]>c",
                        "^named>*",
                        "^named>*>value"};
        const JsonPaths paths(shape);
        struct Taker final : JsonRecordTaker
        {
            Result<> take(int record, const NamedValues &v) override
            {
                QString line = QString::number(record);
                for (std::size_t i = 0; i < 7; ++i)
                    line += u' '
                            + (v.has(i) ? QString::fromUtf8(v[i].data(), qsizetype(v[i].size()))
                                        : u"-"_s);
                lines.append(line);
                return {};
            }
            QStringList lines;
        } taker;
        QByteArray json =
            R"({"x":[{"id":9}],"all":[)"
            R"({"owner":{"name":"o1"},"items":[{"id":1.50,"in":{"deep":true,"id":3},"id2":0},)"
            R"({"tags":[{"key":"a","value":{"stringValue":"A"}},{"value":7,"key":"c"},)"
            R"({"key":"d","value":"D"},{"key":"a"},"e",[{"key":"c","value":1}]]}]},)"
            R"({"items":[{"id":null,"tags":[{"key":"b","value":{"list":{"values":[{"x":"B"},2]}}}]}],)"
            R"("named":{"n1":{"value":"v1"},"n2":{}}}],)"
            R"("other":{"all":[{"items":[{"id":"\u00e4\n"}]}]}})";
        QBuffer device(&json);
        device.open(QIODevice::ReadOnly);
        NullJobControl job;
        tests::CollectingSink sink;
        ImportTally tally(sink);
        const auto done = readJsonDocuments(device, paths, taker, tally, job);
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QCOMPARE(fieldsInHead(json, paths), std::uint64_t{0b1111111});
        QCOMPARE(taker.lines,
                 QStringList({u"0 1.50 true o1 - - - -"_s,
                              u"0 - - o1 A 7 - -"_s,
                              u"0 - - - B - - -"_s,
                              u"1 - - - B - n1 v1"_s,
                              u"1 - - - B - n2 -"_s,
                              u"0 ä\n - - - - - -"_s}));
    }

    /// Calls whose two sides are far fewer spans apart than are held, in a file of many more.
    void spansAreMatchedInAWindow()
    {
        QByteArray json = "[";
        constexpr int kCalls = 60'000;
        for (int i = 0; i < kCalls; ++i) {
            const QByteArray n = QByteArray::number(i);
            const auto span =
                [&](const char *kind, const char *id, const char *parent, const char *path) {
                    json += "{\"traceId\":\"" + n + "\",\"id\":\"" + id + "\",\"parentId\":\""
                            + parent + "\",\"kind\":\"" + kind
                            + "\",\"timestamp\":" + QByteArray::number(1'795'492'800'000'000 + i)
                            + ",\"duration\":5,\"name\":\"" + path + "\"},";
                };
            span("CLIENT", "b", "a", "query"); // no server of its own
            span("SERVER", "a", "9", "serve");
            span("CLIENT", "9", "", "ask"); // whose server is above
        }
        json.back() = ']';
        QBuffer device(&json);
        device.open(QIODevice::ReadOnly);
        ParentSink sink;
        NullJobControl job;
        const auto summary = (*formatFromId(u"zipkin"_s))->read(device, {}, sink, job);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->records, std::uint64_t{3 * kCalls});
        QCOMPARE(summary->exchanges, std::uint64_t{2 * kCalls});
        int known = 0;
        for (std::size_t i = 0; i < sink.parents.size(); ++i) {
            QCOMPARE(sink.paths[i], std::string(i % 2 == 0 ? "query" : "serve"));
            if (i % 2 == 1) {
                QVERIFY(!isKnown(sink.parents[i]));
            } else if (isKnown(sink.parents[i])) {
                ++known;
                QCOMPARE(sink.parents[i], static_cast<std::int64_t>(i) + 1);
            }
        }
        QVERIFY(known > kCalls - 10);
        static_assert(3 * kCalls > 2 * SpanWindow::kMost);
    }

    void clocksThatWentBackAreCounted()
    {
        const Read read = readAll(
            u"otlp"_s,
            R"({"resourceSpans":[{"scopeSpans":[{"spans":[)"
            R"({"traceId":"1","spanId":"1","kind":"SPAN_KIND_SERVER","name":"a",)"
            R"("startTimeUnixNano":"1795492800000000000","endTimeUnixNano":"1795492799000000000"},)"
            R"({"traceId":"1","spanId":"2","parentSpanId":"1","kind":5,"name":"b",)"
            R"("startTimeUnixNano":1795492800000000001,"endTimeUnixNano":"0",)"
            R"("attributes":[{"key":"rpc.grpc.status_code","value":{"intValue":4}}]},)"
            R"({"traceId":"1","kind":2,"startTimeUnixNano":"1795492800000000000"},)"
            R"({"spanId":"3","kind":2,"startTimeUnixNano":"99999999999999999999"},)"
            R"({"traceId":"1","spanId":"3","kind":2}]}]}]})");
        QCOMPARE(read.summary.repaired, std::uint64_t{1});
        QCOMPARE(read.summary.skipped, std::uint64_t{3});
        QCOMPARE(text(read.rows), u"1795492800000/-/-/-/0 ||||a\n1795492800000/-/-/-/4 ||||b"_s);
    }

    /// Lines of requests by names that anybody may use are a table, where latency is any column.
    void aLogOfNginxIsKnownByItsOwnNames_data()
    {
        QTest::addColumn<QByteArray>("latency");
        QTest::addColumn<QString>("format");
        QTest::newRow("nginx") << QByteArray("request_time") << u"nginx-json"_s;
        QTest::newRow("anybody") << QByteArray("took_ms") << u"json-lines"_s;
    }
    void aLogOfNginxIsKnownByItsOwnNames()
    {
        QFETCH(const QByteArray, latency);
        QFETCH(const QString, format);
        QByteArray lines;
        for (int i = 10; i < 30; ++i)
            lines += "{'ts':'2026-11-24T10:00:" + QByteArray::number(i)
                     + ".000Z','service':'cart','method':'GET','path':'/cart','status':200,"
                       "'bytes':1200,'"
                     + latency + "':12.5}\n";
        lines.replace('\'', '"');
        const auto fitting = fittingFormats(lines, {});
        QVERIFY(!fitting.empty());
        QCOMPARE(fitting.front().reader->id(), format);
    }

    void linesOfJson_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("row");
        const QString whole = u"1795492799988/12/120/10/200 shop|10.0.0.2:80|1.2.3.4|GET|/a"_s;
        QTest::newRow("nginx, numbers, any order")
            << u"nginx-json"_s
            << QByteArray(
                   R"({"upstream_addr":"10.0.0.1:80, 10.0.0.2:80","upstream_response_time":)"
                   R"("-, 0.010","status":200,"request_uri":"/a?b=c","request_method":"GET","host":"shop","bytes_sent":10,)"
                   R"("request_length":120,"remote_addr":"1.2.3.4","request_time":0.012,"msec":1795492800.000})")
                   .replace('\n', ' ')
            << whole;
        QTest::newRow("nginx, milliseconds, compose")
            << u"nginx-json"_s
            << QByteArray(R"(web-1  | {"@timestamp":1795492800000,"request":"GET /a HTTP/1.1",)"
                          R"("status":"200","request_time":"0.012","request_length":"120",)"
                          R"("body_bytes_sent":"10","http_host":"shop","client_ip":"1.2.3.4",)"
                          R"("upstream_addr":"10.0.0.2:80"})")
            << whole;
        QTest::newRow("nginx without escape=json, Latin-1")
            << u"nginx-json"_s
            << QByteArray(R"({"time_local":"24/Nov/2026:04:00:00 +0000","agent":"a \x22b\x22 )"
                          "\xe9\xff"
                          R"(","request":"GET /a HTTP/1.1","status":"200","request_time":"0.012",)"
                          R"("request_length":"120","bytes":"10","server_name":"shop",)"
                          R"("remote_addr":"1.2.3.4","upstream_addr":"10.0.0.2:80"})")
            << whole;
        QTest::newRow("nginx, nothing but what is needed")
            << u"nginx-json"_s
            << QByteArray(
                   R"({"time":"2026-11-24T04:00:00Z","status":404,"path":"/x","upstream_addr":"-","bytes":null})")
            << u"1795492800000/-/-/-/404 ||||/x"_s;
        QTest::newRow("Caddy before 2.5")
            << u"caddy"_s
            << QByteArray(R"({"ts":1.795492800e9,"request":{"remote_addr":"[::1]:5000","method":)"
                          R"("HEAD","host":"shop:8443","uri":"/a?b"},"duration":1.2e-2,"size":0,)"
                          R"("status":0})")
            << u"1795492799988/12/-/0/0 shop:8443||::1|HEAD|/a"_s;
        QTest::newRow("Traefik, sizes unknown")
            << u"traefik-json"_s
            << QByteArray(R"({"ClientAddr":"1.2.3.4:5000","DownstreamContentSize":-1,)"
                          R"("DownstreamStatus":502,"Duration":12000000,"RequestContentSize":-1,)"
                          R"("RequestAddr":"shop","RequestMethod":"GET","RequestPath":"/a",)"
                          R"("StartLocal":"2026-11-24T05:00:00+01:00"})")
            << u"1795492800000/12/-/-/502 shop||1.2.3.4|GET|/a"_s;
        QTest::newRow("Envoy, timeout")
            << u"envoy-json"_s
            << QByteArray(
                   R"({"start_time":"2026-11-24T04:00:00.000Z","response_code":504,)"
                   R"("response_flags":"UT","bytes_sent":24,"bytes_received":0,"duration":)"
                   R"(12,"method":"GET","path":"/a","upstream_host":null,"authority":"shop",)"
                   R"("x_forwarded_for":"1.2.3.4,10.0.0.9","downstream_remote_address":)"
                   R"("10.0.0.9:5"})")
            << u"1795492800000/12/0/24/504 shop||1.2.3.4|GET|/a"_s;
        QTest::newRow("Envoy, text between")
            << u"envoy-json"_s
            << QByteArray("[2026-11-24T04:00:00.000Z] \"GET /a HTTP/1.1\" 200 - 120 10 12 11 "
                          "\"1.2.3.4\" \"curl\" \"id\" \"shop\" \"10.0.0.2:80\"")
            << u"1795492800000/12/120/10/200 shop|10.0.0.2:80|1.2.3.4|GET|/a"_s;
    }

    void linesOfJson()
    {
        QFETCH(const QString, format);
        QFETCH(const QByteArray, line);
        QFETCH(const QString, row);
        const Read read = readAll(format, line + '\n');
        QCOMPARE(text(read.rows), row);
    }

    /// What a server says beside its requests is told, and does not hide what the file is.
    void messagesOfAServerAreNoRequests()
    {
        const QByteArray message = R"({"level":"info","ts":1795492800.5,"msg":"server running"})";
        const QByteArray request =
            R"({"level":"info","ts":1795492800,"request":{"method":"GET","host":"a","uri":"/"},"status":200})";
        const QByteArray log = QByteArray(message + '\n').repeated(30) + request + '\n';
        QCOMPARE(sniffed(log), std::pair(u"caddy"_s, Confidence::Certain));
        const Read read = readAll(u"caddy"_s, log);
        QCOMPARE(read.summary.exchanges, std::uint64_t{1});
        QCOMPARE(read.summary.records, std::uint64_t{1});
        QCOMPARE(read.summary.skipped, std::uint64_t{0});
        QVERIFY(read.summary.notes.contains(u"Messages that are no requests, passed over: 30."_s));
    }

    void tablesOfZeek()
    {
        const QByteArray header = "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n"
                                  "#unset_field\t-\n#path\tconn\n#open\t2026-11-24-04-00-00\n";
        const QByteArray fields =
            "#fields\tts\tuid\tid.orig_h\tid.resp_h\tid.resp_p\tproto\tservice\tduration\t"
            "orig_bytes\tresp_bytes\tconn_state\n#types\ttime\tstring\taddr\taddr\tport\tenum\t"
            "string\tinterval\tcount\tcount\tstring\n";
        const QByteArray row =
            "1795492800.000000\tC1\t1.2.3.4\t10.0.0.1\t80\ttcp\thttp\t0.012\t120\t10\tSF\n";
        const QString whole = u"1795492800000/12/120/10/0 |10.0.0.1:80|1.2.3.4|TCP|http"_s;
        QCOMPARE(text(readAll(u"zeek-conn"_s, header + fields + row + "#close\t2026-11-24\n").rows),
                 whole);
        // A quiet hour is a log all the same.
        QCOMPARE(sniffed(header + fields), std::pair(u"zeek-conn"_s, Confidence::Certain));
        QCOMPARE(readAll(u"zeek-conn"_s, header + fields).summary.records, std::uint64_t{0});
        // Files put together: other columns, other marks, another separator.
        const QByteArray second = "#separator ,\n#unset_field,none\n#fields,conn_state,proto,"
                                  "id.resp_p,id.resp_h,id.orig_h,ts,extra\n"
                                  "S0,tcp,443,2001:db8::1,1.2.3.5,1795492801.5,none\n"
                                  "OTH,icmp,3,none,1.2.3.5,1795492802,\n";
        const Read read = readAll(u"zeek-conn"_s, header + fields + row + second);
        QCOMPARE(text(read.rows),
                 QString(whole
                         + u"\n1795492801500/-/-/-/0 |[2001:db8::1]:443|1.2.3.5|TCP|\n"
                           "1795492802000/-/-/-/0 ||1.2.3.5|ICMP|"));
        // Without its header a table says nothing; another log's header is none of ours.
        QCOMPARE(readAll(u"zeek-conn"_s, row).summary.skipped, std::uint64_t{1});
        QCOMPARE(readAll(u"zeek-http"_s, header + fields + row).summary.skipped, std::uint64_t{1});
        const Read cut = readAll(u"zeek-conn"_s, header + fields + row + row.first(40));
        QCOMPARE(cut.summary.exchanges, std::uint64_t{1});
        QVERIFY(cut.summary.truncated);
    }
};

QTEST_GUILESS_MAIN(TestJsonReaders)
#include "tst_json_readers.moc"
