// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace dramatis::ui {

/// The first row of a pane: its name, a count or remark beside it, tools on the right.
class PaneHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PaneHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// "4", "6 of 37 rules"; empty for none.
    void setCount(const QString &text);
    void addTool(QAction *action);
    void addWidget(QWidget *widget);

private:
    QLabel *m_title;
    QLabel *m_count;
    QHBoxLayout *m_row;
};

} // namespace dramatis::ui
