// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <vector>

namespace dramatis::ui {

/// One figure that matters: "Requests, mean", "63.2", "req/s".
struct KeyFigure
{
    QString label;
    QString figure;
    QString unit;
    QString toolTip;           ///< the reason, if the figure is unknown
    bool isExpendable = false; ///< left out where the row is too narrow for all

    bool operator==(const KeyFigure &) const = default;
};

/// The figure of a text of core/base/text.h: what stands behind its narrow space is the unit, which
/// is drawn smaller.
[[nodiscard]] KeyFigure
keyFigure(const QString &label, const QString &shown, bool isExpendable = false);

/// A row of key figures in cells as wide as their texts ask for, divided by lines. Where it is too
/// narrow, expendable figures go, the last of them first.
class KeyFigures : public QWidget
{
    Q_OBJECT

public:
    explicit KeyFigures(QWidget *parent = nullptr);

    void setFigures(const QList<KeyFigure> &figures);
    [[nodiscard]] const QList<KeyFigure> &figures() const { return m_figures; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Cell
    {
        qsizetype figure = 0;
        double left = 0; ///< the line before it
        double right = 0;
    };
    [[nodiscard]] double askedWidth(const KeyFigure &figure) const;
    [[nodiscard]] std::vector<Cell> cells() const;

    QList<KeyFigure> m_figures;
};

} // namespace dramatis::ui
