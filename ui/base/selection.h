// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>

namespace dramatis::ui {

/// A span of time, half open: [from, to), ns since the epoch, UTC.
struct TimeSpan
{
    std::int64_t from = 0;
    std::int64_t to = 0;

    bool operator==(const TimeSpan &) const = default;
};

/// What is selected across the pages, by id, never by row. One object for the program, handed to
/// every page; it does not check that an id still exists. A setter emits only if something changed.
class Selection : public QObject
{
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] std::optional<CaptureId> capture() const { return m_capture; }
    void setCapture(std::optional<CaptureId> id);
    /// The chosen range of the captures; nothing means all of it.
    [[nodiscard]] std::optional<TimeSpan> range() const { return m_range; }
    void setRange(std::optional<TimeSpan> range);
    [[nodiscard]] std::optional<PersonaSetId> personaSet() const { return m_personaSet; }
    void setPersonaSet(std::optional<PersonaSetId> id);
    [[nodiscard]] std::optional<PersonaId> persona() const { return m_persona; }
    void setPersona(std::optional<PersonaId> id);
    [[nodiscard]] std::optional<ScenarioId> scenario() const { return m_scenario; }
    void setScenario(std::optional<ScenarioId> id);
    [[nodiscard]] std::optional<RunId> run() const { return m_run; }
    void setRun(std::optional<RunId> id);
    [[nodiscard]] std::optional<AssessmentId> assessment() const { return m_assessment; }
    void setAssessment(std::optional<AssessmentId> id);
    /// The id of a node of the topology as text; empty for none.
    [[nodiscard]] QString node() const { return m_node; }
    void setNode(const QString &id);

    /// Nothing selected: another project was opened.
    void clear();

signals:
    void captureChanged();
    void rangeChanged();
    void personaSetChanged();
    void personaChanged();
    void scenarioChanged();
    void runChanged();
    void assessmentChanged();
    void nodeChanged();

private:
    std::optional<CaptureId> m_capture;
    std::optional<TimeSpan> m_range;
    std::optional<PersonaSetId> m_personaSet;
    std::optional<PersonaId> m_persona;
    std::optional<ScenarioId> m_scenario;
    std::optional<RunId> m_run;
    std::optional<AssessmentId> m_assessment;
    QString m_node;
};

} // namespace dramatis::ui
