// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/state.h"

#include <QListWidget>

namespace dramatis::ui {

/// The captures of the project, two lines each: name and exchanges, format and time.
class CaptureList : public QListWidget
{
    Q_OBJECT

public:
    explicit CaptureList(QWidget *parent = nullptr);

    void setCaptures(const std::map<CaptureId, project::CaptureRecord> &captures,
                     std::optional<CaptureId> current);

signals:
    void captureChosen(dramatis::CaptureId id);
    void removeRequested(dramatis::CaptureId id);

private:
    [[nodiscard]] static CaptureId idOf(const QListWidgetItem *item);
};

} // namespace dramatis::ui
