// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/state_label.h"

#include "ui/base/icons.h"

#include <QPainter>

namespace dramatis::ui {

namespace {

constexpr int kGlyph = 16;
constexpr int kGlyphGap = 6;
constexpr int kPadding = 8;
constexpr int kRadius = 4;
constexpr int kHeight = 24;

} // namespace

StateLabel::StateLabel(State state, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setState(state, text);
}

void StateLabel::setState(State state, const QString &text)
{
    m_state = state;
    m_text = text;
    setAccessibleName(QString(stateWord(state) + u": " + text));
    updateGeometry();
    update();
}

void StateLabel::setFilled(bool filled)
{
    m_filled = filled;
    updateGeometry();
    update();
}

void StateLabel::setWrapped(bool wrapped)
{
    m_wrapped = wrapped;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(wrapped);
    policy.setVerticalPolicy(wrapped ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    setSizePolicy(policy);
    updateGeometry();
    update();
}

int StateLabel::heightForWidth(int width) const
{
    if (!m_wrapped)
        return sizeHint().height();
    const QRect room(0, 0, qMax(1, width - kGlyph - kGlyphGap), QWIDGETSIZE_MAX);
    const int text = fontMetrics().boundingRect(room, Qt::TextWordWrap, m_text).height();
    return qMax(kHeight, text + 4);
}

QSize StateLabel::sizeHint() const
{
    const int padding = m_filled ? 2 * kPadding : 0;
    // One more: the advance is rounded, and a fraction too little would cut the text.
    return {kGlyph + kGlyphGap + fontMetrics().horizontalAdvance(m_text) + 1 + padding,
            qMax(kHeight, fontMetrics().height() + 4)};
}

QSize StateLabel::minimumSizeHint() const
{
    return {kGlyph + kGlyphGap + fontMetrics().averageCharWidth() * 6, sizeHint().height()};
}

void StateLabel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int left = m_filled ? kPadding : 0;
    if (m_filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_state == State::Undecided
                             ? QBrush(tokens.stateFill(m_state), Qt::BDiagPattern)
                             : QBrush(tokens.stateFill(m_state)));
        painter.drawRoundedRect(rect(), kRadius, kRadius);
    }
    const double glyphTop = m_wrapped ? (kHeight - kGlyph) / 2.0 : (height() - kGlyph) / 2.0;
    paintState(painter, QRectF(left, glyphTop, kGlyph, kGlyph), m_state, tokens);
    painter.setPen(m_filled ? tokens.state(m_state) : isEnabled() ? tokens.text : tokens.disabled);
    const QRect textRect = rect().adjusted(left + kGlyph + kGlyphGap, 0, -left, 0);
    if (m_wrapped) {
        painter.drawText(textRect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_text);
        return;
    }
    painter.drawText(textRect,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideMiddle, textRect.width()));
}

QString stateWord(State state)
{
    switch (state) {
    case State::Ok:
        return StateLabel::tr("ok");
    case State::Info:
        return StateLabel::tr("note");
    case State::Warning:
        return StateLabel::tr("warning");
    case State::Undecided:
        return StateLabel::tr("undecided");
    case State::Critical:
        return StateLabel::tr("critical");
    }
    Q_UNREACHABLE();
}

} // namespace dramatis::ui
