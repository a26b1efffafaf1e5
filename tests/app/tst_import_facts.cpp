// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/command_line.h"
#include "tests/support/shared_data.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

using namespace dramatis;
using namespace Qt::StringLiterals;

namespace {

/// At least so many of the files agree in everything that their facts have.
constexpr double kLeastShare = 0.97;

/// Files whose facts differ from what an import says, each for a reason that
/// tests/core/capture/README.md gives.
const std::map<QString, QStringList> kExplained{
    {u"pcap/http/zeek-bro.org.pcap"_s, {u"statuses"_s}},
    {u"har/perfcascade-chrome_github.com_home.har"_s, {u"responseBytes"_s}},
    {u"flows/argus-csv/slips-test3-mixed.binetflow"_s, {u"requestBytes"_s}},
    {u"flows/json/pmacct-ipfix-nfv9-flows.jsonl"_s, {u"refused"_s}},
};

/// What the facts of a file say of its import; empty where they say nothing.
struct Expected
{
    qint64 records = 0;
    qint64 leastExchanges = 0;
    qint64 mostExchanges = 0;
    qint64 skipped = 0;
    std::optional<QJsonObject> statuses{};
    std::optional<qint64> requestBytes{};
    std::optional<qint64> responseBytes{};
    std::optional<double> first{}; ///< s since the epoch, as the stamps were written
    std::optional<double> last{};
    bool isWithin = false; ///< first and last are bounds of the exchanges' begins
    double tolerance = 1;  ///< s: stamps may be of the end of an exchange
};

std::optional<qint64> firstOf(const QJsonObject &facts, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const QJsonValue value = facts.value(QLatin1StringView(key)); value.isDouble())
            return value.toInteger();
    }
    return std::nullopt;
}

/// Without what is no number: "(none)".
QJsonObject numbered(const QJsonObject &statuses)
{
    QJsonObject all;
    for (auto status = statuses.begin(); status != statuses.end(); ++status) {
        bool isNumber = false;
        status.key().toInt(&isNumber);
        if (isNumber)
            all.insert(status.key(), status.value());
    }
    return all;
}

/// Of packets: the messages are the least there is, turns of other protocols come to them.
Expected ofPackets(const QJsonObject &facts)
{
    Expected expected;
    expected.records = facts[u"packets"].toInteger();
    expected.mostExchanges = expected.records;
    const QJsonObject http1 = facts[u"http1"].toObject();
    const QJsonObject http2 = facts[u"http2"].toObject();
    QJsonObject statuses = http1[u"status"].toObject();
    const QJsonObject more = http2[u"status"].toObject();
    for (auto status = more.begin(); status != more.end(); ++status)
        statuses[status.key()] = statuses[status.key()].toInteger() + status.value().toInteger();
    expected.statuses = statuses;
    expected.leastExchanges = http1[u"requests"].toInteger() + http2[u"requests"].toInteger()
                              + facts[u"mysql"][u"queries"].toInteger()
                              + facts[u"pgsql"][u"simple_or_parse_queries"].toInteger()
                              + facts[u"redis_command_arrays_to_port_6379"].toInteger();
    if (http2.isEmpty()) // else they are asked over HTTP
        expected.leastExchanges += facts[u"dns"][u"queries"].toInteger();
    expected.mostExchanges = std::max(expected.mostExchanges, expected.leastExchanges);
    const double first = facts[u"first_epoch"].toString().toDouble();
    const double last = facts[u"last_epoch"].toString().toDouble();
    expected.first = std::min(first, last);
    expected.last = std::max(first, last);
    expected.isWithin = true;
    return expected;
}

Expected ofRecords(const QJsonObject &facts)
{
    Expected expected;
    expected.skipped = firstOf(facts, {"lines_not_requests", "lines_not_records"}).value_or(0);
    if (const auto requests = firstOf(facts, {"requests"})) {
        expected.records = *requests + expected.skipped;
        expected.leastExchanges = expected.mostExchanges = *requests;
    } else if (const auto spans = firstOf(facts, {"spans"})) {
        // A call is one exchange, of which there are one or two spans; others are within a service.
        const QJsonObject kinds = facts[u"kinds"].toObject();
        expected.records = expected.mostExchanges = *spans;
        for (const QString &server : {u"2"_s, u"SPAN_KIND_SERVER"_s, u"SERVER"_s})
            expected.leastExchanges += kinds[server].toInteger();
    } else {
        expected.records = firstOf(facts, {"records", "entries"}).value_or(0);
        expected.leastExchanges = expected.mostExchanges = expected.records;
    }
    if (const QJsonObject statuses = facts[u"status"].toObject(); !statuses.isEmpty())
        expected.statuses = numbered(statuses);
    expected.requestBytes = firstOf(
        facts, {"request_bytes_sum", "request_body_len_sum", "orig_bytes_sum", "src_bytes_sum"});
    expected.responseBytes = firstOf(facts,
                                     {"response_bytes_sum",
                                      "response_body_len_sum",
                                      "resp_bytes_sum",
                                      "response_body_size_sum_nonnegative"});
    const auto time = [&facts](QStringView utc, const char *ns, const char *us) {
        std::optional<double> seconds;
        const QDateTime stamp = QDateTime::fromString(facts[utc].toString(), Qt::ISODateWithMs);
        if (stamp.isValid())
            seconds = double(stamp.toMSecsSinceEpoch()) / 1e3;
        else if (const auto nanoseconds = firstOf(facts, {ns}))
            seconds = double(*nanoseconds) / 1e9;
        else if (const auto microseconds = firstOf(facts, {us}))
            seconds = double(*microseconds) / 1e6;
        return seconds;
    };
    expected.first = time(u"first_utc", "first_start_ns", "first_start_us");
    expected.last = time(u"last_utc", "", "");
    expected.tolerance = std::max(1.0, facts[u"latency_max_s"].toDouble());
    return expected;
}

