// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/preview.h"
#include "tests/support/shared_data.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

class TestPreview : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(path));
        return path;
    }

    static QByteArray combined(int number)
    {
        return QByteArray("192.0.2.") + QByteArray::number(number % 200)
               + " - - [24/Nov/2026:10:00:00 +0100] \"GET /item/" + QByteArray::number(number)
               + "?q=secret HTTP/1.1\" 200 0 \"-\" \"curl/7.88\"\n";
    }

    static QByteArray lines(int count)
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += combined(i);
        return text;
    }

    static Preview shown(const QString &path, const FileOptions &options = {})
    {
        NullJobControl job;
        auto result = preview(path, options, job);
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
        return *std::move(result);
    }

private slots:
    void everyLineStandsInItsPlace()
    {
        const QByteArray text = combined(1) + "garbage here\r\n" + combined(2) + "\n" + combined(3);
        const Preview shown = TestPreview::shown(write(u"a.log"_s, text));
        QCOMPARE(shown.reader->id(), u"nginx-combined"_s);
        QCOMPARE(shown.rows.size(), std::size_t(4));
        QCOMPARE(shown.rows[0].place, u"line 1"_s);
        QVERIFY(shown.rows[0].text.startsWith(u"192.0.2.1 - - [24/Nov"));
        QVERIFY(shown.rows[0].text.endsWith(u"\"curl/7.88\""));
        QVERIFY(shown.rows[0].isExchange());
        QCOMPARE(shown.rows[0].client, std::string("192.0.2.1"));
        QCOMPARE(shown.rows[0].path, std::string("/item/1"));
        QCOMPARE(shown.rows[1].place, u"line 2"_s);
        QCOMPARE(shown.rows[1].text, u"garbage here"_s);
        QVERIFY(!shown.rows[1].isExchange());
        QCOMPARE(shown.rows[2].place, u"line 3"_s);
        QCOMPARE(shown.rows[3].place, u"line 5"_s);
        QCOMPARE(shown.exchanges, std::uint64_t(3));
        QCOMPARE(shown.skipped, std::uint64_t(1));
        QVERIFY(shown.isWhole);
        QCOMPARE(shown.estimatedExchanges, 3.0);
        QVERIFY(!shown.takesZone);
    }

    void onlyTheFirstRecordsAreRead()
    {
        const QByteArray text = lines(20'000);
        const Preview shown = TestPreview::shown(write(u"long.log"_s, text));
        QCOMPARE(shown.rows.size(), kMostPreviewRows);
        QCOMPARE(shown.skipped, std::uint64_t(0));
        QVERIFY(!shown.isWhole);
        QCOMPARE(shown.bytes, std::int64_t(text.size()));
        // Later lines are up to three digits longer.
        QVERIFY2(std::abs(shown.estimatedExchanges - 20'000) < 0.05 * 20'000,
                 qPrintable(QString::number(shown.estimatedExchanges)));
    }

    void rowsOfATableAreEstimatedByTheirLength()
    {
        QByteArray text("time,latency_ms\n");
        for (int i = 0; i < 9000; ++i)
            text += "2026-11-24 10:" + QByteArray::number(i / 60 % 60).rightJustified(2, '0') + ':'
                    + QByteArray::number(i % 60).rightJustified(2, '0') + ','
                    + QByteArray::number(i) + '\n';
        const Preview shown = TestPreview::shown(write(u"long.csv"_s, text));
        QCOMPARE(shown.reader->id(), u"csv"_s);
        QVERIFY(!shown.isWhole);
        QVERIFY2(std::abs(shown.estimatedExchanges - 9000) < 0.05 * 9000,
                 qPrintable(QString::number(shown.estimatedExchanges)));
    }

    void theLimitCutsNoRecord()
    {
        // Lines of 40 KiB: the limit is in the middle of the 27th.
        QByteArray text;
        for (int i = 0; i < 40; ++i) {
            QByteArray line = combined(i);
            line.insert(line.indexOf("curl"), QByteArray(40 * 1024, 'x'));
            text += line;
        }
        const Preview shown = TestPreview::shown(write(u"wide.log"_s, text));
        QVERIFY(shown.exchanges >= 24 && shown.exchanges < 40);
        QCOMPARE(shown.skipped, std::uint64_t(0));
        QVERIFY(!shown.isWhole);
    }

    void compressedFilesAreAsTheOnesInside_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isEstimated");
        QTest::newRow("gzip") << u"gzip"_s << u"gzip"_s << true;
        QTest::newRow("zstd") << u"zstd"_s << u"zstd"_s << true;
        QTest::newRow("xz") << u"xz"_s << u"xz"_s << true;
        QTest::newRow("bzip2") << u"bzip2"_s << u"bzip2"_s << false;
    }

    void compressedFilesAreAsTheOnesInside()
    {
        QFETCH(QString, program);
        QFETCH(QString, name);
        QFETCH(bool, isEstimated);
        const QString path = write(u"packed.log"_s, lines(60'000));
        QProcess process;
        process.setStandardOutputFile(path + u'.' + name);
        process.start(program, {u"-c"_s, path});
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            QSKIP("The program is not installed.");
        const Preview plain = shown(path);
        const Preview packed = shown(path + u'.' + name);
        QCOMPARE(packed.compression, name);
        QCOMPARE(packed.rows, plain.rows);
        QCOMPARE(packed.confidence, plain.confidence);
        // Only an order of size: a decoder has read ahead of what it handed on by then.
        if (isEstimated)
            QVERIFY2(std::abs(packed.estimatedExchanges - 60'000) < 0.5 * 60'000,
                     qPrintable(QString::number(packed.estimatedExchanges)));
        else
            QVERIFY(std::isnan(packed.estimatedExchanges));
    }

    void anotherFormatIsReadAsSaidAndJudgedAsFound()
    {
        FileOptions options;
        options.format = u"squid"_s;
        const Preview shown = TestPreview::shown(write(u"b.log"_s, lines(10)), options);
        QCOMPARE(shown.reader->id(), u"squid"_s);
        QCOMPARE(shown.confidence, Confidence::No);
        QCOMPARE(shown.exchanges, std::uint64_t(0));
        QCOMPARE(shown.skipped, std::uint64_t(10));
        QVERIFY(!shown.formats.empty());
        QCOMPARE(shown.formats.front().reader->id(), u"nginx-combined"_s);
        QCOMPARE(shown.formats.front().confidence, Confidence::Certain);
    }

    void stampsWithoutZoneTakeOne()
    {
        const QString path = write(u"iis.log"_s,
                                   "#Fields: date time s-ip cs-method cs-uri-stem c-ip sc-status "
                                   "time-taken\n"
                                   "2026-11-24 10:00:00 10.0.0.1 GET / 10.0.0.9 200 5\n");
        FileOptions options;
        const Preview utc = shown(path, options);
        QVERIFY(utc.takesZone);
        options.read.zone = *StampZone::fromId(u"Europe/Berlin"_s);
        const Preview berlin = shown(path, options);
        QCOMPARE(utc.rows.front().begin - berlin.rows.front().begin, 3600 * kNanosecondsPerSecond);
    }

    void aTableShowsItsColumnsAndWhatTheyAre()
    {
        const QString path = write(u"t.csv"_s,
                                   "when,took,what\n"
                                   "2026-11-24T10:00:00Z,5,/a\n"
                                   "2026-11-24T10:00:01Z,7,/b\n"
                                   "nonsense,7,/b\n");
        FileOptions options;
        options.read.mapping = ColumnMapping{};
        options.read.mapping->columns = {
            {u"when"_s, ColumnRole::Begin, ColumnUnit::Automatic, {}},
            {u"took"_s, ColumnRole::Latency, ColumnUnit::Milliseconds, {}},
            {u"what"_s, ColumnRole::Path, ColumnUnit::Automatic, {}}};
        const Preview good = shown(path, options);
        QCOMPARE(good.reader->id(), u"csv"_s);
        QVERIFY(good.table && good.problem.isEmpty());
        QCOMPARE(good.table->columns, QStringList({u"when"_s, u"took"_s, u"what"_s}));
        QCOMPARE(good.exchanges, std::uint64_t(2));
        QCOMPARE(good.skipped, std::uint64_t(1));
        QCOMPARE(good.rows[0].latency, std::int64_t(5'000'000));
        QCOMPARE(good.rows[2].place, u"line 4"_s);
        // Without a time nothing can be read: that is said, and the columns are still there.
        options.read.mapping->columns[0].role = ColumnRole::Ignored;
        const Preview bad = shown(path, options);
        QVERIFY(bad.table && !bad.problem.isEmpty());
        QCOMPARE(bad.exchanges, std::uint64_t(0));
        QCOMPARE(bad.mapping.mapping.columns[0].role, ColumnRole::Ignored);
    }

    void rulesAreCountedOverAllFiles()
    {
        const Preview first = shown(write(u"c.log"_s, combined(1)));
        const Preview second =
            shown(write(u"d.log"_s, QByteArray(combined(2)).replace("/item", "/cart")));
        NullJobControl job;
        const auto rules = previewRules(std::vector{std::make_shared<const Preview>(first),
                                                    std::make_shared<const Preview>(second)},
                                        job);
        QVERIFY(rules);
        const auto found = std::find_if(rules->begin(), rules->end(), [](const RulePreview &rule) {
            return rule.rule == traffic::ResourceRule::Segment;
        });
        QCOMPARE(found->resources, std::size_t(2));
        QCOMPARE(found->names, QStringList({u"/item"_s, u"/cart"_s}));
    }

    void whatIsNoCaptureSaysWhy()
    {
        NullJobControl job;
        const auto picture = preview(write(u"p.png"_s, "\x89PNG\r\n\x1a\n0000IHDR"), {}, job);
        QVERIFY(!picture);
        QVERIFY(picture.error().message.contains(u"PNG"));
        QVERIFY(!preview(m_folder.filePath(u"absent"_s), {}, job));
        QVERIFY(!preview(write(u"empty"_s, {}), {}, job));
    }

    /// What the preview shows is what the import reads.
    void publicCapturesBeginAsTheyAreImported()
    {
        SKIP_WITHOUT_SHARED_DATA();
        const QJsonObject facts = tests::sharedFacts();
        int seen = 0;
        for (auto it = facts.begin(); it != facts.end(); ++it) {
            const QString path = tests::sharedData() + u'/' + it.key();
            if (!QFile::exists(path) || QFileInfo(path).size() > (8 << 20))
                continue;
            NullJobControl job;
            const auto detection = detect(path, {});
            const auto shown = preview(path, {}, job);
            QCOMPARE(shown.has_value(), detection.has_value());
            if (!shown)
                continue;
            ++seen;
            QCOMPARE(shown->reader, detection->reader);
            QVERIFY2(shown->rows.size() <= kMostPreviewRows, qPrintable(path));
            for (const PreviewRow &row : shown->rows)
                QVERIFY2(!row.isExchange() || isKnown(row.begin), qPrintable(path));
        }
        QVERIFY(seen > 50);
    }
};

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
