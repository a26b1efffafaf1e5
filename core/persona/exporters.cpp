// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/exporters.h"

#include "core/persona/exporters/k6.h"
#include "core/persona/exporters/load_plan.h"
#include "core/persona/exporters/locust.h"
#include "core/persona/exporters/schedule.h"
#include "core/persona/tr.h"

#include <algorithm>

namespace dramatis::persona {

const std::vector<Exporter> &allExporters()
{
    static const std::vector<Exporter> all{
        exporters::k6(),
        exporters::locust(),
        exporters::schedule(),
    };
    return all;
}

const Exporter *findExporter(const QString &id)
{
    const std::vector<Exporter> &all = allExporters();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Exporter &exporter) { return exporter.id == id; });
    return found == all.end() ? nullptr : &*found;
}

Result<QString> exported(const Exporter &exporter, std::span<const Persona *const> personas)
{
    if (personas.empty())
        return makeError(ErrorKind::InvalidArgument, Tr::tr("There is no persona to export."));
    std::vector<LoadPlan> plans;
    for (const Persona *persona : personas) {
        DRAMATIS_TRY(LoadPlan plan, loadPlanOf(*persona));
        plans.push_back(std::move(plan));
    }
    return exporter.write(plans);
}

} // namespace dramatis::persona
