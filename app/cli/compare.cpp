// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/persona_text.h"
#include "app/cli/project_access.h"
#include "app/cli/requests.h"
#include "app/cli/tr.h"
#include "core/base/json_number.h"
#include "core/base/text.h"
#include "core/persona/persona_json.h"
#include "core/project/counted_capture.h"
#include "core/traffic/compare_captures.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

using traffic::ComparedFigure;
using traffic::ComparedGroup;

/// What else a project can hold under a name, which cannot be compared yet.
Result<> refuseOthers(const OpenProject &project, const QString &name)
{
    for (const auto &[id, record] : project.state.scenarios) {
        if (record.scenario.name == name)
            return makeError(ErrorKind::Unsupported,
                             Tr::tr("“%1” is a scenario. Only captures and persona sets can be "
                                    "compared yet.")
                                 .arg(name));
    }
    return {};
}

/// A capture of the project by its name, else files of that name.
Result<traffic::ExchangeTablePtr> subjectNamed(const QString &name,
                                               const std::optional<OpenProject> &project,
                                               const capture::ImportOptions &options,
                                               JobControl &job)
{
    if (project) {
        for (auto it = project->state.captures.rbegin(); it != project->state.captures.rend();
             ++it) {
            if (it->second.name == name)
                return project::exchangesOf(it->second);
        }
        DRAMATIS_CHECK(refuseOthers(*project, name));
        if (!QFileInfo::exists(name)) {
            QStringList names;
            for (const auto &[id, record] : project->state.captures)
                names.append(u"“"_s + record.name + u"”");
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("There is no capture “%1” in the project; there are %2.")
                                 .arg(name, names.join(u", ")));
        }
    }
    DRAMATIS_TRY(capture::Imported imported,
                 capture::importCapture({name}, options, table::makeSpillingStore(), job));
    return imported.table;
}

/// "rate" of all, "resources.NAME.rate", "operations.NAME.rate".
QString figureId(const ComparedGroup &group, const ComparedFigure &figure)
{
    const QString id = traffic::comparedMetricId(figure.metric);
    switch (group.kind) {
    case ComparedGroup::Kind::All:
        break;
    case ComparedGroup::Kind::Resource:
        return u"resources."_s + group.name + u'.' + id;
    case ComparedGroup::Kind::Operation:
        return u"operations."_s + group.name + u'.' + id;
    }
    return id;
}

QJsonObject comparisonToJson(const traffic::CaptureComparison &comparison)
{
    QJsonArray metrics;
    for (const ComparedGroup &group : comparison.groups) {
        for (const ComparedFigure &figure : group.figures)
            metrics.append(QJsonObject{{u"id"_s, figureId(group, figure)},
                                       {u"a"_s, jsonNumber(figure.a.mean)},
                                       {u"b"_s, jsonNumber(figure.b.mean)},
                                       {u"difference"_s, jsonFigure(figure.difference)},
                                       {u"p"_s, jsonNumber(figure.p)},
                                       {u"adjustedP"_s, jsonNumber(figure.adjustedP)},
                                       {u"differs"_s, figure.differs}});
    }
    QJsonArray structure;
    const auto add = [&structure](
                         const QString &op, const QString &kind, const QStringList &names) {
        for (const QString &name : names)
            structure.append(QJsonObject{{u"op"_s, op}, {u"path"_s, QString(kind + u'.' + name)}});
    };
    add(u"remove"_s, u"resources"_s, comparison.resourcesOnlyInA);
    add(u"add"_s, u"resources"_s, comparison.resourcesOnlyInB);
    add(u"remove"_s, u"operations"_s, comparison.operationsOnlyInA);
    add(u"add"_s, u"operations"_s, comparison.operationsOnlyInB);
    return {{u"kind"_s, u"captures"_s}, {u"metrics"_s, metrics}, {u"structure"_s, structure}};
}

/// What differs, a line each: all of it for all and the resources, some of it for the operations.
void printComparison(const traffic::CaptureComparison &comparison)
{
    constexpr int kOperationLines = 20;
    int same = 0;
    int shown = 0;
    int left = 0;
    for (const ComparedGroup &group : comparison.groups) {
        for (const ComparedFigure &figure : group.figures) {
            if (!figure.differs) {
                ++same;
                continue;
            }
            if (group.kind == ComparedGroup::Kind::Operation && ++shown > kOperationLines) {
                ++left;
                continue;
            }
            const QString name = traffic::comparedMetricName(figure.metric);
            print(Tr::tr("%1: %2 → %3")
                      .arg(group.name.isEmpty() ? name : QString(group.name + u", " + name),
                           traffic::comparedValueText(figure.metric, figure.a.mean),
                           traffic::comparedValueText(figure.metric, figure.b.mean)));
        }
    }
    if (left > 0)
        print(Tr::tr("And %n more difference(s) of operations; --json lists all.", nullptr, left));
    print(Tr::tr("No difference seen in %n figure(s).", nullptr, same));
    const auto only = [](const QString &sentence, const QStringList &names) {
        if (!names.isEmpty())
            print(sentence.arg(names.mid(0, 10).join(u", "), QString::number(names.size())));
    };
    only(Tr::tr("Resources of the first only (%2): %1"), comparison.resourcesOnlyInA);
    only(Tr::tr("Resources of the second only (%2): %1"), comparison.resourcesOnlyInB);
}

