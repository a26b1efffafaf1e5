// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QListWidget;

namespace dramatis::ui {

class SearchBox;

/// One thing that can be gone to or done.
struct Command
{
    QString place; ///< "File", "Personas"; what stands in front
    QString name;
    QString shortcut;
    std::function<void()> run;
};

/// "Go to anything": a popup with a line to type in and the commands that match. Up and Down
/// choose, Enter runs, Escape closes.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    /// Shows it below the upper edge of the window, with an empty line.
    void open(QList<Command> commands);
    [[nodiscard]] SearchBox *searchBox() const { return m_search; }
    [[nodiscard]] QListWidget *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void runCurrent();

    SearchBox *m_search;
    QListWidget *m_list;
    QList<Command> m_commands;
};

/// True if every word of `typed` occurs in `text`, in any case and order.
[[nodiscard]] bool matchesWords(const QString &text, const QString &typed);

} // namespace dramatis::ui
