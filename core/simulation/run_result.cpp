// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/run_result.h"

#include "core/simulation/run_measures.h"

#include <algorithm>
#include <cmath>

namespace dramatis::simulation {

namespace {

template<typename Number>
bool sameNumbers(const std::vector<Number> &a, const std::vector<Number> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](Number x, Number y) {
        return x == y || (std::isnan(x) && std::isnan(y));
    });
}

} // namespace

bool Measure::operator==(const Measure &other) const
{
    return sameNumbers(values, other.values);
}

bool Series::operator==(const Series &other) const
{
    return on == other.on && metric == other.metric && sameNumbers(values, other.values);
}

const Series *TimeSeries::find(const QString &on, const QString &metric) const
{
    const auto found = std::find_if(series.begin(), series.end(), [&](const Series &line) {
        return line.on == on && line.metric == metric;
    });
    return found == series.end() ? nullptr : &*found;
}

const Measure *RunResult::measure(const QString &on, const QString &metric) const
{
    const Measure *found = nullptr;
    const auto visit = [&](const QString &path, const Measure &measure) {
        if (path == metric)
            found = &measure;
    };
    if (const auto node = nodes.constFind(on); node != nodes.constEnd())
        visitNode(*node, visit);
    if (const auto source = sources.constFind(on); source != sources.constEnd()) {
        visitSource(*source, visit);
        visit(QStringLiteral("network"), source->network);
        for (auto part = source->breakdown.constBegin(); part != source->breakdown.constEnd();
             ++part) {
            const QString path = QStringLiteral("breakdown.") + part.key();
            visit(path + QStringLiteral(".waiting"), part->waiting);
            visit(path + QStringLiteral(".service"), part->service);
        }
    }
    return found;
}

} // namespace dramatis::simulation
