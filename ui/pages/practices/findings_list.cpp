// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/practices/findings_list.h"

#include "core/base/text.h"
#include "ui/base/fonts.h"
#include "ui/base/pane_header.h"
#include "ui/pages/base/entry_list.h"
#include "ui/pages/practices/finding_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

FindingsList::FindingsList(QWidget *parent)
    : QWidget(parent)
    , m_header(new PaneHeader(tr("Findings"), this))
    , m_score(new QLabel(this))
    , m_scoreOf(new QLabel(tr("of 100"), this))
    , m_graph(new QLabel(this))
    , m_list(new EntryList(tr("Findings"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setFontRole(m_score, FontRole::KeyFigure);
    setTextRole(m_scoreOf, TextRole::Secondary);
    setTextRole(m_graph, TextRole::Secondary);
    m_graph->setWordWrap(true);
    m_score->setToolTip(tr("Weighted share of the decided rules that hold."));
    auto *score = new QHBoxLayout;
    score->setContentsMargins(12, 0, 12, 4);
    score->setSpacing(4);
    score->addWidget(m_score);
    score->addWidget(m_scoreOf, 1, Qt::AlignBottom);
    m_graph->setContentsMargins(12, 0, 12, 8);
    column->addWidget(m_header);
    column->addLayout(score);
    column->addWidget(m_graph);
    column->addWidget(m_list, 1);
    connect(m_list, &EntryList::chosen, this, [this](const QString &id) { emit this->chosen(id.toInt()); });
    connect(m_list, &EntryList::headingClicked, this, [this](int row) {
        const int group = m_groupOfRow[static_cast<std::size_t>(row)];
        if (!m_folded.remove(group))
            m_folded.insert(group);
        fill();
    });
}

void FindingsList::setAssessment(const practice::Assessment *assessment, const QString &graphName)
{
    m_findings = assessment ? assessment->findings : std::vector<practice::Finding>{};
    m_score->setText(assessment ? QString::number(std::lround(assessment->score)) : text::unknown());
    m_graph->setText(assessment ? tr("%1, fits %2")
                                      .arg(graphName.isEmpty() ? assessment->match.graph : graphName,
                                           QLocale().toString(assessment->match.score, 'f', 2))
                                : QString());
    fill();
}

FindingsList::Group FindingsList::groupOf(const practice::Finding &finding)
{
    switch (finding.state) {
    case practice::FindingState::Undecided:
        return Undecided;
    case practice::FindingState::Holds:
        return Holds;
    case practice::FindingState::NotApplicable:
        return NotApplicable;
    case practice::FindingState::Deviates:
        break;
    }
    return finding.severity == practice::Severity::Critical  ? Critical
           : finding.severity == practice::Severity::Warning ? Warning
                                                             : Info;
}

QString FindingsList::groupName(Group group)
{
    switch (group) {
    case Critical:
        return tr("Critical");
    case Warning:
        return tr("Warning");
    case Info:
        return tr("Note");
    case Undecided:
        return tr("Undecided");
    case Holds:
        return tr("Holds");
    case NotApplicable:
        return tr("Not applicable");
    case Count_:
        break;
    }
    return {};
}

void FindingsList::fill()
{
    std::vector<Entry> entries;
    m_groupOfRow.clear();
    std::size_t open = 0;
    for (int g = 0; g < Count_; ++g) {
        const auto group = static_cast<Group>(g);
        std::vector<Entry> rows;
        for (std::size_t i = 0; i < m_findings.size(); ++i) {
            const practice::Finding &finding = m_findings[i];
            if (groupOf(finding) != group)
                continue;
            Entry entry;
            entry.id = QString::number(i);
            entry.title = finding.title;
            entry.subtitle = findingFacts(finding);
            entry.toolTip = finding.title;
            rows.push_back(std::move(entry));
        }
        if (rows.empty())
            continue;
        open += g <= Undecided ? rows.size() : 0;
        Entry heading;
        heading.title = groupName(group);
        heading.heading = true;
        heading.right = QString::number(rows.size());
        static constexpr std::array states{State::Critical,
                                           State::Warning,
                                           State::Info,
                                           State::Undecided,
                                           State::Ok};
        if (g < NotApplicable)
            heading.state = states.at(static_cast<std::size_t>(g));
        heading.expandable = true;
        heading.expanded = !m_folded.contains(g);
        m_groupOfRow.push_back(g);
        const bool expanded = heading.expanded;
        entries.push_back(std::move(heading));
        if (expanded) {
            m_groupOfRow.insert(m_groupOfRow.end(), rows.size(), -1);
            std::move(rows.begin(), rows.end(), std::back_inserter(entries));
        }
    }
    m_header->setCount(m_findings.empty() ? QString()
                                          : tr("%1 of %2 checks").arg(open).arg(m_findings.size()));
    m_list->setEntries(entries);
}

int FindingsList::current() const
{
    const QString id = m_list->currentId();
    return id.isEmpty() ? -1 : id.toInt();
}

void FindingsList::setCurrent(int finding)
{
    if (finding >= 0 && finding < static_cast<int>(m_findings.size())
        && m_folded.remove(groupOf(m_findings[static_cast<std::size_t>(finding)])))
        fill();
    m_list->setCurrentId(finding < 0 ? QString() : QString::number(finding));
}

void FindingsList::goToNext()
{
    const int count = static_cast<int>(m_findings.size());
    for (int step = 1; step <= count; ++step) {
        const int next = (current() + step + count) % count;
        if (groupOf(m_findings[static_cast<std::size_t>(next)]) > Undecided)
            continue;
        setCurrent(next);
        emit chosen(next);
        return;
    }
}

} // namespace dramatis::ui
