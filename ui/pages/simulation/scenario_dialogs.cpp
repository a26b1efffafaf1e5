// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/scenario_dialogs.h"

#include "ui/pages/simulation/tr.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// A form with buttons; the accepting one repeats the verb of the title.
class FormDialog : public QDialog
{
public:
    FormDialog(QWidget *parent, const QString &title, const QString &verb) : QDialog(parent)
    {
        setWindowTitle(title);
        m_form = new QFormLayout(this);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
        buttons->addButton(verb, QDialogButtonBox::AcceptRole);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        m_form->addRow(buttons);
    }
    void add(const QString &label, QWidget *field)
    {
        m_form->insertRow(m_form->rowCount() - 1, label, field);
    }

private:
    QFormLayout *m_form;
};

QDoubleSpinBox *seconds(QWidget *parent, double value, double most)
{
    auto *spin = new QDoubleSpinBox(parent);
    spin->setRange(0, most);
    spin->setDecimals(1);
    spin->setSuffix(u" s"_s);
    spin->setValue(value);
    return spin;
}

} // namespace

std::optional<simulation::FaultSpec> askForFault(QWidget *parent,
                                                 const simulation::Scenario &scenario)
{
    FormDialog dialog(parent, SimulationPageTr::tr("Add a crash"), SimulationPageTr::tr("Add"));
    auto *target = new QComboBox(&dialog);
    for (const topology::Node &node : scenario.topology.nodes)
        if (node.serviceTime)
            target->addItem(node.id, node.instances);
    auto *instance = new QComboBox(&dialog);
    const auto fillInstances = [&] {
        instance->clear();
        instance->addItem(SimulationPageTr::tr("all"), -1);
        for (int i = 0; i < target->currentData().toInt(); ++i)
            instance->addItem(QString::number(i + 1), i);
        instance->setCurrentIndex(instance->count() > 1 ? 1 : 0);
    };
    QObject::connect(target, &QComboBox::currentIndexChanged, &dialog, fillInstances);
    fillInstances();
    auto *at = seconds(&dialog, scenario.run.duration / 3, scenario.run.duration);
    auto *duration =
        seconds(&dialog, std::min(120.0, scenario.run.duration / 6), scenario.run.duration);
    dialog.add(SimulationPageTr::tr("Node"), target);
    dialog.add(SimulationPageTr::tr("Instance"), instance);
    dialog.add(SimulationPageTr::tr("Goes down at"), at);
    dialog.add(SimulationPageTr::tr("Comes back after"), duration);
    if (target->count() == 0 || dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    simulation::FaultSpec fault;
    fault.kind = u"crash"_s;
    fault.target = target->currentText();
    if (const int number = instance->currentData().toInt(); number >= 0)
        fault.instance = number;
    fault.at = at->value();
    fault.duration = duration->value();
    return fault;
}

std::optional<simulation::Objective> askForObjective(QWidget *parent,
                                                     const simulation::Scenario &scenario)
{
    FormDialog dialog(
        parent, SimulationPageTr::tr("Add an objective"), SimulationPageTr::tr("Add"));
    auto *on = new QComboBox(&dialog);
    for (const topology::Node &node : scenario.topology.nodes)
        if (node.kind == topology::NodeKind::Source)
            on->addItem(node.id);
    auto *metric = new QComboBox(&dialog);
    metric->addItem(SimulationPageTr::tr("p95 of the response time (ms)"), u"responseTime.p95"_s);
    metric->addItem(SimulationPageTr::tr("p99 of the response time (ms)"), u"responseTime.p99"_s);
    metric->addItem(SimulationPageTr::tr("mean response time (ms)"), u"responseTime.mean"_s);
    metric->addItem(SimulationPageTr::tr("error rate (%)"), u"errorRate"_s);
    auto *bound = new QDoubleSpinBox(&dialog);
    bound->setRange(0, 1e9);
    bound->setDecimals(2);
    bound->setValue(250);
    QObject::connect(metric, &QComboBox::currentIndexChanged, &dialog, [=] {
        bound->setValue(metric->currentData() == u"errorRate"_s ? 1 : 250);
    });
    dialog.add(SimulationPageTr::tr("Of"), on);
    dialog.add(SimulationPageTr::tr("Metric"), metric);
    dialog.add(SimulationPageTr::tr("At most"), bound);
    if (on->count() == 0 || dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    simulation::Objective objective;
    objective.on = on->currentText();
    objective.metric = metric->currentData().toString();
    objective.atMost =
        objective.metric == u"errorRate" ? bound->value() / 100 : bound->value() / 1000;
    return objective;
}

} // namespace dramatis::ui
