// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/scenario.h"
#include "core/simulation/simulate.h"
#include "tests/support/approx.h"

#include <QTest>

namespace dramatis::tests {

/// A distribution by its mean (s) and what shapes it.
[[nodiscard]] inline topology::Distribution
timeOf(topology::DistributionKind kind, double mean, double cv = 1, double shape = 1)
{
    topology::Distribution distribution;
    distribution.kind = kind;
    distribution.mean = mean;
    distribution.cv = cv;
    distribution.shape = shape;
    return distribution;
}

[[nodiscard]] inline topology::Distribution exponential(double mean)
{
    return timeOf(topology::DistributionKind::Exponential, mean);
}

[[nodiscard]] inline topology::Distribution constant(double mean)
{
    return timeOf(topology::DistributionKind::Constant, mean);
}

[[nodiscard]] inline topology::Node
source(const QString &id, topology::ArrivalModel model, double rate)
{
    topology::Node node;
    node.id = id;
    node.kind = topology::NodeKind::Source;
    node.arrivals.model = model;
    node.arrivals.rate = rate;
    return node;
}

[[nodiscard]] inline topology::Node poissonSource(const QString &id, double rate)
{
    return source(id, topology::ArrivalModel::Poisson, rate);
}

[[nodiscard]] inline topology::Node station(const QString &id,
                                            const topology::Distribution &service,
                                            int workers = 1,
                                            int instances = 1)
{
    topology::Node node;
    node.id = id;
    node.serviceTime = service;
    node.workers = workers;
    node.instances = instances;
    return node;
}

[[nodiscard]] inline topology::Node balancer(const QString &id, topology::BalancingPolicy policy)
{
    topology::Node node;
    node.id = id;
    node.kind = topology::NodeKind::LoadBalancer;
    node.policy = policy;
    return node;
}

[[nodiscard]] inline topology::Call call(const QString &from, const QString &to)
{
    topology::Call call;
    call.from = from;
    call.to = to;
    return call;
}

[[nodiscard]] inline simulation::RunOptions
run(double duration, int replications, std::optional<double> warmup = {})
{
    simulation::RunOptions options;
    options.duration = duration;
    options.replications = replications;
    options.warmup = warmup;
    return options;
}

/// One station in front of a Poisson source.
[[nodiscard]] inline simulation::Scenario oneStation(double rate, const topology::Node &node)
{
    simulation::Scenario scenario;
    scenario.topology.nodes = {poissonSource(QStringLiteral("clients"), rate), node};
    scenario.topology.calls = {call(QStringLiteral("clients"), node.id)};
    return scenario;
}

/// Runs a scenario that must run.
[[nodiscard]] inline simulation::RunResult
simulated(const simulation::Scenario &scenario, const simulation::SimulateOptions &options = {})
{
    NullJobControl job;
    auto result = simulation::simulate(scenario, options, job);
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    return *std::move(result);
}

} // namespace dramatis::tests

/// A figure against theory: the difference is at most the larger of three half-widths and 1 %.
#define COMPARE_THEORY(measure, theory)                                                            \
    do {                                                                                           \
        const dramatis::Figure figure_ = (measure).figure();                                       \
        const double theory_ = (theory);                                                           \
        QVERIFY2(std::abs(figure_.mean - theory_)                                                  \
                     <= std::max(3 * figure_.halfWidth, 0.01 * std::abs(theory_)),                 \
                 qPrintable(QStringLiteral("%1 is %2 +- %3, theory says %4")                       \
                                .arg(QStringLiteral(#measure))                                     \
                                .arg(figure_.mean, 0, 'g', 8)                                      \
                                .arg(figure_.halfWidth, 0, 'g', 3)                                 \
                                .arg(theory_, 0, 'g', 8)));                                        \
        QVERIFY2(figure_.halfWidth < 0.1 * std::abs(theory_) + 1e-12,                              \
                 "the interval is too wide for the comparison to mean anything");                  \
    } while (false)
