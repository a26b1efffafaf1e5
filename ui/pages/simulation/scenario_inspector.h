// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/state.h"
#include "core/simulation/run_result.h"
#include "ui/pages/simulation/attribute_fields.h"

#include <QWidget>

class QLabel;

namespace dramatis::ui {

class Inspector;
class InspectorSection;

/// Shows and edits what is selected: a node, a call, or the scenario as a whole with its faults and
/// objectives. Edits leave as signals.
class ScenarioInspector : public QWidget
{
    Q_OBJECT

public:
    explicit ScenarioInspector(QWidget *parent = nullptr);

    /// @param selected  id of a node ("web") or call ("web>db"); empty: the scenario
    /// @param record    nullptr shows nothing
    void setContent(const project::ScenarioRecord *record,
                    const simulation::RunResultPtr &run,
                    const QString &selected);
    /// While a run goes the fields are locked, with the reason.
    void setLocked(bool locked);
    void showRejection(const QString &message);
    /// Puts the focus into the scenario's name; the scenario must be shown.
    void editName();

signals:
    void nameEdited(const QString &name);
    void valueEdited(const QString &path, const QJsonValue &value, const QString &what);
    void faultsEdited(const std::vector<dramatis::simulation::FaultSpec> &faults);
    void objectivesEdited(const std::vector<dramatis::simulation::Objective> &objectives);

private:
    void fill(const QString &selected);
    void focusField(const QString &name);
    void addFields(InspectorSection &section, const std::vector<AttributeField> &fields);
    void addScenario();
    void addFaults();
    void addObjectives();
    void addNode(const topology::Node &node);
    void addCall(const topology::Call &call);
    void askFault();
    void askObjective();

    project::ScenarioRecord m_record;
    simulation::RunResultPtr m_run;
    Inspector *m_inspector;
    QLabel *m_message;
    QLabel *m_lock;
    bool m_locked = false;
};

} // namespace dramatis::ui
