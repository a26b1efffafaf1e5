// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/database_address_form.h"

#include "ui/base/buttons.h"
#include "ui/base/settings.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

const QString kSqlite = u"QSQLITE"_s;
const QString kPostgres = u"QPSQL"_s;
const QString kOdbc = u"QODBC"_s;
const QString kDatabasePurpose = u"database"_s;
constexpr int kHighestPort = 65535;

} // namespace

DatabaseAddressForm::DatabaseAddressForm(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(12, 8, 12, 12);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setVerticalSpacing(4);
    buildFields();
    showDriver();
}

void DatabaseAddressForm::buildFields()
{
    m_driver = new QComboBox(this);
    m_driver->addItem(tr("A file of SQLite"), kSqlite);
    m_driver->addItem(tr("PostgreSQL"), kPostgres);
    m_driver->addItem(tr("ODBC"), kOdbc);
    m_driver->setToolTip(tr("PostgreSQL and SQLite are counted in, through ODBC too"));
    m_driver->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_driver, &QComboBox::activated, this, &DatabaseAddressForm::showDriver);
    m_form->addRow(tr("&Kind"), m_driver);

    m_host = new QLineEdit(this);
    m_host->setPlaceholderText(tr("this computer"));
    m_host->setToolTip(tr("Name or address of the server, or the folder of its Unix socket"));
    m_form->addRow(tr("&Host"), m_host);
    m_port = new QSpinBox(this);
    m_port->setRange(0, kHighestPort);
    m_port->setSpecialValueText(tr("as usual"));
    m_port->setToolTip(tr("Port of the server; 0 is the usual one"));
    m_form->addRow(tr("&Port"), m_port);

    m_database = new QLineEdit(this);
    m_database->setObjectName(u"databaseName"_s);
    connect(m_database, &QLineEdit::editingFinished, this, &DatabaseAddressForm::takeAddress);
    m_form->addRow(tr("&Database"), m_database);

    m_user = new QLineEdit(this);
    m_user->setToolTip(tr("Who reads; nothing is ever written"));
    m_form->addRow(tr("&User"), m_user);
    m_password = new QLineEdit(this);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setToolTip(tr("Used now and kept nowhere; empty takes what the server or ~/.pgpass "
                              "allows"));
    m_form->addRow(tr("Pass&word"), m_password);

    m_browse = new QPushButton(tr("Browse…"), this);
    m_browse->setToolTip(tr("Choose a file of SQLite"));
    setButtonRole(m_browse, ButtonRole::Plain);
    connect(m_browse, &QPushButton::clicked, this, &DatabaseAddressForm::browse);
    m_form->addRow(m_browse);
    m_connect = new QPushButton(this);
    m_connect->setObjectName(u"connectDatabase"_s);
    setButtonRole(m_connect, ButtonRole::Plain);
    connect(m_connect, &QPushButton::clicked, this, &DatabaseAddressForm::connectAsked);
    m_form->addRow(m_connect);
    for (QLineEdit *field : {m_database, m_host, m_user, m_password})
        connect(field, &QLineEdit::returnPressed, this, &DatabaseAddressForm::ask);
    connect(m_database, &QLineEdit::textChanged, this, [this] { setConnecting(m_isConnecting); });
    setConnecting(false);
}

/// Shows the fields that the driver takes.
void DatabaseAddressForm::showDriver()
{
    const QString driver = m_driver->currentData().toString();
    const bool isServer = driver == kPostgres;
    const bool isFile = driver == kSqlite;
    const auto show = [this](QWidget *field, bool shown) {
        field->setVisible(shown);
        m_form->labelForField(field)->setVisible(shown);
    };
    show(m_host, isServer);
    show(m_port, isServer);
    show(m_user, !isFile);
    show(m_password, !isFile);
    m_browse->setVisible(isFile);
    m_database->setPlaceholderText(isFile     ? u"/srv/traffic.db"_s
                                   : isServer ? u"shop"_s
                                              : u"DSN=shop"_s);
    m_database->setAccessibleName(isFile     ? tr("File of the database")
                                  : isServer ? tr("Name of the database")
                                             : tr("Data source of ODBC"));
    m_database->setToolTip(isFile ? tr("Path of the file")
                           : isServer
                               ? tr("Its name, or all of it as postgresql://USER@HOST/NAME")
                               : tr("A data source, DSN=NAME, or a driver with what it takes: "
                                    "DRIVER=…;Server=…;Database=…"));
}

/// An address says more than the database: it fills the other fields.
void DatabaseAddressForm::takeAddress()
{
    QString text = m_database->text().trimmed();
    const bool isAddress =
        text.contains(u"://"_s) || text.startsWith(u"odbc:"_s) || text.startsWith(u"sqlite:"_s);
    if (!isAddress && m_driver->currentData() != kOdbc)
        return;
    if (!isAddress) // a password in it goes where it is not kept
        text.prepend(u"odbc:"_s);
    const auto address = capture::databaseAddress(text);
    if (!address)
        return; // connecting says what is wrong
    const capture::QuerySource &source = address->source;
    m_driver->setCurrentIndex(m_driver->findData(source.driver));
    m_database->setText(source.database);
    m_host->setText(source.host);
    m_port->setValue(source.port);
    m_user->setText(source.user);
    if (!address->password.isEmpty())
        m_password->setText(address->password);
    showDriver();
}

void DatabaseAddressForm::browse()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a database"), m_settings.lastFolder(kDatabasePurpose));
    if (path.isEmpty())
        return;
    m_settings.setLastFolder(kDatabasePurpose, path);
    m_database->setText(path);
    emit connectAsked();
}

void DatabaseAddressForm::ask()
{
    takeAddress();
    if (m_connect->isEnabled())
        emit connectAsked();
}

void DatabaseAddressForm::setConnecting(bool connecting)
{
    m_isConnecting = connecting;
    m_connect->setText(connecting ? tr("Stop") : tr("Connect"));
    m_connect->setToolTip(connecting ? tr("Stop waiting for the database (Esc)")
                                     : tr("Look what tables there are (Enter)"));
    m_connect->setEnabled(connecting || !m_database->text().trimmed().isEmpty());
}

capture::QuerySource DatabaseAddressForm::source() const
{
    capture::QuerySource source;
    source.driver = m_driver->currentData().toString();
    source.database = m_database->text().trimmed();
    if (source.driver == kPostgres) {
        source.host = m_host->text().trimmed();
        source.port = m_port->value();
    }
    if (source.driver != kSqlite)
        source.user = m_user->text().trimmed();
    return source;
}

QString DatabaseAddressForm::password() const
{
    return m_driver->currentData() == kSqlite ? QString() : m_password->text();
}

void DatabaseAddressForm::clearPassword()
{
    m_password->clear();
}

void DatabaseAddressForm::focusDatabase()
{
    m_database->setFocus(Qt::OtherFocusReason);
}

} // namespace dramatis::ui
