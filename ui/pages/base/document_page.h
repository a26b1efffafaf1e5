// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/base/page.h"

class QThreadPool;

namespace dramatis {
class JobList;
}

namespace dramatis::ui {

class Document;
class Settings;

/// What every page is given. All of it outlives the page.
struct PageServices
{
    Settings &settings;
    JobList &jobs;     ///< long computations are added here, so that the status bar shows them
    QThreadPool &pool; ///< where they run
    const Clock &clock;
};

/// A page that shows the open project.
class DocumentPage : public Page
{
    Q_OBJECT

public:
    using Page::Page;

    /// The project to show from now on; the one before is gone when this is called again. Running
    /// computations of the page are superseded. Never null.
    virtual void setDocument(Document *document) = 0;

signals:
    /// Show another page: "captures", "personas", "simulation", "practices", "report".
    void pageRequested(const QString &id);
    /// Captures to import (from an empty page's button or drop).
    void importRequested(const QStringList &files);
    /// Files of any kind to open.
    void openRequested(const QStringList &files);
    void sampleRequested();
};

} // namespace dramatis::ui
