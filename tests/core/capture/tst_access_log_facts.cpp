// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_device.h"
#include "core/capture/formats/column_log_reader.h"
#include "core/capture/import.h"
#include "core/capture/import_json.h"
#include "core/traffic/capture_statistics.h"
#include "tests/core/capture/collecting_sink.h"
#include "tests/support/shared_data.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace dramatis;
using namespace Qt::StringLiterals;

namespace {

/// Where the facts are right about a file and we are right about something else: see README.md.
struct Correction
{
    const char *path;
    const char *key;
    const char *value; ///< JSON
};

constexpr Correction kCorrections[] = {
    // A port that is not the scheme's own is part of the host's name.
    {"access-log/aws-alb/crowdsec-aws-alb.log",
     "hosts",
     R"({"api.example.com":6,"www.example.com":4,"10.0.2.105:773":2,"cacti.example.com":2})"},
    // No instance answered: that is none, not one named "-".
    {"access-log/aws-alb/crowdsec-aws-alb.log",
     "instances",
     R"({"10.0.0.1:80":4,"10.0.0.66:9000":2})"},
    // The target is the instance, not the balancer; a TCP exchange has no method, host and path.
    {"access-log/aws-elb/matomo-elb.log", "instances", R"({"10.0.0.1:80":2})"},
    {"access-log/aws-elb/matomo-elb.log", "methods", R"({"GET":1})"},
    {"access-log/aws-elb/matomo-elb.log", "hosts", R"({"www.example.com":1})"},
    {"access-log/aws-elb/matomo-elb.log", "top_first_path_segments", R"({"/path":1})"},
    // The "~" says that the front end speaks TLS.
    {"access-log/haproxy/lnav-haproxy.log", "hosts", R"({"prod_http_in":13})"},
    // IPv6 with a port is in brackets.
    {"access-log/iis/netdata-u_ex221107.log", "instances", R"({"[::1]:80":114,"127.0.0.1:80":38})"},
    // The address of an instance is what is behind the scheme and the internal listener.
    {"access-log/envoy/kiali-istio-waypoint.log",
     "instances",
     R"({"10.244.0.32:9080":5,"10.244.0.39:80":4,"10.244.0.35:9080":2,"10.244.0.41:9080":1,
         "10.244.0.34:9080":1,"10.244.0.43:9080":1,"10.244.0.36:9080":1,"10.244.0.33:9080":1})"},
};

QJsonObject correctedFacts(const QString &path, QJsonObject facts)
{
    for (const Correction &correction : kCorrections) {
        if (path == QLatin1StringView(correction.path))
            facts[QLatin1StringView(correction.key)] =
                QJsonDocument::fromJson(correction.value).object();
    }
    return facts;
}

using Counts = std::map<QString, qint64>;

/// Counts what a reader hands over, names as they are.
class CountingSink final : public traffic::ExchangeSink
{
public:
    Result<> add(const traffic::Exchange &exchange) override
    {
        count(hosts, exchange.host);
        count(instances, exchange.server);
        count(methods, exchange.method);
        count(clients, exchange.client);
        requestBytes += isKnown(exchange.requestBytes) ? exchange.requestBytes : 0;
        responseBytes += isKnown(exchange.responseBytes) ? exchange.responseBytes : 0;
        if (isKnown(exchange.latency)) {
            ++knownLatencies;
            latency += exchange.latency;
        }
        ++outcomes[static_cast<int>(exchange.outcome)];
        return {};
    }

    Counts hosts;
    Counts instances;
    Counts methods;
    Counts clients;
    std::map<int, int> outcomes;
    qint64 requestBytes = 0;
    qint64 responseBytes = 0;
    qint64 knownLatencies = 0;
    qint64 latency = 0;

private:
    static void count(Counts &counts, std::string_view name)
    {
        if (!name.empty())
            ++counts[QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))];
    }
};

QString printed(const Counts &counts)
{
    QString text;
    for (const auto &[name, count] : counts)
        text += name + u": "_s + QString::number(count) + u'\n';
    return text;
}

