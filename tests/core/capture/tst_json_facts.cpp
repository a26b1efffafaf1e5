// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_device.h"
#include "core/capture/import.h"
#include "core/traffic/capture_statistics.h"
#include "tests/support/approx.h"
#include "tests/support/shared_data.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace dramatis;
using namespace Qt::StringLiterals;

namespace {

using Counts = std::map<QString, qint64>;

/// What a reader hands over, in the terms of the facts.
struct Read final : traffic::ExchangeSink
{
    Result<> add(const traffic::Exchange &exchange) override
    {
        const auto text = [](std::string_view view) {
            return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
        };
        ++statuses[exchange.status == 0 ? u"(none)"_s : QString::number(exchange.status)];
        ++methods[text(exchange.method)];
        ++hosts[text(exchange.host)];
        ++servers[text(exchange.server)];
        ++clients[text(exchange.client)];
        ++paths[text(exchange.path)];
        ++segments[u'/' + text(exchange.path).section(u'/', 1, 1)];
        ++outcomes[exchange.outcome];
        const bool hasLatency = isKnown(exchange.latency);
        if (hasLatency) {
            ++latencies;
            latencySum += static_cast<double>(exchange.latency) * 1e-9;
        }
        if (isKnown(exchange.requestBytes)) {
            ++requestSizes;
            requestBytes += exchange.requestBytes;
        }
        if (isKnown(exchange.responseBytes)) {
            ++responseSizes;
            responseBytes += exchange.responseBytes;
        }
        const qint64 end = exchange.begin + (hasLatency ? exchange.latency : 0);
        begins.insert(exchange.begin);
        ends.insert(end);
        parents.push_back(exchange.parent);
        rows.push_back(text(exchange.client) + u" > "_s + text(exchange.host) + u' '
                       + text(exchange.method) + u' ' + text(exchange.path));
        return {};
    }

    capture::ImportSummary summary;
    Counts statuses, methods, hosts, servers, clients, paths, segments;
    std::map<traffic::Outcome, qint64> outcomes;
    qint64 latencies = 0, requestSizes = 0, responseSizes = 0;
    double latencySum = 0;
    qint64 requestBytes = 0, responseBytes = 0;
    std::set<qint64> begins, ends;
    std::vector<qint64> parents;
    QStringList rows;
};

Read readFile(const QString &path, const QString &format)
{
    Read read;
    const QString full = tests::sharedData() + u'/' + path;
    const auto detection = capture::detect(full, {});
    if (!detection)
        qFatal("%s: %s", qPrintable(path), qPrintable(detection.error().toString()));
    const bool isAnyLog = format == u"nginx-json"; // by usual names, of which no one is certain
    if (detection->reader->id() != format
        || detection->confidence
               != (isAnyLog ? capture::Confidence::Likely : capture::Confidence::Certain))
        qFatal("%s is taken for %s", qPrintable(path), qPrintable(detection->reader->id()));
    auto device = capture::CaptureDevice::open(full);
    NullJobControl job;
    auto summary = detection->reader->read(**device, {}, read, job);
    if (!summary)
        qFatal("%s: %s", qPrintable(path), qPrintable(summary.error().toString()));
    read.summary = *summary;
    return read;
}

Counts countsOf(const QJsonValue &value)
{
    Counts counts;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        counts[entry.key()] = entry.value().toInteger();
    return counts;
}

/// The counts with one name for another.
Counts renamed(Counts counts, const QString &from, const QString &to)
{
    if (const auto found = counts.find(from); found != counts.end()) {
        const qint64 count = found->second;
        counts.erase(found);
        counts[to] += count;
    }
    return counts;
}

/// Addresses of "address:port" and "[address]:port".
Counts addressesOf(const Counts &servers)
{
    Counts addresses;
    for (const auto &[server, count] : servers) {
        QString address = server;
        const qsizetype colon = server.lastIndexOf(u':');
        const bool isBare6 = server.count(u':') > 1 && !server.startsWith(u'[');
        if (!isBare6 && colon > 0)
            address.truncate(colon);
        addresses[address.remove(u'[').remove(u']')] += count;
    }
    return addresses;
}

QString printed(const Counts &counts)
{
    QStringList lines;
    for (const auto &[name, count] : counts)
        lines.append(name + u": "_s + QString::number(count));
    return lines.join(u'\n');
}

} // namespace

