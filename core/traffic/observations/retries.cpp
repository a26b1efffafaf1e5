// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/observations/retries.h"

#include "core/base/text.h"
#include "core/traffic/tr.h"

#include <cmath>

namespace dramatis::traffic {

namespace {

constexpr std::size_t kStrata = std::size_t{1} << 16;
constexpr std::int64_t kSoon = 10 * kNanosecondsPerSecond;
constexpr double kLeastDeviations = 5;
constexpr double kLeastRatio = 2;
constexpr std::uint64_t kLeastFollowed = 10;

/// Spreads a key over 64 bits (the finaliser of MurmurHash3).
std::uint64_t mixed(std::uint64_t key)
{
    key ^= key >> 33;
    key *= 0xFF51'AFD7'ED55'8CCDULL;
    key ^= key >> 33;
    key *= 0xC4CE'B9FE'1A85'EC53ULL;
    return key ^ key >> 33;
}

} // namespace

Retries::Retries(const ObservedCapture &) : m_strata(kStrata) {}

void Retries::count(Stratum &stratum, bool isFollowed)
{
    ++(stratum.wasError ? stratum.errors : stratum.others);
    if (isFollowed)
        ++(stratum.wasError ? stratum.errorsFollowed : stratum.othersFollowed);
}

void Retries::add(const ExchangeChunk &chunk, std::size_t row)
{
    const Outcome outcome = chunk.outcome[row];
    if (chunk.client[row] == table::StringPool::none() || outcome == Outcome::Unknown)
        return;
    const std::int64_t begin = chunk.begin[row];
    const std::uint64_t key =
        std::uint64_t{number(chunk.client[row])} << 32 | number(chunk.operation[row]);
    Stratum &stratum = m_strata[mixed(key) % kStrata];
    if (stratum.key == key) {
        // What began while the one before still ran is no answer to how that ended.
        if (isKnown(stratum.end) && begin >= stratum.end)
            count(stratum, begin - stratum.end <= kSoon);
    } else {
        if (isKnown(stratum.end) && begin - stratum.end > kSoon)
            count(stratum, false);
        addUp(stratum);
        stratum = {};
        stratum.key = key;
    }
    stratum.wasError = outcome == Outcome::ServerError || outcome == Outcome::Timeout
                       || outcome == Outcome::Aborted;
    stratum.end = chunk.end(row);
    m_last = begin;
}

void Retries::addUp(const Stratum &stratum)
{
    const double errors = stratum.errors;
    const double others = stratum.others;
    if (stratum.errors == 0 || stratum.others == 0)
        return; // such a stratum cannot compare
    const double all = errors + others;
    const double followed =
        static_cast<double>(stratum.errorsFollowed) + static_cast<double>(stratum.othersFollowed);
    m_excess += stratum.errorsFollowed - errors * followed / all;
    m_variance += errors * others * followed * (all - followed) / (all * all * (all - 1));
    m_errorRisk += stratum.errorsFollowed * others / all;
    m_otherRisk += stratum.othersFollowed * errors / all;
    m_errors += stratum.errors;
    m_followed += stratum.errorsFollowed;
}

void Retries::finish(std::vector<Observation> &found)
{
    for (Stratum &stratum : m_strata) {
        if (isKnown(stratum.end) && m_last - stratum.end > kSoon)
            count(stratum, false);
        addUp(stratum);
    }
    if (m_followed < kLeastFollowed || !(m_excess >= kLeastDeviations * std::sqrt(m_variance))
        || m_errorRisk < kLeastRatio * m_otherRisk)
        return;
    Observation result;
    result.kind = ObservationKind::Retries;
    result.severity = ObservationSeverity::Info;
    result.count = m_followed;
    const double share = static_cast<double>(m_followed) / static_cast<double>(m_errors);
    result.text =
        m_otherRisk > 0
            ? Tr::tr("After an error the same client asks the same again within 10 s in %1 of %2 "
                     "cases, %3 times as often as after an answer.")
                  .arg(text::percent(share),
                       text::count(static_cast<double>(m_errors)),
                       text::number(m_errorRisk / m_otherRisk))
            : Tr::tr("After an error the same client asks the same again within 10 s in %1 of %2 "
                     "cases, after an answer never.")
                  .arg(text::percent(share), text::count(static_cast<double>(m_errors)));
    found.push_back(std::move(result));
}

} // namespace dramatis::traffic
