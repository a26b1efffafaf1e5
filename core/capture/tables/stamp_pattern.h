// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/capture/stamp_zone.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dramatis::capture {

/// Reads stamps by a pattern as strptime has it, whatever the locale: month names are English.
/// %Y %y %m %b %d %e %j %H %I %p %M %S %f (digits after a point) %z %s (seconds since the epoch) %T
/// %F %%; a space stands for any number of spaces, any other character for itself.
class StampPattern
{
public:
    /// @errors InvalidArgument: a conversion that is none, no year or day in it, longer than 128
    ///         characters
    static Result<StampPattern> fromText(const QString &text);

    /// ns since the epoch, UTC; none where `text` is not as the pattern says to its end.
    /// @param zone  of stamps without one
    [[nodiscard]] std::optional<std::int64_t> parse(std::string_view text,
                                                    const StampZone &zone) const;

private:
    std::string m_pattern; ///< %T and %F written out
};

} // namespace dramatis::capture
