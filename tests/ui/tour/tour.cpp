// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "ui/base/theme.h"
#include "ui/edit/document.h"
#include "ui/graphview/graph_view.h"
#include "ui/pages/base/entry_list.h"
#include "ui/pages/captures/import_page.h"
#include "ui/pages/personas/clustering_bar.h"
#include "ui/pages/practices/practices_page.h"
#include "ui/pages/practices/practices_presenter.h"
#include "ui/pages/practices/recommendations_table.h"
#include "ui/pages/report/report_page.h"
#include "ui/pages/simulation/run_charts.h"
#include "ui/pages/simulation/simulation_page.h"
#include "ui/pages/simulation/simulation_presenter.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::ui;

namespace {

/// The longest time in which the window's thread did not come back to its event loop.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            if (const qint64 gap = m_since.restart(); gap > m_longest) {
                m_longest = gap;
                m_where = m_station;
            }
        });
        m_since.start();
        m_timer.start();
    }
    /// What the tour does by itself (pictures) is nobody's wait.
    void pause() { m_timer.stop(); }
    void resume()
    {
        m_since.restart();
        m_timer.start();
    }
    void enter(const QString &station) { m_station = station; }
    [[nodiscard]] QString summary() const
    {
        return u"longest time away from the event loop: %1 ms, at \"%2\""_s.arg(m_longest).arg(
            m_where);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    QString m_station;
    QString m_where;
};

} // namespace

