// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/naming.h"

#include <QSet>
#include <QTest>

using namespace dramatis;
using namespace dramatis::persona;

namespace {

struct Figures
{
    double rate;      ///< 1/s
    double request;   ///< B
    double response;  ///< B
    double latency;   ///< s
    double errors;    ///< fraction
    double variation; ///< of the gaps
    double writes;    ///< fraction
};

Persona personaOf(const Figures &figures)
{
    Persona persona;
    persona.requestRate.mean = figures.rate;
    persona.requestSize.mean = figures.request;
    persona.responseSize.mean = figures.response;
    persona.latencyMean = figures.latency;
    persona.errors.total = figures.errors;
    persona.burstiness = figures.variation;
    persona.writeShare = figures.writes;
    return persona;
}

/// What one of three instances of the recorded shop sees (resources/sample): its load driver plays
/// 36, 60, 40, 17 and 240 requests a second.
const Figures kBrowsing{12, 300, 17'000, 0.15, 0.0006, 1.0, 0};
const Figures kCrawler{20, 300, 5'000, 0.015, 0.0006, 0.1, 0};
const Figures kBurstyWriter{13, 700, 900, 0.06, 0.0006, 4.5, 0.9};
const Figures kBatchJob{5.7, 300, 150'000, 0.4, 0.0006, 0.1, 0};
const Figures kOverload{80, 300, 11'000, 1.3, 0.33, 1.0, 0};

QStringList named(const std::vector<Figures> &all)
{
    std::vector<Persona> personas;
    for (const Figures &figures : all)
        personas.push_back(personaOf(figures));
    suggestNames(personas);
    QStringList names;
    for (const Persona &persona : personas)
        names.append(persona.name);
    return names;
}

} // namespace

class TestNaming : public QObject
{
    Q_OBJECT

private slots:
    void whatIsMostlyRefusedIsCalledSo()
    {
        std::vector<Persona> personas{personaOf(kBrowsing),
                                      personaOf(kCrawler),
                                      personaOf({60, 300, 500, 0.01, 0, 1.0, 0}),
                                      personaOf(kBurstyWriter)};
        personas[1].errors.clientError = 0.9; // a scanner
        personas[2].errors.clientError = 0.6;
        personas[3].errors.clientError = 0.4; // not most of it
        suggestNames(personas);
        QCOMPARE(personas[1].name, QStringLiteral("refused"));
        QCOMPARE(personas[2].name, QStringLiteral("refused, busy"));
        QVERIFY(!personas[0].name.contains(u"refused"));
        QVERIFY(!personas[3].name.contains(u"refused"));
    }

    void theRecordedShopReadsWell()
    {
        QCOMPARE(named({kBrowsing, kCrawler, kBurstyWriter, kBatchJob, kOverload}).join(u", "),
                 QStringLiteral(
                     "steady reads, crawler-like reads, bursty writes, slow batch, overloaded"));
    }

    void theOrderOfPersonasChangesNoName()
    {
        QCOMPARE(named({kOverload, kBatchJob, kBrowsing, kBurstyWriter, kCrawler}).join(u", "),
                 QStringLiteral(
                     "overloaded, slow batch, steady reads, bursty writes, crawler-like reads"));
    }

    void oneAloneIsSteadyTraffic()
    {
        QCOMPARE(named({kOverload}), QStringList{QStringLiteral("steady traffic")});
        QVERIFY(named({}).isEmpty());
    }

    void alikePersonasAreNumbered()
    {
        QCOMPARE(named({kBrowsing, kBrowsing, kBrowsing}).join(u", "),
                 QStringLiteral("steady reads, steady reads 2, steady reads 3"));
    }

    void unusualFigures_data()
    {
        QTest::addColumn<Figures>("figures");
        QTest::newRow("failing") << Figures{12, 300, 17e3, 0.15, 0.5, 1, 0};
        QTest::newRow("heavy downloads") << Figures{12, 300, 90e3, 0.15, 0, 1, 0};
        QTest::newRow("heavy uploads") << Figures{12, 50e3, 100, 0.15, 0, 1, 1};
        QTest::newRow("bursty reads") << Figures{12, 300, 17e3, 0.15, 0, 4, 0};
        QTest::newRow("slow reads") << Figures{12, 300, 17e3, 0.6, 0, 1, 0};
        QTest::newRow("busy reads") << Figures{50, 300, 17e3, 0.15, 0, 1, 0};
        QTest::newRow("quiet reads") << Figures{2, 300, 17e3, 0.15, 0, 1, 0};
        QTest::newRow("steady writes") << Figures{12, 300, 17e3, 0.15, 0, 1, 0.8};
        QTest::newRow("steady traffic") << Figures{12, 300, 17e3, 0.15, 0, 1, 0.3};
    }

    void unusualFigures()
    {
        QFETCH(Figures, figures);
        QCOMPARE(named({kBrowsing, kBrowsing, figures}).last(),
                 QString::fromLatin1(QTest::currentDataTag()));
    }

    void nightsNeedWholeDays()
    {
        Persona night = personaOf(kBatchJob);
        night.peak.hourOfDay.assign(24, 0);
        night.peak.hourOfDay[2] = 5;
        std::vector<Persona> personas{personaOf(kBrowsing), night};
        suggestNames(personas);
        QCOMPARE(personas[1].name, QStringLiteral("night batch"));
        for (std::size_t hour = 5; hour < 24; ++hour)
            night.peak.hourOfDay[hour] = kNotKnown;
        personas = {personaOf(kBrowsing), night};
        suggestNames(personas);
        QCOMPARE(personas[1].name, QStringLiteral("slow batch"));
    }

    void whatIsUnknownIsNotNamed()
    {
        const Figures rateOnly{5, kNotKnown, kNotKnown, kNotKnown, kNotKnown, kNotKnown, kNotKnown};
        const Figures faster{500, kNotKnown, kNotKnown, kNotKnown, kNotKnown, kNotKnown, kNotKnown};
        QCOMPARE(named({rateOnly, faster}).join(u", "),
                 QStringLiteral("quiet traffic, busy traffic"));
        const Figures nothing{
            kNotKnown, kNotKnown, kNotKnown, kNotKnown, kNotKnown, kNotKnown, kNotKnown};
        QCOMPARE(named({nothing, nothing}).join(u", "),
                 QStringLiteral("steady traffic, steady traffic 2"));
    }

    void namesOfTheUserStay()
    {
        std::vector<Persona> personas{personaOf(kBrowsing), personaOf(kBrowsing)};
        personas[1].name = QStringLiteral("steady reads");
        personas[1].named = true;
        suggestNames(personas);
        QCOMPARE(personas[0].name, QStringLiteral("steady reads 2"));
        QCOMPARE(personas[1].name, QStringLiteral("steady reads"));
    }

    void namesAreDistinctAndNeverEmpty()
    {
        std::vector<Figures> all;
        for (int i = 0; i < 200; ++i)
            all.push_back({1.0 + i % 7 * 20,
                           100.0 + i % 3 * 5000,
                           100.0 * (1 + i % 11),
                           0.01 * (1 + i % 13),
                           i % 5 * 0.1,
                           i % 4 * 0.7,
                           i % 2 * 0.9});
        const QStringList names = named(all);
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 200);
        QVERIFY(!names.contains(QString()));
    }

    /// Two that fail: the second is not called after how busy it is.
    void whatFailsIsNeverCalledAfterTheRest()
    {
        QCOMPARE(named({{0.15, 300, 500, 0.1, 0.6, 1, 0.3},
                        {0.2, 300, 1700, 0.1, 0.01, 1, 0.3},
                        {0.2, 300, 500, 0.1, 0.0, 1, 0.3},
                        {0.3, 300, 500, 0.1, 0.0, 1, 0.3},
                        {1.3, 300, 500, 0.1, 1.0, 1, 0.3},
                        {1.4, 300, 500, 0.1, 1.0, 1, 0.3}})
                     .join(QStringLiteral("; ")),
                 QStringLiteral("failing; heavy downloads; steady traffic; steady traffic 2; "
                                "failing, busy; failing 2"));
    }
};

QTEST_GUILESS_MAIN(TestNaming)
#include "tst_naming.moc"
