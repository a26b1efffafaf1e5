// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/figure_dialog.h"

#include "ui/base/buttons.h"
#include "ui/base/remark.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace dramatis::ui {

namespace {

constexpr double kMost = 1e15; ///< of a figure without a limit of its own: more digits do not fit
constexpr int kDecimals = 6;

} // namespace

FigureDialog::FigureDialog(const persona::Persona &persona, QWidget *parent)
    : QDialog(parent)
    , m_persona(persona)
    , m_metric(new QComboBox(this))
    , m_description(makeRemark(QString(), this))
    , m_measured(new QLabel(this))
    , m_value(new QDoubleSpinBox(this))
    , m_reading(new QLabel(this))
{
    setWindowTitle(tr("Set a figure of “%1”").arg(persona.name));
    for (const persona::Metric &metric : persona::allMetrics())
        m_metric->addItem(metric.name, metric.id);
    m_value->setDecimals(kDecimals);
    m_value->setAccessibleName(tr("By hand"));
    auto *form = new QFormLayout;
    form->addRow(tr("Figure"), m_metric);
    form->addRow(QString(), m_description);
    form->addRow(tr("Measured"), m_measured);
    form->addRow(tr("By hand"), m_value);
    form->addRow(QString(), m_reading);
    auto *buttons = new QDialogButtonBox(this);
    auto *set = buttons->addButton(tr("Set figure"), QDialogButtonBox::AcceptRole);
    setButtonRole(set, ButtonRole::Primary);
    m_reset = buttons->addButton(tr("Use what was measured"), QDialogButtonBox::ResetRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(
        makeRemark(tr("A figure that is set by hand is marked everywhere, is what the "
                      "simulation plays, and survives another cut."),
                   this));
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_isReset = true;
        accept();
    });
    connect(m_metric, &QComboBox::currentIndexChanged, this, &FigureDialog::showMetric);
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &FigureDialog::showReading);
    showMetric();
}

const persona::Metric &FigureDialog::chosen() const
{
    return persona::allMetrics()[static_cast<std::size_t>(std::max(0, m_metric->currentIndex()))];
}

QString FigureDialog::metric() const
{
    return chosen().id;
}

std::optional<double> FigureDialog::value() const
{
    return m_isReset ? std::nullopt : std::optional(m_value->value());
}

void FigureDialog::showMetric()
{
    const persona::Metric &metric = chosen();
    const auto edit = m_persona.edits.find(metric.id);
    const double value = metric.value(m_persona);
    const double measured = edit == m_persona.edits.end() ? value : edit->second.measured;
    m_description->setText(metric.description);
    m_measured->setText(metric.text(measured, locale()));
    m_value->setRange(0, std::min(metric.most, kMost));
    m_value->setSuffix(metric.unit.isEmpty() ? QString() : QString(QLatin1Char(' ') + metric.unit));
    m_value->setValue(std::isnan(value) ? 0 : value);
    m_reset->setEnabled(edit != m_persona.edits.end());
    showReading();
}

void FigureDialog::showReading()
{
    m_reading->setText(tr("reads %1").arg(chosen().text(m_value->value(), locale())));
}

} // namespace dramatis::ui
