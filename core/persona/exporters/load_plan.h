// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/persona/exporters.h"

#include <QString>

#include <vector>

// What exporters share: a persona as a load to be made, and text that is safe within programs.
namespace dramatis::persona {

/// A constant rate for some time.
struct LoadStage
{
    double rate = 0; ///< requests per second, all resources together
    double seconds = 0;
};

/// An operation of a persona as an HTTP request.
struct LoadOperation
{
    QString method;   ///< upper case letters only
    QString path;     ///< begins with "/"; placeholders in braces stay
    double share = 0; ///< of the operations that are HTTP; they add up to 1
};

/// A persona as a load to be made.
struct LoadPlan
{
    QString name;
    /// Stages of equal rate are one. The hours of the week where at least kWholeWeek of them were
    /// seen, those of the day where at least kWholeDay were, else the steps of the capture.
    std::vector<LoadStage> stages;
    std::vector<LoadOperation> operations; ///< most used first; never empty
    double otherShare = 0; ///< of the requests that name none of these; they are played as these
    std::size_t resources = 1;     ///< that the requests went to
    QuantileFunction gaps;         ///< s between requests of one resource; may be empty
    QuantileFunction requestSizes; ///< B; may be empty
    double latency = kNotKnown;    ///< s, p95

    static constexpr int kWholeWeek = 160;
    static constexpr int kWholeDay = 20;

    [[nodiscard]] double seconds() const;
    [[nodiscard]] double peakRate() const;
    /// Mean of the gaps, s; NaN where they are not known.
    [[nodiscard]] double gapMean() const;
    /// A line that says how much is played as other operations than it was, behind `mark` that
    /// begins a comment; empty where that is next to nothing.
    [[nodiscard]] QString otherLine(const QString &mark) const;
};

/// A figure set by hand counts: a request rate scales all stages, a mean gap all gaps.
/// @errors InvalidArgument: the persona never made a request
[[nodiscard]] Result<LoadPlan> loadPlanOf(const Persona &persona);

/// A string literal of JavaScript (and JSON), with its quotes.
[[nodiscard]] QString javaScriptLiteral(const QString &text);
/// A string literal of Python, with its quotes; ASCII only.
[[nodiscard]] QString pythonLiteral(const QString &text);
/// A number as programs read it, the shortest that is exact to seven digits.
[[nodiscard]] QString numberLiteral(double value);
/// Numbers in brackets: "[1, 2.5]", which JavaScript and Python read alike.
[[nodiscard]] QString listLiteral(const std::vector<double> &values);

} // namespace dramatis::persona
