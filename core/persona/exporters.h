// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/persona/persona.h"

#include <QString>

#include <span>
#include <vector>

namespace dramatis::persona {

struct LoadPlan;

/// A way to write personas for another program to play. One file each in core/persona/exporters,
/// one line in exporters.cpp.
struct Exporter
{
    QString id;        ///< "k6": stable, on the command line
    QString name;      ///< translated
    QString extension; ///< without a dot
    QString (*write)(const std::vector<LoadPlan> &plans) = nullptr;
};

/// k6, locust, schedule: in the order in which they are shown.
[[nodiscard]] const std::vector<Exporter> &allExporters();

/// The exporter of this id, or null.
[[nodiscard]] const Exporter *findExporter(const QString &id);

/// What `exporter` makes of these personas of one set, UTF-8 text. The same personas give the same
/// text.
/// @errors InvalidArgument: no persona; a persona that never made a request
[[nodiscard]] Result<QString> exported(const Exporter &exporter,
                                       std::span<const Persona *const> personas);

} // namespace dramatis::persona
