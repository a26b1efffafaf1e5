// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/assessment.h"

#include <QWidget>

#include <optional>

namespace dramatis::ui {

/// A measured value with its interval against the threshold of a rule, on one small scale; the side that
/// deviates is tinted.
class ThresholdScale : public QWidget
{
    Q_OBJECT

public:
    explicit ThresholdScale(QWidget *parent = nullptr);
    /// Shows nothing where the value is unknown.
    void setFinding(const practice::Finding &finding);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<practice::Finding> m_finding;
};

} // namespace dramatis::ui
