// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/scenario_inspector.h"

#include "core/base/text.h"
#include "core/report/wording.h"
#include "core/topology/topology_json.h"
#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/inspector_section.h"
#include "ui/base/state_label.h"
#include "ui/pages/simulation/scenario_dialogs.h"
#include "ui/pages/simulation/verdicts.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kFieldWidth = 112;
const QString kNameField = QStringLiteral("name");

QString faultText(const simulation::FaultSpec &fault)
{
    const QString which =
        fault.instance
            ? ScenarioInspector::tr("instance %1 of %2").arg(*fault.instance + 1).arg(fault.target)
            : fault.target;
    const QString from = text::duration(fault.at);
    return fault.duration ? ScenarioInspector::tr("%1: %2 at %3 for %4")
                                .arg(fault.kind, which, from, text::duration(*fault.duration))
                          : ScenarioInspector::tr("%1: %2 from %3").arg(fault.kind, which, from);
}

QString objectiveText(const simulation::Objective &objective)
{
    const auto bound = [&objective](double value) {
        return objective.metric == u"errorRate" ? text::percent(value) : text::duration(value);
    };
    return objective.atMost
               ? ScenarioInspector::tr("%1 of %2 at most %3")
                     .arg(objective.metric, objective.on, bound(*objective.atMost))
               : ScenarioInspector::tr("%1 of %2 at least %3")
                     .arg(objective.metric, objective.on, bound(objective.atLeast.value_or(0)));
}

/// A line of text that wraps, with a button that removes what it says.
QWidget *removableLine(const QString &text, const std::function<void()> &remove, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(text.toHtmlEscaped(), line);
    label->setWordWrap(true);
    auto *action = new QAction(
        icon(Icon::Remove, IconInk::Secondary), ScenarioInspector::tr("Remove %1").arg(text), line);
    QObject::connect(action, &QAction::triggered, line, remove);
    row->addWidget(label, 1);
    row->addWidget(makeToolButton(action, line));
    return line;
}

} // namespace

ScenarioInspector::ScenarioInspector(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const auto addRemark = [this, column](TextRole role) {
        auto *label = new QLabel(this);
        label->setWordWrap(true);
        label->setMargin(12);
        setTextRole(label, role);
        label->hide();
        column->addWidget(label);
        return label;
    };
    m_message = addRemark(TextRole::Critical);
    m_lock = addRemark(TextRole::Secondary);
    m_lock->setText(tr("Locked while it runs. Stop it to edit (Ctrl+.)."));
    m_inspector = new Inspector(this);
    column->addWidget(m_inspector, 1);
}

void ScenarioInspector::setContent(const project::ScenarioRecord *record,
                                   const simulation::RunResultPtr &run,
                                   const QString &selected)
{
    // The fields are made anew: the one that has the focus keeps it, so that Tab goes on from
    // there.
    const QWidget *focused = QApplication::focusWidget();
    const QString field =
        focused && m_inspector->isAncestorOf(focused) ? focused->objectName() : QString();
    m_message->hide();
    m_inspector->clear();
    m_run = run;
    m_record = record ? *record : project::ScenarioRecord{};
    if (record)
        fill(selected);
    if (!field.isEmpty())
        focusField(field);
}

void ScenarioInspector::fill(const QString &selected)
{
    const topology::Topology &topology = m_record.scenario.topology;
    if (const topology::Node *node = topology.find(selected)) {
        addNode(*node);
        return;
    }
    for (const topology::Call &call : topology.calls)
        if (call.id() == selected) {
            addCall(call);
            return;
        }
    addScenario();
}

void ScenarioInspector::setLocked(bool locked)
{
    m_locked = locked;
    m_inspector->setEnabled(!locked);
    m_lock->setVisible(locked);
}

void ScenarioInspector::showRejection(const QString &message)
{
    m_message->setText(message);
    m_message->show();
}

