// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personas/windows_model.h"

#include "core/base/text.h"
#include "core/traffic/feature_space.h"
#include "ui/base/persona_icon.h"
#include "ui/models/figure_column.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr double kMillisecondsPerSecond = 1e3;
constexpr double kBytesPerKibi = 1024;

/// For each of `names` its place in their order.
std::vector<double> ranksOf(const std::vector<QString> &names)
{
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return QString::localeAwareCompare(names[a], names[b]) < 0;
    });
    std::vector<double> ranks(names.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = static_cast<double>(i);
    return ranks;
}

QString roleName(clustering::Role role)
{
    switch (role) {
    case clustering::Role::Noise:
        return WindowsModel::tr("noise");
    case clustering::Role::Border:
        return WindowsModel::tr("border");
    case clustering::Role::Core:
        return WindowsModel::tr("core");
    }
    return {};
}

/// A figure of a window, as clustering computes it.
TableColumn<std::uint32_t> featureColumn(const std::shared_ptr<const WindowFacts> &facts,
                                         const QString &id,
                                         const QString &header,
                                         double factor)
{
    const std::vector<traffic::Feature> &all = traffic::allFeatures();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &feature) { return feature.id == id; });
    Q_ASSERT(found != all.end());
    return figureColumn<std::uint32_t>(
        id, header, found->name, [facts, factor, compute = found->compute](std::uint32_t row) {
            return compute(facts->window(row), facts->analysis->windows->widthSeconds) * factor;
        });
}

} // namespace

const traffic::Window &WindowFacts::window(std::uint32_t row) const
{
    return analysis->windows->windows[analysis->features->windowOfRow[row]];
}

struct WindowsModel::Order
{
    std::vector<double> personas;  ///< by cluster
    std::vector<double> resources; ///< by StringId
};

WindowsModel::WindowsModel(QObject *parent)
    : WindowsModel(std::make_shared<WindowFacts>(), std::make_shared<Order>(), parent)
{}

WindowsModel::WindowsModel(std::shared_ptr<WindowFacts> facts,
                           std::shared_ptr<Order> order,
                           QObject *parent)
    : TableModel(columns(facts, order), parent)
    , m_facts(std::move(facts))
    , m_order(std::move(order))
{}

std::vector<TableColumn<std::uint32_t>>
WindowsModel::columns(const std::shared_ptr<const WindowFacts> &facts,
                      const std::shared_ptr<const Order> &order)
{
    const auto label = [facts](std::uint32_t row) { return facts->cut->labels[row]; };
    const auto cluster = [label](std::uint32_t row) {
        return static_cast<std::size_t>(label(row));
    };
    const auto isNoise = [label](std::uint32_t row) { return label(row) == clustering::kNoise; };
    TableColumn<std::uint32_t> persona{
        u"persona"_s,
        tr("Persona"),
        {},
        kTextColumn,
        [facts, cluster, isNoise](std::uint32_t row) {
            return isNoise(row) ? tr("noise") : facts->names[cluster(row)];
        },
        [order, cluster, isNoise](std::uint32_t row) {
            return QVariant(isNoise(row) ? double(order->personas.size())
                                         : order->personas[cluster(row)]);
        }};
    persona.icon = [facts, cluster, isNoise](std::uint32_t row) {
        return isNoise(row) ? noiseIcon()
                            : personaIcon(
                                static_cast<std::size_t>(std::max(0, facts->styles[cluster(row)])));
    };
    return {
        persona,
        {u"role"_s,
         tr("Role"),
         tr("Core: within eps of enough others. Border: within eps of a core only. k-means tells "
            "no roles."),
         kTextColumn,
         [facts](std::uint32_t row) {
             return facts->cut->roles.empty() ? text::unknown() : roleName(facts->cut->roles[row]);
         },
         [facts](std::uint32_t row) {
             return QVariant(facts->cut->roles.empty() ? 0.0 : double(facts->cut->roles[row]));
         }},
        {u"resource"_s,
         tr("Resource"),
         {},
         kTextColumn,
         [facts](std::uint32_t row) {
             return facts->analysis->windows->resources[number(facts->window(row).resource)];
         },
         [facts, order](std::uint32_t row) {
             return QVariant(order->resources[number(facts->window(row).resource)]);
         }},
        {u"begin"_s,
         tr("Begin"),
         tr("In local time"),
         kTextColumn,
         [facts](std::uint32_t row) {
             return text::localTime(facts->analysis->windows->sliceBegin(facts->window(row).slice));
         },
         [facts](std::uint32_t row) { return QVariant(double(facts->window(row).slice)); }},
        featureColumn(facts, u"request_rate"_s, tr("Requests (req/s)"), 1),
        featureColumn(facts, u"error_rate"_s, tr("Errors (%)"), 100),
        featureColumn(facts, u"latency_p95"_s, tr("p95 (ms)"), kMillisecondsPerSecond),
        featureColumn(facts, u"data_rate"_s, tr("Data (KiB/s)"), 1 / kBytesPerKibi),
        featureColumn(facts, u"burstiness"_s, tr("Burstiness (cv)"), 1),
    };
}

void WindowsModel::setFacts(WindowFacts facts)
{
    m_shown = std::make_shared<const std::vector<std::uint32_t>>();
    setSnapshot(m_shown);
    *m_facts = std::move(facts);
    *m_order = {};
    if (!m_facts->analysis)
        return;
    m_order->personas = ranksOf(m_facts->names);
    m_order->resources = ranksOf(m_facts->analysis->windows->resources);
}

void WindowsModel::setRows(std::vector<std::uint32_t> rows)
{
    m_shown = std::make_shared<const std::vector<std::uint32_t>>(std::move(rows));
    setSnapshot(m_shown);
    if (m_sortColumn >= 0)
        sort(m_sortColumn, m_sortOrder);
}

void WindowsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    std::vector<std::pair<double, std::uint32_t>> keys;
    keys.reserve(m_shown->size());
    const double sign = order == Qt::AscendingOrder ? 1 : -1;
    for (int i = 0; i < rowCount(); ++i)
        keys.emplace_back(column < 0 ? 0.0 : sign * data(index(i, column), SortRole).toDouble(),
                          row(i));
    std::sort(keys.begin(), keys.end());
    auto sorted = std::make_shared<std::vector<std::uint32_t>>();
    sorted->reserve(keys.size());
    for (const auto &[key, matrixRow] : keys)
        sorted->push_back(matrixRow);
    m_shown = std::move(sorted);
    setSnapshot(m_shown);
}

} // namespace dramatis::ui
