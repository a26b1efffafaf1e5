// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/requests.h"
#include "app/cli/tr.h"
#include "core/clustering/clusterings.h"

#include <QFile>

#include <charconv>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

/// The numbers of one CSV line; empty where a field is no number.
std::vector<double> numbersOf(std::string_view line)
{
    std::vector<double> numbers;
    while (true) {
        const std::size_t comma = line.find(',');
        std::string_view field = line.substr(0, comma);
        while (!field.empty() && (field.front() == ' ' || field.front() == '\t'))
            field.remove_prefix(1);
        while (!field.empty()
               && (field.back() == ' ' || field.back() == '\t' || field.back() == '\r'))
            field.remove_suffix(1);
        double number = 0;
        const auto [end, error] =
            std::from_chars(field.data(), field.data() + field.size(), number);
        if (error != std::errc{} || end != field.data() + field.size())
            return {};
        numbers.push_back(number);
        if (comma == std::string_view::npos)
            return numbers;
        line.remove_prefix(comma + 1);
    }
}

Result<clustering::Matrix> readPoints(const QString &path)
{
    QFile file(path);
    const bool opened =
        path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return makeError(ErrorKind::Io,
                         Tr::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    std::vector<double> values;
    std::size_t columns = 0;
    std::size_t rows = 0;
    for (qint64 lineNumber = 1; !file.atEnd(); ++lineNumber) {
        const QByteArray line = file.readLine();
        const QByteArray text = line.trimmed();
        if (text.isEmpty())
            continue;
        const std::vector<double> numbers =
            numbersOf({text.constData(), static_cast<std::size_t>(text.size())});
        if (numbers.empty() && rows == 0 && lineNumber == 1)
            continue; // a header
        if (numbers.empty())
            return makeError(ErrorKind::Format,
                             Tr::tr("Line %1 of %2 is not numbers separated by commas.")
                                 .arg(lineNumber)
                                 .arg(path));
        if (rows > 0 && numbers.size() != columns)
            return makeError(ErrorKind::Format,
                             Tr::tr("Line %1 of %2 has %3 numbers, the lines before have %4.")
                                 .arg(lineNumber)
                                 .arg(path)
                                 .arg(numbers.size())
                                 .arg(columns));
        columns = numbers.size();
        values.insert(values.end(), numbers.begin(), numbers.end());
        ++rows;
    }
    if (rows == 0)
        return makeError(ErrorKind::Format, Tr::tr("%1 holds no points.").arg(path));
    return clustering::Matrix(Eigen::Map<const clustering::Matrix>(
        values.data(), static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns)));
}

Result<int> cluster(const Context &context)
{
    if (context.arguments.size() != 1)
        return makeError(ErrorKind::InvalidArgument, Tr::tr("Name one file of points."));
    DRAMATIS_TRY(clustering::ClusteringRequest request, clusteringRequest(context));
    DRAMATIS_TRY(const auto seed, integerValue(context, u"seed"_s, 0));
    request.seed = static_cast<std::uint64_t>(seed.value_or(1));
    DRAMATIS_TRY(const clustering::Matrix points, readPoints(context.arguments.first()));
    DRAMATIS_TRY(const clustering::ClusteringOutcome outcome,
                 clustering::cluster(points, request, context.job));
    QString lines;
    for (const int label : outcome.clustering.labels)
        lines += QString::number(label) + u'\n';
    lines.chop(1);
    print(lines);
    return int(kDone);
}

} // namespace

Command clusterCommand()
{
    Command command;
    command.name = u"cluster"_s;
    command.arguments = u"POINTS.csv"_s;
    command.summary =
        Tr::tr("Labels of plain points as they are (no scaling), one per line; -1 is noise.");
    command.options = clusteringOptions();
    command.options.append({u"seed"_s, Tr::tr("Seed of the random numbers."), u"n"_s, u"1"_s});
    command.run = cluster;
    return command;
}

} // namespace dramatis::cli
