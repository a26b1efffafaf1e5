// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/live/live_capture.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace dramatis::ui {

class SegmentedControl;
class Settings;

/// Chooses what is watched: logs, from their begin or only what is new, or an interface with a
/// filter. Says what is wrong in place.
class LiveSetup : public QWidget
{
    Q_OBJECT

public:
    explicit LiveSetup(Settings &settings, QWidget *parent = nullptr);

    /// Looks for the interfaces there are now, and puts the focus where one begins to type.
    void prepare(const QString &personas, double windowSeconds);
    void setLogs(const QStringList &paths);
    [[nodiscard]] capture::LiveSource source() const;
    [[nodiscard]] double windowSeconds() const;
    [[nodiscard]] bool hidesClients() const;
    /// Empty takes it away.
    void showError(const QString &text);

signals:
    void startRequested();
    void cancelled();

private:
    void buildLogs(QStackedWidget *stack);
    void buildInterface(QStackedWidget *stack);
    void browse();
    void validate();

    Settings &m_settings;
    SegmentedControl *m_kind;
    QLineEdit *m_logs;
    QCheckBox *m_fromStart;
    QComboBox *m_interface;
    QLabel *m_interfaceNote;
    QLineEdit *m_filter;
    QDoubleSpinBox *m_window;
    QCheckBox *m_hidesClients;
    QLabel *m_windowNote;
    QLabel *m_error;
    QPushButton *m_start;
};

} // namespace dramatis::ui
