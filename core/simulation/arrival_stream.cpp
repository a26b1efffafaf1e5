// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/arrival_stream.h"

#include "core/base/unknown.h"

#include <algorithm>
#include <cmath>

namespace dramatis::simulation {

using topology::ArrivalModel;

namespace {

constexpr std::int64_t kBlockSlices = 10;

/// Start slices are drawn by this id, which is no source's: all sources play the same part of the
/// capture at the same time, so that what came together comes together.
constexpr std::uint32_t kSharedStarts = 0x626f6f74u;

} // namespace

ArrivalStream::ArrivalStream(const Model &model, const SourceModel &source, const Draws &draws)
    : m_source(source)
    , m_draws(draws)
    , m_end(model.duration)
{
    if (!source.hours.empty())
        m_highest = *std::max_element(source.hours.begin(), source.hours.end());
    const bool superposes = source.arrivals == ArrivalModel::Bootstrap
                            || source.arrivals == ArrivalModel::Replay
                            || source.arrivals == ArrivalModel::Renewal;
    if (!superposes)
        return;
    if (source.arrivals == ArrivalModel::Renewal && source.rate > 0) {
        topology::Distribution gaps;
        gaps.kind = topology::DistributionKind::Gamma;
        gaps.mean = 1 / source.rate;
        gaps.cv = source.cv;
        m_gaps = Sampler(gaps);
    }
    const double whole = std::floor(source.scale);
    for (double copy = 0; copy < std::ceil(source.scale); ++copy) {
        Copy next;
        next.number = static_cast<std::uint32_t>(copy);
        next.keep = copy < whole ? 1 : source.scale - whole;
        m_copies.push_back(next);
    }
    for (Copy &copy : m_copies)
        advance(copy);
}

std::int64_t ArrivalStream::next()
{
    switch (m_source.arrivals) {
    case ArrivalModel::Poisson:
        m_time = m_source.hours.empty() ? nextPoisson() : nextInHours();
        break;
    case ArrivalModel::Constant: // by multiplication: nothing adds up
        m_time = m_source.rate > 0 ? toNanoseconds(static_cast<double>(++m_count) / m_source.rate)
                                   : kNever;
        break;
    case ArrivalModel::Bootstrap:
    case ArrivalModel::Replay:
    case ArrivalModel::Renewal:
        m_time = nextOfCopies();
        break;
    case ArrivalModel::Closed: // refused when the model is compiled
        m_time = kNever;
        break;
    }
    if (m_time >= m_end)
        m_time = kNever;
    return m_time;
}

std::int64_t ArrivalStream::nextPoisson()
{
    if (!(m_source.rate > 0) || m_time == kNever)
        return kNever;
    // Two gaps a block: arrivals alone ask for half of all numbers.
    const unsigned half = m_count & 1u;
    if (half == 0)
        m_block = m_draws.block({m_count / 2, m_source.hash, 0, Purpose::Arrival});
    ++m_count;
    return m_time + toNanoseconds(-std::log(m_block.uniform(half)) / m_source.rate);
}

std::int64_t ArrivalStream::nextInHours()
{
    // Thinning (Lewis and Shedler, 1979): candidates at the highest rate, kept in proportion.
    std::int64_t time = m_time;
    if (!(m_highest > 0))
        return kNever;
    while (time < m_end) {
        const RandomBlock block = m_draws.block({m_count++, m_source.hash, 0, Purpose::Thinning});
        time += toNanoseconds(-std::log(block.uniform(0)) / m_highest);
        const std::int64_t after = time - m_source.firstHourLeft;
        const auto hour =
            after < 0 ? std::size_t{0} : static_cast<std::size_t>(1 + after / kNanosecondsPerHour);
        if (block.uniform(1) * m_highest < m_source.hours[hour % m_source.hours.size()])
            return time;
    }
    return kNever;
}

std::int64_t ArrivalStream::nextOfCopies()
{
    const auto first = std::min_element(m_copies.begin(),
                                        m_copies.end(),
                                        [](const Copy &a, const Copy &b) { return a.due < b.due; });
    if (first == m_copies.end() || first->due == kNever)
        return kNever;
    const std::int64_t time = first->due;
    advance(*first);
    return time;
}

void ArrivalStream::advance(Copy &copy)
{
    for (;;) {
        copy.due = candidate(copy);
        if (copy.due >= m_end) {
            copy.due = kNever;
            return;
        }
        const std::uint32_t drawn = copy.drawn++;
        if (copy.keep >= 1
            || m_draws.block({drawn, m_source.hash, copy.number, Purpose::Thinning}).uniform(0)
                   < copy.keep)
            return;
    }
}

std::int64_t ArrivalStream::candidate(Copy &copy)
{
    if (m_source.arrivals == ArrivalModel::Renewal) {
        if (!(m_source.rate > 0))
            return kNever;
        const std::int64_t before = copy.due == kNever ? 0 : copy.due;
        return before
               + m_gaps.draw(m_draws, {copy.drawn, m_source.hash, copy.number, Purpose::Arrival});
    }
    if (m_source.played.arrivals == 0)
        return kNever;
    while (copy.at == copy.end)
        if (!enterSlice(copy))
            return kNever;
    return copy.sliceBegin + std::max<std::int64_t>(0, m_source.played.sample->offsets[copy.at++]);
}

bool ArrivalStream::enterSlice(Copy &copy)
{
    const PlayedSample &played = m_source.played;
    const std::size_t slices = played.slices.size();
    ++copy.slice;
    copy.sliceBegin = copy.slice * played.sliceWidth;
    if (copy.sliceBegin >= m_end)
        return false;
    std::size_t place = static_cast<std::size_t>(copy.slice);
    if (m_source.arrivals == ArrivalModel::Bootstrap) {
        if (copy.slice % kBlockSlices == 0) {
            const auto block = static_cast<std::uint32_t>(copy.slice / kBlockSlices);
            const double u =
                m_draws.block({block, kSharedStarts, copy.number, Purpose::Block}).uniform(0);
            copy.start = static_cast<std::size_t>(u * static_cast<double>(slices));
        }
        place = (copy.start + static_cast<std::size_t>(copy.slice % kBlockSlices)) % slices;
    } else if (place >= slices) {
        return false; // replay ends with the capture
    }
    copy.at = played.firstOffset[played.slices[place]];
    copy.end = played.firstOffset[played.slices[place] + 1];
    return true;
}

} // namespace dramatis::simulation
