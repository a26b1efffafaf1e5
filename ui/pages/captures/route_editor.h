// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/latest_job.h"
#include "core/traffic/route_use.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class QThreadPool;

namespace dramatis::ui {

/// A capture's route templates while a person edits them: what is wrong with each, at once, and how
/// much each takes, counted in a worker. Changes no capture. No widgets.
class RouteEditor : public QObject
{
    Q_OBJECT

public:
    struct Row
    {
        QString text;    ///< as it is being written; an empty one is no template
        QString problem; ///< empty: it can be used
        std::optional<traffic::TemplateUse> use; ///< none: not counted yet, or not usable
    };
    using Learned = std::shared_ptr<const std::vector<traffic::LearnedRoute>>;

    /// Begins with the templates of `table`.
    /// @param isRedacted  its names are hidden: a template that takes nothing is a problem then
    RouteEditor(traffic::ExchangeTablePtr table,
                bool isRedacted,
                QThreadPool &pool,
                QObject *parent = nullptr);

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    /// Of what no template takes; null until they are counted.
    [[nodiscard]] const Learned &learned() const { return m_learned; }
    /// Of all rows that can be used.
    [[nodiscard]] const traffic::RouteTemplates &templates() const { return m_templates; }
    [[nodiscard]] bool hasProblems() const;
    [[nodiscard]] bool isCounting() const { return m_counting.isRunning(); }

    void setText(int row, const QString &text);
    void add(const QString &text); ///< at the end
    void remove(int row);
    void move(int row, int by); ///< -1 up, 1 down; nothing beyond the ends
    void clear();

signals:
    void rowsChanged(); ///< in number or order
    void textChanged(); ///< of one row, and maybe what is wrong with others
    void counted();
    void failed(const dramatis::Error &error);

private:
    struct Counted
    {
        std::shared_ptr<const std::vector<std::uint64_t>> exchanges; ///< by operation
        std::vector<traffic::TemplateUse> templates;
        Learned learned;
    };
    void read();
    void count();

    traffic::ExchangeTablePtr m_table;
    bool m_isRedacted;
    QThreadPool &m_pool;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_rowOf; ///< by template: its row
    traffic::RouteTemplates m_templates;
    std::shared_ptr<const std::vector<std::uint64_t>> m_exchanges;
    Learned m_learned;
    LatestJob<Counted> m_counting;
};

} // namespace dramatis::ui
