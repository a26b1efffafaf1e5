// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/preview.h"
#include "ui/models/table_view.h"

#include <memory>
#include <vector>

namespace dramatis::ui {

/// The first records of a file in its order: what each was read as, and the record itself. One that
/// could not be read is a row of its own that says why. Columns of which no record knows anything
/// do not show.
class ImportPreviewTable : public TableView
{
    Q_OBJECT

public:
    explicit ImportPreviewTable(QWidget *parent = nullptr);

    void setRows(std::vector<capture::PreviewRow> rows);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    TableModel<capture::PreviewRow> *m_rows;
};

} // namespace dramatis::ui
