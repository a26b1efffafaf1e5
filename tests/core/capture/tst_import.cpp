// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import.h"
#include "core/capture/import_json.h"
#include "core/capture/sha256.h"
#include "core/capture/source_paths.h"
#include "core/traffic/capture_statistics.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <unistd.h>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

namespace {

const QString kLog = QStringLiteral(DRAMATIS_FIXTURES "/captures/access-log/nginx-combined.log");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(path));
    return file.readAll();
}

Result<Imported> import(const QStringList &paths, const ImportOptions &options = {})
{
    NullJobControl job;
    return importCapture(paths, options, table::makeSpillingStore(), job);
}

/// Status and size of every exchange, in order of time.
std::vector<std::pair<int, std::int64_t>> answersOf(const Imported &imported)
{
    std::vector<std::pair<int, std::int64_t>> answers;
    NullJobControl job;
    const auto walked =
        imported.table->walk(job, [&](const traffic::ExchangeChunk &chunk) -> Result<> {
            for (std::size_t i = 0; i < chunk.size(); ++i)
                answers.emplace_back(chunk.status[i], chunk.responseBytes[i]);
            return {};
        });
    if (!walked)
        qFatal("the table could not be walked");
    return answers;
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(path));
        return path;
    }

private slots:
    void capturesAreNamedByTheirFiles_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QString>("name");
        QTest::newRow("one") << QStringList{u"/logs/access.log"_s} << u"access.log"_s;
        QTest::newRow("a folder") << QStringList{u"/logs/three-days/"_s} << u"three-days"_s;
        QTest::newRow("two of a folder")
            << QStringList{u"/logs/access.log"_s, u"/logs/access.log.1"_s}
            << u"access.log and 1 more"_s;
        QTest::newRow("two folders")
            << QStringList{u"/logs/week/mon/a.log"_s, u"/logs/week/tue/a.log"_s} << u"week"_s;
        QTest::newRow("nothing in common")
            << QStringList{u"/a/x.log"_s, u"/b/y.log"_s, u"/c/z.log"_s} << u"x.log and 2 more"_s;
    }

    void capturesAreNamedByTheirFiles()
    {
        QFETCH(const QStringList, paths);
        QFETCH(const QString, name);
        QCOMPARE(capture::captureName(paths), name);
    }

    /// Sums counted with awk: awk '{n[$9]++; b += $10} END {...}' nginx-combined.log
    void theFixtureIsReadWhole_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("compression");
        QTest::newRow("plain") << QString() << QString();
        QTest::newRow("gzip") << u".gz"_s << u"gzip"_s;
        QTest::newRow("zstd") << u".zst"_s << u"zstd"_s;
        QTest::newRow("bzip2") << u".bz2"_s << u"bzip2"_s;
        QTest::newRow("xz") << u".xz"_s << u"xz"_s;
    }

    void theFixtureIsReadWhole()
    {
        QFETCH(const QString, ending);
        QFETCH(const QString, compression);
        const QString path = kLog + ending;
        const auto imported = import({path});
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().toString()));
        QCOMPARE(imported->summary.exchanges, std::uint64_t{60});
        QCOMPARE(imported->summary.format, u"nginx-combined"_s);
        QVERIFY(!imported->summary.truncated);
        const SourceFile &file = imported->files.first();
        QCOMPARE(file.compression, compression);
        QCOMPARE(file.bytes, QFileInfo(path).size());
        QCOMPARE(file.sha256,
                 QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256).toHex());
        NullJobControl job;
        const auto statistics = traffic::captureStatistics(*imported->table, job);
        QCOMPARE(statistics->totals.responseBytes, std::int64_t{19'356});
        const std::map<int, std::uint64_t> statuses{{200, 24}, {304, 12}, {404, 12}, {503, 12}};
        QVERIFY(statistics->statuses == statuses);
        QCOMPARE(answersOf(*imported), answersOf(*import({kLog})));
    }

    void membersOneAfterTheOtherAreAllRead_data() { theFixtureIsReadWhole_data(); }
    void membersOneAfterTheOtherAreAllRead()
    {
        QFETCH(const QString, ending);
        QFETCH(const QString, compression);
        const QByteArray bytes = contentOf(kLog + ending);
        const QByteArray padding =
            compression == u"zstd" || compression.isEmpty() ? QByteArray() : QByteArray(512, '\0');
        const auto imported = import({write(u"several"_s, bytes + bytes + bytes + padding)});
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().toString()));
        QCOMPARE(imported->summary.exchanges, std::uint64_t{180});
        QVERIFY(!imported->summary.truncated);
    }

    /// A log in an archive is refused, though the archive reads like the log with a few odd bytes.
    void archivesAreToBeUnpacked_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("kind");
        QByteArray tar = QByteArray("access.log").leftJustified(257, '\0') + "ustar";
        QTest::newRow("tar") << tar.leftJustified(512, '\0') << u"tar"_s;
        QTest::newRow("zip") << QByteArray("PK\x03\x04\x14").leftJustified(30, '\0') + "access.log"
                             << u"zip"_s;
    }

    void archivesAreToBeUnpacked()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QString, kind);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"logs"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before + contentOf(kLog));
        file.close();
        const auto imported = import({file.fileName()});
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, ErrorKind::Format);
        QVERIFY(imported.error().message.contains(kind + u" archive"_s));
    }

    /// A stored gzip member shows its content before the cut; others decode by blocks.
    void aCutStreamGivesWhatCameBefore()
    {
        std::mt19937 random(1); // sizes that do not compress away
        QByteArray log;
        for (int i = 0; i < 20'000; ++i)
            log += QByteArray("h - - [24/Nov/2026:04:00:00 +0000] \"GET /")
                   + QByteArray::number(random()) + " HTTP/1.1\" 200 "
                   + QByteArray::number(random()) + '\n';
        // A gzip file of stored blocks (RFC 1951, 3.2.4), so that this test needs no compressor.
        QByteArray gzip("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
        for (qsizetype at = 0; at < log.size(); at += 60'000) {
            const QByteArray block = log.mid(at, 60'000);
            const auto size = static_cast<unsigned>(block.size());
            gzip += char(at + 60'000 >= log.size());
            gzip += static_cast<char>(size & 0xFF);
            gzip += static_cast<char>(size >> 8);
            gzip += static_cast<char>(~size & 0xFF);
            gzip += static_cast<char>((~size >> 8) & 0xFF);
            gzip += block;
        }
        for (const qsizetype kept : {gzip.size() / 3, gzip.size() / 2, gzip.size()}) {
            const auto imported = import({write(u"cut.gz"_s, gzip.first(kept))});
            QVERIFY2(imported, imported ? "" : qPrintable(imported.error().toString()));
            // All whole lines up to the cut, but for the few bytes of block heads.
            const auto lines = static_cast<std::uint64_t>(
                log.first(kept - 10 - 5 * (kept / 60'000 + 1)).count('\n'));
            QVERIFY(imported->summary.exchanges >= lines);
            QVERIFY(imported->summary.truncated);
            QVERIFY2(imported->summary.notes.join(u' ').contains(u"ends in the middle"),
                     qPrintable(imported->summary.notes.join(u' ')));
        }
        QByteArray damaged = gzip;
        damaged[damaged.size() / 2] = 'X';
        damaged.replace(60'000 * 5 + 10 + 5 * 5, 5, QByteArray(5, '\xff')); // the head of a block
        const auto imported = import({write(u"damaged.gz"_s, damaged)});
        QVERIFY(imported.has_value());
        QVERIFY(imported->summary.exchanges > 1000);
        QVERIFY(imported->summary.notes.join(u' ').contains(u"is damaged"));
    }

    void everyCutOfACompressedFixtureIsAnAnswer_data() { theFixtureIsReadWhole_data(); }
    void everyCutOfACompressedFixtureIsAnAnswer()
    {
        QFETCH(const QString, ending);
        const QByteArray bytes = contentOf(kLog + ending);
        for (qsizetype size = 0; size < bytes.size(); size += 1 + bytes.size() / 60) {
            const auto imported = import({write(u"cut"_s, bytes.first(size))});
            if (!imported) {
                QVERIFY(imported.error().kind == ErrorKind::Format);
                QVERIFY(!imported.error().message.isEmpty());
            }
        }
    }

    void whatIsNoCaptureIsRefusedInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("part");
        QByteArray noise(5000, '\0');
        std::mt19937 random(2);
        for (char &c : noise)
            c = static_cast<char>(random());
        QByteArray tar(1024, '\0');
        tar.replace(257, 5, "ustar");
        const auto add = [](const char *name, const QByteArray &bytes, const QString &part) {
            QTest::newRow(name) << bytes << part;
        };
        add("empty", {}, u"is empty"_s);
        add("noise", noise, u"begins like binary data"_s);
        add("PNG", QByteArray("\x89PNG\r\n\x1a\n") + noise, u"begins like a PNG picture"_s);
        add("ELF",
            QByteArray("\x7f"
                       "ELF")
                + noise,
            u"a program (ELF)"_s);
        add("PDF", QByteArray("%PDF-1.7\n") + noise, u"a PDF document"_s);
        add("SQLite", QByteArray("SQLite format 3\0", 16) + noise, u"a SQLite database"_s);
        add("text", "Dear reader,\nthis is a letter.\n", u"begins like text"_s);
        add("UTF-16",
            QByteArray("\xff\xfe"
                       "1\0.\0",
                       6),
            u"convert it to UTF-8"_s);
        add("tar", tar, u"is a tar archive. Unpack it"_s);
        add("zip", QByteArray("PK\x03\x04") + noise, u"is a zip archive"_s);
        add("gzip of nothing", QByteArray("\x1f\x8b\x08\0", 4), u"cannot be decompressed"_s);
        add("broken zstd", QByteArray("\x28\xb5\x2f\xfd") + noise, u"cannot be decompressed"_s);
        add("blank lines", "\n\n\n", u"begins like text"_s);
    }

    void whatIsNoCaptureIsRefusedInOneSentence()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, part);
        const auto imported = import({write(u"thing.log"_s, bytes)});
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, ErrorKind::Format);
        QVERIFY2(imported.error().message.contains(part), qPrintable(imported.error().toString()));
        QVERIFY(imported.error().toString().contains(u"thing.log"));
    }

    void whatCannotBeOpenedIsSaid()
    {
        const auto absent = import({m_folder.filePath(u"absent.log"_s)});
        QCOMPARE(absent.error().kind, ErrorKind::Io);
        QVERIFY(absent.error().message.contains(u"There is no file"));
        QCOMPARE(import({}).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(import({kLog, m_folder.filePath(u"absent.log"_s)}).error().kind, ErrorKind::Io);
    }

    /// Rotated logs lie in a folder, some compressed, with things beside them that are no logs.
    void aFolderIsOneCapture()
    {
        QDir folder(m_folder.filePath(u"logs"_s));
        QVERIFY(folder.mkpath(u"old"_s));
        const QByteArray line =
            "1.2.3.4 - - [24/Nov/2026:04:00:0%1 +0000] \"GET /a HTTP/1.1\" 200 5\n";
        const auto logged = [&line](char second) {
            return QByteArray(line).replace("%1", QByteArray(1, second));
        };
        write(u"logs/access.log"_s, logged('3'));
        write(u"logs/access.log.10"_s, logged('1'));
        write(u"logs/old/access.log.9"_s, logged('2'));
        write(u"logs/notes.txt"_s, "what we saw\n");
        write(u"logs/empty.log"_s, {});
        write(u"logs/.hidden.log"_s, logged('4'));
        const auto imported = import({folder.path()});
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().toString()));
        QCOMPARE(imported->summary.exchanges, std::uint64_t(3));
        QStringList names;
        for (const SourceFile &file : imported->files)
            names << folder.relativeFilePath(file.path);
        QCOMPARE(names, (QStringList{u"access.log"_s, u"access.log.10"_s, u"old/access.log.9"_s}));
        QVERIFY(imported->summary.notes.last().contains(u"empty.log"));

        // What is named is no chance find: it must be a capture.
        QVERIFY(!import({folder.path(), folder.filePath(u"notes.txt"_s)}));
    }

    void aFolderWithoutACaptureIsRefused()
    {
        QDir folder(m_folder.filePath(u"nothing"_s));
        QVERIFY(folder.mkpath(u"empty"_s));
        const auto empty = import({folder.filePath(u"empty"_s)});
        QCOMPARE(empty.error().kind, ErrorKind::Io);
        QVERIFY(empty.error().message.contains(u"holds no files"));
        write(u"nothing/notes.txt"_s, "what we saw\n");
        const auto none = import({folder.path()});
        QCOMPARE(none.error().kind, ErrorKind::Format);
        QVERIFY(none.error().toString().contains(u"notes.txt"));
    }

    void noPermissionIsSaid()
    {
        if (::geteuid() == 0)
            QSKIP("Root may read everything.");
        const QString path = write(u"secret.log"_s, contentOf(kLog));
        QVERIFY(QFile::setPermissions(path, {}));
        QVERIFY(import({path}).error().message.contains(u"permission"));
    }

    void oneBrokenLineInAHundredIsCounted()
    {
        QByteArray log;
        for (int i = 0; i < 10'000; ++i)
            log += i % 100 == 7
                       ? QByteArray("1.2.3.4 - - [24/Nov/2026:04:0\n")
                       : QByteArray("h - - [24/Nov/2026:04:00:00 +0000] \"GET / HTTP/1.1\" 200 "
                                    "5\n");
        const auto imported = import({write(u"broken.log"_s, log)});
        QVERIFY(imported.has_value());
        QCOMPARE(imported->summary.exchanges, std::uint64_t{9'900});
        QCOMPARE(imported->summary.skipped, std::uint64_t{100});
        QCOMPARE(imported->summary.samples.first().place, u"line 8"_s);
    }

    void severalFilesAreOneCapture()
    {
        const QString later = write(
            u"access.log"_s, "b - - [24/Nov/2026:05:00:00 +0000] \"GET / HTTP/1.1\" 200 2\nx\n");
        const QString earlier = write(
            u"access.log.1"_s, "a - - [24/Nov/2026:04:00:00 +0000] \"GET / HTTP/1.1\" 404 1\n");
        const auto imported = import({later, earlier, kLog + u".gz"});
        QVERIFY(imported.has_value());
        QCOMPARE(imported->summary.exchanges, std::uint64_t{62});
        QCOMPARE(imported->files.size(), 3);
        QCOMPARE(imported->summary.format, u"apache-common, nginx-combined"_s);
        QCOMPARE(imported->summary.samples.first().place, u"access.log line 2"_s);
        QCOMPARE(answersOf(*imported).back(), (std::pair<int, std::int64_t>{200, 2}));
    }

    void aFormatThatWasNamedIsTaken()
    {
        const QString path = write(u"own.log"_s, "1795492800.5;200;0.5\n1795492801.5;500;0.5\n");
        QCOMPARE(import({path})->summary.format, u"csv"_s); // a table, as far as can be told
        ImportOptions options;
        options.format = u"$msec;$status;$request_time"_s;
        const auto imported = import({path}, options);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().toString()));
        QCOMPARE(imported->summary.exchanges, std::uint64_t{2});
        QCOMPARE(imported->table->firstTime(), 1795492800 * kNanosecondsPerSecond);
        options.format = u"apache-common"_s;
        const auto wrong = import({path}, options);
        QCOMPARE(wrong.error().kind, ErrorKind::Format);
        QVERIFY2(wrong.error().message.contains(u"None of its 2 records"),
                 qPrintable(wrong.error().message));
        options.format = u"colour"_s;
        QCOMPARE(import({path}, options).error().kind, ErrorKind::InvalidArgument);
    }

    void cancelAtAnyPointIsCancelled()
    {
        class CancelAt final : public JobControl
        {
        public:
            explicit CancelAt(int question) : m_left(question) {}
            bool isCancelled() const noexcept override { return m_left-- <= 0; }
            void report(double, const QString &) override {}

        private:
            mutable int m_left;
        };
        QByteArray log;
        while (log.size() < 3 << 20)
            log += contentOf(kLog);
        const QString path = write(u"long.log"_s, log);
        int question = 0;
        for (; question < 100; ++question) {
            CancelAt job(question);
            const auto imported = importCapture({path}, {}, table::makeSpillingStore(), job);
            if (imported)
                break;
            QCOMPARE(imported.error().kind, ErrorKind::Cancelled);
        }
        QVERIFY(question > 3);
        QVERIFY(question < 100);
    }

    void progressGrowsToTheEnd()
    {
        class Recorder final : public JobControl
        {
        public:
            bool isCancelled() const noexcept override { return false; }
            void report(double fraction, const QString &) override
            {
                fractions.push_back(fraction);
            }
            std::vector<double> fractions;
        } job;
        QVERIFY(importCapture({kLog, kLog + u".gz"}, {}, table::makeSpillingStore(), job));
        QVERIFY(std::is_sorted(job.fractions.begin(), job.fractions.end()));
        QCOMPARE(job.fractions.back(), 1.0);
    }

    void jsonHasTheFieldsOfTheScenarioPage()
    {
        const auto imported = import({kLog});
        NullJobControl job;
        const auto statistics = traffic::captureStatistics(*imported->table, job);
        const QJsonObject json = importToJson(*imported, *statistics);
        QCOMPARE(json.keys(),
                 QStringList({u"calls"_s,
                              u"clients"_s,
                              u"errors"_s,
                              u"exchanges"_s,
                              u"firstTime"_s,
                              u"format"_s,
                              u"lastTime"_s,
                              u"notes"_s,
                              u"observations"_s,
                              u"records"_s,
                              u"repaired"_s,
                              u"resources"_s,
                              u"responseBytes"_s,
                              u"skipped"_s,
                              u"statuses"_s}));
        QCOMPARE(json[u"errors"].toInteger(), 12);
        QCOMPARE(json[u"clients"].toInteger(), 7);
        QCOMPARE(json[u"firstTime"].toString(), u"2026-11-24T04:00:00.000Z"_s);
        QCOMPARE(json[u"lastTime"].toString(), u"2026-11-24T04:00:19.000Z"_s);
        QCOMPARE(json[u"statuses"][u"503"].toInteger(), 12);
        QCOMPARE(json[u"skipped"][u"count"].toInteger(), 0);
    }

    void sha256EqualsQts()
    {
        std::mt19937 random(3);
        for (int size = 0; size < 300; ++size) {
            QByteArray bytes(size, '\0');
            for (char &c : bytes)
                c = static_cast<char>(random());
            Sha256 hash;
            for (qsizetype at = 0; at < bytes.size();) { // in pieces of any size
                const auto piece =
                    std::min<qsizetype>(bytes.size() - at, static_cast<qsizetype>(random() % 100));
                hash.add(QByteArrayView(bytes).sliced(at, piece));
                at += piece;
            }
            QCOMPARE(hash.hex(),
                     QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        }
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
