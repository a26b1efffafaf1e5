// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/jobs/job_list.h"

#include <QList>
#include <QObject>
#include <QThreadPool>
#include <QUndoGroup>

#include <memory>
#include <vector>

class QApplication;
class QTranslator;

namespace dramatis::ui {
class CapturesPage;
class Document;
class DocumentPage;
class MainWindow;
class PracticesPage;
class ReportPage;
class Settings;
class SimulationPage;
class Theme;
} // namespace dramatis::ui

namespace dramatis {

/// The only place that names concrete things: settings, theme, pages, window, the open project; and
/// connects what the window asks for to what does it.
class Composition : public QObject
{
    Q_OBJECT

public:
    explicit Composition(QApplication &application);
    ~Composition() override;

    /// Shows the window with what was named: a project, captures, the sample, or nothing.
    void start(const QStringList &files, bool sample);

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::Document &document() { return *m_document; }
    [[nodiscard]] ui::Theme &theme() { return *m_theme; }

    /// Opens one project, or imports captures into a new project where the open one holds anything.
    void open(const QStringList &files);
    void openSample();

private:
    void connectWindow();
    void setDocument(std::unique_ptr<ui::Document> document);
    void newDocument();
    void openProject(const QString &path);
    void prepareImport(const QStringList &files);
    void saveAs(const QString &path);
    void exportPdf(const QString &path);
    void updateTitle();

    std::unique_ptr<ui::Settings> m_settings;
    std::unique_ptr<ui::Theme> m_theme;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    SystemClock m_clock;
    JobList m_jobs;
    QThreadPool m_pool;
    QUndoGroup m_undo;
    std::unique_ptr<ui::Document> m_document;
    std::unique_ptr<ui::MainWindow> m_window;
    QList<ui::DocumentPage *> m_pages; ///< owned by the window
    ui::CapturesPage *m_captures = nullptr;
    ui::SimulationPage *m_simulation = nullptr;
    ui::PracticesPage *m_practices = nullptr;
    ui::ReportPage *m_report = nullptr;
};

} // namespace dramatis
