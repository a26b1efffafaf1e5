// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/captures/live_presenter.h"

#include <QStackedWidget>

namespace dramatis::ui {

class LiveSetup;
class LiveView;
class Settings;

/// The part of the captures page where something is watched: what to watch, then what is seen.
class LivePane : public QStackedWidget
{
    Q_OBJECT

public:
    LivePane(LivePresenter &presenter, Settings &settings, QWidget *parent = nullptr);

    /// Shows the choice, or what runs already.
    void open();
    [[nodiscard]] LiveSetup *setup() const { return m_setup; }
    [[nodiscard]] LiveView *view() const { return m_view; }

signals:
    /// Nothing is watched, and nothing is to be chosen any more.
    void closed();

private:
    void showFailure(const QString &what, const Error &error);

    LivePresenter &m_presenter;
    LiveSetup *m_setup;
    LiveView *m_view;
};

} // namespace dramatis::ui
