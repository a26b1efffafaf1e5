// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/advice.h"
#include "core/practice/tr.h"
#include "core/topology/json_record.h"
#include "core/topology/topology_json.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

// What the project keeps of an assessment and its advice, by lists of fields
// (core/topology/json_record.h). The changed scenario is not written: it is the base with the
// changes of the recommendations.

namespace dramatis::practice {

namespace {

using topology::JsonCodec;
using topology::jsonError;
using topology::JsonField;
using topology::jsonField;
using topology::JsonForm;
using topology::jsonPath;
using topology::JsonRecord;

constexpr unsigned kMostStored = 1'000'000;

/// Any number: null is NaN, "inf" and "-inf" are the infinities.
JsonCodec<double> figureNumber()
{
    return {[](const QJsonValue &value, const QString &path) -> Result<double> {
                constexpr double kInfinity = std::numeric_limits<double>::infinity();
                if (value.isNull())
                    return std::numeric_limits<double>::quiet_NaN();
                if (value == u"inf"_s)
                    return kInfinity;
                if (value == u"-inf"_s)
                    return -kInfinity;
                if (!value.isDouble())
                    return jsonError(path, Tr::tr("must be a number"));
                return value.toDouble();
            },
            [](const double &value, JsonForm) -> QJsonValue {
                if (std::isnan(value))
                    return QJsonValue::Null;
                if (std::isinf(value))
                    return value > 0 ? u"inf"_s : u"-inf"_s;
                return value;
            },
            {}};
}

JsonCodec<QString> anyText()
{
    return {[](const QJsonValue &value, const QString &path) -> Result<QString> {
                if (!value.isString())
                    return jsonError(path, Tr::tr("must be a text"));
                return value.toString();
            },
            [](const QString &value, JsonForm) -> QJsonValue { return value; },
            {}};
}

JsonCodec<QStringList> texts()
{
    const auto list = topology::listCodec(anyText(), 0, kMostStored);
    return {[list](const QJsonValue &value, const QString &path) -> Result<QStringList> {
                DRAMATIS_TRY(const std::vector<QString> items, list.read(value, path));
                return QStringList(items.begin(), items.end());
            },
            [list](const QStringList &items, JsonForm form) {
                return list.write(std::vector<QString>(items.begin(), items.end()), form);
            },
            {}};
}

JsonCodec<QMap<QString, QString>> textMap()
{
    return {[](const QJsonValue &value, const QString &path) -> Result<QMap<QString, QString>> {
                DRAMATIS_TRY(const QJsonObject object, topology::readJsonObject(value, path));
                QMap<QString, QString> map;
                for (auto it = object.begin(); it != object.end(); ++it) {
                    if (!it->isString())
                        return jsonError(jsonPath(path, it.key()), Tr::tr("must be a text"));
                    map.insert(it.key(), it->toString());
                }
                return map;
            },
            [](const QMap<QString, QString> &map, JsonForm) -> QJsonValue {
                QJsonObject object;
                for (auto it = map.begin(); it != map.end(); ++it)
                    object.insert(it.key(), it.value());
                return object;
            },
            {}};
}

JsonCodec<QJsonValue> anyValue()
{
    return {[](const QJsonValue &value, const QString &) -> Result<QJsonValue> { return value; },
            [](const QJsonValue &value, JsonForm) { return value; },
            {}};
}

JsonCodec<simulation::Scenario> scenarioCodec()
{
    return {[](const QJsonValue &value, const QString &path) -> Result<simulation::Scenario> {
                auto scenario = simulation::scenarioFromJson(value.toObject());
                if (!scenario)
                    return jsonError(path, scenario.error().message);
                return scenario;
            },
            [](const simulation::Scenario &scenario, JsonForm) -> QJsonValue {
                return simulation::scenarioToJson(scenario);
            },
            {}};
}

template<typename T>
JsonField<T> text(const QString &key, QString T::*member)
{
    return jsonField(key, member, anyText());
}

template<typename T>
JsonField<T> number(const QString &key, double T::*member)
{
    return jsonField(key, member, figureNumber());
}

template<typename T>
JsonField<T> flag(const QString &key, bool T::*member)
{
    return jsonField(key, member, topology::booleanCodec());
}

template<typename T, typename V>
JsonField<T> list(const QString &key, std::vector<V> T::*member, const JsonRecord<V> &record)
{
    return jsonField(key, member, topology::listCodec(record.codec(), 0, kMostStored));
}

template<typename T, typename V>
JsonField<T> part(const QString &key, V T::*member, const JsonRecord<V> &record)
{
    return jsonField(key, member, record.codec());
}

JsonRecord<Figure> figureRecord()
{
    return JsonRecord<Figure>(
        {number(u"mean"_s, &Figure::mean), number(u"halfWidth"_s, &Figure::halfWidth)});
}

template<typename T>
JsonField<T> figure(const QString &key, Figure T::*member)
{
    return part(key, member, figureRecord());
}

JsonRecord<Source> storedSourceRecord()
{
    return JsonRecord<Source>({text(u"title"_s, &Source::title),
                               text(u"url"_s, &Source::url),
                               flag(u"ours"_s, &Source::ours)});
}

JsonRecord<Finding> findingRecord()
{
    return JsonRecord<Finding>(
        {text(u"rule"_s, &Finding::rule),
         text(u"kind"_s, &Finding::kind),
         text(u"on"_s, &Finding::on),
         jsonField(u"severity"_s,
                   &Finding::severity,
                   topology::enumCodec<Severity>({{u"info"_s, Severity::Info},
                                                  {u"warning"_s, Severity::Warning},
                                                  {u"critical"_s, Severity::Critical}})),
         jsonField(u"state"_s,
                   &Finding::state,
                   topology::enumCodec<FindingState>(
                       {{u"holds"_s, FindingState::Holds},
                        {u"deviates"_s, FindingState::Deviates},
                        {u"undecided"_s, FindingState::Undecided},
                        {u"notApplicable"_s, FindingState::NotApplicable}})),
         text(u"title"_s, &Finding::title),
         text(u"detail"_s, &Finding::detail),
         figure(u"value"_s, &Finding::value),
         number(u"threshold"_s, &Finding::threshold),
         flag(u"adapted"_s, &Finding::adapted),
         number(u"defaultThreshold"_s, &Finding::defaultThreshold),
         text(u"adaptedTo"_s, &Finding::adaptedTo),
         text(u"comparison"_s, &Finding::comparison),
         text(u"unit"_s, &Finding::unit),
         part(u"source"_s, &Finding::source, storedSourceRecord()),
         flag(u"verifiable"_s, &Finding::verifiable)});
}

JsonRecord<ConfidenceGrade> gradeRecord()
{
    return JsonRecord<ConfidenceGrade>(
        {number(u"value"_s, &ConfidenceGrade::value),
         list(u"parts"_s,
              &ConfidenceGrade::parts,
              JsonRecord<AssessmentGrade>({text(u"part"_s, &AssessmentGrade::part),
                                           number(u"value"_s, &AssessmentGrade::value),
                                           text(u"text"_s, &AssessmentGrade::text)})),
         jsonField(u"failedGates"_s, &ConfidenceGrade::failedGates, texts())});
}

JsonRecord<Match> matchRecord()
{
    return JsonRecord<Match>({text(u"graph"_s, &Match::graph),
                              number(u"score"_s, &Match::score),
                              jsonField(u"roles"_s, &Match::roles, textMap()),
                              jsonField(u"missingRoles"_s, &Match::missingRoles, texts())});
}

JsonRecord<UsageGraph> usageRecord()
{
    using topology::NodeKind;
    std::vector<std::pair<QString, NodeKind>> kinds;
    for (const NodeKind kind : {NodeKind::Source,
                                NodeKind::LoadBalancer,
                                NodeKind::Service,
                                NodeKind::Cache,
                                NodeKind::Database,
                                NodeKind::Queue,
                                NodeKind::External})
        kinds.emplace_back(topology::kindId(kind), kind);
    return JsonRecord<UsageGraph>(
        {list(u"nodes"_s,
              &UsageGraph::nodes,
              JsonRecord<UsageNode>(
                  {text(u"id"_s, &UsageNode::id),
                   jsonField(u"kind"_s, &UsageNode::kind, topology::enumCodec(kinds)),
                   figure(u"rate"_s, &UsageNode::rate),
                   figure(u"utilization"_s, &UsageNode::utilization),
                   figure(u"p95"_s, &UsageNode::p95),
                   figure(u"errorRate"_s, &UsageNode::errorRate)})),
         list(u"edges"_s,
              &UsageGraph::edges,
              JsonRecord<UsageEdge>({text(u"from"_s, &UsageEdge::from),
                                     text(u"to"_s, &UsageEdge::to),
                                     figure(u"rate"_s, &UsageEdge::rate),
                                     figure(u"bytes"_s, &UsageEdge::bytes),
                                     figure(u"errors"_s, &UsageEdge::errors)}))});
}

JsonRecord<Assessment> assessmentRecord()
{
    return JsonRecord<Assessment>({part(u"match"_s, &Assessment::match, matchRecord()),
                                   list(u"findings"_s, &Assessment::findings, findingRecord()),
                                   number(u"score"_s, &Assessment::score),
                                   part(u"usage"_s, &Assessment::usage, usageRecord()),
                                   part(u"grade"_s, &Assessment::grade, gradeRecord())});
}

JsonRecord<Effect> effectRecord()
{
    return JsonRecord<Effect>({text(u"on"_s, &Effect::on),
                               text(u"metric"_s, &Effect::metric),
                               text(u"unit"_s, &Effect::unit),
                               figure(u"before"_s, &Effect::before),
                               figure(u"after"_s, &Effect::after),
                               figure(u"difference"_s, &Effect::difference)});
}

JsonRecord<Change> changeRecord()
{
    return JsonRecord<Change>({text(u"op"_s, &Change::op),
                               text(u"path"_s, &Change::path),
                               jsonField(u"from"_s, &Change::from, anyValue()),
                               jsonField(u"to"_s, &Change::to, anyValue())});
}

JsonRecord<Recommendation> recommendationRecord()
{
    return JsonRecord<Recommendation>({text(u"id"_s, &Recommendation::id),
                                       list(u"changes"_s, &Recommendation::changes, changeRecord()),
                                       text(u"title"_s, &Recommendation::title),
                                       text(u"reason"_s, &Recommendation::reason),
                                       text(u"conditions"_s, &Recommendation::conditions),
                                       text(u"rule"_s, &Recommendation::rule),
                                       text(u"on"_s, &Recommendation::on),
                                       jsonField(u"personas"_s, &Recommendation::personas, texts()),
                                       part(u"target"_s, &Recommendation::target, effectRecord()),
                                       list(u"effects"_s, &Recommendation::effects, effectRecord()),
                                       figure(u"costDifference"_s, &Recommendation::costDifference),
                                       jsonField(u"worsened"_s, &Recommendation::worsened, texts()),
                                       part(u"grade"_s, &Recommendation::grade, gradeRecord()),
                                       flag(u"verified"_s, &Recommendation::verified),
                                       flag(u"accepted"_s, &Recommendation::accepted)});
}

JsonRecord<AdaptiveGraph> adaptiveGraphRecord()
{
    return JsonRecord<AdaptiveGraph>(
        {part(u"ideal"_s, &AdaptiveGraph::ideal, matchRecord()),
         jsonField(u"base"_s, &AdaptiveGraph::base, scenarioCodec()).needed(),
         list(u"thresholds"_s,
              &AdaptiveGraph::thresholds,
              JsonRecord<AdaptedThreshold>(
                  {text(u"rule"_s, &AdaptedThreshold::rule),
                   text(u"on"_s, &AdaptedThreshold::on),
                   number(u"threshold"_s, &AdaptedThreshold::threshold),
                   number(u"defaultThreshold"_s, &AdaptedThreshold::defaultThreshold),
                   text(u"unit"_s, &AdaptedThreshold::unit),
                   text(u"adaptedTo"_s, &AdaptedThreshold::adaptedTo),
                   part(u"source"_s, &AdaptedThreshold::source, storedSourceRecord())})),
         list(u"recommendations"_s, &AdaptiveGraph::recommendations, recommendationRecord()),
         list(u"rejected"_s,
              &AdaptiveGraph::rejected,
              JsonRecord<Rejected>({list(u"changes"_s, &Rejected::changes, changeRecord()),
                                    text(u"title"_s, &Rejected::title),
                                    text(u"why"_s, &Rejected::why),
                                    part(u"target"_s, &Rejected::target, effectRecord())})),
         list(u"unadvised"_s, &AdaptiveGraph::unadvised, findingRecord()),
         list(u"together"_s, &AdaptiveGraph::together, effectRecord()),
         figure(u"costTogether"_s, &AdaptiveGraph::costTogether),
         flag(u"fixedPoint"_s, &AdaptiveGraph::fixedPoint)});
}

JsonRecord<StoredAdvice> storedRecord()
{
    return JsonRecord<StoredAdvice>(
        {part(u"assessment"_s, &StoredAdvice::assessment, assessmentRecord()).needed(),
         part(u"graph"_s, &StoredAdvice::graph, adaptiveGraphRecord()).needed()});
}

} // namespace

QJsonObject adviceToStored(const Assessment &assessment, const AdaptiveGraph &graph)
{
    return storedRecord().write({assessment, graph}, JsonForm::Sparse);
}

Result<StoredAdvice> adviceFromStored(const QJsonObject &stored)
{
    DRAMATIS_TRY(StoredAdvice advice, storedRecord().read(stored, {}));
    std::vector<Change> changes;
    for (const Recommendation &recommendation : advice.graph.recommendations)
        changes.insert(changes.end(), recommendation.changes.begin(), recommendation.changes.end());
    auto changed = applyChanges(advice.graph.base, changes);
    if (!changed)
        return jsonError(u"graph.recommendations"_s, changed.error().message);
    advice.graph.changed = *std::move(changed);
    return advice;
}

} // namespace dramatis::practice
