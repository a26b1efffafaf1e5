// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/live_setup.h"

#include "core/capture/live/interface_capture.h"
#include "ui/base/buttons.h"
#include "ui/base/fonts.h"
#include "ui/base/remark.h"
#include "ui/base/segmented_control.h"
#include "ui/base/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kFormWidth = 560;
const QString kPurpose = u"follow"_s;
/// Between paths in the field; not allowed in a name of Windows, and rare elsewhere.
constexpr QChar kBetweenPaths = u'|';

/// The fields of all form layouts below `widget` begin at one place.
void alignLabels(const QWidget *widget)
{
    QList<QWidget *> labels;
    int width = 0;
    for (const QFormLayout *form : widget->findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
            if (!item || !item->widget())
                continue;
            item->widget()->ensurePolished();
            labels.append(item->widget());
            width = std::max(width, item->widget()->sizeHint().width());
        }
    }
    for (QWidget *label : labels)
        label->setMinimumWidth(width);
}

} // namespace

LiveSetup::LiveSetup(Settings &settings, QWidget *parent) : QWidget(parent), m_settings(settings)
{
    auto *form = new QWidget(this);
    form->setMaximumWidth(kFormWidth);
    auto *column = new QVBoxLayout(form);
    column->setSpacing(12);
    auto *title = new QLabel(tr("Watch traffic as it comes"), form);
    setFontRole(title, FontRole::PageTitle);
    column->addWidget(title);
    auto *what = makeRemark({}, form);
    what->setText(
        tr("What is seen becomes a capture of this project when you stop. Windows show the "
           "persona that takes them as they close."));
    column->addWidget(what);
    m_kind = new SegmentedControl(tr("What to watch"), form);
    m_kind->addSegment(tr("Logs"), tr("Follow files that grow, also when they are rotated"));
    m_kind->addSegment(tr("Interface"), tr("Capture the packets of a network interface"));
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    auto *stack = new QStackedWidget(form);
    buildLogs(stack);
    buildInterface(stack);
    stack->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(stack);
    connect(m_kind, &SegmentedControl::currentChanged, this, [this, stack](int index) {
        stack->setCurrentIndex(index);
        validate();
    });

    auto *windows = new QFormLayout;
    m_window = new QDoubleSpinBox(form);
    m_window->setRange(1, 3600);
    m_window->setDecimals(0);
    m_window->setValue(10);
    m_window->setSuffix(tr(" s"));
    m_window->setToolTip(tr("Traffic is told in windows of this width"));
    windows->addRow(tr("&Window"), m_window);
    column->addLayout(windows);
    m_windowNote = makeRemark({}, form);
    column->addWidget(m_windowNote);
    m_hidesClients = new QCheckBox(tr("&Hide clients"), form);
    m_hidesClients->setToolTip(
        tr("Who asked, and identifiers in paths, are kept as hashes under a key "
           "that stays on this computer"));
    column->addWidget(m_hidesClients);
    m_error = new QLabel(form);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTextRole(m_error, TextRole::Critical);
    m_error->hide();
    column->addWidget(m_error);
    auto *buttons = new QHBoxLayout;
    m_start = new QPushButton(tr("Start"), form);
    setButtonRole(m_start, ButtonRole::Primary);
    m_start->setToolTip(tr("Begin to watch (Enter)"));
    auto *cancel = new QPushButton(tr("Cancel"), form);
    setButtonRole(cancel, ButtonRole::Plain);
    cancel->setShortcut(Qt::Key_Escape);
    connect(m_start, &QPushButton::clicked, this, &LiveSetup::startRequested);
    connect(cancel, &QPushButton::clicked, this, &LiveSetup::cancelled);
    buttons->addWidget(m_start);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addLayout(buttons);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(20, 20, 20, 20);
    outer->addWidget(form);
    outer->addStretch();
    alignLabels(form);
    validate();
}

void LiveSetup::buildLogs(QStackedWidget *stack)
{
    auto *page = new QWidget(stack);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    m_logs = new QLineEdit(page);
    m_logs->setPlaceholderText(tr("/var/log/nginx/access.log"));
    m_logs->setAccessibleName(tr("Logs to follow"));
    m_logs->setToolTip(
        tr("One file, or several with “|” between them. A file that is not there yet "
           "is waited for."));
    auto *browseButton = new QPushButton(tr("Browse…"), page);
    setButtonRole(browseButton, ButtonRole::Plain);
    connect(browseButton, &QPushButton::clicked, this, &LiveSetup::browse);
    connect(m_logs, &QLineEdit::textChanged, this, &LiveSetup::validate);
    connect(m_logs, &QLineEdit::returnPressed, this, [this] {
        if (m_start->isEnabled())
            emit startRequested();
    });
    row->addWidget(m_logs, 1);
    row->addWidget(browseButton);
    auto *label = new QLabel(tr("&Logs"), page); // of a row that is a layout none is made a buddy
    label->setBuddy(m_logs);
    form->addRow(label, row);
    m_fromStart = new QCheckBox(tr("Read what is in them already"), page);
    m_fromStart->setToolTip(tr("Else only what is written from now on"));
    form->addRow(QString(), m_fromStart);
    stack->addWidget(page);
}

