// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit/document.h"

#include "ui/edit/edit_command.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// The chosen record if it is still there, else the newest.
template<typename Id, typename Record>
std::optional<Id> chosenOrNewest(const std::map<Id, Record> &records, std::optional<Id> chosen)
{
    if (chosen && records.contains(*chosen))
        return chosen;
    return records.empty() ? std::nullopt : std::optional(records.rbegin()->first);
}

} // namespace

Document::Document(std::unique_ptr<project::Store> store,
                   project::ProjectState state,
                   bool untitled,
                   QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_state(std::move(state))
    , m_untitled(untitled)
{}

Document::~Document()
{
    m_undoStack.disconnect(this);
    if (!m_untitled)
        return;
    // An untitled project that holds nothing is not worth keeping.
    const bool empty = m_state == project::ProjectState{};
    const QString file = path();
    m_state = {};
    m_store.reset();
    if (empty)
        QFile::remove(file);
}

Result<std::unique_ptr<Document>> Document::makeUntitled()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                      + u"/untitled");
    if (!folder.mkpath(u"."_s))
        return makeError(ErrorKind::Io, tr("The folder %1 cannot be made.").arg(folder.path()));
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces) + u".dramatis";
    DRAMATIS_TRY(auto store, project::Store::create(folder.filePath(name)));
    return std::make_unique<Document>(std::move(store), project::ProjectState{}, true);
}

Result<std::unique_ptr<Document>> Document::open(const QString &path)
{
    auto store = project::Store::open(path, project::OpenMode::ReadWrite);
    if (!store && store.error().kind == ErrorKind::Io && QFileInfo(path).isReadable()
        && QFileInfo(path).isFile())
        store = project::Store::open(path, project::OpenMode::ReadOnly);
    if (!store)
        return std::move(store).error();
    DRAMATIS_TRY(project::ProjectState state, (*store)->load());
    return std::make_unique<Document>(*std::move(store), std::move(state), false);
}

QString Document::displayName() const
{
    return m_untitled ? tr("Untitled") : QFileInfo(path()).fileName();
}

Result<project::Edit> Document::apply(const project::Edit &edit)
{
    auto inverse = m_store->apply(m_state, edit);
    if (!inverse) {
        emit failed(inverse.error());
        return inverse;
    }
    emit changed(edit);
    emit currentChanged();
    return inverse;
}

Result<> Document::perform(const project::Edit &edit)
{
    DRAMATIS_TRY(project::Edit inverse, m_store->apply(m_state, edit));
    m_undoStack.push(new EditCommand([this](const project::Edit &next) { return apply(next); },
                                     std::move(inverse),
                                     project::describe(edit)));
    emit changed(edit);
    emit currentChanged();
    return {};
}

Result<> Document::keep(const project::Edit &edit)
{
    DRAMATIS_CHECK(m_store->apply(m_state, edit));
    emit changed(edit);
    emit currentChanged();
    return {};
}

Result<> Document::saveAs(const QString &path)
{
    const QString before = this->path();
    DRAMATIS_CHECK(m_store->saveAs(path));
    if (std::exchange(m_untitled, false))
        QFile::remove(before);
    emit pathChanged();
    return {};
}

std::shared_ptr<const analysis::PersonaAnalysis> Document::analysisOf(PersonaSetId set) const
{
    const auto it = m_analyses.find(set);
    return it == m_analyses.end() ? nullptr : it->second;
}

void Document::setAnalysis(PersonaSetId set,
                           std::shared_ptr<const analysis::PersonaAnalysis> analysis)
{
    m_analyses[set] = std::move(analysis);
    emit analysisChanged(set);
}

std::optional<CaptureId> Document::currentCapture() const
{
    return chosenOrNewest(m_state.captures, m_capture);
}

std::optional<PersonaSetId> Document::currentPersonaSet() const
{
    if (m_personaSet && m_state.personaSets.contains(*m_personaSet))
        return m_personaSet;
    const auto capture = currentCapture();
    for (auto it = m_state.personaSets.rbegin(); it != m_state.personaSets.rend(); ++it)
        if (capture && it->second->capture == *capture)
            return it->first;
    return std::nullopt;
}

std::optional<ScenarioId> Document::currentScenario() const
{
    return chosenOrNewest(m_state.scenarios, m_scenario);
}

std::optional<RunId> Document::currentRun() const
{
    const auto scenario = currentScenario();
    if (!scenario)
        return std::nullopt;
    if (m_run && m_state.runs.contains(*m_run) && m_state.runs.at(*m_run).scenario == *scenario)
        return m_run;
    for (auto it = m_state.runs.rbegin(); it != m_state.runs.rend(); ++it)
        if (it->second.scenario == *scenario)
            return it->first;
    return std::nullopt;
}

std::optional<AssessmentId> Document::currentAdvice() const
{
    const auto run = currentRun();
    for (auto it = m_state.advices.rbegin(); it != m_state.advices.rend(); ++it)
        if (run && it->second.run == *run)
            return it->first;
    return std::nullopt;
}

void Document::choose(CaptureId id)
{
    m_capture = id;
    m_personaSet.reset(); // the sets of another capture are not what one looks at now
    chooseRange(std::nullopt);
    emit currentChanged();
}

void Document::chooseRange(std::optional<TimeSpan> range)
{
    if (range == m_range)
        return;
    m_range = range;
    emit rangeChanged();
}

void Document::choose(PersonaSetId id)
{
    m_personaSet = id;
    const auto it = m_state.personaSets.find(id);
    if (it != m_state.personaSets.end() && m_state.captures.contains(it->second->capture)
        && currentCapture() != it->second->capture) {
        m_capture = it->second->capture;
        chooseRange(std::nullopt);
    }
    emit currentChanged();
}

void Document::choose(ScenarioId id)
{
    m_scenario = id;
    emit currentChanged();
}

void Document::choose(RunId id)
{
    if (const auto it = m_state.runs.find(id); it != m_state.runs.end())
        m_scenario = it->second.scenario;
    m_run = id;
    emit currentChanged();
}

} // namespace dramatis::ui
