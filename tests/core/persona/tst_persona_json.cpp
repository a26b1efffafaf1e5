// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/persona_json.h"
#include "tests/support/approx.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace dramatis;
using namespace dramatis::persona;

namespace {

/// A set in which everything differs from its default.
PersonaSet fullSet()
{
    Persona persona;
    persona.id = PersonaId{7};
    persona.cluster = 3;
    persona.name = QStringLiteral("bursty \"writes\" – наплыв");
    persona.named = persona.pinned = true;
    persona.edits[QStringLiteral("burstiness")] = {2.5, 1.5};
    persona.intensity.stepSeconds = 10;
    persona.intensity.rates.assign(120, 0.5);
    persona.precision[QStringLiteral("request_rate")] = {0.25, 9.5};
    persona.goodness = {{{QStringLiteral("gaps"), 1, 1.1, 0.02, 0.03, 500, true}}, true};
    persona.windows = 12;
    persona.exchanges = 3456789012345;
    persona.windowShare = 1.0 / 3;
    persona.resources = {{QStringLiteral("10.0.0.1:80"), 12, 3456789012345, 0.1}};
    persona.requestRate = {1.5, 1.25, 0.1 + 0.2, 9};
    persona.requestSize = {300, 290, 400, 500};
    persona.responseSize = {3000, 2900, 4000, 5e9};
    persona.dataRate = {1e6, 2e6, 3e6, 4e6};
    persona.errors = {0.25, 0.1, 0.1, 0.05, 0.01};
    persona.latencyP50 = 0.1;
    persona.latencyP95 = 0.2;
    persona.latencyP99 = 1e-300;
    persona.latencyMean = 0.15;
    persona.burstiness = 2.5;
    persona.writeShare = 0.9;
    persona.concurrency = 4;
    persona.gapMean = 0.01;
    for (int i = 0; i < 101; ++i) {
        persona.requestSizes.push_back(i);
        persona.responseSizes.push_back(i / 3.0);
        persona.latencies.push_back(i / 7.0);
        persona.gaps.push_back(i / 9.0);
    }
    persona.operations = {{QStringLiteral("POST /order"), 12, 0.75}};
    persona.rateOverTime.assign(120, 2.5);
    persona.rateOverTime[4] = kNotKnown;
    persona.peak.utcOffsetSeconds = 3600;
    persona.peak.hourOfWeek.assign(168, kNotKnown);
    persona.peak.hourOfWeek[30] = 8;
    persona.peak.hourOfDay.assign(24, kNotKnown);
    persona.peak.peaks = {{1, 6}};
    persona.peak.peakToMean = 1.75;
    persona.observedFrom = 1'700'000'000'123'456'789;
    persona.observedTo = 1'700'000'600'000'000'000;
    persona.createdAt = 1'700'001'000'000'000'000;
    persona.confidence = {0.9, 11.5, 0.1, 1, -0.25};

    PersonaSet set;
    set.id = PersonaSetId{2};
    set.capture = CaptureId{5};
    set.name = QStringLiteral("first cut");
    set.options.algorithm = QStringLiteral("hdbscan");
    set.options.epsilon = 0.42;
    set.options.minPoints = 5;
    set.options.clusters = 4;
    set.options.epsilonSuggested = true;
    set.options.windowSeconds = 5;
    set.options.features.weights = {{QStringLiteral("error_rate"), 2.5}};
    set.options.seed = 0xFFFF'FFFF'FFFF'FFFE;
    set.features = {{QStringLiteral("latency_p50"),
                     QStringLiteral("Median latency"),
                     QStringLiteral("s"),
                     traffic::Transform::LogRatio,
                     0.012,
                     0.7,
                     0.3,
                     2,
                     17}};
    set.leftOut = {{QStringLiteral("request_size"),
                    QStringLiteral("Request size"),
                    QStringLiteral("not in this capture")}};
    Persona second;
    second.id = PersonaId{8};
    set.personas = {persona, second};
    for (int i = 0; i < 200'000; ++i) {
        set.labels.push_back(i % 5 - 1);
        set.windowOfRow.push_back(static_cast<std::uint32_t>(i * 3));
    }
    set.points = 200'000;
    set.noise = 40'000;
    set.silhouette = 0.61;
    set.createdAt = 1'700'001'000'000'000'000;
    set.sparseExchanges = 99;
    set.noiseExchanges = 1234;
    set.stability = 0.9;
    set.regrouped = true;
    set.predecessor = PersonaSetId{1};
    set.lastPersonaId = 9;
    set.minutesOfHour.assign(60, 7);
    return set;
}

QJsonObject throughText(const QJsonObject &object)
{
    return QJsonDocument::fromJson(QJsonDocument(object).toJson(QJsonDocument::Compact)).object();
}

} // namespace

