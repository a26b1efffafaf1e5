// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/report/build_report.h"
#include "tests/core/project/sample_state.h"
#include "tests/core/report/report_text.h"
#include "tests/support/golden.h"

#include <QTest>

using namespace dramatis;
using namespace dramatis::report;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;

/// What the report says of small subjects made by hand.
class TestReport : public QObject
{
    Q_OBJECT

    /// Something of everything, each with a name that would be markup in HTML.
    struct Made
    {
        project::CaptureRecord capture = sampleCapture(sampleTable(table::makeSpillingStore()));
        persona::PersonaSetPtr personas = samplePersonas();
        project::ScenarioRecord scenario = sampleScenario();
        simulation::RunResult run;
        practice::Assessment assessment;
        practice::AdaptiveGraph adaptive;

        explicit Made(const QString &name = u"shop.log"_s)
        {
            capture.name = name;
            run.replications = 3;
            run.duration = 600;
            run.scenarioHash = u"0123456789abcdef"_s;
            simulation::SourceResult &clients = run.sources[u"clients"_s];
            clients.offered.values = {80, 81, 79};
            clients.goodput.values = {80, 81, 79};
            clients.throughput.values = {80, 81, 79};
            clients.errorRate.values = {0, 0, 0};
            clients.responseTime.p95.values = {0.150, 0.149, 0.151};
            run.nodes[u"web"_s].utilization.values = {0.80, 0.81, 0.79};

            practice::Finding finding;
            finding.rule = u"CAP-01"_s;
            finding.on = u"web"_s;
            finding.severity = practice::Severity::Critical;
            finding.state = practice::FindingState::Deviates;
            finding.title = u"web runs at 80 %"_s;
            finding.value = {0.8, 0.02};
            finding.threshold = 0.7;
            assessment.findings = {finding};
            finding.rule = u"RED-07"_s;
            finding.state = practice::FindingState::Holds;
            assessment.findings.push_back(finding);
            assessment.score = 50;
            adaptive.base = scenario.scenario;
            adaptive.changed = scenario.scenario;
            practice::Recommendation more;
            more.title = u"web: 1 → 2 workers"_s;
            more.reason = u"CAP-01 deviates."_s;
            more.changes = {{u"replace"_s, u"nodes.web.workers"_s, 1, 2}};
            more.target = {
                u"web"_s, u"utilization"_s, u"fraction"_s, {0.8, 0.02}, {0.4, 0.01}, {-0.4, 0.01}};
            more.verified = true;
            adaptive.recommendations = {more};
        }

        [[nodiscard]] Subject subject() const
        {
            Subject subject;
            subject.title = u"Web shop"_s;
            subject.version = u"1.2.3"_s;
            subject.now = ns(1'700'003'600);
            subject.captureName = capture.name;
            subject.import = &capture.summary;
            subject.files = &capture.files;
            subject.statistics = capture.statistics.get();
            subject.rule = capture.table->rule();
            subject.personas = personas.get();
            subject.scenario = &scenario.scenario;
            subject.stationNotes = scenario.notes;
            subject.run = &run;
            subject.assessment = &assessment;
            subject.adaptive = &adaptive;
            return subject;
        }
    };

    static QString textOf(const Subject &subject, const QString &id)
    {
        const Report report = buildReport(subject, {id});
        return report.sections.empty() ? QString() : ReportText::of(report.sections.front());
    }

private slots:
    void aSubjectThatHoldsNothingSaysSo_data()
    {
        QTest::addColumn<QString>("says");
        QTest::newRow("summary") << u"There is nothing to report yet."_s;
        QTest::newRow("captures") << u"No capture was imported."_s;
        QTest::newRow("personas") << u"No personas were found in the capture."_s;
        QTest::newRow("scenario") << u"No scenario was made."_s;
        QTest::newRow("findings") << u"The scenario was not held against best practices yet."_s;
        QTest::newRow("recommendations") << u"Advice was not asked for yet."_s;
        QTest::newRow("topology") << u"There is no topology yet."_s;
        QTest::newRow("method") << u"Made by Dramatis"_s;
    }
    void aSubjectThatHoldsNothingSaysSo()
    {
        QFETCH(QString, says);
        const QString text = textOf(Subject(), QLatin1String(QTest::currentDataTag()));
        QVERIFY2(text.contains(says), qPrintable(text));
    }

    void everySectionIsInTheGoldenText_data()
    {
        QTest::addColumn<QString>("id");
        for (const SectionKind &kind : allSections())
            QTest::newRow(qPrintable(kind.id)) << kind.id;
    }
    void everySectionIsInTheGoldenText()
    {
        QFETCH(QString, id);
        const Made made;
        COMPARE_GOLDEN(textOf(made.subject(), id), u"report/%1.txt"_s.arg(id));
    }

    void figuresAreThoseOfTheRun()
    {
        // Mean 150 ms, standard deviation 1 ms, t(0.975, 2) = 4.303: half-width 4.303 / sqrt(3)
        // = 2.48 ms.
        const Made made;
        QVERIFY2(textOf(made.subject(), u"scenario"_s)
                     .contains(text::durationInterval(Figure{0.150, 0.002484})),
                 qPrintable(textOf(made.subject(), u"scenario"_s)));
        QVERIFY(textOf(made.subject(), u"recommendations"_s)
                    .contains(text::percentInterval(Figure{0.8, 0.02})));
    }

    void theAlgorithmIsNamed_data()
    {
        QTest::addColumn<QString>("says");
        QTest::newRow("dbscan") << u"DBSCAN with eps 0.125 and minPts 7."_s;
        QTest::newRow("hdbscan")
            << u"HDBSCAN* with minPts 7 and at least 12 windows in a cluster."_s;
        QTest::newRow("kmeans") << u"k-means into 3 clusters."_s;
    }
    void theAlgorithmIsNamed()
    {
        QFETCH(QString, says);
        const Made made;
        Subject subject = made.subject();
        persona::PersonaSet set = *subject.personas;
        set.options.algorithm = QLatin1String(QTest::currentDataTag());
        set.options.epsilon = 0.125;
        set.options.epsilonSuggested = false;
        set.options.minPoints = 7;
        set.options.minClusterSize = 12;
        set.options.clusters = 3;
        subject.personas = &set;
        const QString text = textOf(subject, u"personas"_s);
        QVERIFY2(text.contains(says), qPrintable(text));
    }

    void namesStayPlainText()
    {
        const QString hostile = u"<img src=x onerror=1>&amp;\"'%1 %2"_s;
        const Made made(hostile);
        Subject subject = made.subject();
        QVERIFY(textOf(subject, u"captures"_s).contains(hostile));
        QVERIFY2(textOf(subject, u"summary"_s).contains(hostile),
                 qPrintable(textOf(subject, u"summary"_s)));
    }

    void sectionsComeInTheOrderAskedFor()
    {
        const Report report =
            buildReport(Subject(), {u"method"_s, u"nothing of the kind"_s, u"summary"_s});
        QCOMPARE(report.sections.size(), std::size_t{2});
        QCOMPARE(report.sections[0].id, u"method"_s);
        QCOMPARE(report.sections[1].id, u"summary"_s);
        QCOMPARE(buildReport(Subject()).sections.size(), std::size_t{8});
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
