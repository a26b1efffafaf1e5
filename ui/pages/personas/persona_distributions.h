// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <QWidget>

#include <vector>

class QComboBox;

namespace dramatis::ui {

class LinePlot;

/// The quantile functions of a persona, one at a time: how large, how slow, how far apart its
/// requests are, from the least to the greatest.
class PersonaDistributions : public QWidget
{
    Q_OBJECT

public:
    explicit PersonaDistributions(const persona::Persona &persona, QWidget *parent = nullptr);

    /// Whether any of them is known.
    [[nodiscard]] bool isEmpty() const { return m_quantities.empty(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Quantity
    {
        QString name;
        persona::QuantileFunction values; ///< in the unit of its title
        QString title;
    };

    void add(const QString &name, const persona::QuantileFunction &values, bool isTime);
    void showChosen();

    int m_style;
    std::vector<Quantity> m_quantities;
    QComboBox *m_chooser;
    LinePlot *m_plot;
};

} // namespace dramatis::ui
