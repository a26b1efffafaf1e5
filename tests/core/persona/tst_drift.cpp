// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/drift.h"
#include "core/persona/identity.h"
#include "core/persona/profile.h"
#include "tests/core/persona/personas.h"
#include "tests/support/approx.h"
#include "tests/support/exchanges.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace dramatis;
using namespace dramatis::persona;
using namespace Qt::StringLiterals;
using tests::personaWith;
using tests::setOf;

namespace {

/// A persona of a Poisson process of `rate` per second over 400 windows of a second, made by the
/// profile of its exchanges.
PersonaSet poissonSet(double rate, unsigned seed, std::int64_t beginSeconds)
{
    std::mt19937 random(seed);
    std::vector<traffic::Exchange> exchanges;
    double time = 0;
    while (time < 400) {
        time += -std::log((static_cast<double>(random()) + 0.5) / 4294967296.0) / rate;
        exchanges.push_back({.begin = tests::ns(static_cast<double>(beginSeconds) + time),
                             .status = 200,
                             .server = "a",
                             .method = "GET",
                             .path = "/"});
    }
    NullJobControl job;
    const auto table = tests::makeTable(exchanges);
    const auto windows = *traffic::makeWindows(*table, 1.0, job);
    const auto matrix = *traffic::makeFeatures(windows, {});
    clustering::Clustering clustering;
    clustering.labels.assign(matrix.windowOfRow.size(), 0);
    clustering.clusters = 1;
    return *profile(*table, windows, matrix, clustering, {}, FixedClock(0), job);
}

QString fatesText(const std::vector<PersonaFate> &fates)
{
    QStringList lines;
    for (const PersonaFate &fate : fates) {
        QString line = fate.name + u' ' + fateId(fate.fate);
        for (const MetricDrift &drift : fate.metrics)
            line += drift.drifted ? QString(u' ' + drift.metric) : QString();
        lines.append(line);
    }
    return lines.join(u"; ");
}

} // namespace

class TestDrift : public QObject
{
    Q_OBJECT

private slots:
    /// Rates 20 and 30 are 1 apart in units of 10, error rates 0 and 0.3 are 3 apart:
    /// (1/2 + 3/4) / 2.
    void distanceByHand()
    {
        const Persona a = personaWith(1, u"a"_s, {{"request_rate", 20}, {"error_rate", 0}});
        Persona b = personaWith(2, u"b"_s, {{"request_rate", 30}, {"error_rate", 0.3}});
        const PersonaSet set = setOf({a});
        COMPARE_APPROX(profileDistance(set, a, b), (0.5 + 0.75) / 2, 1e-12, 0);
        COMPARE_APPROX(profileDistance(set, b, a), (0.5 + 0.75) / 2, 1e-12, 0);
        COMPARE_APPROX(profileDistance(set, a, a), 0, 0, 1e-12);
        b.errors.total = kNotKnown; // what one of them does not know is left out
        COMPARE_APPROX(profileDistance(set, a, b), 0.5, 1e-12, 0);
        b.requestRate.mean = kNotKnown;
        QVERIFY(std::isnan(profileDistance(set, a, b)));
    }

    /// Mixes {x: 0.5, y: 0.5} and {x: 0.8, z: 0.2}: half of 0.3 + 0.5 + 0.2.
    void theOperationsMixCounts()
    {
        Persona a = personaWith(1, u"a"_s, {{"request_rate", 20}});
        Persona b = a;
        a.operations = {{u"x"_s, 5, 0.5}, {u"y"_s, 5, 0.5}};
        b.operations = {{u"x"_s, 8, 0.8}, {u"z"_s, 2, 0.2}};
        COMPARE_APPROX(profileDistance(setOf({a}), a, b), (0 + 0.5) / 2, 1e-12, 0);
    }

