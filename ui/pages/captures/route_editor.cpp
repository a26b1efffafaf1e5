// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/captures/route_editor.h"

#include <algorithm>
#include <utility>

namespace dramatis::ui {

RouteEditor::RouteEditor(traffic::ExchangeTablePtr table,
                         bool isRedacted,
                         QThreadPool &pool,
                         QObject *parent)
    : QObject(parent)
    , m_table(std::move(table))
    , m_isRedacted(isRedacted)
    , m_pool(pool)
    , m_counting(this)
{
    for (const QString &text : m_table->routeTemplates().texts())
        m_rows.push_back({text, {}, {}});
    read();
}

bool RouteEditor::hasProblems() const
{
    return std::any_of(
        m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.problem.isEmpty(); });
}

void RouteEditor::setText(int row, const QString &text)
{
    Row &changed = m_rows[static_cast<std::size_t>(row)];
    if (changed.text == text)
        return;
    changed.text = text;
    read();
    emit textChanged();
}

void RouteEditor::add(const QString &text)
{
    m_rows.push_back({text, {}, {}});
    read();
    emit rowsChanged();
}

void RouteEditor::remove(int row)
{
    m_rows.erase(m_rows.begin() + row);
    read();
    emit rowsChanged();
}

void RouteEditor::move(int row, int by)
{
    const int to = row + by;
    if (to < 0 || to >= static_cast<int>(m_rows.size()))
        return;
    std::swap(m_rows[static_cast<std::size_t>(row)], m_rows[static_cast<std::size_t>(to)]);
    read();
    emit rowsChanged();
}

void RouteEditor::clear()
{
    m_rows.clear();
    read();
    emit rowsChanged();
}

/// Makes templates of the rows, and begins to count what they take.
void RouteEditor::read()
{
    m_templates = {};
    m_rowOf.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        row.problem.clear();
        if (row.text.trimmed().isEmpty()) {
            row.use.reset();
        } else if (const auto added = m_templates.add(row.text); added) {
            m_rowOf.push_back(i);
        } else {
            row.problem = added.error().message;
            row.use.reset();
        }
    }
    if (m_isRedacted) {
        const QStringList kept = m_templates.thoseTaking(*m_table->pools().operations).texts();
        for (std::size_t i = 0; i < m_templates.size(); ++i) {
            if (!kept.contains(m_templates.at(i).text))
                m_rows[m_rowOf[i]].problem =
                    tr("This template takes nothing. The names of this capture are hidden, and "
                       "what a template names may be one of them: keep only those that take "
                       "something.");
        }
    }
    count();
}

void RouteEditor::count()
{
    const auto work = [table = m_table, exchanges = m_exchanges, templates = m_templates](
                          JobControl &job) -> Result<Counted> {
        Counted counted;
        counted.exchanges = exchanges;
        if (!exchanges) {
            DRAMATIS_TRY(std::vector<std::uint64_t> counts, traffic::operationCounts(*table, job));
            counted.exchanges =
                std::make_shared<const std::vector<std::uint64_t>>(std::move(counts));
        }
        traffic::RouteUse use =
            traffic::routeUse(*table->pools().operations, *counted.exchanges, templates);
        counted.templates = std::move(use.templates);
        counted.learned =
            std::make_shared<const std::vector<traffic::LearnedRoute>>(std::move(use.learned));
        return counted;
    };
    m_counting.start(&m_pool, work, [this](Result<Counted> counted) {
        if (!counted) {
            emit failed(counted.error());
            return;
        }
        m_exchanges = std::move(counted->exchanges);
        m_learned = std::move(counted->learned);
        for (std::size_t i = 0; i < m_rowOf.size(); ++i)
            m_rows[m_rowOf[i]].use = counted->templates[i];
        emit this->counted();
    });
}

} // namespace dramatis::ui
