// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/base/entry_list.h"

#include "ui/base/fonts.h"
#include "ui/base/icons.h"

#include <QApplication>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kId = Qt::UserRole;
constexpr int kSide = 12;
constexpr int kGlyph = 16;
constexpr int kGap = 8;

/// Paints an Entry; the entries belong to the list.
class EntryDelegate : public QStyledItemDelegate
{
public:
    EntryDelegate(const std::vector<Entry> &entries, QObject *parent)
        : QStyledItemDelegate(parent), m_entries(entries)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const Entry &entry = at(index);
        const int line = QFontMetrics(font(FontRole::Body)).height();
        return {0, entry.subtitle.isEmpty() ? line + 12 : 2 * line + 14};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Entry &entry = at(index);
        const Tokens &tokens = tokensOf(option.widget);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected)
            painter->fillRect(option.rect, tokens.accentSoft);
        painter->setPen(tokens.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect rect = option.rect.adjusted(kSide, 0, -kSide, 0);
        if (entry.expandable)
            paintIcon(*painter,
                      takeLeft(rect, 12),
                      entry.expanded ? Icon::ChevronDown : Icon::ChevronRight,
                      tokens.text2);
        if (entry.state)
            paintState(*painter,
                       entry.heading ? takeLeft(rect, kGlyph) : takeRight(rect, kGlyph),
                       *entry.state,
                       tokens);
        paintTexts(*painter, rect, entry, selected, tokens);
        if (option.state & QStyle::State_HasFocus && selected) {
            painter->setPen(QPen(tokens.focus, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    [[nodiscard]] const Entry &at(const QModelIndex &index) const
    {
        return m_entries[static_cast<std::size_t>(index.row())];
    }

    static QRectF takeLeft(QRect &rect, int size)
    {
        const QRectF taken(rect.left(), rect.center().y() - size / 2 + 1, size, size);
        rect.setLeft(rect.left() + size + kGap);
        return taken;
    }

    static QRectF takeRight(QRect &rect, int size)
    {
        const QRectF taken(rect.right() - size, rect.center().y() - size / 2 + 1, size, size);
        rect.setRight(rect.right() - size - kGap);
        return taken;
    }

    static void paintTexts(QPainter &painter,
                           QRect rect,
                           const Entry &entry,
                           bool selected,
                           const Tokens &tokens)
    {
        const bool twoLines = !entry.subtitle.isEmpty();
        const QFont titleFont = font(twoLines ? FontRole::Strong : FontRole::Body);
        const QFontMetrics metrics(titleFont);
        QRect first = rect;
        if (twoLines)
            first = QRect(rect.left(), rect.top() + 5, rect.width(), metrics.height());
        if (!entry.right.isEmpty()) {
            const QFont figures = figureFont(FontRole::Body);
            painter.setFont(figures);
            painter.setPen(entry.heading ? tokens.text2 : tokens.text);
            painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, entry.right);
            first.setRight(first.right() - QFontMetrics(figures).horizontalAdvance(entry.right) - kGap);
        }
        if (!entry.lead.isEmpty()) {
            painter.setFont(figureFont(FontRole::Body));
            painter.setPen(tokens.text2);
            painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, entry.lead);
            first.setLeft(first.left() + QFontMetrics(painter.font()).horizontalAdvance(entry.lead) + kGap);
        }
        painter.setFont(titleFont);
        painter.setPen(entry.heading ? tokens.text2 : tokens.text);
        painter.drawText(first,
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(entry.title,
                                            twoLines ? Qt::ElideRight : Qt::ElideMiddle,
                                            first.width()));
        if (twoLines) {
            const QFont small = font(FontRole::Caption);
            const QRect second(rect.left(), first.bottom() + 2, rect.width(), metrics.height());
            painter.setFont(small);
            painter.setPen(selected ? tokens.text2 : tokens.text3);
            painter.drawText(second,
                             Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetrics(small).elidedText(entry.subtitle, Qt::ElideRight, second.width()));
        }
    }

    const std::vector<Entry> &m_entries;
};

} // namespace

EntryList::EntryList(const QString &name, QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new EntryDelegate(m_entries, this));
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && !currentId().isEmpty())
            emit chosen(currentId());
    });
    connect(this, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        if (m_entries[static_cast<std::size_t>(row(item))].expandable)
            emit headingClicked(row(item));
    });
}

void EntryList::setEntries(const std::vector<Entry> &entries)
{
    if (entries == m_entries)
        return;
    const QSignalBlocker blocker(this);
    const QString current = currentId();
    clear();
    m_entries = entries;
    for (const Entry &entry : m_entries) {
        auto *item = new QListWidgetItem(entry.title, this);
        item->setData(kId, entry.id);
        item->setToolTip(entry.toolTip);
        QStringList parts{entry.lead, entry.title, entry.subtitle, entry.right};
        parts.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, parts.join(u", "));
        if (entry.id.isEmpty())
            item->setFlags(entry.expandable ? Qt::ItemIsEnabled : Qt::NoItemFlags);
    }
    setCurrentId(current);
}

QString EntryList::currentId() const
{
    const QListWidgetItem *item = currentItem();
    return item ? item->data(kId).toString() : QString();
}

void EntryList::setCurrentId(const QString &id)
{
    const QSignalBlocker blocker(this);
    for (int row = 0; row < count(); ++row)
        if (!id.isEmpty() && item(row)->data(kId).toString() == id) {
            setCurrentRow(row);
            return;
        }
    setCurrentRow(-1);
}

int EntryList::contentHeight() const
{
    int height = 0;
    for (int row = 0; row < count(); ++row)
        height += sizeHintForRow(row);
    return height;
}

} // namespace dramatis::ui
