// SPDX-License-Identifier: GPL-3.0-or-later
//
// https://www.w3.org/TR/WD-logfile.html
// https://learn.microsoft.com/en-us/windows/win32/http/w3c-logging
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
#include "core/capture/formats/column_log.h"

#include <QtGlobal>

#include <utility>

namespace dramatis::capture {

namespace {

constexpr NamedColumn kIis[] = {
    {"date", LogField::Date},
    {"time", LogField::TimeOfDay},
    {"s-sitename", LogField::ServerName},
    {"s-ip", LogField::Server},
    {"s-port", LogField::ServerPort},
    {"cs-method", LogField::Method},
    {"cs-uri-stem", LogField::Target},
    {"c-ip", LogField::Client},
    {"X-Forwarded-For", LogField::Forwarded},
    {"cs(X-Forwarded-For)", LogField::Forwarded},
    {"cs-host", LogField::Host},
    {"cs(Host)", LogField::Host},
    {"sc-status", LogField::Status},
    {"sc-bytes", LogField::BytesSent},
    {"cs-bytes", LogField::RequestBytes},
    {"time-taken", LogField::Milliseconds},
};

constexpr std::string_view kIisDefault[] = {
    "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) "
    "cs(Referer) sc-status sc-substatus sc-win32-status time-taken"};

/// IIS writes whole milliseconds; others who write W3C logs write seconds, as the standard says,
/// with a fraction.
LineProblem prepareIis(LogFields &fields)
{
    std::string_view &milliseconds = at(fields, LogField::Milliseconds);
    std::string_view &seconds = at(fields, LogField::Seconds);
    seconds = {};
    if (milliseconds.find('.') != std::string_view::npos)
        std::swap(milliseconds, seconds);
    return LineProblem::None;
}

constexpr NamedColumn kCloudFront[] = {
    {"date", LogField::Date},
    {"time", LogField::TimeOfDay},
    {"x-edge-location", LogField::Server},
    {"sc-bytes", LogField::BytesSent},
    {"c-ip", LogField::Client},
    {"cs-method", LogField::Method},
    {"cs(Host)", LogField::HostHeader}, // the distribution's
    {"x-host-header", LogField::Host},  // the one asked for
    {"cs-uri-stem", LogField::Target},
    {"sc-status", LogField::Status},
    {"cs-bytes", LogField::RequestBytes},
    {"time-taken", LogField::Seconds},
};

constexpr std::string_view kCloudFrontDefault[] = {
    "date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) "
    "cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header "
    "cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher "
    "x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port "
    "time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start "
    "sc-range-end"};

/// "000": the viewer was gone before there was an answer.
void finishCloudFront(const LogFields &fields, traffic::Exchange &exchange)
{
    if (at(fields, LogField::Status) == "000")
        exchange.outcome = traffic::Outcome::Aborted;
}

// Both write a line when the exchange is over.
constexpr ColumnLog kW3cLogs[] = {
    {.id = "iis",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "IIS, W3C extended log"),
     .vocabulary = kIis,
     .layouts = kIisDefault,
     .shape = {.mayHaveMore = false},
     .stampOf = StampOf::End,
     .header = ColumnHeader::Directives,
     .telling = LogField::Status,
     .prepare = prepareIis},
    {.id = "aws-cloudfront",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "AWS CloudFront standard log"),
     .vocabulary = kCloudFront,
     .layouts = kCloudFrontDefault,
     .shape = {.separator = '\t'},
     .stampOf = StampOf::End,
     .header = ColumnHeader::Directives,
     .telling = LogField::Server,
     .finish = finishCloudFront},
};

} // namespace

std::span<const ColumnLog> w3cLogs()
{
    return kW3cLogs;
}

} // namespace dramatis::capture
