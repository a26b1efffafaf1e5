// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import.h"
#include "core/traffic/capture_statistics.h"
#include "tests/core/capture/mutation.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace dramatis;

/// A loop of mutations over the fixtures: no bytes may crash, hang or trip a sanitizer. Meant for
/// the asan preset; DRAMATIS_FUZZ_ROUNDS sets how long (each round is one file).
class TestFuzz : public QObject
{
    Q_OBJECT

private slots:
    void anyBytesGiveAnAnswer()
    {
        std::vector<QByteArray> seeds;
        QDirIterator files(QStringLiteral(DRAMATIS_FIXTURES "/captures/access-log"), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            seeds.push_back(file.readAll());
        }
        const QByteArray line =
            "1.2.3.4 - - [24/Nov/2026:04:00:00 +0000] \"GET /a HTTP/1.1\" 200 5 "
            "\"-\" \"c\"";
        seeds.push_back(line
                        + " 120 0.012 1795492800.012 \"10.0.0.1:80, b:1\" \"0.010, -\" shop\n");
        seeds.push_back("shop " + line + "\n");
        seeds.push_back(line + " 120 0.012 [a] [] 1.1.1.1:80 : 2.2.2.2:80 17 0.010 : - 200 5f3e\n");
        const QStringList formats{QString(),
                                  QString(),
                                  QStringLiteral("apache-common"),
                                  QStringLiteral("nginx-timed"),
                                  QStringLiteral("%v:%p %h \"%r\" %{usec}t %D %I"),
                                  QStringLiteral("$msec $upstream_addr $upstream_response_time")};
        QTemporaryDir folder;
        std::mt19937 random(11);
        const int rounds = qEnvironmentVariableIsSet("DRAMATIS_FUZZ_ROUNDS")
                               ? qEnvironmentVariableIntValue("DRAMATIS_FUZZ_ROUNDS")
                               : 3000;
        int imports = 0;
        for (int round = 0; round < rounds; ++round) {
            const QString path = folder.filePath(QStringLiteral("mutant"));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(tests::mutated(seeds[random() % seeds.size()], random));
            file.close();
            capture::ImportOptions options;
            options.format = formats[static_cast<qsizetype>(random()) % formats.size()];
            NullJobControl job;
            const auto imported =
                capture::importCapture({path}, options, table::makeSpillingStore(), job);
            if (!imported) {
                QVERIFY(!imported.error().message.isEmpty());
                continue;
            }
            ++imports;
            const auto statistics = traffic::captureStatistics(*imported->table, job);
            QVERIFY(statistics.has_value());
            QCOMPARE(statistics->totals.exchanges, imported->summary.exchanges);
        }
        qInfo("%d of %d mutants gave exchanges", imports, rounds);
        QVERIFY(imports > rounds / 20);
    }
};

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
