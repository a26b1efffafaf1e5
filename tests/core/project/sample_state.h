// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/edit.h"
#include "core/project/store.h"
#include "core/traffic/exchange_sink.h"
#include "tests/support/exchanges.h"

#include <QTest>

namespace dramatis::tests {

/// Two hundred exchanges with two servers, put into `chunks`.
[[nodiscard]] inline traffic::ExchangeTablePtr
sampleTable(std::shared_ptr<table::ChunkStore> chunks)
{
    traffic::ExchangeTableBuilder builder(std::move(chunks));
    for (int i = 0; i < 200; ++i) {
        traffic::Exchange exchange;
        exchange.begin = ns(1'000'000 + i);
        exchange.latency = ns(0.01);
        exchange.status = 200;
        exchange.outcome = traffic::Outcome::Ok;
        exchange.server = i % 2 == 0 ? "10.0.0.1:80" : "10.0.0.2:80";
        exchange.client = "192.0.2.7";
        exchange.method = "GET";
        exchange.path = "/cart";
        if (!builder.add(exchange))
            qFatal("a small table could not be stored");
    }
    NullJobControl job;
    auto table = builder.freeze(traffic::ResourceRule::Automatic, job);
    if (!table)
        qFatal("%s", qPrintable(table.error().toString()));
    return *table;
}

[[nodiscard]] inline project::CaptureRecord sampleCapture(traffic::ExchangeTablePtr table)
{
    NullJobControl job;
    auto statistics = traffic::captureStatistics(*table, job);
    if (!statistics)
        qFatal("%s", qPrintable(statistics.error().toString()));
    project::CaptureRecord record;
    record.name = QStringLiteral("shop.log");
    record.table = std::move(table);
    record.summary.format = QStringLiteral("nginx-combined");
    record.summary.records = 201;
    record.summary.exchanges = 200;
    record.summary.skipped = 1;
    record.summary.samples = {
        {QStringLiteral("line 7"), QStringLiteral("no time"), QStringLiteral("x\ty")}};
    record.files = {
        {QStringLiteral("/var/log/shop.log"), 12345, "ab12", {}, QStringLiteral("nginx-combined")}};
    record.statistics = std::make_shared<const traffic::CaptureStatistics>(*std::move(statistics));
    record.importedAt = ns(1'700'000'000);
    return record;
}

[[nodiscard]] inline project::ScenarioRecord
sampleScenario(const QString &name = QStringLiteral("peak"))
{
    topology::Node clients;
    clients.id = QStringLiteral("clients");
    clients.kind = topology::NodeKind::Source;
    clients.arrivals.rate = 80;
    topology::Node web;
    web.id = QStringLiteral("web");
    web.serviceTime.emplace();
    web.serviceTime->kind = topology::DistributionKind::Exponential;
    web.serviceTime->mean = 0.01;
    topology::Call call;
    call.from = clients.id;
    call.to = web.id;
    project::ScenarioRecord record;
    record.scenario.name = name;
    record.scenario.topology.nodes = {clients, web};
    record.scenario.topology.calls = {call};
    record.positions.insert(web.id, {120, 40});
    record.notes = {QStringLiteral("Latency never grew: the number of workers cannot be told.")};
    return record;
}

[[nodiscard]] inline persona::PersonaSetPtr samplePersonas()
{
    auto set = std::make_shared<persona::PersonaSet>();
    set->name = QStringLiteral("first");
    set->capture = CaptureId{1};
    set->options.epsilon = 0.42;
    for (std::uint32_t i = 1; i <= 2; ++i) {
        persona::Persona persona;
        persona.id = PersonaId{i};
        persona.cluster = static_cast<int>(i) - 1;
        persona.name = i == 1 ? QStringLiteral("steady reads") : QStringLiteral("bursty writes");
        persona.windows = 100 * i;
        persona.requestRate = {10, 9, 20, 30};
        set->personas.push_back(persona);
    }
    return set;
}

} // namespace dramatis::tests
