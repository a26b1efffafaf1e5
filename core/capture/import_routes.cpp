// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import_routes.h"

#include "core/capture/tr.h"
#include "core/traffic/route_use.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

constexpr qsizetype kMostNamed = 3; ///< templates in a note

bool haveNoPaths(const table::StringPool &operations)
{
    for (std::uint32_t id = 0; id < operations.size(); ++id) {
        if (!traffic::partsOf(operations.at(StringId{id})).path.empty())
            return false;
    }
    return true;
}

/// Of templates that took nothing.
QString idleNote(const traffic::ExchangeTable &table)
{
    const traffic::RouteTemplates &templates = table.routeTemplates();
    const std::vector<std::uint64_t> operations = traffic::operationsByTemplate(table);
    QStringList idle;
    for (std::size_t i = 0; i < templates.size(); ++i) {
        if (operations[i] == 0)
            idle.append(templates.at(i).text);
    }
    if (idle.isEmpty())
        return {};
    const int count = static_cast<int>(idle.size());
    if (idle.size() > kMostNamed)
        idle = idle.mid(0, kMostNamed) << u"…"_s;
    return Tr::tr("%n route template(s) take no operation: %1", nullptr, count)
        .arg(idle.join(u", "));
}

} // namespace

void applyRoutes(Imported &imported, const traffic::RouteTemplates &templates)
{
    if (templates.isEmpty())
        return;
    const table::StringPool &operations = *imported.table->pools().operations;
    if (haveNoPaths(operations)) {
        imported.summary.notes.append(noPathsForRoutes());
        return;
    }
    if (!imported.summary.redacted) {
        imported.table = imported.table->withRoutes(templates);
        if (const QString note = idleNote(*imported.table); !note.isEmpty())
            imported.summary.notes.append(note);
        return;
    }
    imported.table = imported.table->withRoutes(templates.thoseTaking(operations));
    const std::size_t dropped = templates.size() - imported.table->routeTemplates().size();
    if (dropped > 0)
        imported.summary.notes.append(
            Tr::tr("%n route template(s) take no operation and were not kept, for what they name "
                   "may be what is hidden.",
                   nullptr,
                   static_cast<int>(dropped)));
}

QString noPathsForRoutes()
{
    return Tr::tr("The operations have no paths, so route templates have no effect.");
}

} // namespace dramatis::capture
