// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace dramatis::capture {

/// What stamps that name no zone are in: a fixed offset, or the zone of a place with its summer
/// time. Cheap to copy.
class StampZone
{
public:
    /// @param utcOffsetSeconds  seconds east of UTC
    StampZone(int utcOffsetSeconds = 0) // implicit: an offset is a zone
        : m_fixed(utcOffsetSeconds)
    {}

    /// "UTC", "+02:00", "-0530", or a name of the IANA database: "Europe/Berlin".
    /// @errors InvalidArgument saying how it is written
    static Result<StampZone> fromId(const QString &id);

    /// Seconds east of UTC when clocks there show `localSeconds` (since 1970-01-01 00:00 by that
    /// clock). An hour that comes twice in autumn is taken as its first pass, for a stamp does not
    /// tell; an hour left out in spring is taken as if the clock had been changed already.
    [[nodiscard]] int offsetAt(std::int64_t localSeconds) const
    {
        return m_changes ? offsetAmongChanges(localSeconds) : m_fixed;
    }

    /// As it was given: "Europe/Berlin", "+02:00", "UTC".
    [[nodiscard]] QString id() const;

    bool operator==(const StampZone &other) const { return id() == other.id(); }

private:
    /// From when on, by the clock before it was changed, an offset holds.
    struct Change
    {
        std::int64_t from = 0;
        int offset = 0;
    };
    struct Changes
    {
        QString id;
        std::vector<Change> list; ///< ascending; the first holds before the second
    };

    [[nodiscard]] int offsetAmongChanges(std::int64_t localSeconds) const;

    int m_fixed = 0;
    std::shared_ptr<const Changes> m_changes; ///< null: m_fixed always
};

} // namespace dramatis::capture
