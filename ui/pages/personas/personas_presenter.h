// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyse.h"
#include "core/clustering/explanation.h"
#include "core/clustering/quality.h"
#include "core/jobs/latest_job.h"
#include "core/project/edit.h"
#include "ui/pages/base/document_page.h"
#include "ui/pages/personas/epsilon_cutter.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace dramatis::ui {

class Document;

/// What the page shows of a found set of personas, computed in a worker.
struct FoundPersonas
{
    std::shared_ptr<const analysis::PersonaAnalysis> analysis;
    clustering::Projection projection;

    /// The suggested eps of that reason; null where there is none.
    [[nodiscard]] const clustering::EpsilonSuggestion *
    suggestion(clustering::EpsilonSuggestion::Reason reason) const;
};

/// What the personas page does, without widgets: finds personas, cuts them anew at every eps while
/// the hand moves, profiles the cut when it rests, then judges the profiles; keeps names and
/// colours with the clusters. What a person changes of a set is done by the PersonaEditor.
class PersonasPresenter : public QObject
{
    Q_OBJECT

public:
    explicit PersonasPresenter(const PageServices &services, QObject *parent = nullptr);

    void setDocument(Document *document);

    [[nodiscard]] bool hasCapture() const;
    /// Its windows came from a database: they have one width.
    [[nodiscard]] bool hasCountedWindows() const { return m_traffic.counted != nullptr; }
    /// The set with whole profiles; null before any was found.
    [[nodiscard]] persona::PersonaSetPtr set() const { return m_shown; }
    /// The set came out of a file: it has profiles, but no windows to show or cut.
    [[nodiscard]] bool isWithoutWindows() const;
    /// The set before this one in its history; null for none.
    [[nodiscard]] persona::PersonaSetPtr predecessor() const;
    /// What the pictures need; null while it is not computed.
    [[nodiscard]] const FoundPersonas *found() const { return m_found ? &*m_found : nullptr; }
    [[nodiscard]] bool isFinding() const { return m_finding.isRunning(); }
    /// The profiles are not those of the cut yet.
    [[nodiscard]] bool isProfiling() const
    {
        return m_cutter.isBusy() || m_rest.isActive() || m_profiling.isRunning();
    }
    [[nodiscard]] bool isJudging() const { return m_settle.isActive() || m_judging.isRunning(); }
    /// Why clusters are what they are, by label; empty until it is computed.
    [[nodiscard]] const std::vector<std::vector<clustering::FeatureEffect>> &explanations() const
    {
        return m_explanations;
    }

    [[nodiscard]] const analysis::PersonaRequest &request() const { return m_request; }
    /// Finds anew with other parameters (all but eps).
    void find(const analysis::PersonaRequest &request);
    /// Computes what is absent: the pictures of a set that was opened, or a first set.
    void ensureFound();
    void cancel();

    // The cut, which follows eps while it is dragged.
    /// What eps is chosen on; null where there is no eps to choose: nothing found yet, or not by
    /// DBSCAN.
    [[nodiscard]] const clustering::DensityIndex *index() const;
    /// What the reachability shows: also where HDBSCAN* chose the clusters.
    [[nodiscard]] const clustering::DensityIndex *heights() const;
    void setEpsilon(double epsilon);
    [[nodiscard]] double epsilon() const { return m_epsilon; } ///< asked for; the cut follows
    /// The windows were moved by hand since they were cut.
    [[nodiscard]] bool isRegrouped() const { return m_shown && m_shown->regrouped && !m_isDragged; }
    [[nodiscard]] const ShownCut &cut() const { return m_cut; }
    [[nodiscard]] const std::vector<int> &styles() const { return m_cut.styles; } ///< by cluster
    /// By cluster: the name of the persona it continues, or empty.
    [[nodiscard]] std::vector<QString> names() const;

    [[nodiscard]] static int styleOf(const persona::Persona &persona);
    [[nodiscard]] const persona::Persona *ofStyle(int style) const;

signals:
    /// found() is another one.
    void foundChanged();
    /// epsilon() is another one: in every move of a drag, before the cut.
    void epsilonChanged();
    /// cut() is another one; in every frame of a drag.
    void cutChanged();
    /// set() is another one.
    void setChanged();
    void explanationsChanged();
    void findingChanged(bool finding);
    void progressed(double fraction);
    void failed(const dramatis::Error &error);
    void commandFailed(const QString &what, const dramatis::Error &error);

private:
    struct Target
    {
        PersonaSetId id;
        persona::PersonaSetPtr predecessor; ///< null for none
    };

    void currentChanged();
    void start(const analysis::PersonaRequest &request, bool keepSet);
    void adopt(FoundPersonas found, bool keepSet);
    void takeCut(ShownCut cut);
    [[nodiscard]] ShownCut storedCut(const FoundPersonas &found) const;
    [[nodiscard]] ShownCut newCut(const FoundPersonas &found, bool sameWindows) const;
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] int firstFreeStyle() const;
    void profileCut();
    [[nodiscard]] Result<Target> target();
    void keepSet(analysis::PersonaAnalysis analysis, bool sameWindows);
    void showSet();
    void followSet();
    void explain();
    void judge();
    void keepJudgement(const persona::PersonaSetPtr &before, persona::PersonaSet judged);

    PageServices m_services;
    Document *m_document = nullptr;
    LatestJob<FoundPersonas> m_finding;
    LatestJob<analysis::PersonaAnalysis> m_profiling;
    LatestJob<std::vector<std::vector<clustering::FeatureEffect>>> m_explaining;
    LatestJob<persona::PersonaSet> m_judging;
    QFutureWatcher<void> m_progress;
    EpsilonCutter m_cutter;
    QTimer m_rest;   ///< until the cut is profiled
    QTimer m_settle; ///< until the profiles are judged
    analysis::PersonaRequest m_request;
    std::optional<FoundPersonas> m_found;
    std::optional<CaptureId> m_capture;
    traffic::ObservedTraffic m_traffic;
    std::optional<PersonaSetId> m_setId;
    persona::PersonaSetPtr m_shown;
    persona::PersonaSetPtr m_judged; ///< the one that was judged last, for better or worse
    std::vector<std::vector<clustering::FeatureEffect>> m_explanations;
    double m_epsilon = 0;
    bool m_isDragged = false; ///< the cut is not the set's
    bool m_isKeeping = false; ///< what the document tells meanwhile is known
    ShownCut m_cut;
};

} // namespace dramatis::ui
