// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/simulation/attribute_fields.h"

#include "ui/pages/simulation/tr.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

AttributeField number(const QString &path, const QString &name, const QString &toolTip = {})
{
    AttributeField field;
    field.path = path;
    field.name = name;
    field.toolTip = toolTip;
    return field;
}

AttributeField integer(const QString &path, const QString &name, const QString &toolTip = {})
{
    AttributeField field = number(path, name, toolTip);
    field.integer = true;
    return field;
}

AttributeField milliseconds(const QString &path, const QString &name, const QString &toolTip = {})
{
    AttributeField field = number(path, name, toolTip);
    field.unit = u"ms"_s;
    field.factor = 1e3;
    return field;
}

AttributeField nullable(AttributeField field)
{
    field.nullable = true;
    return field;
}

AttributeField percent(const QString &path, const QString &name, const QString &toolTip = {})
{
    AttributeField field = number(path, name, toolTip);
    field.unit = u"%"_s;
    field.factor = 100;
    return field;
}

} // namespace

std::vector<AttributeField> nodeFields(const topology::Node &node)
{
    const QString base = u"nodes."_s + node.id + u'.';
    std::vector<AttributeField> fields;
    if (node.kind == topology::NodeKind::Source) {
        if (node.arrivals.model == topology::ArrivalModel::Poisson
            || node.arrivals.model == topology::ArrivalModel::Constant) {
            fields.push_back(number(base + u"arrivals.rate", SimulationPageTr::tr("Rate")));
            fields.back().unit = u"1/s"_s;
        }
        fields.push_back(nullable(
            milliseconds(base + u"deadline",
                         SimulationPageTr::tr("Deadline"),
                         SimulationPageTr::tr("Goodput counts answers before it; empty: none."))));
        return fields;
    }
    if (node.kind == topology::NodeKind::LoadBalancer) {
        AttributeField policy = number(base + u"policy", SimulationPageTr::tr("Policy"));
        policy.choices = {u"roundRobin"_s, u"random"_s, u"leastConnections"_s, u"powerOfTwo"_s};
        fields.push_back(policy);
    }
    if (!node.serviceTime)
        return fields;
    fields.push_back(integer(base + u"instances", SimulationPageTr::tr("Instances")));
    fields.push_back(integer(base + u"workers",
                             SimulationPageTr::tr("Workers"),
                             SimulationPageTr::tr("Of each instance.")));
    switch (node.serviceTime->kind) {
    case topology::DistributionKind::Lognormal:
    case topology::DistributionKind::Gamma:
    case topology::DistributionKind::Weibull:
    case topology::DistributionKind::Hyperexponential:
        fields.push_back(
            milliseconds(base + u"serviceTime.mean", SimulationPageTr::tr("Service, mean")));
        fields.push_back(number(base + u"serviceTime.cv",
                                SimulationPageTr::tr("Service, variation"),
                                SimulationPageTr::tr("Coefficient of variation.")));
        break;
    case topology::DistributionKind::Constant:
    case topology::DistributionKind::Exponential:
    case topology::DistributionKind::Erlang:
    case topology::DistributionKind::Pareto:
        fields.push_back(
            milliseconds(base + u"serviceTime.mean", SimulationPageTr::tr("Service, mean")));
        break;
    case topology::DistributionKind::Uniform:
    case topology::DistributionKind::Empirical:
        break; // given by several values: shown, not edited here
    }
    fields.push_back(nullable(integer(base + u"queueLimit",
                                      SimulationPageTr::tr("Queue bound"),
                                      SimulationPageTr::tr("Waiting places; empty: unbounded."))));
    fields.push_back(percent(base + u"errorRate", SimulationPageTr::tr("Errors of its own")));
    fields.push_back(number(base + u"costPerHour",
                            SimulationPageTr::tr("Cost per hour"),
                            SimulationPageTr::tr("Of one instance.")));
    return fields;
}

std::vector<AttributeField> callFields(const topology::Call &call)
{
    const QString base = u"calls."_s + call.id() + u'.';
    std::vector<AttributeField> fields;
    if (call.share)
        fields.push_back(
            number(base + u"share",
                   SimulationPageTr::tr("Share"),
                   SimulationPageTr::tr(
                       "Of the node's calls with a share exactly one is made, drawn by it.")));
    else
        fields.push_back(percent(base + u"probability", SimulationPageTr::tr("Probability")));
    fields.push_back(integer(base + u"count", SimulationPageTr::tr("Calls a request")));
    fields.push_back(nullable(milliseconds(
        base + u"timeout", SimulationPageTr::tr("Timeout"), SimulationPageTr::tr("Empty: none."))));
    AttributeField holds =
        number(base + u"holdsWorker",
               SimulationPageTr::tr("Holds the worker"),
               SimulationPageTr::tr("Whether the caller's worker waits for the answer."));
    holds.flag = true;
    fields.push_back(holds);
    return fields;
}

std::vector<AttributeField> runFields()
{
    std::vector<AttributeField> fields;
    fields.push_back(number(u"run.duration"_s,
                            SimulationPageTr::tr("Duration"),
                            SimulationPageTr::tr("Warm-up included.")));
    fields.back().unit = u"s"_s;
    fields.push_back(number(u"run.scale"_s,
                            SimulationPageTr::tr("Scale"),
                            SimulationPageTr::tr("Multiplies all arrival rates.")));
    fields.push_back(integer(u"run.replications"_s, SimulationPageTr::tr("Replications")));
    fields.push_back(integer(u"run.seed"_s, SimulationPageTr::tr("Seed")));
    AttributeField peak =
        number(u"run.peak"_s,
               SimulationPageTr::tr("Peak hours only"),
               SimulationPageTr::tr("Plays the personas' peak hours instead of their whole week."));
    peak.flag = true;
    fields.push_back(peak);
    return fields;
}

QString fieldText(const AttributeField &field, const simulation::Scenario &scenario)
{
    const auto value = simulation::valueAt(scenario, field.path);
    if (!value || value->isNull() || value->isUndefined())
        return {};
    if (value->isBool())
        return value->toBool() ? u"true"_s : u"false"_s;
    if (!value->isDouble())
        return value->toString();
    const double shown = value->toDouble() * field.factor;
    return field.integer ? QString::number(shown, 'f', 0) : QLocale::c().toString(shown, 'g', 6);
}

Result<QJsonValue> fieldValue(const AttributeField &field, const QString &text)
{
    if (field.flag)
        return QJsonValue(text == u"true");
    if (!field.choices.isEmpty())
        return QJsonValue(text);
    if (text.trimmed().isEmpty() && field.nullable)
        return QJsonValue();
    bool isNumber = false;
    double number = QLocale::c().toDouble(text.trimmed(), &isNumber);
    if (!isNumber)
        number = QLocale().toDouble(text.trimmed(), &isNumber);
    if (!isNumber || !std::isfinite(number))
        return makeError(ErrorKind::InvalidArgument,
                         SimulationPageTr::tr("%1: “%2” is no number.").arg(field.name, text));
    return QJsonValue(field.integer ? std::round(number) : number / field.factor);
}

} // namespace dramatis::ui
