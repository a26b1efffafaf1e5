// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/column_log.h"
#include "core/capture/formats/field_converter.h"
#include "core/capture/formats/line_parser.h"

#include <string>
#include <vector>

namespace dramatis::capture {

/// Reads the lines of a ColumnLog and keeps what its headers say.
class ColumnLogParser final : public LineParser
{
public:
    /// @param log  must outlive this
    ColumnLogParser(const ColumnLog &log, const StampZone &zone);

    LineProblem read(std::string_view line, traffic::Exchange &exchange) override;
    LineProblem readExactly(std::string_view line, traffic::Exchange &exchange) override;
    [[nodiscard]] QStringList notes() const override;

private:
    struct Layout
    {
        ColumnFormat format;
        FieldConverter converter;
        LogFields fields{};
    };

    LineProblem readBy(std::string_view line, traffic::Exchange &exchange, bool exactly);
    LineProblem
    readIn(Layout &layout, std::string_view line, traffic::Exchange &exchange, bool exactly);
    [[nodiscard]] bool takeHeader(std::string_view line);
    [[nodiscard]] bool takeDirective(std::string_view line);
    void setColumns(std::string_view names, std::string_view separators);

    const ColumnLog &m_log;
    std::vector<Layout> m_layouts;
    std::size_t m_last = 0; ///< the layout that the line before was of
    std::string m_date;     ///< of "#Date:", for lines that have the time of day alone
    bool m_isInTrailer = false;
};

} // namespace dramatis::capture
