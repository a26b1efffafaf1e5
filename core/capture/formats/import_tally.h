// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/capture_reader.h"
#include "core/traffic/exchange.h"

#include <string_view>

namespace dramatis::capture {

/// Counts what a reader gave, for the summary: every record ends in `add`, `skip` or `pass`.
class ImportTally
{
public:
    explicit ImportTally(traffic::ExchangeSink &sink) : m_sink(sink) {}

    /// Hands an exchange on.
    /// @errors what the sink says
    Result<> add(const traffic::Exchange &exchange);
    /// Counts a record that gave no exchange, and keeps its beginning.
    /// @param place   "line 12", translated
    /// @param reason  translated
    void skip(const QString &place, const QString &reason, std::string_view text);
    /// Counts a record that was read and is no exchange by its nature.
    void pass() { ++m_summary.records; }
    /// Counts a fault of a clock that was put right.
    void repair() { ++m_summary.repaired; }
    void setTruncated() { m_summary.truncated = true; }
    void addNote(const QString &note) { m_summary.notes.append(note); }
    [[nodiscard]] std::uint64_t exchanges() const { return m_summary.exchanges; }

    /// The sums.
    [[nodiscard]] ImportSummary summary(const QString &format) const;

private:
    traffic::ExchangeSink &m_sink;
    ImportSummary m_summary;
};

} // namespace dramatis::capture
