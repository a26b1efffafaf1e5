// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dramatis::capture {

/// The values in the object that begins at the first brace of `line`, with their paths (see
/// JsonShape), in their order, null and the elements of arrays left out; none where there is no
/// whole object. What cannot be written as a path is left out, and what is nested deeper than 8.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::string>>>
jsonCells(std::string_view line);

} // namespace dramatis::capture