void LiveSetup::buildInterface(QStackedWidget *stack)
{
    auto *page = new QWidget(stack);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_interface = new QComboBox(page);
    m_interface->setAccessibleName(tr("Network interface"));
    form->addRow(tr("&Interface"), m_interface);
    m_interfaceNote = makeRemark({}, page);
    m_interfaceNote->hide();
    form->addRow(QString(), m_interfaceNote);
    m_filter = new QLineEdit(page);
    m_filter->setPlaceholderText(tr("all packets"));
    m_filter->setToolTip(tr("As for tcpdump: “tcp port 80”, “host 10.0.0.1 and not port 22”"));
    connect(m_filter, &QLineEdit::textChanged, this, &LiveSetup::validate);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (m_start->isEnabled())
            emit startRequested();
    });
    form->addRow(tr("&Filter"), m_filter);
    stack->addWidget(page);
}

void LiveSetup::prepare(const QString &personas, double windowSeconds)
{
    showError({});
    const QString before = m_interface->currentData().toString();
    m_interface->clear();
    const auto interfaces = capture::networkInterfaces();
    m_interfaceNote->setVisible(!interfaces);
    if (interfaces) {
        for (const capture::NetworkInterface &interface : *interfaces) {
            const QString about =
                interface.addresses.isEmpty() ? interface.description : interface.addresses.first();
            QString text =
                about.isEmpty() ? interface.name : QString(interface.name + u" – " + about);
            if (!interface.isUp)
                text = tr("%1 (down)").arg(text);
            m_interface->addItem(text, interface.name);
        }
        m_interface->setCurrentIndex(std::max(0, m_interface->findData(before)));
    } else {
        m_interfaceNote->setText(interfaces.error().message);
    }
    const bool hasPersonas = !personas.isEmpty();
    if (hasPersonas)
        m_window->setValue(windowSeconds);
    m_window->setEnabled(!hasPersonas);
    m_windowNote->setText(
        hasPersonas
            ? tr("The width of the windows that “%1” are made of.").arg(personas)
            : tr("The project has no personas that windows could be told by; they come with their "
                 "figures alone."));
    (m_kind->currentIndex() == 0 ? static_cast<QWidget *>(m_logs) : m_interface)
        ->setFocus(Qt::OtherFocusReason);
    validate();
}

void LiveSetup::setLogs(const QStringList &paths)
{
    m_kind->setCurrentIndex(0);
    m_logs->setText(paths.join(kBetweenPaths));
}

capture::LiveSource LiveSetup::source() const
{
    capture::LiveSource source;
    if (m_kind->currentIndex() == 0) {
        for (const QString &path : m_logs->text().split(kBetweenPaths, Qt::SkipEmptyParts)) {
            if (!path.trimmed().isEmpty())
                source.logs.append(path.trimmed());
        }
        source.fromStart = m_fromStart->isChecked();
    } else {
        source.interface = m_interface->currentData().toString();
        source.filter = m_filter->text().trimmed();
    }
    return source;
}

bool LiveSetup::hidesClients() const
{
    return m_hidesClients->isChecked();
}

double LiveSetup::windowSeconds() const
{
    return m_window->value();
}

void LiveSetup::showError(const QString &text)
{
    m_error->setText(text);
    m_error->setAccessibleName(text);
    m_error->setVisible(!text.isEmpty());
}

void LiveSetup::browse()
{
    const QStringList files =
        QFileDialog::getOpenFileNames(this, tr("Logs to follow"), m_settings.lastFolder(kPurpose));
    if (files.isEmpty())
        return;
    m_settings.setLastFolder(kPurpose, files.first());
    setLogs(files);
}

/// A filter is compiled as it is typed, so its mistake stands there before anything starts.
void LiveSetup::validate()
{
    const capture::LiveSource chosen = source();
    const auto filter = capture::checkFilter(chosen.filter);
    showError(filter ? QString() : filter.error().message);
    m_start->setEnabled(filter.has_value()
                        && (!chosen.logs.isEmpty() || !chosen.interface.isEmpty()));
}

} // namespace dramatis::ui
