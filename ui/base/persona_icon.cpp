// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/persona_icon.h"

#include "ui/base/markers.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

#include <optional>

namespace dramatis::ui {

namespace {

constexpr double kMarkerShare = 0.7; ///< of the icon's side

/// Asks for the tokens at each paint, so a change of the theme needs no new icons.
class PersonaIconEngine final : public QIconEngine
{
public:
    /// @param ordinal  none for noise
    explicit PersonaIconEngine(std::optional<std::size_t> ordinal) : m_ordinal(ordinal) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Tokens &tokens = tokensOf(QApplication::palette());
        if (!m_ordinal) {
            paintNoiseMarker(*painter, rect, tokens);
            return;
        }
        PersonaStyle style = personaStyle(*m_ordinal, tokens);
        if (mode == QIcon::Disabled)
            style.color = tokens.disabled;
        const double side = kMarkerShare * qMin(rect.width(), rect.height());
        QRectF marker(0, 0, side, side);
        marker.moveCenter(QRectF(rect).center());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintMarker(*painter, marker, style);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new PersonaIconEngine(*this); }

private:
    std::optional<std::size_t> m_ordinal;
};

} // namespace

QIcon personaIcon(std::size_t ordinal)
{
    return QIcon(new PersonaIconEngine(ordinal));
}

QIcon noiseIcon()
{
    return QIcon(new PersonaIconEngine(std::nullopt));
}

} // namespace dramatis::ui
