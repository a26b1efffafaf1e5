// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/column_log.h"
#include "core/traffic/exchange.h"

#include <span>
#include <string_view>

namespace dramatis::capture {

/// A log whose lines are JSON objects. To read another such log is one of these.
struct JsonLog
{
    const char *id;
    const char *name; ///< translated when shown
    /// Which value is what. A name is a path, see JsonShape: "request>host" is in an object in the
    /// line. Of those that are the same to us the first one counts that a line has; IsoStamp stands
    /// for every way to write a time.
    std::span<const NamedColumn> vocabulary;
    /// Names of the vocabulary that all lines of this log have: what it is known by. None: any log
    /// of requests, of which no one can be certain.
    std::span<const std::string_view> telling{};
    /// Of a log without telling names: those that no other program is likely to use. Lines that
    /// have none of them are better read as a table, whose columns can be chosen.
    std::span<const std::string_view> own{};
    StampOf stampOf = StampOf::Begin;
    /// Judges what the fields say beyond what all formats have.
    void (*finish)(const LogFields &fields, traffic::Exchange &exchange) = nullptr;
    /// The same program's log as text, lines of which may stand between. May be null.
    const ColumnLog &(*text)() = nullptr;
};

[[nodiscard]] std::span<const JsonLog> jsonLogs();

} // namespace dramatis::capture
