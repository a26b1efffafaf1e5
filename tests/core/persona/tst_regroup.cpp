// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/identity.h"
#include "core/persona/regroup.h"
#include "tests/core/persona/personas.h"

#include <QTest>

using namespace dramatis;
using namespace dramatis::persona;
using namespace Qt::StringLiterals;

namespace {

/// Ten windows: labels 0 0 0 0, 1 1 1, 2 2 and noise; label 0 has two windows at 0 and two at 10.
struct Stage
{
    PersonaSet set;
    traffic::FeatureMatrix matrix;

    Stage()
    {
        set = tests::setOf({tests::personaWith(1, u"a"_s, {}),
                            tests::personaWith(2, u"b"_s, {}),
                            tests::personaWith(3, u"c"_s, {})});
        set.labels = {0, 0, 0, 0, 1, 1, 1, 2, 2, -1};
        matrix.scaled.resize(10, 1);
        for (std::uint32_t row = 0; row < 10; ++row) {
            set.windowOfRow.push_back(row);
            matrix.scaled(row, 0) = row == 1 || row == 3 ? 10 : 0.01 * row;
        }
        matrix.windowOfRow = set.windowOfRow;
    }

    [[nodiscard]] Result<std::vector<int>> labels(const Regrouping &change) const
    {
        NullJobControl job;
        return regroupedLabels(set, matrix, change, job);
    }
};

QString text(const std::vector<int> &labels)
{
    QStringList words;
    for (const int label : labels)
        words.append(label < 0 ? u"."_s : QString::number(label));
    return words.join(QString());
}

} // namespace

Q_DECLARE_METATYPE(dramatis::persona::Regrouping)

class TestRegroup : public QObject
{
    Q_OBJECT

private slots:
    void labelsAfter_data()
    {
        QTest::addColumn<Regrouping>("change");
        QTest::addColumn<QString>("labels");
        const auto row = [](const char *name, Regrouping change, const QString &labels) {
            QTest::newRow(name) << std::move(change) << labels;
        };
        row("merge into the first", MergePersonas{{PersonaId{2}, PersonaId{3}}}, u"000011111."_s);
        row("merge all",
            MergePersonas{{PersonaId{3}, PersonaId{1}, PersonaId{2}}},
            u"222222222."_s);
        row("a new one of rows", NewPersona{{5}}, u"000013122."_s);
        row("a new one of rows of several", NewPersona{{5, 0, 9}}, u"3000131223"_s);
        row("a new one of all of two", NewPersona{{4, 5, 6, 7, 8}}, u"000033333."_s);
        row("split by k-means", SplitPersona{PersonaId{1}, 2}, u"030311122."_s);
        row("take noise", AssignWindows{{9}, PersonaId{3}}, u"0000111222"_s);
        row("take another's", AssignWindows{{0, 9}, PersonaId{2}}, u"1000111221"_s);
        row("make noise", AssignWindows{{7, 8}, std::nullopt}, u"0000111..."_s);
    }
    void labelsAfter()
    {
        QFETCH(Regrouping, change);
        QFETCH(QString, labels);
        const auto after = Stage().labels(change);
        QVERIFY2(after, after ? "" : qPrintable(after.error().toString()));
        QCOMPARE(text(*after), labels);
        QVERIFY(!describe(change).isEmpty());
    }

    void whatDoesNotFitIsSaid_data()
    {
        QTest::addColumn<Regrouping>("change");
        const auto row = [](const char *name, Regrouping change) {
            QTest::newRow(name) << std::move(change);
        };
        row("merge one", MergePersonas{{PersonaId{1}}});
        row("merge a stranger", MergePersonas{{PersonaId{1}, PersonaId{9}}});
        row("split a stranger", SplitPersona{PersonaId{9}, 2});
        row("new, and the same", NewPersona{{7, 8}});
        row("new of nothing", NewPersona{});
        row("new of no row", NewPersona{{10}});
        row("more parts than windows", SplitPersona{PersonaId{3}, 3});
        row("one part", SplitPersona{PersonaId{3}, 1});
        row("assign nothing", AssignWindows{{}, PersonaId{3}});
        row("assign no row", AssignWindows{{10}, PersonaId{3}});
        row("assign to a stranger", AssignWindows{{1}, PersonaId{9}});
        row("leave nobody", AssignWindows{{0, 1, 2, 3, 4, 5, 6, 7, 8}, std::nullopt});
    }
    void whatDoesNotFitIsSaid()
    {
        QFETCH(Regrouping, change);
        const auto after = Stage().labels(change);
        QVERIFY(!after);
        QCOMPARE(after.error().kind, ErrorKind::InvalidArgument);
    }

