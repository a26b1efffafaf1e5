// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/assessment.h"

#include <QSet>
#include <QWidget>

class QLabel;

namespace dramatis::ui {

class EntryList;
class PaneHeader;

/// Score and findings of an assessment: what deviates by severity, what is undecided, and folded what holds
/// and what does not apply.
class FindingsList : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsList(QWidget *parent = nullptr);

    void setAssessment(const practice::Assessment *assessment, const QString &graphName);
    /// Index into the assessment's findings, or -1.
    [[nodiscard]] int current() const;
    void setCurrent(int finding);
    /// Chooses the next finding that deviates or is undecided, around.
    void goToNext();
    [[nodiscard]] EntryList *list() const { return m_list; }

signals:
    void chosen(int finding);

private:
    enum Group { Critical, Warning, Info, Undecided, Holds, NotApplicable, Count_ };

    void fill();
    static Group groupOf(const practice::Finding &finding);
    static QString groupName(Group group);

    std::vector<practice::Finding> m_findings;
    QSet<int> m_folded{Holds, NotApplicable};
    std::vector<int> m_groupOfRow; ///< of headings, else -1
    PaneHeader *m_header;
    QLabel *m_score;
    QLabel *m_scoreOf;
    QLabel *m_graph;
    EntryList *m_list;
};

} // namespace dramatis::ui
