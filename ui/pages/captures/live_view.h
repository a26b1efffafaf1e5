// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/table_model.h"
#include "ui/pages/captures/live_presenter.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace dramatis::ui {

class KeyFigures;
class Settings;
class StateLabel;
class TableView;
class TimelinePlot;

/// A window of a resource as the table shows it.
struct LiveRow
{
    traffic::LiveWindow window;
    QString persona;           ///< name, "noise", "too few to tell"; empty: not told
    std::optional<int> marker; ///< style of the persona; none for the others
    bool isNoise = false;
};

/// A live capture while it runs: figures, a timeline whose axis slides, the latest windows with
/// their personas; Stop keeps, Discard asks.
class LiveView : public QWidget
{
    Q_OBJECT

public:
    LiveView(LivePresenter &presenter, Settings &settings, QWidget *parent = nullptr);

    /// Shows what the presenter has; cheap when nobody looks.
    void refresh();

private:
    void buildHead(class QVBoxLayout *column);
    void askToDiscard();
    void showState(const capture::LiveSnapshot &snapshot);
    void showFigures(const LiveBoard::State &state);
    void showTimeline(const LiveBoard::State &state);
    void showWindows(const LiveBoard::State &state);

    LivePresenter &m_presenter;
    StateLabel *m_state;
    QLabel *m_name;
    QLabel *m_note;
    QPushButton *m_stop;
    QPushButton *m_discard;
    KeyFigures *m_figures;
    TimelinePlot *m_timeline;
    TableModel<LiveRow> *m_windows;
    TableView *m_table;
    std::int64_t m_newest = kUnknown; ///< begin of the newest window shown
    std::size_t m_shown = 0;
    std::int64_t m_drawnAt = 0; ///< s; the timeline is drawn once a second
};

} // namespace dramatis::ui
