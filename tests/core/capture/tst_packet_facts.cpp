// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import.h"
#include "tests/core/capture/packet_rows.h"
#include "tests/support/approx.h"
#include "tests/support/shared_data.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <random>

using namespace dramatis;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kHttp[] = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "CONNECT"};

bool isHttp(const tests::PacketRow &row)
{
    const bool hasRoute = row.path.starts_with('/') || row.method == "CONNECT"; // DELETE is SQL too
    return hasRoute && std::find(std::begin(kHttp), std::end(kHttp), row.method) != std::end(kHttp);
}

bool isTurn(const tests::PacketRow &row)
{
    return row.method == "TCP" || row.method == "TLS";
}

bool isDns(const tests::PacketRow &row)
{
    return row.server.ends_with(":53") || row.server.ends_with(":5355");
}

QJsonObject packetFacts()
{
    const QJsonObject all = tests::sharedFacts();
    QJsonObject packets;
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        if (entry.key().startsWith(u"pcap"))
            packets.insert(entry.key(), entry.value());
    }
    return packets;
}

QByteArray contentOf(const QString &path)
{
    QFile file(tests::sharedData() + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template<typename Is, typename Name>
QJsonObject countsOf(const std::vector<tests::PacketRow> &rows, Is is, Name name)
{
    std::map<std::string, int> counts;
    for (const tests::PacketRow &row : rows) {
        if (is(row))
            ++counts[name(row)];
    }
    QJsonObject object;
    for (const auto &[text, count] : counts)
        object.insert(QString::fromStdString(text), count);
    return object;
}

} // namespace

/// Public packet captures against what tshark counted in them (facts.json beside them).
class TestPacketFacts : public QObject
{
    Q_OBJECT

private slots:
    void everyFileAgrees_data()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("facts");
        const QJsonObject all = packetFacts();
        for (auto entry = all.begin(); entry != all.end(); ++entry)
            QTest::newRow(qPrintable(entry.key()))
                << entry.key() << entry.value()[u"facts"].toObject();
    }

    void everyFileAgrees()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QJsonObject, facts);
        const auto detection = capture::detect(tests::sharedData() + u'/' + path, {});
        QVERIFY(detection.has_value());
        QCOMPARE(detection->reader->id(), path.section(u'/', 0, 0));
        QCOMPARE(detection->confidence, capture::Confidence::Certain);

        const auto read = tests::readPackets(contentOf(path));
        if (qEnvironmentVariableIsSet("DRAMATIS_SHOW_ROWS")) {
            qInfo("%s",
                  read.text(read.rows.empty() ? 0 : read.rows.front().exchange.begin).c_str());
            for (const QString &note : read.summary.notes)
                qInfo("%s", qPrintable(note));
        }
        QCOMPARE(static_cast<qint64>(read.summary.records), facts[u"packets"].toInteger());
        QCOMPARE(read.summary.skipped, std::uint64_t{0});
        QVERIFY(!read.summary.truncated);
        QCOMPARE(read.summary.exchanges, read.rows.size());

        const qint64 earlier = facts[u"records_earlier_than_previous"].toInteger();
        const QString note = u"Packets that are older than the one before them: %1."_s.arg(earlier);
        QCOMPARE(read.summary.notes.contains(note), earlier > 0);

        // All exchanges lie within the time of the packets (one file has a packet of 1970 last).
        const double first = facts[u"first_epoch"].toString().toDouble();
        const double last = facts[u"last_epoch"].toString().toDouble();
        for (const tests::PacketRow &row : read.rows) {
            const double begin = static_cast<double>(row.exchange.begin) / 1e9;
            QVERIFY(begin >= std::min(first, last) - 1e-3);
            QVERIFY(begin <= std::max(first, last) + 1e-3);
            QVERIFY(!isKnown(row.exchange.latency)
                    || begin + static_cast<double>(row.exchange.latency) / 1e9
                           <= std::max(first, last) + 1e-3);
        }

        qint64 requests = 0;
        requests += compareHttp(path, read.rows, facts);
        if (QTest::currentTestFailed())
            return;
        requests += compareDns(read.rows, facts);
        requests += compareDatabases(path, read.rows, facts);
        compareTls(read.rows, facts);
        const auto turns = std::count_if(read.rows.begin(), read.rows.end(), isTurn);
        QCOMPARE(static_cast<qint64>(read.rows.size()), requests + turns);
    }

    /// Real captures cut in the middle, or changed, give what can be read, whatever they say.
    void anyBytesGiveAnAnswer()
    {
        SKIP_WITHOUT_SHARED_DATA();
        std::vector<QByteArray> seeds;
        const QJsonObject all = packetFacts();
        for (auto entry = all.begin(); entry != all.end(); ++entry)
            seeds.push_back(contentOf(entry.key()).left(64 * 1024));
        std::mt19937 random(17);
        const int rounds = qEnvironmentVariableIsSet("DRAMATIS_FUZZ_ROUNDS")
                               ? qEnvironmentVariableIntValue("DRAMATIS_FUZZ_ROUNDS")
                               : 2000;
        std::uint64_t exchanges = 0;
        for (int round = 0; round < rounds; ++round) {
            QByteArray bytes = seeds[random() % seeds.size()];
            const int changes = 1 + static_cast<int>(random() % 32);
            for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
                const auto at =
                    static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
                switch (random() % 8) {
                case 0:
                    bytes.remove(at, static_cast<qsizetype>(random() % 64));
                    break;
                case 1:
                    bytes.insert(at, bytes.mid(at, static_cast<qsizetype>(random() % 64)));
                    break;
                case 2:
                    if (random() % 8 == 0)
                        bytes.truncate(at);
                    break;
                default: // mostly in place, so that the packets behind it are found
                    bytes[at] = random() % 3 == 0 ? '\xff' : static_cast<char>(random());
                    break;
                }
            }
            const auto read = tests::readPackets(bytes);
            QCOMPARE(read.rows.size(), read.summary.exchanges);
            QVERIFY(read.summary.samples.size() <= capture::kMaxSkippedSamples);
            exchanges += read.summary.exchanges;
        }
        qInfo("%d mutants gave %llu exchanges", rounds, static_cast<unsigned long long>(exchanges));
        QVERIFY(exchanges > static_cast<std::uint64_t>(rounds));
    }

    void aCutGivesWhatCameBefore_data() { everyFileAgrees_data(); }
    void aCutGivesWhatCameBefore()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        const QByteArray whole = contentOf(path);
        std::uint64_t before = 0;
        for (int cut = 0; cut <= 25; ++cut) {
            const auto read = tests::readPackets(whole.first(whole.size() * cut / 25));
            QVERIFY(read.summary.records >= before);
            before = read.summary.records;
        }
    }

