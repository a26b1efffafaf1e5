// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/practice/advice.h"
#include "core/practice/comparison.h"
#include "core/practice/rules.h"

#include <map>
#include <memory>

namespace dramatis::practice {

/// Seeds of a search: trials share the scenario's own, so that their numbers are common; the
/// verification draws others.
enum class Seeds { Common, Fresh };

/// Simulates variants of one scenario, each once. A variant is the base with changes applied.
class Trials
{
public:
    /// What was simulated, and as what.
    struct Outcome
    {
        simulation::Scenario scenario;
        simulation::RunResult run;

        [[nodiscard]] Trial trial() const { return {scenario, run}; }
    };
    using OutcomePtr = std::shared_ptr<const Outcome>;

    /// @param base  must outlive the trials, as must its run
    Trials(const simulation::Scenario &base,
           const simulation::RunResult &baseRun,
           const AdviceOptions &options)
        : m_base(base)
        , m_baseRun(baseRun)
        , m_options(options)
    {}

    /// A short run at the peak rate, with the load and the faults of an experiment.
    /// @errors what a change or the simulation says; Cancelled
    [[nodiscard]] Result<OutcomePtr> shortRun(const std::vector<Change> &changes,
                                              const Experiment &experiment,
                                              Seeds seeds,
                                              JobControl &job);
    /// The scenario as it is, at full length; at least 10 replications with fresh seeds, the
    /// scenario's own number otherwise.
    [[nodiscard]] Result<OutcomePtr>
    fullRun(const std::vector<Change> &changes, Seeds seeds, JobControl &job);
    /// A short run of a scenario that no changes lead to.
    [[nodiscard]] Result<OutcomePtr> whatIfRun(const simulation::Scenario &scenario,
                                               JobControl &job);

private:
    [[nodiscard]] simulation::Scenario shortened(const simulation::Scenario &scenario,
                                                 const Experiment &experiment,
                                                 Seeds seeds) const;
    [[nodiscard]] Result<OutcomePtr>
    run(const QString &key, simulation::Scenario scenario, bool timeSeries, JobControl &job);

    const simulation::Scenario &m_base;
    const simulation::RunResult &m_baseRun;
    const AdviceOptions &m_options;
    std::map<QString, OutcomePtr> m_done;
};

} // namespace dramatis::practice
