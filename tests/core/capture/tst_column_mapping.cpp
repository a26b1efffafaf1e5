// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/tables/column_mapping.h"
#include "core/capture/tables/separated_row.h"
#include "core/capture/tables/stamp_pattern.h"

#include <QJsonArray>
#include <QTest>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

/// "begin=ts:ms latency=took:s": the mapping as `--map` would have it, in the order of the columns.
QString written(const ColumnMapping &mapping)
{
    QStringList parts;
    for (const MappedColumn &column : mapping.columns) {
        if (column.role == ColumnRole::Ignored)
            continue;
        const QString unit =
            column.unit == ColumnUnit::Automatic ? QString() : QString(u':' + unitId(column.unit));
        parts.append(roleId(column.role) + u'=' + column.name + unit);
    }
    return parts.join(u' ');
}

QString guessOf(const QByteArray &text)
{
    const auto sample = sampleTable(text, {});
    return sample ? written(guessMapping(*sample).mapping) : sample.error().message;
}

} // namespace

class TestColumnMapping : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreTakenApartAsRfc4180HasIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("plain") << "a,b,,d"_ba << QStringList{u"a"_s, u"b"_s, {}, u"d"_s} << true;
        QTest::newRow("empty last") << "a,"_ba << QStringList{u"a"_s, {}} << true;
        QTest::newRow("quoted") << R"("a,b","c ""d""",e)"_ba
                                << QStringList{u"a,b"_s, u"c \"d\""_s, u"e"_s} << true;
        QTest::newRow("line end") << "\"a\nb\",c"_ba << QStringList{u"a\nb"_s, u"c"_s} << true;
        QTest::newRow("open") << "a,\"b"_ba << QStringList{u"a"_s} << false;
        QTest::newRow("quote within") << "a\"b,c"_ba << QStringList{u"a\"b"_s, u"c"_s} << true;
        QTest::newRow("space before") << "a, \"b,c\""_ba << QStringList{u"a"_s, u"b,c"_s} << true;
        QTest::newRow("text after") << "\"a\"b,c"_ba << QStringList{u"ab"_s, u"c"_s} << true;
    }
    void rowsAreTakenApartAsRfc4180HasIt()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QStringList, cells);
        QFETCH(const bool, isWhole);
        SeparatedRow row(',');
        QCOMPARE(row.parse({text.constData(), static_cast<std::size_t>(text.size())}), isWhole);
        QStringList found;
        for (const std::string_view cell : row.cells())
            found.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
        QCOMPARE(found, cells);
    }

    /// Times checked with `date -u -d @...`.
    void patternsReadStamps_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("time"); // ns, -1 none
        QTest::newRow("German") << u"%d.%m.%Y %H:%M:%S"_s << "24.11.2026 10:05:03"_ba
                                << qint64{1795514703} * 1'000'000'000;
        QTest::newRow("US") << u"%m/%d/%y %I:%M:%S %p"_s << "11/24/26 10:05:03 PM"_ba
                            << qint64{1795557903} * 1'000'000'000;
        QTest::newRow("midnight") << u"%Y-%m-%d %I %p"_s << "2026-11-24 12 AM"_ba
                                  << qint64{1795478400} * 1'000'000'000;
        QTest::newRow("fraction, zone") << u"%Y%m%dT%H%M%S.%f%z"_s << "20261124T100503.25+0100"_ba
                                        << qint64{1795511103} * 1'000'000'000 + 250'000'000;
        QTest::newRow("month name") << u"%b %d %Y %T"_s << "November 24 2026 10:05:03"_ba
                                    << qint64{1795514703} * 1'000'000'000;
        QTest::newRow("day of year")
            << u"%Y-%j"_s << "2026-328"_ba << qint64{1795478400} * 1'000'000'000;
        QTest::newRow("more") << u"%F"_s << "2026-11-24x"_ba << qint64{-1};
        QTest::newRow("no such day") << u"%F"_s << "2026-02-30"_ba << qint64{-1};
        QTest::newRow("no such hour") << u"%F %H"_s << "2026-02-03 24"_ba << qint64{-1};
    }
    void patternsReadStamps()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QByteArray, text);
        QFETCH(const qint64, time);
        const auto made = StampPattern::fromText(pattern);
        QVERIFY(made.has_value());
        QCOMPARE(made->parse(text.toStdString(), 0).value_or(-1), time);
    }

    void badPatternsAreRefused()
    {
        for (const QString &pattern : {u"%Q"_s, u"%"_s, u"%H:%M"_s, u"%Y"_s, QString()})
            QCOMPARE(StampPattern::fromText(pattern).error().kind, ErrorKind::InvalidArgument);
    }

    void columnsAreGuessedByNameAndValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("mapping");
        QTest::newRow("JMeter")
            << "timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,bytes,"
               "sentBytes,URL,Latency\n1700000000123,45,Home,200,OK,T "
               "1-1,true,5120,120,http://shop/home,40\n"_ba
            << u"begin=timeStamp:ms latency=elapsed:ms operation=label status=responseCode "
               "outcome=success:true-is-ok response-bytes=bytes:B request-bytes=sentBytes:B "
               "url=URL"_s;
        QTest::newRow("own, semicolons, decimal comma")
            << "\xEF\xBB\xBFZeit;start_time;duration_s;service\r\n1;2026-11-24 "
               "10:05:03;0,25;cart\r\n"
               "2;2026-11-24 10:05:04;1,5;web\r\n"_ba
            << u"begin=start_time:iso latency=duration_s:s host=service"_s;
        QTest::newRow("no header")
            << "1700000000,GET,/cart,200,10.0.0.7\n1700000001,POST,/pay,503,10.0.0.8\n"
               "1700000002,GET,/cart,200,10.0.0.7\n"_ba
            << u"begin=#1:s method=#2 path=#3 status=#4 client=#5"_s;
        QTest::newRow("ECS lines")
            << R"({"@timestamp":"2026-11-24T10:05:03.1Z","http":{"request":{"method":"GET","bytes":12},"response":{"status_code":200,"bytes":99}},"url":{"path":"/a"},"source":{"ip":"10.0.0.7"},"event":{"duration":2500000},"service":{"name":"web"}})"
               "\n"_ba
            << u"begin=@timestamp:iso method=http>request>method "
               u"request-bytes=http>request>bytes:B "
               "status=http>response>status_code response-bytes=http>response>bytes:B "
               "path=url>path client=source>ip latency=event>duration:ns host=service>name"_s;
        QTest::newRow("begin and end")
            << "begin\tend\tservice\terror\n2026-11-24T10:05:03Z\t2026-11-24T10:05:04Z\tweb\tfalse\n"_ba
            << u"begin=begin:iso end=end:iso host=service outcome=error:true-is-error"_s;
        QTest::newRow("a time that is none") << "time,name\n12.5,a\n13.5,b\n"_ba << QString();
    }
    void columnsAreGuessedByNameAndValues()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, mapping);
        QCOMPARE(guessOf(text), mapping);
    }

    void everyGuessHasAReason()
    {
        const auto sample = sampleTable("ts,note,status\n1700000000,x,200\n1700000001,y,200\n", {});
        QVERIFY(sample.has_value());
        const GuessedMapping guessed = guessMapping(*sample);
        QCOMPARE(guessed.guesses.size(), std::size_t{3});
        QCOMPARE(guessed.guesses[0].certainty, 1.0);
        QVERIFY(guessed.guesses[0].reason.contains(u"ts"));
        QCOMPARE(guessed.guesses[1], ColumnGuess());
    }

    void choicesComeBeforeGuesses()
    {
        const auto sample =
            sampleTable("ts,took,other,svc\n1700000000,5,2026-11-24T10:05:03Z,web\n", {});
        ColumnMapping wanted;
        wanted.guessesOthers = true;
        const auto chosen = withChoices(wanted, u"begin=other,latency=took:us,host=svc"_s);
        QVERIFY(chosen.has_value());
        const auto complete = completeMapping(*chosen, *sample);
        QVERIFY(complete.has_value());
        QCOMPARE(written(complete->mapping), u"latency=took:us begin=other:iso host=svc"_s);
        const auto only =
            completeMapping({{}, {{u"ts"_s, ColumnRole::End, {}, {}}}, false}, *sample);
        QCOMPARE(written(only->mapping), u"end=ts:s"_s);
    }

    void choicesMayHoldCommasAndColons()
    {
        const auto mapping = withChoices(
            {},
            u"begin=day, time:%d.%m.%Y, %H:%M:%S,latency=a:b,host=x:y:z,separator=;,decimal=comma,header=no"_s);
        QVERIFY(mapping.has_value());
        QCOMPARE(mapping->columns[0].name, u"day, time"_s);
        QCOMPARE(mapping->columns[0].pattern, u"%d.%m.%Y, %H:%M:%S"_s);
        QCOMPARE(mapping->columns[1].name, u"a:b"_s);
        QCOMPARE(mapping->columns[2].name, u"x:y:z"_s);
        QCOMPARE(mapping->layout.separator, ';');
        QCOMPARE(mapping->layout.decimal, ',');
        QCOMPARE(mapping->layout.header, TableLayout::Header::Absent);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("choices");
        QTest::addColumn<QString>("part");
        QTest::newRow("form") << u"begin"_s << u"ROLE=COLUMN"_s;
        QTest::newRow("role") << u"start=ts"_s << u"begin, end, latency"_s;
        QTest::newRow("column") << u"begin=when"_s << u"there are ts, host"_s;
        QTest::newRow("unit") << u"host=host:ms"_s << u"no unit of “host”"_s;
        QTest::newRow("pattern") << u"begin=ts:%Q"_s << u"pattern"_s;
        QTest::newRow("no time") << u"ignore=ts"_s << u"--map begin=COLUMN"_s;
        QTest::newRow("separator") << u"separator=x"_s << u"semicolon"_s;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(const QString, choices);
        QFETCH(const QString, part);
        const auto sample = sampleTable("ts,host\n1700000000,a\n", {});
        ColumnMapping wanted;
        wanted.guessesOthers = true;
        const auto mapping = withChoices(wanted, choices);
        const QString message =
            mapping ? completeMapping(*mapping, *sample).error().message : mapping.error().message;
        QVERIFY2(message.contains(part), qPrintable(message));
    }

    void jsonRoundTrips()
    {
        ColumnMapping mapping;
        mapping.layout = {TableLayout::Form::Separated, '\t', ',', TableLayout::Header::Absent};
        mapping.columns = {{u"#1"_s, ColumnRole::Begin, ColumnUnit::Pattern, u"%F %T"_s},
                           {u"#2"_s, ColumnRole::Ignored, {}, {}},
                           {u"#3"_s, ColumnRole::Latency, ColumnUnit::Microseconds, {}}};
        mapping.guessesOthers = true;
        QCOMPARE(*mappingFromJson(mappingToJson(mapping)), mapping);
        QCOMPARE(*mappingFromJson(mappingToJson({})), ColumnMapping());
        QCOMPARE(mappingFromJson({}).error().kind, ErrorKind::Format);
        QJsonObject bad = mappingToJson(mapping);
        bad.insert(u"columns"_s, QJsonArray{QJsonObject{{u"name"_s, u"x"_s}, {u"role"_s, u"y"_s}}});
        QCOMPARE(mappingFromJson(bad).error().kind, ErrorKind::Format);
    }
};

QTEST_GUILESS_MAIN(TestColumnMapping)
#include "tst_column_mapping.moc"
