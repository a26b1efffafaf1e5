// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/tables/mapping_to_show.h"

namespace dramatis::capture {

MappingToShow mappingToShow(const ColumnMapping &wanted, const TableSample &sample)
{
    MappingToShow shown;
    auto mapping = completeMapping(wanted, sample);
    if (mapping) {
        shown.mapping = *std::move(mapping);
        return shown;
    }
    shown.problem = mapping.error().message;
    shown.mapping = guessMapping(sample);
    if (!wanted.columns.empty())
        shown.mapping.mapping = wanted;
    return shown;
}

} // namespace dramatis::capture