/// One walk: each function is a station and goes on from the one before.
class Tour : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QDir().mkpath(pictures());
        m_composition = std::make_unique<Composition>(*qApp);
        window().resize(1600, 1000);
        m_composition->start({}, false);
        m_heartbeat = std::make_unique<Heartbeat>();
    }

    void init()
    {
        // A station without the one before it means nothing.
        if (m_failed)
            QSKIP("A station before this one failed.");
        m_heartbeat->enter(QString::fromLatin1(QTest::currentTestFunction()));
    }
    void cleanup() { m_failed = m_failed || QTest::currentTestFailed(); }

    void everyPageSaysWhyItIsEmpty()
    {
        for (const QString &page :
             {u"captures"_s, u"personas"_s, u"simulation"_s, u"practices"_s, u"report"_s}) {
            window().showPage(page);
            QTest::qWait(50);
            takePictures(page + u"-empty"_s, false);
        }
    }

    void filesAreShownBeforeTheyAreImported()
    {
        window().showPage(u"captures"_s);
        const QString log = m_home.filePath(u"u_ex261124.log"_s);
        QFile file(log);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "#Fields: date time s-ip cs-method cs-uri-stem c-ip sc-status sc-bytes time-taken\n");
        for (int i = 0; i < 300; ++i)
            file.write(i == 7
                           ? QByteArray("2026-11-24 10:00:07 a line that was cut\n")
                           : "2026-11-24 10:00:" + QByteArray::number(i % 60).rightJustified(2, '0')
                                 + " 10.0.0.1 GET /item/" + QByteArray::number(i % 40)
                                 + " 203.0.113." + QByteArray::number(i % 50) + " 200 5120 "
                                 + QByteArray::number(5 + i % 30) + "\n");
        file.close();
        QFile table(m_home.filePath(u"requests.csv"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(
            "when,who,took,what\n2026-11-24T10:00:00Z,ann,5,/a\n2026-11-24T10:00:01Z,bob,7,/b\n");
        table.close();
        QFile picture(m_home.filePath(u"screenshot.png"_s));
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write("\x89PNG\r\n\x1a\n0000IHDR");
        picture.close();
        m_composition->open({log, table.fileName(), picture.fileName()});
        auto *import = window().findChild<ImportPage *>();
        QTRY_VERIFY_WITH_TIMEOUT(import->isVisible(), 20000);
        QTest::qWait(300);
        takePictures(u"import"_s);
        auto *files = import->findChild<EntryList *>();
        for (const QString &name : {u"import-table"_s, u"import-failed"_s}) {
            files->setFocus();
            QTest::keyClick(files, Qt::Key_Down);
            QTest::qWait(100);
            takePictures(name, false);
        }
        QTest::keyClick(files, Qt::Key_Escape);
        QVERIFY(import->isHidden());
        QVERIFY(state().captures.empty());
    }

    void theSampleIsImported()
    {
        m_composition->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(!state().captures.empty(), 120000);
        const project::CaptureRecord &capture = state().captures.begin()->second;
        QVERIFY(capture.table && capture.table->size() > 1000);
        QVERIFY(capture.statistics);
        QTest::qWait(300);
        takePictures(u"captures"_s);
    }

    void personasAreFoundAndCutByTheSlider()
    {
        window().showPage(u"personas"_s);
        QTRY_VERIFY_WITH_TIMEOUT(document().currentPersonaSet(), 120000);
        QVERIFY(state().personaSets.at(*document().currentPersonaSet())->personas.size() >= 2);
        QTest::qWait(300);
        takePictures(u"personas"_s);
        auto *slider = window().findChild<LogSlider *>();
        QVERIFY(slider);
        const int before = slider->value();
        const double eps = state().personaSets.at(*document().currentPersonaSet())->options.epsilon;
        slider->setValue(before + 40);
        QTRY_VERIFY_WITH_TIMEOUT(
            state().personaSets.at(*document().currentPersonaSet())->options.epsilon != eps, 60000);
        slider->setValue(before);
        QTRY_VERIFY_WITH_TIMEOUT(
            qAbs(state().personaSets.at(*document().currentPersonaSet())->options.epsilon - eps)
                < 0.05 * eps,
            60000);
    }

    void theTopologyComesFromTheCapture()
    {
        window().showPage(u"simulation"_s);
        QTest::qWait(100);
        click(u"From the capture"_s);
        QTRY_VERIFY_WITH_TIMEOUT(simulation()->presenter()->scenario(), 60000);
        QTRY_VERIFY(simulation()->graph()->isVisible());
        QVERIFY(simulation()->graph()->look().nodes.size() >= 3);
        takePictures(u"simulation-not-run"_s);
    }

    void theScenarioRuns()
    {
        QSignalSpy live(simulation()->presenter(), &SimulationPresenter::live);
        QSignalSpy finished(simulation()->presenter(), &SimulationPresenter::finished);
        click(u"Run"_s);
        QVERIFY(simulation()->presenter()->isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!live.isEmpty() || !finished.isEmpty(), 60000);
        takePictures(u"simulation-running"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 240000);
        const simulation::RunResultPtr run = simulation()->presenter()->run();
        QVERIFY(run && !run->partial && run->events > 1000);
        QTRY_VERIFY(simulation()->charts()->chart(0)->pointCount(0) > 10);
        QTest::qWait(200);
        takePictures(u"simulation"_s);
        for (int tab = 1; tab < simulation()->tabs()->count(); ++tab) {
            simulation()->tabs()->setCurrentIndex(tab);
            takePictures(u"simulation-tab-%1"_s.arg(tab), false);
        }
        simulation()->tabs()->setCurrentIndex(0);
        for (const NodeLook &node : simulation()->graph()->look().nodes)
            if (node.utilization) {
                simulation()->graph()->select(node.id);
                break;
            }
        takePictures(u"simulation-node"_s, false);
    }

    void findingsAreThere()
    {
        window().showPage(u"practices"_s);
        QTRY_VERIFY_WITH_TIMEOUT(practices()->presenter()->assessment(), 60000);
        QVERIFY(!practices()->presenter()->assessment()->findings.empty());
        QTest::qWait(200);
        takePictures(u"practices-findings"_s);
    }

    void adviceIsVerifiedAndAccepted()
    {
        QSignalSpy advised(practices()->presenter(), &PracticesPresenter::advised);
        click(u"Advise"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!advised.isEmpty(), 400000);
        QVERIFY(practices()->presenter()->advice());
        const auto &graph = practices()->presenter()->advice()->advice->graph;
        QVERIFY(!graph.recommendations.empty());
        QTRY_VERIFY(practices()->recommendations()->rowCount() > 0);
        takePictures(u"practices"_s);
        practices()->recommendations()->setCurrentId(graph.recommendations.front().id);
        practices()->recommendations()->setFocus();
        QTest::keyClick(practices()->recommendations(), Qt::Key_Y);
        QCOMPARE(practices()->presenter()->acceptedCount(), 1);
        QTest::qWait(100);
        takePictures(u"practices-accepted"_s);
    }

    void whatWasAcceptedIsSimulated()
    {
        const std::size_t scenarios = state().scenarios.size();
        const std::size_t runs = state().runs.size();
        practices()->applyAction()->trigger();
        QCOMPARE(state().scenarios.size(), scenarios + 1);
        QCOMPARE(window().currentPage()->id(), u"simulation"_s);
        QTRY_VERIFY_WITH_TIMEOUT(state().runs.size() == runs + 1, 240000);
        QTest::qWait(300);
        takePictures(u"simulation-improved"_s);
    }

    void theReportIsWritten()
    {
        window().showPage(u"report"_s);
        QTest::qWait(3000);
        takePictures(u"report"_s);
        auto *page = window().findChild<ReportPage *>();
        QSignalSpy exported(page, &ReportPage::exported);
        const QString path = pictures() + u"/report.pdf";
        QFile::remove(path);
        page->exportPdf(path);
        QTRY_VERIFY_WITH_TIMEOUT(!exported.isEmpty(), 120000);
        QVERIFY(QFileInfo(path).size() > 20000);
    }

    void theProjectComesBackAsItWas()
    {
        const QString path = m_home.filePath(u"walk.dramatis"_s);
        const auto saved = document().saveAs(path);
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().toString()));
        const std::size_t runs = state().runs.size();
        m_composition->open({path});
        QCOMPARE(state().runs.size(), runs);
        QCOMPARE(state().advices.size(), std::size_t(1));
    }

    void cleanupTestCase()
    {
        qInfo("%s", qPrintable(m_heartbeat->summary()));
        m_heartbeat.reset();
        m_composition.reset();
    }

