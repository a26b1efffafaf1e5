// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/report/report.h"

#include <QSizeF>
#include <QString>

#include <memory>

class QPainter;

namespace dramatis::ui {

struct PageOptions
{
    QString paper = QStringLiteral("A4"); ///< A4 or Letter
};

/// A report laid out on pages. One painter serves the preview and the PDF.
/// Needs a QApplication (offscreen will do); lives in the thread it was made in.
class ReportPages
{
public:
    ReportPages(report::Report report, const PageOptions &options);
    ~ReportPages();

    [[nodiscard]] int count() const;
    /// In points (1/72 inch).
    [[nodiscard]] QSizeF pageSize() const;
    /// The page that a section begins on, from 0, or -1.
    [[nodiscard]] int pageOf(const QString &sectionId) const;
    /// Paints page `index` with the painter scaled so that one unit is a point and the page's upper
    /// left corner is the origin. Always light on white.
    void paint(QPainter &painter, int index) const;

    /// Writes all pages as a PDF with outline, author and embedded fonts. The file is replaced in
    /// one step.
    /// @errors Io, Cancelled
    Result<> writePdf(const QString &path, JobControl &job) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dramatis::ui
