// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QButtonGroup;

namespace dramatis::ui {

/// A few alternatives beside one another, one of them chosen: DBSCAN | HDBSCAN* | k-means.
class SegmentedControl : public QFrame
{
    Q_OBJECT

public:
    /// @param name  for screen readers: "Algorithm"
    explicit SegmentedControl(const QString &name, QWidget *parent = nullptr);

    /// @return the index of the new segment; the first one is chosen
    int addSegment(const QString &text, const QString &toolTip = {});
    [[nodiscard]] int currentIndex() const;
    /// Emits currentChanged() if it changes.
    void setCurrentIndex(int index);
    void setSegmentEnabled(int index, bool enabled, const QString &toolTip = {});

signals:
    void currentChanged(int index);

private:
    QButtonGroup *m_group;
};

} // namespace dramatis::ui
