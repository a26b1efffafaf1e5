// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/segmented_control.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

SegmentedControl::SegmentedControl(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
{
    setProperty("plate", u"segments"_s);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked)
            emit currentChanged(index);
    });
}

int SegmentedControl::addSegment(const QString &text, const QString &toolTip)
{
    const int index = int(m_group->buttons().size());
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setProperty("segment", true);
    button->setAccessibleName(QString(accessibleName() + u": " + text));
    button->setFocusPolicy(Qt::StrongFocus);
    if (index == 0)
        button->setChecked(true); // before it joins: nothing has changed for anyone yet
    m_group->addButton(button, index);
    layout()->addWidget(button);
    return index;
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    QAbstractButton *button = m_group->button(index);
    Q_ASSERT(button);
    button->setChecked(true);
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled, const QString &toolTip)
{
    QAbstractButton *button = m_group->button(index);
    Q_ASSERT(button);
    button->setEnabled(enabled);
    button->setToolTip(toolTip);
}

} // namespace dramatis::ui