void ScenarioInspector::addFields(InspectorSection &section,
                                  const std::vector<AttributeField> &fields)
{
    for (const AttributeField &field : fields) {
        const QString name =
            field.unit.isEmpty() ? field.name : tr("%1 (%2)").arg(field.name, field.unit);
        const QString shown = fieldText(field, m_record.scenario);
        const auto edited = [this, field](const QString &text) {
            const auto value = fieldValue(field, text);
            if (value)
                emit valueEdited(
                    field.path, *value, tr("%1: %2").arg(field.path.section(u'.', 1), text));
            else
                showRejection(value.error().message);
        };
        QWidget *control = nullptr;
        if (field.flag) {
            auto *box = new QCheckBox(&section);
            box->setChecked(shown == u"true");
            connect(box, &QCheckBox::toggled, this, [edited](bool on) {
                edited(on ? u"true"_s : u"false"_s);
            });
            control = box;
        } else if (!field.choices.isEmpty()) {
            auto *combo = new QComboBox(&section);
            combo->addItems(field.choices);
            combo->setCurrentText(shown);
            connect(combo, &QComboBox::textActivated, this, edited);
            control = combo;
        } else {
            auto *edit = new QLineEdit(shown, &section);
            edit->setAlignment(Qt::AlignRight);
            edit->setPlaceholderText(field.nullable ? tr("none") : QString());
            edit->setMaximumWidth(kFieldWidth);
            connect(edit, &QLineEdit::editingFinished, this, [edit, edited, shown] {
                const QString typed = edit->text();
                if (typed == shown)
                    return;
                edit->setText(shown); // what was accepted comes back with the changed scenario
                edited(typed);
            });
            control = edit;
        }
        control->setToolTip(field.toolTip);
        control->setAccessibleName(name);
        control->setObjectName(field.path);
        section.addRow(name, control);
    }
}

void ScenarioInspector::addScenario()
{
    InspectorSection *head = m_inspector->addSection(m_record.scenario.name);
    auto *name = new QLineEdit(m_record.scenario.name, head);
    name->setObjectName(kNameField);
    connect(name, &QLineEdit::editingFinished, this, [this, name] {
        if (const QString typed = name->text(); typed != m_record.scenario.name) {
            name->setText(m_record.scenario.name);
            emit nameEdited(typed);
        }
    });
    head->addRow(tr("Name"), name);
    addFields(*head, runFields());
    for (const QString &note : m_record.notes) {
        auto *label = new QLabel(note.toHtmlEscaped(), head);
        label->setWordWrap(true);
        setTextRole(label, TextRole::Secondary);
        head->addWidget(label);
    }
    addObjectives();
    addFaults();
}

void ScenarioInspector::editName()
{
    focusField(kNameField);
}

void ScenarioInspector::focusField(const QString &name)
{
    // Fields that were replaced live until their events are done; the new ones are the last, and
    // are shown at the next turn of the event loop.
    const QList<QWidget *> fields = m_inspector->findChildren<QWidget *>(name);
    if (fields.isEmpty())
        return;
    QWidget *field = fields.last();
    QTimer::singleShot(0, field, [field] {
        field->setFocus();
        if (auto *edit = qobject_cast<QLineEdit *>(field))
            edit->selectAll();
    });
}

void ScenarioInspector::addObjectives()
{
    InspectorSection *section = m_inspector->addSection(tr("Objectives"));
    const std::vector<simulation::Objective> objectives = m_record.scenario.objectives;
    for (std::size_t i = 0; i < objectives.size(); ++i) {
        section->addWidget(removableLine(
            objectiveText(objectives[i]),
            [this, objectives, i] {
                auto rest = objectives;
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
                emit objectivesEdited(rest);
            },
            section));
        if (m_run && i < m_run->objectives.size()
            && m_run->objectives[i].objective == objectives[i])
            section->addWidget(new StateLabel(stateOf(m_run->objectives[i].verdict),
                                              report::verdictWord(m_run->objectives[i].verdict),
                                              section));
    }
    auto *add = new QAction(tr("Add objective…"), section);
    connect(add, &QAction::triggered, this, &ScenarioInspector::askObjective);
    section->addButtons({makeButton(add, ButtonRole::Plain, section)});
}

