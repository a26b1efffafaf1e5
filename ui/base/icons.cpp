// SPDX-License-Identifier: GPL-3.0-or-later
//
// The SVG files draw in black (#000000) and, in the state glyphs, the mark in white (#ffffff). Both
// are replaced by tokens before rendering, at each paint, so a change of the theme needs no new
// icons.
#include "ui/base/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cstddef>
#include <optional>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr std::size_t kIconCount = std::size_t(Icon::Count_);

constexpr std::array<const char16_t *, kIconCount> kNames{
    u"captures",      u"personas",      u"simulation",
    u"practices",     u"report",        u"present",
    u"import",        u"follow",        u"play",
    u"pause",         u"step",          u"stop",
    u"speed",         u"search",        u"filter",
    u"columns",       u"zoom-in",       u"zoom-out",
    u"fit",           u"layout",        u"overview",
    u"undo",          u"redo",          u"add",
    u"remove",        u"rename",        u"duplicate",
    u"merge",         u"split",         u"pin",
    u"lock",          u"lasso",         u"brush",
    u"range",         u"export",        u"copy",
    u"compare",       u"history",       u"fault",
    u"zone",          u"user",          u"balancer",
    u"service",       u"cache",         u"database",
    u"queue",         u"external",      u"accept",
    u"reject",        u"evidence",      u"terminal",
    u"settings",      u"theme",         u"help",
    u"file",          u"close",         u"chevron-down",
    u"chevron-right", u"more",          u"state-ok",
    u"state-info",    u"state-warning", u"state-undecided",
    u"state-critical"};

/// The bytes of a drawing; read once. Icons are painted in the thread of the window only.
const QByteArray &source(Icon which)
{
    static std::array<QByteArray, kIconCount> sources;
    QByteArray &bytes = sources.at(std::size_t(which));
    if (bytes.isEmpty()) {
        QFile file(iconPath(which));
        if (file.open(QIODevice::ReadOnly))
            bytes = file.readAll();
        Q_ASSERT_X(!bytes.isEmpty(), "icon", "no such drawing in the resources");
    }
    return bytes;
}

/// Square and centred in `rect`, whatever its proportion.
QRectF squareIn(const QRectF &rect)
{
    const double side = qMin(rect.width(), rect.height());
    return {rect.center().x() - side / 2, rect.center().y() - side / 2, side, side};
}

void render(
    QPainter &painter, const QRectF &rect, Icon which, const QColor &color, const QColor &ground)
{
    QByteArray svg = source(which);
    svg.replace("#000000", color.name().toLatin1());
    svg.replace("#ffffff", ground.name().toLatin1());
    QSvgRenderer renderer(svg);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * double(color.alphaF()));
    renderer.render(&painter, squareIn(rect));
    painter.restore();
}

std::optional<State> stateOf(Icon which)
{
    for (const State state : kStates) {
        if (stateGlyph(state) == which)
            return state;
    }
    return std::nullopt;
}

class IconEngine final : public QIconEngine
{
public:
    IconEngine(Icon which, IconInk ink) : m_icon(which), m_ink(ink) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const Tokens &tokens = tokensOf(QApplication::palette());
        render(*painter, rect, m_icon, color(tokens, mode, state), tokens.surface);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap
    scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const Tokens &tokens = tokensOf(QApplication::palette());
        const QString key = u"dramatis-icon/%1/%2/%3x%4/%5"_s.arg(int(m_icon))
                                .arg(color(tokens, mode, state).rgba())
                                .arg(size.width())
                                .arg(size.height())
                                .arg(scale);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        {
            QPainter painter(&pixmap);
            paint(&painter, QRect(QPoint(), size), mode, state);
        }
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new IconEngine(*this); }

private:
    [[nodiscard]] QColor color(const Tokens &tokens, QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return tokens.disabled;
        if (const auto shown = stateOf(m_icon))
            return tokens.state(*shown);
        if (state == QIcon::On)
            return tokens.accent;
        switch (m_ink) {
        case IconInk::Text:
            return tokens.text;
        case IconInk::Secondary:
            return tokens.text2;
        case IconInk::Accent:
            return tokens.accent;
        case IconInk::Critical:
            return tokens.critical;
        }
        Q_UNREACHABLE();
    }

    Icon m_icon;
    IconInk m_ink;
};

/// An icon in another ink.
class OnAccentEngine final : public QIconEngine
{
public:
    explicit OnAccentEngine(QIcon source) : m_source(std::move(source)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap pixmap = m_source.pixmap(size, 1.0, mode, state);
        if (mode != QIcon::Disabled && !pixmap.isNull()) {
            QPainter painter(&pixmap);
            painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
            painter.fillRect(pixmap.rect(), tokensOf(QApplication::palette()).onAccent);
        }
        return pixmap;
    }

    QIconEngine *clone() const override { return new OnAccentEngine(*this); }

private:
    QIcon m_source;
};

} // namespace

QIcon onAccent(const QIcon &source)
{
    return QIcon(new OnAccentEngine(source));
}

QIcon icon(Icon which, IconInk ink)
{
    return QIcon(new IconEngine(which, ink));
}

QIcon stateIcon(State state)
{
    return icon(stateGlyph(state));
}

Icon stateGlyph(State state)
{
    switch (state) {
    case State::Ok:
        return Icon::StateOk;
    case State::Info:
        return Icon::StateInfo;
    case State::Warning:
        return Icon::StateWarning;
    case State::Undecided:
        return Icon::StateUndecided;
    case State::Critical:
        return Icon::StateCritical;
    }
    Q_UNREACHABLE();
}

void paintIcon(QPainter &painter, const QRectF &rect, Icon which, const QColor &color)
{
    render(painter, rect, which, color, Qt::white);
}

void paintState(QPainter &painter, const QRectF &rect, State state, const Tokens &tokens)
{
    render(painter, rect, stateGlyph(state), tokens.state(state), tokens.surface);
}

QString iconPath(Icon which)
{
    return u":/icons/%1.svg"_s.arg(QStringView(kNames.at(std::size_t(which))));
}

} // namespace dramatis::ui
