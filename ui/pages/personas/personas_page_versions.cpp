// SPDX-License-Identifier: GPL-3.0-or-later
//
// The versions of the personas: which there are, which is shown, and what has become of the
// personas since another one.
#include "core/base/text.h"
#include "ui/edit/document.h"
#include "ui/pages/personas/drift_summary.h"
#include "ui/pages/personas/drift_view.h"
#include "ui/pages/personas/personas_page.h"
#include "ui/pages/personas/personas_presenter.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace dramatis::ui {

namespace {

/// "Version 3, 12 Nov 14:02"
QString versionName(std::size_t number, const persona::PersonaSet &set)
{
    return isKnown(set.createdAt)
               ? PersonasPage::tr("Version %1, %2").arg(number).arg(text::localTime(set.createdAt))
               : PersonasPage::tr("Version %1").arg(number);
}

} // namespace

/// All versions of these personas, the newest first, and the one that is shown.
void PersonasPage::showVersions()
{
    const QSignalBlocker blocker(m_versions);
    m_versions->clear();
    const persona::PersonaSetPtr set = m_presenter->set();
    m_versions->setVisible(set != nullptr);
    if (!set)
        return;
    const auto &sets = m_document->state().personaSets;
    for (auto it = sets.rbegin(); it != sets.rend(); ++it) {
        const std::size_t number = project::versionsOf(m_document->state(), it->first).size();
        m_versions->addItem(versionName(number, *it->second), dramatis::number(it->first));
        if (it->first == set->id)
            m_versions->setCurrentIndex(m_versions->count() - 1);
    }
}

/// What has become of the personas since the version that was chosen, else the one before.
void PersonasPage::showDrift()
{
    const persona::PersonaSetPtr set = m_presenter->set();
    m_driftSummary->setVisible(false);
    if (!set)
        return m_drift->show(nullptr, nullptr, {}, {});
    const project::ProjectState &state = m_document->state();
    std::vector<VersionChoice> versions;
    persona::PersonaSetPtr earlier = m_presenter->predecessor();
    for (auto it = state.personaSets.rbegin(); it != state.personaSets.rend(); ++it) {
        if (it->first == set->id)
            continue;
        versions.push_back(
            {it->first, versionName(project::versionsOf(state, it->first).size(), *it->second)});
        if (m_earlier == it->first)
            earlier = it->second;
    }
    m_drift->show(earlier, set, versions, earlier ? earlier->id : PersonaSetId{});
    if (!earlier)
        return;
    m_driftSummary->setVisible(true);
    m_driftSummary->setFates(tr("version %1").arg(project::versionsOf(state, earlier->id).size()),
                             m_drift->fates());
}

} // namespace dramatis::ui
