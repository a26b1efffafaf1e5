// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/stamp_zone.h"

#include <cstdint>
#include <optional>
#include <string_view>

/// Numbers and times as they stand in access logs: no locale, no allocation, no value out of
/// bounds.
namespace dramatis::capture {

/// A count without sign.
[[nodiscard]] std::optional<std::int64_t> parseCount(std::string_view text);

/// "1.25" in units of `unit` nanoseconds, up to nine decimals, and "1.25e-05", as exactly as a
/// double is; without sign, at most 7 * 10^18 ns.
[[nodiscard]] std::optional<std::int64_t> parseNanoseconds(std::string_view text,
                                                           std::int64_t unit);

/// Reads stamps of a log. Successive lines mostly differ in nothing or in the second, so what was
/// read last is kept; use one per thread.
class StampParser
{
public:
    /// @param zone  what a stamp without zone is in
    explicit StampParser(const StampZone &zone) : m_zone(zone) {}

    /// "17/May/2015:10:05:03 +0000"; zone and a fraction of the second are optional. ns since the
    /// epoch.
    [[nodiscard]] std::optional<std::int64_t> common(std::string_view text);
    /// "2015-05-17T10:05:03+00:00"; a space for the T, Z, a fraction, no zone, and 2015/05/17 are
    /// fine.
    [[nodiscard]] std::optional<std::int64_t> iso(std::string_view text);

private:
    struct Cached
    {
        char text[40] = {};
        std::size_t size = 0;
        std::int64_t time = 0;
    };

    using Parse = std::optional<std::int64_t> (*)(std::string_view, const StampZone &);
    [[nodiscard]] std::optional<std::int64_t> cached(std::string_view text, Parse parse);

    StampZone m_zone;
    Cached m_last;
};

} // namespace dramatis::capture
