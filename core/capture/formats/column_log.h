// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/formats/column_format.h"
#include "core/traffic/exchange.h"

#include <span>
#include <string_view>

namespace dramatis::capture {

/// Where a log says the order of its columns, if it does.
enum class ColumnHeader {
    None,
    Directives, ///< "#Fields: date time ..." as W3C has it, again wherever it changes
    FirstLine   ///< a line of names, again where files were put together
};

/// A log whose lines are fields beside one another. To read another such format is one of these.
struct ColumnLog
{
    const char *id;
    const char *name; ///< translated when shown
    /// What the columns are called in the documentation of the format, and which are what.
    std::span<const NamedColumn> vocabulary;
    /// The orders of columns there are, names with a space between; a line is read by the first
    /// that fits. Where there is a header: the usual order, for a log that was cut from its header.
    std::span<const std::string_view> layouts;
    ColumnShape shape{};
    StampOf stampOf = StampOf::Begin;
    ColumnHeader header = ColumnHeader::None;
    LogField telling = LogField::Skip; ///< what a header must have, or it is of another format
    std::string_view trailer{};        ///< the line with which a summary begins
    /// What was before the line when the program wrote it, taken off. None: nothing.
    std::string_view (*body)(std::string_view line) = nullptr;
    /// Puts fields right before they are read; may point fields into the others and to constants.
    LineProblem (*prepare)(LogFields &fields) = nullptr;
    /// Judges what the fields say beyond what all formats have.
    void (*finish)(const LogFields &fields, traffic::Exchange &exchange) = nullptr;
    const char *note = nullptr; ///< what a person should know; translated when shown
};

[[nodiscard]] std::span<const ColumnLog> awsLogs();   ///< ALB, classic ELB, S3
[[nodiscard]] std::span<const ColumnLog> w3cLogs();   ///< IIS, CloudFront
[[nodiscard]] std::span<const ColumnLog> proxyLogs(); ///< HAProxy, Envoy, Traefik, Squid
[[nodiscard]] std::span<const ColumnLog> flowLogs();  ///< VPC flow logs, Argus, nfdump
/// Of proxyLogs(): the default text of Envoy and of Istio.
[[nodiscard]] const ColumnLog &envoyText();

} // namespace dramatis::capture
