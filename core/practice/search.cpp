// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/search.h"

#include "core/base/text.h"
#include "core/practice/grade.h"
#include "core/practice/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// Sizes of a change are tried like this: start at the guess; if the rule holds there, gallop down
// until it does not, else up until it does; then halve between. Rules hold from some size on, so
// that finds the smallest size with a handful of short runs. Whether the rule holds is judged at
// the peak rate; what the change is good for, by the experiment of its kind.

namespace dramatis::practice {

namespace {

/// Under which load and faults an effect was simulated.
QString conditionsText(const Experiment &experiment)
{
    const QString load = experiment.load == 1
                             ? Tr::tr("at the peak rate")
                             : Tr::tr("at %1 times the peak rate").arg(experiment.load);
    if (experiment.faults.empty())
        return load;
    const simulation::FaultSpec &fault = experiment.faults.front();
    return fault.instance
               ? Tr::tr("%1, with instance %2 of %3 down for a fifth of the time")
                     .arg(load)
                     .arg(*fault.instance + 1)
                     .arg(fault.target)
               : Tr::tr("%1, with %2 down for a fifth of the time").arg(load, fault.target);
}

std::vector<Change> joined(std::vector<Change> first, const std::vector<Change> &then)
{
    first.insert(first.end(), then.begin(), then.end());
    return first;
}

/// Everything of one search, so that its steps need not pass it on.
class Search
{
public:
    Search(const SearchInput &search,
           const Finding &finding,
           const std::vector<Change> &accepted,
           Trials &trials,
           JobControl &job)
        : m_search(search)
        , m_finding(finding)
        , m_accepted(accepted)
        , m_trials(trials)
        , m_job(job)
    {}

    /// Whether the rule holds with the step, at the peak rate.
    Result<bool> holds(const Step &step)
    {
        DRAMATIS_TRY(
            const auto found,
            findingOn(m_search, m_finding, joined(m_accepted, step.changes), m_trials, m_job));
        return !found || found->state == FindingState::Holds;
    }

    /// Index of the smallest step that makes the rule hold; none of them: nullopt.
    Result<std::optional<std::size_t>> smallest(const Proposal &proposal)
    {
        const auto count = static_cast<std::ptrdiff_t>(proposal.steps.size());
        std::ptrdiff_t low = -1;     // does not hold there
        std::ptrdiff_t high = count; // holds there, if below count
        std::ptrdiff_t probe = static_cast<std::ptrdiff_t>(proposal.guess);
        for (std::ptrdiff_t stride = 1; high - low > 1; stride *= 2) {
            DRAMATIS_TRY(const bool good, holds(proposal.steps[static_cast<std::size_t>(probe)]));
            (good ? high : low) = probe;
            if (low < 0)
                probe = std::max<std::ptrdiff_t>(0, high - stride);
            else if (high == count)
                probe = std::min(count - 1, low + stride);
            else
                probe = low + (high - low) / 2;
        }
        if (high == count)
            return std::optional<std::size_t>();
        return std::optional(static_cast<std::size_t>(high));
    }

    /// Before and after of one experiment.
    Result<Comparison> compare(const Step &step, const Experiment &experiment)
    {
        DRAMATIS_TRY(const Trials::OutcomePtr before,
                     m_trials.shortRun(m_accepted, experiment, Seeds::Common, m_job));
        DRAMATIS_TRY(
            const Trials::OutcomePtr after,
            m_trials.shortRun(joined(m_accepted, step.changes), experiment, Seeds::Common, m_job));
        return compareTrials(before->trial(), after->trial(), experiment);
    }

    /// Tries one proposal whole; a reason means that it does not help.
    Result<QString> attempt(const Proposal &proposal, Attempt &attempt)
    {
        DRAMATIS_TRY(const auto index, smallest(proposal));
        if (!index) {
            const Step &most = proposal.steps.back();
            attempt.rejected.push_back(
                {most.changes, most.title, Tr::tr("the rule does not hold even then"), {}});
            return attempt.rejected.back().why;
        }
        const Step &step = proposal.steps[*index];
        DRAMATIS_TRY(Comparison comparison, compare(step, proposal.experiment));
        QString why = reasonAgainst(comparison, step);
        if (why.isEmpty() && proposal.experiment.isRejectingFine) {
            // Refusing is fine in overload only: at the peak itself every guard holds.
            Experiment peak;
            peak.on = proposal.experiment.on;
            peak.metric = proposal.experiment.metric;
            DRAMATIS_TRY(const Comparison atPeak, compare(step, peak));
            if (!atPeak.violation.isEmpty())
                why = Tr::tr("at the peak rate, %1").arg(atPeak.violation);
            comparison.worsened += atPeak.worsened;
            comparison.worsened.removeDuplicates();
        }
        if (!why.isEmpty()) {
            attempt.rejected.push_back({step.changes, step.title, why, comparison.target});
            return why;
        }
        recommend(step, proposal.experiment, std::move(comparison), attempt);
        return QString();
    }

private:
    QString reasonAgainst(const Comparison &comparison, const Step &step) const
    {
        if (!comparison.violation.isEmpty())
            return comparison.violation;
        if (!comparison.isImproved)
            return Tr::tr("no difference seen");
        if (m_search.options.budget) {
            const auto changed =
                applyChanges(m_search.input.scenario, joined(m_accepted, step.changes));
            if (changed
                && costPerHour(changed->topology) - m_search.costBefore > *m_search.options.budget)
                return Tr::tr("over the budget");
        }
        return {};
    }

