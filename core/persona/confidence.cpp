// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persona/confidence.h"

#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>

namespace dramatis::persona {

namespace {

double
autocorrelation(std::span<const traffic::Window *const> windows, double mean, double variance)
{
    double products = 0;
    double pairs = 0;
    for (std::size_t i = 1; i < windows.size(); ++i) {
        const traffic::Window &before = *windows[i - 1];
        const traffic::Window &after = *windows[i];
        if (before.resource != after.resource || before.slice + 1 != after.slice)
            continue;
        products += (before.exchanges - mean) * (after.exchanges - mean);
        pairs += 1;
    }
    return pairs > 0 && variance > 0 ? std::clamp(products / pairs / variance, -1.0, 1.0) : 0;
}

} // namespace

ConfidenceScore confidenceOf(std::span<const traffic::Window *const> windows)
{
    ConfidenceScore confidence;
    const auto n = static_cast<double>(windows.size());
    confidence.effectiveWindows = n;
    if (windows.size() < 2)
        return confidence;
    double exchanges = 0;
    for (const traffic::Window *window : windows)
        exchanges += window->exchanges;
    const double mean = exchanges / n;
    double squares = 0;
    for (const traffic::Window *window : windows)
        squares += (window->exchanges - mean) * (window->exchanges - mean);

    const double r1 = autocorrelation(windows, mean, squares / n);
    confidence.autocorrelation = r1;
    confidence.effectiveWindows = r1 > -1 ? std::clamp(n * (1 - r1) / (1 + r1), 1.0, n) : n;
    const double t = studentQuantile(0.975, std::max(1.0, confidence.effectiveWindows - 1));
    const double deviation = std::sqrt(squares / (n - 1));
    confidence.relativeHalfWidth =
        std::max(t * deviation / (std::sqrt(confidence.effectiveWindows) * mean),
                 1.96 / std::sqrt(exchanges));
    confidence.score = std::clamp(1 - confidence.relativeHalfWidth, 0.0, 1.0);
    return confidence;
}

} // namespace dramatis::persona
