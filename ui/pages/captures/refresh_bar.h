// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFrame>

class QLineEdit;
class QPushButton;

namespace dramatis::ui {

class ErrorPanel;

/// Above a capture that could not be counted again: why, and where the database takes a password,
/// a field for it. The password is given away once and forgotten.
class RefreshBar : public QFrame
{
    Q_OBJECT

public:
    explicit RefreshBar(QWidget *parent = nullptr);

    /// @param asksPassword  false of a database that takes none
    void ask(const QString &name, const Error &error, bool asksPassword);

signals:
    void refreshAsked(const QString &password);
    void closed();

private:
    void close();

    ErrorPanel *m_error;
    QWidget *m_passwordRow;
    QLineEdit *m_password;
};

} // namespace dramatis::ui
