// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/counted_capture.h"

#include "core/project/tr.h"
#include "core/traffic/windows_codec.h"

namespace dramatis::project {

Result<CaptureRecord> countedRecord(capture::QueryCapture capture,
                                    std::shared_ptr<table::ChunkStore> store,
                                    std::int64_t now)
{
    auto counted = std::make_shared<CountedCapture>();
    DRAMATIS_TRY(counted->key, store->put(traffic::encodeWindows(*capture.windows)));
    counted->source = std::move(capture.source);
    counted->windows = std::move(capture.windows);
    CaptureRecord record;
    record.name = counted->source.name();
    const auto none = std::make_shared<const table::StringPool>();
    record.table = std::make_shared<const traffic::ExchangeTable>(
        std::move(store),
        std::vector<traffic::ChunkInfo>(),
        traffic::ExchangePools{none, none, none, none},
        capture.rule);
    record.summary = std::move(capture.summary);
    record.statistics =
        std::make_shared<const traffic::CaptureStatistics>(std::move(capture.statistics));
    record.importedAt = now;
    record.counted = std::move(counted);
    return record;
}

capture::QueryCapture countedBefore(const CaptureRecord &record)
{
    capture::QueryCapture before;
    before.source = record.counted->source;
    before.rule = record.table->rule();
    before.windows = record.counted->windows;
    return before;
}

Result<traffic::ExchangeTablePtr> exchangesOf(const CaptureRecord &record)
{
    if (record.counted)
        return makeError(ErrorKind::Unsupported,
                         Tr::tr("“%1” was counted in a database, so its single exchanges are not "
                                "here. Export them to a file and import that.")
                             .arg(record.name));
    return record.table;
}

} // namespace dramatis::project
