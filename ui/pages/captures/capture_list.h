// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/state.h"

#include <QListWidget>

#include <optional>

namespace dramatis::ui {

/// The captures of the project, two lines each: name and exchanges, format and time.
class CaptureList : public QListWidget
{
    Q_OBJECT

public:
    explicit CaptureList(QWidget *parent = nullptr);

    void setCaptures(const std::map<CaptureId, project::CaptureRecord> &captures,
                     std::optional<CaptureId> current);
    /// A capture that still goes on stands above the others; nothing: there is none.
    void setLive(const std::optional<QString> &name);
    void showLive(const QString &count, const QString &note);

signals:
    void captureChosen(dramatis::CaptureId id);
    void removeRequested(dramatis::CaptureId id);
    void liveChosen();

private:
    [[nodiscard]] static CaptureId idOf(const QListWidgetItem *item);
    void insertLive();

    QListWidgetItem *m_liveItem = nullptr;
    std::optional<QString> m_live;
    QString m_liveCount;
    QString m_liveNote;
};

} // namespace dramatis::ui
