// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/database_options_pane.h"

#include "core/base/text.h"
#include "ui/base/remark.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>

namespace dramatis::ui {

DatabaseOptionsPane::DatabaseOptionsPane(QWidget *parent) : Inspector(parent)
{
    buildRules();
    buildWindows();
    buildClients();
}

void DatabaseOptionsPane::buildRules()
{
    InspectorSection *section = addSection(tr("Resource rule"));
    using traffic::ResourceRule;
    for (const ResourceRule rule : {ResourceRule::Automatic,
                                    ResourceRule::Server,
                                    ResourceRule::Host,
                                    ResourceRule::Segment}) {
        auto *button = new QRadioButton(traffic::ruleName(rule), section);
        button->setToolTip(tr("How the resource that a request was directed at is named"));
        button->setChecked(rule == ResourceRule::Automatic);
        section->addWidget(button);
        m_rules.emplace(rule, button);
    }
    section->addWidget(
        makeRemark(tr("Automatic takes the server, else the host, else the first part "
                      "of the path, whichever is a column. It cannot be changed "
                      "afterwards."),
                   section));
}

void DatabaseOptionsPane::buildWindows()
{
    InspectorSection *section = addSection(tr("Windows"));
    m_window = new QComboBox(section);
    m_window->setToolTip(tr("Width of the windows that the database counts"));
    m_window->addItem(tr("automatic"), 0.0);
    for (const double width : traffic::automaticWidths())
        m_window->addItem(text::duration(width), width);
    section->addRow(tr("Width"), m_window);
    section->addWidget(
        makeRemark(tr("The database counts; only windows come over. Not in such a capture: single "
                      "exchanges, and with them gaps, distributions and the call graph."),
                   section));
}

void DatabaseOptionsPane::buildClients()
{
    InspectorSection *section = addSection(tr("Redaction"));
    m_clients = new QCheckBox(tr("Leave clients out"), section);
    m_clients->setToolTip(tr("The column of the clients is not asked for: neither their number nor "
                             "their names are in the capture"));
    section->addWidget(m_clients);
    section->addWidget(makeRemark(tr("Operations are kept as they stand in the table. A query can "
                                     "give them other names."),
                                  section));
    connect(m_clients, &QCheckBox::toggled, this, &DatabaseOptionsPane::clientsChanged);
}

capture::QueryOptions DatabaseOptionsPane::options() const
{
    capture::QueryOptions options;
    for (const auto &[rule, button] : m_rules)
        if (button->isChecked())
            options.rule = rule;
    const double width = m_window->currentData().toDouble();
    if (width > 0)
        options.windowSeconds = width;
    return options;
}

bool DatabaseOptionsPane::leavesClientsOut() const
{
    return m_clients->isChecked();
}

void DatabaseOptionsPane::setLeavesClientsOut(bool leavesOut)
{
    m_clients->setChecked(leavesOut);
}

} // namespace dramatis::ui
