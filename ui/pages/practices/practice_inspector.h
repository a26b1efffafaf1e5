// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/advice.h"

#include <QWidget>

namespace dramatis::ui {

class Inspector;
class InspectorSection;

/// The evidence of what is selected: a finding with its rule, a recommendation with its effects, and the grade
/// of confidence of the whole.
class PracticeInspector : public QWidget
{
    Q_OBJECT

public:
    explicit PracticeInspector(QWidget *parent = nullptr);

    /// @param rule       of the finding, or nullptr
    /// @param unadvised  why there is no recommendation for it; empty: there is one, or nobody asked
    void showFinding(const practice::Finding &finding,
                     const practice::Rule *rule,
                     const QString &unadvised,
                     const practice::ConfidenceGrade &grade);
    void showRecommendation(const practice::Recommendation &recommendation, const practice::Rule *rule);
    /// Nothing selected.
    void showGrade(const practice::ConfidenceGrade &grade);
    void clear();

private:
    void addRule(const practice::Finding *finding, const practice::Rule *rule);
    void addGrade(const practice::ConfidenceGrade &grade);
    static void addText(InspectorSection &section, const QString &text, bool secondary = false);

    Inspector *m_inspector;
};

} // namespace dramatis::ui
