// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/arrival_stream.h"
#include "core/simulation/collector.h"
#include "core/simulation/event_queue.h"
#include "core/simulation/model.h"
#include "core/simulation/request_pool.h"
#include "core/simulation/station.h"

#include <functional>
#include <vector>

namespace dramatis::simulation {

/// One replication: a single-threaded event loop over a Model.
///
/// How a request goes: it takes a worker or waits, is served, makes its calls one after the other,
/// and departs; its answer goes to the caller, which goes on with its own calls. Functions that
/// carry a request on say whether it now waits for an event or has ended, and the one that was
/// called by the event loop carries an end up through the callers; so the stack is never deeper
/// than the topology.
class Replication
{
public:
    /// Every few thousand events asked whether to go on.
    /// @return false to stop
    using Watch = std::function<bool(std::int64_t time, double events, const Collector &collector)>;

    Replication(const Model &model, const Schedule &schedule, const Draws &draws);

    /// Plays until the end of the schedule or until `watch` says stop; then `complete` is false.
    [[nodiscard]] Observations run(const Watch &watch);

private:
    enum class Next {
        Waits, ///< for an event
        Ended  ///< its outcome is set
    };

    void handle(const Event &event);
    void arriveAtSource(std::uint32_t source);
    [[nodiscard]] Next advance(std::uint32_t request);
    [[nodiscard]] std::uint32_t nextCall(std::uint32_t request);
    [[nodiscard]] Next makeCall(std::uint32_t request, std::uint32_t call);
    [[nodiscard]] Next enter(std::uint32_t request);
    void startService(std::uint32_t request, std::uint32_t instance);
    void finishService(std::uint32_t request);
    void releaseWorker(Request &request);
    void serveWaiting(const NodeModel &node, std::uint32_t instance);

    /// Carries the end of a request up as far as it goes.
    void conclude(std::uint32_t request);
    /// The request leaves its node: frees its worker, is counted.
    void depart(std::uint32_t request);
    /// Counts the answer for the caller and frees the callee.
    /// @return how the call ended
    Outcome receive(std::uint32_t callee);
    /// Gives the answer to the caller, if there is one that waits.
    /// @return the caller if it has ended by that, else kNone
    [[nodiscard]] std::uint32_t deliverAnswer(std::uint32_t callee);
    void timeOut(std::uint32_t callee);
    void orphanCallee(Request &caller);

    void applyFault(const TimedFault &fault);
    void failAll(std::uint32_t node, std::uint32_t instance, bool failWaiting);
    [[nodiscard]] bool isWasted(const Request &request) const;
    [[nodiscard]] DrawKey keyFor(const Request &request,
                                 std::uint32_t hash,
                                 std::uint32_t visit,
                                 Purpose purpose) const noexcept
    {
        return {request.number, hash ^ m_salts[request.source], visit << 16, purpose};
    }
    [[nodiscard]] std::int64_t travelTime(const Request &request, Purpose purpose);

    const Model &m_model;
    const Schedule &m_schedule;
    Draws m_draws;
    EventQueue m_queue;
    RequestPool m_requests;
    Stations m_stations;
    Collector m_collector;
    std::vector<ArrivalStream> m_arrivals;
    std::vector<std::uint32_t> m_salts;   ///< by source: what its draws are told apart by
    std::vector<std::uint32_t> m_numbers; ///< by source: requests so far
    std::vector<std::uint32_t> m_victims; ///< of a crash
    std::int64_t m_now = 0;
};

} // namespace dramatis::simulation
