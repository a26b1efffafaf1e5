// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyse.h"
#include "core/clustering/clustering.h"
#include "ui/models/table_model.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace dramatis::ui {

/// What the table of windows reads: no row of it is copied.
struct WindowFacts
{
    std::shared_ptr<const analysis::PersonaAnalysis> analysis;
    std::shared_ptr<const clustering::Clustering> cut; ///< of the analysis' feature matrix
    std::vector<QString> names;                        ///< of the personas, by cluster
    std::vector<int> styles;                           ///< ordinals of personaStyle(), by cluster

    /// Rows of the feature matrix; 0 for no analysis.
    [[nodiscard]] std::size_t rows() const { return cut ? cut->labels.size() : 0; }
    [[nodiscard]] const traffic::Window &window(std::uint32_t row) const;
    bool operator==(const WindowFacts &) const = default;
};

/// Windows as rows, each by its row of the feature matrix. Sorts itself: a million rows take some
/// tenths of a second.
class WindowsModel : public TableModel<std::uint32_t>
{
    Q_OBJECT

public:
    explicit WindowsModel(QObject *parent = nullptr);

    /// Shows no rows until the next setRows().
    void setFacts(WindowFacts facts);
    [[nodiscard]] const WindowFacts &facts() const { return *m_facts; }
    /// @param rows  of the feature matrix, ascending; in the order that was last sorted by
    void setRows(std::vector<std::uint32_t> rows);
    [[nodiscard]] const std::vector<std::uint32_t> &rows() const { return *m_shown; }

    /// Of equal ones, the earlier row of the matrix first. Column -1: in the order of the matrix.
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Order; ///< what the columns sort names by

    WindowsModel(std::shared_ptr<WindowFacts> facts, std::shared_ptr<Order> order, QObject *parent);

    static std::vector<TableColumn<std::uint32_t>>
    columns(const std::shared_ptr<const WindowFacts> &facts,
            const std::shared_ptr<const Order> &order);

    std::shared_ptr<WindowFacts> m_facts;
    std::shared_ptr<Order> m_order;
    Rows m_shown = std::make_shared<const std::vector<std::uint32_t>>();
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace dramatis::ui
