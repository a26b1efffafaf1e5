// SPDX-License-Identifier: GPL-3.0-or-later
//
// The windows that are selected on the personas page: in the scatter, in the table, and by the time
// that is chosen on the Captures page.
#include "ui/edit/document.h"
#include "ui/pages/personas/density_pane.h"
#include "ui/pages/personas/persona_editor.h"
#include "ui/pages/personas/personas_page.h"
#include "ui/pages/personas/personas_presenter.h"
#include "ui/pages/personas/scatter_pane.h"
#include "ui/pages/personas/selection_bar.h"
#include "ui/pages/personas/windows_view.h"
#include "ui/plots/scatter_plot.h"

#include <QTabBar>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

void PersonasPage::connectSelection()
{
    connect(m_scatter, &ScatterPane::rowsSelected, this, &PersonasPage::selectRows);
    connect(m_windows, &PersonaWindowsView::rowsSelected, this, &PersonasPage::selectRows);
    connect(m_windows, &PersonaWindowsView::windowActivated, this, [this](std::uint32_t row) {
        selectRows({row});
        m_tabs->setCurrentIndex(ScatterView);
    });
    connect(
        m_selectionBar, &SelectionBar::assignRequested, this, [this](std::optional<PersonaId> to) {
            m_editor->regroup(persona::AssignWindows{m_rows, to});
        });
    connect(m_selectionBar, &SelectionBar::newPersonaRequested, this, [this] {
        m_editor->regroup(persona::NewPersona{m_rows});
    });
    connect(m_selectionBar, &SelectionBar::listRequested, this, [this] {
        m_tabs->setCurrentIndex(WindowsView);
        m_windows->setFilter({WindowFilter::Kind::Selected});
    });
    connect(m_selectionBar,
            &SelectionBar::showInCapturesRequested,
            this,
            &PersonasPage::showInCaptures);
    connect(m_selectionBar, &SelectionBar::clearRequested, this, [this] { selectRows({}); });
}

void PersonasPage::selectRows(std::vector<std::uint32_t> rows)
{
    m_rows = std::move(rows);
    if (m_scatter->plot()->selectedPoints() != m_rows)
        m_scatter->setSelectedRows(m_rows);
    if (m_windows->selectedRows() != m_rows)
        m_windows->setSelectedRows(m_rows);
    m_density->setSelectedRows(m_rows);
    m_selectionBar->setMovable(!m_document->isReadOnly(),
                               tr("The project is open in another window: read only."));
    m_selectionBar->show(m_rows.size(), m_presenter->set().get());
}

/// The windows of the time that is chosen on the Captures page.
void PersonasPage::selectRange()
{
    const auto range = m_document->currentRange();
    const FoundPersonas *found = m_presenter->found();
    std::vector<std::uint32_t> rows;
    if (found && range) {
        const traffic::WindowTable &windows = *found->analysis->windows;
        const std::vector<std::uint32_t> &windowOfRow = found->analysis->features->windowOfRow;
        for (std::uint32_t row = 0; row < windowOfRow.size(); ++row) {
            const std::int64_t slice = windows.windows[windowOfRow[row]].slice;
            if (windows.sliceBegin(slice) < range->to
                && windows.sliceBegin(slice + 1) > range->from)
                rows.push_back(row);
        }
    }
    selectRows(std::move(rows));
}

/// The time that the selected windows span, on the Captures page.
void PersonasPage::showInCaptures()
{
    const FoundPersonas *found = m_presenter->found();
    if (!found || m_rows.empty())
        return;
    const traffic::WindowTable &windows = *found->analysis->windows;
    const std::vector<std::uint32_t> &windowOfRow = found->analysis->features->windowOfRow;
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (const std::uint32_t row : m_rows) {
        const std::int64_t slice = windows.windows[windowOfRow[row]].slice;
        first = std::min(first, slice);
        last = std::max(last, slice);
    }
    const std::vector<std::uint32_t> rows = m_rows; // the range would select all in between
    m_document->chooseRange(TimeSpan{windows.sliceBegin(first), windows.sliceBegin(last + 1)});
    selectRows(rows);
    emit pageRequested(u"captures"_s);
}

} // namespace dramatis::ui
