// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store.h"
#include "tests/app/command_line.h"
#include "tests/support/schedule.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace dramatis;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;

/// Every command with its exit codes and its streams, as DESIGN.md section 12 promises them.
class TestCli : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    /// The smallest scenario of DESIGN.md section 12: one queue, 80 requests/s, 10 ms each.
    QString smallestScenario()
    {
        return write(u"smallest.json"_s, R"({ "format": "dramatis-scenario", "version": 1,
  "nodes": [ { "id": "clients", "kind": "source", "arrivals": { "model": "poisson", "rate": 80 } },
             { "id": "web", "kind": "service", "instances": 1, "workers": 1,
               "serviceTime": { "distribution": "exponential", "mean": 0.01 } } ],
  "calls": [ { "from": "clients", "to": "web" } ],
  "run": { "duration": 3600, "warmup": "auto", "replications": 5, "seed": 1 } })");
    }

    /// A request a second for 40 minutes; every `errorEvery`-th one fails, none where it is 0.
    QString writeAccessLog(const QString &name, int errorEvery)
    {
        QByteArray lines;
        for (int second = 0; second < 2400; ++second) {
            const bool fails = errorEvery > 0 && second % errorEvery == 0;
            lines += QStringLiteral("192.0.2.1 - - [24/Nov/2026:10:%1:%2 +0000] \"GET /cart "
                                    "HTTP/1.1\" %3 512 \"-\" \"-\"\n")
                         .arg(second / 60, 2, 10, QLatin1Char('0'))
                         .arg(second % 60, 2, 10, QLatin1Char('0'))
                         .arg(fails ? 503 : 200)
                         .toLatin1();
        }
        return write(name, lines);
    }

    /// Failed with one line on standard error that says `says`, and nothing on standard output.
    static void verifyRefused(const Ended &ended, int code, const QString &says)
    {
        QVERIFY2(ended.code == code, qPrintable(ended.told()));
        QVERIFY2(ended.out.isEmpty(), qPrintable(ended.told()));
        QCOMPARE(ended.err.count('\n'), qsizetype{1});
        QVERIFY2(ended.err.startsWith("dramatis-cli: "), qPrintable(ended.told()));
        QVERIFY2(QString::fromUtf8(ended.err).contains(says, Qt::CaseInsensitive),
                 qPrintable(ended.told()));
    }