private:
    static qint64 compareHttp(const QString &path,
                              const std::vector<tests::PacketRow> &rows,
                              const QJsonObject &facts)
    {
        const bool isVersion2 = facts.contains(u"http2");
        const QJsonObject http = facts[isVersion2 ? u"http2" : u"http1"].toObject();
        const auto isRequest = [](const tests::PacketRow &row) { return isHttp(row); };
        const auto requests = std::count_if(rows.begin(), rows.end(), isRequest);
        if (http.isEmpty()) {
            [&] { QCOMPARE(requests, 0); }();
            return 0;
        }
        const auto method = [](const tests::PacketRow &row) { return row.method; };
        const auto host = [](const tests::PacketRow &row) { return row.host; };
        const auto status = [](const tests::PacketRow &row) {
            return std::to_string(row.exchange.status);
        };
        const auto isAnswered = [](const tests::PacketRow &row) {
            return isHttp(row) && row.exchange.status != 0;
        };
        [&] {
            if (!path.endsWith(u"zeek-bro.org.pcap")) // see README.md
                QCOMPARE(countsOf(rows, isAnswered, status), http[u"status"].toObject());
            else
                QCOMPARE(countsOf(rows, isAnswered, status), QJsonObject({{u"200"_s, 31}}));
            if (isVersion2 && http[u"requests"].toInteger() == 1)
                return; // one was promised by the server, see README.md
            QCOMPARE(countsOf(rows, isRequest, method), http[u"methods"].toObject());
            QCOMPARE(countsOf(rows, isRequest, host),
                     http[isVersion2 ? u"authorities" : u"hosts"].toObject());
        }();
        compareTimes(path, rows, http);
        return requests;
    }

    /// Mean time to the head of the response, s: tshark 4.0.17, `-o http.desegment_body:FALSE -T
    /// fields -e http.time`. It goes from the packet that ends the request to the one with the
    /// head.
    static std::optional<double> meanToFirstByte(const QString &path)
    {
        static const std::map<QString, double> means{
            {u"pcap/http/arkime-http-500-head.pcap"_s, 0.002766},
            {u"pcap/http/ipfixprobe-http.pcap"_s, 0.175771},
            {u"pcap/http/zeek-pipelined-requests.pcap"_s, 0.008295},
            {u"pcap/mixed/plaso-test.pcap"_s, 0.120202},
            {u"pcapng/ndpi-http_ua_splitted_in_two_pkts.pcapng"_s, 0.202941},
            {u"pcapng/zeek-cooper-grill-dvwa.pcapng"_s, 0.00729562},
        };
        const auto found = means.find(path);
        return found == means.end() ? std::nullopt : std::optional(found->second);
    }

    /// The latency goes to the first byte of the response. With the transfer it goes to the packet
    /// that ends the response, as the facts' time does, but from the first packet of a request.
    static void compareTimes(const QString &path,
                             const std::vector<tests::PacketRow> &rows,
                             const QJsonObject &http)
    {
        double latencies = 0;
        double transfers = 0;
        int known = 0;
        for (const tests::PacketRow &row : rows) {
            if (isHttp(row) && isKnown(row.exchange.latency) && isKnown(row.exchange.transfer)) {
                latencies += static_cast<double>(row.exchange.latency) / 1e9;
                transfers += static_cast<double>(row.exchange.transfer) / 1e9;
                ++known;
            }
        }
        if (!http.contains(u"response_time_mean_s")
            || known != http[u"response_times_known"].toInteger())
            return;
        const double whole = (latencies + transfers) / known;
        const double theirs = http[u"response_time_mean_s"].toDouble();
        QVERIFY(whole > theirs - 2e-6);
        QVERIFY(whole < theirs + (path.contains(u"splitted") ? 5e-3 : 2e-6));
        if (const auto toFirstByte = meanToFirstByte(path))
            COMPARE_APPROX(latencies / known, *toFirstByte, 0, 2e-6);
    }

    static qint64 compareDns(const std::vector<tests::PacketRow> &rows, const QJsonObject &facts)
    {
        if (!facts.contains(u"dns") || facts.contains(u"http2")) // that one is inside of HTTP/2
            return 0;
        const QJsonObject dns = facts[u"dns"].toObject();
        const auto asked = std::count_if(rows.begin(), rows.end(), isDns);
        const auto isAnswered = [](const tests::PacketRow &row) {
            return isDns(row) && isKnown(row.exchange.latency);
        };
        const auto code = [](const tests::PacketRow &row) {
            return std::to_string(row.exchange.status);
        };
        [&] {
            QCOMPARE(static_cast<qint64>(asked), dns[u"queries"].toInteger());
            QCOMPARE(countsOf(rows, isAnswered, code), dns[u"rcodes_all_messages"].toObject());
        }();
        return asked;
    }

    /// The name of every client hello is that of a handshake.
    static void compareTls(const std::vector<tests::PacketRow> &rows, const QJsonObject &facts)
    {
        QJsonObject names = facts[u"tls"][u"sni"].toObject();
        if (facts.contains(u"quic_packets_with_version"))
            names.remove(u"signaler-pa.clients6.google.com"); // asked for in QUIC, see README.md
        const auto isHandshake = [](const tests::PacketRow &row) {
            return row.method == "TLS" && row.path == "handshake"
                   && row.host != row.server.substr(0, row.host.size());
        };
        QCOMPARE(countsOf(rows, isHandshake, [](const auto &row) { return row.host; }), names);
    }

    static qint64 compareDatabases(const QString &path,
                                   const std::vector<tests::PacketRow> &rows,
                                   const QJsonObject &facts)
    {
        const auto commands = std::count_if(rows.begin(), rows.end(), [](const auto &row) {
            return !isHttp(row) && !isTurn(row) && !isDns(row);
        });
        qint64 expected = 0;
        if (facts.contains(u"mysql")) // COM_QUIT (1) is not answered
            expected = facts[u"mysql"][u"queries"].toInteger()
                       + facts[u"mysql"][u"commands"][u"2"].toInteger()
                       + facts[u"mysql"][u"commands"][u"4"].toInteger();
        if (facts.contains(u"pgsql"))
            expected = facts[u"pgsql"][u"simple_or_parse_queries"].toInteger();
        if (facts.contains(u"redis_command_arrays_to_port_6379"))
            expected = facts[u"redis_command_arrays_to_port_6379"].toInteger();
        if (path.endsWith(u"zeek-redis-django-cloud.pcapng"))
            expected = 158; // see README.md
        [&] { QCOMPARE(static_cast<qint64>(commands), expected); }();
        return commands;
    }
};

QTEST_GUILESS_MAIN(TestPacketFacts)
#include "tst_packet_facts.moc"
