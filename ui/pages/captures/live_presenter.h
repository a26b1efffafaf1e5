// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/live/live_capture.h"
#include "core/project/state.h"
#include "ui/pages/base/document_page.h"
#include "ui/pages/captures/live_board.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

namespace dramatis::ui {

class Document;

/// Follows logs or captures an interface into the open project, one at a time, without widgets.
/// Stopping keeps what was seen, also from the job bar and when the project or the window closes.
class LivePresenter : public QObject
{
    Q_OBJECT

public:
    explicit LivePresenter(const PageServices &services, QObject *parent = nullptr);
    ~LivePresenter() override;

    /// Stops what runs and keeps it in the document before.
    void setDocument(Document *document);

    /// The personas that windows are told by: those of the current capture, else the newest of the
    /// project; null where there are none.
    [[nodiscard]] persona::PersonaSetPtr personas() const;

    /// @param windowSeconds  width of windows; with personas it is theirs
    /// @param hidesClients   see traffic/redaction.h
    void start(const capture::LiveSource &source, double windowSeconds, bool hidesClients = false);
    /// Ends it and keeps what was seen.
    void stop();
    /// Ends it and keeps nothing.
    void discard();
    [[nodiscard]] bool isRunning() const { return m_end != nullptr; }
    /// It was told to end, and what was seen is being counted.
    [[nodiscard]] bool isStopping() const { return m_isStopping; }

    [[nodiscard]] const capture::LiveSource &source() const { return m_source; }
    [[nodiscard]] std::int64_t startedAt() const { return m_startedAt; }
    [[nodiscard]] double windowSeconds() const { return m_windowSeconds; }
    /// The personas of this capture's windows; null where they are not told by any.
    [[nodiscard]] persona::PersonaSetPtr matched() const;
    [[nodiscard]] LiveBoard::State state() const;

signals:
    void started();
    /// There is something new to look at; at most five times a second.
    void seen();
    /// @param id  of the capture that was kept; none where nothing was
    void ended(std::optional<dramatis::CaptureId> id);
    void failed(const QString &what, const dramatis::Error &error);

private:
    struct End; ///< what the worker leaves, also where its future was cancelled

    void finish();
    void waitAndKeep();
    [[nodiscard]] std::optional<CaptureId> keep();

    PageServices m_services;
    Document *m_document = nullptr;
    QThreadPool m_pool; ///< of its own: a capture runs for days and must not take a place from jobs
    QFutureWatcher<void> m_watcher;
    QTimer m_looking;
    capture::LiveSource m_source;
    CaptureId m_id{};
    double m_windowSeconds = 0;
    std::int64_t m_startedAt = kUnknown;
    bool m_isStopping = false;
    bool m_isDiscarded = false;
    persona::PersonaSetPtr m_set;
    std::shared_ptr<LiveBoard> m_board;
    std::shared_ptr<End> m_end;
};

} // namespace dramatis::ui
