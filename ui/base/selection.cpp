// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/selection.h"

#include <utility>

namespace dramatis::ui {

namespace {

/// Sets `field`; true if that changed it.
template<typename T>
bool changes(T &field, T value)
{
    if (field == value)
        return false;
    field = std::move(value);
    return true;
}

} // namespace

void Selection::setCapture(std::optional<CaptureId> id)
{
    if (changes(m_capture, id))
        emit captureChanged();
}

void Selection::setRange(std::optional<TimeSpan> range)
{
    if (changes(m_range, range))
        emit rangeChanged();
}

void Selection::setPersonaSet(std::optional<PersonaSetId> id)
{
    if (changes(m_personaSet, id))
        emit personaSetChanged();
}

void Selection::setPersona(std::optional<PersonaId> id)
{
    if (changes(m_persona, id))
        emit personaChanged();
}

void Selection::setScenario(std::optional<ScenarioId> id)
{
    if (changes(m_scenario, id))
        emit scenarioChanged();
}

void Selection::setRun(std::optional<RunId> id)
{
    if (changes(m_run, id))
        emit runChanged();
}

void Selection::setAssessment(std::optional<AssessmentId> id)
{
    if (changes(m_assessment, id))
        emit assessmentChanged();
}

void Selection::setNode(const QString &id)
{
    if (changes(m_node, id))
        emit nodeChanged();
}

void Selection::clear()
{
    setCapture({});
    setRange({});
    setPersonaSet({});
    setPersona({});
    setScenario({});
    setRun({});
    setAssessment({});
    setNode({});
}

} // namespace dramatis::ui
