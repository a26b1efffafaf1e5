// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/field_converter.h"
#include "core/capture/formats/line_parser.h"
#include "core/capture/formats/log_format.h"

namespace dramatis::capture {

/// Reads lines by a format string.
class LogLine final : public LineParser
{
public:
    /// @param format  must outlive this
    LogLine(const LogFormat &format, const StampZone &zone)
        : m_format(format)
        , m_converter(format.stampOf(), zone)
    {}

    LineProblem read(std::string_view line, traffic::Exchange &exchange) override;
    LineProblem readExactly(std::string_view line, traffic::Exchange &exchange) override;

private:
    const LogFormat &m_format;
    LogFields m_fields{};
    FieldConverter m_converter;
};

} // namespace dramatis::capture
