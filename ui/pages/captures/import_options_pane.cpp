// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/import_options_pane.h"

#include "ui/base/fonts.h"
#include "ui/base/remark.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

QLabel *caption(const QString &text, QWidget *parent)
{
    QLabel *label = makeRemark(text, parent);
    label->setContentsMargins(24, 0, 0, 4);
    return label;
}

} // namespace

ImportOptionsPane::ImportOptionsPane(QWidget *parent) : Inspector(parent)
{
    buildRules();
    buildRedaction();
}

void ImportOptionsPane::buildRules()
{
    InspectorSection *section = addSection(tr("Resource rule"));
    section->setAside(tr("in the first records"));
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    for (const traffic::ResourceRule rule : traffic::allRules()) {
        RuleRow row;
        row.button = new QRadioButton(traffic::ruleName(rule), section);
        row.count = new QLabel(section);
        row.count->setFont(figureFont(FontRole::Body));
        row.names = caption({}, section);
        const int line = grid->rowCount();
        grid->addWidget(row.button, line, 0);
        grid->addWidget(row.count, line, 1, Qt::AlignRight);
        grid->addWidget(row.names, line + 1, 0, 1, 2);
        connect(row.button, &QRadioButton::clicked, this, [this, rule] { emit ruleChosen(rule); });
        m_rules.emplace(rule, row);
    }
    section->addLayout(grid);
}

void ImportOptionsPane::buildRedaction()
{
    InspectorSection *section = addSection(tr("Redaction"));
    m_clients = new QCheckBox(tr("Hide clients"), section);
    m_clients->setToolTip(tr("Addresses and names of who asked, and identifiers in paths, are kept "
                             "as hashes only"));
    section->addWidget(m_clients);
    section->addWidget(
        caption(tr("Hashed with a key that stays on this computer. Counts, routes, times and sizes "
                   "stay as they are, so the project can be shared."),
                section));
    m_servers = new QCheckBox(tr("Hide servers and hosts too"), section);
    section->addWidget(m_servers);
    section->addWidget(caption(tr("Query strings, cookies and bodies are never kept."), section));
    connect(m_clients, &QCheckBox::toggled, this, [this](bool on) {
        m_servers->setEnabled(on);
        emit redactionChanged();
    });
    connect(m_servers, &QCheckBox::toggled, this, &ImportOptionsPane::redactionChanged);
    m_servers->setEnabled(false);
}

void ImportOptionsPane::setRules(const std::vector<capture::RulePreview> &rules,
                                 traffic::ResourceRule chosen)
{
    for (const auto &[rule, row] : m_rules) {
        const QSignalBlocker blocker(row.button);
        row.button->setChecked(rule == chosen);
        const auto found = std::find_if(
            rules.begin(), rules.end(), [rule = rule](const capture::RulePreview &one) {
                return one.rule == rule;
            });
        const bool isKnown = found != rules.end();
        row.count->setText(isKnown ? QLocale().toString(qulonglong(found->resources)) : QString());
        QString names = isKnown ? found->names.join(u", "_s) : QString();
        if (isKnown && found->resources > std::size_t(found->names.size()))
            names += u" …"_s;
        row.names->setText(names);
        row.names->setVisible(!names.isEmpty());
        row.button->setAccessibleDescription(
            isKnown ? tr("%n resource(s) in the first records", nullptr, int(found->resources))
                    : QString());
    }
}

void ImportOptionsPane::setRedaction(bool hidesClients, bool hidesServers)
{
    const QSignalBlocker clients(m_clients);
    const QSignalBlocker servers(m_servers);
    m_clients->setChecked(hidesClients);
    m_servers->setChecked(hidesServers);
    m_servers->setEnabled(hidesClients);
}

bool ImportOptionsPane::hidesClients() const
{
    return m_clients->isChecked();
}

bool ImportOptionsPane::hidesServers() const
{
    return m_clients->isChecked() && m_servers->isChecked();
}

} // namespace dramatis::ui
