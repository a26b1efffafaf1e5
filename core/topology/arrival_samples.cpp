// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/arrival_samples.h"

#include "core/persona/persona_finder.h"
#include "core/topology/tr.h"

#include <algorithm>
#include <cmath>

namespace dramatis::topology {

namespace {

constexpr int kEpochHour = 3 * 24; // 1 January 1970 was a Thursday, the week starts on Monday

/// Sums of a slice until its means are known.
struct SliceSums
{
    double request = 0;
    double response = 0;
    std::uint32_t requests = 0;
    std::uint32_t responses = 0;
};

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/// Coefficient of variation of the gaps between ascending times; NaN for fewer than two gaps.
double gapVariation(const std::int64_t *times, std::size_t count)
{
    if (count < 3)
        return std::nan("");
    const double gaps = static_cast<double>(count - 1);
    const double mean = static_cast<double>(times[count - 1] - times[0]) / gaps;
    if (!(mean > 0))
        return std::nan("");
    double squares = 0;
    for (std::size_t i = 1; i < count; ++i)
        squares += std::pow(static_cast<double>(times[i] - times[i - 1]) - mean, 2);
    return std::sqrt(squares / (gaps - 1)) / mean;
}

bool isPeak(std::int64_t time, const persona::PeakTimes &peak)
{
    const std::int64_t local = time + peak.utcOffsetSeconds * kNanosecondsPerSecond;
    const auto hours = floorDiv(local, kNanosecondsPerHour) + kEpochHour;
    const auto hour = static_cast<int>((hours % kHoursOfWeek + kHoursOfWeek) % kHoursOfWeek);
    return std::any_of(peak.peaks.begin(), peak.peaks.end(), [hour](const persona::HourOfWeek &p) {
        return p.day * 24 + p.hour == hour;
    });
}

/// Means, gaps and peak of every slice once all arrivals are in.
void finish(ArrivalSample &sample,
            const std::vector<SliceSums> &sums,
            std::int64_t firstBegin,
            std::int64_t width,
            const persona::PeakTimes &peak)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < sample.windows.size(); ++i) {
        SampleWindow &window = sample.windows[i];
        if (sums[i].requests > 0)
            window.requestSize = sums[i].request / sums[i].requests;
        if (sums[i].responses > 0)
            window.responseSize = sums[i].response / sums[i].responses;
        window.gapCv = gapVariation(sample.offsets.data() + at, window.count);
        window.peak = isPeak(firstBegin + static_cast<std::int64_t>(i) * width, peak);
        at += window.count;
    }
}

} // namespace

Result<PersonaArrivals> personaArrivals(const traffic::ExchangeTable &table,
                                        const traffic::WindowTable &windows,
                                        const persona::PersonaSet &personas,
                                        JobControl &job,
                                        const std::vector<bool> &isInternal)
{
    PersonaArrivals arrivals;
    const std::size_t count = personas.personas.size();
    const std::size_t resources = table.resources().size();
    arrivals.counts.assign(count, std::vector<std::uint64_t>(resources, 0));
    if (table.isEmpty())
        return makeError(ErrorKind::InvalidArgument, Tr::tr("The capture holds no exchange."));
    const auto width = static_cast<std::int64_t>(std::llround(windows.widthSeconds * 1e9));
    const std::int64_t firstSlice = floorDiv(table.firstTime(), width);
    const std::int64_t slices = floorDiv(table.lastTime(), width) - firstSlice + 1;
    if (slices > static_cast<std::int64_t>(kMostSampleWindows))
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("The capture has %1 slices of %2 s, more than %3; choose a wider window.")
                .arg(slices)
                .arg(windows.widthSeconds)
                .arg(kMostSampleWindows));
    std::vector<ArrivalSample> samples(count);
    std::vector<std::vector<SliceSums>> sums(count);
    for (std::size_t p = 0; p < count; ++p) {
        samples[p].windowSeconds = windows.widthSeconds;
        samples[p].windows.resize(static_cast<std::size_t>(slices));
        sums[p].resize(static_cast<std::size_t>(slices));
    }
    persona::PersonaFinder finder(windows, personas);
    const auto take = [&](const traffic::ExchangeChunk &chunk, std::size_t row) {
        const std::size_t resource = number(chunk.resource[row]);
        if (resource < isInternal.size() && isInternal[resource])
            return;
        const std::int64_t slice = floorDiv(chunk.begin[row], width);
        const int persona = finder.find(chunk.resource[row], slice);
        if (persona < 0) {
            ++arrivals.unclustered;
            return;
        }
        const auto p = static_cast<std::size_t>(persona);
        const auto s = static_cast<std::size_t>(slice - firstSlice);
        ++arrivals.counts[p][resource];
        ++samples[p].windows[s].count;
        samples[p].offsets.push_back(chunk.begin[row] - slice * width);
        SliceSums &sum = sums[p][s];
        if (isKnown(chunk.requestBytes[row])) {
            sum.request += static_cast<double>(chunk.requestBytes[row]);
            ++sum.requests;
        }
        if (isKnown(chunk.responseBytes[row])) {
            sum.response += static_cast<double>(chunk.responseBytes[row]);
            ++sum.responses;
        }
    };
    DRAMATIS_CHECK(table.walk(job, [&](const traffic::ExchangeChunk &chunk) -> Result<> {
        for (std::size_t row = 0; row < chunk.size(); ++row)
            take(chunk, row);
        return {};
    }));
    for (std::size_t p = 0; p < count; ++p) {
        finish(samples[p], sums[p], firstSlice * width, width, personas.personas[p].peak);
        arrivals.samples.push_back(std::make_shared<const ArrivalSample>(std::move(samples[p])));
    }
    return arrivals;
}

Result<std::vector<std::shared_ptr<const ArrivalSample>>>
arrivalSamples(const traffic::ExchangeTable &table,
               const traffic::WindowTable &windows,
               const persona::PersonaSet &personas,
               JobControl &job)
{
    DRAMATIS_TRY(PersonaArrivals arrivals, personaArrivals(table, windows, personas, job));
    return std::move(arrivals.samples);
}

} // namespace dramatis::topology
