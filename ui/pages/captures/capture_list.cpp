// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/capture_list.h"

#include "core/base/text.h"
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/tokens.h"

#include <QAction>
#include <QDateTime>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kCountRole = Qt::UserRole + 1;
constexpr int kNoteRole = Qt::UserRole + 2;
constexpr int kLiveRole = Qt::UserRole + 3;
constexpr int kCountedRole = Qt::UserRole + 4;
constexpr int kPadding = 12;
constexpr int kIcon = 16;

class TwoLines final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {120, 2 * option.fontMetrics.height() + 24};
    }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->fillRect(option.rect, selected ? tokens.accentSoft : tokens.bg);
        painter->setPen(tokens.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect row = option.rect.adjusted(kPadding, 9, -kPadding, 0);
        row.setHeight(option.fontMetrics.height());
        const bool isLive = index.data(kLiveRole).toBool();
        paintIcon(*painter,
                  QRectF(row.left(), row.top(), kIcon, kIcon),
                  isLive                              ? Icon::Follow
                  : index.data(kCountedRole).toBool() ? Icon::Database
                                                      : Icon::File,
                  isLive ? tokens.accent : tokens.text2);
        row.setLeft(row.left() + kIcon + 8);
        const QFont strong = font(FontRole::Strong);
        const QString count = index.data(kCountRole).toString();
        const int countWidth = option.fontMetrics.horizontalAdvance(count);
        painter->setPen(tokens.text);
        painter->setFont(font(FontRole::Body));
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, count);
        painter->setFont(strong);
        painter->drawText(row,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(strong).elidedText(index.data().toString(),
                                                          Qt::ElideMiddle,
                                                          row.width() - countWidth - 8));
        row.translate(0, option.fontMetrics.height() + 4);
        painter->setPen(tokens.text2);
        painter->setFont(font(FontRole::Caption));
        painter->drawText(row,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(
                              index.data(kNoteRole).toString(), Qt::ElideRight, row.width()));
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(tokens.focus, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }
};

QString timeNote(const project::CaptureRecord &record)
{
    if (!record.statistics || !isKnown(record.statistics->firstTime))
        return record.summary.format;
    const auto day = [](std::int64_t time) {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time / 1'000'000),
                                  u"d MMM HH:mm"_s);
    };
    const double seconds = double(record.statistics->lastTime - record.statistics->firstTime)
                           / double(kNanosecondsPerSecond);
    return u"%1 · %2, %3"_s.arg(
        record.summary.format, day(record.statistics->firstTime), text::duration(seconds));
}

} // namespace

CaptureList::CaptureList(QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(tr("Captures"));
    setItemDelegate(new TwoLines(this));
    setFrameShape(NoFrame);
    setProperty("plate", u"bg"_s);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](QListWidgetItem *item) {
        if (item && item == m_liveItem)
            emit liveChosen();
        else if (item)
            emit captureChosen(idOf(item));
    };
    connect(this, &QListWidget::currentItemChanged, this, choose);
    connect(this, &QListWidget::itemClicked, this, choose); // also the one that is current
    auto *remove = new QAction(icon(Icon::Remove), tr("Remove"), this);
    remove->setShortcut(Qt::Key_Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, [this] {
        if (currentItem() && currentItem() != m_liveItem)
            emit removeRequested(idOf(currentItem()));
    });
    addAction(remove);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

CaptureId CaptureList::idOf(const QListWidgetItem *item)
{
    return CaptureId{item->data(kIdRole).toUInt()};
}

void CaptureList::setCaptures(const std::map<CaptureId, project::CaptureRecord> &captures,
                              std::optional<CaptureId> current)
{
    const QSignalBlocker blocker(this);
    const bool isOnLive = m_liveItem && currentItem() == m_liveItem;
    clear();
    m_liveItem = nullptr;
    insertLive();
    for (const auto &[id, record] : captures) {
        auto *item = new QListWidgetItem(record.name, this);
        item->setData(kIdRole, number(id));
        item->setData(kCountRole, text::count(double(record.summary.exchanges)));
        item->setData(kNoteRole, timeNote(record));
        item->setData(kCountedRole, record.counted != nullptr);
        item->setToolTip(record.name + u'\n' + timeNote(record));
        if (current == id && !isOnLive)
            setCurrentItem(item);
    }
    if (isOnLive && m_liveItem)
        setCurrentItem(m_liveItem);
}

void CaptureList::setLive(const std::optional<QString> &name)
{
    const QSignalBlocker blocker(this);
    m_live = name;
    m_liveCount.clear();
    m_liveNote = tr("live");
    delete std::exchange(m_liveItem, nullptr);
    insertLive();
    if (m_liveItem)
        setCurrentItem(m_liveItem);
}

void CaptureList::showLive(const QString &count, const QString &note)
{
    m_liveCount = count;
    m_liveNote = note;
    if (!m_liveItem)
        return;
    m_liveItem->setData(kCountRole, count);
    m_liveItem->setData(kNoteRole, note);
    m_liveItem->setToolTip(*m_live + u'\n' + note);
}

void CaptureList::insertLive()
{
    if (!m_live)
        return;
    m_liveItem = new QListWidgetItem(*m_live);
    m_liveItem->setData(kLiveRole, true);
    m_liveItem->setData(Qt::AccessibleTextRole, tr("%1, live").arg(*m_live));
    insertItem(0, m_liveItem);
    showLive(m_liveCount, m_liveNote);
}

} // namespace dramatis::ui
