// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/base/tokens.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QMenu;
class QPainter;

namespace dramatis::ui {

/// What a plot shows, as text: for the clipboard, CSV and screen readers.
struct PlotTable
{
    QStringList headers;
    std::vector<QStringList> rows;
};

/// What all charts share: drawing as vectors into any painter, menu (copy, save, reset), a sentence
/// for screen readers. Follows the palette.
class Plot : public QWidget
{
    Q_OBJECT

public:
    explicit Plot(QWidget *parent = nullptr);

    /// Draws the chart into `rect` of `painter`, always light, as vectors: lines and text stay
    /// lines and text in a PDF (but for the density picture of a scatter of 50,000 points and
    /// more). Needs no visible window.
    /// @param scale  units of the painter for one pixel of 96 dpi: 0.75 where a unit is a point
    void render(QPainter &painter, const QRectF &rect, double scale);

    /// One sentence that says what is to be seen.
    [[nodiscard]] virtual QString sentence() const = 0;
    [[nodiscard]] virtual PlotTable table() const = 0;
    /// The table with tabs, for the clipboard.
    [[nodiscard]] QString asText() const;
    /// The table as CSV (RFC 4180); a cell that a spreadsheet would take for a formula gets an
    /// apostrophe in front.
    [[nodiscard]] QString asCsv() const;
    /// Writes the chart; the kind is told by the suffix: png, svg, pdf, csv.
    /// @errors Io, InvalidArgument (another suffix)
    Result<> save(const QString &path);

    virtual void resetZoom() {}
    [[nodiscard]] virtual bool canZoom() const { return false; }

    void copyAsText() const;
    /// Asks for a file name and saves.
    void exportChart();

protected:
    /// Draws everything at (0, 0) in `size` pixels.
    virtual void draw(QPainter &painter, const QSizeF &size, const Tokens &tokens) = 0;
    /// Palette or font have changed, or the value: redraw.
    virtual void refresh() = 0;
    /// Call after the value has changed: redraws and tells screen readers.
    void valueChanged();

    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void saveAs(const QString &suffix);
};

} // namespace dramatis::ui
