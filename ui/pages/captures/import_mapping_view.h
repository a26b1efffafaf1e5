// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/tables/column_mapping.h"

#include <QTableWidget>

namespace dramatis::ui {

/// The first rows of a table as they stand in it; over each column what it is read as, and in which
/// unit. The reason of a guess is its tool tip.
class ImportMappingView : public QTableWidget
{
    Q_OBJECT

public:
    explicit ImportMappingView(QWidget *parent = nullptr);

    /// @param mapping  of all columns of `sample`, in their order
    void setTable(const capture::TableSample &sample, const capture::GuessedMapping &mapping);
    [[nodiscard]] const capture::ColumnMapping &mapping() const { return m_mapping; }

    /// What is wrong with `mapping`, for who chooses in this view: `problem` speaks of the command
    /// line where there is no time.
    [[nodiscard]] static QString problemText(const capture::ColumnMapping &mapping,
                                             const QString &problem);

signals:
    /// A person decided.
    void mappingChanged(const dramatis::capture::ColumnMapping &mapping);

private:
    void buildChoosers(int column, const QString &reason);
    void fillUnits(int column);
    void chooseRole(int column, capture::ColumnRole role);
    void chooseUnit(int column, const QString &text, int index);

    capture::ColumnMapping m_mapping;
};

} // namespace dramatis::ui
