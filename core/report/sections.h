// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/build_report.h"

namespace dramatis::report {

// One function a file in sections/; the list is in sections.cpp.
[[nodiscard]] SectionKind summarySection();
[[nodiscard]] SectionKind capturesSection();
[[nodiscard]] SectionKind personasSection();
[[nodiscard]] SectionKind scenarioSection();
[[nodiscard]] SectionKind findingsSection();
[[nodiscard]] SectionKind recommendationsSection();
[[nodiscard]] SectionKind topologySection();
[[nodiscard]] SectionKind methodSection();

} // namespace dramatis::report
