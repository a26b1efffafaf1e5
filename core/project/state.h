// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/capture/import.h"
#include "core/capture/query/query_source.h"
#include "core/persona/persona.h"
#include "core/practice/advice.h"
#include "core/simulation/run_result.h"
#include "core/simulation/scenario.h"
#include "core/traffic/capture_statistics.h"
#include "core/traffic/exchange_table.h"
#include "core/traffic/observed_traffic.h"
#include "core/traffic/windows.h"

#include <QMap>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace dramatis::project {

/// Where a capture came from that a database engine counted, and the windows it gave.
struct CountedCapture
{
    capture::QuerySource source;
    traffic::WindowTablePtr windows;
    std::uint64_t key = 0; ///< of the stored windows, in the project's chunk store
    bool operator==(const CountedCapture &) const = default;
};

/// A capture in the project: its exchanges (in the project's chunk store) and what is known of it.
struct CaptureRecord
{
    QString name;
    traffic::ExchangeTablePtr table;
    capture::ImportSummary summary;
    QList<capture::SourceFile> files;
    std::shared_ptr<const traffic::CaptureStatistics>
        statistics;                     ///< of the whole, under the table's rule
    std::int64_t importedAt = kUnknown; ///< ns
    /// Not null where an engine counted: `table` then has no exchanges, but a rule.
    std::shared_ptr<const CountedCapture> counted;

    /// What personas are found in.
    [[nodiscard]] traffic::ObservedTraffic traffic() const
    {
        return {table, counted ? counted->windows : nullptr};
    }

    bool operator==(const CaptureRecord &) const = default;
};

/// A scenario with where its nodes stand in the node view (empty: laid out).
struct ScenarioRecord
{
    simulation::Scenario scenario; ///< its name is the record's name
    QMap<QString, QPointF> positions;
    std::optional<PersonaSetId> personaSet; ///< it was made from
    QStringList notes; ///< translated: what could not be told when it was made from a capture

    bool operator==(const ScenarioRecord &) const = default;
};

/// A run of a scenario as it was then; stale when the scenario's hash has changed since.
struct RunRecord
{
    ScenarioId scenario{};
    simulation::RunResultPtr run;
    std::int64_t createdAt = kUnknown; ///< ns

    bool operator==(const RunRecord &) const = default;
};

/// An assessment with its advice, of a run.
struct AdviceRecord
{
    RunId run{};
    std::shared_ptr<const practice::StoredAdvice>
        advice;                        ///< recommendations' `accepted` is not used here
    QStringList accepted;              ///< ids of recommendations
    std::int64_t createdAt = kUnknown; ///< ns

    bool operator==(const AdviceRecord &) const = default;
};

/// What the report page lets choose.
struct ReportOptions
{
    QString title; ///< empty: the project's name
    QString author;
    QStringList sections;                 ///< ids in order; empty: all
    QString paper = QStringLiteral("A4"); ///< A4 or Letter

    bool operator==(const ReportOptions &) const = default;
};

/// The document: a value. Large things are behind shared pointers to const, so a copy is cheap.
struct ProjectState
{
    std::map<CaptureId, CaptureRecord> captures;
    std::map<PersonaSetId, persona::PersonaSetPtr> personaSets;
    std::map<ScenarioId, ScenarioRecord> scenarios;
    std::map<RunId, RunRecord> runs;
    std::map<AssessmentId, AdviceRecord> advices;
    ReportOptions report;

    bool operator==(const ProjectState &) const = default;
};

/// A persona set and those that it came after, the newest first; one that is no longer in the
/// project ends the list. Empty where `id` is not there.
[[nodiscard]] std::vector<PersonaSetId> versionsOf(const ProjectState &state, PersonaSetId id);

} // namespace dramatis::project
