// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/identity.h"
#include "core/persona/persona_json.h"
#include "core/project/edit.h"
#include "tests/core/project/sample_state.h"

#include <QTest>

using namespace dramatis;
using namespace dramatis::project;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(dramatis::project::Edit)

/// One row an edit: applying it and then what it returned leaves the state as it was.
class TestEdit : public QObject
{
    Q_OBJECT

    ProjectState m_state;

    /// Sets are behind pointers, and a rename makes a new one: compare what they hold.
    static bool same(const ProjectState &a, const ProjectState &b)
    {
        if (a.captures != b.captures || a.scenarios != b.scenarios || a.runs != b.runs
            || a.advices != b.advices || a.report != b.report
            || a.personaSets.size() != b.personaSets.size())
            return false;
        for (const auto &[id, set] : a.personaSets) {
            const auto other = b.personaSets.find(id);
            if (other == b.personaSets.end()
                || persona::personasToStored(*other->second) != persona::personasToStored(*set))
                return false;
        }
        return true;
    }

private slots:
    void initTestCase()
    {
        m_state.captures.emplace(
            CaptureId{1}, tests::sampleCapture(tests::sampleTable(table::makeSpillingStore())));
        auto set = std::make_shared<persona::PersonaSet>(*tests::samplePersonas());
        if (!persona::setByHand(set->personas[1], u"request_rate"_s, 12.5))
            qFatal("a rate could not be set");
        m_state.personaSets.emplace(PersonaSetId{2}, set);
        m_state.scenarios.emplace(ScenarioId{3}, tests::sampleScenario());
        m_state.runs.emplace(
            RunId{4}, RunRecord{ScenarioId{3}, std::make_shared<simulation::RunResult>(), 5});
        m_state.advices.emplace(
            AssessmentId{5},
            AdviceRecord{RunId{4}, std::make_shared<practice::StoredAdvice>(), {u"r1"_s}, 6});
    }

    void takingBackIsIdentity_data()
    {
        QTest::addColumn<Edit>("edit");
        const auto row = [](const char *name, Edit edit) {
            QTest::newRow(name) << std::move(edit);
        };
        row("remove capture", PutCapture{CaptureId{1}, {}});
        row("add capture", PutCapture{CaptureId{9}, m_state.captures.at(CaptureId{1})});
        row("rename capture", RenameCapture{CaptureId{1}, u"other"_s});
        row("remove personas", PutPersonaSet{PersonaSetId{2}, {}});
        row("replace personas",
            PutPersonaSet{PersonaSetId{2}, std::make_shared<persona::PersonaSet>()});
        row("rename persona", RenamePersona{PersonaSetId{2}, PersonaId{1}, u"browsing"_s});
        row("pin persona", PinPersona{PersonaSetId{2}, PersonaId{2}, true});
        row("set a figure", EditFigure{PersonaSetId{2}, PersonaId{1}, u"request_rate"_s, 7.5});
        row("figure as measured", EditFigure{PersonaSetId{2}, PersonaId{2}, u"request_rate"_s, {}});
        auto merged = std::make_shared<persona::PersonaSet>(*tests::samplePersonas());
        merged->personas.pop_back();
        row("regroup personas", RegroupPersonas{PersonaSetId{2}, merged, u"Merge personas"_s});
        row("add scenario", PutScenario{ScenarioId{8}, tests::sampleScenario(u"other"_s)});
        row("remove scenario", PutScenario{ScenarioId{3}, {}});
        row("change scenario",
            ChangeScenario{ScenarioId{3}, tests::sampleScenario(u"renamed"_s).scenario, u"x"_s});
        row("move a placed node", MoveNodes{ScenarioId{3}, {{u"web"_s, QPointF(7, 8)}}});
        row("move an unplaced node", MoveNodes{ScenarioId{3}, {{u"clients"_s, QPointF(1, 2)}}});
        row("back to the layout", MoveNodes{ScenarioId{3}, {{u"web"_s, std::nullopt}}});
        row("remove run", PutRun{RunId{4}, {}});
        row("remove advice", PutAdvice{AssessmentId{5}, {}});
        row("accept", AcceptRecommendation{AssessmentId{5}, u"r2"_s, true});
        row("accept again", AcceptRecommendation{AssessmentId{5}, u"r1"_s, true});
        row("reject", AcceptRecommendation{AssessmentId{5}, u"r1"_s, false});
        row("report", ChangeReport{{u"Web shop"_s, u"Ann"_s, {u"summary"_s}, u"Letter"_s}});
    }
    void takingBackIsIdentity()
    {
        QFETCH(Edit, edit);
        ProjectState state = m_state;
        const auto inverse = project::apply(state, edit);
        QVERIFY(inverse);
        QVERIFY(!describe(edit).isEmpty());
        const ProjectState after = state;
        const auto again = project::apply(state, *inverse);
        QVERIFY(again);
        QVERIFY(same(state, m_state));
        QVERIFY(project::apply(state, *again)); // redo
        QVERIFY(same(state, after));
    }

