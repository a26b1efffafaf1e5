// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/project/sample_state.h"
#include "ui/edit/document.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dramatis;
using namespace dramatis::project;
using namespace dramatis::ui;
using namespace Qt::StringLiterals;

/// The document against its file: what an edit, its undo and its redo leave in both.
class TestDocument : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    QString newPath() { return m_folder.filePath(u"d%1.dramatis"_s.arg(++m_count)); }

    template<typename T>
    static T need(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
        return *std::move(result);
    }

    std::unique_ptr<Document> made(const QString &path)
    {
        auto document =
            std::make_unique<Document>(need(Store::create(path)), ProjectState{}, false);
        if (!document->keep(PutScenario{kScenario, tests::sampleScenario()}))
            qFatal("the scenario could not be kept");
        return document;
    }

    /// What another process would find in the file now.
    static ProjectState inFile(const QString &path)
    {
        return need(need(Store::open(path, OpenMode::ReadOnly))->load());
    }

    static Edit moveTo(double x) { return MoveNodes{kScenario, {{u"web"_s, QPointF(x, 7)}}}; }

    static constexpr ScenarioId kScenario{100};

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(u"data"_s)));
        QVERIFY(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                    .startsWith(m_folder.path()));
    }

    void editUndoAndRedoReachStateAndFile()
    {
        const QString path = newPath();
        const auto document = made(path);
        QSignalSpy changed(document.get(), &Document::changed);
        QVERIFY(document->perform(ChangeReport{{u"first"_s, {}, {}, u"A4"_s}}));
        QVERIFY(document->perform(ChangeReport{{u"second"_s, {}, {}, u"A4"_s}}));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(document->undoStack()->count(), 2);
        QCOMPARE(document->undoStack()->undoText(), describe(ChangeReport{}));
        QCOMPARE(inFile(path).report.title, u"second"_s);

        document->undoStack()->undo();
        QCOMPARE(document->state().report.title, u"first"_s);
        QCOMPARE(inFile(path).report.title, u"first"_s);
        document->undoStack()->undo();
        QCOMPARE(document->state().report, ReportOptions{});
        QCOMPARE(inFile(path).report, ReportOptions{});
        document->undoStack()->redo();
        document->undoStack()->redo();
        QCOMPARE(document->state().report.title, u"second"_s);
        QCOMPARE(inFile(path).report.title, u"second"_s);
        QCOMPARE(changed.size(), 6);
        QVERIFY(inFile(path) == document->state());
    }

    void movesOfTheSameNodesAreOneStep()
    {
        const QString path = newPath();
        const auto document = made(path);
        const QPointF before = document->state().scenarios.at(kScenario).positions.value(u"web"_s);
        for (const double x : {1.0, 2.0, 3.0})
            QVERIFY(document->perform(moveTo(x)));
        QCOMPARE(document->undoStack()->count(), 1);
        QVERIFY(document->perform(MoveNodes{kScenario, {{u"clients"_s, QPointF(5, 5)}}}));
        QCOMPARE(document->undoStack()->count(), 2); // another node: another step

        document->undoStack()->undo();
        QVERIFY(!document->state().scenarios.at(kScenario).positions.contains(u"clients"_s));
        QCOMPARE(document->state().scenarios.at(kScenario).positions.value(u"web"_s),
                 QPointF(3, 7));
        document->undoStack()->undo();
        QCOMPARE(document->state().scenarios.at(kScenario).positions.value(u"web"_s), before);
        QCOMPARE(inFile(path).scenarios.at(kScenario).positions.value(u"web"_s), before);
        document->undoStack()->redo();
        QCOMPARE(document->state().scenarios.at(kScenario).positions.value(u"web"_s),
                 QPointF(3, 7));
        QCOMPARE(inFile(path).scenarios.at(kScenario).positions.value(u"web"_s), QPointF(3, 7));
    }

    void aRefusedEditLeavesNothingBehind()
    {
        const auto document = made(newPath());
        QSignalSpy changed(document.get(), &Document::changed);
        const ProjectState before = document->state();
        QVERIFY(!document->perform(RenameCapture{CaptureId{999}, u"x"_s}));
        QCOMPARE(document->undoStack()->count(), 0);
        QCOMPARE(changed.size(), 0);
        QVERIFY(document->state() == before);
    }

    void whatIsKeptCannotBeUndone()
    {
        const QString path = newPath();
        const auto document = made(path);
        QVERIFY(document->keep(PutScenario{ScenarioId{101}, tests::sampleScenario(u"kept"_s)}));
        QCOMPARE(document->undoStack()->count(), 0);
        QVERIFY(inFile(path).scenarios.contains(ScenarioId{101}));
    }

    void anUndoThatNoLongerFitsIsDroppedAndTold()
    {
        const auto document = made(newPath());
        QVERIFY(document->perform(ChangeReport{{u"first"_s, {}, {}, u"A4"_s}}));
        QVERIFY(document->perform(moveTo(1)));
        QVERIFY(document->keep(
            PutScenario{kScenario, {}})); // the scenario goes: its move cannot be taken back
        QSignalSpy failed(document.get(), &Document::failed);
        const ProjectState before = document->state();
        document->undoStack()->undo();
        QCOMPARE(failed.size(), 1);
        QVERIFY(document->state() == before);
        QCOMPARE(document->undoStack()->count(), 1);
        document->undoStack()->undo(); // the one before is still good
        QCOMPARE(document->state().report, ReportOptions{});
    }

    void currentFollowsWhatIsThere()
    {
        const auto document = made(newPath());
        QCOMPARE(document->currentScenario(), std::optional(kScenario));
        QVERIFY(!document->currentRun());
        QVERIFY(document->keep(PutScenario{ScenarioId{101}, tests::sampleScenario(u"other"_s)}));
        QCOMPARE(document->currentScenario(), std::optional(ScenarioId{101})); // the newest
        document->choose(kScenario);
        QCOMPARE(document->currentScenario(), std::optional(kScenario));
        const RunRecord run{ScenarioId{101}, std::make_shared<simulation::RunResult>(), 5};
        QVERIFY(document->keep(PutRun{RunId{7}, run}));
        QVERIFY(!document->currentRun()); // it is of the other scenario
        document->choose(RunId{7});
        QCOMPARE(document->currentScenario(), std::optional(ScenarioId{101}));
        QCOMPARE(document->currentRun(), std::optional(RunId{7}));
        QVERIFY(document->keep(PutScenario{ScenarioId{101}, {}}));
        QCOMPARE(document->currentScenario(), std::optional(kScenario));
        QVERIFY(!document->currentRun());
    }

    void anUntitledProjectThatHoldsNothingGoes()
    {
        QString path;
        {
            const auto document = need(Document::makeUntitled());
            path = document->path();
            QVERIFY(document->isUntitled());
            QVERIFY(QFile::exists(path));
        }
        QVERIFY(!QFile::exists(path));
        {
            const auto document = need(Document::makeUntitled());
            path = document->path();
            QVERIFY(document->perform(ChangeReport{{u"kept"_s, {}, {}, u"A4"_s}}));
        }
        QCOMPARE(inFile(path).report.title, u"kept"_s);
    }

    void saveAsNamesAnUntitledProject()
    {
        const QString path = newPath();
        const auto document = need(Document::makeUntitled());
        const QString before = document->path();
        QVERIFY(document->perform(ChangeReport{{u"named"_s, {}, {}, u"A4"_s}}));
        QSignalSpy moved(document.get(), &Document::pathChanged);
        QVERIFY(document->saveAs(path));
        QCOMPARE(moved.size(), 1);
        QVERIFY(!document->isUntitled());
        QCOMPARE(document->path(), path);
        QCOMPARE(document->displayName(), QFileInfo(path).fileName());
        QVERIFY(!QFile::exists(before));
        document->undoStack()->undo(); // the stack goes on, in the new file
        QCOMPARE(inFile(path).report, ReportOptions{});
    }

    void aProjectHeldBySomebodyElseIsReadOnly()
    {
        const QString path = newPath();
        const auto writer = made(path);
        const auto reader = need(Document::open(path));
        QVERIFY(reader->isReadOnly());
        QVERIFY(!writer->isReadOnly());
        const ProjectState before = reader->state();
        const auto refused = reader->perform(ChangeReport{{u"x"_s, {}, {}, u"A4"_s}});
        QVERIFY(!refused);
        QVERIFY(!refused.error().message.isEmpty());
        QVERIFY(reader->state() == before);
        QCOMPARE(reader->undoStack()->count(), 0);
    }

    void whatIsNoProjectIsNotOpened()
    {
        const QString path = newPath();
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("no project") > 0);
        file.close();
        QVERIFY(!Document::open(path));
        QVERIFY(!Document::open(m_folder.filePath(u"nowhere"_s)));
    }
};

QTEST_MAIN(TestDocument)
#include "tst_document.moc"
