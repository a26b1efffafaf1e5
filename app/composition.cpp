// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "core/base/version.h"
#include "ui/base/failure_box.h"
#include "ui/base/settings.h"
#include "ui/base/theme.h"
#include "ui/base/translation.h"
#include "ui/edit/document.h"
#include "ui/pages/captures/captures_page.h"
#include "ui/pages/personas/personas_page.h"
#include "ui/pages/practices/practices_page.h"
#include "ui/pages/report/report_page.h"
#include "ui/pages/simulation/simulation_page.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace dramatis {

namespace {

/// The bundled sample as a file: readers take files, and its name stands in the list.
Result<QString> sampleFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                      + u"/sample");
    const QString path = folder.filePath(u"shop-access.log.zst"_s);
    QFile bundled(u":/sample/shop-access.log.zst"_s);
    if (QFileInfo(path).size() == bundled.size())
        return path;
    QFile::remove(path);
    if (!folder.mkpath(u"."_s) || !bundled.copy(path))
        return makeError(
            ErrorKind::Io,
            Composition::tr("The sample could not be put into %1.").arg(folder.path()));
    return path;
}

} // namespace

Composition::Composition(QApplication &application)
    : m_settings(std::make_unique<ui::Settings>(std::make_unique<QSettings>()))
    , m_theme(std::make_unique<ui::Theme>(application))
{
    m_translators = ui::installTranslations(m_settings->language());
    m_window = std::make_unique<ui::MainWindow>(*m_theme, *m_settings, m_jobs, m_undo);
    const ui::PageServices services{*m_settings, m_jobs, m_pool, m_clock};
    m_captures = new ui::CapturesPage(services);
    m_simulation = new ui::SimulationPage(services);
    m_practices = new ui::PracticesPage(services);
    m_report = new ui::ReportPage(services);
    m_pages = {m_captures, new ui::PersonasPage(services), m_simulation, m_practices, m_report};
    for (ui::DocumentPage *page : std::as_const(m_pages))
        m_window->addPage(page);
    connectWindow();
    newDocument();
}

Composition::~Composition()
{
    m_jobs.cancelAll();
    m_window.reset(); // the pages go before the project that they show
    m_pool.waitForDone();
}

void Composition::connectWindow()
{
    ui::MainWindow *window = m_window.get();
    connect(window, &ui::MainWindow::newRequested, this, &Composition::newDocument);
    connect(window, &ui::MainWindow::sampleRequested, this, &Composition::openSample);
    connect(window, &ui::MainWindow::openRequested, this, &Composition::open);
    connect(window, &ui::MainWindow::importRequested, this, &Composition::prepareImport);
    connect(window, &ui::MainWindow::followRequested, this, [this] {
        m_window->showPage(u"captures"_s);
        m_captures->follow();
    });
    connect(window, &ui::MainWindow::databaseRequested, this, [this] {
        m_window->showPage(u"captures"_s);
        m_captures->openDatabase();
    });
    connect(window, &ui::MainWindow::saveAsRequested, this, &Composition::saveAs);
    connect(window, &ui::MainWindow::exportPdfRequested, this, &Composition::exportPdf);
    connect(window, &ui::MainWindow::closing, &m_jobs, &JobList::cancelAll);
    for (ui::DocumentPage *page : std::as_const(m_pages)) {
        connect(page, &ui::DocumentPage::pageRequested, window, &ui::MainWindow::showPage);
        connect(page, &ui::DocumentPage::importRequested, this, &Composition::prepareImport);
        connect(page, &ui::DocumentPage::openRequested, this, &Composition::open);
        connect(page, &ui::DocumentPage::sampleRequested, this, &Composition::openSample);
    }
    connect(m_practices, &ui::PracticesPage::simulationRequested, this, [this] {
        m_window->showPage(u"simulation"_s);
        m_simulation->run();
    });
}

void Composition::start(const QStringList &files, bool sample)
{
    m_theme->setChoice(m_settings->theme());
    m_window->restorePage();
    m_window->show();
    if (sample)
        openSample();
    else if (!files.isEmpty())
        open(files);
}

void Composition::setDocument(std::unique_ptr<ui::Document> document)
{
    m_jobs.cancelAll();
    const std::unique_ptr<ui::Document> before = std::exchange(m_document, std::move(document));
    for (ui::DocumentPage *page : std::as_const(m_pages))
        page->setDocument(m_document.get());
    m_undo.addStack(m_document->undoStack());
    m_undo.setActiveStack(m_document->undoStack());
    connect(m_document.get(), &ui::Document::pathChanged, this, &Composition::updateTitle);
    connect(m_document.get(), &ui::Document::failed, this, [this](const Error &error) {
        ui::showFailure(m_window.get(), tr("This could not be done."), error);
    });
    updateTitle();
}

void Composition::updateTitle()
{
    m_window->setProjectName(m_document->isUntitled() ? QString() : m_document->displayName());
    m_window->setSavedText(m_document->isReadOnly() ? tr("Open in another window: read only")
                           : m_document->isUntitled()
                               ? tr("New project, kept safe until you save it")
                               : tr("Saved"));
}

void Composition::newDocument()
{
    auto document = ui::Document::makeUntitled();
    if (!document) {
        ui::showFailure(m_window.get(), tr("A new project could not be made."), document.error());
        if (!m_document) // nothing to fall back to
            qFatal("%s", qPrintable(document.error().toString()));
        return;
    }
    setDocument(*std::move(document));
}

void Composition::open(const QStringList &files)
{
    QStringList captures;
    QStringList projects;
    for (const QString &file : files) {
        QFile head(file);
        const bool isProject =
            head.open(QIODevice::ReadOnly) && head.read(16) == QByteArray("SQLite format 3\0", 16);
        (isProject || file.endsWith(u".dramatis") ? projects : captures).append(file);
    }
    if (!projects.isEmpty())
        openProject(projects.first());
    if (!captures.isEmpty()) {
        m_window->showPage(u"captures"_s);
        m_captures->offer(captures);
    }
}

void Composition::openProject(const QString &path)
{
    auto document = ui::Document::open(path);
    if (!document) {
        m_settings->removeRecentFile(path);
        ui::showFailure(m_window.get(), tr("The project could not be opened."), document.error());
        return;
    }
    m_settings->addRecentFile(path);
    setDocument(*std::move(document));
    m_window->showPage(u"captures"_s);
}

void Composition::openSample()
{
    const auto path = sampleFile();
    if (!path) {
        ui::showFailure(m_window.get(), tr("The sample could not be opened."), path.error());
        return;
    }
    if (!m_document->state().captures.empty())
        newDocument();
    m_window->showPage(u"captures"_s);
    m_captures->import({*path});
}

void Composition::prepareImport(const QStringList &files)
{
    m_window->showPage(u"captures"_s);
    m_captures->prepareImport(files);
}

void Composition::saveAs(const QString &path)
{
    const auto saved = m_document->saveAs(path);
    if (!saved) {
        ui::showFailure(m_window.get(), tr("The project could not be saved."), saved.error());
        return;
    }
    m_settings->addRecentFile(path);
}

void Composition::exportPdf(const QString &path)
{
    m_window->showPage(u"report"_s);
    m_report->exportPdf(path);
}

} // namespace dramatis
