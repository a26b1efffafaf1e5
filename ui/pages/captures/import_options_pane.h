// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/preview.h"
#include "ui/base/inspector_section.h"

#include <map>
#include <vector>

class QCheckBox;
class QLabel;
class QRadioButton;

namespace dramatis::ui {

/// The right side of the import page: how resources are named, with what each rule gives among the
/// first records, and what is hidden.
class ImportOptionsPane : public Inspector
{
    Q_OBJECT

public:
    explicit ImportOptionsPane(QWidget *parent = nullptr);

    /// @param rules  empty while they are not counted
    void setRules(const std::vector<capture::RulePreview> &rules, traffic::ResourceRule chosen);
    void setRedaction(bool hidesClients, bool hidesServers);
    [[nodiscard]] bool hidesClients() const;
    [[nodiscard]] bool hidesServers() const;

signals:
    void ruleChosen(dramatis::traffic::ResourceRule rule);
    void redactionChanged();

private:
    struct RuleRow
    {
        QRadioButton *button = nullptr;
        QLabel *count = nullptr;
        QLabel *names = nullptr;
    };

    void buildRules();
    void buildRedaction();

    std::map<traffic::ResourceRule, RuleRow> m_rules;
    QCheckBox *m_clients = nullptr;
    QCheckBox *m_servers = nullptr;
};

} // namespace dramatis::ui
