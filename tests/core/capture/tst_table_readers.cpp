// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import.h"
#include "core/traffic/capture_statistics.h"
#include "tests/core/capture/collecting_sink.h"
#include "tests/core/capture/mutation.h"
#include "tests/support/shared_data.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

struct ReadTable
{
    Result<ImportSummary> summary = makeError(ErrorKind::Internal, {});
    std::vector<std::string> rows;
};

ReadTable readTable(const QString &format, QByteArray bytes, const QString &choices = {})
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    ReadOptions options;
    if (!choices.isEmpty()) {
        ColumnMapping mapping;
        mapping.guessesOthers = true;
        options.mapping = *withChoices(mapping, choices);
    }
    tests::CollectingSink sink;
    NullJobControl job;
    ReadTable read;
    read.summary = (*formatFromId(format))->read(device, options, sink, job);
    read.rows = std::move(sink.rows);
    return read;
}

Result<Imported> importTable(const QString &path, const QString &choices = {})
{
    ImportOptions options;
    if (!choices.isEmpty()) {
        ColumnMapping mapping;
        mapping.guessesOthers = true;
        options.read.mapping = *withChoices(mapping, choices);
    }
    NullJobControl job;
    return importCapture({path}, options, table::makeSpillingStore(), job);
}

traffic::CaptureStatistics statisticsOf(const Imported &imported)
{
    NullJobControl job;
    return *traffic::captureStatistics(*imported.table, job);
}

} // namespace