class TestPersonaJson : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentIsTheOneDescribed()
    {
        const QJsonObject document = personasToJson(fullSet());
        QCOMPARE(
            document.keys().join(u' '),
            QStringLiteral("algorithm clusters eps features minPts noise notes personas points "
                           "quality windowSeconds"));
        QCOMPARE(document[u"features"][0].toObject().keys().join(u' '),
                 QStringLiteral("center id scale transform unit"));
        const QJsonObject persona = document[u"personas"][0].toObject();
        QCOMPARE(persona.keys().join(u' '),
                 QStringLiteral(
                     "burstiness confidence createdAt dataRate edited errorRate exchanges goodness "
                     "id latency name observedFrom observedTo peak pinned requestRate requestSize "
                     "resources responseSize windows"));
        QCOMPARE(persona[u"requestRate"].toObject().keys().join(u' '),
                 QStringLiteral("max mean p50 p95"));
        QCOMPARE(persona[u"latency"].toObject().keys().join(u' '), QStringLiteral("p50 p95 p99"));
        QCOMPARE(persona[u"confidence"].toObject().keys().join(u' '),
                 QStringLiteral("effectiveWindows hoursSeen relativeHalfWidth score"));
        QCOMPARE(persona[u"peak"][u"hours"][0][u"day"].toInt(), 1);
        QCOMPARE(persona[u"peak"][u"hours"][0][u"hour"].toInt(), 6);
        QCOMPARE(persona[u"observedFrom"].toString(), QStringLiteral("2023-11-14T22:13:20.123Z"));
        QCOMPARE(persona[u"resources"][0].toString(), QStringLiteral("10.0.0.1:80"));
        QCOMPARE(document[u"quality"][u"silhouette"].toDouble(), 0.61);
        QCOMPARE(document[u"clusters"].toInt(), 2);
    }

    void whatIsUnknownIsAbsent()
    {
        PersonaSet set = fullSet();
        set.options.epsilon = kNotKnown;
        set.silhouette = kNotKnown;
        set.stability = kNotKnown;
        const QJsonObject document = personasToJson(set);
        QVERIFY(!document.contains(u"eps"));
        QVERIFY(document[u"quality"].toObject().isEmpty());
        const QJsonObject persona = document[u"personas"][1].toObject();
        QVERIFY(!persona.contains(u"errorRate"));
        QVERIFY(!persona.contains(u"observedFrom"));
        QVERIFY(persona[u"latency"].toObject().isEmpty());
        QVERIFY(persona[u"requestRate"].toObject().isEmpty());
    }

    void whatIsStoredComesBack()
    {
        const PersonaSet set = fullSet();
        const QJsonObject stored = personasToStored(set);
        const auto back = personasFromStored(throughText(stored));
        QVERIFY2(back, back ? "" : qPrintable(back.error().toString()));
        QCOMPARE(personasToStored(*back), stored);
        // A field that neither side names would pass the line above: the ones that are easy to
        // lose.
        QCOMPARE(back->labels, set.labels);
        QCOMPARE(back->windowOfRow, set.windowOfRow);
        QCOMPARE(back->options.seed, set.options.seed);
        QCOMPARE(back->options.features.weights, set.options.features.weights);
        QCOMPARE(back->features, set.features);
        QCOMPARE(back->leftOut, set.leftOut);
        const Persona &persona = back->personas[0];
        QCOMPARE(persona.name, set.personas[0].name);
        QCOMPARE(persona.exchanges, set.personas[0].exchanges);
        QVERIFY(persona.requestRate.p95 == 0.1 + 0.2); // to the last bit
        QVERIFY(persona.latencyP99 == 1e-300);
        QCOMPARE(persona.latencies, set.personas[0].latencies);
        QVERIFY(std::isnan(persona.peak.hourOfWeek[0]));
        QCOMPARE(persona.peak.hourOfWeek[30], 8.0);
        QCOMPARE(persona.observedFrom, set.personas[0].observedFrom);
        QCOMPARE(back->personas[1].observedFrom, kUnknown);
        QVERIFY(std::isnan(back->personas[1].burstiness));
    }

    /// With the time come age, staleness and grade; the second persona does not know its age.
    void whatDependsOnTheTime()
    {
        constexpr std::int64_t kDay = 86'400'000'000'000;
        const PersonaSet set = fullSet();
        const std::int64_t end = set.personas[0].observedTo;
        const QJsonObject fresh = personasToJson(set, end + kDay)[u"personas"][0].toObject();
        QCOMPARE(fresh[u"dataAge"].toDouble(), 86'400.0);
        QVERIFY(!fresh.contains(u"stale"));
        QCOMPARE(fresh[u"grade"].toObject().keys().join(u' '),
                 QStringLiteral("failedGates parts value"));
        const QJsonObject old = personasToJson(set, end + 31 * kDay)[u"personas"][0].toObject();
        QVERIFY(old[u"stale"].toString().contains(u"31"));
        QVERIFY(old[u"grade"][u"value"].toDouble() <= 0.49);
        const QJsonObject unknown = personasToJson(set, end)[u"personas"][1].toObject();
        QVERIFY(!unknown.contains(u"dataAge"));
        QVERIFY(!unknown.contains(u"stale"));
    }

    /// A file has everything that does not belong to the project.
    void whatIsExportedComesBack()
    {
        const PersonaSet set = fullSet();
        const QJsonObject file = personasToFile(set);
        const auto back = personasFromFile(QJsonDocument(file).toJson());
        QVERIFY2(back, back ? "" : qPrintable(back.error().toString()));
        QCOMPARE(personasToFile(*back), file);
        QCOMPARE(number(back->id), 0u);
        QCOMPARE(number(back->capture), 0u);
        QVERIFY(!back->predecessor);
        QVERIFY(back->labels.empty());
        QCOMPARE(back->personas[0].name, set.personas[0].name);
        QCOMPARE(back->personas[0].edits.at(QStringLiteral("burstiness")).measured, 1.5);
        QCOMPARE(back->personas[0].goodness->parts[0].distance, 0.02);
        QVERIFY(!back->personas[1].goodness);
    }

    void badFilesHaveOneClearError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const QByteArray good = QJsonDocument(personasToFile(fullSet())).toJson();
        const auto with = [&good](const char *from, const char *to) {
            QByteArray text = good;
            const auto at = text.indexOf(from);
            if (at < 0)
                qFatal("%s is not there", from);
            return text.replace(at, qstrlen(from), to);
        };
        QTest::newRow("empty") << QByteArray() << "JSON";
        QTest::newRow("cut off") << good.left(good.size() / 2) << "line";
        QTest::newRow("a list") << QByteArray("[1]") << "dramatis-personas";
        QTest::newRow("something else") << QByteArray("{\"format\": \"har\"}") << "format";
        QTest::newRow("newer") << with("\"version\": 3", "\"version\": 4") << "version";
        QTest::newRow("unknown key") << with("\"pinned\"", "\"pined\"") << "pin";
        QTest::newRow("unknown key at the top") << with("\"noise\"", "\"noize\"") << "noi";
        QTest::newRow("wrong type")
            << with("\"points\": 200000", "\"points\": \"many\"") << "points";
        QTest::newRow("same id twice") << with("\"id\": 8", "\"id\": 7") << "personas.id";
        QTest::newRow("not UTF-8") << QByteArray("{\"format\": \"\xff\xfe\"}") << "JSON";
    }
    void badFilesHaveOneClearError()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto back = personasFromFile(text);
        QVERIFY(!back);
        QCOMPARE(back.error().kind, ErrorKind::Format);
        QVERIFY2(back.error().message.contains(says), qPrintable(back.error().message));
        QVERIFY(!back.error().message.contains(u'\n'));
    }

    /// What version 1 wrote is read; what came later has its defaults.
    void theVersionBeforeIsRead()
    {
        QJsonObject stored = personasToStored(fullSet());
        stored[u"version"] = 1;
        for (const char *key :
             {"stability", "regrouped", "predecessor", "lastPersonaId", "minutesOfHour"})
            stored.remove(QLatin1String(key));
        QJsonArray personas = stored[u"personas"].toArray();
        for (QJsonValueRef value : personas) {
            QJsonObject persona = value.toObject();
            for (const char *key : {"edits", "intensity", "precision", "goodness"})
                persona.remove(QLatin1String(key));
            persona[u"edited"] = false; // it was a flag then
            value = persona;
        }
        stored[u"personas"] = personas;
        const auto back = personasFromStored(stored);
        QVERIFY2(back, back ? "" : qPrintable(back.error().toString()));
        QCOMPARE(back->lastPersonaId, 8u);
        QVERIFY(back->personas[0].precision.empty());
        QVERIFY(!back->personas[0].goodness);
        QVERIFY(std::isnan(back->stability));
    }

    /// The file that ships is the schema of the very fields that are read.
    void shipsItsSchema()
    {
        QFile file(QStringLiteral(DRAMATIS_ROOT "/resources/schema/dramatis-personas.schema.json"));
        const QByteArray made = QJsonDocument(personasSchema()).toJson();
        if (qEnvironmentVariableIsSet("DRAMATIS_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(made);
            QFAIL("The schema was written anew; look at the difference.");
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), made);
    }

    void labelsAreStoredCompactly()
    {
        PersonaSet set = fullSet();
        set.personas.clear();
        const auto size =
            QJsonDocument(personasToStored(set)).toJson(QJsonDocument::Compact).size();
        QVERIFY2(size < 400'000, qPrintable(QString::number(size))); // 200,000 labels and rows
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("format") << "format" << QJsonValue(u"other"_qs);
        QTest::newRow("version") << "version" << QJsonValue(99);
        QTest::newRow("number as text") << "points" << QJsonValue(u"5"_qs);
        QTest::newRow("not whole") << "noise" << QJsonValue(2.5);
        QTest::newRow("missing") << "createdAt" << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("out of range") << "capture" << QJsonValue(-1);
        QTest::newRow("no list") << "personas" << QJsonValue(3);
        QTest::newRow("list of the wrong kind") << "personas" << QJsonValue(QJsonArray{1});
        QTest::newRow("labels not encoded") << "labels" << QJsonValue(QJsonArray{u"abcd"_qs});
        QTest::newRow("rows of another length") << "windowOfRow" << QJsonValue(QJsonArray());
        QTest::newRow("no object") << "options" << QJsonValue(QJsonArray());
    }

    void damageIsNamed()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QJsonObject stored = personasToStored(fullSet());
        if (value.isUndefined())
            stored.remove(path);
        else
            stored[path] = value;
        const auto back = personasFromStored(stored);
        QVERIFY(!back);
        QCOMPARE(back.error().kind, ErrorKind::Format);
        QVERIFY2(back.error().message.contains(path), qPrintable(back.error().message));
    }

    void damageInsideIsNamedByItsPath()
    {
        QJsonObject stored = personasToStored(fullSet());
        QJsonArray personas = stored[u"personas"].toArray();
        QJsonObject persona = personas[1].toObject();
        QJsonObject rate = persona[u"requestRate"].toObject();
        rate[u"p95"] = true;
        persona[u"requestRate"] = rate;
        personas[1] = persona;
        stored[u"personas"] = personas;
        const auto back = personasFromStored(stored);
        QVERIFY(!back);
        QVERIFY(back.error().message.contains(u"personas[1].requestRate.p95"));
    }

    void figuresOfTheWrongLengthAreRefused()
    {
        PersonaSet set = fullSet();
        set.personas[0].peak.hourOfWeek.resize(20);
        QVERIFY(!personasFromStored(personasToStored(set)));
        set = fullSet();
        set.personas[0].peak.peaks = {{7, 0}};
        QVERIFY(!personasFromStored(personasToStored(set)));
        set = fullSet();
        set.labels[3] = -2;
        QVERIFY(!personasFromStored(personasToStored(set)));
        QVERIFY(!personasFromStored(QJsonObject()));
    }
};

QTEST_GUILESS_MAIN(TestPersonaJson)
#include "tst_persona_json.moc"
