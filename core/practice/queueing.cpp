// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/queueing.h"

#include <QtGlobal>

namespace dramatis::practice {

double erlangC(int servers, double load)
{
    Q_ASSERT(servers >= 1 && load >= 0 && load < servers);
    // B(0) = 1, B(k) = a B(k-1) / (k + a B(k-1)): no factorials, stable for any number of servers.
    double blocking = 1;
    for (int k = 1; k <= servers; ++k)
        blocking = load * blocking / (k + load * blocking);
    return blocking / (1 - load / servers * (1 - blocking));
}

double allenCunneenWait(int servers, double utilisation, double service, double ca2, double cs2)
{
    Q_ASSERT(utilisation >= 0 && utilisation < 1);
    const double waiting = erlangC(servers, utilisation * servers);
    return waiting * service / (servers * (1 - utilisation)) * (ca2 + cs2) / 2;
}

double highestUtilisation(int servers, double service, double ca2, double cs2, double wait)
{
    // The wait rises with utilisation, so bisection; 40 halvings are far below any figure shown.
    double low = 0;
    double high = 1;
    for (int i = 0; i < 40; ++i) {
        const double middle = (low + high) / 2;
        if (middle < 1 && allenCunneenWait(servers, middle, service, ca2, cs2) <= wait)
            low = middle;
        else
            high = middle;
    }
    return low;
}

double fullQueueResponse(int servers, double queueLimit, double service)
{
    return (queueLimit / servers + 1) * service;
}

} // namespace dramatis::practice
