// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/unknown.h"

#include <QString>

#include <cstdint>

namespace dramatis::traffic {

enum class ObservationKind {
    Silence,    ///< no traffic for far longer than usual
    Unanswered, ///< requests whose way back is not in the capture
    ErrorBurst, ///< errors far more often than at other times
    Retries,    ///< clients ask again soon after an error
    ClosedLoop, ///< clients that wait for the answer before they ask again
    ClockSteps  ///< a clock went back while it was recorded
};

enum class ObservationSeverity { Info, Warning };

/// Something in a capture that a person should look at: what, when, at which resource, how often.
struct Observation
{
    ObservationKind kind = ObservationKind::Silence;
    ObservationSeverity severity = ObservationSeverity::Info;
    std::int64_t from = kUnknown; ///< ns; kUnknown where it is of the whole capture
    std::int64_t to = kUnknown;   ///< ns
    QString resource;             ///< empty: all of them
    QString text;                 ///< translated: one sentence with the figures
    std::uint64_t count = 0;      ///< silences, requests, errors, retries: what `kind` counts
    bool operator==(const Observation &) const = default;
};

/// "silence", "unanswered", "error-burst", "retries", "closed-loop", "clock-steps": stable, in
/// files.
[[nodiscard]] QString observationId(ObservationKind kind);
/// The kind that an id names; Silence for an unknown one.
[[nodiscard]] ObservationKind observationFromId(const QString &id);
/// For people, translated.
[[nodiscard]] QString observationName(ObservationKind kind);

} // namespace dramatis::traffic
