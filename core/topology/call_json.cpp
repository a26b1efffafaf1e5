// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/topology_records.h"
#include "core/topology/tr.h"

using namespace Qt::StringLiterals;

namespace dramatis::topology {

namespace {

constexpr int kMostCalls = 10'000;
constexpr int kMostAttempts = 100;
constexpr int kMany = 1'000'000'000;

/// A distribution, or a number of seconds for a constant one.
JsonCodec<Distribution> latencyCodec()
{
    const JsonCodec<double> number = numberCodec({0, 1e6, false});
    return {[number](const QJsonValue &value, const QString &path) -> Result<Distribution> {
                if (value.isObject())
                    return distributionRecord().read(value, path);
                if (!value.isDouble())
                    return jsonError(path, Tr::tr("must be a number of seconds or a distribution"));
                DRAMATIS_TRY(const double seconds, number.read(value, path));
                Distribution constant;
                constant.mean = seconds;
                return constant;
            },
            [](const Distribution &value, JsonForm form) -> QJsonValue {
                if (value.kind == DistributionKind::Constant)
                    return value.mean;
                return distributionRecord().write(value, form);
            },
            {{u"anyOf"_s, QJsonArray{number.schema, distributionRecord().schema()}}}};
}

/// Seconds, or "p95".
JsonCodec<std::optional<double>> hedgeAfterCodec()
{
    const JsonCodec<double> number = numberCodec(kAboveZero);
    const JsonCodec<QString> word = wordCodec({u"p95"_s});
    return {
        [number](const QJsonValue &value, const QString &path) -> Result<std::optional<double>> {
            if (value.toString() == u"p95"_s)
                return std::optional<double>();
            if (!value.isDouble())
                return jsonError(path, Tr::tr("must be a number of seconds or \"p95\""));
            DRAMATIS_TRY(const double seconds, number.read(value, path));
            return std::optional<double>(seconds);
        },
        [](const std::optional<double> &value, JsonForm) -> QJsonValue {
            return value ? QJsonValue(*value) : QJsonValue(u"p95"_s);
        },
        {{u"anyOf"_s, QJsonArray{number.schema, word.schema}}}};
}

JsonCodec<Retries> retriesCodec()
{
    const JsonCodec<bool> jitter = enumCodec<bool>({{u"none"_s, false}, {u"full"_s, true}});
    const JsonRecord<Backoff> backoff(
        {jsonField(u"base"_s, &Backoff::base, numberCodec(kFromZero)),
         jsonField(u"factor"_s, &Backoff::factor, numberCodec({1, 1000, false})),
         jsonField(u"max"_s, &Backoff::max, numberCodec(kFromZero)),
         jsonField(u"jitter"_s, &Backoff::fullJitter, jitter)});
    return JsonRecord<Retries>(
               {jsonField(u"attempts"_s, &Retries::attempts, integerCodec(1, kMostAttempts)),
                jsonField(u"backoff"_s, &Retries::backoff, backoff.codec()),
                jsonField(u"budget"_s, &Retries::budget, numberCodec(kFromZero))})
        .codec();
}

JsonCodec<Breaker> breakerCodec()
{
    return JsonRecord<Breaker>(
               {jsonField(u"errorRate"_s, &Breaker::errorRate, numberCodec({0, 1, true})),
                jsonField(u"minRequests"_s, &Breaker::minRequests, integerCodec(1, kMany)),
                jsonField(u"openFor"_s, &Breaker::openFor, numberCodec(kFromZero))})
        .codec();
}

JsonRecord<Call> makeCallRecord()
{
    const JsonRecord<Hedge> hedge(
        {jsonField(u"after"_s, &Hedge::after, hedgeAfterCodec()).needed()});
    std::vector<JsonField<Call>> fields{
        jsonField(u"from"_s, &Call::from, textCodec()).needed(),
        jsonField(u"to"_s, &Call::to, textCodec()).needed(),
        jsonField(u"probability"_s, &Call::probability, numberCodec(kFraction)),
        jsonField(u"count"_s, &Call::count, integerCodec(1, kMostCalls)),
        jsonField(u"share"_s, &Call::share, numberCodec(kAboveZero)),
        jsonField(u"group"_s, &Call::group, integerCodec(0, kMany)),
        jsonField(u"holdsWorker"_s, &Call::holdsWorker, booleanCodec()),
        jsonField(u"write"_s, &Call::write, numberCodec(kFraction)),
        jsonField(u"latency"_s, &Call::latency, latencyCodec()),
        jsonField(u"bandwidth"_s, &Call::bandwidth, numberCodec(kAboveZero)),
        jsonField(u"timeout"_s, &Call::timeout, numberCodec(kAboveZero)),
        jsonField(u"propagateDeadline"_s, &Call::propagateDeadline, booleanCodec()),
        jsonField(u"retries"_s, &Call::retries, retriesCodec()),
        jsonField(u"hedge"_s, &Call::hedge, hedge.codec()),
        jsonField(u"breaker"_s, &Call::breaker, breakerCodec()),
        jsonField(u"pool"_s, &Call::pool, integerCodec(1, kMany)),
        jsonField(u"rateLimit"_s, &Call::rateLimit, numberCodec(kAboveZero)),
        jsonField(u"optional"_s, &Call::optional, booleanCodec()),
        jsonField(u"async"_s, &Call::async, booleanCodec()),
        jsonField(u"onMiss"_s, &Call::onMiss, booleanCodec())};
    return JsonRecord<Call>(std::move(fields));
}

} // namespace

const JsonRecord<Call> &callRecord()
{
    static const JsonRecord<Call> record = makeCallRecord();
    return record;
}

} // namespace dramatis::topology
