// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/observation.h"

#include "core/traffic/tr.h"

#include <array>

using namespace Qt::StringLiterals;

namespace dramatis::traffic {

namespace {

constexpr std::array kObservationKinds{ObservationKind::Silence,
                                       ObservationKind::Unanswered,
                                       ObservationKind::ErrorBurst,
                                       ObservationKind::Retries,
                                       ObservationKind::ClosedLoop,
                                       ObservationKind::ClockSteps};

} // namespace

QString observationId(ObservationKind kind)
{
    switch (kind) {
    case ObservationKind::Silence:
        return u"silence"_s;
    case ObservationKind::Unanswered:
        return u"unanswered"_s;
    case ObservationKind::ErrorBurst:
        return u"error-burst"_s;
    case ObservationKind::Retries:
        return u"retries"_s;
    case ObservationKind::ClosedLoop:
        return u"closed-loop"_s;
    case ObservationKind::ClockSteps:
        return u"clock-steps"_s;
    }
    return {};
}

ObservationKind observationFromId(const QString &id)
{
    for (const ObservationKind kind : kObservationKinds) {
        if (observationId(kind) == id)
            return kind;
    }
    return ObservationKind::Silence;
}

QString observationName(ObservationKind kind)
{
    switch (kind) {
    case ObservationKind::Silence:
        return Tr::tr("Silence");
    case ObservationKind::Unanswered:
        return Tr::tr("No answer seen");
    case ObservationKind::ErrorBurst:
        return Tr::tr("Burst of errors");
    case ObservationKind::Retries:
        return Tr::tr("Retries");
    case ObservationKind::ClosedLoop:
        return Tr::tr("Closed loop");
    case ObservationKind::ClockSteps:
        return Tr::tr("Clock steps");
    }
    return {};
}

} // namespace dramatis::traffic
