// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/simulate.h"
#include "core/topology/templates.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/graphview/graph_view.h"
#include "ui/pages/base/entry_list.h"
#include "ui/pages/practices/findings_list.h"
#include "ui/pages/practices/practices_page.h"
#include "ui/pages/practices/practices_presenter.h"
#include "ui/pages/practices/recommendations_table.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

class TestPracticesPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_fixture = std::make_unique<tests::PageFixture>();
        project::ScenarioRecord record;
        record.scenario.name = u"Shop"_s;
        record.scenario.topology = topology::allTemplates().first().build();
        record.scenario.run.duration = 120;
        record.scenario.run.replications = 3;
        NullJobControl job;
        auto run = simulation::simulate(record.scenario, {}, job);
        QVERIFY2(run, run ? "" : qPrintable(run.error().toString()));
        ui::Document &document = *m_fixture->document;
        QVERIFY(document.perform(project::PutScenario{ScenarioId{1}, record}));
        QVERIFY(document.keep(project::PutRun{
            RunId{2},
            project::RunRecord{ScenarioId{1},
                               std::make_shared<const simulation::RunResult>(*std::move(run)),
                               1'000'000'000}}));
        m_base = record.scenario;
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void init()
    {
        m_page = std::make_unique<PracticesPage>(m_fixture->services());
        m_page->setDocument(m_fixture->document.get());
        m_page->resize(1400, 900);
        m_page->show();
        m_page->setActive(true);
    }
    void cleanup() { m_page.reset(); }

    void findingsComeAtOnce()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_page->presenter()->assessment(), 30000);
        QTRY_VERIFY(m_page->findings()->list()->count() > 0);
        QVERIFY(!m_page->presenter()->advice());
        QVERIFY(!m_page->applyAction()->isEnabled());
        QTRY_COMPARE(m_page->graph()->look().nodes.size(), m_base.topology.nodes.size());
    }

    void aFindingSelectsItsNodeAndBack()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_page->findings()->list()->count() > 0, 30000);
        const auto &findings = m_page->presenter()->assessment()->findings;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            if (findings[i].on.isEmpty() || !m_base.topology.find(findings[i].on))
                continue;
            m_page->findings()->setCurrent(int(i));
            emit m_page->findings()->chosen(int(i));
            QCOMPARE(m_page->graph()->selectedId(), findings[i].on);
            break;
        }
        m_page->graph()->select(m_base.topology.nodes.back().id);
        const int shown = m_page->findings()->current();
        if (shown >= 0)
            QVERIFY(!findings[std::size_t(shown)].on.isEmpty());
    }

    void adviceIsKeptAcceptedAndApplied()
    {
        ui::Document &document = *m_fixture->document;
        QSignalSpy advised(m_page->presenter(), &PracticesPresenter::advised);
        m_page->adviseAction()->trigger();
        QVERIFY(m_page->presenter()->isAdvising());
        QVERIFY(advised.wait(110000));
        QVERIFY(m_page->presenter()->advice());
        QCOMPARE(document.state().advices.size(), std::size_t(1));
        const auto &recommendations = m_page->presenter()->advice()->advice->graph.recommendations;
        if (recommendations.empty())
            QSKIP("Nothing was advised for the template.");
        // The table is drawn a moment later, in place of what was found so far.
        const auto isShown = [&] {
            m_page->recommendations()->setCurrentId(recommendations.front().id);
            return m_page->recommendations()->currentId() == recommendations.front().id;
        };
        QTRY_VERIFY(isShown());

        // Y accepts by the key, as a click on the box does; it can be undone.
        m_page->recommendations()->setFocus();
        QTest::keyClick(m_page->recommendations(), Qt::Key_Y);
        QCOMPARE(m_page->presenter()->acceptedCount(), 1);
        document.undoStack()->undo();
        QCOMPARE(m_page->presenter()->acceptedCount(), 0);
        document.undoStack()->redo();
        QCOMPARE(document.state().advices.begin()->second.accepted,
                 QStringList{recommendations.front().id});

        QTRY_VERIFY(m_page->applyAction()->isEnabled());
        QSignalSpy asked(m_page.get(), &PracticesPage::simulationRequested);
        const int steps = document.undoStack()->count();
        m_page->applyAction()->trigger();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(document.undoStack()->count(), steps + 1);
        QCOMPARE(document.state().scenarios.size(), std::size_t(2));
        const auto changed = practice::applyChanges(m_base, recommendations.front().changes);
        QVERIFY(changed);
        const auto current = document.currentScenario();
        QVERIFY(current && *current != ScenarioId{1});
        QVERIFY(document.state().scenarios.at(*current).scenario.topology == changed->topology);
        document.undoStack()->undo();
        QCOMPARE(document.state().scenarios.size(), std::size_t(1));
    }

private:
    std::unique_ptr<tests::PageFixture> m_fixture;
    std::unique_ptr<PracticesPage> m_page;
    simulation::Scenario m_base;
};

QTEST_MAIN(TestPracticesPage)
#include "tst_practices_page.moc"
