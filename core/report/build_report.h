// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/import.h"
#include "core/clustering/clustering.h"
#include "core/clustering/density_index.h"
#include "core/report/report.h"
#include "core/traffic/capture_statistics.h"
#include "core/traffic/feature_space.h"

#include <QList>

#include <memory>

namespace dramatis::report {

/// What a report is made from. Every pointer may be null: the section then says what is missing.
struct Subject
{
    QString title;
    QString author;
    QString version;      ///< of Dramatis
    std::int64_t now = 0; ///< ns

    QString captureName;
    const capture::ImportSummary *import = nullptr;
    const QList<capture::SourceFile> *files = nullptr;
    const traffic::CaptureStatistics *statistics = nullptr;
    traffic::ResourceRule rule = traffic::ResourceRule::Automatic;

    const persona::PersonaSet *personas = nullptr;
    const traffic::FeatureMatrix *features = nullptr; ///< for the scatter picture
    const clustering::DensityIndex *index = nullptr;  ///< for the reachability plot

    const simulation::Scenario *scenario = nullptr;
    const simulation::RunResult *run = nullptr;
    const practice::Assessment *assessment = nullptr;
    const practice::AdaptiveGraph *adaptive = nullptr;
    const practice::PracticeGraph *graph = nullptr;
    QMap<QString, QPointF> positions; ///< of the scenario's nodes
    QStringList stationNotes;         ///< translated: what could not be told when estimating
};

/// A kind of section. One file each in core/report/sections, one line in sections.cpp.
struct SectionKind
{
    QString id;   ///< "summary"
    QString name; ///< translated
    Section (*build)(const Subject &subject) = nullptr;
};

/// Summary, Captures, Personas, Scenario, Findings, Recommendations, Topology, Method and data.
[[nodiscard]] const QList<SectionKind> &allSections();

/// @param sections  ids in the order wanted; empty: all in their own order. Unknown ids are left
/// out.
[[nodiscard]] Report buildReport(const Subject &subject, const QStringList &sections = {});

} // namespace dramatis::report
