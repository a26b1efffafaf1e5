// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/tables/column_mapping.h"
#include "core/traffic/exchange.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What cells of tables say, however their programs wrote it.
namespace dramatis::capture {

/// Without spaces around it; empty where it says that there is nothing: "", "-", "NULL", "NaN",
/// "None", "N/A", "\N".
[[nodiscard]] std::string_view presentCell(std::string_view cell);

/// The unit that a stamp is written in by its looks: ISO, common, or a number whose size puts it
/// between 2000 and 2100 in seconds, ms, us or ns. Automatic where it is no stamp.
[[nodiscard]] ColumnUnit stampUnitOf(std::string_view cell);

/// An ISO stamp with what StampParser does not know taken off or put in: " UTC", a space before the
/// zone. `scratch` may be used for it.
[[nodiscard]] std::string_view isoForm(std::string_view cell, std::string &scratch);

/// A number without exponent or sign, with a fraction or not, by the decimal mark.
[[nodiscard]] bool isNumber(std::string_view cell, char decimal);
/// A size or status that some programs write as "200.0", in units of `unit`, rounded; none where it
/// is no number or below 0.
[[nodiscard]] std::optional<std::int64_t> roundedCount(std::string_view cell, double unit);

/// What a word says of how an exchange ended; none where it says nothing known. Booleans by `unit`.
[[nodiscard]] std::optional<traffic::Outcome> outcomeOfWord(std::string_view cell, ColumnUnit unit);
/// Whether it is "true", "false", "yes", "no", "t", "f", "0" or "1".
[[nodiscard]] bool isBoolean(std::string_view cell);

/// Whether it is an address of IPv4 or IPv6, maybe with a port.
[[nodiscard]] bool isAddress(std::string_view cell);
/// A method of HTTP or a statement of SQL, in any case.
[[nodiscard]] bool isMethodWord(std::string_view cell);

} // namespace dramatis::capture
