// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/replication.h"

#include <algorithm>
#include <tuple>

namespace dramatis::simulation {

using topology::NodeKind;

Replication::Replication(const Model &model, const Schedule &schedule, const Draws &draws)
    : m_model(model)
    , m_schedule(schedule)
    , m_draws(draws)
    , m_stations(model)
    , m_collector(model, schedule)
    , m_numbers(model.sources.size(), 0)
{
    m_arrivals.reserve(model.sources.size());
    for (const SourceModel &source : model.sources) {
        m_arrivals.emplace_back(model, source, m_draws);
        m_salts.push_back(Draws::finished(source.hash));
    }
}

Observations Replication::run(const Watch &watch)
{
    constexpr unsigned kBetweenLooks = 4096; // some 200 microseconds
    for (std::uint32_t i = 0; i < m_model.faults.size(); ++i)
        m_queue.push(m_model.faults[i].time, EventKind::Fault, i, 0);
    for (std::uint32_t i = 0; i < m_arrivals.size(); ++i)
        if (const std::int64_t time = m_arrivals[i].next(); time != kNever)
            m_queue.push(time, EventKind::Arrival, i, 0);

    double events = 0;
    unsigned untilLook = kBetweenLooks;
    bool goesOn = watch(0, 0, m_collector);
    std::int64_t cut = m_schedule.cutAfter(0);
    while (goesOn) {
        const std::int64_t due = m_queue.isEmpty() ? kNever : m_queue.top().time;
        if (due >= cut) { // what happens at the cut belongs to what comes after
            m_now = cut;
            m_stations.flush(m_collector, cut);
            m_collector.cut(cut);
            if (cut == m_schedule.end)
                break;
            cut = m_schedule.cutAfter(cut);
            continue;
        }
        const Event event = m_queue.pop();
        m_now = event.time;
        handle(event);
        if (--untilLook == 0) {
            untilLook = kBetweenLooks;
            events += kBetweenLooks;
            goesOn = watch(m_now, events, m_collector);
        }
    }
    Observations observed = m_collector.take();
    observed.complete = goesOn;
    observed.events = events + (kBetweenLooks - untilLook);
    return observed;
}

void Replication::handle(const Event &event)
{
    const EventKind kind = event.kind();
    if (kind == EventKind::Arrival) {
        arriveAtSource(event.subject);
        return;
    }
    if (kind == EventKind::Fault) {
        applyFault(m_model.faults[event.subject]);
        return;
    }
    Request &request = m_requests[event.subject];
    if (request.generation != event.generation || request.state == RequestState::Free)
        return; // over before this was due
    switch (kind) {
    case EventKind::ServiceDone:
        if (request.state == RequestState::Serving)
            finishService(event.subject);
        break;
    case EventKind::Delivery:
        if (enter(event.subject) == Next::Ended)
            conclude(event.subject);
        break;
    case EventKind::Answer:
        if (const std::uint32_t caller = deliverAnswer(event.subject); caller != kNone)
            conclude(caller);
        break;
    case EventKind::Timeout:
        timeOut(event.subject);
        break;
    case EventKind::Fault:
    case EventKind::Arrival:
        break;
    }
}

void Replication::arriveAtSource(std::uint32_t source)
{
    if (const std::int64_t next = m_arrivals[source].next(); next != kNever)
        m_queue.push(next, EventKind::Arrival, source, 0);
    const std::uint32_t index = m_requests.acquire();
    Request &request = m_requests[index];
    request.source = source;
    request.number = m_numbers[source]++;
    request.node = m_model.sources[source].node;
    request.arrived = request.sent = m_now;
    request.state = RequestState::Calling;
    ++m_collector.points[request.node].arrivals;
    if (advance(index) == Next::Ended)
        conclude(index);
}

Replication::Next Replication::advance(std::uint32_t index)
{
    for (;;) {
        const std::uint32_t call = nextCall(index);
        if (call == kNone)
            return Next::Ended;
        if (!m_model.calls[call].holdsWorker && m_requests[index].hasWorker)
            releaseWorker(m_requests[index]);
        if (makeCall(index, call) == Next::Waits)
            return Next::Waits;
        if (receive(m_requests[index].callee) != Outcome::Ok) {
            m_requests[index].outcome = Outcome::Failed;
            return Next::Ended;
        }
    }
}

std::uint32_t Replication::nextCall(std::uint32_t index)
{
    Request &request = m_requests[index];
    const NodeModel &node = m_model.nodes[request.node];
    if (!node.shared.empty() && request.chosen == kNone) {
        const double all = node.shareUpTo.back();
        const double u =
            m_draws.block(keyFor(request, node.hash, request.visit, Purpose::Share)).uniform(0);
        const auto upTo = std::upper_bound(node.shareUpTo.begin(), node.shareUpTo.end(), u * all);
        const auto place = static_cast<std::size_t>(upTo - node.shareUpTo.begin());
        request.chosen = node.shared[std::min(place, node.shared.size() - 1)];
        if (node.onlyShares)
            request.position = static_cast<std::uint32_t>(
                std::find(node.calls.begin(), node.calls.end(), request.chosen)
                - node.calls.begin());
    }
    while (request.position < node.calls.size()) {
        const std::uint32_t made = node.calls[request.position];
        const CallModel &call = m_model.calls[made];
        const bool isChosen =
            node.shared.empty() || made == request.chosen
            || std::find(node.shared.begin(), node.shared.end(), made) == node.shared.end();
        const bool isMade =
            isChosen && request.repeats < call.count
            && (request.repeats > 0 || call.probability >= 1
                || m_draws.block(keyFor(request, call.hash, request.visit, Purpose::Probability))
                           .uniform(0)
                       < call.probability);
        if (isMade) {
            ++request.repeats;
            return made;
        }
        request.repeats = 0;
        request.position =
            node.onlyShares ? static_cast<std::uint32_t>(node.calls.size()) : request.position + 1;
    }
    return kNone;
}

Replication::Next Replication::makeCall(std::uint32_t index, std::uint32_t callIndex)
{
    const CallModel &call = m_model.calls[callIndex];
    const std::uint32_t calleeIndex = m_requests.acquire();
    Request &caller = m_requests[index];
    Request &callee = m_requests[calleeIndex];
    callee.source = caller.source;
    callee.number = caller.number;
    callee.node = call.to;
    callee.call = callIndex;
    callee.visit = caller.visit * call.count + (caller.repeats - 1);
    callee.sent = m_now;
    callee.caller = index;
    caller.callee = calleeIndex;
    const std::uint32_t generation = callee.generation;
    ++m_collector.points[m_collector.callPoint(callIndex)].arrivals;

    if (call.hasLatency) {
        callee.state = RequestState::Travelling;
        const std::int64_t travel = travelTime(callee, Purpose::Request);
        m_queue.push(m_now + travel, EventKind::Delivery, calleeIndex, generation);
    } else if (enter(calleeIndex) == Next::Ended) {
        depart(calleeIndex);
        return Next::Ended;
    }
    if (call.timeout != kNever)
        m_queue.push(m_now + call.timeout, EventKind::Timeout, calleeIndex, generation);
    return Next::Waits;
}

Replication::Next Replication::enter(std::uint32_t index)
{
    Request &request = m_requests[index];
    const NodeModel &node = m_model.nodes[request.node];
    request.arrived = m_now;
    ++m_collector.points[request.node].arrivals;
    if (!node.isStation) {
        request.state = RequestState::Calling;
        if (m_stations.upOf(request.node) > 0)
            return advance(index);
        request.outcome = Outcome::Failed;
        return Next::Ended;
    }
    const CallModel &call = m_model.calls[request.call];
    const NodeModel &balancer = m_model.nodes[call.from];
    const std::uint32_t instance =
        node.instances == 1 && m_stations.instances[node.firstInstance].isUp
            ? node.firstInstance // nothing to choose
            : m_stations.pick(request.node,
                              balancer.policy,
                              m_draws,
                              keyFor(request, balancer.hash, request.visit, Purpose::Balance));
    if (instance == kNone) {
        request.outcome = Outcome::Failed;
        return Next::Ended;
    }
    if (m_stations.hasFreeWorker(node, instance)) {
        startService(index, instance);
        return Next::Waits;
    }
    WaitingLine &line = m_stations.lines[m_stations.lineOf(node, instance)];
    if (line.length >= node.queueLimit) {
        request.outcome = Outcome::Rejected;
        return Next::Ended;
    }
    line.countUntil(m_now);
    ++line.length;
    (line.last == kNone ? line.first : m_requests[line.last].next) = index;
    line.last = index;
    request.state = RequestState::Waiting;
    if (node.ownQueues) {
        request.instance = instance;
        ++m_stations.instances[instance].requests;
    }
    return Next::Waits;
}

void Replication::startService(std::uint32_t index, std::uint32_t instanceIndex)
{
    Request &request = m_requests[index];
    const NodeModel &node = m_model.nodes[request.node];
    Instance &instance = m_stations.instances[instanceIndex];
    instance.countUntil(m_now);
    ++instance.serving;
    ++instance.occupied;
    if (request.instance == kNone) {
        request.instance = instanceIndex;
        ++instance.requests;
    }
    request.hasWorker = true;
    request.began = m_now;
    request.state = RequestState::Serving;
    const std::uint32_t salted = node.hash + m_model.calls[request.call].calleeSalt;
    const std::int64_t service =
        node.service.draw(m_draws, keyFor(request, salted, request.visit, Purpose::Service));
    m_queue.push(m_now + service, EventKind::ServiceDone, index, request.generation);
}

void Replication::finishService(std::uint32_t index)
{
    Request &request = m_requests[index];
    const NodeModel &node = m_model.nodes[request.node];
    Instance &instance = m_stations.instances[request.instance];
    instance.countUntil(m_now);
    --instance.serving;

    const auto service = static_cast<double>(m_now - request.began);
    const auto waiting = static_cast<double>(request.began - request.arrived);
    Counters &counters = m_collector.points[request.node];
    ++counters.waits;
    ++counters.services;
    counters.waiting += waiting;
    counters.residence += waiting + service;
    Counters &source = m_collector.points[m_model.sources[request.source].node];
    source.work += service;
    if (m_model.canAbandon && isWasted(request)) {
        source.wasted += service;
    } else {
        PairSums &sums = m_collector.pairs[m_model.pairOf(request.source, request.node)];
        sums.waiting += waiting;
        sums.service += service;
    }

    request.state = RequestState::Calling;
    const std::uint32_t salted = node.hash + m_model.calls[request.call].calleeSalt;
    if (node.errorRate > 0
        && m_draws.block(keyFor(request, salted, request.visit, Purpose::Failure)).uniform(0)
               < node.errorRate) {
        request.outcome = Outcome::Failed;
        conclude(index);
        return;
    }
    if (node.calls.empty() || advance(index) == Next::Ended)
        conclude(index);
}

void Replication::releaseWorker(Request &request)
{
    request.hasWorker = false;
    const std::uint32_t instance = request.instance;
    m_stations.instances[instance].countUntil(m_now);
    --m_stations.instances[instance].occupied;
    serveWaiting(m_model.nodes[request.node], instance);
}

void Replication::serveWaiting(const NodeModel &node, std::uint32_t instance)
{
    WaitingLine &line = m_stations.lines[m_stations.lineOf(node, instance)];
    while (line.length > 0 && m_stations.hasFreeWorker(node, instance)) {
        const std::uint32_t first = line.first;
        line.countUntil(m_now);
        --line.length;
        line.first = m_requests[first].next;
        if (line.first == kNone)
            line.last = kNone;
        m_requests[first].next = kNone;
        startService(first, instance);
    }
}

void Replication::conclude(std::uint32_t index)
{
    while (index != kNone) {
        depart(index);
        Request &request = m_requests[index];
        if (request.call == kNone || request.caller == kNone) {
            m_requests.release(index);
            return;
        }
        if (m_model.calls[request.call].hasLatency) {
            request.state = RequestState::Answering;
            const std::int64_t travel = travelTime(request, Purpose::Answer);
            m_queue.push(m_now + travel, EventKind::Answer, index, request.generation);
            return;
        }
        index = deliverAnswer(index);
    }
}

void Replication::depart(std::uint32_t index)
{
    Request &request = m_requests[index];
    if (request.hasWorker)
        releaseWorker(request);
    if (request.instance != kNone)
        --m_stations.instances[request.instance].requests;
    Counters &counters = m_collector.points[request.node];
    ++counters.completions;
    switch (request.outcome) {
    case Outcome::Ok: {
        const std::int64_t response = m_now - request.arrived;
        m_collector.recordResponse(request.node, response);
        const std::uint32_t source = m_model.nodes[request.node].source;
        if (source != kNone && response <= m_model.sources[source].deadline)
            ++counters.useful;
        break;
    }
    case Outcome::Rejected:
        ++counters.rejected;
        break;
    case Outcome::Timeout:
        ++counters.timeouts;
        break;
    case Outcome::Failed:
        ++counters.failed;
        break;
    }
}

Outcome Replication::receive(std::uint32_t calleeIndex)
{
    const Request &callee = m_requests[calleeIndex];
    const Outcome outcome = callee.outcome;
    const std::uint32_t point = m_collector.callPoint(callee.call);
    ++m_collector.points[point].completions;
    if (outcome == Outcome::Ok)
        m_collector.recordResponse(point, m_now - callee.sent);
    else
        ++m_collector.points[point].failed;
    m_requests[callee.caller].callee = kNone;
    m_requests.release(calleeIndex);
    return outcome;
}

std::uint32_t Replication::deliverAnswer(std::uint32_t calleeIndex)
{
    const std::uint32_t caller = m_requests[calleeIndex].caller;
    if (caller == kNone) { // given up while the answer travelled
        m_requests.release(calleeIndex);
        return kNone;
    }
    if (receive(calleeIndex) != Outcome::Ok) {
        m_requests[caller].outcome = Outcome::Failed;
        return caller;
    }
    return advance(caller) == Next::Ended ? caller : kNone;
}

void Replication::timeOut(std::uint32_t calleeIndex)
{
    const Request &callee = m_requests[calleeIndex];
    const std::uint32_t caller = callee.caller;
    if (caller == kNone)
        return;
    Counters &call = m_collector.points[m_collector.callPoint(callee.call)];
    ++call.timeouts;
    orphanCallee(m_requests[caller]);
    m_requests[caller].outcome = Outcome::Timeout;
    conclude(caller);
}

void Replication::orphanCallee(Request &caller)
{
    if (caller.callee == kNone)
        return;
    m_requests[caller.callee].caller = kNone;
    m_requests[caller.callee].abandoned = true;
    caller.callee = kNone;
}

bool Replication::isWasted(const Request &request) const
{
    const Request *at = &request;
    while (!at->abandoned && at->caller != kNone)
        at = &m_requests[at->caller];
    return at->abandoned;
}

std::int64_t Replication::travelTime(const Request &request, Purpose purpose)
{
    const CallModel &call = m_model.calls[request.call];
    const std::int64_t time =
        call.latency.draw(m_draws, keyFor(request, call.hash, request.visit, purpose));
    if (!m_model.canAbandon || !isWasted(request))
        m_collector.points[m_model.sources[request.source].node].network +=
            static_cast<double>(time);
    return time;
}

void Replication::applyFault(const TimedFault &fault)
{
    const NodeModel &node = m_model.nodes[fault.node];
    const std::uint32_t instance = node.firstInstance + fault.instance;
    switch (fault.action) {
    case FaultAction::TakeDown: {
        const bool wasUp = m_stations.instances[instance].isUp;
        m_stations.takeDown(fault.node, instance, m_now);
        if (wasUp)
            failAll(fault.node, instance, node.ownQueues || m_stations.upOf(fault.node) == 0);
        break;
    }
    case FaultAction::BringUp:
        m_stations.bringUp(fault.node, instance, m_now);
        if (node.isStation)
            serveWaiting(node, instance);
        break;
    }
}

void Replication::failAll(std::uint32_t nodeIndex, std::uint32_t instance, bool failWaiting)
{
    const NodeModel &node = m_model.nodes[nodeIndex];
    // A plain balancer has no instance for each request: all that pass through it fail with its
    // last one.
    const bool wholeNode = !node.isStation && m_stations.upOf(nodeIndex) == 0;
    m_victims.clear();
    for (std::uint32_t i = 0; i < m_requests.size(); ++i) {
        const Request &request = m_requests[i];
        const bool isHere = request.node == nodeIndex && request.state != RequestState::Free
                            && request.state != RequestState::Travelling
                            && request.state != RequestState::Answering;
        const bool waitsHere = request.state == RequestState::Waiting && failWaiting
                               && (request.instance == instance || request.instance == kNone);
        const bool isIn = request.state != RequestState::Waiting && request.instance == instance;
        if (isHere && (waitsHere || isIn || wholeNode))
            m_victims.push_back(i);
    }
    // By what they are, not by their place in memory, which depends on what else runs.
    std::sort(m_victims.begin(), m_victims.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto key = [](const Request &r) {
            return std::tie(r.arrived, r.source, r.number, r.call, r.visit);
        };
        return key(m_requests[a]) < key(m_requests[b]);
    });
    if (failWaiting && node.isStation) {
        WaitingLine &line = m_stations.lines[m_stations.lineOf(node, instance)];
        line.countUntil(m_now);
        line.first = line.last = kNone;
        line.length = 0;
    }
    std::vector<std::uint32_t> generations;
    for (const std::uint32_t victim : m_victims) {
        generations.push_back(m_requests[victim].generation);
        m_requests[victim].hasWorker = false; // the workers are gone
    }
    for (std::size_t i = 0; i < m_victims.size(); ++i) {
        Request &request = m_requests[m_victims[i]];
        if (request.generation != generations[i] || request.state == RequestState::Free
            || request.state == RequestState::Answering)
            continue; // a victim above it ended it already
        orphanCallee(request);
        request.next = kNone;
        request.outcome = Outcome::Failed;
        conclude(m_victims[i]);
    }
}

} // namespace dramatis::simulation
