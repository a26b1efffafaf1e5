// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/latest_job.h"
#include "core/project/state.h"
#include "core/report/report.h"
#include "ui/pages/base/document_page.h"

#include <QObject>

#include <memory>

namespace dramatis::ui {

class Document;

/// What the report page does, without widgets: builds the report of the open project and changes
/// its options.
class ReportPresenter : public QObject
{
    Q_OBJECT

public:
    ReportPresenter(const PageServices &services, QObject *parent = nullptr);

    void setDocument(Document *document);
    /// Builds the report anew, in a worker; `ready` or `failed` follows.
    void refresh();
    /// Whether there is anything to report.
    [[nodiscard]] bool hasContent() const;
    /// What is missing for a whole report, translated; empty if nothing is.
    [[nodiscard]] QString missing() const;

    /// All section ids in the order chosen, the ones that are switched off last.
    [[nodiscard]] QStringList sectionOrder() const;
    [[nodiscard]] bool isSectionOn(const QString &id) const;
    void setSectionOn(const QString &id, bool on);
    /// By one place; negative is up.
    void moveSection(const QString &id, int places);
    void setTitle(const QString &title);
    void setAuthor(const QString &author);
    void setPaper(const QString &paper);

signals:
    void ready(std::shared_ptr<const dramatis::report::Report> report);
    void failed(const dramatis::Error &error);
    /// The options or what there is to report have changed.
    void optionsChanged();

private:
    void change(const project::ReportOptions &options);
    [[nodiscard]] QString projectName() const;
    [[nodiscard]] QStringList chosenSections() const;

    PageServices m_services;
    Document *m_document = nullptr;
    LatestJob<std::shared_ptr<const report::Report>> m_job;
};

} // namespace dramatis::ui
