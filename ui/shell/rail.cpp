// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/base/fonts.h"
#include "ui/base/tokens.h"

#include <QAbstractButton>
#include <QAction>
#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kRailWidth = 76;
constexpr int kSide = 7; ///< between the edge of the rail and the plate of a button
constexpr int kIconSize = 20;
constexpr int kIconTop = 10;
constexpr int kTextTop = 34;
constexpr int kBottom = 8;
constexpr int kBarWidth = 3;
constexpr double kRadius = 6;

/// Icon above a caption of one or two lines; the chosen one has a plate and a bar at the edge.
class RailButton final : public QAbstractButton
{
public:
    RailButton(Icon which, const QString &title, QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(which)
    {
        setText(title);
        setAccessibleName(title);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    }

    /// As wide as the rail of the design, wider if a word of large text needs it.
    QSize sizeHint() const override
    {
        QFont bold = captionFont();
        bold.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(bold);
        int width = kRailWidth;
        for (const QString &word : caption().split(u' '))
            width = qMax(width, metrics.horizontalAdvance(word) + 2 * kSide + 4);
        const QRect text = metrics.boundingRect(
            QRect(0, 0, width - 2 * kSide, 99), Qt::AlignHCenter | Qt::TextWordWrap, caption());
        return {width, kTextTop + text.height() + kBottom};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF plate = QRectF(rect()).adjusted(kSide, 1, -kSide, -1);
        painter.setPen(Qt::NoPen);
        if (isChecked() || underMouse() || isDown()) {
            painter.setBrush(isChecked() || isDown() ? tokens.accentSoft
                             : tokens.dark           ? tokens.raised
                                                     : tokens.sunken);
            painter.drawRoundedRect(plate, kRadius, kRadius);
        }
        if (isChecked())
            painter.fillRect(QRectF(0, plate.top() + 10, kBarWidth, plate.height() - 20),
                             tokens.accent);
        const QColor ink = isChecked() ? tokens.accent : tokens.text2;
        paintIcon(painter,
                  QRectF((width() - kIconSize) / 2.0, kIconTop, kIconSize, kIconSize),
                  m_icon,
                  ink);
        painter.setFont(captionFont());
        painter.setPen(ink);
        painter.drawText(QRect(kSide, kTextTop, width() - 2 * kSide, height() - kTextTop),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                         caption());
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(tokens.focus, 2));
            painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), kRadius, kRadius);
        }
    }

private:
    QFont captionFont() const
    {
        QFont caption = ui::font(FontRole::Caption);
        if (isChecked())
            caption.setWeight(QFont::DemiBold);
        return caption;
    }
    QString caption() const { return text().remove(u'&'); }

    Icon m_icon;
};

} // namespace

Rail::Rail(QWidget *parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
    , m_column(new QVBoxLayout(this))
{
    setProperty("plate", u"rail"_s);
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_column->setContentsMargins(0, 7, 1, 7); // and the line
    m_column->setSpacing(4);
    m_column->addStretch(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked)
            emit pageChosen(index);
    });
}

int Rail::addPage(Icon icon, const QString &title, const QString &shortcut)
{
    auto *button = new RailButton(icon, title, this);
    button->setCheckable(true);
    button->setToolTip(shortcut.isEmpty() ? title : QString(title + u" (" + shortcut + u')'));
    m_group->addButton(button, m_pages);
    m_column->insertWidget(m_pages, button);
    return m_pages++;
}

void Rail::addBottom(Icon icon, QAction *action)
{
    QString text = action->text();
    text.remove(u'…');
    auto *button = new RailButton(icon, text, this);
    button->setToolTip(action->toolTip());
    connect(button, &QAbstractButton::clicked, action, [action] { action->trigger(); });
    m_column->addWidget(button);
}

void Rail::setCurrent(int index)
{
    m_group->button(index)->setChecked(true);
}

} // namespace dramatis::ui
