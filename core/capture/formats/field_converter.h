// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/log_field.h"
#include "core/capture/formats/log_numbers.h"
#include "core/traffic/exchange.h"

#include <optional>
#include <string>

namespace dramatis::capture {

/// Makes an exchange of the fields of a line, whatever the format they were found by. One per
/// thread.
class FieldConverter
{
public:
    /// @param zone  what stamps without a zone are in
    FieldConverter(StampOf stampOf, const StampZone &zone) : m_stampOf(stampOf), m_stamps(zone) {}

    /// @param exchange  overwritten; its views are into `fields` or into this, until the next call
    LineProblem convert(const LogFields &fields, traffic::Exchange &exchange);

private:
    [[nodiscard]] std::optional<std::int64_t> stamp(const LogFields &fields);
    void readServer(const LogFields &fields, traffic::Exchange &exchange);
    void readOperation(const LogFields &fields, traffic::Exchange &exchange);
    std::string_view unescaped(std::string_view text);

    StampOf m_stampOf;
    StampParser m_stamps;
    std::string m_stamp;
    std::string m_server;
    std::string m_unescaped;
};

/// Whether a field says nothing: empty or "-".
[[nodiscard]] bool isAbsent(std::string_view text);

/// "1.2.3.4" of "1.2.3.4:5678", "::1" of "[::1]:5678" and "[::1]"; an address alone stays as it is.
[[nodiscard]] std::string_view withoutPort(std::string_view endpoint);

/// The instance that answered, of a list of those that were tried ("a, b : c") and their times: the
/// last one with a time, else the last one. Empty for "-" and for the name of a group of which none
/// could be tried. See https://nginx.org/en/docs/http/ngx_http_upstream_module.html#variables
[[nodiscard]] std::string_view upstreamThatAnswered(std::string_view addresses,
                                                    std::string_view times);

/// Whether all of a list of times of nginx ("0.001, 0.020 : -") are numbers or "-".
[[nodiscard]] bool areUpstreamTimes(std::string_view times);

} // namespace dramatis::capture