private slots:
    void saysWhatItIs()
    {
        const Ended version = commandLine({u"--version"_s});
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith("dramatis-cli "));
        const Ended help = commandLine({u"--help"_s});
        QCOMPARE(help.code, 0);
        for (const char *command : {"run",
                                    "import",
                                    "personas",
                                    "simulate",
                                    "assess",
                                    "advise",
                                    "report",
                                    "export",
                                    "cluster",
                                    "compare",
                                    "formats"}) {
            const QByteArray listed = QByteArray("  ") + command + ' ';
            QVERIFY2(help.out.contains(listed), command);
            const Ended own = commandLine({QLatin1String(command), u"--help"_s});
            QCOMPARE(own.code, 0);
            const QByteArray called = QByteArray("dramatis-cli ") + command;
            QVERIFY2(own.out.contains(called), qPrintable(own.told()));
        }
        const Ended formats = commandLine({u"formats"_s});
        QCOMPARE(formats.code, 0);
        QVERIFY2(formats.out.contains("nginx") && formats.out.contains("apache"),
                 qPrintable(formats.told()));
    }

    void wrongUsageEndsWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const QString file = smallestScenario();
        QTest::newRow("no such command") << QStringList{u"frobnicate"_s} << u"frobnicate"_s;
        QTest::newRow("no such option") << QStringList{u"formats"_s, u"--colour"_s}
                                        << u"colour'. See dramatis-cli formats --help."_s;
        QTest::newRow("import of nothing") << QStringList{u"import"_s} << u"capture"_s;
        QTest::newRow("comparison of one") << QStringList{u"compare"_s, kSampleCapture} << u"two"_s;
        QTest::newRow("run of nothing") << QStringList{u"run"_s} << u"capture"_s;
        QTest::newRow("no project") << QStringList{u"personas"_s} << u"--project"_s;
        QTest::newRow("report without pdf") << QStringList{u"report"_s} << u"-o"_s;
        QTest::newRow("no scenario") << QStringList{u"simulate"_s} << u"--file"_s;
        QTest::newRow("bad duration")
            << QStringList{u"simulate"_s, u"--file"_s, file, u"--duration"_s, u"soon"_s}
            << u"--duration"_s;
        QTest::newRow("bad replications")
            << QStringList{u"simulate"_s, u"--file"_s, file, u"--replications"_s, u"0"_s}
            << u"--replications"_s;
        QTest::newRow("bad path")
            << QStringList{u"simulate"_s, u"--file"_s, file, u"--set"_s, u"nodes.db.workers=2"_s}
            << u"db"_s;
        QTest::newRow("no path")
            << QStringList{u"simulate"_s, u"--file"_s, file, u"--set"_s, u"workers"_s}
            << u"PATH=VALUE"_s;
        QTest::newRow("bad severity")
            << QStringList{u"assess"_s, u"--file"_s, file, u"--fail-on"_s, u"catastrophe"_s}
            << u"catastrophe"_s;
        QTest::newRow("bad rule")
            << QStringList{u"import"_s, kSampleCapture, u"--rule"_s, u"weather"_s} << u"weather"_s;
        QTest::newRow("bad route")
            << QStringList{u"import"_s, kSampleCapture, u"--route"_s, u"/item/{id"_s}
            << u"not closed"_s;
        QTest::newRow("bad route in a file")
            << QStringList{u"run"_s,
                           kSampleCapture,
                           u"--routes"_s,
                           write(u"routes.txt"_s, "# ours\n/item/{id}\n/item/*x\n")}
            << u"line 3"_s;
        QTest::newRow("unknown zone")
            << QStringList{u"import"_s, kSampleCapture, u"--zone"_s, u"Atlantis"_s}
            << u"Atlantis"_s;
        QTest::newRow("bad time") << QStringList{u"formats"_s, u"--now"_s, u"tomorrow"_s}
                                  << u"tomorrow"_s;
        QTest::newRow("bad algorithm")
            << QStringList{u"cluster"_s, write(u"p.csv"_s, "1,2\n"), u"--algorithm"_s, u"magic"_s}
            << u"magic"_s;
    }
    void wrongUsageEndsWithTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        verifyRefused(commandLine(arguments), 2, says);
    }

    void nothingAtAllShowsTheUsage()
    {
        const Ended ended = commandLine({});
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.out.contains("Usage"));
    }

    void inputThatCannotBeReadEndsWithThree_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        QTest::newRow("absent") << m_folder.filePath(u"nowhere.log"_s) << u"nowhere.log"_s;
        QTest::newRow("empty") << write(u"empty.log"_s, {}) << u"empty"_s;
        QVERIFY(QDir(m_folder.path()).mkpath(u"hollow"_s));
        QTest::newRow("folder") << m_folder.filePath(u"hollow"_s) << u"hollow"_s;
        QByteArray noise(4'096, '\0');
        quint32 random = 1;
        for (char &byte : noise) {
            random = random * 1664525u + 1013904223u;
            byte = static_cast<char>(random >> 24);
        }
        QTest::newRow("noise") << write(u"noise.bin"_s, noise) << u"noise.bin"_s;
        QTest::newRow("gzip cut in its header")
            << write(u"cut.gz"_s, QByteArray::fromHex("1f8b0800000000000003")) << u"cut.gz"_s;
        QTest::newRow("another program's database")
            << write(u"foreign.db"_s, QByteArray("SQLite format 3\0", 16) + QByteArray(4'080, '\0'))
            << u"foreign.db"_s;
    }
    void inputThatCannotBeReadEndsWithThree()
    {
        QFETCH(QString, path);
        QFETCH(QString, says);
        verifyRefused(commandLine({u"import"_s, path}), 3, says);
        verifyRefused(commandLine({u"import"_s, path, u"--json"_s}), 3, says);
        verifyRefused(
            commandLine({u"run"_s, path, u"-o"_s, m_folder.filePath(u"no.pdf"_s)}), 3, says);
        verifyRefused(commandLine({u"simulate"_s, u"--file"_s, path}), 3, says);
        verifyRefused(commandLine({u"personas"_s, u"--project"_s, path}), 3, says);
        QVERIFY(!QFile::exists(m_folder.filePath(u"no.pdf"_s)));
    }

    void compareTellsWhatDiffersAndWhatDoesNot()
    {
        const QString before = writeAccessLog(u"before.log"_s, 0);
        const QString after = writeAccessLog(u"after.log"_s, 5);
        const Ended json = commandLine({u"compare"_s, before, after, u"--json"_s});
        QVERIFY2(json.code == 0, qPrintable(json.told()));
        const QJsonObject comparison = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(comparison.value(u"kind").toString(), u"captures"_s);
        QHash<QString, QJsonObject> metrics;
        for (const QJsonValue &metric : comparison.value(u"metrics").toArray())
            metrics.insert(metric[u"id"].toString(), metric.toObject());
        const QJsonObject errors = metrics.value(u"errorRate"_s);
        QCOMPARE(errors.value(u"a").toDouble(-1), 0.0);
        QCOMPARE(errors.value(u"b").toDouble(-1), 0.2);
        QVERIFY(errors.value(u"differs").toBool());
        QVERIFY(metrics.contains(u"operations.GET /cart.errorRate"_s));
        const QJsonObject rate = metrics.value(u"rate"_s);
        QVERIFY(rate.contains(u"differs") && !rate.value(u"differs").toBool());

        const Ended text = commandLine({u"compare"_s, before, after});
        QVERIFY2(text.out.contains("Errors: 0"), qPrintable(text.told()));

        const QString project = m_folder.filePath(u"compared.dramatis"_s);
        QCOMPARE(commandLine({u"import"_s, before, u"--project"_s, project}).code, 0);
        const Ended named = commandLine(
            {u"compare"_s, u"--project"_s, project, u"before.log"_s, after, u"--json"_s});
        QVERIFY2(named.code == 0, qPrintable(named.told()));
        QCOMPARE(named.out, json.out);
        verifyRefused(
            commandLine({u"compare"_s, u"--project"_s, project, u"before.log"_s, u"later"_s}),
            2,
            u"later"_s);
    }

    /// Versions of the same personas: matched, exported, read into another project, compared.
    void personasLiveOn()
    {
        const QString project = m_folder.filePath(u"living.dramatis"_s);
        QCOMPARE(commandLine({u"import"_s, kSampleCapture, u"--project"_s, project}).code, 0);
        const QStringList find{u"personas"_s, u"--project"_s, project, u"--json"_s};
        const QJsonObject first = commandLine(find).json();
        QVERIFY(!first.contains(u"drift"));
        int judged = 0;
        for (const QJsonValue &persona : first[u"personas"].toArray()) {
            QVERIFY(!persona[u"grade"][u"parts"].toArray().isEmpty());
            judged += persona[u"goodness"][u"parts"].toArray().isEmpty() ? 0 : 1;
        }
        QVERIFY(judged >= 4); // the smallest may hold too little
        const QJsonObject second = commandLine(find).json();
        const qsizetype personas = first[u"personas"].toArray().size();
        QVERIFY(personas >= 4);
        QCOMPARE(second[u"drift"].toArray().size(), personas);
        for (const QJsonValue &fate : second[u"drift"].toArray())
            QCOMPARE(fate[u"fate"].toString(), u"same"_s);
        QCOMPARE(second[u"versions"].toArray().size(), 2);
        QVERIFY(commandLine({u"personas"_s, u"--project"_s, project}).out.contains("same"));

        const QString file = m_folder.filePath(u"personas.json"_s);
        QCOMPARE(
            commandLine({u"export"_s, u"--project"_s, project, u"personas"_s, u"-o"_s, file}).code,
            0);
        const QString other = m_folder.filePath(u"other.dramatis"_s);
        QCOMPARE(commandLine({u"import"_s, kSampleCapture, u"--project"_s, other}).code, 0);
        const Ended taken =
            commandLine({u"personas"_s, u"--project"_s, other, u"--from"_s, file, u"--json"_s});
        QVERIFY2(taken.code == 0, qPrintable(taken.told()));
        QCOMPARE(taken.json()[u"personas"].toArray().size(), personas);
        const Ended again = commandLine({u"export"_s, u"--project"_s, other, u"personas"_s});
        QFile exported(file);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QCOMPARE(again.out, exported.readAll());

        const Ended compared = commandLine({u"compare"_s, file, file, u"--json"_s});
        QVERIFY2(compared.code == 0, qPrintable(compared.told()));
        QCOMPARE(compared.json()[u"kind"].toString(), u"personas"_s);
        verifyRefused(commandLine({u"compare"_s, file, kSampleCapture}), 2, u"personas"_s);
        const QString broken = write(u"broken.json"_s, "{ \"format\": \"dramatis-personas\" }");
        verifyRefused(commandLine({u"personas"_s, u"--project"_s, other, u"--from"_s, broken}),
                      3,
                      u"version"_s);

        const QString name = first[u"personas"][0][u"name"].toString();
        for (const QString &test : {u"k6"_s, u"locust"_s, u"schedule"_s}) {
            const Ended all = commandLine({u"export"_s, u"--project"_s, project, test});
            QVERIFY2(all.code == 0, qPrintable(all.told()));
            const Ended one =
                commandLine({u"export"_s, u"--project"_s, project, test, u"--persona"_s, name});
            QVERIFY(one.out.contains(name.toUtf8()));
            QVERIFY(one.out.size() < all.out.size());
        }
        verifyRefused(
            commandLine(
                {u"export"_s, u"--project"_s, project, u"k6"_s, u"--persona"_s, u"nobody"_s}),
            2,
            u"nobody"_s);
        verifyRefused(
            commandLine({u"export"_s, u"--project"_s, project, u"jmeter"_s}), 2, u"schedule"_s);
    }

    void laterCommandsAreRefusedByName()
    {
        for (const QString &command : {u"calibrate"_s, u"sweep"_s, u"remediate"_s})
            verifyRefused(commandLine({command}), 1, command);
    }

    void importHidesClientsAndCountsTheSame()
    {
        const QString project = m_folder.filePath(u"hidden.dramatis"_s);
        const Ended hidden = commandLine(
            {u"import"_s, kSampleCapture, u"--project"_s, project, u"--redact"_s, u"--json"_s});
        QVERIFY2(hidden.code == 0, qPrintable(hidden.told()));
        QCOMPARE(hidden.json(), commandLine({u"import"_s, kSampleCapture, u"--json"_s}).json());
        QFile file(project);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("h:"));
        QVERIFY(!bytes.contains("127.0.0.46")); // a client of the sample
    }

    void importNamesRoutes()
    {
        const QString file = write(u"named.txt"_s, "# of the shop\n/products/{product}\n");
        const Ended ended = commandLine({u"import"_s,
                                         kSampleCapture,
                                         u"--json"_s,
                                         u"--routes"_s,
                                         file,
                                         u"--route"_s,
                                         u"POST /nowhere"_s});
        QVERIFY2(ended.code == 0, qPrintable(ended.told()));
        const QJsonArray routes = ended.json()[u"routes"].toArray();
        QCOMPARE(routes.size(), 2);
        QCOMPARE(routes[0][u"template"].toString(), u"/products/{product}"_s);
        QCOMPARE(routes[1],
                 (QJsonObject{{u"template"_s, u"POST /nowhere"_s}, {u"operations"_s, 0}}));
        QVERIFY2(ended.out.contains("POST /nowhere"), qPrintable(ended.told()));
    }

    void importDescribesTheCapture()
    {
        const Ended ended = commandLine({u"import"_s, kSampleCapture, u"--json"_s});
        QVERIFY2(ended.code == 0, qPrintable(ended.told()));
        const QJsonObject json = ended.json();
        QCOMPARE(json[u"records"].toInt(), 81'910);
        QCOMPARE(json[u"exchanges"].toInt(), 81'910);
        QCOMPARE(json[u"resources"].toInt(), 3);
        QCOMPARE(json[u"errors"].toInt(), 28 + 11'334);
        QCOMPARE(json[u"skipped"][u"count"].toInt(), 0);
        const QJsonObject statuses{{u"200"_s, 66'012},
                                   {u"201"_s, 2'664},
                                   {u"404"_s, 1'431},
                                   {u"409"_s, 441},
                                   {u"500"_s, 28},
                                   {u"503"_s, 11'334}};
        QCOMPARE(json[u"statuses"].toObject(), statuses);
        QVERIFY(json[u"firstTime"].toString().startsWith(u"2026-11-24T16:43:3"));
        QVERIFY(json[u"lastTime"].toString().startsWith(u"2026-11-24T17:07:"));
        const Ended plain = commandLine({u"import"_s, kSampleCapture});
        QCOMPARE(plain.code, 0);
        QVERIFY2(plain.out.contains("81,910"), qPrintable(plain.told()));
    }

    void clusterLabelsPlainPoints()
    {
        QByteArray csv = "x,y\n";
        QByteArray labels;
        for (int i = 0; i < 12; ++i) {
            csv += QByteArray::number(0.1 * i) + ",0\r\n";
            labels += "0\n";
        }
        csv += "50, 50\n";
        labels += "-1\n";
        for (int i = 0; i < 12; ++i) {
            csv += "100," + QByteArray::number(0.1 * i) + '\n';
            labels += "1\n";
        }
        const QString path = write(u"points.csv"_s, csv);
        const Ended ended =
            commandLine({u"cluster"_s, path, u"--eps"_s, u"0.15"_s, u"--min-pts"_s, u"3"_s});
        QVERIFY2(ended.code == 0, qPrintable(ended.told()));
        QCOMPARE(ended.out, labels);
        const Ended means = commandLine(
            {u"cluster"_s, path, u"--algorithm"_s, u"kmeans"_s, u"--clusters"_s, u"2"_s});
        QCOMPARE(means.code, 0);
        QCOMPARE(means.out.count('\n'), qsizetype{25});
        const QStringList hdbscan{
            u"cluster"_s, path, u"--algorithm"_s, u"hdbscan"_s, u"--min-pts"_s, u"3"_s};
        const Ended stable = commandLine(hdbscan);
        QVERIFY2(stable.code == 0, qPrintable(stable.told()));
        QCOMPARE(stable.out, labels);
        verifyRefused(commandLine(hdbscan + QStringList{u"--min-cluster-size"_s, u"26"_s}),
                      2,
                      u"smallest cluster size is 26"_s);

        verifyRefused(
            commandLine({u"cluster"_s, write(u"bad.csv"_s, "1,2\n3,4\n5,six\n")}), 3, u"line 3"_s);
        verifyRefused(
            commandLine({u"cluster"_s, write(u"uneven.csv"_s, "1,2\n3,4,5\n")}), 3, u"line 2"_s);
        verifyRefused(commandLine({u"cluster"_s, write(u"none.csv"_s, "x,y\n")}), 3, u"none.csv"_s);
    }

    void simulateKnowsTheSmallestQueue()
    {
        // M/M/1 with 80 arrivals and 100 services a second: utilisation 0.8, mean response 1 / (100
        // - 80).
        const Ended ended =
            commandLine({u"simulate"_s, u"--file"_s, smallestScenario(), u"--json"_s});
        QVERIFY2(ended.code == 0, qPrintable(ended.told()));
        const QJsonObject json = ended.json();
        QCOMPARE(json[u"format"].toString(), u"dramatis-run"_s);
        QCOMPARE(json[u"replications"].toInt(), 5);
        const auto verifyNear = [](const QJsonValue &figure, double expected) {
            const double mean = figure[u"mean"].toDouble();
            const double bound = std::max(3 * figure[u"halfWidth"].toDouble(), 0.01 * expected);
            QVERIFY2(std::abs(mean - expected) <= bound,
                     qPrintable(u"%1 instead of %2"_s.arg(mean).arg(expected)));
        };
        verifyNear(json[u"nodes"][u"web"][u"utilization"], 0.8);
        verifyNear(json[u"sources"][u"clients"][u"responseTime"][u"mean"], 0.05);
        verifyNear(json[u"sources"][u"clients"][u"throughput"], 80);

        const Ended again =
            commandLine({u"simulate"_s, u"--file"_s, smallestScenario(), u"--json"_s});
        QCOMPARE(again.json()[u"sources"], json[u"sources"]); // the same seed, the same figures

        const Ended two = commandLine({u"simulate"_s,
                                       u"--file"_s,
                                       smallestScenario(),
                                       u"--set"_s,
                                       u"nodes.web.workers=2"_s,
                                       u"--duration"_s,
                                       u"20min"_s,
                                       u"--replications"_s,
                                       u"3"_s,
                                       u"--json"_s});
        QVERIFY2(two.code == 0, qPrintable(two.told()));
        QCOMPARE(two.json()[u"replications"].toInt(), 3);
        QCOMPARE(two.json()[u"duration"].toDouble(), 1200.0);
        verifyNear(two.json()[u"nodes"][u"web"][u"utilization"], 0.4);
    }

    void aBrokenScenarioIsToldWithItsPlace()
    {
        const QString wrong =
            write(u"wrong.json"_s, R"({ "format": "dramatis-scenario", "version": 1,
  "nodes": [ { "id": "web", "kind": "service", "workers": -3 } ], "calls": [] })");
        verifyRefused(commandLine({u"simulate"_s, u"--file"_s, wrong}), 3, u"workers"_s);
    }

    void failOnDecidesTheExitCode()
    {
        const QString file = smallestScenario();
        const QStringList assess{u"assess"_s, u"--file"_s, file, u"--duration"_s, u"300"_s};
        const Ended plain = commandLine(assess + QStringList{u"--json"_s});
        QVERIFY2(plain.code == 0, qPrintable(plain.told()));
        bool critical = false;
        for (const QJsonValue finding : plain.json()[u"findings"].toArray())
            critical =
                critical
                || (finding[u"state"] == u"deviates"_s && finding[u"severity"] == u"critical"_s);
        QVERIFY2(critical,
                 qPrintable(plain.told())); // one worker at 80 % behind an unbounded queue
        const Ended failed = commandLine(assess + QStringList{u"--fail-on"_s, u"critical"_s});
        QVERIFY2(failed.code == 4, qPrintable(failed.told()));
        QVERIFY(!failed.out.isEmpty()); // the findings are told all the same
    }

    void aProjectGoesThroughEveryCommand()
    {
        const QString project = m_folder.filePath(u"shop.dramatis"_s);
        const QString pdf = m_folder.filePath(u"shop.pdf"_s);
        const Ended import = commandLine({u"import"_s, kSampleCapture, u"--project"_s, project});
        QVERIFY2(import.code == 0, qPrintable(import.told()));
        const Ended personas = commandLine({u"personas"_s, u"--project"_s, project, u"--json"_s});
        QVERIFY2(personas.code == 0, qPrintable(personas.told()));
        QVERIFY(personas.json()[u"personas"].toArray().size() >= 4);
        const QString name = personas.json()[u"personas"].toArray().first()[u"name"].toString();
        const QStringList brief{u"--duration"_s, u"120"_s, u"--replications"_s, u"2"_s};

        const Ended one = commandLine(
            QStringList{
                u"simulate"_s, u"--project"_s, project, u"--persona"_s, name + u":2", u"--json"_s}
            + brief);
        QVERIFY2(one.code == 0, qPrintable(one.told()));
        QCOMPARE(one.json()[u"sources"].toObject().size(), 1);
        const Ended assess =
            commandLine(QStringList{u"assess"_s, u"--project"_s, project, u"--json"_s} + brief);
        QVERIFY2(assess.code == 0, qPrintable(assess.told()));
        const Ended report = commandLine({u"report"_s, u"--project"_s, project, u"-o"_s, pdf});
        QVERIFY2(report.code == 0, qPrintable(report.told()));
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        const Ended absent =
            commandLine({u"simulate"_s, u"--project"_s, project, u"--persona"_s, u"nobody"_s});
        verifyRefused(absent, 2, u"nobody"_s);

        const auto store = project::Store::open(project, project::OpenMode::ReadWrite);
        QVERIFY(store);
        const auto state = (*store)->load();
        QVERIFY(state);
        QCOMPARE(state->captures.size(), std::size_t{1});
        QCOMPARE(state->captures.begin()->second.table->size(), std::uint64_t{81'910});
        QCOMPARE(state->personaSets.size(), std::size_t{1});
        QVERIFY(state->runs.size() >= 1);
        // This process writes the project now: a command says who holds it, and leaves it alone.
        verifyRefused(commandLine({u"personas"_s, u"--project"_s, project}),
                      3,
                      QString::number(QCoreApplication::applicationPid()));
        verifyRefused(commandLine({u"import"_s, kSampleCapture, u"--project"_s, project}),
                      3,
                      u"being written"_s);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
