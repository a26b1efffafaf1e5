// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"

#include <QAbstractButton>
#include <QList>
#include <QString>

class QPainter;
class QRectF;

namespace dramatis::ui {

/// One of the parts that a grade is the smallest or mean of.
struct GradePart
{
    QString name;       ///< "Volume"
    QString detail;     ///< "4 318 windows"; may be empty
    double value = 0.0; ///< in [0, 1]; NaN is unknown

    bool operator==(const GradePart &) const = default;
};

/// "high" from 0.8, "medium" from 0.5, else "low"; "unknown" for NaN.
[[nodiscard]] QString gradeWord(double value);
/// The five segments, for own painting; the last one is filled in part.
void paintGrade(QPainter &painter, const QRectF &rect, double value, const Tokens &tokens);

/// The parts of a grade as rows: name, detail, bar, figure.
class GradeParts : public QWidget
{
    Q_OBJECT

public:
    explicit GradeParts(QWidget *parent = nullptr);
    void setParts(const QList<GradePart> &parts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<GradePart> m_parts;
};

/// The one meter for every grade: five segments, the figure, the word. A click shows its parts.
class GradeMeter : public QAbstractButton
{
    Q_OBJECT

public:
    explicit GradeMeter(QWidget *parent = nullptr);

    /// @param value  in [0, 1]; NaN shows as unknown
    void setGrade(double value, const QList<GradePart> &parts = {});
    [[nodiscard]] double value() const { return m_value; }
    /// "0.91 high"
    [[nodiscard]] QString gradeText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showParts();

    double m_value;
    QList<GradePart> m_parts;
};

} // namespace dramatis::ui
