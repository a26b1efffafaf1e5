// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/column_log_parser.h"
#include "core/capture/formats/field_converter.h"
#include "core/capture/formats/json_log.h"
#include "core/capture/formats/json_records.h"
#include "core/capture/formats/line_parser.h"

#include <memory>

namespace dramatis::capture {

/// Reads the lines of a JsonLog, and those of the same program's text log between them.
class JsonLogParser final : public LineParser
{
public:
    /// @param log  must outlive this
    JsonLogParser(const JsonLog &log, const StampZone &zone);

    LineProblem read(std::string_view line, traffic::Exchange &exchange) override;
    /// A message of the server is no record here: they would hide what the file is.
    LineProblem readExactly(std::string_view line, traffic::Exchange &exchange) override;

private:
    const JsonLog &m_log;
    JsonPaths m_paths;
    std::uint64_t m_telling;
    JsonLine m_line;
    LogFields m_fields{};
    FieldConverter m_converter;
    std::unique_ptr<ColumnLogParser> m_text;
};

} // namespace dramatis::capture
