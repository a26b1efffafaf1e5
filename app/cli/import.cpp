// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/database_import.h"
#include "app/cli/project_access.h"
#include "app/cli/requests.h"
#include "app/cli/tr.h"
#include "core/base/text.h"
#include "core/capture/capture_observations.h"
#include "core/capture/import_json.h"
#include "core/capture/source_paths.h"

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

Result<int> import(const Context &context)
{
    if (asksDatabase(context))
        return importFromDatabase(context);
    if (context.arguments.isEmpty())
        return makeError(ErrorKind::InvalidArgument, Tr::tr("Name at least one capture."));
    DRAMATIS_TRY(capture::ImportOptions request, importRequest(context));

    // Without a project the capture is read and described, nothing is kept.
    std::optional<OpenProject> project;
    std::shared_ptr<table::ChunkStore> chunks = table::makeSpillingStore();
    CaptureId id{};
    if (context.options.isSet(u"project"_s)) {
        DRAMATIS_TRY(OpenProject opened, openOrCreateProject(context));
        project.emplace(std::move(opened));
        DRAMATIS_TRY(const quint32 number, project->store->newId());
        id = CaptureId{number};
        DRAMATIS_TRY(chunks, project->store->beginImport(id));
    }
    DRAMATIS_CHECK(applyRedaction(context, project ? project->store.get() : nullptr, request));
    JobSlice reading(context.job, 0, 0.9);
    DRAMATIS_TRY(const capture::Imported imported,
                 capture::importCapture(context.arguments, request, chunks, reading));
    JobSlice counting(context.job, 0.9, 1);
    DRAMATIS_TRY(traffic::CaptureStatistics statistics,
                 traffic::captureStatistics(*imported.table, counting));

    if (context.options.isSet(u"json"_s)) {
        print(capture::importToJson(imported, statistics));
    } else {
        print(Tr::tr("%1: %2 records, %3 exchanges, %4 resources, %5 skipped.")
                  .arg(imported.summary.format,
                       text::count(static_cast<double>(imported.summary.records)),
                       text::count(static_cast<double>(imported.summary.exchanges)),
                       text::count(static_cast<double>(statistics.resources.size())),
                       text::count(static_cast<double>(imported.summary.skipped))));
        for (const QString &note : capture::captureNotes(imported.summary, statistics))
            print(note);
        for (const traffic::Observation &one :
             capture::captureObservations(imported.summary, statistics))
            print(one.resource.isEmpty()
                      ? Tr::tr("%1: %2").arg(traffic::observationName(one.kind), one.text)
                      : Tr::tr("%1 at %2: %3")
                            .arg(traffic::observationName(one.kind), one.resource, one.text));
    }
    if (project) {
        project::CaptureRecord record;
        record.name = capture::captureName(context.arguments);
        record.table = imported.table;
        record.summary = imported.summary;
        record.files = imported.files;
        record.statistics =
            std::make_shared<const traffic::CaptureStatistics>(std::move(statistics));
        record.importedAt = context.clock.now();
        DRAMATIS_CHECK(project->keep(project::PutCapture{id, std::move(record)}));
    }
    return int(kDone);
}

} // namespace

Command importCommand()
{
    Command command;
    command.name = u"import"_s;
    command.arguments = u"CAPTURE..."_s;
    command.summary = Tr::tr(
        "Read captures as one, into a project if one is named; or count those in a database.");
    command.options = QList<QCommandLineOption>{projectOption(), jsonOption()};
    command.options << importOptions() << databaseOptions();
    command.run = import;
    return command;
}

} // namespace dramatis::cli