    /// The nearest pair, 14 and 13, would leave 10 to 18: d / (1 + d) of 0.1 and 0.8 is more than
    /// of 0.3 and 0.4 (0.53 against 0.52).
    void theSumOfDistancesDecides()
    {
        const PersonaSet earlier = setOf({personaWith(1, u"low"_s, {{"request_rate", 10}}),
                                          personaWith(2, u"high"_s, {{"request_rate", 14}})});
        const PersonaSet later = setOf({personaWith(1, u"p"_s, {{"request_rate", 13}}),
                                        personaWith(2, u"q"_s, {{"request_rate", 18}})});
        PersonaSet other = later;
        other.id = PersonaSetId{2};
        QCOMPARE(matchPersonas(earlier, other), (std::vector<PersonaPair>{{0, 0}, {1, 1}}));
    }

    void whatIsTooFarIsNewAndGone()
    {
        const PersonaSet earlier = setOf({personaWith(1, u"steady"_s, {{"request_rate", 10}}),
                                          personaWith(2, u"batch"_s, {{"request_rate", 500}})});
        PersonaSet later = setOf({personaWith(1, u"fast"_s, {{"request_rate", 90}}),
                                  personaWith(2, u"calm"_s, {{"request_rate", 10.5}})});
        later.id = PersonaSetId{2};
        QCOMPARE(fatesText(compareSets(earlier, later)), u"fast new; calm same; batch gone"_s);
    }

    /// Two captures of the same process, and one of a process 30 % faster, through the whole of
    /// profile and test.
    void aFasterProcessHasDrifted()
    {
        const PersonaSet monday = poissonSet(20, 1, 1'000'000);
        PersonaSet tuesday = poissonSet(20, 2, 1'100'000);
        PersonaSet wednesday = poissonSet(26, 3, 1'200'000);
        tuesday.id = PersonaSetId{2};
        wednesday.id = PersonaSetId{3};
        const auto same = compareSets(monday, tuesday);
        QCOMPARE(same.size(), std::size_t(1));
        QCOMPARE(fateId(same[0].fate), u"same"_s);

        const auto drifted = compareSets(monday, wednesday);
        QCOMPARE(drifted.size(), std::size_t(1));
        QCOMPARE(fateId(drifted[0].fate), u"drifted"_s);
        const auto rate = std::find_if(drifted[0].metrics.begin(),
                                       drifted[0].metrics.end(),
                                       [](const auto &m) { return m.metric == u"request_rate"; });
        QVERIFY(rate != drifted[0].metrics.end());
        QVERIFY(rate->drifted);
        QVERIFY(rate->adjustedP < 1e-6);
        COMPARE_APPROX(rate->relative(), 0.3, 0, 0.05);
        // Of a Poisson process the variance of a window is its mean: sqrt(20 / 400).
        COMPARE_APPROX(rate->earlier.halfWidth, 1.966 * std::sqrt(20.0 / 400), 0.15, 0);
    }

    /// What is sure but small is no drift.
    void aSmallChangeIsNoDrift()
    {
        Persona a = personaWith(1, u"a"_s, {{"request_rate", 100}, {"error_rate", 0}});
        Persona b = personaWith(1, u"a"_s, {{"request_rate", 105}, {"error_rate", 0}});
        Persona c = personaWith(1, u"a"_s, {{"request_rate", 115}, {"error_rate", 0}});
        for (Persona *persona : {&a, &b, &c})
            persona->precision[u"request_rate"_s] = {0.1, 50};
        PersonaSet later = setOf({b});
        later.id = PersonaSetId{2};
        const auto small = compareSets(setOf({a}), later);
        QVERIFY(small[0].metrics[0].adjustedP < 0.001);
        QCOMPARE(fateId(small[0].fate), u"same"_s);
        later.personas = {c};
        QCOMPARE(fateId(compareSets(setOf({a}), later)[0].fate), u"drifted"_s);
        later.personas[0].precision.clear(); // not tested
        QCOMPARE(fateId(compareSets(setOf({a}), later)[0].fate), u"same"_s);
    }

    /// Under the null, the share of comparisons with any drift stays near the level.
    void theFalseAlarmsAreFew()
    {
        int alarms = 0;
        constexpr int kRounds = 40;
        for (unsigned round = 0; round < kRounds; ++round) {
            const PersonaSet a = poissonSet(20, 100 + 2 * round, 1'000'000);
            PersonaSet b = poissonSet(20, 101 + 2 * round, 1'000'000);
            b.id = PersonaSetId{2};
            for (const MetricDrift &drift : compareSets(a, b)[0].metrics)
                alarms += drift.adjustedP < kDriftSignificance ? 1 : 0;
        }
        QVERIFY2(alarms <= 6, qPrintable(QString::number(alarms))); // 2 of 40 are expected
    }

