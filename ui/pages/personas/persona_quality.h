// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <QWidget>

namespace dramatis::ui {

class InspectorSection;

/// How far to trust the clusters of a set, each figure with what it means, and what a reader must
/// know of the capture to take the personas for what they are.
class PersonaQuality : public QWidget
{
    Q_OBJECT

public:
    explicit PersonaQuality(QWidget *parent = nullptr);

    /// @param set        null hides it
    /// @param isJudging  what is not known yet is being measured
    void show(const persona::PersonaSet *set, bool isJudging);

private:
    void addFigure(const QString &name, double value, const QString &meaning, const QString &why);

    InspectorSection *m_figures;
    InspectorSection *m_notes;
};

} // namespace dramatis::ui
