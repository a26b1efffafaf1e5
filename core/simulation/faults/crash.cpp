// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/faults/crash.h"

#include "core/simulation/sampler.h"
#include "core/simulation/tr.h"

#include <algorithm>

namespace dramatis::simulation {

namespace {

Result<std::vector<TimedFault>> expand(const FaultSpec &spec, const topology::Topology &topology)
{
    const auto &nodes = topology.nodes;
    const auto node =
        std::find_if(nodes.begin(), nodes.end(), [&](const topology::Node &candidate) {
            return candidate.id == spec.target && candidate.kind != topology::NodeKind::Source;
        });
    if (node == nodes.end())
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("target: there is no node \"%1\" that could crash.").arg(spec.target));
    if (spec.instance && (*spec.instance < 0 || *spec.instance >= node->instances))
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("instance: \"%1\" has instances 0 to %2, not %3.")
                             .arg(spec.target)
                             .arg(node->instances - 1)
                             .arg(*spec.instance));

    std::vector<TimedFault> steps;
    if (spec.duration && *spec.duration <= 0)
        return steps;
    const int first = spec.instance.value_or(0);
    const int end = spec.instance ? first + 1 : node->instances;
    const auto index = static_cast<std::uint32_t>(node - nodes.begin());
    const std::int64_t down = toNanoseconds(spec.at);
    for (int instance = first; instance < end; ++instance) {
        const auto which = static_cast<std::uint32_t>(instance);
        steps.push_back({down, FaultAction::TakeDown, index, which});
        if (spec.duration)
            steps.push_back(
                {toNanoseconds(spec.at + *spec.duration), FaultAction::BringUp, index, which});
    }
    return steps;
}

} // namespace

Fault crashFault()
{
    return {QStringLiteral("crash"),
            {QStringLiteral("target"),
             QStringLiteral("instance"),
             QStringLiteral("at"),
             QStringLiteral("duration")},
            expand};
}

} // namespace dramatis::simulation