void ScenarioInspector::addFaults()
{
    InspectorSection *section = m_inspector->addSection(tr("Faults"));
    const std::vector<simulation::FaultSpec> faults = m_record.scenario.faults;
    for (std::size_t i = 0; i < faults.size(); ++i)
        section->addWidget(removableLine(
            faultText(faults[i]),
            [this, faults, i] {
                auto rest = faults;
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
                emit faultsEdited(rest);
            },
            section));
    auto *add = new QAction(tr("Add crash…"), section);
    connect(add, &QAction::triggered, this, &ScenarioInspector::askFault);
    section->addButtons({makeButton(add, ButtonRole::Plain, section)});
}

void ScenarioInspector::askFault()
{
    if (const auto fault = askForFault(this, m_record.scenario)) {
        auto faults = m_record.scenario.faults;
        faults.push_back(*fault);
        emit faultsEdited(faults);
    }
}

void ScenarioInspector::askObjective()
{
    if (const auto objective = askForObjective(this, m_record.scenario)) {
        auto objectives = m_record.scenario.objectives;
        objectives.push_back(*objective);
        emit objectivesEdited(objectives);
    }
}

void ScenarioInspector::addNode(const topology::Node &node)
{
    InspectorSection *head = m_inspector->addSection(node.id);
    head->setAside(report::kindWord(node.kind));
    if (m_run && m_run->sources.contains(node.id)) {
        const simulation::SourceResult &result = m_run->sources[node.id];
        head->addRow(tr("Offered"), text::interval(result.offered.figure(), 1, u"req/s"_s));
        head->addRow(tr("Goodput"), text::interval(result.goodput.figure(), 1, u"req/s"_s));
        head->addRow(tr("p95"), text::durationInterval(result.responseTime.p95.figure()));
        head->addRow(tr("p99"), text::durationInterval(result.responseTime.p99.figure()));
        head->addRow(tr("Errors"), text::percentInterval(result.errorRate.figure()));
    } else if (m_run && m_run->nodes.contains(node.id)) {
        const simulation::NodeResult &result = m_run->nodes[node.id];
        head->addRow(tr("Throughput"), text::interval(result.throughput.figure(), 1, u"req/s"_s));
        if (node.serviceTime) {
            head->addRow(tr("Utilisation"), text::percentInterval(result.utilization.figure()));
            head->addRow(tr("Queue length"), text::interval(result.queueLength.figure(), 1, {}));
            head->addRow(tr("Waiting"), text::durationInterval(result.waitingTime.figure()));
        }
        head->addRow(tr("p95"), text::durationInterval(result.responseTime.p95.figure()));
        head->addRow(tr("Errors"), text::percentInterval(result.errorRate.figure()));
    } else {
        auto *label = new QLabel(tr("Run the scenario to see figures."), head);
        setTextRole(label, TextRole::Secondary);
        head->addWidget(label);
    }
    InspectorSection *attributes = m_inspector->addSection(
        node.kind == topology::NodeKind::Source ? tr("Source") : tr("Station"));
    if (node.assumed)
        attributes->setAside(tr("assumed"));
    for (const topology::PersonaShare &persona : node.personas)
        attributes->addRow(tr("Persona"), persona.name);
    addFields(*attributes, nodeFields(node));
}

void ScenarioInspector::addCall(const topology::Call &call)
{
    InspectorSection *head = m_inspector->addSection(tr("%1 → %2").arg(call.from, call.to));
    head->setAside(tr("call"));
    if (m_run)
        for (const simulation::CallResult &result : m_run->calls)
            if (result.from == call.from && result.to == call.to) {
                head->addRow(tr("Calls"), text::interval(result.throughput.figure(), 1, u"1/s"_s));
                head->addRow(tr("Timeouts"), text::percentInterval(result.timeouts.figure()));
            }
    addFields(*head, callFields(call));
}

} // namespace dramatis::ui