private:
    static QString pictures() { return QStringLiteral(DRAMATIS_TOUR_PICTURES); }
    MainWindow &window() { return m_composition->window(); }
    Document &document() { return m_composition->document(); }
    const project::ProjectState &state() { return document().state(); }
    SimulationPage *simulation() { return window().findChild<SimulationPage *>(); }
    PracticesPage *practices() { return window().findChild<PracticesPage *>(); }

    /// Clicks the visible button with this text.
    void click(const QString &text)
    {
        for (QAbstractButton *button : window().currentPage()->findChildren<QAbstractButton *>())
            if (button->isVisible() && button->text().remove(u'&') == text) {
                QVERIFY2(button->isEnabled(), qPrintable(text));
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        QFAIL(qPrintable(u"no button \"%1\""_s.arg(text)));
    }

    /// The window light and dark, at 1600 x 1000 and, where it is filled, at 1280 x 800.
    void takePictures(const QString &name, bool small = true)
    {
        m_heartbeat->pause();
        for (const bool dark : {true, false}) {
            m_composition->theme().setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
            for (const QSize size : {QSize(1280, 800), QSize(1600, 1000)}) {
                if (size.width() == 1280 && !small)
                    continue;
                window().resize(size);
                QTest::qWait(30);
                window().grab().save(u"%1/%2-%3-%4.png"_s.arg(pictures(),
                                                              name,
                                                              dark ? u"dark"_s : u"light"_s,
                                                              QString::number(size.width())));
            }
        }
        m_heartbeat->resume();
    }

    QTemporaryDir m_home;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<Heartbeat> m_heartbeat;
    bool m_failed = false;
};

int main(int argc, char **argv)
{
    QTemporaryDir home; // the walk must not touch the person's settings and projects
    qputenv("HOME", QFile::encodeName(home.path()));
    for (const char *variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(variable,
                QFile::encodeName(home.filePath(QString::fromLatin1(variable).toLower())));
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"dramatis"_s);
    QApplication::setOrganizationName(u"dramatis"_s);
    Tour tour;
    return QTest::qExec(&tour, argc, argv);
}

#include "tour.moc"
