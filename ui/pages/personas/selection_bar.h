// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace dramatis::ui {

/// What can be done with the windows that are selected: a row above the picture while there are
/// any.
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent = nullptr);

    /// @param windows  hidden with 0
    /// @param set      whose personas windows can be given to; may be null
    void show(std::size_t windows, const persona::PersonaSet *set);
    /// Windows can be moved; else `why` not, as tool tip.
    void setMovable(bool movable, const QString &why = {});

signals:
    /// To none: make them noise.
    void assignRequested(std::optional<dramatis::PersonaId> to);
    void newPersonaRequested();
    void showInCapturesRequested();
    void listRequested();
    void clearRequested();

private:
    QLabel *m_count;
    QToolButton *m_assign;
    QMenu *m_personas;
    QAction *m_new;
    QAction *m_noise;
};

} // namespace dramatis::ui
