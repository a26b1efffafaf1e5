// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace dramatis::capture {

/// The values that one record has of the fields a format asks for, by the field's place in the
/// format's table. Views are of whoever fills this.
class NamedValues
{
public:
    static constexpr std::size_t kMost = 64; ///< fields of a format

    [[nodiscard]] bool has(std::size_t field) const { return (m_present >> field & 1) != 0; }
    /// Empty where the record does not have it.
    [[nodiscard]] std::string_view operator[](std::size_t field) const
    {
        return has(field) ? m_values[field] : std::string_view();
    }
    /// One bit a field.
    [[nodiscard]] std::uint64_t present() const { return m_present; }

    void set(std::size_t field, std::string_view value)
    {
        m_present |= std::uint64_t{1} << field;
        m_values[field] = value;
    }
    /// Forgets the fields of `mask`.
    void clear(std::uint64_t mask = ~std::uint64_t{0}) { m_present &= ~mask; }

private:
    std::uint64_t m_present = 0;
    std::array<std::string_view, kMost> m_values;
};

} // namespace dramatis::capture
