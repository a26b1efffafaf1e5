// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/grade.h"
#include "core/persona/identity.h"
#include "tests/core/persona/personas.h"
#include "tests/support/approx.h"

#include <QTest>

#include <cmath>

using namespace dramatis;
using namespace dramatis::persona;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kDay = 86'400'000'000'000;

/// Well known in all but its age: it ended at 0.
PersonaSet soundSet()
{
    Persona persona = tests::personaWith(
        1, u"steady"_s, {{"request_rate", 10}, {"latency_mean", 0.1}, {"gap_mean", 0.1}});
    persona.exchanges = 50'000;
    persona.confidence.score = 0.95;
    persona.confidence.relativeHalfWidth = 0.05;
    persona.confidence.hoursSeen = 168;
    persona.observedFrom = -kDay;
    persona.observedTo = 0;
    return tests::setOf({persona});
}

QString partsText(const ConfidenceGrade &grade)
{
    QStringList parts;
    for (const GradePart &part : grade.parts)
        parts.append(u"%1 %2"_s.arg(part.part).arg(part.value, 0, 'f', 3));
    return parts.join(u", "_s);
}

} // namespace

class TestGrade : public QObject
{
    Q_OBJECT

private slots:
    void theGradeIsTheLeastOfItsParts()
    {
        PersonaSet set = soundSet();
        // 6 of 60 days.
        ConfidenceGrade grade = gradeOf(set.personas[0], set, 6 * kDay);
        QCOMPARE(partsText(grade), u"age 0.900, sample 0.950, hours 1.000"_s);
        COMPARE_APPROX(grade.value, 0.9, 1e-12, 0);
        QCOMPARE(grade.word(), u"high"_s);
        QVERIFY(grade.failedGates.isEmpty());

        // A fifth of the week was seen: (1 + 33.6 / 168) / 2.
        set.personas[0].confidence.hoursSeen = 34;
        set.stability = 0.85;
        set.personas[0].goodness = {
            {{u"gaps"_s, 1, 1, 0.04, 0.03, 500, true}, {u"rate"_s, 1, 1, 0.06, 0.1, 500, true}},
            true};
        grade = gradeOf(set.personas[0], set, 6 * kDay);
        QCOMPARE(partsText(grade),
                 u"age 0.900, sample 0.950, hours 0.601, stability 0.850, fit 0.960"_s);
        COMPARE_APPROX(grade.value, (1 + 34.0 / 168) / 2, 1e-12, 0);
        QCOMPARE(grade.word(), u"medium"_s);
    }

    void aGateThatFailsMakesItLow_data()
    {
        QTest::addColumn<int>("gate");
        QTest::newRow("older than 30 days") << 0;
        QTest::newRow("too few exchanges") << 1;
        QTest::newRow("rate not known well enough") << 2;
        QTest::newRow("clusters not stable") << 3;
        QTest::newRow("does not reproduce its traffic") << 4;
    }
    void aGateThatFailsMakesItLow()
    {
        QFETCH(int, gate);
        PersonaSet set = soundSet();
        Persona &persona = set.personas[0];
        persona.exchanges = gate == 1 ? 999 : 1000;
        persona.confidence.relativeHalfWidth = gate == 2 ? 0.11 : 0.1;
        set.stability = gate == 3 ? 0.79 : 0.8;
        persona.goodness = {{{u"gaps"_s, 1, 1, 0.06, 0.05, 500, gate != 4}}, gate != 4};
        const ConfidenceGrade grade = gradeOf(persona, set, gate == 0 ? 31 * kDay : kDay);
        QCOMPARE(grade.failedGates.size(), 1);
        QVERIFY(grade.value <= 0.49);
        QCOMPARE(grade.word(), u"low"_s);
    }

    void whatIsNotKnownIsNoPart()
    {
        PersonaSet set = soundSet();
        set.personas[0].observedTo = kUnknown;
        QCOMPARE(partsText(gradeOf(set.personas[0], set, kDay)), u"sample 0.950, hours 1.000"_s);
        QVERIFY(!whyStale(set.personas[0], 100 * kDay));
    }

    void stalenessSaysWhy()
    {
        const PersonaSet set = soundSet();
        QVERIFY(!whyStale(set.personas[0], 30 * kDay));
        const auto reason = whyStale(set.personas[0], 45 * kDay);
        QVERIFY(reason);
        QVERIFY(reason->contains(u"45"));
        QVERIFY(reason->contains(u"30"));
    }

    void notesOfASoundSet() { QVERIFY(notesOf(soundSet()).isEmpty()); }

    /// As one who samples a minute of each hour: nothing else may be concluded from it.
    void allInOneMinuteOfEachHour()
    {
        PersonaSet set = soundSet();
        set.minutesOfHour.assign(60, 0);
        set.minutesOfHour[5] = 9'950;
        set.minutesOfHour[40] = 50; // 0.5 %
        QCOMPARE(notesOf(set).size(), 1);
        QVERIFY(notesOf(set)[0].contains(u":05"));
        QVERIFY(!notesOf(set)[0].contains(u":40"));
        set.minutesOfHour[40] = 200; // 2 %
        QVERIFY(notesOf(set)[0].contains(u":05, :40"));
        set.minutesOfHour.assign(60, 100);
        QVERIFY(notesOf(set).isEmpty());
        // Of a capture of a minute, that is no wonder.
        set.minutesOfHour.assign(60, 0);
        set.minutesOfHour[5] = 10'000;
        set.personas[0].observedFrom = -60'000'000'000;
        QVERIFY(notesOf(set).isEmpty());
    }

    void whatTheCaptureDoesNotTell()
    {
        PersonaSet set = soundSet();
        set.personas[0].latencyMean = kNotKnown;
        set.personas[0].gapMean = kNotKnown;
        const auto leftOut = [](const QString &name, const QString &reason) {
            return traffic::LeftOut{name, name, reason};
        };
        set.leftOut = {leftOut(u"Latency"_s, u"absent"_s),
                       leftOut(u"Writes"_s, u"constant"_s),
                       leftOut(u"Concurrency"_s, u"absent"_s)};
        set.points = 100;
        set.noise = 30;
        set.sparseExchanges = 20'000;
        set.regrouped = true;
        QVERIFY(setByHand(set.personas[0], u"request_rate"_s, 5.0));
        const QString notes = notesOf(set).join(u'\n');
        for (const auto *said : {u"latency",
                                 u"Gaps",
                                 u"Latency, Concurrency",
                                 u"Writes",
                                 u"30.0 %",
                                 u"28.6 %",
                                 u"by hand",
                                 u"“steady”"})
            QVERIFY2(QString(notes).replace(QChar(0x202f), u' ').contains(QStringView(said)),
                     qPrintable(notes));
        QCOMPARE(notesOf(set).size(), 8);
    }
};

QTEST_GUILESS_MAIN(TestGrade)
#include "tst_grade.moc"
