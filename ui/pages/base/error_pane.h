// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QWidget>

namespace dramatis::ui {

class ErrorPanel;

/// What could not be done, above content that still stands; hidden until there is something, and closable.
class ErrorPane : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorPane(QWidget *parent = nullptr);

    /// Nothing is shown for Cancelled.
    void showError(const QString &what, const Error &error);

private:
    ErrorPanel *m_panel;
};

} // namespace dramatis::ui
