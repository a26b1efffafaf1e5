// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/database_import.h"

#include "app/cli/project_access.h"
#include "app/cli/requests.h"
#include "app/cli/tr.h"
#include "core/base/text.h"
#include "core/capture/import_json.h"
#include "core/capture/import_routes.h"
#include "core/project/counted_capture.h"

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

void report(const Context &context, const capture::QueryCapture &counted)
{
    if (context.options.isSet(u"json"_s)) {
        capture::Imported imported;
        imported.summary = counted.summary;
        QJsonObject json = capture::importToJson(imported, counted.statistics);
        json.insert(u"windows"_s, static_cast<qint64>(counted.windows->windows.size()));
        json.insert(u"windowSeconds"_s, counted.windows->widthSeconds);
        print(json);
        return;
    }
    print(Tr::tr("%1: %2 exchanges counted in %3 windows of %4, %5 resources, %6 skipped.")
              .arg(counted.source.name(),
                   text::count(static_cast<double>(counted.summary.exchanges)),
                   text::count(static_cast<double>(counted.windows->windows.size())),
                   text::duration(counted.windows->widthSeconds),
                   text::count(static_cast<double>(counted.statistics.resources.size())),
                   text::count(static_cast<double>(counted.summary.skipped))));
    for (const QString &note : capture::captureNotes(counted.summary, counted.statistics))
        print(note);
}

Result<>
keep(const Context &context, OpenProject &project, CaptureId id, capture::QueryCapture counted)
{
    DRAMATIS_TRY(std::shared_ptr<table::ChunkStore> store, project.store->beginImport(id));
    DRAMATIS_TRY(project::CaptureRecord record,
                 project::countedRecord(std::move(counted), std::move(store), context.clock.now()));
    return project.keep(project::PutCapture{id, std::move(record)});
}

/// Counts again what came since, for the newest capture that a database counted.
Result<int> refresh(const Context &context)
{
    DRAMATIS_TRY(OpenProject project, openProject(context, project::OpenMode::ReadWrite));
    for (auto entry = project.state.captures.rbegin(); entry != project.state.captures.rend();
         ++entry) {
        if (!entry->second.counted)
            continue;
        const capture::QueryCapture before = project::countedBefore(entry->second);
        const QString password = capture::databasePassword({before.source, {}});
        DRAMATIS_TRY(capture::QueryCapture counted,
                     capture::refreshQuery(before, password, context.job));
        report(context, counted);
        DRAMATIS_TRY(const quint32 number, project.store->newId());
        DRAMATIS_CHECK(keep(context, project, CaptureId{number}, std::move(counted)));
        return int(kDone);
    }
    return makeError(ErrorKind::InvalidArgument,
                     Tr::tr("No capture of this project was counted in a database."));
}

} // namespace

QList<QCommandLineOption> databaseOptions()
{
    return {{u"database"_s,
             Tr::tr("A database to count in: postgresql://USER@HOST/NAME (?host=/folder for a "
                    "socket), odbc:SOURCE, or a file of SQLite. The password is taken from "
                    "DRAMATIS_DATABASE_PASSWORD, PGPASSWORD or ~/.pgpass and never kept."),
             u"url"_s},
            {u"table"_s, Tr::tr("The table of the database, maybe with its schema."), u"name"_s},
            {u"query"_s, Tr::tr("A SELECT whose rows are the table."), u"select"_s},
            {u"window"_s,
             Tr::tr("Width of the windows that a database counts; automatic if absent."),
             u"duration"_s},
            {u"refresh"_s,
             Tr::tr("Count again what came since, for the newest capture of the project that a "
                    "database counted; kept as a new capture.")}};
}

bool asksDatabase(const Context &context)
{
    return context.options.isSet(u"database"_s) || context.options.isSet(u"table"_s)
           || context.options.isSet(u"query"_s) || context.options.isSet(u"refresh"_s);
}

Result<int> importFromDatabase(const Context &context)
{
    if (context.options.isSet(u"refresh"_s))
        return refresh(context);
    const QString table = context.options.value(u"table"_s);
    const QString query = context.options.value(u"query"_s);
    if (!context.options.isSet(u"database"_s) || table.isEmpty() == query.isEmpty())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("Name a --database, and in it either a --table or a --query."));
    if (!context.arguments.isEmpty())
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("A database and files cannot be one capture."));
    DRAMATIS_TRY(capture::DatabaseAddress address,
                 capture::databaseAddress(context.options.value(u"database"_s)));
    DRAMATIS_TRY(const capture::ImportOptions request, importRequest(context));
    address.source.table = table;
    address.source.query = query;
    address.source.mapping = request.read.mapping.value_or(capture::ColumnMapping());
    address.source.mapping.guessesOthers = true;
    capture::QueryOptions options;
    options.rule = request.rule;
    DRAMATIS_TRY(options.windowSeconds, durationValue(context, u"window"_s));

    std::optional<OpenProject> project;
    if (context.options.isSet(u"project"_s)) {
        DRAMATIS_TRY(OpenProject opened, openOrCreateProject(context));
        project.emplace(std::move(opened));
    }
    DRAMATIS_TRY(capture::QueryCapture counted,
                 capture::importQuery(
                     address.source, capture::databasePassword(address), options, context.job));
    if (!request.routes.isEmpty())
        counted.summary.notes.append(capture::noPathsForRoutes());
    report(context, counted);
    if (project) {
        DRAMATIS_TRY(const quint32 number, project->store->newId());
        DRAMATIS_CHECK(keep(context, *project, CaptureId{number}, std::move(counted)));
    }
    return int(kDone);
}

} // namespace dramatis::cli
