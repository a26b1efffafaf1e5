// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/advice.h"

#include "core/practice/comparison.h"
#include "core/practice/rules.h"
#include "core/practice/search.h"
#include "core/practice/tr.h"

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

// Advice goes in rounds. A round takes the deviations of an assessment, in the order of rule kinds,
// and searches a change for each on top of those found before it (short runs, common random
// numbers). Then all of them together are simulated at full length with fresh seeds, and those
// whose figure does not have the promised sign are dropped. The changed scenario is run with its
// own seed and assessed: its deviations are the next round's. That run is the one which advising
// again on the changed scenario would start from, so when a round finds nothing, advising again
// finds nothing: a fixed point.

namespace dramatis::practice {

namespace {

constexpr int kMostRounds = 5;

/// A recommendation with the experiment that its verification repeats.
struct Accepted
{
    Recommendation recommendation;
    Experiment experiment;
};

std::vector<Change> changesOf(const std::vector<Accepted> &accepted)
{
    std::vector<Change> changes;
    for (const Accepted &one : accepted)
        changes.insert(
            changes.end(), one.recommendation.changes.begin(), one.recommendation.changes.end());
    return changes;
}

/// Deviations in the order in which kinds are tried; those of one kind worst first as they were
/// assessed.
std::vector<Finding> deviationsOf(const Assessment &assessment)
{
    std::vector<Finding> deviations;
    for (const RuleKind &kind : allRuleKinds()) {
        for (const Finding &finding : assessment.findings) {
            if (finding.state == FindingState::Deviates && finding.kind == kind.id)
                deviations.push_back(finding);
        }
    }
    return deviations;
}

class Advisor
{
public:
    Advisor(const AssessmentInput &input,
            const Assessment &assessment,
            const AdviceOptions &options,
            JobControl &job)
        : m_input(input)
        , m_assessment(assessment)
        , m_options(options)
        , m_job(job)
        , m_trials(input.scenario, input.run, options)
        , m_search{input,
                   assessment.match,
                   assessment.grade,
                   options,
                   costPerHour(input.scenario.topology)}
    {}

    Result<AdaptiveGraph> run()
    {
        Assessment assessment = m_assessment;
        for (int round = 0; round < kMostRounds; ++round) {
            m_round = round;
            const std::size_t before = m_accepted.size();
            DRAMATIS_CHECK(searchRound(assessment));
            const bool isNew = m_accepted.size() > before;
            if (isNew)
                DRAMATIS_CHECK(verify(before));
            if (m_accepted.size() <= before) {
                // Nothing was found, or nothing of it stood the fresh seeds.
                m_graph.fixedPoint = true;
                break;
            }
            DRAMATIS_TRY(const Trials::OutcomePtr outcome,
                         m_trials.fullRun(changesOf(m_accepted), Seeds::Common, m_job));
            DRAMATIS_TRY(
                assessment,
                assess(
                    {outcome->scenario, outcome->run, m_input.graph, m_input.personas, m_input.now},
                    quiet()));
        }
        DRAMATIS_CHECK(finish(assessment));
        return std::move(m_graph);
    }

private:
    /// Part of the progress of a round; runs themselves report within it.
    JobSlice slice(double from, double to)
    {
        const double width = 1.0 / kMostRounds;
        return {m_job, (m_round + from) * width, (m_round + to) * width};
    }

    /// For steps too short to show.
    JobControl &quiet()
    {
        m_slices.emplace_back(m_job, (m_round + 0.95) / kMostRounds, (m_round + 1.0) / kMostRounds);
        return m_slices.back();
    }

    Result<> searchRound(const Assessment &assessment)
    {
        m_reasons.clear();
        const std::vector<Finding> deviations = deviationsOf(assessment);
        const std::size_t before = m_accepted.size();
        for (std::size_t i = 0; i < deviations.size(); ++i) {
            JobSlice part =
                slice(0.7 * static_cast<double>(i) / static_cast<double>(deviations.size()),
                      0.7 * static_cast<double>(i + 1) / static_cast<double>(deviations.size()));
            DRAMATIS_CHECK(
                part.checkpoint(0, Tr::tr("Searching a change for %1").arg(deviations[i].title)));
            DRAMATIS_CHECK(searchOne(deviations[i], m_accepted.size() > before, part));
        }
        return {};
    }

