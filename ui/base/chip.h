// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/markers.h"

#include <QSizeF>
#include <QString>
#include <QWidget>

class QPainter;

namespace dramatis::ui {

/// Size of a persona's chip (marker and name) in the font of `painter`.
[[nodiscard]] QSizeF chipSize(const QFont &font, const QString &name);
/// Paints a chip with its left upper corner in `topLeft`: raised plate, marker, name. A selected
/// chip has a ring in the accent.
void paintChip(QPainter &painter,
               const QPointF &topLeft,
               const PersonaStyle &style,
               const QString &name,
               bool selected,
               const Tokens &tokens);

/// A persona's marker as a widget, 16 px.
class MarkerWidget : public QWidget
{
    Q_OBJECT

public:
    /// @param ordinal  of the persona; see personaStyle()
    explicit MarkerWidget(std::size_t ordinal, QWidget *parent = nullptr);
    void setOrdinal(std::size_t ordinal);
    [[nodiscard]] QSize sizeHint() const override { return {16, 16}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::size_t m_ordinal;
};

} // namespace dramatis::ui
