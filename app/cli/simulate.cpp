// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/subject.h"
#include "app/cli/tr.h"
#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace dramatis::cli {

namespace {

Result<int> simulate(const Context &context)
{
    DRAMATIS_TRY(ScenarioSubject subject, scenarioSubject(context));
    DRAMATIS_TRY(const simulation::RunResult run, simulateSubject(context, subject, context.job));
    if (context.options.isSet(u"json"_s)) {
        print(simulation::runToJson(run));
        return int(kDone);
    }
    for (auto it = run.sources.begin(); it != run.sources.end(); ++it)
        print(Tr::tr("%1: %2 req/s, p95 %3, errors %4")
                  .arg(it.key(),
                       text::interval(it->throughput.figure(), 1, {}),
                       text::durationInterval(it->responseTime.p95.figure()),
                       text::percentInterval(it->errorRate.figure())));
    for (auto it = run.nodes.begin(); it != run.nodes.end(); ++it)
        print(Tr::tr("%1: utilisation %2, p95 %3")
                  .arg(it.key(),
                       text::percentInterval(it->utilization.figure()),
                       text::durationInterval(it->responseTime.p95.figure())));
    return int(kDone);
}

} // namespace

Command simulateCommand()
{
    Command command;
    command.name = u"simulate"_s;
    command.summary = Tr::tr("Simulate personas or a scenario.");
    command.options = scenarioOptions();
    command.run = simulate;
    return command;
}

} // namespace dramatis::cli
