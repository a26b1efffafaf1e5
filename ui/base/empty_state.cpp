// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/empty_state.h"

#include "ui/base/buttons.h"
#include "ui/base/dropped_files.h"
#include "ui/base/fonts.h"

#include <QAbstractButton>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kPictureSize = 40;
constexpr int kTextWidth = 440;
constexpr int kCardWidth = 264;
constexpr int kCardPadding = 14;
constexpr int kCardIcon = 16;

/// The icon as a widget: a label's pixmap would not follow the theme.
class Picture final : public QWidget
{
public:
    Picture(Icon which, QWidget *parent) : QWidget(parent), m_icon(which)
    {
        setFixedSize(kPictureSize, kPictureSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, tokensOf(this).text2);
    }

private:
    Icon m_icon;
};

/// Title in the accent, a sentence below it, both inside one button.
class Card final : public QAbstractButton
{
public:
    Card(Icon which, const QString &title, const QString &text, QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(which)
        , m_text(text)
    {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(text);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    }

    QSize sizeHint() const override
    {
        const QRect text = fontMetrics().boundingRect(
            QRect(0, 0, kCardWidth - 2 * kCardPadding, 999), Qt::TextWordWrap, m_text);
        return {kCardWidth, 2 * kCardPadding + fontMetrics().height() + 8 + text.height()};
    }
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(tokens.focus, 2)
                                  : QPen(underMouse() ? tokens.control : tokens.line, 1));
        painter.setBrush(isDown() ? tokens.accentSoft : tokens.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        const QRect inner =
            rect().adjusted(kCardPadding, kCardPadding, -kCardPadding, -kCardPadding);
        const int line = fontMetrics().height();
        paintIcon(
            painter,
            QRectF(inner.left(), inner.top() + (line - kCardIcon) / 2.0, kCardIcon, kCardIcon),
            m_icon,
            tokens.accent);
        painter.setPen(tokens.accent);
        painter.setFont(ui::font(FontRole::Strong));
        painter.drawText(inner.adjusted(kCardIcon + 8, 0, 0, 0), Qt::AlignTop, text());
        painter.setPen(tokens.text2);
        painter.setFont(QWidget::font());
        painter.drawText(
            inner.adjusted(0, line + 8, 0, 0), Qt::AlignTop | Qt::TextWordWrap, m_text);
    }

private:
    Icon m_icon;
    QString m_text;
};

QHBoxLayout *centredRow(QVBoxLayout *column, int spacing)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing);
    row->setAlignment(Qt::AlignHCenter);
    column->addLayout(row);
    return row;
}

/// A paragraph of fixed width in the middle. Between stretches, not aligned: an aligned label is
/// measured at the width of the whole column, and would be too low.
QLabel *addParagraph(QVBoxLayout *column, const QString &text, TextRole role)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setFixedWidth(kTextWidth);
    setTextRole(label, role);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(label);
    row->addStretch(1);
    column->addLayout(row);
    return label;
}

} // namespace

EmptyState::EmptyState(Icon icon, const QString &heading, const QString &reason, QWidget *parent)
    : QFrame(parent)
{
    setAccessibleName(heading);
    setAccessibleDescription(reason);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(new Picture(icon, this), 0, Qt::AlignHCenter);
    column->addSpacing(8);
    auto *title = new QLabel(heading, this);
    title->setAlignment(Qt::AlignCenter);
    setFontRole(title, FontRole::PageTitle);
    column->addWidget(title);
    m_reason = addParagraph(column, reason, TextRole::Secondary);
    column->addSpacing(8);
    m_buttons = centredRow(column, 8);
    column->addSpacing(16);
    m_cards = centredRow(column, 16);
    column->addSpacing(16);
    m_hint = addParagraph(column, {}, TextRole::Hint);
    m_hint->hide();
    column->addStretch(1);
    setPlate(u"surface"_s);
}

void EmptyState::setReason(const QString &reason)
{
    m_reason->setText(reason);
    setAccessibleDescription(reason);
}

QPushButton *EmptyState::setPrimary(QAction *action)
{
    QPushButton *button = makeButton(action, ButtonRole::Primary, this);
    m_buttons->insertWidget(0, button);
    return button;
}

QPushButton *EmptyState::addAction(QAction *action)
{
    QPushButton *button = makeButton(action, ButtonRole::Plain, this);
    m_buttons->addWidget(button);
    return button;
}

QAbstractButton *EmptyState::addCard(Icon icon, const QString &title, const QString &text)
{
    auto *card = new Card(icon, title, text, this);
    m_cards->addWidget(card);
    return card;
}

void EmptyState::setHint(const QString &text)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
}

void EmptyState::setAcceptFiles(bool accept)
{
    setAcceptDrops(accept);
    setPlate(accept ? u"drop"_s : u"surface"_s);
}

void EmptyState::setPlate(const QString &plate)
{
    setProperty("plate", plate);
    style()->unpolish(this);
    style()->polish(this);
}

void EmptyState::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    setPlate(u"dropActive"_s);
}

void EmptyState::dragLeaveEvent(QDragLeaveEvent *)
{
    setPlate(u"drop"_s);
}

void EmptyState::dropEvent(QDropEvent *event)
{
    setPlate(u"drop"_s);
    const QStringList files = droppedFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    emit filesDropped(files);
}

} // namespace dramatis::ui
