// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/pane_header.h"

#include "ui/base/buttons.h"
#include "ui/base/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace dramatis::ui {

PaneHeader::PaneHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_count(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    setFontRole(m_title, FontRole::Strong);
    setTextRole(m_count, TextRole::Secondary);
    m_row->setContentsMargins(12, 4, 8, 4);
    m_row->setSpacing(4);
    m_row->addWidget(m_title);
    m_row->addSpacing(4);
    m_row->addWidget(m_count);
    m_row->addStretch(1);
    setMinimumHeight(36);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PaneHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHeader::setCount(const QString &text)
{
    m_count->setText(text);
}

void PaneHeader::addTool(QAction *action)
{
    m_row->addWidget(makeToolButton(action, this));
}

void PaneHeader::addWidget(QWidget *widget)
{
    m_row->addWidget(widget);
}

} // namespace dramatis::ui
