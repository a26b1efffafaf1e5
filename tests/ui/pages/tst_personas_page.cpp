// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/hdbscan.h"
#include "core/persona/grade.h"
#include "tests/support/shared_data.h"
#include "tests/ui/pages/counted_fixture.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/base/error_panel.h"
#include "ui/base/grade_meter.h"
#include "ui/base/inspector_section.h"
#include "ui/base/segmented_control.h"
#include "ui/base/state_label.h"
#include "ui/base/theme.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/personas/clustering_bar.h"
#include "ui/pages/personas/persona_actions.h"
#include "ui/pages/personas/persona_card.h"
#include "ui/pages/personas/persona_editor.h"
#include "ui/pages/personas/persona_list.h"
#include "ui/pages/personas/persona_quality.h"
#include "ui/pages/personas/personas_page.h"
#include "ui/pages/personas/personas_presenter.h"
#include "ui/pages/personas/selection_bar.h"
#include "ui/plots/reachability_plot.h"
#include "ui/plots/scatter_plot.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

class TestPersonasPage : public QObject
{
    Q_OBJECT

    PersonasPresenter *show(PersonasPage &page) { return show(page, *m_fixture->document); }

    static PersonasPresenter *show(PersonasPage &page, Document &document)
    {
        page.setDocument(&document);
        page.resize(1400, 900);
        page.show();
        page.setActive(true);
        return page.findChild<PersonasPresenter *>();
    }

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeChoice::Light); // fonts as people see them
        m_fixture = std::make_unique<tests::PageFixture>();
        CapturesPresenter captures(m_fixture->services());
        captures.setDocument(m_fixture->document.get());
        captures.import({m_fixture->sample()});
        QTRY_VERIFY_WITH_TIMEOUT(captures.capture(), 60000);
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void theSliderCutsAsTheIndexDoes()
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
            QCOMPARE(presenter->epsilon(), slider->real()); // at once; the cut comes in a moment
            QTRY_COMPARE(presenter->cut().epsilon, slider->real());
            QCOMPARE(*scatter->labels(), index->cut(slider->real()).labels);
            counts.insert(presenter->cut().clusters->clusters);
        }
        QVERIFY2(counts.size() > 1, "the number of clusters never changed");
        // The profiles follow when the hand rests.
        QTRY_COMPARE_WITH_TIMEOUT(presenter->set()->options.epsilon, presenter->epsilon(), 60000);
        QCOMPARE(presenter->set()->labels, presenter->cut().clusters->labels);
        auto *list = page.findChild<PersonaList *>();
        QCOMPARE(std::size_t(list->count()), presenter->set()->personas.size() + 1); // and noise
    }

    void aNameSurvivesUndoAndRecut()
    {
        PersonasPresenter presenter(m_fixture->services());
        PersonaEditor editor(m_fixture->services());
        editor.setDocument(m_fixture->document.get());
        presenter.setDocument(m_fixture->document.get());
        presenter.ensureFound();
        QTRY_VERIFY_WITH_TIMEOUT(presenter.found() && presenter.set(), 60000);
        const auto *persistent =
            presenter.found()->suggestion(clustering::EpsilonSuggestion::Reason::MostPersistent);
        QVERIFY(persistent);
        presenter.setEpsilon(persistent->epsilon);
        QTRY_VERIFY_WITH_TIMEOUT(!presenter.isProfiling() && !presenter.set()->personas.empty(),
                                 60000);
        const PersonaId id = presenter.set()->personas.front().id;
        const int style = PersonasPresenter::styleOf(presenter.set()->personas.front());
        const QString before = presenter.set()->personas.front().name;
        editor.rename(id, u"steady shoppers"_s);
        QCOMPARE(presenter.ofStyle(style)->name, u"steady shoppers"_s);
        m_fixture->document->undoStack()->undo();
        QCOMPARE(presenter.ofStyle(style)->name, before);
        m_fixture->document->undoStack()->redo();
        QCOMPARE(presenter.ofStyle(style)->name, u"steady shoppers"_s);
        editor.setPinned(id, true);
        editor.setFigure(id, u"request_rate"_s, 77.0);
        presenter.setEpsilon(presenter.epsilon() * 1.02);
        QTRY_COMPARE_WITH_TIMEOUT(presenter.set()->options.epsilon, presenter.epsilon(), 60000);
        const persona::Persona *after = presenter.ofStyle(style);
        QVERIFY(after);
        QCOMPARE(after->name, u"steady shoppers"_s);
        QVERIFY(after->named && after->pinned);
        QCOMPARE(after->requestRate.mean, 77.0);
        editor.setFigure(id, u"request_rate"_s, std::nullopt);
        QVERIFY(presenter.ofStyle(style)->edits.empty());
        QVERIFY(presenter.ofStyle(style)->requestRate.mean != 77.0);
    }

    void whatWasFoundIsJudged()
    {
        PersonasPresenter presenter(m_fixture->services());
        presenter.setDocument(m_fixture->document.get());
        presenter.ensureFound();
        QTRY_VERIFY_WITH_TIMEOUT(presenter.found() && presenter.set(), 60000);
        presenter.setEpsilon(presenter.epsilon() * 1.03);
        QTRY_COMPARE_WITH_TIMEOUT(presenter.set()->options.epsilon, presenter.epsilon(), 60000);
        QVERIFY(std::isnan(presenter.set()->stability)); // that of another cut says nothing
        QTRY_VERIFY_WITH_TIMEOUT(!std::isnan(presenter.set()->stability), 60000);
        QVERIFY(presenter.set()->dbcv > 0.5);
        for (const persona::Persona &persona : presenter.set()->personas)
            QVERIFY(persona.goodness.has_value());
        QTRY_COMPARE_WITH_TIMEOUT(presenter.explanations().size(),
                                  std::size_t(presenter.cut().clusters->clusters),
                                  60000);
    }

    void theCardTellsTheGradeWithItsParts()
    {
        PersonasPage page(m_fixture->services());
        PersonasPresenter *presenter = show(page);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set()
                                     && !std::isnan(presenter->set()->stability),
                                 60000);
        auto *list = page.findChild<PersonaList *>();
        const persona::Persona *persona = presenter->set()->withId(*list->currentId());
        const persona::ConfidenceGrade grade =
            persona::gradeOf(*persona, *presenter->set(), m_fixture->clock.now());
        QCOMPARE(grade.parts.size(), std::size_t(5)); // age, volume, hours, stability, fit
        auto *meter = page.findChild<PersonaCard *>()->findChild<GradeMeter *>();
        QVERIFY(std::abs(meter->value() - grade.value) < 1e-3);
        QVERIFY(grade.value < 0.99); // two hours do not speak for a week
    }

    void theCardFitsIntoItsPane()
    {
        PersonasPage page(m_fixture->services());
        PersonasPresenter *presenter = show(page);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set()
                                     && !std::isnan(presenter->set()->stability),
                                 60000);
        constexpr int kPane = 280 - 16; // the narrowest, less its scroll bar
        for (const InspectorSection *section :
             page.findChild<PersonaCard *>()->findChildren<InspectorSection *>())
            QVERIFY2(section->minimumSizeHint().width() <= kPane,
                     qPrintable(QStringLiteral("%1: %2 px")
                                    .arg(section->accessibleName())
                                    .arg(section->minimumSizeHint().width())));
    }

    /// All requests of this log lie in one minute of each hour, and it has no latency.
    void whatACaptureDoesNotTellIsSaid()
    {
        SKIP_WITHOUT_SHARED_DATA();
        const QString path =
            tests::sharedData() + u"/access-log/apache-combined/elastic-apache_logs.log"_s;
        tests::PageFixture fixture;
        CapturesPresenter captures(fixture.services());
        captures.setDocument(fixture.document.get());
        captures.import({path});
        QTRY_VERIFY_WITH_TIMEOUT(captures.capture(), 60000);
        PersonasPage page(fixture.services());
        PersonasPresenter *presenter = show(page, *fixture.document);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set(), 60000);
        QStringList told;
        for (const StateLabel *label :
             page.findChild<PersonaQuality *>()->findChildren<StateLabel *>())
            told << label->text();
        const QString all = told.join(u' ');
        QVERIFY2(all.contains(u":05"), qPrintable(all));
        QVERIFY2(all.contains(u"no latency"), qPrintable(all));
    }

    /// A selection becomes a persona, is merged, and all of it is taken back.
    void windowsAreMovedByHand()
    {
        PersonasPage page(m_fixture->services());
        PersonasPresenter *presenter = show(page);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set(), 60000);
        auto *editor = page.findChild<PersonaEditor *>();
        auto *bar = page.findChild<SelectionBar *>();
        auto *scatter = page.findChild<ScatterPlot *>();
        auto *list = page.findChild<PersonaList *>();
        const std::vector<int> before = presenter->set()->labels;
        const std::size_t personas = presenter->set()->personas.size();
        const PersonaId largest = presenter->set()->personas.front().id;
        std::vector<std::uint32_t> rows;
        for (std::uint32_t row = 0; row < before.size() && rows.size() < 12; ++row)
            if (before[row] == presenter->set()->personas.front().cluster)
                rows.push_back(row);
        QVERIFY(!bar->isVisible());
        emit scatter->pointsSelected(rows); // what a lasso does
        const auto order = presenter->heights()->order();
        std::vector<std::uint32_t> marked;
        for (const std::uint32_t place : page.findChild<ReachabilityPlot *>()->selectedPlaces())
            marked.push_back(order[place]);
        std::sort(marked.begin(), marked.end());
        QCOMPARE(marked, rows);
        QVERIFY(bar->isVisible());
        emit bar->newPersonaRequested();
        QTRY_COMPARE_WITH_TIMEOUT(presenter->set()->personas.size(), personas + 1, 60000);
        QVERIFY(presenter->set()->regrouped && presenter->isRegrouped());
        const int label = presenter->set()->labels[rows.front()];
        QCOMPARE(
            std::count(presenter->set()->labels.begin(), presenter->set()->labels.end(), label),
            std::ptrdiff_t(rows.size()));
        QCOMPARE(*scatter->labels(), presenter->set()->labels); // the picture follows
        const PersonaId part = presenter->set()->ofCluster(label)->id;
        QVERIFY(part != largest);

        // Merged from the list: the current one takes the other.
        list->setCurrentId(largest);
        for (int i = 0; i < list->count(); ++i) {
            const PersonaId id{list->item(i)->data(Qt::UserRole).toUInt()};
            list->item(i)->setSelected(id == part || id == largest);
        }
        auto *actions = page.findChild<PersonaActions *>();
        QVERIFY(actions->merge()->isEnabled());
        actions->merge()->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(presenter->set()->personas.size(), personas, 60000);
        QVERIFY(presenter->set()->withId(largest));
        editor->regroup(persona::AssignWindows{rows, std::nullopt});
        QTRY_COMPARE_WITH_TIMEOUT(presenter->set()->labels[rows.front()], -1, 60000);
        for (int i = 0; i < 3; ++i)
            m_fixture->document->undoStack()->undo();
        QCOMPARE(presenter->set()->labels, before);
        QCOMPARE(*scatter->labels(), before);
        QVERIFY(!presenter->set()->regrouped);
    }

    /// What a project holds is shown when it is opened, not found anew in its place.
    void anotherProjectIsShownAsItIs()
    {
        tests::PageFixture empty;
        PersonasPage page(m_fixture->services());
        show(page, *empty.document);
        const auto id = m_fixture->document->currentPersonaSet();
        QVERIFY(id.has_value());
        const persona::PersonaSetPtr before = m_fixture->document->state().personaSets.at(*id);
        const std::size_t sets = m_fixture->document->state().personaSets.size();
        PersonasPresenter *presenter = show(page); // in front of the person
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set(), 60000);
        QCOMPARE(m_fixture->document->state().personaSets.size(), sets);
        QCOMPARE(presenter->set()->id, *id);
        QCOMPARE(presenter->set()->createdAt, before->createdAt);
        QCOMPARE(presenter->epsilon(), before->options.epsilon);
    }

    /// A cut of what was moved by hand, or was kept, leaves that as it is.
    void whatIsKeptStaysAndComesBack()
    {
        PersonasPage page(m_fixture->services());
        PersonasPresenter *presenter = show(page);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set(), 60000);
        const PersonaSetId kept = presenter->set()->id;
        const std::vector<int> labels = presenter->set()->labels;
        const double epsilon = presenter->epsilon();
        page.findChild<PersonaActions *>()->keepVersion()->trigger();
        QVERIFY(presenter->set()->id != kept);
        QCOMPARE(presenter->set()->predecessor, std::optional(kept));
        QCOMPARE(presenter->set()->labels, labels);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found(), 60000);
        presenter->setEpsilon(epsilon * 0.5);
        QTRY_COMPARE_WITH_TIMEOUT(presenter->set()->options.epsilon, epsilon * 0.5, 60000);
        const PersonaSetId later = presenter->set()->id;
        QVERIFY(later != kept);
        QCOMPARE(m_fixture->document->state().personaSets.at(kept)->labels, labels);
        // New clusters do not look like personas of the version before.
        const persona::PersonaSetPtr before = m_fixture->document->state().personaSets.at(kept);
        for (const persona::Persona &persona : presenter->set()->personas)
            QVERIFY(before->withId(persona.id) || number(persona.id) > before->lastPersonaId);

        m_fixture->document->choose(kept);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found(), 60000);
        QCOMPARE(presenter->set()->id, kept);
        QCOMPARE(presenter->epsilon(), epsilon);
        QCOMPARE(presenter->cut().clusters->labels, labels);
        presenter->setEpsilon(epsilon * 1.1); // a third version, after the first
        QTRY_COMPARE_WITH_TIMEOUT(presenter->set()->options.epsilon, epsilon * 1.1, 60000);
        QVERIFY(presenter->set()->id != kept && presenter->set()->id != later);
        QCOMPARE(presenter->set()->predecessor, std::optional(kept));
        QCOMPARE(m_fixture->document->state().personaSets.at(kept)->labels, labels);
    }

    void personasLeaveAndComeBackAsAFile()
    {
        tests::PageFixture other;
        PersonasPresenter presenter(m_fixture->services());
        PersonaEditor editor(m_fixture->services());
        editor.setDocument(m_fixture->document.get());
        presenter.setDocument(m_fixture->document.get());
        presenter.ensureFound();
        QTRY_VERIFY_WITH_TIMEOUT(presenter.found() && presenter.set(), 60000);
        const QString path = m_fixture->folder.filePath(u"personas.json"_s);
        QVERIFY(editor.exportSet(path).has_value());
        for (const persona::Exporter &exporter : persona::allExporters()) {
            const QString load = m_fixture->folder.filePath(u"load."_s + exporter.extension);
            QVERIFY(editor.exportLoad(exporter, {presenter.set()->personas.front().id}, load)
                        .has_value());
            QVERIFY(QFileInfo(load).size() > 0);
        }

        PersonasPage page(other.services());
        PersonasPresenter *there = show(page, *other.document);
        auto *importer = page.findChild<PersonaEditor *>();
        QVERIFY(!importer->importSet(m_fixture->folder.filePath(u"load.js"_s)).has_value());
        QVERIFY(!there->set());
        QVERIFY(importer->importSet(path).has_value());
        QVERIFY(there->set() && there->isWithoutWindows());
        QCOMPARE(there->set()->personas.size(), presenter.set()->personas.size());
        auto *list = page.findChild<PersonaList *>();
        QCOMPARE(std::size_t(list->count()), there->set()->personas.size() + 1);
        other.document->undoStack()->undo();
        QVERIFY(!there->set());
    }

    /// The time that is chosen on the Captures page selects its windows here, and the other way
    /// round.
    void theTimeLineIsLinked()
    {
        PersonasPage page(m_fixture->services());
        PersonasPresenter *presenter = show(page);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set(), 60000);
        auto *scatter = page.findChild<ScatterPlot *>();
        const analysis::PersonaAnalysis &analysis = *presenter->found()->analysis;
        const auto sliceOf = [&analysis](std::uint32_t row) {
            return analysis.windows->windows[analysis.features->windowOfRow[row]].slice;
        };
        const TimeSpan span{analysis.windows->sliceBegin(sliceOf(40)),
                            analysis.windows->sliceBegin(sliceOf(40) + 1)};
        m_fixture->document->chooseRange(span);
        const std::vector<std::uint32_t> rows = scatter->selectedPoints();
        QVERIFY(std::find(rows.begin(), rows.end(), 40U) != rows.end());
        for (const std::uint32_t row : rows)
            QCOMPARE(sliceOf(row), sliceOf(40));
        m_fixture->document->chooseRange(std::nullopt);
        QVERIFY(scatter->selectedPoints().empty());
        QString wanted;
        connect(&page, &PersonasPage::pageRequested, this, [&](const QString &id) { wanted = id; });
        emit scatter->pointsSelected({40});
        emit page.findChild<SelectionBar *>()->showInCapturesRequested();
        QCOMPARE(wanted, u"captures"_s);
        QCOMPARE(m_fixture->document->currentRange(), std::optional(span));
        QCOMPARE(scatter->selectedPoints(), std::vector<std::uint32_t>{40});
        m_fixture->document->chooseRange(std::nullopt);
    }

    void whatCannotBeAskedForIsSaid()
    {
        PersonasPage page(m_fixture->services());
        PersonasPresenter *presenter = show(page);
        QTRY_VERIFY_WITH_TIMEOUT(presenter->found() && presenter->set(), 60000);
        const double before = presenter->epsilon();
        auto *bar = page.findChild<ClusteringBar *>();
        auto *epsilon = bar->findChild<QDoubleSpinBox *>();
        epsilon->setValue(-1);
        QCOMPARE(presenter->epsilon(), before);
        QVERIFY(epsilon->value() > 0);
        // The parameters stay in reach where they are what was wrong.
        analysis::PersonaRequest request = presenter->request();
        request.windowSeconds = 1e7;
        request.clustering.epsilon.reset();
        presenter->find(request);
        auto *error = page.findChild<ErrorPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(error->isVisible(), 60000);
        QVERIFY(bar->isVisible());
        request.windowSeconds.reset();
        emit bar->requestChanged(request);
        QTRY_VERIFY_WITH_TIMEOUT(!error->isVisible(), 60000);
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
        QCOMPARE(presenter->cut().clusters->labels, found->clustering.labels);
        presenter->setEpsilon(0.5); // there is none to choose
        QCOMPARE(presenter->cut().clusters->labels, found->clustering.labels);
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
        QCOMPARE(presenter->set()->labels, presenter->cut().clusters->labels);
        QCOMPARE(failure, QString());
    }

private:
    std::unique_ptr<tests::PageFixture> m_fixture;
};

QTEST_MAIN(TestPersonasPage)
#include "tst_personas_page.moc"
