// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/drift.h"
#include "core/persona/persona.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace dramatis::ui {

class ChangeBarDelegate;
class EmptyState;
class Settings;
class ValueTable;

/// An earlier version that the personas can be held against.
struct VersionChoice
{
    PersonaSetId id{};
    QString label; ///< "Version 3, 12 Nov"
};

/// What has become of the personas since an earlier version: a sentence, the fate of each, and of
/// the chosen one every figure then and now.
class PersonaDriftView : public QWidget
{
    Q_OBJECT

public:
    explicit PersonaDriftView(Settings &settings, QWidget *parent = nullptr);

    using QWidget::show;
    /// @param earlier   null where there is no earlier version: then it is said how one comes to be
    /// @param later     null: nothing is shown
    /// @param versions  that `earlier` can be chosen from; `chosen` is the one it is
    void show(const persona::PersonaSetPtr &earlier,
              const persona::PersonaSetPtr &later,
              const std::vector<VersionChoice> &versions,
              PersonaSetId chosen);
    [[nodiscard]] const std::vector<persona::PersonaFate> &fates() const { return m_fates; }
    /// Shows the figures of this persona without a signal.
    void setPersona(PersonaId later);

signals:
    void earlierChosen(dramatis::PersonaSetId id);
    /// A persona of the later version; one that is gone is none.
    void personaChosen(dramatis::PersonaId id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildFates();
    [[nodiscard]] QWidget *buildFigures();
    void showFates();
    void showFigures();
    void addFigureRow(const persona::MetricDrift &drift);
    void fitBars();

    std::vector<persona::PersonaFate> m_fates;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QComboBox *m_since;
    QLabel *m_sentence;
    ValueTable *m_list;
    QLabel *m_heading;
    ValueTable *m_figures;
    ChangeBarDelegate *m_bars;
};

} // namespace dramatis::ui
