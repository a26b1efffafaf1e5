// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/refresh_bar.h"

#include "ui/base/buttons.h"
#include "ui/base/error_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace dramatis::ui {

RefreshBar::RefreshBar(QWidget *parent) : QFrame(parent)
{
    setAccessibleName(tr("Refresh"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    m_error = new ErrorPanel(this);
    column->addWidget(m_error);
    m_passwordRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_passwordRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_password = new QLineEdit(m_passwordRow);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaximumWidth(280);
    m_password->setToolTip(tr("Used now and kept nowhere"));
    auto *label = new QLabel(tr("Pass&word"), m_passwordRow);
    label->setBuddy(m_password);
    auto *refresh = new QPushButton(tr("Refresh"), m_passwordRow);
    refresh->setToolTip(tr("Count again with this password (Enter)"));
    setButtonRole(refresh, ButtonRole::Plain);
    const auto again = [this] {
        const QString password = m_password->text();
        close();
        emit refreshAsked(password);
    };
    connect(refresh, &QPushButton::clicked, this, again);
    connect(m_password, &QLineEdit::returnPressed, this, again);
    row->addWidget(label);
    row->addWidget(m_password, 1);
    row->addWidget(refresh);
    row->addStretch();
    column->addWidget(m_passwordRow);
    auto *dismiss = new QAction(tr("Close"), this);
    dismiss->setToolTip(tr("Leave the capture as it is (Esc)"));
    dismiss->setShortcut(Qt::Key_Escape);
    dismiss->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(dismiss);
    connect(dismiss, &QAction::triggered, this, &RefreshBar::close);
    m_error->addAction(dismiss);
    hide();
}

void RefreshBar::ask(const QString &name, const Error &error, bool asksPassword)
{
    m_error->setError(tr("“%1” could not be counted again.").arg(name), error);
    m_passwordRow->setVisible(asksPassword);
    show();
    if (asksPassword)
        m_password->setFocus(Qt::OtherFocusReason);
}

void RefreshBar::close()
{
    m_password->clear();
    hide();
    emit closed();
}

} // namespace dramatis::ui
