// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/arrivals.h"

#include <algorithm>

namespace dramatis::topology {

bool Arrivals::operator==(const Arrivals &other) const
{
    const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    const bool sameSample =
        sample == other.sample || (sample && other.sample && *sample == *other.sample);
    return model == other.model && rate == other.rate
           && std::equal(intensity.begin(),
                         intensity.end(),
                         other.intensity.begin(),
                         other.intensity.end(),
                         same)
           && utcOffsetSeconds == other.utcOffsetSeconds && cv == other.cv && users == other.users
           && thinkTime == other.thinkTime && sameSample;
}

} // namespace dramatis::topology
