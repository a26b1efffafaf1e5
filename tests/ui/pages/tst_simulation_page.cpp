// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pages/page_fixture.h"
#include "ui/graphview/graph_view.h"
#include "ui/pages/simulation/run_charts.h"
#include "ui/pages/simulation/scenario_inspector.h"
#include "ui/pages/simulation/simulation_page.h"
#include "ui/pages/simulation/simulation_presenter.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

class TestSimulationPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<tests::PageFixture>();
        m_page = std::make_unique<SimulationPage>(m_fixture->services());
        m_page->setDocument(m_fixture->document.get());
        m_page->resize(1400, 900);
        m_page->show();
        m_page->setActive(true);
    }
    void cleanup()
    {
        m_fixture->jobs.cancelAll();
        m_page.reset();
        m_fixture.reset();
    }

    void theEmptyPageOffersTemplatesAndKeepsThemAsAScenario()
    {
        QVERIFY(!m_page->presenter()->scenario());
        QVERIFY(!m_page->graph()->isVisible());
        addTemplate();
        QTRY_VERIFY(m_page->graph()->isVisible());
        QVERIFY(!m_page->graph()->look().nodes.empty());
        m_fixture->document->undoStack()->undo();
        QVERIFY(!m_page->presenter()->scenario());
        QTRY_VERIFY(!m_page->graph()->isVisible());
    }

    void anEditInTheInspectorChangesTheScenarioAndUndoTakesItBack()
    {
        addTemplate();
        m_page->graph()->select(station());
        const int before = workers();
        auto *field = editor(u"nodes.%1.workers"_s.arg(station()));
        QVERIFY(field);
        QCOMPARE(field->text(), QString::number(before));
        type(field, QString::number(before + 3));
        QCOMPARE(workers(), before + 3);
        m_fixture->document->undoStack()->undo();
        QCOMPARE(workers(), before);
        QTRY_COMPARE(editor(u"nodes.%1.workers"_s.arg(station()))->text(), QString::number(before));
        m_fixture->document->undoStack()->redo();
        QCOMPARE(workers(), before + 3);
    }

    void aRejectedEditIsToldAndTheOldValueStands()
    {
        addTemplate();
        m_page->graph()->select(station());
        const int before = workers();
        auto *field = editor(u"nodes.%1.workers"_s.arg(station()));
        type(field, u"many"_s);
        QCOMPARE(field->text(), QString::number(before));
        type(field, u"-4"_s);
        QCOMPARE(workers(), before);
        QCOMPARE(m_fixture->document->undoStack()->count(), 1); // the scenario only
        const QList<QLabel *> labels = m_page->inspector()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->property("textRole").toString() == u"critical"
                   && !label->text().isEmpty();
        }));
    }

    void movingANodeIsKeptAndUndone()
    {
        addTemplate();
        m_page->graph()->setFocus();
        m_page->graph()->select(station());
        QTest::keyClick(m_page->graph(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_page->presenter()->scenario()->positions.keys(), QStringList{station()});
        m_fixture->document->undoStack()->undo();
        QVERIFY(m_page->presenter()->scenario()->positions.isEmpty());
    }

    void aRunIsKeptAndSeenWhileItMoves()
    {
        addTemplate();
        shorten(120, 3);
        QSignalSpy live(m_page->presenter(), &SimulationPresenter::live);
        QSignalSpy finished(m_page->presenter(), &SimulationPresenter::finished);
        m_page->run();
        QVERIFY(m_page->presenter()->isRunning());
        QVERIFY(finished.wait(60000));
        QCOMPARE(m_fixture->document->state().runs.size(), std::size_t(1));
        const simulation::RunResultPtr run = m_page->presenter()->run();
        QVERIFY(run);
        QCOMPARE(run->replications, 3);
        QVERIFY(!run->partial);
        QVERIFY(!m_page->presenter()->isRunStale());
        QTRY_VERIFY(m_page->charts()->chart(0)->pointCount(0) > 10);
        m_page->presenter()->setValue(u"run.scale"_s, 1.5, u"scale"_s);
        QVERIFY(m_page->presenter()->isRunStale());
    }

    void stoppingKeepsWhatIsFinished()
    {
        addTemplate();
        shorten(3600, 400);
        QSignalSpy live(m_page->presenter(), &SimulationPresenter::live);
        QSignalSpy finished(m_page->presenter(), &SimulationPresenter::finished);
        m_page->run();
        // Stop as soon as at least one replication is done.
        QTRY_VERIFY_WITH_TIMEOUT(
            !live.isEmpty() && live.last().first().value<simulation::LiveSnapshot>().finished > 0,
            60000);
        m_page->presenter()->stop();
        QVERIFY(finished.wait(30000));
        const simulation::RunResultPtr run = m_page->presenter()->run();
        QVERIFY(run);
        QVERIFY(run->partial);
        QVERIFY(run->replications > 0 && run->replications < 400);
        QVERIFY(!m_page->presenter()->isRunning());
    }

    void aScenarioFileComesBackAsItWasWritten()
    {
        addTemplate();
        const QString path = m_fixture->folder.filePath(u"scenario.json"_s);
        QVERIFY(m_page->presenter()->exportScenario(path));
        const topology::Topology before = m_page->presenter()->scenario()->scenario.topology;
        m_page->presenter()->addFromFile(path);
        QCOMPARE(m_fixture->document->state().scenarios.size(), std::size_t(2));
        QVERIFY(m_page->presenter()->scenario()->scenario.topology == before);
        QSignalSpy failed(m_page->presenter(), &SimulationPresenter::failed);
        m_page->presenter()->addFromFile(m_fixture->folder.filePath(u"absent.json"_s));
        QCOMPARE(failed.count(), 1);
    }

    void namesStayDifferent()
    {
        addTemplate();
        m_page->presenter()->duplicateScenario();
        QSet<QString> names;
        for (const auto &[id, record] : m_fixture->document->state().scenarios)
            names.insert(record.scenario.name);
        QCOMPARE(names.size(), 2);
        m_page->presenter()->rename(u"Peak"_s);
        QCOMPARE(m_page->presenter()->scenario()->scenario.name, u"Peak"_s);
    }

private:
    void addTemplate()
    {
        m_page->presenter()->addFromTemplate(u"three-tier"_s);
        QVERIFY(m_page->presenter()->scenario());
        QTRY_VERIFY(m_page->graph()->isVisible());
    }
    /// The first node that serves.
    QString station() const
    {
        for (const topology::Node &node : m_page->presenter()->scenario()->scenario.topology.nodes)
            if (node.serviceTime)
                return node.id;
        return {};
    }
    int workers() const
    {
        return m_page->presenter()->scenario()->scenario.topology.find(station())->workers;
    }
    QLineEdit *editor(const QString &path) const
    {
        // Fields are shown at the next turn of the event loop; one that was replaced lives on until
        // its events are done, hidden.
        QTest::qWait(30);
        for (QLineEdit *edit : m_page->inspector()->findChildren<QLineEdit *>(path))
            if (edit->isVisible())
                return edit;
        return nullptr;
    }
    static void type(QLineEdit *field, const QString &text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void shorten(double duration, int replications)
    {
        m_page->presenter()->setValue(u"run.duration"_s, duration, {});
        m_page->presenter()->setValue(u"run.replications"_s, replications, {});
        QCOMPARE(m_page->presenter()->scenario()->scenario.run.replications, replications);
    }

    std::unique_ptr<tests::PageFixture> m_fixture;
    std::unique_ptr<SimulationPage> m_page;
};

QTEST_MAIN(TestSimulationPage)
#include "tst_simulation_page.moc"
