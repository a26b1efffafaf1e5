// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/trials.h"

#include "core/practice/peak.h"
#include "core/practice/tr.h"
#include "core/simulation/simulate.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::practice {

namespace {

constexpr int kFewestReplications = 10; ///< PRACTICES.md: verification, always

/// A seed that shares no draws with `seed` (finaliser of splitmix64, Steele, Lea and Flood, OOPSLA
/// 2014).
std::uint64_t freshSeed(std::uint64_t seed)
{
    std::uint64_t z = seed + 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    // Seeds are JSON numbers too: 2^53 keeps them exact there.
    return (z ^ (z >> 31)) >> 11;
}

/// What a set of changes leads to: the last value of every path, in the order of paths.
QString keyOf(const std::vector<Change> &changes)
{
    std::map<QString, QJsonValue> last;
    for (const Change &change : changes)
        last[change.path] = change.to;
    QJsonArray parts;
    for (const auto &[path, value] : last)
        parts.append(QJsonArray{path, value});
    return QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

QString keyOf(const Experiment &experiment)
{
    QStringList parts{QString::number(experiment.load, 'g', 17)};
    for (const simulation::FaultSpec &fault : experiment.faults)
        parts.append(u"%1 %2 %3 %4 %5"_s.arg(fault.kind, fault.target)
                         .arg(fault.instance.value_or(-1))
                         .arg(fault.at)
                         .arg(fault.duration.value_or(-1)));
    return parts.join(u';');
}

QString keyOf(Seeds seeds)
{
    return seeds == Seeds::Fresh ? u"fresh"_s : u"common"_s;
}

} // namespace

simulation::Scenario Trials::shortened(const simulation::Scenario &scenario,
                                       const Experiment &experiment,
                                       Seeds seeds) const
{
    simulation::Scenario trial = peakScenario(scenario, m_baseRun, m_options.trialRequests);
    trial.run.scale *= experiment.load;
    trial.run.replications = std::max(2, m_options.trialReplications);
    if (seeds == Seeds::Fresh)
        trial.run.seed = freshSeed(scenario.run.seed);
    for (simulation::FaultSpec fault : experiment.faults) {
        fault.at *= trial.run.duration;
        if (fault.duration)
            fault.duration = *fault.duration * trial.run.duration;
        trial.faults.push_back(std::move(fault));
    }
    return trial;
}

Result<Trials::OutcomePtr> Trials::shortRun(const std::vector<Change> &changes,
                                            const Experiment &experiment,
                                            Seeds seeds,
                                            JobControl &job)
{
    const QString key =
        QStringList{u"short"_s, keyOf(seeds), keyOf(experiment), keyOf(changes)}.join(u'|');
    if (const auto done = m_done.find(key); done != m_done.end())
        return done->second;
    DRAMATIS_TRY(const simulation::Scenario changed, applyChanges(m_base, changes));
    return run(key, shortened(changed, experiment, seeds), false, job);
}

Result<Trials::OutcomePtr>
Trials::fullRun(const std::vector<Change> &changes, Seeds seeds, JobControl &job)
{
    const QString key = QStringList{u"full"_s, keyOf(seeds), keyOf(changes)}.join(u'|');
    if (const auto done = m_done.find(key); done != m_done.end())
        return done->second;
    DRAMATIS_TRY(simulation::Scenario changed, applyChanges(m_base, changes));
    if (seeds == Seeds::Fresh) {
        changed.run.seed = freshSeed(changed.run.seed);
        changed.run.replications = std::max(changed.run.replications, kFewestReplications);
        changed.run.precision.reset(); // pairs need the same number on both sides
    }
    return run(key, std::move(changed), seeds == Seeds::Common, job);
}

Result<Trials::OutcomePtr> Trials::whatIfRun(const simulation::Scenario &scenario, JobControl &job)
{
    return run({}, shortened(scenario, {}, Seeds::Common), false, job);
}

Result<Trials::OutcomePtr>
Trials::run(const QString &key, simulation::Scenario scenario, bool timeSeries, JobControl &job)
{
    simulation::SimulateOptions options;
    options.threads = m_options.threads;
    options.timeSeries = timeSeries;
    auto result = simulation::simulate(scenario, options, job);
    if (!result)
        return std::move(result).error();
    if (result->partial)
        return makeError(ErrorKind::Cancelled, u"cancelled"_s);
    auto outcome =
        std::make_shared<const Outcome>(Outcome{std::move(scenario), *std::move(result)});
    if (!key.isEmpty())
        m_done.emplace(key, outcome);
    return OutcomePtr(outcome);
}

} // namespace dramatis::practice
