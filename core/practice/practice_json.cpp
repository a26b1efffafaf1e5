// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/practice_graph.h"
#include "core/practice/rules.h"
#include "core/practice/tr.h"
#include "core/topology/json_record.h"
#include "core/topology/topology_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

// One list of fields per struct; reader and writer follow from it (core/topology/json_record.h).
// What no single field can tell (doubled ids, roles that do not exist) is checked when a graph was
// read.

namespace dramatis::practice {

namespace {

using topology::jsonError;
using topology::jsonField;
using topology::JsonForm;
using topology::jsonPath;
using topology::JsonRecord;

constexpr int kFormatVersion = 1;
constexpr std::size_t kMaxItems = 1000;
constexpr qint64 kMaxFileBytes = 4 * 1024 * 1024;

std::vector<std::pair<QString, topology::NodeKind>> kindWords()
{
    using topology::NodeKind;
    std::vector<std::pair<QString, NodeKind>> words;
    for (const NodeKind kind : {NodeKind::Source,
                                NodeKind::LoadBalancer,
                                NodeKind::Service,
                                NodeKind::Cache,
                                NodeKind::Database,
                                NodeKind::Queue,
                                NodeKind::External})
        words.emplace_back(topology::kindId(kind), kind);
    return words;
}

/// A QList by the codec of its items.
template<typename V>
topology::JsonCodec<QList<V>> qListCodec(const topology::JsonCodec<V> &item, std::size_t min)
{
    const auto list = topology::listCodec(item, min, kMaxItems);
    return {[list](const QJsonValue &value, const QString &path) -> Result<QList<V>> {
                DRAMATIS_TRY(const std::vector<V> items, list.read(value, path));
                return QList<V>(items.begin(), items.end());
            },
            [list](const QList<V> &items, JsonForm form) {
                return list.write(std::vector<V>(items.begin(), items.end()), form);
            },
            list.schema};
}

/// An object of numbers.
topology::JsonCodec<QJsonObject> numbersCodec()
{
    return {[](const QJsonValue &value, const QString &path) -> Result<QJsonObject> {
                DRAMATIS_TRY(const QJsonObject object, topology::readJsonObject(value, path));
                for (auto it = object.begin(); it != object.end(); ++it) {
                    if (!it->isDouble())
                        return jsonError(jsonPath(path, it.key()), Tr::tr("must be a number"));
                }
                return object;
            },
            [](const QJsonObject &object, JsonForm) -> QJsonValue { return object; },
            {{u"type"_s, u"object"_s}}};
}

topology::JsonCodec<Severity> severityCodec()
{
    return topology::enumCodec<Severity>({{u"info"_s, Severity::Info},
                                          {u"warning"_s, Severity::Warning},
                                          {u"critical"_s, Severity::Critical}});
}

QStringList ruleKindIds()
{
    QStringList ids;
    for (const RuleKind &kind : allRuleKinds())
        ids.append(kind.id);
    return ids;
}

JsonRecord<Role> roleRecord()
{
    return JsonRecord<Role>(
        {jsonField(u"id"_s, &Role::id, topology::textCodec()).needed(),
         jsonField(u"name"_s, &Role::name, topology::textCodec()).needed(),
         jsonField(u"kinds"_s, &Role::kinds, qListCodec(topology::enumCodec(kindWords()), 1))
             .needed(),
         jsonField(u"minInstances"_s, &Role::minInstances, topology::integerCodec(1, 1'000'000)),
         jsonField(u"required"_s, &Role::required, topology::booleanCodec())});
}

JsonRecord<Relation> relationRecord()
{
    return JsonRecord<Relation>(
        {jsonField(u"from"_s, &Relation::from, topology::textCodec()).needed(),
         jsonField(u"to"_s, &Relation::to, topology::textCodec()).needed(),
         jsonField(u"timeoutNeeded"_s, &Relation::timeoutNeeded, topology::booleanCodec())});
}

JsonRecord<Source> sourceRecord()
{
    return JsonRecord<Source>(
        {jsonField(u"title"_s, &Source::title, topology::textCodec()).needed(),
         jsonField(u"url"_s, &Source::url, topology::textCodec()),
         jsonField(u"ours"_s, &Source::ours, topology::booleanCodec())});
}

/// Unit and parameters are those of the rule's kind.
Result<> checkRule(const Rule &rule, const QString &path)
{
    const RuleKind *kind = ruleKind(rule.kind);
    Q_ASSERT(kind); // its codec let no other pass
    if (rule.unit != kind->unit)
        return jsonError(jsonPath(path, u"unit"_s),
                         Tr::tr("must be “%1”, the unit of “%2”").arg(kind->unit, kind->id));
    const QStringList known = kind->parameters + QStringList{kOverride};
    for (auto it = rule.parameters.begin(); it != rule.parameters.end(); ++it) {
        if (!known.contains(it.key()))
            return topology::unknownKey(jsonPath(path, u"parameters"_s), it.key(), known);
    }
    return {};
}

JsonRecord<Rule> ruleRecord()
{
    return JsonRecord<Rule>(
        {jsonField(u"id"_s, &Rule::id, topology::textCodec()).needed(),
         jsonField(u"kind"_s, &Rule::kind, topology::wordCodec(ruleKindIds())).needed(),
         jsonField(u"title"_s, &Rule::title, topology::textCodec()).needed(),
         jsonField(u"reason"_s, &Rule::reason, topology::textCodec()).needed(),
         jsonField(u"severity"_s, &Rule::severity, severityCodec()),
         jsonField(u"threshold"_s, &Rule::threshold, topology::numberCodec(topology::kFromZero))
             .needed(),
         jsonField(u"unit"_s, &Rule::unit, topology::textCodec()).needed(),
         jsonField(u"roles"_s, &Rule::roles, qListCodec(topology::textCodec(), 0)),
         jsonField(u"source"_s, &Rule::source, sourceRecord().codec()).needed(),
         jsonField(u"parameters"_s, &Rule::parameters, numbersCodec()),
         jsonField(u"enabled"_s, &Rule::enabled, topology::booleanCodec())},
        checkRule);
}

/// Ids once each, and only roles that exist.
Result<> checkGraph(const PracticeGraph &graph, const QString &)
{
    QSet<QString> roles;
    for (std::size_t i = 0; i < graph.roles.size(); ++i) {
        const QString path = jsonPath(u"roles"_s, i);
        if (roles.contains(graph.roles[i].id))
            return jsonError(jsonPath(path, u"id"_s),
                             Tr::tr("“%1” is there twice").arg(graph.roles[i].id));
        roles.insert(graph.roles[i].id);
    }
    const auto known = [&](const QString &role, const QString &path) -> Result<> {
        if (!roles.contains(role))
            return jsonError(path, Tr::tr("there is no role “%1”").arg(role.left(80)));
        return {};
    };
    for (std::size_t i = 0; i < graph.relations.size(); ++i) {
        const QString path = jsonPath(u"relations"_s, i);
        DRAMATIS_CHECK(known(graph.relations[i].from, jsonPath(path, u"from"_s)));
        DRAMATIS_CHECK(known(graph.relations[i].to, jsonPath(path, u"to"_s)));
    }
    QSet<QString> rules;
    for (std::size_t i = 0; i < graph.rules.size(); ++i) {
        const QString path = jsonPath(u"rules"_s, i);
        if (rules.contains(graph.rules[i].id))
            return jsonError(jsonPath(path, u"id"_s),
                             Tr::tr("“%1” is there twice").arg(graph.rules[i].id));
        rules.insert(graph.rules[i].id);
        for (qsizetype k = 0; k < graph.rules[i].roles.size(); ++k)
            DRAMATIS_CHECK(
                known(graph.rules[i].roles[k],
                      jsonPath(jsonPath(path, u"roles"_s), static_cast<std::size_t>(k))));
    }
    return {};
}

JsonRecord<PracticeGraph> graphRecord()
{
    return JsonRecord<PracticeGraph>(
        {jsonField(u"id"_s, &PracticeGraph::id, topology::textCodec()).needed(),
         jsonField(u"name"_s, &PracticeGraph::name, topology::textCodec()).needed(),
         jsonField(u"description"_s, &PracticeGraph::description, topology::textCodec()),
         jsonField(u"revision"_s, &PracticeGraph::version, topology::textCodec()),
         jsonField(u"roles"_s,
                   &PracticeGraph::roles,
                   topology::listCodec(roleRecord().codec(), 1, kMaxItems))
             .needed(),
         jsonField(u"relations"_s,
                   &PracticeGraph::relations,
                   topology::listCodec(relationRecord().codec(), 0, kMaxItems)),
         jsonField(u"rules"_s,
                   &PracticeGraph::rules,
                   topology::listCodec(ruleRecord().codec(), 0, kMaxItems))},
        checkGraph);
}

} // namespace

Result<PracticeGraph> practiceGraphFromJson(const QJsonObject &json)
{
    QJsonObject graph = json;
    if (graph.take(u"format"_s).toString() != u"dramatis-practice"_s)
        return jsonError(u"format"_s, Tr::tr("must be “dramatis-practice”"));
    const QJsonValue version = graph.take(u"version"_s);
    if (!version.isDouble() || version.toDouble() < 1)
        return jsonError(u"version"_s, Tr::tr("must be a whole number from 1"));
    if (version.toDouble() > kFormatVersion)
        return jsonError(u"version"_s,
                         Tr::tr("is %1, written by a newer Dramatis; this one reads up to %2")
                             .arg(version.toDouble())
                             .arg(kFormatVersion));
    return graphRecord().read(graph, {});
}

QJsonObject practiceGraphToJson(const PracticeGraph &graph)
{
    QJsonObject json = graphRecord().write(graph, JsonForm::Sparse);
    json.insert(u"format"_s, u"dramatis-practice"_s);
    json.insert(u"version"_s, kFormatVersion);
    return json;
}

Result<PracticeGraph> practiceGraphFromFile(const QString &path)
{
    QFile file(path);
    const QString doing = Tr::tr("reading the practice graph %1").arg(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorKind::Io, file.errorString()).in(doing);
    if (file.size() > kMaxFileBytes)
        return makeError(ErrorKind::Format,
                         Tr::tr("The file is too large for a practice graph: at most 4 MiB."))
            .in(doing);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(kMaxFileBytes), &problem);
    if (document.isNull())
        return makeError(ErrorKind::Format,
                         Tr::tr("This is no JSON: %1 at byte %2.")
                             .arg(problem.errorString())
                             .arg(problem.offset))
            .in(doing);
    if (!document.isObject())
        return makeError(ErrorKind::Format, Tr::tr("A practice graph is one JSON object."))
            .in(doing);
    auto graph = practiceGraphFromJson(document.object());
    if (!graph)
        return std::move(graph).error().in(doing);
    return graph;
}

namespace {

/// The texts of a graph that ships, in the language of the program. They are collected from its
/// file by translations/CMakeLists.txt.
void translateTexts(PracticeGraph &graph)
{
    const auto translate = [](QString &text) {
        text = QCoreApplication::translate("dramatis::practice_texts", text.toUtf8().constData());
    };
    translate(graph.name);
    for (Role &role : graph.roles)
        translate(role.name);
    for (Rule &rule : graph.rules) {
        translate(rule.title);
        translate(rule.reason);
        if (rule.source.ours)
            translate(rule.source.title);
    }
}

} // namespace

Result<PracticeLibrary> curatedLibrary()
{
    PracticeLibrary library;
    const QDir folder(u":/practices"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        DRAMATIS_TRY(PracticeGraph graph, practiceGraphFromFile(folder.filePath(name)));
        translateTexts(graph);
        library.graphs.push_back(std::move(graph));
    }
    if (library.graphs.empty())
        return makeError(ErrorKind::Internal, Tr::tr("This build carries no practice graphs."));
    return library;
}

} // namespace dramatis::practice
