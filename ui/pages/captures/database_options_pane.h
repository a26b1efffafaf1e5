// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/query_import.h"
#include "ui/base/inspector_section.h"

#include <map>

class QCheckBox;
class QComboBox;
class QRadioButton;

namespace dramatis::ui {

/// The right side of the page for databases: how resources are named, how wide the windows are,
/// whether clients are left out, and what such a capture cannot tell.
class DatabaseOptionsPane : public Inspector
{
    Q_OBJECT

public:
    explicit DatabaseOptionsPane(QWidget *parent = nullptr);

    [[nodiscard]] capture::QueryOptions options() const;
    [[nodiscard]] bool leavesClientsOut() const;
    void setLeavesClientsOut(bool leavesOut);

signals:
    void clientsChanged();

private:
    void buildRules();
    void buildWindows();
    void buildClients();

    std::map<traffic::ResourceRule, QRadioButton *> m_rules;
    QComboBox *m_window = nullptr;
    QCheckBox *m_clients = nullptr;
};

} // namespace dramatis::ui
