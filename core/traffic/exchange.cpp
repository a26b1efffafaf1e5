// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/exchange.h"

#include <array>
#include <cstddef>

namespace dramatis::traffic {

Outcome outcomeOfStatus(int httpStatus) noexcept
{
    // | status        | outcome     | why                                                      |
    // | 499, 460      | Aborted     | the client closed first (nginx; AWS load balancers)      |
    // | 504, 524, 598 | Timeout     | a gateway gave up waiting                                |
    // | 4xx, 408 too  | ClientError | 408: the client was too slow to send its request         |
    // | other 5xx     | ServerError |                                                          |
    // | 1xx, 2xx, 3xx | Ok          |                                                          |
    // | anything else | Unknown     | 000 of a connection that brought no request, no status   |
    switch (httpStatus) {
    case 460:
    case 499:
        return Outcome::Aborted;
    case 504:
    case 524:
    case 598:
        return Outcome::Timeout;
    default:
        break;
    }
    if (httpStatus >= 100 && httpStatus < 400)
        return Outcome::Ok;
    if (httpStatus >= 400 && httpStatus < 500)
        return Outcome::ClientError;
    return httpStatus >= 500 && httpStatus < 600 ? Outcome::ServerError : Outcome::Unknown;
}

Outcome outcomeOfGrpc(int grpcStatus) noexcept
{
    // https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
    constexpr std::array<int, 17> kHttp{
        200, 499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401};
    return grpcStatus >= 0 && static_cast<std::size_t>(grpcStatus) < kHttp.size()
               ? outcomeOfStatus(kHttp[static_cast<std::size_t>(grpcStatus)])
               : Outcome::ServerError;
}

} // namespace dramatis::traffic
