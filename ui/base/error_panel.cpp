// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/error_panel.h"

#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kGlyph = 20;
constexpr int kMessageWidth = 420;
constexpr int kErrorBarHeight = 32;

class Glyph final : public QWidget
{
public:
    explicit Glyph(QWidget *parent) : QWidget(parent) { setFixedSize(kGlyph, kGlyph); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintState(painter, rect(), State::Critical, tokensOf(this));
    }
};

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFixedWidth(kMessageWidth);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ErrorPanel::ErrorPanel(QWidget *parent)
    : QFrame(parent)
    , m_happened(wrapped(this))
    , m_why(wrapped(this))
    , m_details(wrapped(this))
    , m_buttons(new QHBoxLayout)
    , m_detailsButton(new QToolButton(this))
{
    setProperty("plate", u"surface"_s);
    setFontRole(m_happened, FontRole::Strong);
    setTextRole(m_why, TextRole::Secondary);
    setTextRole(m_details, TextRole::Secondary);
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setCheckable(true);
    connect(m_detailsButton, &QToolButton::toggled, this, &ErrorPanel::showDetails);
    auto *copyAction = new QAction(tr("Copy"), this);
    connect(copyAction, &QAction::triggered, this, &ErrorPanel::copy);
    m_buttons->setSpacing(8);
    m_buttons->addWidget(makeButton(copyAction, ButtonRole::Plain, this));
    m_buttons->addWidget(m_detailsButton);
    m_buttons->addStretch(1);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(m_happened);
    texts->addWidget(m_why);
    texts->addSpacing(6);
    texts->addLayout(m_buttons);
    texts->addWidget(m_details);
    auto *block = new QHBoxLayout;
    block->setSpacing(12);
    block->addStretch(1);
    block->addWidget(new Glyph(this), 0, Qt::AlignTop);
    block->addLayout(texts);
    block->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->addStretch(1);
    column->addLayout(block);
    column->addStretch(2);
    m_details->hide();
}

void ErrorPanel::setError(const QString &happened, const Error &error)
{
    m_error = error;
    m_happenedText = happened;
    m_happened->setText(happened.isEmpty() ? error.message : happened);
    m_why->setText(happened.isEmpty() ? QString() : error.message);
    m_why->setVisible(!m_why->text().isEmpty());
    m_details->setText(error.context.join(u'\n'));
    m_detailsButton->setVisible(!error.context.isEmpty());
    m_detailsButton->setChecked(false);
    setAccessibleName(QString(m_happened->text() + u' ' + m_why->text()));
}

void ErrorPanel::addAction(QAction *action)
{
    // Before Copy, Details and the stretch.
    m_buttons->insertWidget(m_buttons->count() - 3, makeButton(action, ButtonRole::Plain, this));
}

void ErrorPanel::copy()
{
    const QString text = m_happenedText.isEmpty()
                             ? m_error.toString()
                             : QString(m_happenedText + u'\n' + m_error.toString());
    QGuiApplication::clipboard()->setText(text);
}

void ErrorPanel::showDetails(bool shown)
{
    m_details->setVisible(shown);
}

PartialErrorBar::PartialErrorBar(QWidget *parent)
    : QFrame(parent)
    , m_message(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    m_message->setTextFormat(Qt::PlainText);
    m_row->setContentsMargins(40, 0, 8, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_message, 1);
    auto *close = new QAction(icon(Icon::Close, IconInk::Secondary), tr("Hide this message"), this);
    connect(close, &QAction::triggered, this, &QWidget::hide);
    m_row->addWidget(makeToolButton(close, this));
    setMinimumHeight(kErrorBarHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void PartialErrorBar::showMessage(const QString &message, const QString &details)
{
    m_message->setText(message);
    setToolTip(details);
    setAccessibleName(message);
    show();
}

void PartialErrorBar::addAction(QAction *action)
{
    auto *button = makeButton(action, ButtonRole::Plain, this);
    setButtonRole(button, ButtonRole::Plain, true);
    m_row->insertWidget(m_row->count() - 1, button);
}

void PartialErrorBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(rect(), tokens.stateFill(State::Warning));
    painter.fillRect(0, height() - 1, width(), 1, tokens.line);
    paintState(painter, QRectF(14, (height() - 16) / 2.0, 16, 16), State::Warning, tokens);
}

} // namespace dramatis::ui
