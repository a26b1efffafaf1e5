// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <QListWidget>

#include <optional>
#include <vector>

namespace dramatis::ui {

/// The personas of a set: marker, name, share; rate, p95, grade. F2 renames; Ctrl and Shift choose
/// several.
class PersonaList : public QListWidget
{
    Q_OBJECT

public:
    explicit PersonaList(QWidget *parent = nullptr);

    /// Keeps the current persona and those chosen where they are still there, else the first.
    /// @param now  that grades are given at, ns
    void setPersonas(const persona::PersonaSet *set, std::int64_t now);
    [[nodiscard]] std::optional<PersonaId> currentId() const;
    /// The height of all rows: what stands below comes right after them.
    [[nodiscard]] QSize sizeHint() const override;
    void setCurrentId(PersonaId id);
    /// Those that are chosen, in the order of the list.
    [[nodiscard]] std::vector<PersonaId> chosenIds() const;

signals:
    void personaChosen(dramatis::PersonaId id);
    /// chosenIds() is another list.
    void choiceChanged();
    /// The row of the noise was clicked.
    void noiseClicked();
    void renamed(dramatis::PersonaId id, const QString &name);
};

} // namespace dramatis::ui
