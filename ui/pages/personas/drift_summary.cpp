// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/drift_summary.h"

#include "ui/base/elided_label.h"
#include "ui/base/fonts.h"
#include "ui/base/state_label.h"
#include "ui/pages/personas/fates.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr std::size_t kMostRows = 3;

QStringList linesOf(persona::Fate wanted, const std::vector<persona::PersonaFate> &fates)
{
    QStringList lines;
    for (const persona::PersonaFate &fate : fates) {
        if (fate.fate == wanted)
            lines << nameWithHeadline(fate);
    }
    return lines;
}

/// The fates that occur; of all four the one that asks for nothing gives way.
std::vector<persona::Fate> shownFates(const std::vector<persona::PersonaFate> &fates)
{
    std::vector<persona::Fate> shown;
    for (const persona::Fate fate :
         {persona::Fate::Same, persona::Fate::Drifted, persona::Fate::New, persona::Fate::Gone})
        if (std::any_of(
                fates.begin(), fates.end(), [fate](const auto &one) { return one.fate == fate; }))
            shown.push_back(fate);
    if (shown.size() > kMostRows)
        shown.erase(shown.begin());
    return shown;
}

} // namespace

DriftSummary::DriftSummary(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(4);
    m_heading = new ElidedLabel({}, this);
    setFontRole(m_heading, FontRole::Strong);
    column->addWidget(m_heading);
}

void DriftSummary::setFates(const QString &since, const std::vector<persona::PersonaFate> &fates)
{
    m_heading->setText(tr("Since %1").arg(since));
    delete m_rows;
    m_rows = new QWidget(this);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    for (const persona::Fate fate : shownFates(fates))
        addRow(fate, fates);
    layout()->addWidget(m_rows);
    setAccessibleName(m_heading->text());
    setAccessibleDescription(fatesSentence(fates));
}

void DriftSummary::addRow(persona::Fate fate, const std::vector<persona::PersonaFate> &fates)
{
    const QStringList lines = linesOf(fate, fates);
    const int row = m_grid->rowCount();
    auto *word = new StateLabel(stateOf(fate), persona::fateName(fate), m_rows);
    word->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QString names = lines.first();
    if (lines.size() > 1)
        names = tr("%1 and %2 more").arg(lines.first()).arg(lines.size() - 1);
    auto *label = new ElidedLabel(names, m_rows);
    setTextRole(label, TextRole::Secondary);
    for (QWidget *widget : {static_cast<QWidget *>(word), static_cast<QWidget *>(label)})
        widget->setToolTip(lines.join(u'\n'));
    m_grid->addWidget(word, row, 0);
    m_grid->addWidget(label, row, 1);
}

} // namespace dramatis::ui
