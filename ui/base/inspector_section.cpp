// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/inspector_section.h"

#include "ui/base/elided_label.h"
#include "ui/base/fonts.h"
#include "ui/base/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace dramatis::ui {

namespace {

constexpr int kSide = 16;
constexpr int kVertical = 12;
constexpr int kRowGap = 4;

/// Deletes what `layout` holds from `first` on, nested layouts too.
void deleteItems(QLayout *layout, int first)
{
    while (layout->count() > first) {
        QLayoutItem *item = layout->takeAt(first);
        if (QLayout *inner = item->layout())
            deleteItems(inner, 0);
        if (QWidget *widget = item->widget()) {
            widget->hide(); // at once; it is deleted when its own event handlers are done
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

PropertyRow::PropertyRow(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(name, this))
    , m_value(new ElidedLabel({}, this))
    , m_row(new QHBoxLayout(this))
{
    setTextRole(m_name, TextRole::Secondary);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_value->setTextInteractionFlags(Qt::NoTextInteraction);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_name);
    m_row->addWidget(m_value, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PropertyRow::setValue(const QString &value, const QString &toolTip)
{
    m_value->setText(value);
    m_value->setToolTip(toolTip);
    setAccessibleName(QString(m_name->text() + u": " + value));
}

QString PropertyRow::value() const
{
    return m_value->text();
}

void PropertyRow::setControl(QWidget *control)
{
    m_value->hide();
    m_row->setStretchFactor(m_value, 0);
    m_row->addWidget(control, 1);
    m_name->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(m_name->text());
}

InspectorSection::InspectorSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_head(new QWidget(this))
    , m_title(new QLabel(m_head))
    , m_aside(new QLabel(m_head))
    , m_headRow(new QHBoxLayout(m_head))
    , m_column(new QVBoxLayout(this))
{
    setFontRole(m_title, FontRole::Strong);
    setTextRole(m_aside, TextRole::Secondary);
    m_headRow->setContentsMargins(0, 0, 0, 4);
    m_headRow->addWidget(m_title, 1);
    m_headRow->addWidget(m_aside);
    m_column->setContentsMargins(kSide, kVertical, kSide, kVertical);
    m_column->setSpacing(kRowGap);
    m_column->addWidget(m_head);
    setTitle(title);
}

void InspectorSection::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setWordWrap(true);
    m_head->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void InspectorSection::setAside(const QString &text)
{
    m_aside->setText(text);
}

void InspectorSection::setAside(QWidget *widget)
{
    m_aside->hide(); // an empty label takes room, too
    m_headRow->addWidget(widget);
}

PropertyRow *InspectorSection::addRow(const QString &name, const QString &value)
{
    auto *row = new PropertyRow(name, this);
    row->setValue(value);
    m_column->addWidget(row);
    return row;
}

PropertyRow *InspectorSection::addRow(const QString &name, QWidget *control)
{
    auto *row = new PropertyRow(name, this);
    row->setControl(control);
    m_column->addWidget(row);
    return row;
}

void InspectorSection::addWidget(QWidget *widget)
{
    m_column->addWidget(widget);
}

void InspectorSection::addLayout(QLayout *layout)
{
    m_column->addLayout(layout);
}

void InspectorSection::addButtons(const QList<QWidget *> &buttons)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    for (QWidget *button : buttons)
        row->addWidget(button);
    row->addStretch(1);
    m_column->addLayout(row);
}

void InspectorSection::clear()
{
    deleteItems(m_column, 1);
}

void InspectorSection::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, tokensOf(this).line);
}

Inspector::Inspector(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    // Not an alignment, nor a section that is no higher than its hint: both forget that texts wrap.
    m_column->addStretch();
}

InspectorSection *Inspector::addSection(const QString &title)
{
    auto *section = new InspectorSection(title, this);
    m_column->insertWidget(m_column->count() - 1, section);
    return section;
}

void Inspector::addWidget(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
}

void Inspector::clear()
{
    deleteItems(m_column, 0);
    m_column->addStretch();
}

} // namespace dramatis::ui
