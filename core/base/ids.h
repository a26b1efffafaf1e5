// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace dramatis {

// Ids that cannot be mixed up. Each is given out once by the project and never reused.
enum class CaptureId : std::uint32_t {};
enum class PersonaSetId : std::uint32_t {};
enum class PersonaId : std::uint32_t {};
enum class ScenarioId : std::uint32_t {};
enum class RunId : std::uint32_t {};
enum class AssessmentId : std::uint32_t {};

/// Index of a string in a StringPool.
enum class StringId : std::uint32_t {};

template<typename Id>
[[nodiscard]] constexpr std::uint32_t number(Id id) noexcept
{
    return static_cast<std::uint32_t>(id);
}

} // namespace dramatis
