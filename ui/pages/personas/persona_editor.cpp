// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/persona_editor.h"

#include "core/analysis/analyse.h"
#include "core/base/files.h"
#include "core/jobs/job_list.h"
#include "core/persona/identity.h"
#include "core/persona/persona_json.h"
#include "ui/edit/document.h"

#include <QJsonDocument>

#include <algorithm>

namespace dramatis::ui {

PersonaEditor::PersonaEditor(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_regrouping(this)
{}

void PersonaEditor::setDocument(Document *document)
{
    m_regrouping.cancel();
    m_document = document;
}

persona::PersonaSetPtr PersonaEditor::set() const
{
    const auto id = m_document ? m_document->currentPersonaSet() : std::nullopt;
    return id ? m_document->state().personaSets.at(*id) : nullptr;
}

void PersonaEditor::perform(const project::Edit &edit, const QString &failure)
{
    if (const auto done = m_document->perform(edit); !done)
        emit failed(failure, done.error());
}

void PersonaEditor::rename(PersonaId id, const QString &name)
{
    const persona::PersonaSetPtr set = this->set();
    const persona::Persona *persona = set ? set->withId(id) : nullptr;
    const QString trimmed = name.trimmed();
    if (persona && !trimmed.isEmpty() && persona->name != trimmed)
        perform(project::RenamePersona{set->id, id, trimmed, true},
                tr("The persona could not be renamed."));
}

void PersonaEditor::setPinned(PersonaId id, bool pinned)
{
    if (const persona::PersonaSetPtr set = this->set())
        perform(project::PinPersona{set->id, id, pinned}, tr("The persona could not be pinned."));
}

void PersonaEditor::setFigure(PersonaId id, const QString &metric, std::optional<double> value)
{
    if (const persona::PersonaSetPtr set = this->set())
        perform(project::EditFigure{set->id, id, metric, value},
                tr("The figure could not be set."));
}

void PersonaEditor::regroup(const persona::Regrouping &change)
{
    const persona::PersonaSetPtr set = this->set();
    if (!set || !m_document->state().captures.contains(set->capture))
        return;
    const auto work = [traffic = m_document->state().captures.at(set->capture).traffic(),
                       set,
                       change,
                       &clock = m_services.clock](JobControl &job) {
        return analysis::regroup(traffic, *set, change, clock, job);
    };
    const QString what = persona::describe(change);
    const auto future = m_regrouping.start(
        &m_services.pool, work, [this, id = set->id, what](Result<persona::PersonaSet> regrouped) {
            if (regrouped)
                perform(project::RegroupPersonas{id,
                                                 std::make_shared<const persona::PersonaSet>(
                                                     *std::move(regrouped)),
                                                 what},
                        tr("The windows could not be moved."));
            else if (regrouped.error().kind != ErrorKind::Cancelled)
                emit failed(tr("The windows could not be moved."), regrouped.error());
            emit regroupingChanged(false);
        });
    m_services.jobs.add(QFuture<void>(future), what);
    emit regroupingChanged(true);
}

Result<> PersonaEditor::addVersion(persona::PersonaSet set, const QString &what)
{
    DRAMATIS_TRY(const quint32 id, m_document->newId());
    set.id = PersonaSetId{id};
    set.createdAt = m_services.clock.now();
    const auto stored = std::make_shared<const persona::PersonaSet>(std::move(set));
    DRAMATIS_CHECK(m_document->perform(project::PutPersonaSet{stored->id, stored, what}));
    m_document->choose(stored->id);
    return {};
}

void PersonaEditor::keepVersion()
{
    const persona::PersonaSetPtr before = set();
    if (!before)
        return;
    persona::PersonaSet next = *before;
    next.predecessor = before->id;
    if (const auto added = addVersion(std::move(next), tr("Keep version")); !added) {
        emit failed(tr("The version could not be kept."), added.error());
        return;
    }
    // The same windows and clusters: nothing needs to be computed again.
    if (const auto known = m_document->analysisOf(before->id))
        m_document->setAnalysis(*m_document->currentPersonaSet(), known);
}

Result<> PersonaEditor::exportSet(const QString &path) const
{
    return writeFile(path, QJsonDocument(persona::personasToFile(*set())).toJson());
}

Result<> PersonaEditor::exportLoad(const persona::Exporter &exporter,
                                   const std::vector<PersonaId> &personas,
                                   const QString &path) const
{
    const persona::PersonaSetPtr set = this->set();
    std::vector<const persona::Persona *> chosen;
    for (const persona::Persona &persona : set->personas)
        if (personas.empty()
            || std::find(personas.begin(), personas.end(), persona.id) != personas.end())
            chosen.push_back(&persona);
    DRAMATIS_TRY(const QString text, persona::exported(exporter, chosen));
    return writeFile(path, text.toUtf8());
}

Result<> PersonaEditor::importSet(const QString &path)
{
    DRAMATIS_TRY(persona::PersonaSet read, persona::readPersonas(path));
    if (const persona::PersonaSetPtr before = set())
        read = persona::continuing(*before, std::move(read));
    if (const auto capture = m_document->currentCapture())
        read.capture = *capture;
    return addVersion(std::move(read), tr("Import personas"));
}

} // namespace dramatis::ui
