// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/job_control.h"
#include "core/capture/import.h"
#include "core/clustering/clusterings.h"
#include "core/persona/persona.h"
#include "core/persona/regroup.h"
#include "core/practice/advice.h"
#include "core/report/build_report.h"
#include "core/simulation/simulate.h"
#include "core/topology/discovery.h"
#include "core/traffic/capture_statistics.h"
#include "core/traffic/feature_space.h"
#include "core/traffic/observed_traffic.h"
#include "core/traffic/windows.h"

#include <QJsonObject>

#include <optional>

// The chain from capture to report value, in one call for the command line and step by step for the
// pages.
namespace dramatis::analysis {

struct PersonaRequest
{
    std::optional<double> windowSeconds; ///< none: automatic
    traffic::FeatureOptions features;
    clustering::ClusteringRequest clustering;
};

/// Windows to personas with everything that the page and the report show of them.
struct PersonaAnalysis
{
    traffic::WindowTablePtr windows;
    traffic::FeatureMatrixPtr features;
    clustering::ClusteringOutcome outcome;
    persona::PersonaSet set;
};

/// What a set was made with, as a request that gives the same clustering again.
[[nodiscard]] PersonaRequest requestOf(const persona::PersonaOptions &options);

/// Windows, features, clusters and profiles. Of windows that a database counted, what needs single
/// exchanges is unknown: distributions, errors by outcome, operations, gaps.
/// @errors those of windowsOf, makeFeatures and clustering::cluster; Cancelled
[[nodiscard]] Result<PersonaAnalysis> findPersonas(const traffic::ObservedTraffic &traffic,
                                                   const PersonaRequest &request,
                                                   const Clock &clock,
                                                   JobControl &job);

/// The same windows as in `before`, cut into clusters anew by its density index.
/// @param cut  by `epsilon`, of the same windows
/// @errors Cancelled; what walking the exchanges says
[[nodiscard]] Result<PersonaAnalysis> profileCut(const traffic::ObservedTraffic &traffic,
                                                 const PersonaAnalysis &before,
                                                 const clustering::Clustering &cut,
                                                 double epsilon,
                                                 const Clock &clock,
                                                 JobControl &job);

/// The set of `analysis` with how far to trust it: DBCV where its clusters come from density, their
/// stability (not of windows that were moved by hand), and of each persona whether it makes traffic
/// like its own (not where a database counted).
/// @errors Cancelled; what walking the exchanges says
[[nodiscard]] Result<persona::PersonaSet>
judged(const traffic::ObservedTraffic &traffic, const PersonaAnalysis &analysis, JobControl &job);

/// `set` with windows moved between its personas by hand, profiled anew from the capture's windows:
/// what a project::RegroupPersonas carries.
/// @errors those of persona::regroupedLabels, windowsOf and makeFeatures; Cancelled
[[nodiscard]] Result<persona::PersonaSet> regroup(const traffic::ObservedTraffic &traffic,
                                                  const persona::PersonaSet &set,
                                                  const persona::Regrouping &change,
                                                  const Clock &clock,
                                                  JobControl &job);

/// The default scenario of a capture: the discovered topology with its personas, objectives none, a
/// duration that covers the capture or an hour.
struct ScenarioProposal
{
    simulation::Scenario scenario;
    QStringList notes; ///< translated: what could not be told
};

/// The windows are cut again as the personas' options say: no analysis needs to be kept for it.
[[nodiscard]] Result<ScenarioProposal> proposeScenario(const traffic::ExchangeTable &table,
                                                       const persona::PersonaSet &personas,
                                                       JobControl &job);

/// Assessment and verified advice against the best practice graph of the library.
struct PracticeAnalysis
{
    practice::PracticeGraph graph;
    practice::Assessment assessment;
    practice::AdaptiveGraph adaptive;
};

[[nodiscard]] Result<PracticeAnalysis> advise(const simulation::Scenario &scenario,
                                              const simulation::RunResult &run,
                                              const persona::PersonaSet *personas,
                                              const practice::AdviceOptions &options,
                                              const Clock &clock,
                                              JobControl &job);

struct ChainOptions
{
    capture::ImportOptions import;
    PersonaRequest personas;
    std::optional<double> duration; ///< s, of the simulation
    std::optional<int> replications;
    std::uint64_t seed = 1;
    double scale = 1;
    unsigned threads = 0;
};

/// Everything `dramatis-cli run` makes of a capture.
struct Chain
{
    capture::Imported imported;
    traffic::CaptureStatistics statistics;
    PersonaAnalysis personas;
    ScenarioProposal proposal;
    simulation::RunResult run;
    PracticeAnalysis practice;

    /// The document of `run --json`.
    [[nodiscard]] QJsonObject toJson() const;
    /// What the report is made from; points into this.
    [[nodiscard]] report::Subject subject(const QString &title, const Clock &clock) const;
};

[[nodiscard]] Result<Chain> runChain(const QStringList &captures,
                                     const ChainOptions &options,
                                     std::shared_ptr<table::ChunkStore> store,
                                     const Clock &clock,
                                     JobControl &job);

} // namespace dramatis::analysis