    void otherWindowsAreRefused()
    {
        Stage stage;
        stage.matrix.windowOfRow[3] = 77;
        QVERIFY(!stage.labels(AssignWindows{{9}, PersonaId{3}}));
    }

    /// Clusters tell who is who: names that were given, pins and figures by hand go with the id, a
    /// suggested name does not.
    void anotherCutKeepsWhatAPersonSaid()
    {
        Stage stage;
        stage.set.id = PersonaSetId{7};
        stage.set.personas[0].named = true;
        stage.set.personas[1].pinned = true;
        QVERIFY(setByHand(stage.set.personas[1], u"request_rate"_s, 5.0));
        PersonaSet found = tests::setOf({tests::personaWith(1, u"x"_s, {{"request_rate", 3}}),
                                         tests::personaWith(2, u"y"_s, {{"request_rate", 4}}),
                                         tests::personaWith(3, u"z"_s, {{"request_rate", 400}})});
        const std::vector<PersonaId> ids{PersonaId{2}, PersonaId{1}, PersonaId{9}};
        const PersonaSet after = recutFrom(stage.set, found, ids);
        QCOMPARE(number(after.id), 7u);
        QCOMPARE(after.personas[0].id, PersonaId{2});
        QVERIFY(after.personas[0].pinned && !after.personas[0].named);
        QVERIFY(after.personas[0].name != u"b");
        QCOMPARE(after.personas[0].requestRate.mean, 5.0);
        QCOMPARE(after.personas[0].edits.at(u"request_rate"_s).measured, 3.0);
        QCOMPARE(after.personas[1].name, u"a"_s);
        QVERIFY(after.personas[1].named);
        QCOMPARE(after.personas[2].id, PersonaId{9});
        QVERIFY(!after.personas[2].named && !after.personas[2].pinned);
        QCOMPARE(after.lastPersonaId, 9u);
        QVERIFY(!after.regrouped);
    }

    /// Who keeps a label keeps name, pin and hand edits; a part that was split off is new.
    void identitiesFollowTheLabels()
    {
        Stage stage;
        stage.set.personas[1].pinned = true;
        stage.set.personas[1].named = true;
        stage.set.name = u"shop"_s;
        QVERIFY(setByHand(stage.set.personas[1], u"request_rate"_s, 5.0));
        PersonaSet found = tests::setOf({tests::personaWith(1, u"x"_s, {{"request_rate", 3}}),
                                         tests::personaWith(2, u"y"_s, {{"request_rate", 4}})});
        found.personas[0].cluster = 3;
        found.personas[1].cluster = 1;
        const PersonaSet after = regroupedFrom(stage.set, found);
        QVERIFY(after.regrouped);
        QCOMPARE(after.name, u"shop"_s);
        QCOMPARE(number(after.personas[0].id), 4u);
        QVERIFY(!after.personas[0].named);
        QCOMPARE(number(after.personas[1].id), 2u);
        QCOMPARE(after.personas[1].name, u"b"_s);
        QVERIFY(after.personas[1].pinned && after.personas[1].named);
        QCOMPARE(after.personas[1].requestRate.mean, 5.0);
        QCOMPARE(after.personas[1].edits.at(u"request_rate"_s).measured, 4.0);
        QCOMPARE(after.lastPersonaId, 4u);
    }
};

QTEST_GUILESS_MAIN(TestRegroup)
#include "tst_regroup.moc"
