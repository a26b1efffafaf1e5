// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/personas/windows_model.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <vector>

class QComboBox;
class QItemSelection;
class QLabel;

namespace dramatis::ui {

class RefreshDeferrer;
class TableView;

/// Which windows a table shows.
struct WindowFilter
{
    enum class Kind { All, Cluster, Selected };

    Kind kind = Kind::All;
    int cluster = 0; ///< of Kind::Cluster: a label, or clustering::kNoise

    bool operator==(const WindowFilter &) const = default;
};

/// The clustered windows as a table, all of them, those of one persona, or those that are selected.
/// Costs nothing until it is seen.
class PersonaWindowsView : public QWidget
{
    Q_OBJECT

public:
    explicit PersonaWindowsView(QWidget *parent = nullptr);

    using QWidget::show;
    /// Selects nothing; keeps the filter where it still means something, else shows all.
    /// @param analysis  may be null: no windows
    /// @param cut       of the analysis' feature matrix
    /// @param namesByCluster, stylesByCluster  of the personas, one a cluster of `cut`
    void show(std::shared_ptr<const analysis::PersonaAnalysis> analysis,
              std::shared_ptr<const clustering::Clustering> cut,
              std::vector<QString> namesByCluster,
              std::vector<int> stylesByCluster);

    void setFilter(const WindowFilter &filter);
    [[nodiscard]] const WindowFilter &filter() const { return m_filter; }

    /// Selects without a signal; rows of the feature matrix. Of a selection that lies in very many
    /// pieces the table shows none marked, only how many there are.
    void setSelectedRows(std::vector<std::uint32_t> rows);
    [[nodiscard]] const std::vector<std::uint32_t> &selectedRows() const { return m_selected; }

signals:
    /// The person selected rows in the table: rows of the feature matrix, ascending.
    void rowsSelected(const std::vector<std::uint32_t> &rows);
    /// A row was double-clicked, or Enter pressed on it.
    void windowActivated(std::uint32_t row);

private:
    void fillFilters();
    void showRows();
    void showCounts();
    void markSelected();
    void takeSelection();
    [[nodiscard]] std::vector<std::uint32_t> filtered() const;

    WindowFacts m_facts; ///< as asked for; the model's once the table is seen
    WindowFilter m_filter;
    std::vector<WindowFilter> m_filters;   ///< of the chooser, in its order
    std::vector<std::uint32_t> m_selected; ///< ascending
    std::vector<std::uint32_t> m_listed;   ///< that Kind::Selected shows, ascending
    bool m_hasNewFacts = false;
    bool m_isMarking = false; ///< while the table's selection follows, not leads
    WindowsModel *m_model;
    RefreshDeferrer *m_deferrer;
    QComboBox *m_chooser;
    QLabel *m_counts;
    TableView *m_table;
};

} // namespace dramatis::ui
