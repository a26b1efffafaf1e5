// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"
#include "ui/base/inspector_section.h"

class QAction;

namespace dramatis::ui {

/// A persona as the inspector shows it: confidence with its parts, behaviour, hours of the week,
/// peaks.
class PersonaCard : public Inspector
{
    Q_OBJECT

public:
    explicit PersonaCard(QWidget *parent = nullptr);

    /// @param now  for the age of the data, ns
    void show(const persona::Persona &persona, std::int64_t now);

signals:
    void renameRequested();
    void pinRequested(bool pinned);
    void simulateRequested();

private:
    void showHead(const persona::Persona &persona);
    void showConfidence(const persona::Persona &persona, std::int64_t now);
    void showBehaviour(const persona::Persona &persona);
    void showPeaks(const persona::Persona &persona);
};

/// "Fri 19:00, 3.4 × mean" for the busiest hours, in words.
[[nodiscard]] QString peakSentence(const persona::PeakTimes &peak);

} // namespace dramatis::ui
