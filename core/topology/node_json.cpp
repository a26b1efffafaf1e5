// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/topology_json.h"
#include "core/topology/topology_records.h"
#include "core/topology/tr.h"

using namespace Qt::StringLiterals;

namespace dramatis::topology {

namespace {

constexpr int kMostInstances = 10'000;
constexpr int kMostWorkers = 1'000'000;
constexpr int kMostPlaces = 1'000'000'000;
constexpr std::size_t kMostPersonas = 1000;

const std::vector<std::pair<QString, NodeKind>> &kinds()
{
    static const std::vector<std::pair<QString, NodeKind>> list{
        {u"source"_s, NodeKind::Source},
        {u"loadBalancer"_s, NodeKind::LoadBalancer},
        {u"service"_s, NodeKind::Service},
        {u"cache"_s, NodeKind::Cache},
        {u"database"_s, NodeKind::Database},
        {u"queue"_s, NodeKind::Queue},
        {u"external"_s, NodeKind::External},
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

/// Everything but sources: what has instances.
QStringList systemKinds()
{
    QStringList words = kindWords();
    words.removeAll(u"source"_s);
    return words;
}

/// A list of texts, or one text for a list of one.
JsonCodec<QStringList> textsCodec()
{
    const JsonCodec<QString> text = textCodec();
    const JsonCodec<std::vector<QString>> list = listCodec(text, 0, kMostInstances);
    return {[text, list](const QJsonValue &value, const QString &path) -> Result<QStringList> {
                if (value.isString()) {
                    DRAMATIS_TRY(const QString one, text.read(value, path));
                    return QStringList{one};
                }
                DRAMATIS_TRY(const std::vector<QString> all, list.read(value, path));
                return QStringList(all.begin(), all.end());
            },
            [](const QStringList &texts, JsonForm) -> QJsonValue {
                if (texts.size() == 1)
                    return texts.constFirst();
                return QJsonArray::fromStringList(texts);
            },
            {{u"anyOf"_s, QJsonArray{text.schema, list.schema}}}};
}

/// A persona's name, or several with their shares.
JsonCodec<std::vector<PersonaShare>> personasCodec()
{
    const JsonCodec<QString> text = textCodec();
    const JsonRecord<PersonaShare> share(
        {jsonField(u"name"_s, &PersonaShare::name, text).needed(),
         jsonField(u"share"_s, &PersonaShare::share, numberCodec(kAboveZero))});
    const auto list = listCodec(share.codec(), 0, kMostPersonas);
    return {[text, list](const QJsonValue &value,
                         const QString &path) -> Result<std::vector<PersonaShare>> {
                if (value.isArray())
                    return list.read(value, path);
                DRAMATIS_TRY(const QString name, text.read(value, path));
                return std::vector<PersonaShare>{{name, 1}};
            },
            [list](const std::vector<PersonaShare> &personas, JsonForm form) -> QJsonValue {
                if (personas.size() == 1 && personas.front().share == 1)
                    return personas.front().name;
                return list.write(personas, form);
            },
            {{u"anyOf"_s, QJsonArray{text.schema, list.schema}}}};
}

JsonCodec<Limits> limitsCodec()
{
    return JsonRecord<Limits>(
               {jsonField(u"rate"_s, &Limits::rate, numberCodec(kAboveZero)),
                jsonField(u"inFlight"_s, &Limits::inFlight, integerCodec(1, kMostPlaces))})
        .codec();
}

JsonCodec<OutlierEjection> outlierEjectionCodec()
{
    using O = OutlierEjection;
    return JsonRecord<O>({jsonField(u"consecutiveErrors"_s,
                                    &O::consecutiveErrors,
                                    integerCodec(1, kMostPlaces)),
                          jsonField(u"interval"_s, &O::interval, numberCodec(kAboveZero)),
                          jsonField(u"ejectFor"_s, &O::ejectFor, numberCodec(kFromZero)),
                          jsonField(u"maxEjected"_s, &O::maxEjected, numberCodec(kFraction))})
        .codec();
}

JsonCodec<CacheModel> cacheCodec()
{
    using C = CacheModel;
    std::vector<JsonField<C>> fields{
        jsonField(u"hitRatio"_s, &C::hitRatio, numberCodec(kFraction))
            .about(u"Fixed; without it hits are simulated from the other keys."_s),
        jsonField(u"keys"_s, &C::keys, integerCodec(0, kMostPlaces)),
        jsonField(u"zipf"_s, &C::zipf, numberCodec({0, 10, false})),
        jsonField(u"capacity"_s, &C::capacity, integerCodec(0, kMostPlaces)),
        jsonField(u"ttl"_s, &C::ttl, numberCodec(kAboveZero)),
        jsonField(u"cold"_s, &C::cold, booleanCodec())};
    const auto finish = [](const C &cache, const QString &path) -> Result<> {
        if (!cache.hitRatio && cache.keys < 1)
            return jsonError(jsonPath(path, u"keys"_s), Tr::tr("must be >= 1, or give a hitRatio"));
        return {};
    };
    return JsonRecord<C>(std::move(fields), finish).codec();
}

JsonCodec<Autoscale> autoscaleCodec()
{
    using A = Autoscale;
    std::vector<JsonField<A>> fields{
        jsonField(u"target"_s, &A::target, numberCodec({0, 1, true})),
        jsonField(u"min"_s, &A::min, integerCodec(1, kMostInstances)),
        jsonField(u"max"_s, &A::max, integerCodec(1, kMostInstances)),
        jsonField(u"startDelay"_s, &A::startDelay, numberCodec(kFromZero)),
        jsonField(u"upCooldown"_s, &A::upCooldown, numberCodec(kFromZero)),
        jsonField(u"downCooldown"_s, &A::downCooldown, numberCodec(kFromZero)),
        jsonField(u"every"_s, &A::every, numberCodec(kAboveZero)),
        jsonField(u"window"_s, &A::window, numberCodec(kAboveZero))};
    const auto finish = [](const A &scale, const QString &path) -> Result<> {
        if (scale.max < scale.min)
            return jsonError(jsonPath(path, u"max"_s), Tr::tr("must not be less than min"));
        return {};
    };
    return JsonRecord<A>(std::move(fields), finish).codec();
}

Result<> finishNode(const Node &node, const QString &path)
{
    const auto instances = static_cast<qsizetype>(node.instances);
    if (node.domains.size() > 1 && node.domains.size() != instances)
        return jsonError(jsonPath(path, u"domains"_s),
                         Tr::tr("must be one for all, or one per instance: %1, not %2")
                             .arg(instances)
                             .arg(node.domains.size()));
    if (!node.instanceNames.isEmpty() && node.instanceNames.size() != instances)
        return jsonError(jsonPath(path, u"instanceNames"_s),
                         Tr::tr("must be one per instance: %1, not %2")
                             .arg(instances)
                             .arg(node.instanceNames.size()));
    return {};
}

void addStationFields(std::vector<JsonField<Node>> &fields)
{
    const QStringList all = systemKinds();
    const auto add = [&](JsonField<Node> field) { fields.push_back(std::move(field).only(all)); };
    add(jsonField(u"instances"_s, &Node::instances, integerCodec(1, kMostInstances)));
    add(jsonField(u"workers"_s, &Node::workers, integerCodec(1, kMostWorkers)));
    add(jsonField(u"instanceNames"_s, &Node::instanceNames, textsCodec())
            .about(u"What the capture calls the instances, one each."_s));
    add(jsonField(u"domains"_s, &Node::domains, textsCodec())
            .about(u"Failure domain of each instance, or one for all."_s));
    add(jsonField(u"serviceTime"_s, &Node::serviceTime, distributionRecord().codec()));
    add(jsonField(u"assumed"_s, &Node::assumed, booleanCodec())
            .about(u"Service time and workers are assumed: the capture had no latency."_s));
    add(jsonField(u"discipline"_s,
                  &Node::discipline,
                  enumCodec<Discipline>({{u"fcfs"_s, Discipline::Fcfs},
                                         {u"ps"_s, Discipline::ProcessorSharing},
                                         {u"priority"_s, Discipline::Priority},
                                         {u"lifo"_s, Discipline::Lifo}})));
    add(jsonField(u"queueLimit"_s, &Node::queueLimit, integerCodec(0, kMostPlaces)));
    add(jsonField(u"onFull"_s,
                  &Node::onFull,
                  enumCodec<OnFull>({{u"reject"_s, OnFull::Reject}, {u"block"_s, OnFull::Block}})));
    add(jsonField(u"limits"_s, &Node::limits, limitsCodec()));
    add(jsonField(u"errorRate"_s, &Node::errorRate, numberCodec(kFraction)));
    add(jsonField(u"mtbf"_s, &Node::mtbf, numberCodec(kAboveZero)));
    add(jsonField(u"mttr"_s, &Node::mttr, numberCodec(kFromZero)));
    add(jsonField(u"costPerHour"_s, &Node::costPerHour, numberCodec(kFromZero)));
    add(jsonField(u"autoscale"_s, &Node::autoscale, autoscaleCodec()));
}

void addSpecialFields(std::vector<JsonField<Node>> &fields)
{
    fields.push_back(
        jsonField(u"readReplicas"_s, &Node::readReplicas, integerCodec(0, kMostInstances))
            .only({u"database"_s}));
    fields.push_back(jsonField(u"policy"_s,
                               &Node::policy,
                               enumCodec<BalancingPolicy>(
                                   {{u"roundRobin"_s, BalancingPolicy::RoundRobin},
                                    {u"random"_s, BalancingPolicy::Random},
                                    {u"leastConnections"_s, BalancingPolicy::LeastConnections},
                                    {u"powerOfTwo"_s, BalancingPolicy::PowerOfTwo}}))
                         .only({u"loadBalancer"_s}));
    fields.push_back(jsonField(u"outlierEjection"_s, &Node::outlierEjection, outlierEjectionCodec())
                         .only({u"loadBalancer"_s}));
    fields.push_back(jsonField(u"cache"_s, &Node::cache, cacheCodec()).only({u"cache"_s}));
    fields.push_back(
        jsonField(u"maxAge"_s, &Node::maxAge, numberCodec(kAboveZero)).only({u"queue"_s}));
}

void addSourceFields(std::vector<JsonField<Node>> &fields)
{
    const QStringList source{u"source"_s};
    const auto add = [&](JsonField<Node> field) {
        fields.push_back(std::move(field).only(source));
    };
    add(jsonField(u"persona"_s, &Node::personas, personasCodec()));
    add(jsonField(u"deadline"_s, &Node::deadline, numberCodec(kAboveZero)));
    add(jsonField(u"priority"_s, &Node::priority, integerCodec(-1'000'000, 1'000'000)));
    add(jsonField(u"arrivals"_s, &Node::arrivals, arrivalsRecord().codec()));
}

JsonRecord<Node> makeNodeRecord()
{
    std::vector<JsonField<Node>> fields;
    fields.push_back(jsonField(u"id"_s, &Node::id, textCodec()).needed());
    fields.push_back(jsonField(u"kind"_s, &Node::kind, enumCodec(kinds())).needed());
    addStationFields(fields);
    addSpecialFields(fields);
    addSourceFields(fields);
    return JsonRecord<Node>(std::move(fields), finishNode).tagged(u"kind"_s, kindWords());
}

} // namespace

const JsonRecord<Node> &nodeRecord()
{
    static const JsonRecord<Node> record = makeNodeRecord();
    return record;
}

QString kindId(NodeKind kind)
{
    for (const auto &entry : kinds()) {
        if (entry.second == kind)
            return entry.first;
    }
    return {};
}

} // namespace dramatis::topology
