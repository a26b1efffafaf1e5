// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/tokens.h"

#include <QListWidget>
#include <QString>

#include <optional>
#include <vector>

namespace dramatis::ui {

/// A row of an EntryList.
struct Entry
{
    QString id;         ///< unique in the list; empty for a row that cannot be chosen
    QString title;      ///< elided in the middle where there is no room
    QString subtitle;   ///< second line; empty: one line
    QString lead;       ///< short figure in front of the title: "14:22"
    QString right;      ///< figure at the right: "312 ± 8"
    QString toolTip;
    std::optional<State> state; ///< glyph: at the right, of a heading at the left
    bool heading = false;       ///< divides groups; `right` is its count
    bool expandable = false;    ///< a heading that folds what follows it
    bool expanded = true;

    bool operator==(const Entry &) const = default;
};

/// A list as the panes at the left have it: rows of one or two lines with a figure and a state, under
/// headings. Figures and states are part of the accessible text.
class EntryList : public QListWidget
{
    Q_OBJECT

public:
    /// @param name  for screen readers
    explicit EntryList(const QString &name, QWidget *parent = nullptr);

    /// Replaces the rows; the chosen one stays chosen where its id is still there.
    void setEntries(const std::vector<Entry> &entries);
    [[nodiscard]] QString currentId() const;
    /// Chooses a row without a signal; an unknown id chooses none.
    void setCurrentId(const QString &id);
    /// The height of all rows, for a list that does not scroll by itself.
    [[nodiscard]] int contentHeight() const;

signals:
    /// The person chose a row.
    void chosen(const QString &id);
    /// A heading that can fold was clicked, or Space pressed on it.
    void headingClicked(int row);

private:
    std::vector<Entry> m_entries;
};

} // namespace dramatis::ui
