// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_control.h"
#include "core/base/statistics.h"
#include "core/traffic/exchange_table.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <limits>
#include <vector>

namespace dramatis::traffic {

enum class ComparedMetric {
    Rate,         ///< 1/s
    ErrorRate,    ///< fraction
    RequestSize,  ///< B, mean
    ResponseSize, ///< B, mean
    LatencyP50,   ///< s
    LatencyP95,   ///< s
    LatencyP99    ///< s
};
/// "rate", "errorRate", "requestSize", "responseSize", "latencyP50" ...: stable, in files.
[[nodiscard]] QString comparedMetricId(ComparedMetric metric);
/// For people, translated.
[[nodiscard]] QString comparedMetricName(ComparedMetric metric);

/// One figure of two captures. NaN where a capture cannot tell.
struct ComparedFigure
{
    ComparedMetric metric = ComparedMetric::Rate;
    Figure a;                                                    ///< with its 95 % half-width
    Figure b;                                                    ///< likewise
    Figure difference;                                           ///< b - a, likewise
    double p = std::numeric_limits<double>::quiet_NaN();         ///< of no difference
    double adjustedP = std::numeric_limits<double>::quiet_NaN(); ///< over the whole comparison
    bool differs = false;                                        ///< adjustedP < 0.05
};

/// All of the captures, one resource or one operation (route) that both have.
struct ComparedGroup
{
    enum class Kind { All, Resource, Operation };
    Kind kind = Kind::All;
    QString name; ///< empty for all
    std::uint64_t exchangesA = 0;
    std::uint64_t exchangesB = 0;
    std::vector<ComparedFigure> figures; ///< those that at least one of the two has
};

struct CaptureComparison
{
    std::vector<ComparedGroup> groups; ///< all; then resources, then operations, most exchanges
                                       ///< first, at most 100 of each
    QStringList resourcesOnlyInA;
    QStringList resourcesOnlyInB;
    QStringList operationsOnlyInA;
    QStringList operationsOnlyInB;
};

/// Compares two captures; resources of `b` are named by the rule of `a`.
///
/// Requests are not independent of one another: they come in bursts and share slow moments. So the
/// unit is not the request but a block of time: each capture is cut into 40 blocks, and the spread
/// between them makes the interval, with the effective number of blocks n (1 - r) / (1 + r), r the
/// lag-1 autocorrelation where it is positive.
///
/// - Rate: mean of the blocks. Error share and mean sizes: ratio estimators, by their linearised
///   residuals (Cochran, Sampling Techniques, 1977, section 6.4).
/// - Quantiles of latency: the share of the exchanges below the quantile is such a ratio, whose
///   interval is carried over to latencies (Woodruff, J. Am. Stat. Assoc. 47, 1952). Quantiles are
///   off by at most 0.4 %.
/// - Difference: Welch's t (Biometrika 34, 1947). The p of all figures of a comparison together are
///   adjusted by Benjamini and Hochberg (J. R. Stat. Soc. B 57, 1995).
///
/// Figures of groups with fewer than 50 exchanges in one of the captures have no interval and do
/// not differ; nor have those that are not among its 300 largest. Cost: three walks of each; memory
/// O(groups x blocks).
/// @errors InvalidArgument: an empty capture; Cancelled; what walking says
[[nodiscard]] Result<CaptureComparison>
compareCaptures(const ExchangeTable &a, const ExchangeTable &b, JobControl &job);

} // namespace dramatis::traffic
