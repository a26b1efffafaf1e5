// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/tables/column_mapping.h"

namespace dramatis::capture {

/// A mapping for a person who is choosing it.
struct MappingToShow
{
    GuessedMapping mapping; ///< of every column
    QString problem;        ///< why no rows can be read by it; empty: they can
};

/// As completeMapping, but a choice that does not do stays as it is, to be changed.
[[nodiscard]] MappingToShow mappingToShow(const ColumnMapping &wanted, const TableSample &sample);

} // namespace dramatis::capture
