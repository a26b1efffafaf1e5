// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <QObject>

#include <vector>

class QAction;

namespace dramatis::ui {

class PersonaEditor;

/// What the page offers to do with the personas that are chosen, with the questions that this
/// takes.
class PersonaActions : public QObject
{
    Q_OBJECT

public:
    /// @param window  parent of the dialogs
    PersonaActions(PersonaEditor &editor, QWidget *window);

    /// @param chosen        personas of `set`, which may be null
    /// @param hasWindows    windows can be moved between personas
    void setChoice(persona::PersonaSetPtr set, std::vector<PersonaId> chosen, bool hasWindows);

    [[nodiscard]] QAction *pin() const { return m_pin; }
    [[nodiscard]] QAction *merge() const { return m_merge; }
    [[nodiscard]] QAction *split() const { return m_split; }
    [[nodiscard]] QAction *setFigure() const { return m_setFigure; }
    [[nodiscard]] QAction *keepVersion() const { return m_keepVersion; }
    [[nodiscard]] QAction *exportLoad() const { return m_exportLoad; }
    [[nodiscard]] QAction *exportSet() const { return m_exportSet; }
    [[nodiscard]] QAction *importSet() const { return m_importSet; }

signals:
    /// One sentence for the status bar: what was done.
    void done(const QString &text);

private:
    void makeActions();
    [[nodiscard]] const persona::Persona *first() const;
    void askParts();
    void askFigure();
    void askExportLoad();
    void askExportSet();
    void askImportSet();

    PersonaEditor &m_editor;
    QWidget *m_window;
    persona::PersonaSetPtr m_set;
    std::vector<PersonaId> m_chosen;
    QAction *m_pin;
    QAction *m_merge;
    QAction *m_split;
    QAction *m_setFigure;
    QAction *m_keepVersion;
    QAction *m_exportLoad;
    QAction *m_exportSet;
    QAction *m_importSet;
};

} // namespace dramatis::ui
