// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/scenario.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <vector>

namespace dramatis::ui {

/// An attribute of a node, a call or the run that the inspector edits, by its path in the scenario.
struct AttributeField
{
    QString path;      ///< "nodes.web.workers"
    QString name;      ///< translated: "Workers"
    QString unit;      ///< shown after the name: "ms", ""
    double factor = 1; ///< shown value = stored value * factor
    bool integer = false;
    bool nullable = false; ///< an empty field means "none"
    QStringList choices;   ///< not empty: one of these words
    bool flag = false;     ///< a check box
    QString toolTip;
};

/// What can be edited of a node, of a call ("from>to"), of the run.
[[nodiscard]] std::vector<AttributeField> nodeFields(const topology::Node &node);
[[nodiscard]] std::vector<AttributeField> callFields(const topology::Call &call);
[[nodiscard]] std::vector<AttributeField> runFields();

/// The value at a field as the person reads it.
[[nodiscard]] QString fieldText(const AttributeField &field, const simulation::Scenario &scenario);
/// What the person typed as the value to store.
/// @errors InvalidArgument: not a number
[[nodiscard]] Result<QJsonValue> fieldValue(const AttributeField &field, const QString &text);

} // namespace dramatis::ui
