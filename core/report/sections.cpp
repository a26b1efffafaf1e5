// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sections.h"

namespace dramatis::report {

const QList<SectionKind> &allSections()
{
    static const QList<SectionKind> list{
        summarySection(),
        capturesSection(),
        personasSection(),
        scenarioSection(),
        findingsSection(),
        recommendationsSection(),
        topologySection(),
        methodSection(),
    };
    return list;
}

} // namespace dramatis::report
