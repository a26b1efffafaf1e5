// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/build_report.h"
#include "core/topology/templates.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/pages/report/page_view.h"
#include "ui/pages/report/report_page.h"
#include "ui/pages/report/report_presenter.h"

#include <QFileInfo>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

class TestReportPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<tests::PageFixture>();
        m_page = std::make_unique<ReportPage>(m_fixture->services());
        m_page->setDocument(m_fixture->document.get());
        m_page->resize(1400, 900);
        m_page->show();
        m_page->setActive(true);
    }
    void cleanup()
    {
        m_page.reset();
        m_fixture.reset();
    }

    void anEmptyProjectHasNothingToReport()
    {
        QVERIFY(!presenter()->hasContent());
        QVERIFY(!presenter()->missing().isEmpty());
    }

    void aSectionThatIsOffIsNotInTheReportAndUndoBringsItBack()
    {
        addScenario();
        QSignalSpy ready(presenter(), &ReportPresenter::ready);
        QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), 30000);
        const QStringList order = presenter()->sectionOrder();
        QCOMPARE(order.size(), qsizetype(report::allSections().size()));
        auto *list = m_page->findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), int(order.size()));
        list->item(1)->setCheckState(Qt::Unchecked);
        QVERIFY(!presenter()->isSectionOn(order[1]));
        ready.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty(), 30000);
        const auto shown = ready.last().first().value<std::shared_ptr<const report::Report>>();
        for (const report::Section &section : shown->sections)
            QVERIFY(section.id != order[1]);
        m_fixture->document->undoStack()->undo();
        QVERIFY(presenter()->isSectionOn(order[1]));
    }

    void sectionsMove()
    {
        addScenario();
        const QStringList order = presenter()->sectionOrder();
        presenter()->moveSection(order[2], -1);
        QStringList expected = order;
        expected.move(2, 1);
        QCOMPARE(presenter()->sectionOrder(), expected);
        m_fixture->document->undoStack()->undo();
        QCOMPARE(presenter()->sectionOrder(), order);
    }

    void theReportIsWritten()
    {
        addScenario();
        const QString path = m_fixture->folder.filePath(u"report.pdf"_s);
        QSignalSpy exported(m_page.get(), &ReportPage::exported);
        m_page->exportPdf(path);
        QVERIFY(exported.wait(60000));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(5), QByteArray("%PDF-"));
        QTRY_VERIFY(m_page->findChild<PageView *>()->pageCount() > 0);
    }

private:
    ReportPresenter *presenter() const { return m_page->findChild<ReportPresenter *>(); }
    void addScenario()
    {
        project::ScenarioRecord record;
        record.scenario.name = u"Shop"_s;
        record.scenario.topology = topology::allTemplates().first().build();
        QVERIFY(m_fixture->document->perform(project::PutScenario{ScenarioId{1}, record}));
    }

    std::unique_ptr<tests::PageFixture> m_fixture;
    std::unique_ptr<ReportPage> m_page;
};

QTEST_MAIN(TestReportPage)
#include "tst_report_page.moc"
