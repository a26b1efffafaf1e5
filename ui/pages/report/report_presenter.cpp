// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report/report_presenter.h"

#include "core/jobs/job_list.h"
#include "core/report/build_report.h"
#include "ui/edit/document.h"
#include "ui/edit/report_subject.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

ReportPresenter::ReportPresenter(const PageServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_job(this)
{}

void ReportPresenter::setDocument(Document *document)
{
    m_job.cancel();
    m_document = document;
    connect(document, &Document::changed, this, &ReportPresenter::optionsChanged);
    emit optionsChanged();
}

bool ReportPresenter::hasContent() const
{
    return m_document
           && (!m_document->state().captures.empty() || !m_document->state().scenarios.empty());
}

QString ReportPresenter::missing() const
{
    if (!hasContent())
        return tr("There is no capture yet.");
    if (m_document->state().captures.empty())
        return tr("There is no capture: the report is about the scenario alone.");
    if (m_document->state().personaSets.empty())
        return tr("Personas were not found yet.");
    if (m_document->state().runs.empty())
        return tr("Nothing was simulated yet.");
    if (m_document->state().advices.empty())
        return tr("Advice was not asked for yet.");
    return {};
}

void ReportPresenter::refresh()
{
    if (!hasContent())
        return;
    const project::ProjectState state = m_document->state();
    std::shared_ptr<const analysis::PersonaAnalysis> analysis;
    if (const auto set = m_document->currentPersonaSet())
        analysis = m_document->analysisOf(*set);
    const QString name = projectName();
    using Made = std::shared_ptr<const report::Report>;
    const auto work =
        [state, name, analysis, sections = chosenSections(), &clock = m_services.clock](
            JobControl &job) -> Result<Made> {
        DRAMATIS_TRY(const ReportSubject subject, reportSubject(state, name, clock, job, analysis));
        return std::make_shared<const report::Report>(
            report::buildReport(subject.subject(), sections));
    };
    m_job.start(&m_services.pool, work, [this](Result<Made> made) {
        if (made)
            emit ready(*made);
        else if (made.error().kind != ErrorKind::Cancelled)
            emit failed(made.error());
    });
}

QString ReportPresenter::projectName() const
{
    const project::ProjectState &state = m_document->state();
    if (!m_document->isUntitled())
        return QFileInfo(m_document->path()).completeBaseName();
    return state.captures.empty()
               ? state.scenarios.rbegin()->second.scenario.name
               : QFileInfo(state.captures.rbegin()->second.name).completeBaseName();
}

QStringList ReportPresenter::chosenSections() const
{
    const QStringList chosen = m_document ? m_document->state().report.sections : QStringList();
    if (!chosen.isEmpty())
        return chosen;
    QStringList all;
    for (const report::SectionKind &kind : report::allSections())
        all << kind.id;
    return all;
}

QStringList ReportPresenter::sectionOrder() const
{
    QStringList order = chosenSections();
    for (const report::SectionKind &kind : report::allSections())
        if (!order.contains(kind.id))
            order << kind.id;
    return order;
}

bool ReportPresenter::isSectionOn(const QString &id) const
{
    return chosenSections().contains(id);
}

void ReportPresenter::setSectionOn(const QString &id, bool on)
{
    QStringList chosen = chosenSections();
    if (chosen.contains(id) == on
        || (!on && chosen.size() == 1)) // a report has at least one section
        return;
    if (on)
        chosen << id;
    else
        chosen.removeAll(id);
    project::ReportOptions options = m_document->state().report;
    options.sections = chosen;
    change(options);
}

void ReportPresenter::moveSection(const QString &id, int places)
{
    QStringList chosen = chosenSections();
    const qsizetype from = chosen.indexOf(id);
    if (from < 0)
        return;
    const qsizetype to = std::clamp<qsizetype>(from + places, 0, chosen.size() - 1);
    if (to == from)
        return;
    chosen.move(from, to);
    project::ReportOptions options = m_document->state().report;
    options.sections = chosen;
    change(options);
}

void ReportPresenter::setTitle(const QString &title)
{
    project::ReportOptions options = m_document->state().report;
    options.title = title;
    change(options);
}

void ReportPresenter::setAuthor(const QString &author)
{
    project::ReportOptions options = m_document->state().report;
    options.author = author;
    change(options);
}

void ReportPresenter::setPaper(const QString &paper)
{
    project::ReportOptions options = m_document->state().report;
    options.paper = paper;
    change(options);
}

void ReportPresenter::change(const project::ReportOptions &options)
{
    if (options == m_document->state().report)
        return;
    if (const auto done = m_document->perform(project::ChangeReport{options}); !done)
        emit failed(done.error());
}

} // namespace dramatis::ui