class TestTableReaders : public QObject
{
    Q_OBJECT

private slots:
    void cellsBecomeExchanges_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("choices");
        QTest::addColumn<QString>("row");
        QTest::newRow("all")
            << u"csv"_s
            << "ts,took_ms,request_bytes,bytes,status,service,instance,user,verb,path\n"
               "1700000000.5,12,120,10,200,shop,10.0.0.1:80,ann,GET,/a?b=c\n"_ba
            << QString() << u"1700000000500/12/120/10/200 shop|10.0.0.1:80|ann|GET|/a"_s;
        QTest::newRow("end and latency")
            << u"csv"_s << "end,took,host\n1700000000000,1.5,a\n"_ba << u"latency=took:s"_s
            << u"1699999998500/1500/-/-/0 a||||"_s;
        QTest::newRow("begin and end")
            << u"tsv"_s << "start\tend\thost\n2026-11-24T04:00:00Z\t2026-11-24T04:00:02.5Z\ta\n"_ba
            << QString() << u"1795492800000/2500/-/-/0 a||||"_s;
        QTest::newRow("clocks that disagree")
            << u"tsv"_s << "start\tend\thost\n2026-11-24T04:00:00Z\t2026-11-24T03:00:00Z\ta\n"_ba
            << QString() << u"1795492800000/-/-/-/0 a||||"_s;
        QTest::newRow("decimal comma, KiB, pattern")
            << u"csv"_s << "Zeit;Dauer;Antwort;Dienst\n24.11.2026 04:00:00;0,25;1,5;a\n"_ba
            << u"begin=Zeit:%d.%m.%Y %T,latency=Dauer:s,response-bytes=Antwort:KiB,host=Dienst"_s
            << u"1795492800000/250/-/1536/0 a||||"_s;
        QTest::newRow("quoted numbers, zone apart, floats of pandas")
            << u"csv"_s
            << "\"ts\",\"bytes\",\"status\"\n\"2026-11-24 04:00:00 UTC\",\"10.0\",\"200.0\"\n"_ba
            << QString() << u"1795492800000/-/-/10/200 ||||"_s;
        QTest::newRow("empty is unknown")
            << u"csv"_s
            << "ts,latency_ms,bytes,status,host\n1700000000,,NULL,-,\n1700000001,1,1,200,a\n"_ba
            << QString() << u"1700000000000/-/-/-/0 ||||"_s;
        QTest::newRow("JSON in JSON")
            << u"json-lines"_s
            << R"({"time":1712790000123000000,"request":{"method":"PUT","uri":"/x?y"},"res":{"status":204,"size":null},"ms":1.5})"
               "\n"_ba
            << u"latency=ms:ms"_s << u"1712790000123/1/-/-/204 |||PUT|/x"_s;
        QTest::newRow("operation")
            << u"csv"_s << "ts,op\n1700000000,GET http://shop/cart?x HTTP/1.1\n"_ba << QString()
            << u"1700000000000/-/-/-/0 shop|||GET|/cart"_s;
        QTest::newRow("operation by name") << u"csv"_s << "ts,event\n1700000000,PushEvent\n"_ba
                                           << QString() << u"1700000000000/-/-/-/0 |||PushEvent|"_s;
    }
    void cellsBecomeExchanges()
    {
        QFETCH(const QString, format);
        QFETCH(const QByteArray, text);
        QFETCH(const QString, choices);
        QFETCH(const QString, row);
        const ReadTable read = readTable(format, text, choices);
        QVERIFY2(read.summary.has_value(),
                 read.summary ? "" : qPrintable(read.summary.error().toString()));
        QVERIFY2(!read.rows.empty(),
                 qPrintable(read.summary->samples.isEmpty() ? QString()
                                                            : read.summary->samples[0].reason));
        QCOMPARE(QString::fromStdString(read.rows.front()), row);
    }

    void lineEndsMayStandInQuotes()
    {
        const QByteArray text = "ts,note,host\r\n1700000000,\"a\r\nb, \"\"c\"\"\",x\r\n"
                                "1700000001,\"plain\",y\r\n1700000002,\"never closed,z\r\n"
                                "1700000003,d,v\r\n";
        const ReadTable read = readTable(u"csv"_s, text);
        QCOMPARE(read.rows.size(), std::size_t{4});
        QCOMPARE(QString::fromStdString(read.rows[0]), u"1700000000000/-/-/-/0 x||||"_s);
        QCOMPARE(QString::fromStdString(read.rows[2]), u"1700000002000/-/-/-/0 z||||"_s);
        QCOMPARE(QString::fromStdString(read.rows[3]), u"1700000003000/-/-/-/0 v||||"_s);
    }

    void outcomesAreRead()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"t.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("ts,host,success\n1700000000,a,true\n1700000001,a,false\n1700000002,a,\n");
        file.close();
        const auto imported = importTable(file.fileName());
        QVERIFY(imported.has_value());
        const auto statistics = statisticsOf(*imported);
        QCOMPARE(statistics.totals.knownOutcomes, std::uint64_t{2});
        QCOMPARE(statistics.totals.errors, std::uint64_t{1});
        QCOMPARE(imported->summary.format, u"csv"_s);
        QVERIFY(imported->summary.mapping.has_value());
        QCOMPARE(imported->summary.mapping->columns.size(), std::size_t{3});
        QVERIFY(imported->summary.notes.join(u' ').contains(u"outcome=success:true-is-ok"));
    }

    void badRowsAreCountedWithTheirPlace()
    {
        QByteArray text = "ts,latency_ms,host\n";
        for (int i = 0; i < 300; ++i)
            text += QByteArray::number(1700000000 + i)
                    + (i % 3 == 0   ? ",5,a\n"
                       : i % 3 == 1 ? ",soon,a\n"
                                    : ",5,a\nyesterday,5,a\n\n");
        text += "17000";
        const ReadTable read = readTable(u"csv"_s, text);
        QCOMPARE(read.summary->exchanges, std::uint64_t{200});
        QCOMPARE(read.summary->skipped, std::uint64_t{201});
        QCOMPARE(read.summary->samples[0].place, u"line 3"_s);
        QVERIFY(read.summary->truncated);
    }

    void headersOfFilesPutTogetherAreNoRows()
    {
        const QByteArray part = "ts,host\n1700000000,a\n1700000001,b\n";
        const ReadTable read = readTable(u"csv"_s, part + part);
        QCOMPARE(read.summary->records, std::uint64_t{4});
        QCOMPARE(read.summary->skipped, std::uint64_t{0});
    }

    void withoutATimeTheColumnsAreNamed()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"t.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,amount\nann,5\nbob,7\ncid,9\n");
        file.close();
        const auto imported = importTable(file.fileName());
        QVERIFY(!imported.has_value());
        QCOMPARE(imported.error().kind, ErrorKind::Format);
        QVERIFY2(imported.error().message.contains(u"name, amount")
                     && imported.error().message.contains(u"--map begin="),
                 qPrintable(imported.error().message));
        QCOMPARE(importTable(file.fileName(), u"begin=when"_s).error().kind,
                 ErrorKind::InvalidArgument);
    }

    void sniffersLeaveOtherTextAlone()
    {
        for (const QByteArray &text :
             {"Dear all,\nthe server, as you know, is slow.\nBye,\nA.\n"_ba,
              "{\n  \"a\": 1,\n  \"b\": 2\n}\n"_ba,
              "int main(int a, char **b)\n{\n  return f(a, b);\n}\n"_ba,
              QByteArray(3000, '\0'),
              "\n\n\n"_ba}) {
            for (const QString &id : {u"csv"_s, u"tsv"_s, u"json-lines"_s})
                QCOMPARE((*formatFromId(id))->sniff(text, {}), Confidence::No);
        }
    }

    void cancelIsHeard()
    {
        struct Cancelled final : JobControl
        {
            bool isCancelled() const noexcept override { return true; }
            void report(double, const QString &) override {}
        } job;
        QByteArray bytes = "ts,host\n1700000000,a\n";
        QBuffer device(&bytes);
        device.open(QIODevice::ReadOnly);
        tests::CollectingSink sink;
        QCOMPARE((*formatFromId(u"csv"_s))->read(device, {}, sink, job).error().kind,
                 ErrorKind::Cancelled);
    }

    /// Sums, counts and times from facts.json, counted by an independent parser.
    void publicTablesAgreeWithTheFacts()
    {
        SKIP_WITHOUT_SHARED_DATA();
        const QString folder = tests::sharedData() + u"/generic/"_s;
        {
            const auto imported =
                importTable(folder + u"azure-llm-inference-code.csv"_s,
                            u"request-bytes=ContextTokens,response-bytes=GeneratedTokens"_s);
            QVERIFY(imported.has_value());
            const auto statistics = statisticsOf(*imported);
            QCOMPARE(imported->summary.records, std::uint64_t{8819});
            QCOMPARE(statistics.totals.exchanges, std::uint64_t{8819});
            QCOMPARE(statistics.totals.requestBytes, std::int64_t{18059974});
            QCOMPARE(statistics.totals.responseBytes, std::int64_t{245896});
            QCOMPARE(statistics.firstTime, std::int64_t{1700158623979960000});
            QCOMPARE(statistics.lastTime, std::int64_t{1700162059928016000});
        }
        {
            const auto imported = importTable(folder + u"lnav-cloudflare.jsonl"_s);
            QVERIFY(imported.has_value());
            const auto statistics = statisticsOf(*imported);
            QCOMPARE(imported->summary.records, std::uint64_t{15});
            QCOMPARE(statistics.totals.responseBytes, std::int64_t{115665});
            QCOMPARE(statistics.totals.knownLatencies, std::uint64_t{15});
            const std::map<int, std::uint64_t> statuses{
                {200, 9}, {204, 1}, {401, 1}, {403, 2}, {404, 1}, {502, 1}};
            QCOMPARE(statistics.statuses, statuses);
            QCOMPARE(statistics.resources.size(), std::size_t{2});
            QCOMPARE(statistics.resources[0].name, u"www.example.com"_s);
            QCOMPARE(statistics.resources[0].totals.exchanges, std::uint64_t{11});
        }
        {
            const auto imported = importTable(folder + u"lnav-gharchive.jsonl"_s);
            QVERIFY(imported.has_value());
            const auto statistics = statisticsOf(*imported);
            QCOMPARE(imported->summary.records, std::uint64_t{50});
            QCOMPARE(statistics.firstTime, std::int64_t{1704121200} * 1'000'000'000);
            QCOMPARE(statistics.lastTime, std::int64_t{1704121201} * 1'000'000'000);
            QVERIFY2(statistics.operations.size() == 8,
                     qPrintable(imported->summary.notes.join(u' ')));
            QCOMPARE(statistics.operations[0].name, u"PushEvent"_s);
            QCOMPARE(statistics.operations[0].totals.exchanges, std::uint64_t{30});
        }
        // No stamp in it at all: it cannot be a capture, and it is said what is missing.
        const auto flows =
            importTable(tests::sharedData() + u"/flows/json/pmacct-ipfix-nfv9-flows.jsonl"_s);
        QVERIFY(!flows.has_value());
        QVERIFY2(flows.error().message.contains(u"ip_src"), qPrintable(flows.error().message));
    }

    void anyBytesGiveAnAnswer()
    {
        const QByteArray seeds[] = {
            "ts,took_ms,bytes,status,service,path\n1700000000.5,12,10,200,shop,\"/a,b\"\n"
            "1700000001.5,13,11,500,\"sh\"\"op\",/c\n1700000002,14,12,200,cart,/d\n"_ba,
            "Zeit;start_time;duration_s;service\r\n1;24.11.2026 10:05;0,25;cart\r\n2;2026-11-24 "
            "10:05:04;1,5;web\r\n"_ba,
            "begin\tend\tservice\n2026-11-24T10:05:03Z\t2026-11-24T10:05:04Z\tweb\n"_ba,
            R"({"time":1712790000123000000,"request":{"method":"PUT","uri":"/x?y"},"res":{"status":204}})"
            "\n{\"time\":1712790000123000000}\n"_ba};
        const QString choices[] = {{},
                                   {},
                                   u"begin=ts:ns,latency=took_ms:s"_s,
                                   u"begin=start_time:%d.%m.%Y %H:%M"_s,
                                   u"separator=;,decimal=comma"_s,
                                   u"header=no,begin=#1"_s};
        std::mt19937 random(7);
        int rounds = qEnvironmentVariableIntValue("DRAMATIS_FUZZ_ROUNDS");
        rounds = rounds > 0 ? rounds : 3000;
        int tables = 0;
        for (int round = 0; round < rounds; ++round) {
            const QByteArray bytes = tests::mutated(seeds[random() % std::size(seeds)], random);
            const QString format =
                QStringList{u"csv"_s, u"tsv"_s, u"json-lines"_s}[static_cast<int>(random() % 3)];
            static_cast<void>((*formatFromId(format))->sniff(bytes, {}));
            const ReadTable read = readTable(format, bytes, choices[random() % std::size(choices)]);
            if (!read.summary) {
                QVERIFY(!read.summary.error().message.isEmpty());
                continue;
            }
            ++tables;
            QCOMPARE(read.summary->records, read.summary->exchanges + read.summary->skipped);
            QCOMPARE(read.summary->exchanges, std::uint64_t{read.rows.size()});
        }
        QVERIFY(tables > rounds / 20);
    }
};

QTEST_GUILESS_MAIN(TestTableReaders)
#include "tst_table_readers.moc"
