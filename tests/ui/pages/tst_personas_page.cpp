// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/hdbscan.h"
#include "tests/ui/pages/counted_fixture.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/base/segmented_control.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/personas/clustering_bar.h"
#include "ui/pages/personas/persona_list.h"
#include "ui/pages/personas/personas_page.h"
#include "ui/pages/personas/personas_presenter.h"
#include "ui/plots/scatter_plot.h"

#include <QComboBox>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

class TestPersonasPage : public QObject
{
    Q_OBJECT

    PersonasPresenter *show(PersonasPage &page)
    {
        page.setDocument(m_fixture->document.get());
        page.resize(1400, 900);
        page.show();
        page.setActive(true);
        return page.findChild<PersonasPresenter *>();
    }

private slots:
    void initTestCase()
    {
        m_fixture = std::make_unique<tests::PageFixture>();
        CapturesPresenter captures(m_fixture->services());
        captures.setDocument(m_fixture->document.get());
        captures.import({m_fixture->sample()});
        QTRY_VERIFY_WITH_TIMEOUT(captures.capture(), 60000);
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void theSliderCutsAtOnceAsTheIndexDoes()
    {
        PersonasPage page(m_fixture->services());
        PersonasPresenter *presenter = show(page);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set(), 60000);
        const auto index = presenter->found()->analysis->outcome.index;
        auto *slider = page.findChild<LogSlider *>();
        auto *scatter = page.findChild<ScatterPlot *>();
        std::set<int> counts;
        for (int value = 100; value <= 900; value += 100) {
            slider->setValue(value);
            // No event loop in between: the picture has the new labels already.
            QCOMPARE(*scatter->labels(), index->cut(slider->real()).labels);
            counts.insert(presenter->cut().clusters);
        }
        QVERIFY2(counts.size() > 1, "the number of clusters never changed");
        // The profiles follow when the hand rests.
        QTRY_COMPARE_WITH_TIMEOUT(presenter->set()->options.epsilon, presenter->epsilon(), 60000);
        QCOMPARE(presenter->set()->labels, presenter->cut().labels);
        auto *list = page.findChild<PersonaList *>();
        QCOMPARE(std::size_t(list->count()), presenter->set()->personas.size() + 1); // and noise
    }

    void aNameSurvivesUndoAndRecut()
    {
        PersonasPresenter presenter(m_fixture->services());
        presenter.setDocument(m_fixture->document.get());
        presenter.ensureFound();
        QTRY_VERIFY_WITH_TIMEOUT(presenter.found() && presenter.set(), 60000);
        presenter.setEpsilon(presenter.found()->knee);
        QTRY_VERIFY_WITH_TIMEOUT(!presenter.isProfiling() && !presenter.set()->personas.empty(),
                                 60000);
        const PersonaId id = presenter.set()->personas.front().id;
        const int style = PersonasPresenter::styleOf(presenter.set()->personas.front());
        const QString before = presenter.set()->personas.front().name;
        presenter.rename(id, u"steady shoppers"_s);
        QCOMPARE(presenter.ofStyle(style)->name, u"steady shoppers"_s);
        m_fixture->document->undoStack()->undo();
        QCOMPARE(presenter.ofStyle(style)->name, before);
        m_fixture->document->undoStack()->redo();
        QCOMPARE(presenter.ofStyle(style)->name, u"steady shoppers"_s);
        presenter.setEpsilon(presenter.epsilon() * 1.02);
        QTRY_COMPARE_WITH_TIMEOUT(presenter.set()->options.epsilon, presenter.epsilon(), 60000);
        QVERIFY(presenter.ofStyle(style));
        QCOMPARE(presenter.ofStyle(style)->name, u"steady shoppers"_s);
        QVERIFY(presenter.ofStyle(style)->named);
    }

