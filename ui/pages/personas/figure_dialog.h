// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/metrics.h"
#include "core/persona/persona.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace dramatis::ui {

/// Asks for a figure of a persona to be set by hand, or to be again what was measured.
class FigureDialog : public QDialog
{
    Q_OBJECT

public:
    explicit FigureDialog(const persona::Persona &persona, QWidget *parent = nullptr);

    [[nodiscard]] QString metric() const; ///< id
    /// In the metric's unit; none: what was measured.
    [[nodiscard]] std::optional<double> value() const;

private:
    [[nodiscard]] const persona::Metric &chosen() const;
    void showMetric();
    void showReading();

    const persona::Persona &m_persona;
    QComboBox *m_metric;
    QLabel *m_description;
    QLabel *m_measured;
    QDoubleSpinBox *m_value;
    QLabel *m_reading;
    QPushButton *m_reset;
    bool m_isReset = false;
};

} // namespace dramatis::ui
