// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/persona_list.h"

#include "core/base/text.h"
#include "core/persona/grade.h"
#include "ui/base/fonts.h"
#include "ui/base/grade_meter.h"
#include "ui/base/icons.h"
#include "ui/base/markers.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace dramatis::ui {

namespace {

enum Data {
    IdRole = Qt::UserRole,
    ShareRole,
    RateRole,
    LatencyRole,
    GradeRole,
    PinnedRole,
    NoiseRole
};

constexpr int kRowHeight = 64;
constexpr int kNoiseHeight = 40;
constexpr int kPadding = 12;
constexpr int kMarker = 11;
constexpr int kTextLeft = 34;

class PersonaRow final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {160,
                index.data(NoiseRole).toBool()
                    ? kNoiseHeight
                    : std::max(kRowHeight, 2 * option.fontMetrics.height() + 28)};
    }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const bool noise = index.data(NoiseRole).toBool();
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->fillRect(option.rect, selected ? tokens.accentSoft : tokens.bg);
        painter->setPen(tokens.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect row = option.rect.adjusted(kTextLeft, noise ? 0 : 10, -kPadding, 0);
        row.setHeight(noise ? option.rect.height() : option.fontMetrics.height());
        const QRectF marker(
            option.rect.left() + kPadding, row.center().y() - kMarker / 2.0, kMarker, kMarker);
        if (noise)
            paintNoiseMarker(*painter, marker, tokens);
        else
            paintMarker(*painter, marker, personaStyle(index.data(IdRole).toUInt() - 1, tokens));
        const QString share = index.data(ShareRole).toString();
        painter->setFont(font(FontRole::Body));
        painter->setPen(noise ? tokens.text2 : tokens.text);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, share);
        int room = row.width() - painter->fontMetrics().horizontalAdvance(share) - 8;
        if (index.data(PinnedRole).toBool()) {
            room -= 20;
            paintIcon(*painter,
                      QRectF(row.left() + room + 4, row.center().y() - 7, 14, 14),
                      Icon::Pin,
                      tokens.text2);
        }
        painter->setFont(font(noise ? FontRole::Body : FontRole::Strong));
        painter->drawText(
            row,
            Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room));
        if (!noise)
            paintFigures(*painter, row.translated(0, row.height() + 6), index, tokens);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(tokens.focus, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }

    void updateEditorGeometry(QWidget *editor,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &) const override
    {
        editor->setGeometry(option.rect.adjusted(kTextLeft - 8, 4, -kPadding, -28));
    }

private:
    static void paintFigures(QPainter &painter,
                             const QRect &row,
                             const QModelIndex &index,
                             const Tokens &tokens)
    {
        painter.setFont(font(FontRole::Caption));
        painter.setPen(tokens.text2);
        const double grade = index.data(GradeRole).toDouble();
        const QString figure = QLocale().toString(grade, 'f', 2);
        const int gradeWidth = painter.fontMetrics().horizontalAdvance(figure);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, figure);
        const QFontMetrics metrics = painter.fontMetrics();
        const QString rate = index.data(RateRole).toString();
        const QString latency = index.data(LatencyRole).toString();
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, rate);
        const int beside = row.width() - gradeWidth - 42; // the room with the grade's bar drawn
        const int left = std::max(beside / 2, metrics.horizontalAdvance(rate) + 8);
        const bool hasBar = left + metrics.horizontalAdvance(latency) <= beside;
        if (hasBar)
            paintGrade(painter,
                       QRectF(row.right() - gradeWidth - 34, row.center().y() - 2.5, 28, 5),
                       grade,
                       tokens);
        const int room = hasBar ? beside : row.width() - gradeWidth - 8;
        painter.drawText(QRect(row.left() + left, row.top(), room - left, row.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(latency, Qt::ElideRight, room - left));
    }
};

} // namespace

PersonaList::PersonaList(QWidget *parent) : QListWidget(parent)
{
    setAccessibleName(tr("Personas"));
    setItemDelegate(new PersonaRow(this));
    setFrameShape(NoFrame);
    setProperty("plate", QStringLiteral("bg"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(EditKeyPressed | DoubleClicked);
    setSelectionMode(ExtendedSelection);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(this, &QListWidget::itemSelectionChanged, this, &PersonaList::choiceChanged);
    connect(this, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        if (item->data(NoiseRole).toBool())
            emit noiseClicked();
    });
    connect(this, &QListWidget::currentItemChanged, this, [this] {
        if (const auto id = currentId())
            emit personaChosen(*id);
    });
    connect(this, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        emit renamed(PersonaId{item->data(IdRole).toUInt()}, item->text());
    });
}

void PersonaList::setPersonas(const persona::PersonaSet *set, std::int64_t now)
{
    const QSignalBlocker blocker(this);
    const auto before = currentId();
    const std::vector<PersonaId> chosen = chosenIds();
    clear();
    if (!set)
        return;
    for (const persona::Persona &persona : set->personas) {
        const persona::ConfidenceGrade grade = persona::gradeOf(persona, *set, now);
        auto *item = new QListWidgetItem(persona.name, this);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(IdRole, number(persona.id));
        item->setData(ShareRole, text::percent(persona.windowShare));
        item->setData(RateRole, text::rate(persona.requestRate.mean));
        item->setData(LatencyRole, tr("%1 p95").arg(text::duration(persona.latencyP95)));
        item->setData(GradeRole, grade.value);
        item->setData(PinnedRole, persona.pinned);
        item->setToolTip(
            tr("%1: %n windows; confidence %2, %3", nullptr, static_cast<int>(persona.windows))
                .arg(persona.name, QLocale().toString(grade.value, 'f', 2), grade.word()));
        if (before == persona.id)
            setCurrentItem(item, QItemSelectionModel::Current);
        item->setSelected(std::find(chosen.begin(), chosen.end(), persona.id) != chosen.end());
    }
    if (!currentItem() && count() > 0)
        setCurrentRow(0);
    if (selectedItems().isEmpty() && currentItem())
        currentItem()->setSelected(true);
    auto *noise = new QListWidgetItem(tr("noise"), this);
    noise->setFlags(Qt::ItemIsEnabled);
    noise->setData(NoiseRole, true);
    noise->setData(ShareRole,
                   set->points == 0 ? text::unknown()
                                    : text::percent(double(set->noise) / double(set->points)));
    updateGeometry();
}

std::optional<PersonaId> PersonaList::currentId() const
{
    const QListWidgetItem *item = currentItem();
    if (!item || item->data(NoiseRole).toBool())
        return std::nullopt;
    return PersonaId{item->data(IdRole).toUInt()};
}

QSize PersonaList::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < count(); ++row)
        height += sizeHintForRow(row);
    return {QListWidget::sizeHint().width(), height};
}

std::vector<PersonaId> PersonaList::chosenIds() const
{
    std::vector<PersonaId> ids;
    for (int i = 0; i < count(); ++i)
        if (item(i)->isSelected() && !item(i)->data(NoiseRole).toBool())
            ids.push_back(PersonaId{item(i)->data(IdRole).toUInt()});
    return ids;
}

void PersonaList::setCurrentId(PersonaId id)
{
    for (int i = 0; i < count(); ++i)
        if (!item(i)->data(NoiseRole).toBool() && item(i)->data(IdRole).toUInt() == number(id))
            setCurrentRow(i);
}

} // namespace dramatis::ui