    void recommend(const Step &step,
                   const Experiment &experiment,
                   Comparison comparison,
                   Attempt &attempt) const
    {
        const Rule *rule = m_search.input.graph.rule(m_finding.rule);
        Recommendation &recommendation = attempt.recommendation;
        recommendation.changes = step.changes;
        recommendation.title = step.title;
        recommendation.rule = m_finding.rule;
        recommendation.on = m_finding.on;
        recommendation.reason = rule && !rule->reason.isEmpty()
                                    ? QString(m_finding.title + u". "_s + rule->reason)
                                    : m_finding.title;
        if (m_finding.adapted && m_search.input.personas) {
            for (const QString &name : m_finding.adaptedTo.split(u", "_s)) {
                if (m_search.input.personas->find(name))
                    recommendation.personas.append(name);
            }
        }
        const auto before = applyChanges(m_search.input.scenario, m_accepted);
        const auto after = applyChanges(m_search.input.scenario, joined(m_accepted, step.changes));
        if (before && after)
            recommendation.costDifference = {
                costPerHour(after->topology) - costPerHour(before->topology), 0};
        recommendation.conditions = conditionsText(experiment);
        recommendation.target = std::move(comparison.target);
        recommendation.effects = std::move(comparison.effects);
        recommendation.worsened = std::move(comparison.worsened);
        recommendation.grade = gradeOfEffect(m_search.grade, recommendation.target.difference);
        attempt.experiment = experiment;
        attempt.isHelped = true;
    }

    const SearchInput &m_search;
    const Finding &m_finding;
    const std::vector<Change> &m_accepted;
    Trials &m_trials;
    JobControl &m_job;
};

} // namespace

Result<std::optional<Finding>> findingOn(const SearchInput &search,
                                         const Finding &finding,
                                         const std::vector<Change> &changes,
                                         Trials &trials,
                                         JobControl &job)
{
    const Rule *rule = search.input.graph.rule(finding.rule);
    const RuleKind *kind = rule ? ruleKind(rule->kind) : nullptr;
    if (!kind)
        return std::optional<Finding>();
    // What is read from the topology alone needs no run of the variant.
    DRAMATIS_TRY(const simulation::Scenario changed, applyChanges(search.input.scenario, changes));
    Trials::OutcomePtr outcome;
    if (!kind->isStructural) {
        DRAMATIS_TRY(outcome, trials.shortRun(changes, {}, Seeds::Common, job));
    }
    const PeakLoad peak{{}, true};
    const RuleContext context{kind->isStructural ? changed : outcome->scenario,
                              kind->isStructural ? search.input.run : outcome->run,
                              search.input.graph,
                              search.match,
                              peak,
                              search.input.personas};
    for (Finding &found : kind->evaluate(context, *rule)) {
        if (found.on == finding.on)
            return std::optional(std::move(found));
    }
    return std::optional<Finding>();
}

Result<Attempt> searchChange(const SearchInput &search,
                             const Finding &finding,
                             const std::vector<Change> &accepted,
                             Trials &trials,
                             JobControl &job)
{
    Attempt attempt;
    const Rule *rule = search.input.graph.rule(finding.rule);
    const RuleKind *kind = rule ? ruleKind(rule->kind) : nullptr;
    if (!kind || !kind->propose) {
        attempt.why = Tr::tr("What to change is yours to draw: no single figure mends it.");
        return attempt;
    }
    if (!finding.verifiable) {
        attempt.why = finding.detail;
        return attempt;
    }
    DRAMATIS_TRY(const simulation::Scenario scenario,
                 applyChanges(search.input.scenario, accepted));
    const PeakLoad peak{{}, true};
    const RuleContext context{
        scenario, search.input.run, search.input.graph, search.match, peak, search.input.personas};
    Search run(search, finding, accepted, trials, job);
    for (const Proposal &proposal : kind->propose(context, *rule, finding)) {
        if (proposal.steps.empty())
            continue;
        auto why = run.attempt(proposal, attempt);
        if (!why) {
            if (why.error().kind != ErrorKind::Unsupported)
                return std::move(why).error();
            // The rest of the findings can still be advised on.
            attempt.why = Tr::tr("It cannot be verified yet: %1").arg(why.error().message);
            continue;
        }
        if (attempt.isHelped)
            return attempt;
        attempt.why = Tr::tr("%1 was tried: %2.").arg(attempt.rejected.back().title, *why);
    }
    if (attempt.why.isEmpty())
        attempt.why = Tr::tr("There is no change to try.");
    return attempt;
}

Result<QString> evidenceFor(const SearchInput &search,
                            const Finding &finding,
                            const std::vector<Change> &accepted,
                            Trials &trials,
                            JobControl &job)
{
    const Rule *rule = search.input.graph.rule(finding.rule);
    const RuleKind *kind = rule ? ruleKind(rule->kind) : nullptr;
    if (!kind || !kind->whatIf)
        return QString();
    DRAMATIS_TRY(const simulation::Scenario scenario,
                 applyChanges(search.input.scenario, accepted));
    const PeakLoad peak{{}, true};
    const RuleContext context{
        scenario, search.input.run, search.input.graph, search.match, peak, search.input.personas};
    const auto change = kind->whatIf(context, finding);
    if (!change)
        return QString();
    DRAMATIS_TRY(const Trials::OutcomePtr before,
                 trials.shortRun(accepted, {}, Seeds::Common, job));
    DRAMATIS_TRY(const Trials::OutcomePtr after, trials.whatIfRun(change->scenario, job));
    const Effect effect =
        effectOf(before->trial(), after->trial(), change->on, change->metric, u"s"_s);
    if (!effect.difference.isKnown())
        return QString();
    return change->text.arg(text::durationInterval(effect.difference));
}

} // namespace dramatis::practice
