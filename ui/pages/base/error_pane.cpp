// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/base/error_pane.h"

#include "ui/base/error_panel.h"

#include <QAction>
#include <QVBoxLayout>

namespace dramatis::ui {

ErrorPane::ErrorPane(QWidget *parent) : QWidget(parent), m_panel(new ErrorPanel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_panel);
    auto *close = new QAction(tr("Close"), this);
    connect(close, &QAction::triggered, this, &QWidget::hide);
    m_panel->addAction(close);
    hide();
}

void ErrorPane::showError(const QString &what, const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    m_panel->setError(what, error);
    show();
}

} // namespace dramatis::ui
