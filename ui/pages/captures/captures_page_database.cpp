// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the captures page that has databases count: the page where one is chosen, and
// counting again what came since.
#include "ui/base/page_frame.h"
#include "ui/pages/captures/capture_inspector.h"
#include "ui/pages/captures/captures_page.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/captures/database_counting.h"
#include "ui/pages/captures/database_page.h"
#include "ui/pages/captures/database_presenter.h"
#include "ui/pages/captures/refresh_bar.h"

#include <QAction>
#include <QLayout>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

void CapturesPage::buildDatabase()
{
    m_databasePage = new DatabasePage(m_services, *m_database, *m_counting, this);
    m_databasePage->hide();
    layout()->addWidget(m_databasePage);
    connect(m_databasePage, &DatabasePage::closed, this, &CapturesPage::leaveDatabase);

    connect(m_refresh, &QAction::triggered, this, [this] { refreshCapture({}); });
    connect(m_inspector, &CaptureInspector::refreshRequested, m_refresh, &QAction::trigger);
    connect(m_refreshBar, &RefreshBar::refreshAsked, this, &CapturesPage::refreshCapture);
    connect(m_counting, &DatabaseCounting::started, this, [this] {
        m_refresh->setEnabled(false);
        m_inspector->setCanRefresh(false);
    });
    connect(
        m_counting, &DatabaseCounting::progressed, this, [this](double part, const QString &stage) {
            frame()->showProgress(part);
            if (!stage.isEmpty())
                emit statusChanged(stage);
        });
    connect(m_counting, &DatabaseCounting::failed, this, [this](const Error &error) {
        const project::CaptureRecord *record = m_presenter->capture();
        if (m_databasePage->isHidden() && record && record->counted)
            m_refreshBar->ask(record->name, error, record->counted->source.driver != u"QSQLITE");
    });
    connect(m_counting, &DatabaseCounting::ended, this, [this] {
        frame()->hideProgress();
        m_inspector->setCanRefresh(true);
        showStack();
    });
}

void CapturesPage::openDatabase()
{
    leaveImport();
    m_showsLive = false;
    m_hasError = false;
    showStack();
    frame()->hide();
    m_databasePage->show();
    m_databasePage->open();
}

void CapturesPage::leaveDatabase()
{
    if (!m_databasePage || m_databasePage->isHidden())
        return;
    m_databasePage->leave();
    m_databasePage->hide();
    frame()->show();
}

void CapturesPage::refreshCapture(const QString &password)
{
    const project::CaptureRecord *record = m_presenter->capture();
    if (!record || !record->counted)
        return;
    m_refreshBar->hide();
    m_counting->refresh(*record, password);
}

} // namespace dramatis::ui
