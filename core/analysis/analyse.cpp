// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analyse.h"

#include "core/base/version.h"
#include "core/capture/import_json.h"
#include "core/clustering/quality.h"
#include "core/clustering/validity.h"
#include "core/persona/identity.h"
#include "core/persona/persona_json.h"
#include "core/persona/profile.h"
#include "core/simulation/goodness.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::analysis {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(dramatis::analysis)
};

/// Shortest run that is proposed: percentiles of a few minutes say little.
constexpr double kShortestRun = 600;
constexpr double kLongestRun = 3600;

/// Fewer windows are not resampled: four fifths of them would say nothing.
constexpr std::uint64_t kFewestForStability = 20;

/// Fills in what the labels tell.
void countClusters(clustering::Clustering &clustering)
{
    for (const int label : clustering.labels) {
        clustering.clusters = std::max(clustering.clusters, label + 1);
        clustering.noise += label < 0 ? 1U : 0U;
    }
}

/// What personas were made with.
persona::PersonaOptions optionsOf(const PersonaRequest &request,
                                  const clustering::ClusteringOutcome &outcome,
                                  double windowSeconds)
{
    persona::PersonaOptions options;
    options.algorithm = request.clustering.algorithm;
    options.epsilon = outcome.epsilon;
    options.epsilonSuggested = outcome.reason.has_value();
    if (outcome.reason)
        options.epsilonReason = clustering::reasonId(*outcome.reason);
    options.minPoints = request.clustering.minPoints;
    options.minClusterSize = outcome.minClusterSize;
    options.clusters = request.clustering.clusters;
    options.windowSeconds = windowSeconds;
    options.features = request.features;
    options.seed = request.clustering.seed;
    return options;
}

/// An analysis with what there is to cluster.
Result<PersonaAnalysis> windowsAndFeatures(const traffic::ObservedTraffic &traffic,
                                           const PersonaRequest &request,
                                           JobControl &job)
{
    PersonaAnalysis analysis;
    DRAMATIS_TRY(analysis.windows, traffic::windowsOf(traffic, request.windowSeconds, job));
    DRAMATIS_TRY(traffic::FeatureMatrix features,
                 traffic::makeFeatures(*analysis.windows, request.features));
    analysis.features = std::make_shared<const traffic::FeatureMatrix>(std::move(features));
    return analysis;
}

/// The profiles of `clustering` of the windows of `analysis`.
Result<persona::PersonaSet> profiled(const traffic::ObservedTraffic &traffic,
                                     const PersonaAnalysis &analysis,
                                     const clustering::Clustering &clustering,
                                     const persona::PersonaOptions &options,
                                     const Clock &clock,
                                     JobControl &job)
{
    if (traffic.counted)
        return persona::profileWindows(
            *analysis.windows, *analysis.features, clustering, options, clock);
    return persona::profile(
        *traffic.exchanges, *analysis.windows, *analysis.features, clustering, options, clock, job);
}

} // namespace

PersonaRequest requestOf(const persona::PersonaOptions &options)
{
    PersonaRequest request;
    request.windowSeconds = options.windowSeconds;
    request.features = options.features;
    request.clustering.algorithm = options.algorithm;
    if (options.epsilon > 0) // NaN for k-means
        request.clustering.epsilon = options.epsilon;
    request.clustering.minPoints = options.minPoints;
    request.clustering.minClusterSize = options.minClusterSize;
    request.clustering.clusters = options.clusters;
    request.clustering.seed = options.seed;
    return request;
}

Result<PersonaAnalysis> findPersonas(const traffic::ObservedTraffic &traffic,
                                     const PersonaRequest &request,
                                     const Clock &clock,
                                     JobControl &job)
{
    JobSlice windowsJob(job, 0, 0.2);
    DRAMATIS_TRY(PersonaAnalysis analysis, windowsAndFeatures(traffic, request, windowsJob));
    JobSlice clusterJob(job, 0.2, 0.7);
    DRAMATIS_TRY(analysis.outcome,
                 clustering::cluster(analysis.features->scaled, request.clustering, clusterJob));
    JobSlice profileJob(job, 0.7, 1);
    DRAMATIS_TRY(analysis.set,
                 profiled(traffic,
                          analysis,
                          analysis.outcome.clustering,
                          optionsOf(request, analysis.outcome, analysis.windows->widthSeconds),
                          clock,
                          profileJob));
    analysis.set.silhouette = analysis.outcome.silhouette;
    return analysis;
}

