// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/import_tally.h"

#include "core/capture/tr.h"

namespace dramatis::capture {

namespace {

constexpr std::size_t kKeptOfText = 200;

} // namespace

Result<> ImportTally::add(const traffic::Exchange &exchange)
{
    ++m_summary.records;
    ++m_summary.exchanges;
    const bool hasLatency = isKnown(exchange.latency);
    const std::int64_t end = exchange.begin + (hasLatency ? exchange.latency : 0);
    m_beginsAreWhole = m_beginsAreWhole && exchange.begin % kNanosecondsPerSecond == 0;
    m_endsAreWhole = m_endsAreWhole && end % kNanosecondsPerSecond == 0;
    m_hasLatency = m_hasLatency || hasLatency;
    m_hasRequestBytes = m_hasRequestBytes || isKnown(exchange.requestBytes);
    m_hasResponseBytes = m_hasResponseBytes || isKnown(exchange.responseBytes);
    return m_sink.add(exchange);
}

void ImportTally::skip(const QString &place, const QString &reason, std::string_view text)
{
    ++m_summary.records;
    ++m_summary.skipped;
    if (m_summary.samples.size() == kMaxSkippedSamples)
        return;
    const std::string_view kept = text.substr(0, kKeptOfText);
    m_summary.samples.append(
        {place, reason, QString::fromUtf8(kept.data(), static_cast<qsizetype>(kept.size()))});
}

ImportSummary ImportTally::summary(const QString &format) const
{
    ImportSummary summary = m_summary;
    summary.format = format;
    if (summary.exchanges == 0)
        return summary;
    if (m_beginsAreWhole || m_endsAreWhole)
        summary.notes.append(Tr::tr("Times are in whole seconds."));
    if (!m_hasLatency)
        summary.absent.append(Tr::tr("Not in this capture: latency."));
    if (!m_hasRequestBytes)
        summary.absent.append(Tr::tr("Not in this capture: request size."));
    if (!m_hasResponseBytes)
        summary.absent.append(Tr::tr("Not in this capture: response size."));
    return summary;
}

} // namespace dramatis::capture
