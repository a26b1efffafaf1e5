// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/scenario_list.h"

#include "core/base/text.h"
#include "core/report/wording.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/pane_header.h"
#include "ui/pages/base/entry_list.h"
#include "ui/pages/base/scenario_names.h"
#include "ui/pages/simulation/verdicts.h"

#include <QDateTime>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

QString idText(quint32 number)
{
    return QString::number(number);
}

/// The newest run of a scenario.
const project::RunRecord *newestRun(const project::ProjectState &state, ScenarioId scenario)
{
    for (auto it = state.runs.rbegin(); it != state.runs.rend(); ++it)
        if (it->second.scenario == scenario && it->second.run)
            return &it->second;
    return nullptr;
}

Entry scenarioEntry(const project::ProjectState &state,
                    ScenarioId id,
                    const project::ScenarioRecord &record)
{
    const simulation::Scenario &scenario = record.scenario;
    Entry entry;
    entry.id = idText(static_cast<quint32>(id));
    entry.title = scenario.name;
    int sources = 0;
    for (const topology::Node &node : scenario.topology.nodes)
        sources += node.kind == topology::NodeKind::Source ? 1 : 0;
    QStringList parts{ScenarioList::tr("%n source(s)", nullptr, sources),
                      text::duration(scenario.run.duration)};
    if (!scenario.faults.empty())
        parts << ScenarioList::tr("%n fault(s)", nullptr, static_cast<int>(scenario.faults.size()));
    if (const project::RunRecord *run = newestRun(state, id)) {
        if (run->run->scenarioHash != simulation::scenarioHash(scenario))
            parts << ScenarioList::tr("changed since its run");
        else if (!run->run->objectives.empty())
            entry.state = stateOf(run->run->overall);
    } else {
        parts << ScenarioList::tr("not run yet");
    }
    entry.subtitle = parts.join(u", ");
    return entry;
}

Entry runEntry(RunId id, const project::RunRecord &record)
{
    const simulation::RunResult &run = *record.run;
    Entry entry;
    entry.id = idText(static_cast<quint32>(id));
    entry.title = run.scenarioName;
    entry.lead = QDateTime::fromMSecsSinceEpoch(record.createdAt / 1'000'000).toString(u"HH:mm"_s);
    const QString slowest = slowestSource(run);
    if (!slowest.isEmpty())
        entry.right = text::interval(run.sources[slowest].responseTime.p95.figure(), 1e3, {});
    if (!run.objectives.empty())
        entry.state = stateOf(run.overall);
    QStringList about{
        ScenarioList::tr("%1, %n replication(s)", nullptr, run.replications).arg(run.scenarioName)};
    if (run.partial)
        about << ScenarioList::tr("stopped before it was complete");
    if (!run.objectives.empty())
        about << ScenarioList::tr("objectives: %1").arg(report::verdictWord(run.overall));
    if (!slowest.isEmpty())
        about << ScenarioList::tr("p95 of %1").arg(slowest);
    entry.toolTip = about.join(u", ");
    return entry;
}

} // namespace

ScenarioList::ScenarioList(QMenu *add, const QList<QAction *> &more, QWidget *parent)
    : QWidget(parent)
    , m_scenarioHeader(new PaneHeader(tr("Scenarios"), this))
    , m_runHeader(new PaneHeader(tr("Runs"), this))
    , m_scenarios(new EntryList(tr("Scenarios"), this))
    , m_runs(new EntryList(tr("Runs"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *addButton = new QToolButton(this);
    addButton->setIcon(icon(Icon::Add));
    addButton->setToolTip(tr("Add a scenario"));
    addButton->setAccessibleName(tr("Add a scenario"));
    addButton->setAutoRaise(true);
    addButton->setPopupMode(QToolButton::InstantPopup);
    addButton->setMenu(add);
    m_scenarioHeader->addWidget(addButton);
    auto *p95 = new QLabel(tr("p95 (ms)"), this);
    setTextRole(p95, TextRole::Secondary);
    m_runHeader->addWidget(p95);
    m_scenarios->addActions(more);
    m_scenarios->setContextMenuPolicy(Qt::ActionsContextMenu);
    column->addWidget(m_scenarioHeader);
    column->addWidget(m_scenarios, 2);
    column->addWidget(m_runHeader);
    column->addWidget(m_runs, 3);
    connect(m_scenarios, &EntryList::chosen, this, [this](const QString &id) {
        emit scenarioChosen(ScenarioId{id.toUInt()});
    });
    connect(m_runs, &EntryList::chosen, this, [this](const QString &id) {
        emit runChosen(RunId{id.toUInt()});
    });
}

void ScenarioList::setState(const project::ProjectState &state,
                            std::optional<ScenarioId> scenario,
                            std::optional<RunId> run)
{
    std::vector<Entry> scenarios;
    for (const auto &[id, record] : state.scenarios)
        scenarios.push_back(scenarioEntry(state, id, record));
    std::vector<Entry> runs;
    for (auto it = state.runs.rbegin(); it != state.runs.rend(); ++it)
        if (it->second.run && state.scenarios.contains(it->second.scenario))
            runs.push_back(runEntry(it->first, it->second));
    m_scenarioHeader->setCount(scenarios.empty() ? QString() : QString::number(scenarios.size()));
    m_runHeader->setCount(runs.empty() ? QString() : QString::number(runs.size()));
    m_scenarios->setEntries(scenarios);
    m_runs->setEntries(runs);
    m_scenarios->setCurrentId(scenario ? idText(static_cast<quint32>(*scenario)) : QString());
    m_runs->setCurrentId(run ? idText(static_cast<quint32>(*run)) : QString());
}

} // namespace dramatis::ui
