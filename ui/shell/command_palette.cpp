// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/base/search_box.h"
#include "ui/base/tokens.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 380;
constexpr int kTop = 40;
constexpr int kRowHeight = 30;
constexpr int kPadding = 12;

enum Role { PlaceRole = Qt::UserRole, ShortcutRole, IndexRole };

/// Place and name on the left, shortcut on the right.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, qMax(kRowHeight, option.fontMetrics.height() + 10)};
    }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        painter->fillRect(option.rect, selected ? tokens.accentSoft : tokens.raised);
        const QRect row = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        const QString place = index.data(PlaceRole).toString();
        int left = 0;
        painter->setFont(option.font);
        if (!place.isEmpty()) {
            const QString prefix = QString(place + u"  ›  ");
            painter->setPen(selected ? tokens.text2 : tokens.text3);
            painter->drawText(row, Qt::AlignVCenter | Qt::AlignLeft, prefix);
            left = option.fontMetrics.horizontalAdvance(prefix);
        }
        painter->setPen(tokens.text);
        painter->drawText(row.adjusted(left, 0, 0, 0),
                          Qt::AlignVCenter | Qt::AlignLeft,
                          index.data(Qt::DisplayRole).toString());
        painter->setPen(selected ? tokens.text2 : tokens.text3);
        painter->drawText(
            row, Qt::AlignVCenter | Qt::AlignRight, index.data(ShortcutRole).toString());
    }
};

} // namespace

bool matchesWords(const QString &text, const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_search(new SearchBox(tr("Go to anything"), this))
    , m_list(new QListWidget(this))
{
    setProperty("plate", u"popup"_s);
    setAccessibleName(tr("Go to anything"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // typing goes on while one chooses
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 8, 1, 4);
    column->setSpacing(6);
    auto *line = new QVBoxLayout;
    line->setContentsMargins(8, 0, 8, 0);
    line->addWidget(m_search);
    column->addLayout(line);
    column->addWidget(m_list);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
}

void CommandPalette::open(QList<Command> commands)
{
    m_commands = std::move(commands);
    m_search->clear();
    filter({});
    const QWidget *window = parentWidget();
    const int width = qMin(kWidth, window->width() - 2 * kTop);
    const QPoint corner((window->width() - width) / 2, kTop);
    setGeometry(QRect(window->mapToGlobal(corner), QSize(width, qMin(kHeight, window->height()))));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter(const QString &text)
{
    m_list->clear();
    for (int i = 0; i < int(m_commands.size()); ++i) {
        const Command &command = m_commands[i];
        if (!matchesWords(QString(command.place + u' ' + command.name), text))
            continue;
        auto *item = new QListWidgetItem(command.name, m_list);
        item->setData(PlaceRole, command.place);
        item->setData(ShortcutRole, command.shortcut);
        item->setData(IndexRole, i);
        item->setData(Qt::AccessibleTextRole, QString(command.place + u' ' + command.name));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const auto run = m_commands[item->data(IndexRole).toInt()].run;
    close(); // first: what runs may open a dialog
    run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runCurrent();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down: {
            const int step = key->key() == Qt::Key_Up ? -1 : 1;
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace dramatis::ui
