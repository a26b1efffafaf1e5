// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "app/cli/tr.h"
#include "core/base/text.h"

#include <QJsonDocument>

#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

Error badValue(const QString &option, const QString &value, const QString &wanted)
{
    return makeError(ErrorKind::InvalidArgument,
                     Tr::tr("--%1 is “%2”: it must be %3.").arg(option, value, wanted));
}

} // namespace

QCommandLineOption jsonOption()
{
    return {u"json"_s, Tr::tr("Print one JSON document on standard output.")};
}

QCommandLineOption projectOption()
{
    return {u"project"_s, Tr::tr("Project file."), u"file"_s};
}

QList<QCommandLineOption> importOptions()
{
    return {
        {u"format"_s,
         Tr::tr("An id from “formats”, or a log format: with $ it is nginx's, with % Apache's. "
                "Detected "
                "from the content if absent."),
         u"id"_s},
        {u"rule"_s,
         Tr::tr("How resources are named: auto, server (upstream), host (service), segment, "
                "host+segment, route, or column:NAME of a table."),
         u"rule"_s,
         u"auto"_s},
        {u"route"_s,
         Tr::tr("How a route is named, before the learned rules: /users/{user}, "
                "\"GET /orders/{order:id}/**\", /a/path/that/stays. May be repeated."),
         u"template"_s},
        {u"routes"_s, Tr::tr("A file of such templates, one a line."), u"file"_s},
        {u"map"_s,
         Tr::tr("What columns of a table are, where they are not guessed well: "
                "begin=ts:ms,latency=took:us,host=service. Roles: begin, end, latency, "
                "request-bytes, response-bytes, status, outcome, host, server, server-port, "
                "client, method, path, url, operation, ignore. Units: s, ms, us, ns, iso, B, "
                "KiB, MiB, true-is-ok, true-is-error, or a pattern such as %d.%m.%Y %H:%M:%S. "
                "Also separator=tab, header=no, decimal=comma. May be repeated."),
         u"role=column"_s},
        {u"zone"_s,
         Tr::tr("What times that name no zone are in: Europe/Berlin, +02:00 or UTC."),
         u"zone"_s,
         u"UTC"_s},
        {u"redact"_s,
         Tr::tr("Keep clients and identifiers in paths only as hashes under a key that does not "
                "lie in the project.")},
        {u"redact-servers"_s, Tr::tr("The same, of hosts and servers too.")}};
}

QList<QCommandLineOption> clusteringOptions()
{
    return {
        {u"algorithm"_s, Tr::tr("dbscan, hdbscan or kmeans."), u"name"_s, u"dbscan"_s},
        {u"eps"_s, Tr::tr("Radius of DBSCAN, or auto."), u"x"_s, u"auto"_s},
        {u"min-pts"_s, Tr::tr("Points in a core's ball, itself included."), u"n"_s, u"10"_s},
        {u"min-cluster-size"_s,
         Tr::tr("Points in the smallest cluster of HDBSCAN*; minPts or one in 200 if absent."),
         u"n"_s},
        {u"clusters"_s, Tr::tr("Number of clusters of k-means; by silhouette if absent."), u"k"_s}};
}

QList<QCommandLineOption> personaOptions()
{
    QList<QCommandLineOption> options = clusteringOptions();
    options.append({u"window"_s, Tr::tr("Width of windows, or auto."), u"duration"_s, u"auto"_s});
    return options;
}

QList<QCommandLineOption> runOptions()
{
    return {{u"duration"_s, Tr::tr("Simulated time, warm-up included."), u"duration"_s},
            {u"scale"_s, Tr::tr("Multiplies all arrival rates."), u"x"_s},
            {u"seed"_s, Tr::tr("Seed of the random numbers."), u"n"_s},
            {u"replications"_s, Tr::tr("How many independent runs."), u"n"_s}};
}

void print(const QJsonObject &document)
{
    printText(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

void print(const QString &line)
{
    printText(line.toUtf8() + '\n');
}

void printText(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
}

Result<std::optional<double>> durationValue(const Context &context, const QString &option)
{
    const QString value = context.options.value(option);
    if (value.isEmpty() || value == u"auto")
        return std::optional<double>();
    auto seconds = text::parseDuration(value);
    if (!seconds || *seconds <= 0)
        return badValue(option, value, Tr::tr("a time above 0, such as 90, 5s, 30min or 2h"));
    return std::optional(*seconds);
}

Result<std::optional<double>>
numberValue(const Context &context, const QString &option, double least)
{
    const QString value = context.options.value(option);
    if (value.isEmpty() || value == u"auto")
        return std::optional<double>();
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number <= least)
        return badValue(option, value, Tr::tr("a number above %1").arg(least));
    return std::optional(number);
}

Result<std::optional<qint64>>
integerValue(const Context &context, const QString &option, qint64 least)
{
    const QString value = context.options.value(option);
    if (value.isEmpty())
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || number < least)
        return badValue(option, value, Tr::tr("a whole number of at least %1").arg(least));
    return std::optional(number);
}

Result<QString> requiredValue(const Context &context, const QString &option)
{
    const QString value = context.options.value(option);
    if (value.isEmpty())
        return makeError(ErrorKind::InvalidArgument, Tr::tr("--%1 is missing.").arg(option));
    return value;
}

} // namespace dramatis::cli
