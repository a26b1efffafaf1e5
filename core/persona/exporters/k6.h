// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/exporters.h"

namespace dramatis::persona::exporters {

[[nodiscard]] Exporter k6();

} // namespace dramatis::persona::exporters
