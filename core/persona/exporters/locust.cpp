// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/exporters/locust.h"

#include "core/persona/exporters/load_plan.h"
#include "core/persona/tr.h"

// Locust's users wait for answers, so that the load eases when the system slows down. Here a user
// stands for a resource's callers together: it starts requests when they are due and waits for none
// of them. Requests are due at gaps of the shape that the capture has, stretched so that their rate
// is that of the schedule: `left` is how many mean gaps the next one is away.

using namespace Qt::StringLiterals;

namespace dramatis::persona::exporters {

namespace {

constexpr std::size_t kMostPlayers = 200; ///< of a persona

constexpr auto kLocustHead =
    uR"(# A load test made from personas by Dramatis (Locust 2.14 or later, https://locust.io):
#
#     locust -f script.py --headless -u %1 -r %1 --host https://shop.example
#
# RATE   multiplies all arrival rates (1)
# SPEED  plays the schedule that many times as fast, at the same rates (1)
#
# -u is the number of players: each starts requests when they are due and waits for none of them.
import os
import random
import re
import time

import gevent
from locust import HttpUser, task
from locust.exception import StopUser

RATE = float(os.environ.get("RATE", "1"))
SPEED = float(os.environ.get("SPEED", "1"))
LARGEST_BODY = 1048576


def draw(values):
    place = random.random() * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])


def fill(path):
    """Placeholders of routes, such as {id}: put in what your system knows."""
    return re.sub(r"\{[^{}]*\}", lambda _: str(random.randint(1, 1000)), path)


class Player(HttpUser):
    """A persona's requests to one resource.

    stages: (requests per second of a player, seconds); operations: (method, path, share); gaps (s)
    and request_sizes (B): values at equally spaced probabilities from 0 to 1, empty where not known.
    """

    abstract = True
    host = "http://localhost:8080"
    stages = []
    operations = []
    gaps = []
    gap_mean = 0.0
    request_sizes = []

    def next_gap(self):
        """In mean gaps; at random where gaps are not known."""
        if self.gap_mean > 0:
            return draw(self.gaps) / self.gap_mean
        return random.expovariate(1)

    def send(self):
        shares = [share for _, _, share in self.operations]
        method, path, _ = random.choices(self.operations, shares)[0]
        data = None
        if method in ("POST", "PUT", "PATCH") and self.request_sizes:
            data = b"x" * min(LARGEST_BODY, round(draw(self.request_sizes)))
        self.client.request(method, fill(path), data=data, name=method + " " + path)

    @task
    def play(self):
        at = time.monotonic()
        left = self.next_gap()
        for stage_rate, seconds in self.stages:
            end = at + seconds / SPEED
            rate = stage_rate * RATE
            while rate > 0 and at + left / rate <= end:
                at += left / rate
                gevent.sleep(max(0, at - time.monotonic()))
                gevent.spawn(self.send)
                left = self.next_gap()
            left = max(0, left - (end - at) * rate)
            at = end
        gevent.sleep(max(0, at - time.monotonic()))
        raise StopUser()
)";

std::size_t playersOf(const LoadPlan &plan)
{
    return std::min(plan.resources, kMostPlayers);
}

QString personaClass(const LoadPlan &plan, std::size_t number)
{
    const auto players = playersOf(plan);
    const double gapMean = plan.gapMean();
    QString text = u"\n\nclass Persona%1(Player):\n"_s.arg(number);
    text += u"    persona = "_s + pythonLiteral(plan.name) + u"\n"_s;
    text += u"    fixed_count = %1\n"_s.arg(players);
    text += plan.otherLine(u"    # "_s);
    text += u"    operations = [\n"_s;
    for (const LoadOperation &operation : plan.operations)
        text += u"        ("_s + pythonLiteral(operation.method) + u", "_s
                + pythonLiteral(operation.path) + u", "_s + numberLiteral(operation.share)
                + u"),\n"_s;
    text += u"    ]\n    stages = [\n"_s;
    for (const LoadStage &stage : plan.stages)
        text += u"        ("_s + numberLiteral(stage.rate / static_cast<double>(players)) + u", "_s
                + numberLiteral(stage.seconds) + u"),\n"_s;
    text += u"    ]\n    gaps = "_s + listLiteral(plan.gaps);
    text += u"\n    gap_mean = "_s + (gapMean > 0 ? numberLiteral(gapMean) : u"0.0"_s);
    text += u"\n    request_sizes = "_s + listLiteral(plan.requestSizes) + u"\n"_s;
    return text;
}

QString writeLocust(const std::vector<LoadPlan> &plans)
{
    std::size_t players = 0;
    for (const LoadPlan &plan : plans)
        players += playersOf(plan);
    QString text = QString::fromUtf16(kLocustHead);
    text.replace(u"%1"_s, QString::number(players));
    for (std::size_t i = 0; i < plans.size(); ++i)
        text += personaClass(plans[i], i + 1);
    return text;
}

} // namespace

Exporter locust()
{
    return {u"locust"_s, Tr::tr("Locust script"), u"py"_s, writeLocust};
}

} // namespace dramatis::persona::exporters
