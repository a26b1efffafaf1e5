// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/exporters.h"
#include "core/persona/exporters/load_plan.h"
#include "core/persona/identity.h"
#include "tests/core/persona/personas.h"
#include "tests/support/approx.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace dramatis;
using namespace dramatis::persona;
using namespace Qt::StringLiterals;

namespace {

/// Names that try to get out of whatever they are written into.
const QString kEvil =
    u"=cmd|'/C calc'!A0\"); process.exit(1); //\n\"\"\"\n${x} `y` \u2028 \U0001F600 \\"_s;

QuantileFunction linear(double from, double to)
{
    QuantileFunction function;
    for (int i = 0; i <= 100; ++i)
        function.push_back(from + (to - from) * i / 100);
    return function;
}

/// Two resources; rates of 4 and 8 per second in all, half of the capture each.
Persona shoppers()
{
    Persona persona = tests::personaWith(1, u"shoppers"_s, {{"request_rate", 3}});
    persona.resources = {{u"a"_s, 10, 100, 3}, {u"b"_s, 10, 100, 3}};
    persona.intensity.stepSeconds = 5;
    persona.intensity.rates.assign(120, 4);
    std::fill(persona.intensity.rates.begin() + 60, persona.intensity.rates.end(), 8);
    persona.operations = {{u"GET /cart/{id}"_s, 60, 0.6},
                          {u"POST /order"_s, 20, 0.2},
                          {u"SELECT orders"_s, 10, 0.1},
                          {u"other"_s, 10, 0.1}};
    persona.gaps = linear(0, 0.5);
    persona.requestSizes = linear(100, 300);
    persona.latencyP95 = 0.2;
    return persona;
}

Persona evil()
{
    Persona persona = shoppers();
    persona.name = kEvil;
    persona.operations = {{QString(u"GET /"_s
                                   + QString(kEvil).remove(QRegularExpression(
                                       u"\\s"_s, QRegularExpression::UseUnicodePropertiesOption))),
                           1,
                           0.5},
                          {u"GET /\"\\'${x}`y`\U0001F600"_s, 1, 0.5}};
    persona.gaps.clear();
    persona.requestSizes.clear();
    persona.latencyP95 = kNotKnown;
    return persona;
}

QString textOf(const char *exporter, const std::vector<Persona> &personas)
{
    std::vector<const Persona *> pointers;
    for (const Persona &persona : personas)
        pointers.push_back(&persona);
    const auto text = exported(*findExporter(QLatin1String(exporter)), pointers);
    if (!text)
        qFatal("%s", qPrintable(text.error().toString()));
    return *text;
}

/// Cells of a CSV text (RFC 4180).
QList<QStringList> cellsOf(const QString &text)
{
    QList<QStringList> rows{{QString()}};
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
            rows.back().back() += text[++i];
        else if (c == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && c == u',')
            rows.back().append(QString());
        else if (!isQuoted && c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n' && ++i)
            rows.append(QStringList{QString()});
        else
            rows.back().back() += c;
    }
    rows.removeLast(); // after the last line's end
    return rows;
}

} // namespace

