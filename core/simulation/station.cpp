// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/station.h"

namespace dramatis::simulation {

using topology::BalancingPolicy;

Stations::Stations(const Model &model)
    : instances(model.instances)
    , lines(model.queues)
    , m_model(model)
    , m_cursor(model.nodes.size(), 0)
    , m_upSince(model.nodes.size(), 0)
    , m_anyUp(model.nodes.size(), 0)
{
    m_up.reserve(model.nodes.size());
    for (const NodeModel &node : model.nodes)
        m_up.push_back(node.instances);
}

std::uint32_t Stations::upInstance(const NodeModel &node, std::uint32_t n) const noexcept
{
    for (std::uint32_t i = node.firstInstance;; ++i)
        if (instances[i].isUp && n-- == 0)
            return i;
}

template<typename Load>
std::uint32_t Stations::leastBy(std::uint32_t node, Load load)
{
    const NodeModel &model = m_model.nodes[node];
    std::uint32_t best = kNone;
    std::uint32_t place = m_cursor[node];
    for (std::uint32_t i = 0; i < model.instances; ++i) {
        const std::uint32_t candidate = model.firstInstance + place;
        place = place + 1 == model.instances ? 0 : place + 1;
        if (instances[candidate].isUp
            && (best == kNone || load(instances[candidate]) < load(instances[best])))
            best = candidate;
    }
    if (best != kNone)
        m_cursor[node] = (best - model.firstInstance + 1) % model.instances;
    return best;
}

std::uint32_t
Stations::pick(std::uint32_t node, BalancingPolicy policy, const Draws &draws, const DrawKey &draw)
{
    const NodeModel &model = m_model.nodes[node];
    const std::uint32_t up = m_up[node];
    if (up == 0)
        return kNone;
    if (model.instances == 1)
        return model.firstInstance;
    if (!model.ownQueues)
        return leastBy(node, [](const Instance &instance) { return instance.occupied; });
    const auto drawn = [&](unsigned half, std::uint32_t count) {
        return static_cast<std::uint32_t>(draws.block(draw).uniform(half) * count);
    };
    switch (policy) {
    case BalancingPolicy::RoundRobin:
        return leastBy(node, [](const Instance &) { return 0; });
    case BalancingPolicy::Random:
        return upInstance(model, drawn(0, up));
    case BalancingPolicy::LeastConnections:
        return leastBy(node, [](const Instance &instance) { return instance.requests; });
    case BalancingPolicy::PowerOfTwo: {
        if (up == 1)
            return upInstance(model, 0);
        // Two different ones (Mitzenmacher, IEEE TPDS 12, 2001).
        const std::uint32_t first = drawn(0, up);
        const std::uint32_t second = (first + 1 + drawn(1, up - 1)) % up;
        const std::uint32_t a = upInstance(model, first);
        const std::uint32_t b = upInstance(model, second);
        return instances[b].requests < instances[a].requests ? b : a;
    }
    }
    return kNone;
}

void Stations::takeDown(std::uint32_t node, std::uint32_t instance, std::int64_t now)
{
    Instance &down = instances[instance];
    if (down.down++ > 0)
        return;
    down.countUntil(now);
    m_anyUp[node] += m_up[node] > 0 ? static_cast<double>(now - m_upSince[node]) : 0;
    m_upSince[node] = now;
    down.isUp = false;
    down.serving = 0;
    down.occupied = 0;
    --m_up[node];
}

void Stations::bringUp(std::uint32_t node, std::uint32_t instance, std::int64_t now)
{
    Instance &up = instances[instance];
    if (--up.down > 0)
        return;
    up.countUntil(now);
    m_anyUp[node] += m_up[node] > 0 ? static_cast<double>(now - m_upSince[node]) : 0;
    m_upSince[node] = now;
    up.isUp = true;
    ++m_up[node];
}

void Stations::flush(Collector &collector, std::int64_t now)
{
    for (std::uint32_t n = 0; n < m_model.nodes.size(); ++n) {
        const NodeModel &node = m_model.nodes[n];
        Counters &counters = collector.points[n];
        for (std::uint32_t i = node.firstInstance; i < node.firstInstance + node.instances; ++i) {
            Instance &instance = instances[i];
            instance.countUntil(now);
            counters.serving += instance.servingTime;
            counters.occupied += instance.occupiedTime;
            counters.up += instance.upTime;
            collector.instances[i] = {instance.servingTime, instance.upTime};
            instance.servingTime = instance.occupiedTime = instance.upTime = 0;
        }
        counters.anyUp = m_anyUp[n] + (m_up[n] > 0 ? static_cast<double>(now - m_upSince[n]) : 0);
        m_anyUp[n] = 0;
        m_upSince[n] = now;
        const std::uint32_t lineCount =
            node.ownQueues ? node.instances : (node.instances > 0 ? 1 : 0);
        for (std::uint32_t line = node.firstQueue; line < node.firstQueue + lineCount; ++line) {
            lines[line].countUntil(now);
            counters.queue += lines[line].waitingTime;
            lines[line].waitingTime = 0;
        }
    }
}

} // namespace dramatis::simulation
