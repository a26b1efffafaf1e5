// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/query/query_import.h"
#include "core/project/counted_capture.h"
#include "tests/support/traffic_database.h"
#include "tests/ui/pages/page_fixture.h"

namespace dramatis::tests {

/// A project with one capture, which a database counted in windows of 10 s.
inline CaptureId keepCounted(PageFixture &fixture)
{
    capture::QuerySource source;
    source.driver = QStringLiteral("QSQLITE");
    source.database = fixture.folder.filePath(QStringLiteral("traffic.db"));
    source.table = QStringLiteral("r");
    source.mapping.guessesOthers = true;
    makeTrafficDatabase(source.database);
    NullJobControl job;
    auto counted = capture::importQuery(source, {}, {{}, 10.0}, job);
    if (!counted)
        qFatal("%s", qPrintable(counted.error().toString()));
    const CaptureId id{*fixture.document->newId()};
    auto record =
        project::countedRecord(*std::move(counted), *fixture.document->beginImport(id), 7);
    if (!record || !fixture.document->keep(project::PutCapture{id, *std::move(record)}))
        qFatal("the capture cannot be kept");
    return id;
}

} // namespace dramatis::tests
