// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/exporters/k6.h"

#include "core/persona/exporters/load_plan.h"
#include "core/persona/tr.h"

// Iterations start at an arrival rate, whatever the answers take: the load does not ease when the
// system slows down (k6's open model). An iteration is a run of one resource's requests with gaps
// drawn from the capture, so that bursts are as they were; where gaps are not known, it is a single
// request. Rates of an executor are whole numbers per time unit: a day, so that quiet personas are
// not rounded away.

using namespace Qt::StringLiterals;

namespace dramatis::persona::exporters {

namespace {

constexpr int kRun = 10;              ///< requests of an iteration
constexpr double kFewestRuns = 1'000; ///< iterations a day below which they are single requests

constexpr auto kK6Head = uR"(// A load test made from personas by Dramatis (k6, https://k6.io):
//
//     k6 run -e BASE_URL=https://shop.example script.js
//
// BASE_URL  where the requests go (http://localhost:8080)
// RATE      multiplies all arrival rates (1)
// SPEED     plays the schedule that many times as fast, at the same rates (1)
import http from 'k6/http';
import { sleep } from 'k6';

const BASE_URL = __ENV.BASE_URL || 'http://localhost:8080';
const RATE = Number(__ENV.RATE || 1);
const SPEED = Number(__ENV.SPEED || 1);
const DAY = 86400;
const LARGEST_BODY = 1048576;

// stages: [requests per second, seconds]; operations: [method, path, share]; gaps (s) and
// requestSizes (B): values at equally spaced probabilities from 0 to 1, empty where not known.
)";

constexpr auto kK6Tail = uR"(
function scenario(persona, exec) {
  const perDay = (rate) => Math.round((rate * RATE * DAY) / persona.requests);
  const stages = [];
  for (const [rate, seconds] of persona.stages) {
    stages.push({ target: perDay(rate), duration: '0s' });
    stages.push({ target: perDay(rate), duration: `${(seconds / SPEED).toFixed(3)}s` });
  }
  const busy = ((persona.peakRate * RATE) / persona.requests) * persona.seconds;
  return {
    executor: 'ramping-arrival-rate',
    exec,
    startRate: perDay(persona.stages[0][0]),
    timeUnit: '24h',
    preAllocatedVUs: Math.ceil(busy * 1.5) + 1,
    maxVUs: Math.ceil(busy * 10) + 10,
    stages,
    tags: { persona: persona.name },
  };
}

function draw(values) {
  const place = Math.random() * (values.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, values.length - 1);
  return values[below] + (place - below) * (values[above] - values[below]);
}

function choose(operations) {
  let left = Math.random();
  for (const operation of operations) {
    left -= operation[2];
    if (left < 0) return operation;
  }
  return operations[operations.length - 1];
}

// Placeholders of routes, such as {id}: put in what your system knows.
function fill(path) {
  return path.replace(/\{[^{}]*\}/g, () => String(1 + Math.floor(Math.random() * 1000)));
}

function body(persona, method) {
  if (!['POST', 'PUT', 'PATCH'].includes(method) || persona.requestSizes.length === 0) return null;
  return 'x'.repeat(Math.min(LARGEST_BODY, Math.round(draw(persona.requestSizes))));
}

function play(persona) {
  let due = Date.now();
  for (let request = 0; request < persona.requests; request += 1) {
    if (request > 0) {
      due += draw(persona.gaps) * 1000;
      sleep(Math.max(0, due - Date.now()) / 1000);
    }
    const [method, path] = choose(persona.operations);
    http.request(method, BASE_URL + encodeURI(fill(path)), body(persona, method), {
      tags: { name: `${method} ${path}` },
    });
  }
}
)";

/// Requests of an iteration.
int runOf(const LoadPlan &plan)
{
    const bool plays = plan.gaps.size() > 1 && plan.peakRate() * 86'400 / kRun >= kFewestRuns;
    return plays ? kRun : 1;
}

QString k6Persona(const LoadPlan &plan)
{
    constexpr double kAssumedLatency = 1; ///< s, where none is known
    const int requests = runOf(plan);
    const double latency = std::isnan(plan.latency) ? kAssumedLatency : plan.latency;
    const double seconds = requests > 1 ? (requests - 1) * plan.gapMean() + latency : latency;
    QString text = u"  {\n    name: "_s + javaScriptLiteral(plan.name) + u",\n"_s;
    text += u"    requests: %1, // of an iteration\n"_s.arg(requests);
    text += u"    seconds: %1, // that an iteration takes, about\n"_s.arg(numberLiteral(seconds));
    text += u"    peakRate: %1,\n"_s.arg(numberLiteral(plan.peakRate()));
    text += plan.otherLine(u"    // "_s);
    text += u"    operations: [\n"_s;
    for (const LoadOperation &operation : plan.operations)
        text += u"      ["_s + javaScriptLiteral(operation.method) + u", "_s
                + javaScriptLiteral(operation.path) + u", "_s + numberLiteral(operation.share)
                + u"],\n"_s;
    text += u"    ],\n    stages: [\n"_s;
    for (const LoadStage &stage : plan.stages)
        text += u"      "_s + listLiteral({stage.rate, stage.seconds}) + u",\n"_s;
    text += u"    ],\n    gaps: "_s + listLiteral(plan.gaps);
    text += u",\n    requestSizes: "_s + listLiteral(plan.requestSizes) + u",\n  },\n"_s;
    return text;
}

QString writeK6(const std::vector<LoadPlan> &plans)
{
    QString text = QString::fromUtf16(kK6Head) + u"const personas = [\n"_s;
    for (const LoadPlan &plan : plans)
        text += k6Persona(plan);
    text +=
        u"];\n"_s + QString::fromUtf16(kK6Tail) + u"\nexport const options = {\n  scenarios: {\n"_s;
    for (std::size_t i = 0; i < plans.size(); ++i)
        text += u"    persona_%1: scenario(personas[%2], 'persona%1'),\n"_s.arg(i + 1).arg(i);
    text += u"  },\n};\n\n"_s;
    for (std::size_t i = 0; i < plans.size(); ++i)
        text += u"export function persona%1() {\n  play(personas[%2]);\n}\n"_s.arg(i + 1).arg(i);
    return text;
}

} // namespace

Exporter k6()
{
    return {u"k6"_s, Tr::tr("k6 script"), u"js"_s, writeK6};
}

} // namespace dramatis::persona::exporters