    Result<> searchOne(const Finding &finding, bool isChanged, JobControl &job)
    {
        if (!finding.verifiable || !ruleKind(finding.kind)->propose) {
            // No runs are needed to say so.
            DRAMATIS_TRY(const Attempt attempt, searchChange(m_search, finding, {}, m_trials, job));
            setReason(finding.rule, finding.on, attempt.why);
            return {};
        }
        const std::vector<Change> accepted = changesOf(m_accepted);
        auto now = findingOn(m_search, finding, accepted, m_trials, job);
        if (!now) {
            if (now.error().kind != ErrorKind::Unsupported)
                return std::move(now).error();
            setReason(finding.rule,
                      finding.on,
                      Tr::tr("It cannot be verified yet: %1").arg(now.error().message));
            return {};
        }
        if (!*now || (*now)->state != FindingState::Deviates) {
            // Settled by a change before it, or it shows in the whole run only.
            if (!isChanged || (*now && (*now)->state == FindingState::Undecided))
                setReason(finding.rule,
                          finding.on,
                          Tr::tr("In short runs at the peak rate it is not seen for sure."));
            return {};
        }
        DRAMATIS_TRY(Attempt attempt, searchChange(m_search, **now, accepted, m_trials, job));
        for (Rejected &rejected : attempt.rejected)
            addRejected(std::move(rejected));
        if (!attempt.isHelped) {
            setReason(finding.rule, finding.on, attempt.why);
            return {};
        }
        attempt.recommendation.id = u"r%1"_s.arg(++m_lastId);
        if (m_options.found)
            m_options.found(attempt.recommendation);
        m_accepted.push_back({std::move(attempt.recommendation), std::move(attempt.experiment)});
        return {};
    }

    void setReason(const QString &rule, const QString &on, const QString &why)
    {
        m_reasons[{rule, on}] = why;
    }

    void addRejected(Rejected rejected)
    {
        std::erase_if(m_graph.rejected, [&rejected](const Rejected &other) {
            return other.changes == rejected.changes;
        });
        m_graph.rejected.push_back(std::move(rejected));
    }

    /// Whether a figure moves as promised with fresh seeds, all changes applied.
    Result<bool>
    keepsPromise(const Accepted &accepted, const std::vector<Change> &all, JobControl &job)
    {
        const bool isPlain = accepted.experiment.faults.empty() && accepted.experiment.load == 1;
        DRAMATIS_TRY(const Trials::OutcomePtr before,
                     isPlain ? m_trials.fullRun({}, Seeds::Fresh, job)
                             : m_trials.shortRun({}, accepted.experiment, Seeds::Fresh, job));
        DRAMATIS_TRY(const Trials::OutcomePtr after,
                     isPlain ? m_trials.fullRun(all, Seeds::Fresh, job)
                             : m_trials.shortRun(all, accepted.experiment, Seeds::Fresh, job));
        const Effect effect = effectOf(before->trial(),
                                       after->trial(),
                                       accepted.experiment.on,
                                       accepted.experiment.metric,
                                       accepted.experiment.unit);
        return effect.difference.isKnown() && effect.difference.mean < 0;
    }

    /// Verifies all recommendations together; those from `first` on are new, and are dropped where
    /// they do not stand it.
    Result<> verify(std::size_t first)
    {
        JobSlice job = slice(0.7, 0.95);
        DRAMATIS_CHECK(
            job.checkpoint(0, Tr::tr("Verifying all changes together with fresh seeds")));
        for (bool changed = true; changed && m_accepted.size() > first;) {
            changed = false;
            const std::vector<Change> all = changesOf(m_accepted);
            for (std::size_t i = m_accepted.size(); i-- > first && !changed;) {
                DRAMATIS_TRY(const bool kept, keepsPromise(m_accepted[i], all, job));
                if (!kept) {
                    drop(i, Tr::tr("with fresh seeds, together with the others, it did not help"));
                    changed = true;
                }
            }
            if (changed)
                continue;
            DRAMATIS_TRY(const Comparison whole, compareWhole(all, job));
            if (!whole.violation.isEmpty()) {
                drop(m_accepted.size() - 1,
                     Tr::tr("at full length with fresh seeds, %1").arg(whole.violation));
                changed = true;
            }
        }
        for (Accepted &accepted : m_accepted)
            accepted.recommendation.verified = true;
        return {};
    }