class TestExporters : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString fileWith(const QString &name, const QString &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        return file.fileName();
    }

    /// What a program prints; skipped where it is not installed.
    static QByteArray outputOf(const QString &program, const QStringList &arguments, int &code)
    {
        QProcess process;
        process.start(program, arguments);
        code = process.waitForFinished(60'000) ? process.exitCode() : -1;
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

private slots:
    void theListIsComplete()
    {
        QStringList ids;
        for (const Exporter &exporter : allExporters()) {
            ids.append(exporter.id);
            QVERIFY(!exporter.name.isEmpty());
            QVERIFY(!exporter.extension.isEmpty());
            QCOMPARE(findExporter(exporter.id), &exporter);
        }
        QCOMPARE(ids.join(u' '), u"k6 locust schedule"_s);
        QVERIFY(!findExporter(u"jmeter"_s));
    }

    void stagesFollowTheCapture()
    {
        const auto plan = loadPlanOf(shoppers());
        QVERIFY(plan);
        QCOMPARE(plan->stages.size(), std::size_t(2)); // equal steps are one
        QCOMPARE(plan->stages[0].rate, 4.0);
        QCOMPARE(plan->stages[0].seconds, 300.0);
        QCOMPARE(plan->stages[1].rate, 8.0);
        QCOMPARE(plan->peakRate(), 8.0);
        QCOMPARE(plan->seconds(), 600.0);
        COMPARE_APPROX(plan->gapMean(), 0.25, 1e-12, 0);
        // Three in four of the HTTP requests are reads; a fifth names no HTTP operation.
        QCOMPARE(plan->operations.size(), std::size_t(2));
        COMPARE_APPROX(plan->operations[0].share, 0.75, 1e-12, 0);
        COMPARE_APPROX(plan->otherShare, 0.2, 1e-9, 0);
        QCOMPARE(plan->resources, std::size_t(2));
    }

    void stagesFollowTheHoursWhereTheyWereSeen()
    {
        Persona persona = shoppers();
        persona.peak.hourOfDay.assign(24, 1);
        persona.peak.hourOfDay[9] = 5;
        persona.peak.hourOfDay[3] = kNotKnown; // gets the mean: (22 + 5) / 23
        const auto day = loadPlanOf(persona);
        QCOMPARE(day->seconds(), 24 * 3600.0);
        QCOMPARE(day->peakRate(), 10.0); // of two resources
        QCOMPARE(day->stages[0].seconds, 3 * 3600.0);
        COMPARE_APPROX(day->stages[1].rate, 2 * 27.0 / 23, 1e-12, 0);
        persona.peak.hourOfWeek.assign(168, 2);
        QCOMPARE(loadPlanOf(persona)->seconds(), 168 * 3600.0);
    }

    void aRateSetByHandCounts()
    {
        Persona persona = shoppers();
        QVERIFY(setByHand(persona, u"request_rate"_s, 6.0)); // twice of what was measured
        QCOMPARE(loadPlanOf(persona)->peakRate(), 16.0);
    }

    void nothingToPlay()
    {
        Persona persona = shoppers();
        persona.intensity.rates.assign(120, 0);
        QCOMPARE(loadPlanOf(persona).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(exported(allExporters().front(), {}).error().kind, ErrorKind::InvalidArgument);
    }

    void theSameTextEachTime()
    {
        for (const Exporter &exporter : allExporters())
            QCOMPARE(textOf(qPrintable(exporter.id), {shoppers()}),
                     textOf(qPrintable(exporter.id), {shoppers()}));
    }

    void literalsOfJavaScript()
    {
        // What it says is what JSON says.
        const QString literal = javaScriptLiteral(kEvil);
        QCOMPARE(QJsonDocument::fromJson(u"[%1]"_s.arg(literal).toUtf8()).array().at(0).toString(),
                 kEvil);
        for (const QChar c : literal)
            QVERIFY(c.unicode() >= 0x20 && c.unicode() < 0x7f);
    }

    void k6IsJavaScript()
    {
        const QString node = QStandardPaths::findExecutable(u"node"_s);
        if (node.isEmpty())
            QSKIP("node is not installed.");
        int code = 0;
        const QString script = fileWith(u"script.mjs"_s, textOf("k6", {shoppers(), evil()}));
        const QByteArray output = outputOf(node, {u"--check"_s, script}, code);
        QVERIFY2(code == 0, output.constData());
    }

    /// The script itself, with k6's modules and globals stood in for: what it asks k6 to do, and
    /// what it requests.
    void k6DoesWhatThePersonaDid()
    {
        const QString node = QStandardPaths::findExecutable(u"node"_s);
        if (node.isEmpty())
            QSKIP("node is not installed.");
        QString script = textOf("k6", {shoppers(), evil()});
        script.replace(u"import http from 'k6/http';"_s,
                       u"const __ENV = {}; const seen = []; let slept = 0;\n"
                       "const http = { request: (...all) => seen.push(all) };"_s);
        script.replace(u"import { sleep } from 'k6';"_s,
                       u"let now = 0; Date.now = () => now;\n"
                       "const sleep = (s) => { slept += s; now += s * 1000; };"_s);
        script += u"for (let i = 0; i < 50; i += 1) { persona1(); }\n"
                  "for (let i = 0; i < 50; i += 1) { persona2(); }\n"
                  "console.log(JSON.stringify({ options, seen, slept }));\n"_s;
        int code = 0;
        const QByteArray output = outputOf(node, {fileWith(u"run.mjs"_s, script)}, code);
        QVERIFY2(code == 0, output.constData());
        const QJsonObject said = QJsonDocument::fromJson(output).object();
        const QJsonObject first = said[u"options"][u"scenarios"][u"persona_1"].toObject();
        QCOMPARE(first[u"executor"].toString(), u"ramping-arrival-rate"_s);
        // 4 and 8 requests per second in runs of ten, a day.
        QCOMPARE(first[u"startRate"].toInt(), 34560);
        QCOMPARE(first[u"stages"][1][u"target"].toInt(), 34560);
        QCOMPARE(first[u"stages"][1][u"duration"].toString(), u"300.000s"_s);
        QCOMPARE(first[u"stages"][2][u"target"].toInt(), 69120);
        QCOMPARE(first[u"stages"][2][u"duration"].toString(), u"0s"_s);
        QCOMPARE(first[u"tags"][u"persona"].toString(), u"shoppers"_s);
        const QJsonObject second = said[u"options"][u"scenarios"][u"persona_2"].toObject();
        QCOMPARE(second[u"tags"][u"persona"].toString(), kEvil);
        QCOMPARE(second[u"startRate"].toInt(), 345600); // single requests
        const QJsonArray seen = said[u"seen"].toArray();
        QCOMPARE(seen.size(), 50 * 10 + 50);
        int writes = 0;
        for (int i = 0; i < 500; ++i) {
            const QString url = seen[i][1].toString();
            QVERIFY2(url.startsWith(u"http://localhost:8080/"), qPrintable(url));
            QVERIFY(!url.contains(u'{'));
            if (seen[i][0].toString() == u"POST") {
                ++writes;
                const auto size = seen[i][2].toString().size();
                QVERIFY(size >= 100 && size <= 300);
            } else {
                QVERIFY(seen[i][2].isNull());
            }
        }
        COMPARE_APPROX(writes / 500.0, 0.25, 0, 0.08); // four standard errors
        // 450 gaps with a mean of 0.25 s.
        COMPARE_APPROX(said[u"slept"].toDouble(), 450 * 0.25, 0.15, 0);
    }

    void locustIsPython()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("python3 is not installed.");
        int code = 0;
        const QString script = fileWith(u"script.py"_s, textOf("locust", {shoppers(), evil()}));
        const QByteArray output = outputOf(python, {u"-m"_s, u"py_compile"_s, script}, code);
        QVERIFY2(code == 0, output.constData());
    }

    /// The script itself, with Locust and gevent stood in for and a clock that only sleeping moves.
    void locustDoesWhatThePersonaDid()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("python3 is not installed.");
        const QString stage =
            u"import sys, types, json, random as _r\n"
            "_r.seed(1)\n"
            "clock = [0.0]\n"
            "locust = types.ModuleType('locust'); gevent = types.ModuleType('gevent')\n"
            "exception = types.ModuleType('locust.exception')\n"
            "class HttpUser: pass\n"
            "class StopUser(Exception): pass\n"
            "locust.HttpUser = HttpUser; locust.task = lambda f: f\n"
            "exception.StopUser = StopUser\n"
            "def _sleep(s): clock[0] += s\n"
            "gevent.sleep = _sleep; gevent.spawn = lambda f: f()\n"
            "sys.modules.update({'locust': locust, 'gevent': gevent, 'locust.exception': "
            "exception})\n"
            "import time; time.monotonic = lambda: clock[0]\n"_s;
        const QString act =
            u"\nseen = []\n"
            "class Client:\n"
            "    def request(self, *a, **k): seen.append((clock[0], a, len(k['data'] or b'')))\n"
            "for cls in (Persona1, Persona2):\n"
            "    clock[0] = 0.0\n"
            "    user = cls(); user.client = Client()\n"
            "    before = len(seen)\n"
            "    try: user.play()\n"
            "    except StopUser: pass\n"
            "    mine = seen[before:]\n"
            "    print(json.dumps([cls.persona, cls.fixed_count, clock[0],\n"
            "        sum(1 for t, _, _ in mine if t < 300), sum(1 for t, _, _ in mine if t >= 300)]))\n"_s;
        int code = 0;
        const QString script = stage + textOf("locust", {shoppers(), evil()}) + act;
        const QByteArray output = outputOf(python, {fileWith(u"run.py"_s, script)}, code);
        QVERIFY2(code == 0, output.constData());
        const QList<QByteArray> lines = output.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        for (const QByteArray &line : lines) {
            const QJsonArray said = QJsonDocument::fromJson(line).array();
            QCOMPARE(said[1].toInt(), 2); // players
            COMPARE_APPROX(said[2].toDouble(), 600, 1e-9, 0);
            // Half of 4 and 8 per second in 300 s each.
            COMPARE_APPROX(said[3].toDouble(), 600, 0, 100);
            COMPARE_APPROX(said[4].toDouble(), 1200, 0, 140);
        }
        QCOMPARE(QJsonDocument::fromJson(lines[1]).array()[0].toString(), kEvil);
    }

    void theScheduleByHand()
    {
        const QString text = textOf("schedule", {shoppers()});
        QCOMPARE(text,
                 u"persona,begin_s,duration_s,method,path,requests_per_s,gap_mean_s\r\n"
                 "shoppers,0,300,GET,/cart/{id},3,0.25\r\n"
                 "shoppers,0,300,POST,/order,1,0.25\r\n"
                 "shoppers,300,300,GET,/cart/{id},6,0.25\r\n"
                 "shoppers,300,300,POST,/order,2,0.25\r\n"_s);
    }

    void noFormulaGetsIntoTheSchedule()
    {
        const QList<QStringList> rows = cellsOf(textOf("schedule", {evil()}));
        QCOMPARE(rows.size(), 5);
        for (const QStringList &row : rows) {
            QCOMPARE(row.size(), 7);
            QVERIFY(!u"=+-@\t\r"_s.contains(row.front().front()));
        }
        QCOMPARE(rows[1][0], QString(u'\'' + kEvil));
    }
};

QTEST_GUILESS_MAIN(TestExporters)
#include "tst_exporters.moc"