/// Names of the figures that differ, each with both.
QStringList differences(const QJsonObject &ours, const Expected &expected)
{
    QStringList all;
    const auto differ = [&all](const QString &name, const auto &is, const auto &isToBe) {
        all.append(u"%1: %2, not %3"_s.arg(name).arg(is).arg(isToBe));
    };
    const auto compare = [&](const QString &name, qint64 is, qint64 isToBe) {
        if (is != isToBe)
            differ(name, is, isToBe);
    };
    compare(u"records"_s, ours[u"records"].toInteger(), expected.records);
    const qint64 exchanges = ours[u"exchanges"].toInteger();
    if (exchanges < expected.leastExchanges || exchanges > expected.mostExchanges)
        differ(u"exchanges"_s, exchanges, expected.leastExchanges);
    compare(u"skipped"_s, ours[u"skipped"][u"count"].toInteger(), expected.skipped);
    if (expected.statuses) {
        QJsonObject statuses = ours[u"statuses"].toObject();
        if (expected.isWithin) // statuses of DNS and alerts of TLS are none of HTTP
            for (const QString &status : statuses.keys())
                if (status.toInt() < 100)
                    statuses.remove(status);
        if (statuses != *expected.statuses)
            differ(u"statuses"_s,
                   QString::fromUtf8(QJsonDocument(statuses).toJson(QJsonDocument::Compact)),
                   QString::fromUtf8(
                       QJsonDocument(*expected.statuses).toJson(QJsonDocument::Compact)));
    }
    // A sum of nothing is absent.
    if (expected.requestBytes)
        compare(u"requestBytes"_s, ours[u"requestBytes"].toInteger(), *expected.requestBytes);
    if (expected.responseBytes)
        compare(u"responseBytes"_s, ours[u"responseBytes"].toInteger(), *expected.responseBytes);
    for (const bool isFirst : {true, false}) {
        const QString name = isFirst ? u"firstTime"_s : u"lastTime"_s;
        const std::optional<double> stamp = isFirst ? expected.first : expected.last;
        if (!stamp)
            continue;
        const QDateTime time = QDateTime::fromString(ours[name].toString(), Qt::ISODateWithMs);
        const double difference = double(time.toMSecsSinceEpoch()) / 1e3 - *stamp;
        const bool isFine = expected.isWithin ? (isFirst ? difference >= -1 : difference <= 1)
                                              : std::abs(difference) <= expected.tolerance + 0.001;
        if (!time.isValid() || !isFine)
            differ(name, ours[name].toString(), *stamp);
    }
    return all;
}

} // namespace

/// `dramatis-cli import --json` on every public capture against what independent parsers counted
/// in it (facts.json beside them): records, exchanges, statuses, bytes, first and last time, what
/// was skipped. The tests in tests/core/capture compare more of each family.
class TestImportFacts : public QObject
{
    Q_OBJECT

private slots:
    void everyFileAgreesOrIsExplained()
    {
        SKIP_WITHOUT_SHARED_DATA();
        const QJsonObject all = tests::sharedFacts();
        QVERIFY(all.size() > 100);
        QStringList surprises;
        int agreeing = 0;
        for (auto entry = all.begin(); entry != all.end(); ++entry) {
            const QJsonObject facts = entry.value()[u"facts"].toObject();
            const auto import = tests::commandLine(
                {u"import"_s, u"--json"_s, tests::sharedData() + u'/' + entry.key()});
            QStringList found;
            if (import.code != 0)
                found.append(u"refused: "_s + import.told());
            else
                found =
                    differences(import.json(),
                                facts.contains(u"packets") ? ofPackets(facts) : ofRecords(facts));
            agreeing += found.isEmpty() ? 1 : 0;
            QStringList names;
            for (const QString &difference : std::as_const(found))
                names.append(difference.section(u':', 0, 0));
            const auto explained = kExplained.find(entry.key());
            if (names != (explained == kExplained.end() ? QStringList() : explained->second))
                surprises.append(entry.key() + u"\n    "_s + found.join(u"\n    "));
        }
        QVERIFY2(surprises.isEmpty(), qPrintable(surprises.join(u'\n')));
        QVERIFY(agreeing >= kLeastShare * double(all.size()));
        qInfo("%d of %d files agree in everything.", agreeing, int(all.size()));
    }
};

QTEST_GUILESS_MAIN(TestImportFacts)
#include "tst_import_facts.moc"
