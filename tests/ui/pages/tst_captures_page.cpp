// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pages/counted_fixture.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/base/error_panel.h"
#include "ui/base/key_figures.h"
#include "ui/models/table_view.h"
#include "ui/pages/captures/capture_comparison_view.h"
#include "ui/pages/captures/capture_inspector.h"
#include "ui/pages/captures/captures_page.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/plots/timeline_plot.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

class TestCapturesPage : public QObject
{
    Q_OBJECT

private slots:
    void importShowsTheCaptureAndItsTables()
    {
        tests::PageFixture fixture;
        CapturesPage page(fixture.services());
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        page.import({fixture.sample()});
        QTRY_COMPARE_WITH_TIMEOUT(fixture.document->state().captures.size(), std::size_t(1), 60000);
        const project::CaptureRecord &record = fixture.document->state().captures.begin()->second;
        QVERIFY(record.table->size() > 0);
        QCOMPARE(record.name, u"shop-access.log.zst"_s);
        const auto *resources = tests::tableNamed(page, u"Resources"_s);
        QVERIFY(resources);
        QTRY_COMPARE(std::size_t(resources->model()->rowCount()),
                     record.statistics->resources.size());
        QVERIFY(!page.findChild<KeyFigures *>(u"captureFigures"_s)->figures().isEmpty());
    }

    void aRangeCountsOnlyWhatLiesInIt()
    {
        tests::PageFixture fixture;
        CapturesPresenter presenter(fixture.services());
        presenter.setDocument(fixture.document.get());
        presenter.import({fixture.sample()});
        QTRY_VERIFY_WITH_TIMEOUT(presenter.capture(), 60000);
        const auto whole = presenter.statistics();
        const std::int64_t middle = whole->firstTime + (whole->lastTime - whole->firstTime) / 2;
        // Both halves together hold every exchange once.
        presenter.setRange(TimeSpan{whole->firstTime, middle});
        QTRY_VERIFY_WITH_TIMEOUT(presenter.statistics() != whole, 60000);
        const auto first = presenter.statistics();
        presenter.setRange(TimeSpan{middle, whole->lastTime + 1});
        QTRY_VERIFY_WITH_TIMEOUT(presenter.statistics() != first, 60000);
        QCOMPARE(first->totals.exchanges + presenter.statistics()->totals.exchanges,
                 whole->totals.exchanges);
        presenter.setRange(std::nullopt);
        QCOMPARE(presenter.statistics(), whole);
    }

    void anotherRuleCanBeUndone()
    {
        tests::PageFixture fixture;
        CapturesPresenter presenter(fixture.services());
        presenter.setDocument(fixture.document.get());
        presenter.import({fixture.sample()});
        QTRY_VERIFY_WITH_TIMEOUT(presenter.capture(), 60000);
        const traffic::ResourceRule before = presenter.capture()->table->rule();
        const traffic::ResourceRule other = before == traffic::ResourceRule::Segment
                                                ? traffic::ResourceRule::Route
                                                : traffic::ResourceRule::Segment;
        QTRY_VERIFY_WITH_TIMEOUT(presenter.ruleCounts().contains(other), 60000);
        presenter.setRule(other);
        QTRY_COMPARE_WITH_TIMEOUT(presenter.capture()->table->rule(), other, 60000);
        QCOMPARE(presenter.statistics()->resources.size() >= presenter.ruleCounts().at(other),
                 true);
        fixture.document->undoStack()->undo();
        QCOMPARE(presenter.capture()->table->rule(), before);
    }

    void whatADatabaseCountedShowsAsFarAsItGoes()
    {
        tests::PageFixture fixture;
        const CaptureId id = tests::keepCounted(fixture);
        CapturesPage page(fixture.services());
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        const project::CaptureRecord &record = fixture.document->state().captures.at(id);
        const auto timelines = page.findChildren<TimelinePlot *>();
        const auto drawn =
            std::find_if(timelines.begin(), timelines.end(), [](const TimelinePlot *plot) {
                return plot->isVisible(); // the live view has one too
            });
        QVERIFY(drawn != timelines.end());
        TimelinePlot *timeline = *drawn;
        QCOMPARE(timeline->plots().size(), std::size_t(4));
        QCOMPARE(tests::tableNamed(page, u"Resources"_s)->model()->rowCount(), 1);
        QCOMPARE(tests::tableNamed(page, u"Operations"_s)->model()->rowCount(), 5);
        // No rule to choose, no numbers of exchanges that are not here, and the reason.
        auto *inspector = page.findChild<CaptureInspector *>();
        const auto *rule = inspector->findChild<QComboBox *>();
        QVERIFY(!rule->isEnabled());
        QVERIFY(rule->toolTip().contains(u"database"));
        QTest::qWait(50); // rules would be counted by now
        QVERIFY(!rule->currentText().contains(u'('));
        // A range is refused in words.
        QSignalSpy said(&page, &CapturesPage::statusChanged);
        const double from = double(record.statistics->firstTime) * 1e-9;
        emit timeline->rangeSelected(from + 60, from + 120);
        QVERIFY(!timeline->selection());
        QCOMPARE(page.findChild<CapturesPresenter *>()->range(), std::nullopt);
        QVERIFY(said.last().first().toString().contains(u"database"));
    }

