// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/persona_json.h"
#include "tests/support/approx.h"

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
    persona.named = persona.edited = persona.pinned = true;
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
    set.personas = {persona, Persona()};
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
            QStringLiteral("algorithm clusters eps features minPts noise personas points quality "
                           "windowSeconds"));
        QCOMPARE(document[u"features"][0].toObject().keys().join(u' '),
                 QStringLiteral("center id scale transform unit"));
        const QJsonObject persona = document[u"personas"][0].toObject();
        QCOMPARE(persona.keys().join(u' '),
                 QStringLiteral(
                     "burstiness confidence createdAt dataRate errorRate exchanges id latency "
                     "name observedFrom observedTo peak requestRate requestSize resources "
                     "responseSize windows"));
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