Counts countsOf(const QJsonValue &value)
{
    Counts counts;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        counts[entry.key()] = entry.value().toInteger();
    return counts;
}

/// What the reader that is chosen for a file hands over.
CountingSink readDirectly(const QString &path)
{
    CountingSink sink;
    const auto detection = capture::detect(path, {});
    QFile file(path);
    NullJobControl job;
    if (!detection || !file.open(QIODevice::ReadOnly)
        || !detection->reader->read(file, {}, sink, job))
        qFatal("%s cannot be read", qPrintable(path));
    return sink;
}

struct ImportedJson
{
    QJsonObject json;
    std::shared_ptr<const traffic::CaptureStatistics> statistics;
};

ImportedJson import(const QString &path)
{
    NullJobControl job;
    capture::ImportOptions options;
    options.rule = traffic::ResourceRule::Segment;
    const auto imported = capture::importCapture({path}, options, table::makeSpillingStore(), job);
    if (!imported)
        qFatal("%s", qPrintable(imported.error().toString()));
    const auto statistics = traffic::captureStatistics(*imported->table, job);
    return {capture::importToJson(*imported, *statistics),
            std::make_shared<traffic::CaptureStatistics>(*statistics)};
}

} // namespace

/// The access logs and flow logs in columns against what an independent parser counted in them.
class TestAccessLogFacts : public QObject
{
    Q_OBJECT

private slots:
    void everyLogAgrees_data()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QJsonObject>("facts");
        const QJsonObject all = tests::sharedFacts();
        const std::pair<QString, QString> families[] = {{u"aws-alb"_s, u"aws-alb"_s},
                                                        {u"aws-elb"_s, u"aws-elb"_s},
                                                        {u"aws-s3"_s, u"aws-s3"_s},
                                                        {u"aws-cloudfront"_s, u"aws-cloudfront"_s},
                                                        {u"iis"_s, u"iis"_s},
                                                        {u"squid"_s, u"squid"_s},
                                                        {u"haproxy"_s, u"haproxy"_s},
                                                        {u"envoy/kiali"_s, u"envoy"_s}};
        for (auto entry = all.begin(); entry != all.end(); ++entry) {
            const QString path = entry.key();
            for (const auto &[folder, format] : families) {
                if (path.startsWith(QString(u"access-log/" + folder)))
                    QTest::newRow(qPrintable(path))
                        << path << format
                        << correctedFacts(path, entry.value()[u"facts"].toObject());
            }
        }
    }

    void everyLogAgrees()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QString, format);
        QFETCH(const QJsonObject, facts);
        const auto [json, statistics] = import(tests::sharedData() + u'/' + path);
        QCOMPARE(json[u"format"].toString(), format);
        const qint64 skipped = facts[u"lines_not_requests"].toInteger();
        QCOMPARE(json[u"records"].toInteger(), facts[u"requests"].toInteger() + skipped);
        QCOMPARE(json[u"exchanges"].toInteger(), facts[u"requests"].toInteger());
        QCOMPARE(json[u"skipped"][u"count"].toInteger(), skipped);
        QCOMPARE(json[u"statuses"].toObject(), facts[u"status"].toObject());
        if (facts.contains(u"distinct_clients"))
            QCOMPARE(json[u"clients"].toInteger(), facts[u"distinct_clients"].toInteger());

        // The facts hold the stamps as they are written, ours are begins.
        const auto tolerance =
            static_cast<qint64>(std::max(1.0, facts[u"latency_max_s"].toDouble()) * 1e9);
        const auto first = static_cast<qint64>(facts[u"first_epoch"].toDouble() * 1e6) * 1000;
        const auto last = static_cast<qint64>(facts[u"last_epoch"].toDouble() * 1e6) * 1000;
        QVERIFY(std::abs(statistics->firstTime - first) <= tolerance);
        QVERIFY(std::abs(statistics->lastTime - last) <= tolerance);

        const traffic::ExchangeTotals &totals = statistics->totals;
        QCOMPARE(totals.responseBytes, facts[u"response_bytes_sum"].toInteger());
        QCOMPARE(qint64(totals.knownResponseBytes), facts[u"response_bytes_known"].toInteger());
        QCOMPARE(totals.requestBytes, facts[u"request_bytes_sum"].toInteger());
        QCOMPARE(qint64(totals.knownRequestBytes), facts[u"request_bytes_known"].toInteger());
        QCOMPARE(qint64(totals.knownLatencies), facts[u"latency_known"].toInteger());
        for (const traffic::GroupTotals &segment : statistics->resources) {
            if (segment.name.startsWith(u'/'))
                QCOMPARE(qint64(segment.totals.exchanges),
                         facts[u"top_first_path_segments"][segment.name].toInteger());
        }

        const CountingSink counts = readDirectly(tests::sharedData() + u'/' + path);
        QVERIFY(std::abs(double(counts.latency) / 1e9 - facts[u"latency_sum_s"].toDouble()) < 1e-6);
        QCOMPARE(printed(counts.methods), printed(countsOf(facts[u"methods"])));
        QCOMPARE(printed(counts.hosts), printed(countsOf(facts[u"hosts"])));
        if (facts.contains(u"instances"))
            QCOMPARE(printed(counts.instances), printed(countsOf(facts[u"instances"])));
    }

    void everyFlowLogAgrees_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("bytesKey");
        QTest::addColumn<QString>("methods"); ///< as the facts have protocols, in our words
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        QTest::addColumn<qint64>("answered");
        QTest::addColumn<double>("latency"); ///< s, of the answered ones, by an independent script
        QTest::newRow("VPC") << u"vpc/trev191-sample_flow_logs.txt"_s << u"aws-vpc"_s
                             << u"bytes_sum"_s << u"TCP: 14\n"_s << 1620140661000LL
                             << 1620140761000LL << 0LL << 0.0;
        QTest::newRow("Argus, mixed")
            << u"argus-csv/slips-test3-mixed.binetflow"_s << u"argus"_s << u"total_bytes_sum"_s
            << u"ICMP: 1\nICMPv6: 6\nTCP: 80\nUDP: 2\n"_s << 1545141600000LL << 1545145800000LL
            << 52LL << 303.870583;
        QTest::newRow("Argus, malicious")
            << u"argus-csv/slips-test4-malicious.binetflow"_s << u"argus"_s << u"total_bytes_sum"_s
            << u"ICMP: 2\nTCP: 220\nUDP: 170\narp: 2\n"_s << 1538088052362LL << 1538091846273LL
            << 122LL << 2409.640014;
        QTest::newRow("nfdump") << u"nfdump/slips-test1-malicious.csv"_s << u"nfdump"_s
                                << u"in_bytes_sum"_s << u"TCP: 4576\nUDP: 17\n"_s << 1515771450000LL
                                << 1515771483000LL << 0LL << 0.0;
    }

    void everyFlowLogAgrees()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QString, format);
        QFETCH(const QString, bytesKey);
        QFETCH(const QString, methods);
        QFETCH(const qint64, first);
        QFETCH(const qint64, last);
        QFETCH(const qint64, answered);
        QFETCH(const double, latency);
        const QString whole = tests::sharedData() + u"/flows/"_s + path;
        const QJsonObject facts =
            tests::sharedFacts()[QString(u"flows/" + path)][u"facts"].toObject();
        const auto [json, statistics] = import(whole);
        QCOMPARE(json[u"format"].toString(), format);
        QCOMPARE(json[u"records"].toInteger(), facts[u"records"].toInteger());
        QCOMPARE(json[u"exchanges"].toInteger(), facts[u"records"].toInteger());
        QCOMPARE(json[u"skipped"][u"count"].toInteger(), 0);
        QCOMPARE(statistics->firstTime / 1'000'000, first);
        QVERIFY(std::abs(statistics->lastTime / 1'000'000 - last) <= 1000);
        const CountingSink counts = readDirectly(whole);
        QCOMPARE(counts.requestBytes + counts.responseBytes, facts[bytesKey].toInteger());
        QCOMPARE(printed(counts.methods), methods);
        QCOMPARE(counts.knownLatencies, answered);
        QVERIFY(std::abs(double(counts.latency) / 1e9 - latency) < 1e-6);
        if (facts.contains(u"action")) {
            QCOMPARE(counts.outcomes.at(int(traffic::Outcome::Ok)),
                     facts[u"action"][u"ACCEPT"].toInt());
            QCOMPARE(counts.outcomes.at(int(traffic::Outcome::ClientError)),
                     facts[u"action"][u"REJECT"].toInt());
        }
    }

    /// Wherever a file is cut, what came before is as it was.
    void aCutLosesOnlyTheEnd_data()
    {
        SKIP_WITHOUT_SHARED_DATA(); // the skip in there leaves only there
        everyLogAgrees_data();
        for (const char *path : {"vpc/trev191-sample_flow_logs.txt",
                                 "argus-csv/slips-test3-mixed.binetflow",
                                 "argus-csv/slips-test4-malicious.binetflow"})
            QTest::newRow(path) << QString(u"flows/" + QLatin1StringView(path)) << QString()
                                << QJsonObject();
    }

    void aCutLosesOnlyTheEnd()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        const QString whole = tests::sharedData() + u'/' + path;
        const auto detection = capture::detect(whole, {});
        QVERIFY(detection.has_value());
        QFile file(whole);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto rowsOf = [&detection](QByteArray part) {
            QBuffer device(&part);
            device.open(QIODevice::ReadOnly);
            tests::CollectingSink sink;
            NullJobControl job;
            if (!detection->reader->read(device, {}, sink, job))
                qFatal("a cut file cannot be read");
            return sink.rows;
        };
        const std::vector<std::string> all = rowsOf(bytes);
        std::mt19937 random(3);
        for (int i = 0; i < 50; ++i) {
            const auto size = static_cast<qsizetype>(random() % unsigned(bytes.size()));
            const std::vector<std::string> rows = rowsOf(bytes.first(size));
            QVERIFY(rows.size() <= all.size());
            for (std::size_t row = 0; row + 1 < rows.size(); ++row)
                QCOMPARE(rows[row], all[row]);
        }
    }

    /// No format in columns is taken for another, and none takes what is not in columns.
    void othersAreLeftAlone()
    {
        SKIP_WITHOUT_SHARED_DATA();
        static constexpr std::pair<const char *, const char *> kOwn[] = {
            {"access-log/aws-alb/", "aws-alb"},
            {"access-log/aws-elb/", "aws-elb"},
            {"access-log/aws-s3/", "aws-s3"},
            {"access-log/aws-cloudfront/", "aws-cloudfront"},
            {"access-log/iis/", "iis"},
            {"access-log/squid/", "squid"},
            {"access-log/haproxy/", "haproxy"},
            {"access-log/envoy/", "envoy"},
            {"flows/vpc/", "aws-vpc"},
            {"flows/argus-csv/", "argus"},
            {"flows/nfdump/", "nfdump"}};
        int files = 0;
        QDirIterator all(tests::sharedData(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            const auto device = capture::CaptureDevice::open(path);
            QVERIFY(device.has_value());
            ++files;
            for (const capture::CaptureReader *reader : capture::columnLogReaders()) {
                if (reader->sniff((*device)->head(), {}) == capture::Confidence::No)
                    continue;
                const auto *own =
                    std::find_if(std::begin(kOwn), std::end(kOwn), [&path](const auto &pair) {
                        return path.contains(QLatin1StringView(pair.first));
                    });
                QVERIFY2(own != std::end(kOwn), qPrintable(QString(path + reader->id())));
                QCOMPARE(reader->id(), QLatin1StringView(own->second));
            }
        }
        QVERIFY(files > 100);
    }
};

QTEST_GUILESS_MAIN(TestAccessLogFacts)
#include "tst_access_log_facts.moc"