    void whatIsNoCaptureIsSaidInPlace()
    {
        tests::PageFixture fixture;
        const QString path = fixture.folder.filePath(u"picture.png"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x89PNG\r\n\x1a\n0000IHDR");
        file.close();
        CapturesPage page(fixture.services());
        page.setDocument(fixture.document.get());
        page.resize(1200, 800);
        page.show();
        page.import({path});
        auto *panel = page.findChild<ErrorPanel *>(u"importError"_s);
        QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), 20000);
        QVERIFY(!panel->error().message.isEmpty());
        QVERIFY(fixture.document->state().captures.empty());
    }

    void latenciesCanBeAHeatMap()
    {
        tests::PageFixture fixture;
        CapturesPage page(fixture.services());
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        QAction *heat = action(page, u"Latency heat map"_s);
        QVERIFY(heat && !heat->isEnabled());
        page.import({fixture.sample()});
        QTRY_VERIFY_WITH_TIMEOUT(heat->isEnabled(), 60000);
        auto *timeline = page.findChild<TimelinePlot *>(u"captureTimeline"_s);
        LinePlot *latency = timeline->plots().back();
        const PlotTable lines = latency->table();
        heat->trigger();
        QVERIFY(latency->showsHeat());
        const auto &map = fixture.document->state().captures.begin()->second.statistics->latencyMap;
        double all = 0;
        for (const QStringList &row : latency->table().rows)
            all += row.last().toDouble();
        QCOMPARE(all, std::accumulate(map.counts.begin(), map.counts.end(), 0.0));
        heat->trigger();
        QVERIFY(!latency->showsHeat());
        QCOMPARE(latency->table().rows, lines.rows);
    }

    /// A note of some time selects that time: the tables then count what lies in it.
    void aNoteSelectsItsTime()
    {
        tests::PageFixture fixture;
        const QString path = fixture.folder.filePath(u"access.log"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        // A request each second for 15 minutes, none for 10 minutes, and again 15.
        for (int second = 0; second < 2400; ++second) {
            if (second >= 900 && second < 1500)
                continue;
            file.write(QStringLiteral("192.0.2.1 - - [24/Nov/2026:10:%1:%2 +0000] \"GET / "
                                      "HTTP/1.1\" 200 5 \"-\" \"-\"\n")
                           .arg(second / 60, 2, 10, QLatin1Char('0'))
                           .arg(second % 60, 2, 10, QLatin1Char('0'))
                           .toLatin1());
        }
        file.close();
        CapturesPage page(fixture.services());
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        page.import({path});
        const auto *notes = tests::tableNamed(page, u"Notes"_s);
        QVERIFY(notes);
        QTRY_COMPARE_WITH_TIMEOUT(notes->model()->rowCount(), 1, 60000);
        const auto &one =
            fixture.document->state().captures.begin()->second.statistics->observations.at(0);
        QCOMPARE(one.kind, traffic::ObservationKind::Silence);
        QCOMPARE(one.to - one.from, std::int64_t{601} * kNanosecondsPerSecond);
        notes->selectionModel()->setCurrentIndex(notes->model()->index(0, 0),
                                                 QItemSelectionModel::ClearAndSelect);
        const auto selection = page.findChild<TimelinePlot *>(u"captureTimeline"_s)->selection();
        QVERIFY(selection);
        QCOMPARE(selection->second - selection->first, 601.0);
    }

    void ruleCountsOfAnotherCaptureAreNotShown()
    {
        tests::PageFixture fixture;
        CapturesPage page(fixture.services());
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        page.import({fixture.sample()});
        const auto shown = [&page] {
            const auto *rule = page.findChild<CaptureInspector *>()->findChild<QComboBox *>();
            return rule ? rule->currentText() : QString();
        };
        QTRY_VERIFY_WITH_TIMEOUT(shown().contains(u'('), 60000);
        const CaptureId counted = tests::keepCounted(fixture);
        page.findChild<CapturesPresenter *>()->choose(counted);
        QTRY_VERIFY(!shown().isEmpty() && !shown().contains(u'('));
    }

    void twoCapturesAreCompared()
    {
        tests::PageFixture fixture;
        CapturesPage page(fixture.services());
        page.setDocument(fixture.document.get());
        page.resize(1400, 900);
        page.show();
        QAction *compare = action(page, u"Compare"_s);
        QVERIFY(compare && !compare->isEnabled());
        for (std::size_t count = 1; count <= 2; ++count) {
            page.import({fixture.sample()});
            QTRY_COMPARE_WITH_TIMEOUT(fixture.document->state().captures.size(), count, 60000);
        }
        QTRY_VERIFY(compare->isEnabled());
        compare->trigger();
        auto *view = page.findChild<CaptureComparisonView *>();
        QVERIFY(view->isVisible());
        const auto *differences = tests::tableNamed(page, u"Differences"_s);
        QTRY_VERIFY_WITH_TIMEOUT(differences->model()->rowCount() > 0, 60000);
        // The same capture twice: nothing differs.
        for (int row = 0; row < differences->model()->rowCount(); ++row) {
            const int last = differences->model()->columnCount() - 1;
            const QString reading = differences->model()->index(row, last).data().toString();
            QVERIFY2(reading == u"no difference seen" || reading == u"cannot be told",
                     qPrintable(reading));
        }
        compare->trigger();
        QVERIFY(!view->isVisible());
    }

private:
    static QAction *action(const CapturesPage &page, const QString &text)
    {
        const auto actions = page.findChildren<QAction *>();
        const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction *one) {
            return one->text() == text;
        });
        return found == actions.end() ? nullptr : *found;
    }
};

QTEST_MAIN(TestCapturesPage)
#include "tst_captures_page.moc"
