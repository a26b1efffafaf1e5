// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analyse.h"
#include "core/clustering/quality.h"
#include "core/jobs/latest_job.h"
#include "core/project/edit.h"
#include "ui/pages/base/document_page.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <limits>
#include <memory>
#include <optional>

namespace dramatis::ui {

class Document;

/// What the page shows of a found set of personas, computed in a worker.
struct FoundPersonas
{
    std::shared_ptr<const analysis::PersonaAnalysis> analysis;
    clustering::Projection projection;
    double knee = std::numeric_limits<double>::quiet_NaN(); ///< eps; NaN without density index
    double persistent = std::numeric_limits<double>::quiet_NaN(); ///< likewise
};

/// What the personas page does, without widgets: finds personas, cuts them anew at every eps at
/// once, profiles the cut when the hand rests, keeps names and colours with the clusters.
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
    [[nodiscard]] persona::PersonaSetPtr set() const;
    /// What the pictures need; null while it is not computed.
    [[nodiscard]] const FoundPersonas *found() const { return m_found ? &*m_found : nullptr; }
    [[nodiscard]] bool isFinding() const { return m_finding.isRunning(); }
    [[nodiscard]] bool isProfiling() const { return m_rest.isActive() || m_profiling.isRunning(); }

    [[nodiscard]] const analysis::PersonaRequest &request() const { return m_request; }
    /// Finds anew with other parameters (all but eps).
    void find(const analysis::PersonaRequest &request);
    /// Computes what is absent: the pictures of a set that was opened, or a first set.
    void ensureFound();
    void cancel();

    // The cut, which follows eps at once.
    /// What eps is chosen on; null where there is no eps to choose: nothing found yet, or not by
    /// DBSCAN.
    [[nodiscard]] const clustering::DensityIndex *index() const;
    void setEpsilon(double epsilon);
    [[nodiscard]] double epsilon() const { return m_epsilon; }
    [[nodiscard]] const clustering::Clustering &cut() const { return m_cut; }
    [[nodiscard]] const std::vector<int> &styles() const { return m_styles; } ///< by cluster
    /// By cluster: the name of the persona it continues, or empty.
    [[nodiscard]] std::vector<QString> names() const;
    [[nodiscard]] double cutSeconds() const { return m_cutSeconds; } ///< that the last cut took

    [[nodiscard]] static int styleOf(const persona::Persona &persona);
    [[nodiscard]] const persona::Persona *ofStyle(int style) const;
    void rename(PersonaId id, const QString &name);
    void setPinned(PersonaId id, bool pinned);

signals:
    /// found() is another one.
    void foundChanged();
    /// cut() is another one; in every frame of a drag.
    void cutChanged();
    /// set() is another one.
    void setChanged();
    void findingChanged(bool finding);
    void progressed(double fraction);
    void failed(const dramatis::Error &error);
    void commandFailed(const QString &what, const dramatis::Error &error);

private:
    void currentChanged();
    void start(const analysis::PersonaRequest &request, bool keepSet);
    void adopt(FoundPersonas found, bool keepSet);
    void profileCut();
    void keepSet(analysis::PersonaAnalysis analysis);
    void showSet();

    PageServices m_services;
    Document *m_document = nullptr;
    LatestJob<FoundPersonas> m_finding;
    LatestJob<analysis::PersonaAnalysis> m_profiling;
    QFutureWatcher<void> m_progress;
    QTimer m_rest;
    analysis::PersonaRequest m_request;
    std::optional<FoundPersonas> m_found;
    std::optional<CaptureId> m_capture;
    traffic::ObservedTraffic m_traffic;
    std::optional<PersonaSetId> m_setId;
    persona::PersonaSetPtr m_shown;
    double m_epsilon = 0;
    double m_cutSeconds = 0;
    clustering::Clustering m_cut;
    clustering::Clustering m_before; ///< kept between cuts, so that a frame allocates little
    std::vector<int> m_styles;
};

} // namespace dramatis::ui
