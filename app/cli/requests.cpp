// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/requests.h"

#include "app/cli/tr.h"
#include "core/project/redaction_key.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

/// A scenario with a sample of a year is a few hundred MiB; more is a mistake.
constexpr qint64 kLargestScenario = 1LL << 30;
constexpr QLatin1StringView kColumnRule("column:");
constexpr qint64 kLargestRoutes = 16LL << 20; ///< RouteTemplates::kMost lines are fewer bytes

/// The value of `--set`: JSON where it is JSON, else a word.
QJsonValue settingValue(const QString &text)
{
    const QJsonDocument wrapped = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    return wrapped.isArray() && wrapped.array().size() == 1 ? wrapped.array().first()
                                                            : QJsonValue(text);
}

/// Templates of `--routes`, then those of `--route`.
Result<traffic::RouteTemplates> routesRequest(const Context &context)
{
    traffic::RouteTemplates routes;
    if (const QString path = context.options.value(u"routes"_s); !path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return makeError(ErrorKind::Io,
                             Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
        if (file.size() > kLargestRoutes)
            return makeError(ErrorKind::Format,
                             Tr::tr("%1 is too large for a list of routes.").arg(path));
        auto read = traffic::RouteTemplates::parseLines(QString::fromUtf8(file.readAll()));
        if (!read)
            return std::move(read).error().in(Tr::tr("reading %1").arg(path));
        routes = *std::move(read);
    }
    for (const QString &text : context.options.values(u"route"_s)) {
        if (auto added = routes.add(text); !added)
            return std::move(added).error().in(u"--route"_s);
    }
    return routes;
}

} // namespace

Result<capture::ImportOptions> importRequest(const Context &context)
{
    capture::ImportOptions request;
    request.format = context.options.value(u"format"_s);
    QStringList choices = context.options.values(u"map"_s);
    QString rule = context.options.value(u"rule"_s);
    if (rule.startsWith(kColumnRule)) {
        choices.append(u"host="_s + rule.sliced(kColumnRule.size()));
        rule = traffic::ruleId(traffic::ResourceRule::Host);
    }
    DRAMATIS_TRY(request.rule, traffic::ruleFromId(rule));
    DRAMATIS_TRY(request.routes, routesRequest(context));
    for (const QString &choice : std::as_const(choices)) {
        capture::ColumnMapping mapping = request.read.mapping.value_or(capture::ColumnMapping());
        mapping.guessesOthers = true;
        DRAMATIS_TRY(request.read.mapping, capture::withChoices(std::move(mapping), choice));
    }
    DRAMATIS_TRY(request.read.zone, capture::StampZone::fromId(context.options.value(u"zone"_s)));
    return request;
}

Result<>
applyRedaction(const Context &context, project::Store *store, capture::ImportOptions &request)
{
    const bool hidesServers = context.options.isSet(u"redact-servers"_s);
    if (!hidesServers && !context.options.isSet(u"redact"_s))
        return {};
    traffic::Redaction redaction;
    redaction.hidesServers = hidesServers;
    if (store) {
        DRAMATIS_TRY(redaction.key, store->redactionKey());
    } else {
        redaction.key = project::randomKey();
    }
    request.redaction = std::move(redaction);
    return {};
}

Result<clustering::ClusteringRequest> clusteringRequest(const Context &context)
{
    clustering::ClusteringRequest request;
    request.algorithm = context.options.value(u"algorithm"_s);
    DRAMATIS_TRY(request.epsilon, numberValue(context, u"eps"_s, 0));
    DRAMATIS_TRY(const auto minPoints, integerValue(context, u"min-pts"_s, 1));
    DRAMATIS_TRY(const auto minClusterSize, integerValue(context, u"min-cluster-size"_s, 2));
    DRAMATIS_TRY(const auto clusters, integerValue(context, u"clusters"_s, 1));
    request.minPoints = static_cast<int>(minPoints.value_or(clustering::kDefaultMinPoints));
    request.minClusterSize = static_cast<int>(minClusterSize.value_or(0));
    request.clusters = static_cast<int>(clusters.value_or(0));
    return request;
}

Result<analysis::PersonaRequest> personaRequest(const Context &context)
{
    analysis::PersonaRequest request;
    DRAMATIS_TRY(request.windowSeconds, durationValue(context, u"window"_s));
    DRAMATIS_TRY(request.clustering, clusteringRequest(context));
    return request;
}

Result<> applyRunOptions(const Context &context, simulation::RunOptions &run)
{
    DRAMATIS_TRY(const auto duration, durationValue(context, u"duration"_s));
    DRAMATIS_TRY(const auto scale, numberValue(context, u"scale"_s, 0));
    DRAMATIS_TRY(const auto seed, integerValue(context, u"seed"_s, 0));
    DRAMATIS_TRY(const auto replications, integerValue(context, u"replications"_s, 1));
    run.duration = duration.value_or(run.duration);
    run.scale = scale.value_or(run.scale);
    run.seed = seed ? static_cast<std::uint64_t>(*seed) : run.seed;
    run.replications = static_cast<int>(replications.value_or(run.replications));
    return {};
}

Result<simulation::Scenario> readScenario(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorKind::Io,
                         Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    if (file.size() > kLargestScenario)
        return makeError(ErrorKind::Format, Tr::tr("%1 is too large for a scenario.").arg(path));
    auto scenario = simulation::scenarioFromText(file.readAll());
    if (!scenario)
        return std::move(scenario).error().in(Tr::tr("reading %1").arg(path));
    return scenario;
}

Result<simulation::Scenario> withSettings(const Context &context, simulation::Scenario scenario)
{
    for (const QString &setting : context.options.values(u"set"_s)) {
        const qsizetype equals = setting.indexOf(u'=');
        if (equals <= 0)
            return makeError(ErrorKind::InvalidArgument,
                             Tr::tr("--set is “%1”: write it as PATH=VALUE.").arg(setting));
        DRAMATIS_TRY(scenario,
                     simulation::withValue(
                         scenario, setting.left(equals), settingValue(setting.mid(equals + 1))));
    }
    return scenario;
}

} // namespace dramatis::cli
