// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/topology_records.h"
#include "core/topology/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::topology {

namespace {

using Kind = DistributionKind;

constexpr double kLongestTime = 1e9; // s, some 30 years
constexpr double kWidest = 1000;     // coefficient of variation
constexpr std::size_t kMostQuantiles = 100'001;

const std::vector<std::pair<QString, Kind>> &kinds()
{
    static const std::vector<std::pair<QString, Kind>> list{
        {u"constant"_s, Kind::Constant},
        {u"exponential"_s, Kind::Exponential},
        {u"erlang"_s, Kind::Erlang},
        {u"hyperexponential"_s, Kind::Hyperexponential},
        {u"lognormal"_s, Kind::Lognormal},
        {u"gamma"_s, Kind::Gamma},
        {u"weibull"_s, Kind::Weibull},
        {u"pareto"_s, Kind::Pareto},
        {u"uniform"_s, Kind::Uniform},
        {u"empirical"_s, Kind::Empirical},
    };
    return list;
}

QStringList kindWords()
{
    QStringList words;
    for (const auto &entry : kinds())
        words.append(entry.first);
    return words;
}

/// `mean` may be written for distributions that derive theirs, if it agrees.
JsonField<Distribution> meanField()
{
    const JsonCodec<double> number = numberCodec({0, kLongestTime, false});
    JsonField<Distribution> field = jsonField(u"mean"_s, &Distribution::mean, number);
    const auto write = field.write;
    field.write = [write](const Distribution &value, JsonForm form) -> QJsonValue {
        if (value.kind == Kind::Uniform || value.kind == Kind::Empirical)
            return QJsonValue::Undefined;
        return write(value, form);
    };
    return std::move(field)
        .neededFor({u"constant"_s,
                    u"exponential"_s,
                    u"erlang"_s,
                    u"hyperexponential"_s,
                    u"lognormal"_s,
                    u"gamma"_s,
                    u"weibull"_s,
                    u"pareto"_s})
        .about(u"Seconds, > 0 but for constant; uniform and empirical derive it."_s);
}

/// A value read keeps no mean where the kind derives it.
Result<> checkMean(Distribution &value, const QString &path)
{
    const bool derived = value.kind == Kind::Uniform || value.kind == Kind::Empirical;
    if (!derived) {
        if (value.kind != Kind::Constant && !(value.mean > 0))
            return jsonError(jsonPath(path, u"mean"_s), Tr::tr("must be > 0"));
        return {};
    }
    const double expected = value.expectation();
    if (value.mean != 0 && std::abs(value.mean - expected) > 1e-3 * expected)
        return jsonError(
            jsonPath(path, u"mean"_s),
            Tr::tr("must be left out or %1, the mean of the other keys").arg(expected));
    value.mean = 0;
    return {};
}

Result<> finishDistribution(Distribution &value, const QString &path)
{
    DRAMATIS_CHECK(checkMean(value, path));
    switch (value.kind) {
    case Kind::Erlang:
        if (value.shape != std::floor(value.shape))
            return jsonError(jsonPath(path, u"shape"_s), Tr::tr("must be a whole number"));
        break;
    case Kind::Hyperexponential:
        if (!(value.cv > 1))
            return jsonError(jsonPath(path, u"cv"_s), Tr::tr("must be > 1"));
        break;
    case Kind::Pareto:
        if (!(value.shape > 1))
            return jsonError(jsonPath(path, u"shape"_s), Tr::tr("must be > 1"));
        if (!(value.max > value.mean))
            return jsonError(jsonPath(path, u"max"_s), Tr::tr("must be greater than the mean"));
        break;
    case Kind::Uniform:
        if (!(value.max >= value.min))
            return jsonError(jsonPath(path, u"max"_s), Tr::tr("must not be less than min"));
        break;
    case Kind::Empirical:
        if (!std::is_sorted(value.quantiles.begin(), value.quantiles.end()))
            return jsonError(jsonPath(path, u"quantiles"_s), Tr::tr("must not fall"));
        break;
    case Kind::Constant:
    case Kind::Exponential:
    case Kind::Lognormal:
    case Kind::Gamma:
    case Kind::Weibull:
        break;
    }
    return {};
}

JsonRecord<Distribution> makeDistributionRecord()
{
    const JsonCodec<double> time = numberCodec({0, kLongestTime, false});
    std::vector<JsonField<Distribution>> fields;
    fields.push_back(
        jsonField(u"distribution"_s, &Distribution::kind, enumCodec(kinds())).needed());
    fields.push_back(meanField());
    fields.push_back(jsonField(u"cv"_s, &Distribution::cv, numberCodec({0, kWidest, true}))
                         .only({u"hyperexponential"_s, u"lognormal"_s, u"gamma"_s, u"weibull"_s})
                         .needed()
                         .about(u"Coefficient of variation; > 1 for hyperexponential."_s));
    fields.push_back(jsonField(u"shape"_s, &Distribution::shape, numberCodec({1, 10000, false}))
                         .only({u"erlang"_s, u"pareto"_s})
                         .needed()
                         .about(u"A whole number for erlang, > 1 for pareto."_s));
    fields.push_back(jsonField(u"min"_s, &Distribution::min, time).only({u"uniform"_s}).needed());
    fields.push_back(
        jsonField(u"max"_s, &Distribution::max, time).only({u"uniform"_s, u"pareto"_s}).needed());
    fields.push_back(
        jsonField(u"quantiles"_s, &Distribution::quantiles, listCodec(time, 2, kMostQuantiles))
            .only({u"empirical"_s})
            .needed()
            .about(u"Seconds at equally spaced probabilities from 0 to 1, not falling."_s));
    return JsonRecord<Distribution>(std::move(fields), finishDistribution)
        .tagged(u"distribution"_s, kindWords());
}

} // namespace

const JsonRecord<Distribution> &distributionRecord()
{
    static const JsonRecord<Distribution> record = makeDistributionRecord();
    return record;
}

} // namespace dramatis::topology
