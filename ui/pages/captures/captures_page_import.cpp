// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of the captures page that brings files in: what is dropped, pasted or chosen is looked
// at first; what leaves nothing to decide is imported at once, the rest on the import page.
#include "ui/base/dropped_files.h"
#include "ui/base/failure_box.h"
#include "ui/base/page_frame.h"
#include "ui/base/settings.h"
#include "ui/pages/captures/captures_page.h"
#include "ui/pages/captures/captures_presenter.h"
#include "ui/pages/captures/database_page.h"
#include "ui/pages/captures/import_page.h"
#include "ui/pages/captures/import_presenter.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLayout>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

/// The files that lines of text name, as paths or as addresses of files; those that are not there
/// are left out.
QStringList namedFiles(const QString &text)
{
    QStringList files;
    for (QString line : text.split(u'\n', Qt::SkipEmptyParts)) {
        line = line.trimmed();
        if (line.size() > 1 && line.startsWith(u'"') && line.endsWith(u'"'))
            line = line.mid(1, line.size() - 2);
        if (line.startsWith(u"file:"))
            line = QUrl(line).toLocalFile();
        if (!line.isEmpty() && QFileInfo::exists(line))
            files.append(QFileInfo(line).absoluteFilePath());
    }
    return files;
}

} // namespace

void CapturesPage::buildImport()
{
    m_importPage = new ImportPage(m_services, *m_preparing, this);
    m_importPage->hide();
    layout()->addWidget(m_importPage);
    connectImport();
}

void CapturesPage::connectImport()
{
    connect(m_importPage, &ImportPage::cancelled, this, &CapturesPage::leaveImport);
    connect(m_importPage, &ImportPage::importAsked, this, &CapturesPage::startImport);
    connect(m_importPage, &ImportPage::moreAsked, this, &CapturesPage::askForFiles);
    connect(m_preparing, &ImportPresenter::failed, this, [this](const Error &error) {
        leaveImport();
        showFailure(this, tr("The files could not be listed."), error);
    });
    connect(m_preparing, &ImportPresenter::looked, this, [this] {
        if (!m_isOffered)
            return;
        m_isOffered = false;
        if (m_preparing->isPlain() && !m_presenter->isImporting())
            startImport();
        else
            showImport();
    });
}

void CapturesPage::showImport()
{
    m_isOffered = false;
    leaveDatabase();
    frame()->hide();
    m_importPage->show();
    m_importPage->focusFiles();
}

void CapturesPage::leaveImport()
{
    m_isOffered = false;
    if (!m_importPage) // not built yet
        return;
    m_importPage->hide();
    frame()->show();
    m_preparing->clear();
}

void CapturesPage::startImport()
{
    const QStringList files = m_preparing->importable();
    if (m_presenter->isImporting()) {
        emit statusChanged(
            tr("An import is running. Wait for it, or stop it, before the next one."));
        return;
    }
    if (files.isEmpty())
        return;
    capture::ImportOptions options = m_preparing->options();
    if (m_importPage->hidesClients())
        options.redaction = traffic::Redaction{{}, m_importPage->hidesServers()};
    leaveImport();
    m_presenter->import(files, options);
}

void CapturesPage::prepareImport(const QStringList &files)
{
    if (!m_importPage->isHidden()) {
        m_preparing->addFiles(files);
        return;
    }
    m_preparing->setFiles(files);
    showImport();
}

void CapturesPage::offer(const QStringList &files)
{
    if (!m_importPage->isHidden()) {
        m_preparing->addFiles(files);
        return;
    }
    m_isOffered = true;
    m_preparing->setFiles(files);
}

void CapturesPage::take(const QStringList &files)
{
    if (!m_importPage->isHidden())
        m_preparing->addFiles(files);
    else
        emit openRequested(files); // a project may be among them
}

void CapturesPage::paste()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    QStringList files = droppedFiles(clipboard);
    if (files.isEmpty() && clipboard && clipboard->hasText())
        files = namedFiles(clipboard->text());
    if (files.isEmpty())
        emit statusChanged(tr("The clipboard names no file that is here."));
    else
        take(files);
}

PageFrame *CapturesPage::activeFrame() const
{
    if (m_importPage && !m_importPage->isHidden())
        return m_importPage->frame();
    return m_databasePage && !m_databasePage->isHidden() ? m_databasePage->frame() : frame();
}

} // namespace dramatis::ui