    /// The base and all changes at full length with fresh seeds.
    Result<Comparison> compareWhole(const std::vector<Change> &all, JobControl &job)
    {
        DRAMATIS_TRY(const Trials::OutcomePtr before, m_trials.fullRun({}, Seeds::Fresh, job));
        DRAMATIS_TRY(const Trials::OutcomePtr after, m_trials.fullRun(all, Seeds::Fresh, job));
        return compareTrials(before->trial(), after->trial(), {});
    }

    void drop(std::size_t index, const QString &why)
    {
        const Recommendation &dropped = m_accepted[index].recommendation;
        setReason(dropped.rule, dropped.on, Tr::tr("%1: %2.").arg(dropped.title, why));
        addRejected({dropped.changes, dropped.title, why, dropped.target});
        m_accepted.erase(m_accepted.begin() + static_cast<std::ptrdiff_t>(index));
    }

    /// What is left: the changed scenario, its thresholds, and the deviations without advice.
    Result<> finish(const Assessment &last)
    {
        const std::vector<Change> all = changesOf(m_accepted);
        m_graph.ideal = m_assessment.match;
        m_graph.base = m_input.scenario;
        DRAMATIS_TRY(m_graph.changed, applyChanges(m_input.scenario, all));
        // Those that were dropped last may still be in it.
        m_graph.together.clear();
        if (!m_accepted.empty()) {
            DRAMATIS_TRY(const Comparison whole, compareWhole(all, quiet()));
            m_graph.together = whole.effects;
        }
        m_graph.costTogether = {costPerHour(m_graph.changed.topology) - m_search.costBefore, 0};
        for (Accepted &accepted : m_accepted)
            m_graph.recommendations.push_back(std::move(accepted.recommendation));
        // What was rejected in one round and taken in a later one did help in the end.
        std::erase_if(m_graph.rejected, [this](const Rejected &rejected) {
            return std::any_of(m_graph.recommendations.begin(),
                               m_graph.recommendations.end(),
                               [&rejected](const Recommendation &recommendation) {
                                   return recommendation.changes == rejected.changes;
                               });
        });
        for (const Finding &finding : last.findings) {
            if (finding.adapted)
                m_graph.thresholds.push_back({finding.rule,
                                              finding.on,
                                              finding.threshold,
                                              finding.defaultThreshold,
                                              finding.unit,
                                              finding.adaptedTo,
                                              finding.source});
            if (finding.state != FindingState::Deviates)
                continue;
            Finding left = finding;
            const QString why = m_reasons.value({finding.rule, finding.on});
            if (!why.isEmpty() && why != finding.detail)
                left.detail = left.detail.isEmpty() ? why : QString(left.detail + u' ' + why);
            const auto evidence = evidenceFor(m_search, finding, all, m_trials, quiet());
            if (!evidence && evidence.error().kind != ErrorKind::Unsupported)
                return evidence.error();
            if (evidence && !evidence->isEmpty())
                left.detail += u' ' + *evidence;
            m_graph.unadvised.push_back(std::move(left));
        }
        return m_job.checkpoint(1);
    }

    const AssessmentInput &m_input;
    const Assessment &m_assessment;
    const AdviceOptions &m_options;
    JobControl &m_job;
    Trials m_trials;
    SearchInput m_search;
    AdaptiveGraph m_graph;
    std::vector<Accepted> m_accepted;
    QMap<std::pair<QString, QString>, QString> m_reasons; ///< by rule and place, of the last round
    std::deque<JobSlice> m_slices;
    int m_round = 0;
    int m_lastId = 0;
};

} // namespace

Result<simulation::Scenario> applyChanges(const simulation::Scenario &scenario,
                                          const std::vector<Change> &changes)
{
    simulation::Scenario changed = scenario;
    for (const Change &change : changes) {
        if (change.op != u"replace"_s)
            return makeError(ErrorKind::Unsupported,
                             Tr::tr("%1: “%2” is not built yet; values can be replaced.")
                                 .arg(change.path, change.op.left(80)));
        DRAMATIS_TRY(changed, simulation::withValue(changed, change.path, change.to));
    }
    return changed;
}

Result<AdaptiveGraph> advise(const AssessmentInput &input,
                             const Assessment &assessment,
                             const AdviceOptions &options,
                             JobControl &job)
{
    return Advisor(input, assessment, options, job).run();
}

} // namespace dramatis::practice
