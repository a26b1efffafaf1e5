// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/persona/persona.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dramatis::persona {

/// One thing that confidence hangs on, in [0, 1].
struct GradePart
{
    QString part; ///< "age", "sample", "hours", "stability", "fit", "calibration", "interval"
    double value = 0;
    QString text; ///< translated: "2 days"
    bool operator==(const GradePart &) const = default;
};

/// For people, translated: "age". Of a part that grade.h does not know, its id.
[[nodiscard]] QString partName(const QString &part);
/// The quantity of a GoodnessPart for people, translated: "request size".
[[nodiscard]] QString quantityName(const QString &quantity);

/// One grade of confidence: the least of its parts; at most 0.49 while a quality gate fails.
struct ConfidenceGrade
{
    double value = 0;
    std::vector<GradePart> parts;
    QStringList failedGates; ///< translated

    [[nodiscard]] QString word() const; ///< translated: high >= 0.8, medium >= 0.5, low
    /// Sets the value from parts and gates; 0 without parts.
    void settle();
    bool operator==(const ConfidenceGrade &) const = default;
};

/// Days after which data is stale (gate Q1 of PRACTICES.md).
inline constexpr double kStaleAfterDays = 30;

/// Why a persona is stale at `now` (ns), in words; none while it is not: what it was made from
/// ended more than kStaleAfterDays before.
[[nodiscard]] std::optional<QString> whyStale(const Persona &persona, std::int64_t now);

/// How far a persona can be trusted at `now` (ns). Its parts:
///
/// - age: 1 - age / 60 d, so 0.5 at the 30 days of gate Q1; left out where the age is not known;
/// - sample: the score of its request rate (ConfidenceScore);
/// - hours: (1 + share of the week's hours that were seen) / 2: a capture of an hour is good for
///   that hour, and never high for the week;
/// - stability: the set's, where it was measured; gate Q4 asks for 0.8;
/// - fit: 1 - the largest Kolmogorov-Smirnov distance of its Goodness, where there is one; gate: it
///   reproduces its own traffic.
///
/// Gates of PRACTICES.md: Q1 (age), Q2 (1,000 exchanges for a p99; the mean rate known to 10 %).
[[nodiscard]] ConfidenceGrade
gradeOf(const Persona &persona, const PersonaSet &set, std::int64_t now);

/// What a reader of a set's figures must know to take them for what they are, one translated
/// sentence each: what the capture does not tell, what was left out, what was done by hand.
[[nodiscard]] QStringList notesOf(const PersonaSet &set);

} // namespace dramatis::persona