Result<PersonaAnalysis> profileCut(const traffic::ObservedTraffic &traffic,
                                   const PersonaAnalysis &before,
                                   const clustering::Clustering &cut,
                                   double epsilon,
                                   const Clock &clock,
                                   JobControl &job)
{
    PersonaAnalysis after = before;
    after.outcome.clustering = cut;
    after.outcome.clusters = cut.clusters;
    after.outcome.epsilon = epsilon;
    after.outcome.reason.reset();
    for (const clustering::EpsilonSuggestion &suggestion : before.outcome.suggestions)
        if (suggestion.epsilon == epsilon)
            after.outcome.reason = suggestion.reason;
    persona::PersonaOptions options = before.set.options;
    options.epsilon = epsilon;
    options.epsilonSuggested = after.outcome.reason.has_value();
    options.epsilonReason =
        after.outcome.reason ? clustering::reasonId(*after.outcome.reason) : QString();
    JobSlice profiling(job, 0, 0.8);
    DRAMATIS_TRY(after.set, profiled(traffic, before, cut, options, clock, profiling));
    JobSlice quality(job, 0.8, 1);
    DRAMATIS_TRY(after.outcome.silhouette,
                 clustering::silhouette(before.features->scaled, cut, quality));
    after.set.silhouette = after.outcome.silhouette;
    return after;
}

Result<persona::PersonaSet>
judged(const traffic::ObservedTraffic &traffic, const PersonaAnalysis &analysis, JobControl &job)
{
    persona::PersonaSet set = analysis.set;
    const clustering::MatrixRef x = analysis.features->scaled;
    clustering::Clustering clusters;
    clusters.labels = set.labels;
    countClusters(clusters);
    JobSlice validityJob(job, 0, 0.2);
    if (analysis.outcome.index) {
        DRAMATIS_TRY(const clustering::Dbcv validity, clustering::dbcv(x, clusters, validityJob));
        set.dbcv = validity.value;
    }
    JobSlice stabilityJob(job, 0.2, 0.6);
    if (!set.regrouped && set.points >= kFewestForStability) {
        DRAMATIS_TRY(const clustering::Stability stability,
                     clustering::stability(
                         x, analysis.outcome, requestOf(set.options).clustering, stabilityJob));
        set.stability = stability.mean;
    }
    JobSlice comparing(job, 0.6, 1);
    if (!traffic.counted) {
        DRAMATIS_TRY(set,
                     simulation::withGoodness(
                         *traffic.exchanges, *analysis.windows, std::move(set), {}, comparing));
    }
    return set;
}

Result<persona::PersonaSet> regroup(const traffic::ObservedTraffic &traffic,
                                    const persona::PersonaSet &set,
                                    const persona::Regrouping &change,
                                    const Clock &clock,
                                    JobControl &job)
{
    const PersonaRequest request = requestOf(set.options);
    JobSlice windowsJob(job, 0, 0.3);
    DRAMATIS_TRY(PersonaAnalysis analysis, windowsAndFeatures(traffic, request, windowsJob));
    clustering::Clustering clustering;
    JobSlice groupJob(job, 0.3, 0.4);
    DRAMATIS_TRY(clustering.labels,
                 persona::regroupedLabels(set, *analysis.features, change, groupJob));
    countClusters(clustering);
    JobSlice profileJob(job, 0.4, 0.9);
    DRAMATIS_TRY(persona::PersonaSet regrouped,
                 profiled(traffic, analysis, clustering, set.options, clock, profileJob));
    JobSlice qualityJob(job, 0.9, 1);
    DRAMATIS_TRY(regrouped.silhouette,
                 clustering::silhouette(analysis.features->scaled, clustering, qualityJob));
    return persona::regroupedFrom(set, std::move(regrouped));
}

Result<ScenarioProposal> proposeScenario(const traffic::ExchangeTable &table,
                                         const persona::PersonaSet &personas,
                                         JobControl &job)
{
    JobSlice windowsJob(job, 0, 0.3);
    DRAMATIS_TRY(const traffic::WindowTable windows,
                 traffic::makeWindows(table, personas.options.windowSeconds, windowsJob));
    JobSlice discoverJob(job, 0.3, 1);
    DRAMATIS_TRY(topology::Discovered discovered,
                 topology::discoverTopology(table, windows, personas, discoverJob));
    ScenarioProposal proposal;
    proposal.scenario.name = Tr::tr("as captured");
    proposal.scenario.topology = std::move(discovered.topology);
    const double span = static_cast<double>(table.lastTime() - table.firstTime())
                        / static_cast<double>(kNanosecondsPerSecond);
    proposal.scenario.run.duration = std::clamp(std::ceil(span), kShortestRun, kLongestRun);
    proposal.notes = std::move(discovered.notes);
    return proposal;
}

