// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/table/chunk_store.h"
#include "core/traffic/exchange.h"
#include "core/traffic/exchange_table.h"

#include <QString>

#include <memory>
#include <string_view>

namespace dramatis::traffic {

/// Takes exchanges in the order a reader meets them.
class ExchangeSink
{
public:
    virtual ~ExchangeSink() = default;
    /// @errors Io: what was added so far could not be stored
    virtual Result<> add(const Exchange &exchange) = 0;
    /// Hears where a record stands that gave no exchange, and why, between those that did: for who
    /// shows or counts them while it is read.
    /// @param place   translated: "line 12"
    /// @param reason  translated
    /// @param text    the record, or its beginning; lives until this returns
    virtual void skippedRecord(const QString &place, const QString &reason, std::string_view text)
    {
        static_cast<void>(place);
        static_cast<void>(reason);
        static_cast<void>(text);
    }
};

/// Builds an ExchangeTable from exchanges in any order: nearly sorted ones go through a bounded
/// heap, the rest through a merge of sorted runs at the end, so memory stays bounded (`memory`
/// bytes beside the string pools) whatever the size of the capture.
class ExchangeTableBuilder final : public ExchangeSink
{
public:
    explicit ExchangeTableBuilder(std::shared_ptr<table::ChunkStore> store);
    ~ExchangeTableBuilder() override;

    Result<> add(const Exchange &exchange) override;
    /// Exchanges added so far.
    [[nodiscard]] std::uint64_t size() const;
    /// Sorts what is left and freezes. The builder is empty afterwards.
    /// Ties of begin keep the order of adding.
    Result<ExchangeTablePtr> freeze(ResourceRule rule, JobControl &job);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dramatis::traffic
