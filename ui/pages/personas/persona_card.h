// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clustering/explanation.h"
#include "core/persona/grade.h"
#include "core/persona/persona.h"
#include "core/traffic/feature_space.h"
#include "ui/base/grade_meter.h"
#include "ui/base/inspector_section.h"

#include <span>

class QAction;

namespace dramatis::ui {

/// What a card offers to do with its persona.
struct PersonaCardActions
{
    QAction *rename = nullptr;
    QAction *pin = nullptr; ///< checkable
    QAction *split = nullptr;
    QAction *edit = nullptr;
    QAction *exportLoad = nullptr;
};

/// A persona as the inspector shows it: grade with its parts, behaviour, what sets it apart,
/// distributions, whether it reproduces its traffic, hours of the week, peaks.
class PersonaCard : public Inspector
{
    Q_OBJECT

public:
    explicit PersonaCard(const PersonaCardActions &actions, QWidget *parent = nullptr);

    /// @param now      for the age of the data, ns
    /// @param effects  why its cluster is one, the strongest first; empty while it is not known
    void show(const persona::Persona &persona,
              const persona::PersonaSet &set,
              std::span<const clustering::FeatureEffect> effects,
              std::int64_t now);

private:
    void showHead(const persona::Persona &persona);
    void
    showGrade(const persona::Persona &persona, const persona::PersonaSet &set, std::int64_t now);
    void showBehaviour(const persona::Persona &persona);
    void showEffects(std::span<const clustering::FeatureEffect> effects,
                     const std::vector<traffic::FeatureColumn> &features);
    void showDistributions(const persona::Persona &persona);
    void showOperations(const persona::Persona &persona);
    void showGoodness(const persona::Persona &persona);
    void showPeaks(const persona::Persona &persona);

    PersonaCardActions m_actions;
};

/// "Fri 19:00, 3.4 × mean" for the busiest hours, in words.
[[nodiscard]] QString peakSentence(const persona::PeakTimes &peak);
/// The parts of a grade as the meter shows them.
[[nodiscard]] QList<GradePart> gradeParts(const persona::ConfidenceGrade &grade);

} // namespace dramatis::ui
