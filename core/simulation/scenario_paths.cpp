// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/scenario.h"
#include "core/simulation/scenario_record.h"
#include "core/simulation/tr.h"

#include <QMap>

#include <memory>

using namespace Qt::StringLiterals;

// A path is walked through the scenario's JSON: `nodes` and `calls` by id (an id may itself hold
// dots), other lists by number, objects by key. The JSON in full form tells which keys there are;
// the value is set in the sparse form, which is then read anew, so that a path can do nothing that
// a file cannot.

namespace dramatis::simulation {

using topology::JsonForm;

namespace {

constexpr qsizetype kMostNamed = 30; // ids or keys in one message

QString named(QStringList names)
{
    if (names.isEmpty())
        return Tr::tr("none");
    const bool cut = names.size() > kMostNamed;
    names = names.mid(0, kMostNamed);
    return cut ? QString(names.join(u", ") + u", …") : names.join(u", ");
}

Error badPath(const QString &path, const QString &why)
{
    return makeError(ErrorKind::InvalidArgument, QString(path + u": " + why));
}

/// One step of a path: a key of an object or a place in a list.
struct Step
{
    QString key;
    qsizetype index = -1;
};

/// The id at the start of `rest` (followed by a dot or the end), longest first, as a place in the
/// list.
std::optional<std::pair<qsizetype, QString>> leadingId(const QStringList &ids, const QString &rest)
{
    std::optional<std::pair<qsizetype, QString>> found;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const QString &id = ids[i];
        const bool leads =
            rest == id || (rest.startsWith(id) && rest.mid(id.size()).startsWith(u'.'));
        if (leads && (!found || id.size() > found->second.size()))
            found = std::pair(i, id);
    }
    return found;
}

/// What the items of a list are called: ids of nodes and calls, numbers elsewhere.
QStringList itemNames(const Scenario &scenario, const QString &list)
{
    QStringList names;
    if (list == u"nodes"_s) {
        for (const topology::Node &node : scenario.topology.nodes)
            names.append(node.id);
    } else if (list == u"calls"_s) {
        for (const topology::Call &call : scenario.topology.calls)
            names.append(call.id());
    } else {
        const std::size_t count =
            list == u"faults"_s ? scenario.faults.size() : scenario.objectives.size();
        for (std::size_t i = 0; i < count; ++i)
            names.append(QString::number(i));
    }
    return names;
}

/// The steps of a path; the first two of a list are its key and its item.
Result<std::vector<Step>> stepsOf(const Scenario &scenario, const QString &path)
{
    const QString first = path.section(u'.', 0, 0);
    QString rest = path.section(u'.', 1);
    std::vector<Step> steps{{first, -1}};
    const bool isList = first == u"nodes"_s || first == u"calls"_s || first == u"faults"_s
                        || first == u"objectives"_s;
    if (isList && !rest.isEmpty()) {
        const QStringList names = itemNames(scenario, first);
        const auto item = leadingId(names, rest);
        if (!item)
            return badPath(
                path, Tr::tr("there is no such item of %1; there are %2").arg(first, named(names)));
        steps.push_back({{}, item->first});
        rest = rest.mid(item->second.size() + 1);
    }
    if (!rest.isEmpty()) {
        for (const QString &key : rest.split(u'.'))
            steps.push_back({key, -1});
    }
    return steps;
}

/// Walks the full form. Null where a part on the way has no value, so that nothing can be below it.
Result<QJsonValue>
walk(const QJsonObject &full, const std::vector<Step> &steps, const QString &path)
{
    QJsonValue at = full;
    for (const Step &step : steps) {
        if (at.isNull())
            return at;
        if (step.index >= 0) {
            at = at.toArray().at(step.index);
            continue;
        }
        const QJsonObject object = at.toObject();
        if (!at.isObject())
            return badPath(path, Tr::tr("“%1” is no key of a value that has none").arg(step.key));
        if (!object.contains(step.key))
            return badPath(
                path, Tr::tr("there is no “%1”; there are %2").arg(step.key, named(object.keys())));
        at = object.value(step.key);
    }
    return at;
}

/// `container` with the value at the steps from `next` on replaced; objects on the way are made.
QJsonValue replaced(const QJsonValue &container,
                    const std::vector<Step> &steps,
                    std::size_t next,
                    const QJsonValue &value)
{
    if (next == steps.size())
        return value;
    const Step &step = steps[next];
    if (step.index >= 0) {
        QJsonArray array = container.toArray();
        array[step.index] = replaced(array.at(step.index), steps, next + 1, value);
        return array;
    }
    QJsonObject object = container.toObject();
    object.insert(step.key, replaced(object.value(step.key), steps, next + 1, value));
    return object;
}

using Samples = QMap<QString, std::shared_ptr<const topology::ArrivalSample>>;

/// Takes the samples out: they are large, and no path leads into them.
Samples takeSamples(Scenario &scenario)
{
    Samples samples;
    for (topology::Node &node : scenario.topology.nodes) {
        if (node.arrivals.sample)
            samples.insert(node.id, std::exchange(node.arrivals.sample, nullptr));
    }
    return samples;
}

void giveSamples(Scenario &scenario, const Samples &samples)
{
    using topology::ArrivalModel;
    for (topology::Node &node : scenario.topology.nodes) {
        const bool plays = node.arrivals.model == ArrivalModel::Bootstrap
                           || node.arrivals.model == ArrivalModel::Replay;
        if (plays && !node.arrivals.sample)
            node.arrivals.sample = samples.value(node.id);
    }
}

/// What is written per instance follows when the number of instances is set.
void followInstances(Scenario &scenario, const std::vector<Step> &steps, const QJsonValue &value)
{
    if (steps.size() != 3 || steps[0].key != u"nodes"_s || steps[2].key != u"instances"_s)
        return;
    if (const int count = value.toInt(0); count >= 1 && count <= 10'000)
        topology::setInstances(scenario.topology.nodes[static_cast<std::size_t>(steps[1].index)],
                               count);
}

} // namespace

Result<QJsonValue> valueAt(const Scenario &scenario, const QString &path)
{
    Scenario light = scenario;
    takeSamples(light);
    DRAMATIS_TRY(const std::vector<Step> steps, stepsOf(light, path));
    return walk(scenarioRecord().write(light, JsonForm::Full), steps, path);
}

Result<Scenario> withValue(const Scenario &scenario, const QString &path, const QJsonValue &value)
{
    Scenario light = scenario;
    const Samples samples = takeSamples(light);
    DRAMATIS_TRY(const std::vector<Step> steps, stepsOf(light, path));
    DRAMATIS_CHECK(walk(scenarioRecord().write(light, JsonForm::Full), steps, path));
    followInstances(light, steps, value);
    const QJsonValue changed = replaced(scenarioToJson(light), steps, 0, value);
    auto read = scenarioFromJson(changed.toObject());
    if (!read)
        return badPath(path, read.error().message);
    giveSamples(*read, samples);
    return read;
}

} // namespace dramatis::simulation
