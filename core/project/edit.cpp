// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/edit.h"

#include "core/persona/identity.h"
#include "core/persona/metrics.h"
#include "core/project/tr.h"

#include <algorithm>

namespace dramatis::project {

namespace {

template<typename... Arms>
struct Overloaded : Arms...
{
    using Arms::operator()...;
};
template<typename... Arms>
Overloaded(Arms...) -> Overloaded<Arms...>;

Error gone(const QString &what)
{
    return makeError(ErrorKind::InvalidArgument, what);
}

template<typename Id, typename Record>
Edit put(std::map<Id, Record> &records, const Put<Id, Record> &edit)
{
    Put<Id, Record> inverse{edit.id, std::nullopt, edit.what};
    if (const auto it = records.find(edit.id); it != records.end())
        inverse.record = std::move(it->second);
    if (edit.record)
        records.insert_or_assign(edit.id, *edit.record);
    else
        records.erase(edit.id);
    return inverse;
}

/// Calls `change` on a copy of one persona of a set and puts the new set in place.
template<typename Change>
Result<> changePersona(ProjectState &state, PersonaSetId setId, PersonaId id, Change &&change)
{
    const auto set = state.personaSets.find(setId);
    if (set == state.personaSets.end())
        return gone(Tr::tr("This persona set is no longer in the project."));
    auto changed = std::make_shared<persona::PersonaSet>(*set->second);
    const auto persona = std::find_if(changed->personas.begin(),
                                      changed->personas.end(),
                                      [id](const auto &candidate) { return candidate.id == id; });
    if (persona == changed->personas.end())
        return gone(Tr::tr("This persona is no longer in the project."));
    DRAMATIS_CHECK(change(*persona, *changed));
    set->second = std::move(changed);
    return {};
}

Result<Edit> apply(ProjectState &state, const RenamePersona &edit)
{
    RenamePersona inverse = edit;
    DRAMATIS_CHECK(changePersona(
        state,
        edit.set,
        edit.id,
        [&](persona::Persona &persona, const persona::PersonaSet &set) -> Result<> {
            if (edit.name.trimmed().isEmpty())
                return gone(Tr::tr("A persona needs a name."));
            const persona::Persona *other = set.find(edit.name);
            if (other && other->id != edit.id)
                return gone(Tr::tr("Another persona is called “%1” already.").arg(edit.name));
            inverse.name = std::exchange(persona.name, edit.name);
            inverse.named = std::exchange(persona.named, edit.named);
            return {};
        }));
    return Edit(inverse);
}

Result<Edit> apply(ProjectState &state, const PinPersona &edit)
{
    PinPersona inverse = edit;
    DRAMATIS_CHECK(
        changePersona(state,
                      edit.set,
                      edit.id,
                      [&](persona::Persona &persona, const persona::PersonaSet &) -> Result<> {
                          inverse.pinned = std::exchange(persona.pinned, edit.pinned);
                          return {};
                      }));
    return Edit(inverse);
}

Result<Edit> apply(ProjectState &state, const EditFigure &edit)
{
    EditFigure inverse = edit;
    DRAMATIS_CHECK(changePersona(
        state,
        edit.set,
        edit.persona,
        [&](persona::Persona &persona, const persona::PersonaSet &) -> Result<> {
            DRAMATIS_TRY(inverse.value, persona::setByHand(persona, edit.metric, edit.value));
            return {};
        }));
    return Edit(inverse);
}

Result<Edit> apply(ProjectState &state, const RegroupPersonas &edit)
{
    const auto it = state.personaSets.find(edit.set);
    if (it == state.personaSets.end())
        return gone(Tr::tr("This persona set is no longer in the project."));
    const persona::PersonaSet &before = *it->second;
    if (!edit.regrouped || edit.regrouped->capture != before.capture
        || edit.regrouped->windowOfRow != before.windowOfRow)
        return gone(Tr::tr("These personas are of other windows than those of the set."));
    return Edit(RegroupPersonas{edit.set, std::exchange(it->second, edit.regrouped), edit.what});
}

Result<Edit> apply(ProjectState &state, const RenameCapture &edit)
{
    const auto it = state.captures.find(edit.id);
    if (it == state.captures.end())
        return gone(Tr::tr("This capture is no longer in the project."));
    if (edit.name.trimmed().isEmpty())
        return gone(Tr::tr("A capture needs a name."));
    return Edit(RenameCapture{edit.id, std::exchange(it->second.name, edit.name)});
}

Result<Edit> apply(ProjectState &state, const MoveNodes &edit)
{
    const auto it = state.scenarios.find(edit.scenario);
    if (it == state.scenarios.end())
        return gone(Tr::tr("This scenario is no longer in the project."));
    ScenarioRecord &record = it->second;
    for (auto node = edit.positions.begin(); node != edit.positions.end(); ++node) {
        if (!record.scenario.topology.find(node.key()))
            return gone(Tr::tr("There is no node “%1” in this scenario.").arg(node.key()));
    }
    MoveNodes inverse{edit.scenario, {}};
    for (auto node = edit.positions.begin(); node != edit.positions.end(); ++node) {
        const auto before = record.positions.find(node.key());
        inverse.positions.insert(
            node.key(), before == record.positions.end() ? std::nullopt : std::optional(*before));
        if (node.value())
            record.positions.insert(node.key(), *node.value());
        else
            record.positions.remove(node.key());
    }
    return Edit(inverse);
}

Result<Edit> apply(ProjectState &state, const ChangeScenario &edit)
{
    const auto it = state.scenarios.find(edit.id);
    if (it == state.scenarios.end())
        return gone(Tr::tr("This scenario is no longer in the project."));
    return Edit(
        ChangeScenario{edit.id, std::exchange(it->second.scenario, edit.scenario), edit.what});
}

Result<Edit> apply(ProjectState &state, const AcceptRecommendation &edit)
{
    const auto it = state.advices.find(edit.advice);
    if (it == state.advices.end())
        return gone(Tr::tr("This advice is no longer in the project."));
    QStringList &accepted = it->second.accepted;
    AcceptRecommendation inverse = edit;
    inverse.accepted = accepted.contains(edit.recommendation);
    accepted.removeAll(edit.recommendation);
    if (edit.accepted) {
        accepted.append(edit.recommendation);
        accepted.sort(); // the order of clicking must not matter
    }
    return Edit(inverse);
}

Result<Edit> apply(ProjectState &state, const ChangeReport &edit)
{
    return Edit(ChangeReport{std::exchange(state.report, edit.options)});
}

Result<Edit> apply(ProjectState &state, const PutCapture &edit)
{
    return put(state.captures, edit);
}
Result<Edit> apply(ProjectState &state, const PutPersonaSet &edit)
{
    return put(state.personaSets, edit);
}
Result<Edit> apply(ProjectState &state, const PutScenario &edit)
{
    return put(state.scenarios, edit);
}
Result<Edit> apply(ProjectState &state, const PutRun &edit)
{
    return put(state.runs, edit);
}
Result<Edit> apply(ProjectState &state, const PutAdvice &edit)
{
    return put(state.advices, edit);
}

} // namespace

Result<Edit> apply(ProjectState &state, const Edit &edit)
{
    return std::visit([&state](const auto &alternative) { return apply(state, alternative); },
                      edit);
}

QString describe(const Edit &edit)
{
    return std::visit(
        Overloaded{
            [](const PutCapture &e) {
                if (!e.what.isEmpty())
                    return e.what;
                return e.record ? Tr::tr("Add capture") : Tr::tr("Remove capture");
            },
            [](const PutPersonaSet &e) {
                return e.record ? Tr::tr("Add personas") : Tr::tr("Remove personas");
            },
            [](const PutScenario &e) {
                return e.record ? Tr::tr("Add scenario") : Tr::tr("Remove scenario");
            },
            [](const PutRun &e) { return e.record ? Tr::tr("Add run") : Tr::tr("Remove run"); },
            [](const PutAdvice &e) {
                return e.record ? Tr::tr("Add advice") : Tr::tr("Remove advice");
            },
            [](const RenameCapture &) { return Tr::tr("Rename capture"); },
            [](const RenamePersona &) { return Tr::tr("Rename persona"); },
            [](const PinPersona &e) {
                return e.pinned ? Tr::tr("Pin persona") : Tr::tr("Unpin persona");
            },
            [](const EditFigure &e) {
                const persona::Metric *metric = persona::findMetric(e.metric);
                const QString name = metric ? metric->name : e.metric;
                return e.value ? Tr::tr("Set “%1” by hand").arg(name)
                               : Tr::tr("Set “%1” as measured").arg(name);
            },
            [](const RegroupPersonas &e) {
                return e.what.isEmpty() ? Tr::tr("Regroup windows") : e.what;
            },
            [](const MoveNodes &e) {
                return Tr::tr("Move %n node(s)", nullptr, static_cast<int>(e.positions.size()));
            },
            [](const ChangeScenario &e) {
                return e.what.isEmpty() ? Tr::tr("Change scenario") : e.what;
            },
            [](const AcceptRecommendation &e) {
                return e.accepted ? Tr::tr("Accept recommendation")
                                  : Tr::tr("Reject recommendation");
            },
            [](const ChangeReport &) { return Tr::tr("Change report"); },
        },
        edit);
}

} // namespace dramatis::project
