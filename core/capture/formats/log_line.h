// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/log_format.h"
#include "core/capture/formats/log_numbers.h"
#include "core/traffic/exchange.h"

#include <optional>
#include <string>

namespace dramatis::capture {

/// Why a line gave no exchange.
enum class LineProblem {
    None,
    Form,   ///< not as the format says
    Time,   ///< the stamp cannot be read
    Status, ///< neither a number nor "-"
    Size,   ///< of request or answer, likewise
    Latency
};

/// Turns lines of one format into exchanges. Not to be shared between threads.
class LogLine
{
public:
    /// @param format  must outlive this
    LogLine(const LogFormat &format, int utcOffsetSeconds)
        : m_format(format)
        , m_stamps(utcOffsetSeconds)
    {}

    /// Reads `line` (without its end) into `exchange`, whose views are into it or into this.
    LineProblem read(std::string_view line, traffic::Exchange &exchange);
    /// The same for telling formats apart: the whole line must be as the format says.
    LineProblem readExactly(std::string_view line, traffic::Exchange &exchange);

private:
    [[nodiscard]] std::string_view field(LogField field) const
    {
        return m_fields[static_cast<std::size_t>(field)];
    }
    LineProblem convert(traffic::Exchange &exchange);
    [[nodiscard]] std::optional<std::int64_t> stamp();
    LineProblem readLatency(std::int64_t &latency);
    void readOperation(traffic::Exchange &exchange);
    std::string_view unescaped(std::string_view text);

    const LogFormat &m_format;
    LogFields m_fields{};
    StampParser m_stamps;
    std::string m_unescaped;
};

/// The instance that answered, of a list of those that were tried ("a, b : c") and their times: the
/// last one with a time, else the last one. Empty for "-" and for the name of a group of which none
/// could be tried. See https://nginx.org/en/docs/http/ngx_http_upstream_module.html#variables
[[nodiscard]] std::string_view upstreamThatAnswered(std::string_view addresses,
                                                    std::string_view times);

} // namespace dramatis::capture
