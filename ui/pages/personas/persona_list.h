// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <QListWidget>

#include <optional>

namespace dramatis::ui {

/// The personas of a set: marker, name, share; rate, p95, grade. F2 renames.
class PersonaList : public QListWidget
{
    Q_OBJECT

public:
    explicit PersonaList(QWidget *parent = nullptr);

    /// Keeps the current persona where it is still there, else the first.
    void setPersonas(const persona::PersonaSet *set);
    [[nodiscard]] std::optional<PersonaId> currentId() const;
    void setCurrentId(PersonaId id);

signals:
    void personaChosen(dramatis::PersonaId id);
    void renamed(dramatis::PersonaId id, const QString &name);
};

} // namespace dramatis::ui
