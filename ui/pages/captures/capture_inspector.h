// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/state.h"
#include "ui/base/inspector_section.h"
#include "ui/base/time_span.h"

#include <QPointer>

#include <map>
#include <optional>

class QComboBox;
class QPushButton;

namespace dramatis::ui {

/// Facts of the chosen range and of the capture, the rule that names resources, quality.
class CaptureInspector : public Inspector
{
    Q_OBJECT

public:
    explicit CaptureInspector(QWidget *parent = nullptr);

    void show(const project::CaptureRecord &record,
              const traffic::CaptureStatistics &statistics,
              const std::optional<TimeSpan> &range);
    /// Whether what a database counted can be counted again now.
    void setCanRefresh(bool can);
    void setRuleCounts(const std::map<traffic::ResourceRule, std::size_t> &counts);

signals:
    void ruleChosen(dramatis::traffic::ResourceRule rule);
    void rangeCleared();
    /// What a database counted is to be counted again.
    void refreshRequested();

private:
    void showRange(const traffic::CaptureStatistics &statistics,
                   const std::optional<TimeSpan> &range);
    void showCapture(const project::CaptureRecord &record);
    void showDatabase(const project::CountedCapture &counted);
    [[nodiscard]] QPushButton *makeRefresh();
    void showQuality(const project::CaptureRecord &record);

    InspectorSection *m_range;
    InspectorSection *m_capture;
    InspectorSection *m_quality;
    QComboBox *m_rule = nullptr;
    QPointer<QPushButton> m_refresh;
    bool m_canRefresh = true;
    std::map<traffic::ResourceRule, std::size_t> m_counts;
};

} // namespace dramatis::ui
