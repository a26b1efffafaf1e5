// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/topology.h"

#include <QList>

namespace dramatis::topology {

/// A topology to start from without a capture.
struct TopologyTemplate
{
    QString id;          ///< "three-tier"
    QString name;        ///< translated
    QString description; ///< translated
    Topology (*build)() = nullptr;
};

[[nodiscard]] const QList<TopologyTemplate> &allTemplates();

} // namespace dramatis::topology