    void whatDoesNotFitChangesNothing_data()
    {
        QTest::addColumn<Edit>("edit");
        const auto row = [](const char *name, Edit edit) {
            QTest::newRow(name) << std::move(edit);
        };
        row("no such capture", RenameCapture{CaptureId{77}, u"x"_s});
        row("empty name", RenameCapture{CaptureId{1}, u" "_s});
        row("no such set", RenamePersona{PersonaSetId{77}, PersonaId{1}, u"x"_s});
        row("no such persona", RenamePersona{PersonaSetId{2}, PersonaId{77}, u"x"_s});
        row("name is taken", RenamePersona{PersonaSetId{2}, PersonaId{1}, u"bursty writes"_s});
        row("no such figure", EditFigure{PersonaSetId{2}, PersonaId{1}, u"charm"_s, 1});
        row("negative figure", EditFigure{PersonaSetId{2}, PersonaId{1}, u"request_rate"_s, -1});
        row("figure of no persona",
            EditFigure{PersonaSetId{2}, PersonaId{77}, u"request_rate"_s, 1});
        row("regroup no set", RegroupPersonas{PersonaSetId{77}, tests::samplePersonas(), {}});
        auto other = std::make_shared<persona::PersonaSet>(*tests::samplePersonas());
        other->windowOfRow = {1, 2, 3};
        row("regroup other windows", RegroupPersonas{PersonaSetId{2}, other, {}});
        row("regroup nothing", RegroupPersonas{PersonaSetId{2}, nullptr, {}});
        row("no such node",
            MoveNodes{ScenarioId{3}, {{u"web"_s, QPointF(1, 1)}, {u"nowhere"_s, QPointF(1, 1)}}});
        row("no such advice", AcceptRecommendation{AssessmentId{77}, u"r1"_s, true});
    }
    void whatDoesNotFitChangesNothing()
    {
        QFETCH(Edit, edit);
        ProjectState state = m_state;
        const auto inverse = project::apply(state, edit);
        QVERIFY(!inverse);
        QCOMPARE(inverse.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(!inverse.error().message.isEmpty());
        QVERIFY(same(state, m_state));
    }

    void versionsAreListedNewestFirst()
    {
        ProjectState state;
        const auto add = [&state](std::uint32_t id, std::optional<PersonaSetId> predecessor) {
            auto set = std::make_shared<persona::PersonaSet>();
            set->predecessor = predecessor;
            state.personaSets.emplace(PersonaSetId{id}, std::move(set));
        };
        add(2, std::nullopt);
        add(5, PersonaSetId{2});
        add(7, PersonaSetId{5});
        add(8, PersonaSetId{3}); // which is gone
        add(9, PersonaSetId{9}); // of a damaged file
        using Versions = std::vector<PersonaSetId>;
        QCOMPARE(versionsOf(state, PersonaSetId{7}),
                 (Versions{PersonaSetId{7}, PersonaSetId{5}, PersonaSetId{2}}));
        QCOMPARE(versionsOf(state, PersonaSetId{8}), Versions{PersonaSetId{8}});
        QCOMPARE(versionsOf(state, PersonaSetId{9}), Versions{PersonaSetId{9}});
        QCOMPARE(versionsOf(state, PersonaSetId{1}), Versions{});
    }
};

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
