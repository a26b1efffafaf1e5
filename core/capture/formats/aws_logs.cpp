// SPDX-License-Identifier: GPL-3.0-or-later
//
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
// https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html
#include "core/capture/formats/column_log.h"

#include <QtGlobal>

namespace dramatis::capture {

namespace {

// Fields were added at the end over the years, and will be.
constexpr ColumnShape kAwsShape{.areWrapped = true, .mayHaveMore = true};

constexpr NamedColumn kLoadBalancer[] = {
    {"time", LogField::IsoStamp},
    {"client:port", LogField::ClientEndpoint},
    {"target:port", LogField::Server},
    {"request_processing_time", LogField::ReceivingSeconds},
    {"target_processing_time", LogField::ServingSeconds},
    {"response_processing_time", LogField::SendingSeconds},
    {"elb_status_code", LogField::Status},
    {"received_bytes", LogField::RequestBytes},
    {"sent_bytes", LogField::BytesSent},
    {"request", LogField::Request},
};

/// Both know who asked, with a port, and write a request that was none as "- - -".
LineProblem prepareLoadBalancer(LogFields &fields)
{
    std::string_view &client = at(fields, LogField::ClientEndpoint);
    const std::size_t port = client.rfind(':');
    if (port == std::string_view::npos || client.find(' ') != std::string_view::npos
        || at(fields, LogField::Request).find(' ') == std::string_view::npos)
        return LineProblem::Form;
    client = client.substr(0, port);
    return LineProblem::None;
}

constexpr std::string_view kAlb[] = {
    "type time elb client:port target:port request_processing_time target_processing_time "
    "response_processing_time elb_status_code target_status_code received_bytes sent_bytes "
    "request"};

// The documentation calls some columns otherwise here (backend for target).
constexpr std::string_view kElb[] = {
    "time elb client:port target:port request_processing_time target_processing_time "
    "response_processing_time elb_status_code target_status_code received_bytes sent_bytes "
    "request"};

constexpr NamedColumn kS3[] = {
    {"bucket", LogField::Host},
    {"time", LogField::CommonStamp},
    {"remote_ip", LogField::Client},
    {"request_uri", LogField::Request},
    {"http_status", LogField::Status},
    {"bytes_sent", LogField::BodyBytes},
    {"total_time", LogField::Milliseconds},
};

constexpr std::string_view kS3Columns[] = {
    "bucket_owner bucket time remote_ip requester request_id operation key request_uri http_status "
    "error_code bytes_sent object_size total_time"};

// ALB stamps the answer, classic ELB and S3 the request.
constexpr ColumnLog kAwsLogs[] = {
    {.id = "aws-alb",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "AWS Application Load Balancer"),
     .vocabulary = kLoadBalancer,
     .layouts = kAlb,
     .shape = kAwsShape,
     .stampOf = StampOf::End,
     .prepare = prepareLoadBalancer},
    {.id = "aws-elb",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "AWS Classic Load Balancer"),
     .vocabulary = kLoadBalancer,
     .layouts = kElb,
     .shape = kAwsShape,
     .prepare = prepareLoadBalancer},
    {.id = "aws-s3",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "AWS S3 server access log"),
     .vocabulary = kS3,
     .layouts = kS3Columns,
     .shape = kAwsShape},
};

} // namespace

std::span<const ColumnLog> awsLogs()
{
    return kAwsLogs;
}

} // namespace dramatis::capture