    void hdbscanHasASizeAndNoEps()
    {
        PersonasPage page(m_fixture->services());
        PersonasPresenter *presenter = show(page);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set(), 60000);
        auto *algorithm = page.findChild<SegmentedControl *>();
        auto *slider = page.findChild<LogSlider *>();
        QVERIFY(slider->isVisible());
        algorithm->setCurrentIndex(1);
        QTRY_COMPARE_WITH_TIMEOUT(presenter->set()->options.algorithm, u"hdbscan"_s, 60000);
        QTRY_VERIFY(!presenter->isFinding());
        QVERIFY(!slider->isVisible());
        QVERIFY(presenter->set()->options.minClusterSize >= presenter->set()->options.minPoints);
        const auto found = clustering::hdbscan(*presenter->found()->analysis->outcome.index,
                                               {presenter->set()->options.minClusterSize});
        QVERIFY(found.has_value());
        QCOMPARE(presenter->cut().labels, found->clustering.labels);
        presenter->setEpsilon(presenter->found()->knee); // there is none to choose
        QCOMPARE(presenter->cut().labels, found->clustering.labels);
        // What was stored is found again in the same way.
        const auto again = analysis::requestOf(presenter->set()->options);
        QCOMPARE(again.clustering.minClusterSize, presenter->set()->options.minClusterSize);
        algorithm->setCurrentIndex(0);
        QTRY_COMPARE_WITH_TIMEOUT(presenter->set()->options.algorithm, u"dbscan"_s, 60000);
        QTRY_VERIFY(slider->isVisible());
    }

    void tooWideWindowsAreAnErrorThatSaysSo()
    {
        PersonasPresenter presenter(m_fixture->services());
        presenter.setDocument(m_fixture->document.get());
        Error error;
        connect(&presenter, &PersonasPresenter::failed, this, [&](const Error &e) { error = e; });
        analysis::PersonaRequest request;
        request.windowSeconds = 1e7; // one window a resource at most
        request.clustering.minPoints = 30;
        presenter.find(request);
        QTRY_VERIFY_WITH_TIMEOUT(!error.message.isEmpty(), 60000);
    }

    void aCaptureThatADatabaseCountedHasPersonasToo()
    {
        tests::PageFixture fixture;
        const CaptureId id = tests::keepCounted(fixture);
        PersonasPage page(fixture.services());
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        page.setActive(true);
        auto *presenter = page.findChild<PersonasPresenter *>();
        QString failure;
        connect(presenter, &PersonasPresenter::failed, this, [&](const Error &error) {
            failure = error.toString();
        });
        QTRY_VERIFY2_WITH_TIMEOUT(
            presenter->found() && presenter->set(), qPrintable(failure), 60000);
        const auto &windows = *fixture.document->state().captures.at(id).counted->windows;
        QCOMPARE(presenter->set()->capture, id);
        QCOMPARE(presenter->set()->options.windowSeconds, 10.0);
        QCOMPARE(presenter->set()->points + windows.sparse, windows.windows.size());
        // The other width is not offered: nobody can cut what was counted.
        auto *bar = page.findChild<ClusteringBar *>();
        const auto combos = bar->findChildren<QComboBox *>();
        const auto window = std::find_if(combos.begin(), combos.end(), [](const QComboBox *box) {
            return box->accessibleName() == u"Window width";
        });
        QVERIFY(window != combos.end());
        QVERIFY(!(*window)->isEnabled());
        QVERIFY((*window)->toolTip().contains(u"database"));
        QVERIFY((*window)->currentText().contains(u"10"));
        // Cut anew, and profiled from the windows alone.
        presenter->setEpsilon(presenter->epsilon() * 2);
        QTRY_VERIFY2_WITH_TIMEOUT(!presenter->isProfiling()
                                      && presenter->set()->options.epsilon == presenter->epsilon(),
                                  qPrintable(failure),
                                  60000);
        QCOMPARE(presenter->set()->labels, presenter->cut().labels);
        QCOMPARE(failure, QString());
    }

private:
    std::unique_ptr<tests::PageFixture> m_fixture;
};

QTEST_MAIN(TestPersonasPage)
#include "tst_personas_page.moc"