#define COMPARE_COUNTS(actual, expected) QCOMPARE(printed(actual), printed(expected))

/// Public captures whose fields have names against what an independent parser counted in them.
/// Where the facts are right about the file and we are right about something else, README.md says
/// why.
class TestJsonFacts : public QObject
{
    Q_OBJECT

private:
    void addFiles(const std::function<bool(const QString &)> &belongs)
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("facts");
        const QJsonObject all = tests::sharedFacts();
        for (auto entry = all.begin(); entry != all.end(); ++entry) {
            if (belongs(entry.key()))
                QTest::newRow(qPrintable(entry.key()))
                    << entry.key() << entry.value()[u"facts"].toObject();
        }
    }

    static void compareTimes(const std::set<qint64> &stamps, const QJsonObject &facts)
    {
        COMPARE_APPROX(
            static_cast<double>(*stamps.begin()) * 1e-9, facts[u"first_epoch"].toDouble(), 0, 2e-6);
        COMPARE_APPROX(
            static_cast<double>(*stamps.rbegin()) * 1e-9, facts[u"last_epoch"].toDouble(), 0, 2e-6);
    }

private slots:
    void logsThatTellOfTheSameTrafficAreNamed()
    {
        SKIP_WITHOUT_SHARED_DATA();
        const QString folder = tests::sharedData() + u"/zeek/json/slips-test9-"_s;
        NullJobControl job;
        const auto both = capture::importCapture(
            {folder + u"http.log"_s, folder + u"conn.log"_s}, {}, table::makeSpillingStore(), job);
        QVERIFY(both);
        QVERIFY(both->summary.notes.join(u' ').contains(u"counted twice"_s));
        const auto one =
            capture::importCapture({folder + u"conn.log"_s}, {}, table::makeSpillingStore(), job);
        QVERIFY(one);
        QVERIFY(!one->summary.notes.join(u' ').contains(u"counted twice"_s));
    }

    void zeekFilesAgree_data()
    {
        SKIP_WITHOUT_SHARED_DATA();
        addFiles([](const QString &path) { return path.startsWith(u"zeek/"); });
    }

    void zeekFilesAgree()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QJsonObject, facts);
        const QString format = path.contains(u"http")  ? u"zeek-http"_s
                               : path.contains(u"dns") ? u"zeek-dns"_s
                                                       : u"zeek-conn"_s;
        const Read read = readFile(path, format);
        const qint64 records = facts[u"records"].toInteger();
        QCOMPARE(static_cast<qint64>(read.summary.records), records);
        QCOMPARE(static_cast<qint64>(read.summary.exchanges), records);
        QCOMPARE(static_cast<qint64>(read.summary.skipped),
                 facts[u"lines_not_records"].toInteger());
        compareTimes(read.begins, facts);
        QCOMPARE(static_cast<qint64>(read.clients.size()),
                 facts[u"distinct_orig_hosts"].toInteger());
        QCOMPARE(static_cast<qint64>(addressesOf(read.servers).size()),
                 facts[u"distinct_resp_hosts"].toInteger());
        if (format == u"zeek-http") {
            COMPARE_COUNTS(read.statuses, countsOf(facts[u"status"]));
            COMPARE_COUNTS(read.methods, renamed(countsOf(facts[u"methods"]), u"(none)"_s, {}));
            QCOMPARE(read.requestBytes, facts[u"request_body_len_sum"].toInteger());
            QCOMPARE(read.responseBytes, facts[u"response_body_len_sum"].toInteger());
            const QJsonObject hosts = facts[u"top_hosts"].toObject();
            for (auto host = hosts.begin(); host != hosts.end(); ++host) {
                if (host.key() != u"(empty)")
                    QCOMPARE(read.hosts.at(host.key()), host.value().toInteger());
            }
        } else if (format == u"zeek-conn") {
            QCOMPARE(read.requestBytes, facts[u"orig_bytes_sum"].toInteger());
            QCOMPARE(read.requestSizes, facts[u"orig_bytes_known"].toInteger());
            QCOMPARE(read.responseBytes, facts[u"resp_bytes_sum"].toInteger());
            QCOMPARE(read.responseSizes, facts[u"resp_bytes_known"].toInteger());
            QCOMPARE(read.latencies, facts[u"duration_known"].toInteger());
            COMPARE_APPROX(read.latencySum, facts[u"duration_sum_s"].toDouble(), 1e-9, 1e-5);
            Counts protocols = countsOf(facts[u"proto"]);
            for (const char *name : {"tcp", "udp", "icmp"})
                protocols = renamed(
                    protocols, QLatin1StringView(name), QString::fromLatin1(name).toUpper());
            COMPARE_COUNTS(read.methods, protocols);
            COMPARE_COUNTS(read.paths, renamed(countsOf(facts[u"service"]), u"(none)"_s, {}));
            const Counts states = countsOf(facts[u"conn_state"]);
            qint64 fine = 0;
            for (const char *state : {"SF", "S1", "S2", "S3"}) {
                const auto found = states.find(QLatin1StringView(state));
                fine += found == states.end() ? 0 : found->second;
            }
            QCOMPARE(read.outcomes.contains(traffic::Outcome::Ok)
                         ? read.outcomes.at(traffic::Outcome::Ok)
                         : 0,
                     fine);
        } else {
            QCOMPARE(read.latencies, facts[u"rtt_known"].toInteger());
            COMPARE_APPROX(read.latencySum, facts[u"rtt_sum_s"].toDouble(), 0, 1e-6);
            COMPARE_COUNTS(read.methods, countsOf(facts[u"qtype_name"]));
            const Counts codes = countsOf(facts[u"rcode_name"]);
            QCOMPARE(read.outcomes.at(traffic::Outcome::Ok), codes.at(u"NOERROR"_s));
            QCOMPARE(read.outcomes.at(traffic::Outcome::ClientError), codes.at(u"NXDOMAIN"_s));
            QCOMPARE(read.outcomes.at(traffic::Outcome::Unknown), codes.at(u"(none)"_s));
        }
    }

    /// Three days in 72 files and in four parallel ways to write a host are one capture.
    void rotatedFilesAreOneCapture()
    {
        SKIP_WITHOUT_SHARED_DATA();
        const QJsonObject facts =
            tests::sharedJson(u"zeek/tsv/rita-3days/facts-total.json"_s)[u"http"].toObject();
        QStringList files;
        QDirIterator found(tests::sharedData() + u"/zeek/tsv/rita-3days",
                           {u"http.*.gz"_s},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        while (found.hasNext())
            files.append(found.next());
        QCOMPARE(files.size(), facts[u"files"].toInteger());
        NullJobControl job;
        capture::ImportOptions options;
        options.rule = traffic::ResourceRule::Host;
        const auto imported =
            capture::importCapture(files, options, table::makeSpillingStore(), job);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().toString()));
        QCOMPARE(imported->summary.format, u"zeek-http"_s);
        QCOMPARE(static_cast<qint64>(imported->summary.exchanges), facts[u"records"].toInteger());
        const auto statistics = traffic::captureStatistics(*imported->table, job);
        QVERIFY(statistics.has_value());
        QCOMPARE(statistics->totals.responseBytes, facts[u"response_body_len_sum"].toInteger());
        // The facts count "(empty)" and "-", which are no names, as two.
        QCOMPARE(static_cast<qint64>(statistics->resources.size()),
                 facts[u"distinct_host_headers"].toInteger() - 2);
    }

    void jsonLogsAgree_data()
    {
        SKIP_WITHOUT_SHARED_DATA();
        addFiles([](const QString &path) {
            return path.startsWith(u"access-log/nginx-json/")
                   || path.startsWith(u"access-log/caddy/")
                   || path.startsWith(u"access-log/traefik/")
                   || path == u"access-log/envoy/crowdsec-envoy.log";
        });
    }

    void jsonLogsAgree()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QJsonObject, facts);
        const bool isNginx = path.contains(u"nginx");
        const bool isEnvoy = path.contains(u"envoy");
        const bool isCaddy = path.contains(u"caddy");
        const Read read = readFile(path,
                                   isNginx   ? u"nginx-json"_s
                                   : isEnvoy ? u"envoy-json"_s
                                   : isCaddy ? u"caddy"_s
                                             : u"traefik-json"_s);
        const qint64 requests = facts[u"requests"].toInteger();
        const qint64 skipped = facts[u"lines_not_requests"].toInteger();
        QCOMPARE(static_cast<qint64>(read.summary.records), requests + skipped);
        QCOMPARE(static_cast<qint64>(read.summary.exchanges), requests);
        QCOMPARE(static_cast<qint64>(read.summary.skipped), skipped);
        compareTimes(isNginx || isCaddy ? read.ends : read.begins, facts);
        COMPARE_COUNTS(read.statuses, countsOf(facts[u"status"]));
        if (facts.contains(u"methods"))
            COMPARE_COUNTS(read.methods, countsOf(facts[u"methods"]));
        QCOMPARE(static_cast<qint64>(read.clients.size()), facts[u"distinct_clients"].toInteger());
        QCOMPARE(read.responseBytes, facts[u"response_bytes_sum"].toInteger());
        QCOMPARE(read.responseSizes, facts[u"response_bytes_known"].toInteger());
        QCOMPARE(read.requestBytes, facts[u"request_bytes_sum"].toInteger());
        QCOMPARE(read.latencies, facts[u"latency_known"].toInteger());
        COMPARE_APPROX(read.latencySum, facts[u"latency_sum_s"].toDouble(), 0, 2e-6);
        COMPARE_COUNTS(read.hosts, countsOf(facts[u"hosts"]));
        QCOMPARE(static_cast<qint64>(read.segments.size()),
                 facts[u"distinct_first_path_segments"].toInteger());
        const QJsonObject segments = facts[u"top_first_path_segments"].toObject();
        for (auto segment = segments.begin(); segment != segments.end(); ++segment)
            QCOMPARE(read.segments.at(segment.key()), segment.value().toInteger());
    }

    /// The instance is the address that answered, where the facts have the name of its group.
    void instancesAreAddresses_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("servers");
        QTest::newRow("Traefik") << u"traefik/crowdsec-traefik.json.log"_s << u"traefik-json"_s
                                 << u"172.17.0.3:80: 80"_s;
        QTest::newRow("Traefik by name")
            << u"traefik/matomo-traefik_json.log"_s << u"traefik-json"_s << u"apache:80: 1"_s;
        QTest::newRow("Envoy") << u"envoy/crowdsec-envoy.log"_s << u"envoy-json"_s
                               << u": 2\n10.0.2.1:80: 1\n10.42.0.82:8080: 3\n10.42.0.88:1337: 1\n"
                                  "[fd00:1234:5678::e18]:8080: 3"_s;
    }

    void instancesAreAddresses()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QString, format);
        QFETCH(const QString, servers);
        QCOMPARE(printed(readFile(u"access-log/"_s + path, format).servers), servers);
    }

    void archivesAgree_data()
    {
        SKIP_WITHOUT_SHARED_DATA();
        addFiles([](const QString &path) { return path.startsWith(u"har/"); });
    }

    void archivesAgree()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QJsonObject, facts);
        const Read read = readFile(path, u"har"_s);
        QCOMPARE(static_cast<qint64>(read.summary.records), facts[u"entries"].toInteger());
        QCOMPARE(static_cast<qint64>(read.summary.exchanges), facts[u"entries"].toInteger());
        COMPARE_COUNTS(read.statuses, countsOf(facts[u"status"]));
        COMPARE_COUNTS(read.methods, countsOf(facts[u"methods"]));
        COMPARE_COUNTS(read.hosts, countsOf(facts[u"top_hosts"]));
        QCOMPARE(read.latencies, facts[u"time_known"].toInteger());
        COMPARE_APPROX(read.latencySum, facts[u"time_sum_ms"].toDouble() / 1000, 0, 1e-6);
        // One body has no size, but what was transferred has: 293 B.
        const qint64 transferred = path.contains(u"perfcascade") ? 293 : 0;
        QCOMPARE(read.responseBytes,
                 facts[u"response_body_size_sum_nonnegative"].toInteger() + transferred);
        const QDateTime first =
            QDateTime::fromString(facts[u"first_utc"].toString(), Qt::ISODateWithMs);
        QCOMPARE(*read.begins.begin(), first.toMSecsSinceEpoch() * 1'000'000);
        const QDateTime last =
            QDateTime::fromString(facts[u"last_utc"].toString(), Qt::ISODateWithMs);
        QCOMPARE(*read.begins.rbegin(), last.toMSecsSinceEpoch() * 1'000'000);
    }

    void nothingElseIsTaken_data()
    {
        SKIP_WITHOUT_SHARED_DATA();
        addFiles([](const QString &path) {
            return !path.startsWith(u"zeek/") && !path.startsWith(u"har/")
                   && !path.startsWith(u"traces/") && !path.contains(u"json")
                   && !path.contains(u"caddy") && !path.contains(u"crowdsec-envoy");
        });
        QTest::newRow("collector")
            << u"flows/json/pmacct-ipfix-nfv9-flows.jsonl"_s << QJsonObject();
        QTest::newRow("Cloudflare") << u"generic/lnav-cloudflare.jsonl"_s << QJsonObject();
        QTest::newRow("events") << u"generic/lnav-gharchive.jsonl"_s << QJsonObject();
    }

    void nothingElseIsTaken()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        const auto device = capture::CaptureDevice::open(tests::sharedData() + u'/' + path);
        QVERIFY(device.has_value());
        for (const capture::CaptureReader *reader : capture::allFormats()) {
            const QString id = reader->id();
            if (id.startsWith(u"zeek") || id.endsWith(u"-json") || id == u"caddy" || id == u"har"
                || id == u"otlp" || id == u"jaeger" || id == u"zipkin")
                QCOMPARE(reader->sniff((*device)->head(), {}), capture::Confidence::No);
        }
    }

    /// Exchanges were counted by hand from the kinds of the spans.
    void tracesAgree_data()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("exchanges");
        QTest::addColumn<QList<int>>("parents");
        QTest::newRow("one span") << u"otlp/opentelemetry-proto-trace.json"_s << u"otlp"_s << 1
                                  << QList<int>{-1};
        QTest::newRow("errors") << u"otlp/tempo-trace-with-failed-requests.json"_s << u"otlp"_s << 6
                                << QList<int>{-1, 0, 0, 2, -1, -1};
        QTest::newRow("Tempo") << u"otlp/kiali-tempo-responseTrace.json"_s << u"otlp"_s << 4
                               << QList<int>{-1, 0, 0, 2};
        QTest::newRow("all internal")
            << u"otlp/jaeger-ui-otlp-multi-in-combined.json"_s << u"otlp"_s << 1 << QList<int>{-1};
        QTest::newRow("Jaeger UI") << u"jaeger/jaeger-ui-flamegraph-testTrace.json"_s << u"jaeger"_s
                                   << 1 << QList<int>{-1};
        QTest::newRow("Jaeger") << u"jaeger/jaeger-ui-longer-than-parent.json"_s << u"jaeger"_s << 3
                                << QList<int>{-1, -1, -1};
        QTest::newRow("no kinds") << u"jaeger/jaeger-ui_01.json"_s << u"jaeger"_s << 4
                                  << QList<int>{-1, -1, 0, 0};
        QTest::newRow("Zipkin") << u"zipkin/zipkin-ascend.json"_s << u"zipkin"_s << 4
                                << QList<int>{1, 3, 3, -1};
        QTest::newRow("Zipkin, caches") << u"zipkin/zipkin-yelp.json"_s << u"zipkin"_s << 12
                                        << QList<int>{4, 4, 4, 4, 11, 10, 10, 10, 10, 10, 11, -1};
        QTest::newRow("Zipkin, long")
            << u"zipkin/zipkin-smartthings-oauth.json"_s << u"zipkin"_s << 131 << QList<int>();
    }

    void tracesAgree()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QString, format);
        QFETCH(const int, exchanges);
        QFETCH(const QList<int>, parents);
        const Read read = readFile(u"traces/"_s + path, format);
        const QJsonObject facts = tests::sharedFacts()[u"traces/"_s + path][u"facts"].toObject();
        QCOMPARE(static_cast<qint64>(read.summary.records), facts[u"spans"].toInteger());
        QCOMPARE(static_cast<qint64>(read.summary.skipped), 0);
        QCOMPARE(static_cast<int>(read.summary.exchanges), exchanges);
        const Counts services = countsOf(facts[u"services"]);
        for (const auto &[client, count] : read.clients)
            QVERIFY2(client.isEmpty() || client.at(0).isDigit() || services.contains(client),
                     qPrintable(client));
        for (qsizetype i = 0; i < parents.size(); ++i) {
            const qint64 parent = read.parents[static_cast<std::size_t>(i)];
            QCOMPARE(isKnown(parent) ? parent : -1, qint64{parents[i]});
        }
        const bool isMicroseconds = facts.contains(u"first_start_us");
        const qint64 first = isMicroseconds ? facts[u"first_start_us"].toInteger() * 1000
                                            : facts[u"first_start_ns"].toInteger();
        const qint64 last = isMicroseconds ? facts[u"last_end_us"].toInteger() * 1000
                                           : facts[u"last_end_ns"].toInteger();
        QVERIFY(*read.begins.begin() >= first);
        QVERIFY(*read.ends.rbegin() <= last);
        if (qEnvironmentVariableIsSet("DRAMATIS_PRINT"))
            qInfo("%s", qPrintable(read.rows.join(u'\n')));
    }

    void tracesSayWhoCalledWhom()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QCOMPARE(readFile(u"traces/otlp/kiali-tempo-responseTrace.json"_s, u"otlp"_s).rows,
                 QStringList({u"istio-ingressgateway.istio-system > productpage.bookinfo GET "
                              "/productpage"_s,
                              u"productpage.bookinfo > details.bookinfo GET /details/0"_s,
                              u"productpage.bookinfo > reviews.bookinfo GET /reviews/0"_s,
                              u"reviews.bookinfo > ratings.bookinfo GET /ratings/0"_s}));
        QCOMPARE(readFile(u"traces/zipkin/zipkin-ascend.json"_s, u"zipkin"_s).rows,
                 QStringList({u"content-service >  GET /api/v1/banners/10000001502"_s,
                              u"mobile-gateway > content-service GET /content/personal"_s,
                              u"mobile-gateway > auth-service GET "
                              "/auth-service/v1/authentications/"_s,
                              u"110.170.201.178 > mobile-gateway GET "
                              "/mobile-gateway/content/personal"_s}));
        const Read failed =
            readFile(u"traces/otlp/tempo-trace-with-failed-requests.json"_s, u"otlp"_s);
        QCOMPARE(failed.rows.first(), u"mythical-requester > mythical-server POST /:endpoint"_s);
        QCOMPARE(failed.statuses.at(u"500"_s), 1);
        QCOMPARE(failed.outcomes.at(traffic::Outcome::ServerError), 2); // and the database's
        QCOMPARE(failed.outcomes.at(traffic::Outcome::Ok), 4);
    }
};

QTEST_GUILESS_MAIN(TestJsonFacts)
#include "tst_json_facts.moc"
