// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/job_list.h"
#include "ui/base/settings.h"
#include "ui/edit/document.h"
#include "ui/models/table_view.h"
#include "ui/pages/base/document_page.h"

#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>
#include <memory>

namespace dramatis::tests {

/// What a page needs to live: settings in a temporary folder, a pool, an untitled project.
struct PageFixture
{
    PageFixture()
    {
        QStandardPaths::setTestModeEnabled(true);
        auto made = ui::Document::makeUntitled();
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        document = *std::move(made);
    }
    ~PageFixture() { pool.waitForDone(); }

    [[nodiscard]] ui::PageServices services() { return {settings, jobs, pool, clock}; }
    /// The bundled sample as a file in the temporary folder.
    [[nodiscard]] QString sample() const
    {
        const QString path = folder.filePath(QStringLiteral("shop-access.log.zst"));
        QFile::copy(QStringLiteral(DRAMATIS_ROOT "/resources/sample/shop-access.log.zst"), path);
        return path;
    }

    QTemporaryDir folder;
    ui::Settings settings{std::make_unique<QSettings>(
        folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)};
    JobList jobs;
    QThreadPool pool;
    SystemClock clock;
    std::unique_ptr<ui::Document> document;
};

/// The table of `page` that has this accessible name; null if there is none.
[[nodiscard]] inline ui::TableView *tableNamed(const QWidget &page, const QString &name)
{
    const auto tables = page.findChildren<ui::TableView *>();
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const ui::TableView *view) {
        return view->accessibleName() == name;
    });
    return found == tables.end() ? nullptr : *found;
}

} // namespace dramatis::tests
