// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/column_format.h"
#include "core/capture/formats/json_paths.h"
#include "core/capture/formats/named_values.h"

#include <span>
#include <string_view>

/// What JSON logs, Zeek and HAR share: a table of names, and which of them are what.
namespace dramatis::capture {

/// Writes `values`, which are of `vocabulary` in its order, where the fields they are of stand; of
/// those that are the same field the first one. IsoStamp stands for every way to write a time.
/// What says nothing ("", "-", a negative size or time) is left out.
void setFields(const NamedValues &values,
               std::span<const NamedColumn> vocabulary,
               LogFields &fields);
/// The shape of an object that has the names of `vocabulary`, which are paths.
[[nodiscard]] JsonShape shapeOf(std::span<const NamedColumn> vocabulary);
/// The places of `names` in `vocabulary`, one bit each.
[[nodiscard]] std::uint64_t placesOf(std::span<const std::string_view> names,
                                     std::span<const NamedColumn> vocabulary);

} // namespace dramatis::capture
