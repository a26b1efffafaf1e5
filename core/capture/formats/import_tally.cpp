// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/import_tally.h"

namespace dramatis::capture {

namespace {

constexpr std::size_t kKeptOfText = 200;

} // namespace

Result<> ImportTally::add(const traffic::Exchange &exchange)
{
    ++m_summary.records;
    ++m_summary.exchanges;
    return m_sink.add(exchange);
}

void ImportTally::skip(const QString &place, const QString &reason, std::string_view text)
{
    ++m_summary.records;
    ++m_summary.skipped;
    m_sink.skippedRecord(place, reason, text);
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
    return summary;
}

} // namespace dramatis::capture