/// A persona set as it can be named: a file of personas, or the number of a version in the project.
Result<std::optional<persona::PersonaSet>> personasNamed(const QString &name,
                                                         const std::optional<OpenProject> &project)
{
    bool isNumber = false;
    const PersonaSetId id{name.toUInt(&isNumber)};
    if (isNumber && project) {
        const auto set = project->state.personaSets.find(id);
        if (set != project->state.personaSets.end())
            return std::optional(*set->second);
    }
    if (!isPersonaFile(name))
        return std::optional<persona::PersonaSet>();
    DRAMATIS_TRY(persona::PersonaSet set, persona::readPersonas(name));
    return std::optional(std::move(set));
}

QJsonObject fatesDocument(const std::vector<persona::PersonaFate> &fates)
{
    QJsonArray metrics;
    QJsonArray structure;
    for (const QJsonValue &value : persona::fatesToJson(fates)) {
        const QString path = u"personas."_s + value[u"name"].toString();
        for (const QJsonValue &figure : value[u"metrics"].toArray()) {
            QJsonObject metric = figure.toObject();
            metric.insert(u"id"_s, QString(path + u'.' + metric.value(u"id"_s).toString()));
            metrics.append(metric);
        }
        const QString fate = value[u"fate"].toString();
        if (fate == u"new" || fate == u"gone")
            structure.append(
                QJsonObject{{u"op"_s, fate == u"new" ? u"add"_s : u"remove"_s}, {u"path"_s, path}});
    }
    return {{u"kind"_s, u"personas"_s}, {u"metrics"_s, metrics}, {u"structure"_s, structure}};
}

int comparePersonas(const Context &context,
                    const persona::PersonaSet &a,
                    const persona::PersonaSet &b)
{
    const std::vector<persona::PersonaFate> fates = persona::compareSets(a, b);
    if (context.options.isSet(u"json"_s))
        print(fatesDocument(fates));
    else
        printFates(fates);
    return kDone;
}

Result<int> compare(const Context &context)
{
    if (context.arguments.size() != 2)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("Name the two captures or persona sets to compare."));
    DRAMATIS_TRY(const capture::ImportOptions options, importRequest(context));
    std::optional<OpenProject> project;
    if (context.options.isSet(u"project"_s)) {
        DRAMATIS_TRY(OpenProject opened, openProject(context, project::OpenMode::ReadOnly));
        project.emplace(std::move(opened));
    }
    DRAMATIS_TRY(const auto personasA, personasNamed(context.arguments[0], project));
    DRAMATIS_TRY(const auto personasB, personasNamed(context.arguments[1], project));
    if (personasA && personasB)
        return comparePersonas(context, *personasA, *personasB);
    if (personasA || personasB)
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("“%1” holds personas, and “%2” does not.")
                .arg(context.arguments[personasA ? 0 : 1], context.arguments[personasA ? 1 : 0]));
    JobSlice jobA(context.job, 0, 0.4);
    DRAMATIS_TRY(const traffic::ExchangeTablePtr a,
                 subjectNamed(context.arguments[0], project, options, jobA));
    JobSlice jobB(context.job, 0.4, 0.8);
    DRAMATIS_TRY(const traffic::ExchangeTablePtr b,
                 subjectNamed(context.arguments[1], project, options, jobB));
    JobSlice comparing(context.job, 0.8, 1);
    DRAMATIS_TRY(const traffic::CaptureComparison comparison,
                 traffic::compareCaptures(*a, *b, comparing));
    if (context.options.isSet(u"json"_s))
        print(comparisonToJson(comparison));
    else
        printComparison(comparison);
    return int(kDone);
}

} // namespace

Command compareCommand()
{
    Command command;
    command.name = u"compare"_s;
    command.arguments = u"A B"_s;
    command.summary =
        Tr::tr("Compare two captures (files, or names of captures in a project) or two persona "
               "sets (files, or numbers of versions in a project).");
    command.options = QList<QCommandLineOption>{projectOption(), jsonOption()};
    command.options << importOptions();
    command.run = compare;
    return command;
}

} // namespace dramatis::cli
