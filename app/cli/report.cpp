// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/project_access.h"
#include "app/cli/tr.h"
#include "ui/edit/report_subject.h"
#include "ui/print/report_pages.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

Result<int> report(const Context &context)
{
    DRAMATIS_TRY(const QString pdf, requiredValue(context, u"o"_s));
    DRAMATIS_TRY(const OpenProject project, openProject(context, project::OpenMode::ReadOnly));
    JobSlice preparing(context.job, 0, 0.5);
    DRAMATIS_TRY(const ui::ReportSubject subject,
                 ui::reportSubject(project.state,
                                   QFileInfo(project.store->path()).completeBaseName(),
                                   context.clock,
                                   preparing));
    JobSlice printing(context.job, 0.5, 1);
    const ui::ReportPages pages(
        report::buildReport(subject.subject(), project.state.report.sections),
        {project.state.report.paper});
    DRAMATIS_CHECK(pages.writePdf(pdf, printing));
    print(Tr::tr("Report: %1").arg(pdf));
    return int(kDone);
}

} // namespace

Command reportCommand()
{
    Command command;
    command.name = u"report"_s;
    command.summary = Tr::tr("Write the report of a project as PDF.");
    command.options = {projectOption(), {u"o"_s, Tr::tr("The PDF."), u"out.pdf"_s}};
    command.run = report;
    command.draws = true;
    return command;
}

} // namespace dramatis::cli
