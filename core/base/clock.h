// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace dramatis {

/// What the time is. Injected wherever an answer depends on now (data age, created at), so that
/// tests and `--now` can fix it.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Nanoseconds since the epoch, UTC.
    [[nodiscard]] virtual std::int64_t now() const = 0;
};

class SystemClock final : public Clock
{
public:
    std::int64_t now() const override
    {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
};

class FixedClock final : public Clock
{
public:
    explicit FixedClock(std::int64_t now) : m_now(now) {}
    std::int64_t now() const override { return m_now; }

private:
    std::int64_t m_now;
};

} // namespace dramatis
