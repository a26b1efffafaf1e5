// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/faults.h"

#include "core/simulation/faults/crash.h"
#include "core/simulation/tr.h"

#include <algorithm>

namespace dramatis::simulation {

namespace {} // namespace

const std::vector<Fault> &allFaults()
{
    static const std::vector<Fault> faults{crashFault()};
    return faults;
}

Result<std::vector<TimedFault>> expandedFaults(const std::vector<FaultSpec> &specs,
                                               const topology::Topology &topology)
{
    std::vector<TimedFault> steps;
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const auto &known = allFaults();
        const auto fault = std::find_if(known.begin(), known.end(), [&](const Fault &candidate) {
            return candidate.id == specs[i].kind;
        });
        if (fault == known.end())
            return makeError(
                ErrorKind::Unsupported,
                Tr::tr("faults[%1].kind: the fault \"%2\" is not simulated yet; remove "
                       "it to run without it.")
                    .arg(i)
                    .arg(specs[i].kind));
        auto expanded = fault->expand(specs[i], topology);
        if (!expanded)
            return std::move(expanded).error().in(Tr::tr("reading faults[%1]").arg(i));
        steps.insert(steps.end(), expanded->begin(), expanded->end());
    }
    std::stable_sort(steps.begin(), steps.end(), [](const TimedFault &a, const TimedFault &b) {
        return a.time < b.time;
    });
    return steps;
}

} // namespace dramatis::simulation
