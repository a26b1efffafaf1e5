// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/field_converter.h"
#include "core/capture/tables/column_mapping.h"
#include "core/capture/tables/stamp_pattern.h"

#include <array>
#include <string>

namespace dramatis::capture {

/// Makes exchanges of the cells of rows by a mapping. One per thread.
class MappedRow
{
public:
    /// @param mapping  complete and valid
    /// @errors InvalidArgument: a pattern cannot be read
    static Result<MappedRow> make(const ColumnMapping &mapping, const StampZone &zone);

    /// Before each row.
    void clear() { m_cells = {}; }
    /// A cell that is not absent; views must live until `convert` is done.
    void set(ColumnRole role, std::string_view cell)
    {
        m_cells[static_cast<std::size_t>(role)] = cell;
    }
    /// @param exchange  overwritten; its views are into the cells or into this, until the next call
    LineProblem convert(traffic::Exchange &exchange);

private:
    static constexpr std::size_t kRoles = static_cast<std::size_t>(ColumnRole::Operation) + 1;

    struct Stamp
    {
        ColumnUnit unit = ColumnUnit::Automatic;
        std::optional<StampPattern> pattern;
        std::string scratch;
    };

    MappedRow(const ColumnMapping &mapping, StampOf stampOf, const StampZone &zone);

    [[nodiscard]] std::string_view cell(ColumnRole role) const
    {
        return presentCellOf(m_cells[static_cast<std::size_t>(role)]);
    }
    [[nodiscard]] static std::string_view presentCellOf(std::string_view cell);
    [[nodiscard]] ColumnUnit unit(ColumnRole role) const
    {
        return m_units[static_cast<std::size_t>(role)];
    }
    LineProblem setStamp(Stamp &stamp, std::string_view text);
    LineProblem setLatency();
    bool setSize(ColumnRole role, LogField field, std::string &scratch);
    void setStatus();
    void setNames();
    LineProblem readEnd(traffic::Exchange &exchange);
    [[nodiscard]] std::string_view withPoint(std::string_view number, std::string &scratch) const;

    std::array<std::string_view, kRoles> m_cells{};
    std::array<ColumnUnit, kRoles> m_units{};
    char m_decimal;
    bool m_hasBegin;
    StampZone m_zone;
    LogFields m_fields{};
    FieldConverter m_converter;
    StampParser m_ends;
    Stamp m_begin;
    Stamp m_end;
    traffic::Outcome m_statusWord = traffic::Outcome::Unknown;
    std::string m_latency;
    std::string m_request;
    std::string m_response;
    std::string m_status;
};

} // namespace dramatis::capture
