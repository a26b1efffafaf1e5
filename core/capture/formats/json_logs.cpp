// SPDX-License-Identifier: GPL-3.0-or-later
//
// https://caddyserver.com/docs/caddyfile/directives/log
// https://doc.traefik.io/traefik/observability/access-logs
// https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage
// https://nginx.org/en/docs/http/ngx_http_log_module.html (the names are the administrator's own)
#include "core/capture/formats/json_log.h"

#include <QtGlobal>

namespace dramatis::capture {

namespace {

using traffic::Outcome;

constexpr NamedColumn kCaddyJson[] = {
    {"ts", LogField::IsoStamp},
    {"duration", LogField::Seconds},
    {"duration_ms", LogField::Milliseconds},
    {"status", LogField::Status},
    {"size", LogField::BodyBytes},
    {"bytes_read", LogField::RequestBytes},
    {"request>host", LogField::Host},
    {"request>method", LogField::Method},
    {"request>uri", LogField::Target},
    {"request>client_ip", LogField::Client},
    {"request>remote_ip", LogField::Client},
    {"request>remote_addr", LogField::ClientEndpoint}, // before 2.5
};

constexpr std::string_view kCaddyTelling[] = {"ts", "status", "request>method", "request>uri"};

constexpr NamedColumn kTraefikJson[] = {
    {"StartUTC", LogField::IsoStamp},
    {"StartLocal", LogField::IsoStamp},
    {"Duration", LogField::Nanoseconds},
    {"DownstreamStatus", LogField::Status},
    {"OriginStatus", LogField::Status},
    {"DownstreamContentSize", LogField::BodyBytes},
    {"RequestContentSize", LogField::RequestBytes},
    {"RequestHost", LogField::Host},
    {"RequestAddr", LogField::Host},
    {"RequestMethod", LogField::Method},
    {"RequestPath", LogField::Target},
    {"ServiceAddr", LogField::Server},
    {"ServiceURL>Host", LogField::Server},
    {"ClientHost", LogField::Client},
    {"ClientAddr", LogField::ClientEndpoint},
};

constexpr std::string_view kTraefikTelling[] = {"DownstreamStatus", "RequestMethod"};

constexpr NamedColumn kEnvoyJson[] = {
    {"start_time", LogField::IsoStamp},
    {"duration", LogField::Milliseconds},
    {"response_code", LogField::Status},
    {"response_flags", LogField::Verdict},
    {"bytes_sent", LogField::BodyBytes},
    {"bytes_received", LogField::RequestBytes},
    {"authority", LogField::Host},
    {":authority", LogField::Host},
    {"requested_server_name", LogField::ServerName},
    {"method", LogField::Method},
    {"x-envoy-origin-path", LogField::Target}, // Envoy Gateway
    {"x-envoy-original-path", LogField::Target},
    {"path", LogField::Target}, // Istio
    {":path", LogField::Target},
    {"upstream_host", LogField::Server},
    {"x_forwarded_for", LogField::Forwarded},
    {"x-forwarded-for", LogField::Forwarded},
    {"downstream_remote_address", LogField::ClientEndpoint},
};

constexpr std::string_view kEnvoyTelling[] = {"start_time", "response_code", "bytes_sent"};

constexpr NamedColumn kNginxJson[] = {
    {"msec", LogField::IsoStamp},
    {"time_iso8601", LogField::IsoStamp},
    {"time_local", LogField::IsoStamp},
    {"@timestamp", LogField::IsoStamp},
    {"timestamp", LogField::IsoStamp},
    {"time", LogField::IsoStamp},
    {"ts", LogField::IsoStamp},
    {"date", LogField::IsoStamp},
    {"datetime", LogField::IsoStamp},
    {"request_time", LogField::Seconds},
    {"requestTime", LogField::Seconds},
    {"request_duration", LogField::Seconds},
    {"response_time", LogField::Seconds},
    {"request_time_ms", LogField::Milliseconds},
    {"duration_ms", LogField::Milliseconds},
    {"generation_time_milli", LogField::Milliseconds}, // as Matomo asks for it
    {"upstream_response_time", LogField::UpstreamSeconds},
    {"status", LogField::Status},
    {"status_code", LogField::Status},
    {"response_status", LogField::Status},
    {"response_code", LogField::Status},
    {"body_bytes_sent", LogField::BodyBytes},
    {"bytes_sent", LogField::BytesSent},
    {"response_size", LogField::BytesSent},
    {"bytes", LogField::BytesSent},
    {"size", LogField::BytesSent},
    {"length", LogField::BytesSent},
    {"request_length", LogField::RequestBytes},
    {"request_size", LogField::RequestBytes},
    {"bytes_received", LogField::RequestBytes},
    {"host", LogField::Host},
    {"http_host", LogField::HostHeader},
    {"vhost", LogField::HostHeader},
    {"domain", LogField::HostHeader},
    {"server_name", LogField::ServerName},
    {"request", LogField::Request},
    {"request_method", LogField::Method},
    {"method", LogField::Method},
    {"verb", LogField::Method},
    {"request_uri", LogField::Target},
    {"uri", LogField::Target},
    {"url", LogField::Target},
    {"path", LogField::Target},
    {"upstream_addr", LogField::Upstreams},
    {"upstream_address", LogField::Upstreams},
    {"upstream", LogField::Upstreams},
    {"remote_addr", LogField::Client},
    {"remote_address", LogField::Client},
    {"remote_ip", LogField::Client},
    {"client_ip", LogField::Client},
    {"clientip", LogField::Client},
    {"client", LogField::Client},
    {"ip", LogField::Client},
};

constexpr std::string_view kNginxOwn[] = {"msec",
                                          "time_iso8601",
                                          "time_local",
                                          "request_time",
                                          "upstream_response_time",
                                          "body_bytes_sent",
                                          "request_length",
                                          "request_uri",
                                          "request_method",
                                          "upstream_addr",
                                          "remote_addr",
                                          "http_host",
                                          "generation_time_milli"};

/// 0 is the answer to a client that had gone away before there was one.
void finishCaddy(const LogFields &, traffic::Exchange &exchange)
{
    if (exchange.status == 0)
        exchange.outcome = Outcome::Aborted;
}

/// The flags are those of the text.
void finishEnvoyJson(const LogFields &fields, traffic::Exchange &exchange)
{
    envoyText().finish(fields, exchange);
}

constexpr JsonLog kJsonLogs[] = {
    {.id = "caddy",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Caddy, JSON"),
     .vocabulary = kCaddyJson,
     .telling = kCaddyTelling,
     .stampOf = StampOf::End,
     .finish = finishCaddy},
    {.id = "traefik-json",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Traefik, JSON"),
     .vocabulary = kTraefikJson,
     .telling = kTraefikTelling},
    {.id = "envoy-json",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "Envoy and Istio, JSON"),
     .vocabulary = kEnvoyJson,
     .telling = kEnvoyTelling,
     .finish = finishEnvoyJson,
     .text = envoyText},
    {.id = "nginx-json",
     .name = QT_TRANSLATE_NOOP("dramatis::capture", "nginx, JSON by the usual names"),
     .vocabulary = kNginxJson,
     .own = kNginxOwn,
     .stampOf = StampOf::End},
};

} // namespace

std::span<const JsonLog> jsonLogs()
{
    return kJsonLogs;
}

} // namespace dramatis::capture
