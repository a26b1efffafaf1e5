// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/exporters.h"

namespace dramatis::persona::exporters {

[[nodiscard]] Exporter schedule();

} // namespace dramatis::persona::exporters
