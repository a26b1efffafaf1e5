// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/live_pane.h"

#include "ui/pages/captures/live_setup.h"
#include "ui/pages/captures/live_view.h"

namespace dramatis::ui {

LivePane::LivePane(LivePresenter &presenter, Settings &settings, QWidget *parent)
    : QStackedWidget(parent)
    , m_presenter(presenter)
    , m_setup(new LiveSetup(settings, this))
    , m_view(new LiveView(presenter, settings, this))
{
    addWidget(m_setup);
    addWidget(m_view);
    connect(m_setup, &LiveSetup::startRequested, this, [this] {
        m_presenter.start(m_setup->source(), m_setup->windowSeconds(), m_setup->hidesClients());
    });
    connect(m_setup, &LiveSetup::cancelled, this, &LivePane::closed);
    connect(&presenter, &LivePresenter::started, this, [this] {
        setCurrentWidget(m_view);
        m_view->refresh();
    });
    connect(&presenter, &LivePresenter::seen, m_view, &LiveView::refresh);
    connect(&presenter, &LivePresenter::failed, this, &LivePane::showFailure);
}

void LivePane::open()
{
    if (m_presenter.isRunning()) {
        setCurrentWidget(m_view);
        m_view->refresh();
        return;
    }
    const persona::PersonaSetPtr set = m_presenter.personas();
    setCurrentWidget(m_setup);
    m_setup->prepare(set ? (set->name.isEmpty() ? tr("the newest personas") : set->name)
                         : QString(),
                     set ? set->options.windowSeconds : 0);
}

/// Where the choice was made, so that it can be made again.
void LivePane::showFailure(const QString &what, const Error &error)
{
    setCurrentWidget(m_setup);
    m_setup->showError(QString(what + u' ' + error.toString()));
}

} // namespace dramatis::ui