    void whatAPersonSaidOutlivesTheClusters()
    {
        PersonaSet earlier =
            setOf({personaWith(1, u"shoppers"_s, {{"request_rate", 10}, {"error_rate", 0}}),
                   personaWith(3, u"batch"_s, {{"request_rate", 50}, {"error_rate", 0}}),
                   personaWith(7, u"lost"_s, {{"request_rate", 500}, {"error_rate", 0.9}})});
        earlier.personas[0].named = true;
        earlier.personas[1].pinned = true;
        QVERIFY(setByHand(earlier.personas[1], u"error_rate"_s, 0.02));

        PersonaSet found =
            setOf({personaWith(1, u"steady traffic"_s, {{"request_rate", 49}, {"error_rate", 0}}),
                   personaWith(2, u"failing"_s, {{"request_rate", 52}, {"error_rate", 0.6}}),
                   personaWith(3, u"quiet"_s, {{"request_rate", 11}, {"error_rate", 0}})});
        found.id = PersonaSetId{2};
        const PersonaSet next = continuing(earlier, found);

        QCOMPARE(next.predecessor, std::optional(PersonaSetId{1}));
        QCOMPARE(number(next.personas[0].id), 3u);
        QCOMPARE(next.personas[0].name, u"batch"_s);
        QVERIFY(next.personas[0].pinned);
        QVERIFY(!next.personas[0].named);
        COMPARE_APPROX(next.personas[0].errors.total, 0.02, 1e-12, 0);
        COMPARE_APPROX(next.personas[0].edits.at(u"error_rate"_s).measured, 0, 0, 1e-12);
        QCOMPARE(number(next.personas[1].id), 8u); // 7 is gone and stays so
        QVERIFY(!next.personas[1].name.isEmpty());
        QCOMPARE(number(next.personas[2].id), 1u);
        QCOMPARE(next.personas[2].name, u"shoppers"_s);
        QVERIFY(next.personas[2].named);
        QCOMPARE(next.lastPersonaId, 8u);

        // Their ids tell from now on, however they are called.
        QCOMPARE(matchPersonas(earlier, next), (std::vector<PersonaPair>{{0, 2}, {1, 0}}));
        QCOMPARE(compareSets(earlier, next).size(), std::size_t(4));
    }

    void whatWasSetByHandIsNoDrift()
    {
        Persona a = personaWith(1, u"a"_s, {{"request_rate", 100}});
        a.precision[u"request_rate"_s] = {0.1, 50};
        Persona b = a;
        QVERIFY(setByHand(b, u"request_rate"_s, 300.0));
        PersonaSet later = setOf({b});
        later.id = PersonaSetId{2};
        QCOMPARE(fateId(compareSets(setOf({a}), later)[0].fate), u"same"_s);
    }

    void figuresByHand()
    {
        Persona persona = personaWith(1, u"a"_s, {{"error_rate", 0.25}});
        QCOMPARE(*setByHand(persona, u"error_rate"_s, 0.5), std::optional<double>());
        QCOMPARE(*setByHand(persona, u"error_rate"_s, 0.75), std::optional(0.5));
        QCOMPARE(persona.errors.total, 0.75);
        QVERIFY(persona.isEdited());
        QCOMPARE(*setByHand(persona, u"error_rate"_s, std::nullopt), std::optional(0.75));
        QCOMPARE(persona.errors.total, 0.25);
        QVERIFY(!persona.isEdited());
        for (const double bad : {-1.0, 1.5, std::nan(""), HUGE_VAL}) {
            const auto refused = setByHand(persona, u"error_rate"_s, bad);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
        }
        QVERIFY(!setByHand(persona, u"charm"_s, 1.0));
        QVERIFY(setByHand(persona, u"request_rate"_s, 1.5)); // no share: no upper end
    }
};

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
