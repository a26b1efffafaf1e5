// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/query_source.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace dramatis::ui {

class Settings;

/// Where a database is: its driver, and of that driver what it takes to reach one. An address as
/// the command line has it ("postgresql://ann@host/shop") can be typed or pasted as the database.
class DatabaseAddressForm : public QWidget
{
    Q_OBJECT

public:
    explicit DatabaseAddressForm(Settings &settings, QWidget *parent = nullptr);

    /// Driver, database, host, port and user.
    [[nodiscard]] capture::QuerySource source() const;
    [[nodiscard]] QString password() const;
    void clearPassword();
    /// Puts the focus where one begins to type.
    void focusDatabase();
    void setConnecting(bool connecting);

signals:
    void connectAsked();

private:
    void buildFields();
    void showDriver();
    void takeAddress();
    void browse();
    void ask();

    Settings &m_settings;
    QFormLayout *m_form;
    QComboBox *m_driver;
    QLineEdit *m_database;
    QPushButton *m_browse;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QPushButton *m_connect;
    bool m_isConnecting = false;
};

} // namespace dramatis::ui
