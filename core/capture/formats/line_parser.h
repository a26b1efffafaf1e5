// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/log_field.h"
#include "core/traffic/exchange.h"

#include <QStringList>

namespace dramatis::capture {

/// Turns lines of one format into exchanges. May keep what earlier lines said (a header); not to be
/// shared between threads.
class LineParser
{
public:
    virtual ~LineParser() = default;
    /// Reads `line` (without its end) into `exchange`, whose views are into it or into this and
    /// live until the next call.
    virtual LineProblem read(std::string_view line, traffic::Exchange &exchange) = 0;
    /// The same for telling formats apart: the whole line must be as the format says.
    virtual LineProblem readExactly(std::string_view line, traffic::Exchange &exchange) = 0;
    /// Translated: what a person should know of every capture of this format.
    [[nodiscard]] virtual QStringList notes() const { return {}; }
};

} // namespace dramatis::capture