Result<PracticeAnalysis> advise(const simulation::Scenario &scenario,
                                const simulation::RunResult &run,
                                const persona::PersonaSet *personas,
                                const practice::AdviceOptions &options,
                                const Clock &clock,
                                JobControl &job)
{
    PracticeAnalysis analysis;
    DRAMATIS_TRY(analysis.graph, practice::bestGraph(scenario.topology));
    const practice::AssessmentInput input{scenario, run, analysis.graph, personas, clock.now()};
    JobSlice assessJob(job, 0, 0.05);
    DRAMATIS_TRY(analysis.assessment, practice::assess(input, assessJob));
    JobSlice adviseJob(job, 0.05, 1);
    DRAMATIS_TRY(analysis.adaptive,
                 practice::advise(input, analysis.assessment, options, adviseJob));
    return analysis;
}

Result<Chain> runChain(const QStringList &captures,
                       const ChainOptions &options,
                       std::shared_ptr<table::ChunkStore> store,
                       const Clock &clock,
                       JobControl &job)
{
    Chain chain;
    JobSlice importJob(job, 0, 0.15);
    DRAMATIS_TRY(chain.imported,
                 capture::importCapture(captures, options.import, std::move(store), importJob));
    JobSlice statisticsJob(job, 0.15, 0.2);
    DRAMATIS_TRY(chain.statistics,
                 traffic::captureStatistics(*chain.imported.table, statisticsJob));
    const traffic::ObservedTraffic traffic{chain.imported.table, nullptr};
    JobSlice personasJob(job, 0.2, 0.28);
    DRAMATIS_TRY(chain.personas, findPersonas(traffic, options.personas, clock, personasJob));
    JobSlice judgingJob(job, 0.28, 0.32);
    DRAMATIS_TRY(chain.personas.set, judged(traffic, chain.personas, judgingJob));
    JobSlice scenarioJob(job, 0.32, 0.35);
    DRAMATIS_TRY(chain.proposal,
                 proposeScenario(*chain.imported.table, chain.personas.set, scenarioJob));
    simulation::RunOptions &run = chain.proposal.scenario.run;
    run.duration = options.duration.value_or(run.duration);
    run.replications = options.replications.value_or(run.replications);
    run.seed = options.seed;
    run.scale = options.scale;

    JobSlice runJob(job, 0.35, 0.5);
    DRAMATIS_TRY(
        chain.run,
        simulation::simulate(chain.proposal.scenario, {options.threads, nullptr, true}, runJob));
    practice::AdviceOptions advice;
    advice.threads = options.threads;
    JobSlice adviceJob(job, 0.5, 1);
    DRAMATIS_TRY(
        chain.practice,
        advise(chain.proposal.scenario, chain.run, &chain.personas.set, advice, clock, adviceJob));
    return chain;
}

QJsonObject Chain::toJson() const
{
    return {{u"import"_s, capture::importToJson(imported, statistics)},
            {u"personas"_s, persona::personasToJson(personas.set)},
            {u"scenario"_s, simulation::scenarioToJson(proposal.scenario)},
            {u"simulate"_s, simulation::runToJson(run)},
            {u"advise"_s, practice::adviceToJson(practice.assessment, practice.adaptive)}};
}

report::Subject Chain::subject(const QString &title, const Clock &clock) const
{
    report::Subject subject;
    subject.title = title;
    subject.version = version();
    subject.now = clock.now();
    subject.captureName =
        imported.files.isEmpty() ? QString() : QFileInfo(imported.files.first().path).fileName();
    subject.import = &imported.summary;
    subject.files = &imported.files;
    subject.statistics = &statistics;
    subject.rule = imported.table->rule();
    subject.personas = &personas.set;
    subject.features = personas.features.get();
    subject.index = personas.outcome.index.get();
    subject.scenario = &proposal.scenario;
    subject.run = &run;
    subject.assessment = &practice.assessment;
    subject.adaptive = &practice.adaptive;
    subject.graph = &practice.graph;
    subject.stationNotes = proposal.notes;
    return subject;
}

} // namespace dramatis::analysis
