// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_eps_slider [windows]...
//
// Drives the real eps slider of the personas page over its whole range as a hand would: another
// value every 16 ms, or as soon as the GUI is free; with 100,000 and 1,000,000 generated windows of
// 6 features unless told otherwise. Then pans and zooms the scatter. Prints a line of JSON for
// each: the time between paints of the scatter that show another picture, and how long the GUI
// thread was busy with one event. Run it with QT_QPA_PLATFORM=offscreen or on a screen.
#include "tests/bench/frame_meter.h"
#include "tests/bench/scatter_moves.h"
#include "tests/support/exchanges.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/base/theme.h"
#include "ui/pages/personas/clustering_bar.h"
#include "ui/pages/personas/personas_page.h"
#include "ui/pages/personas/personas_presenter.h"
#include "ui/plots/scatter_plot.h"

#include <cstdio>
#include <cstdlib>
#include <random>

using namespace dramatis;
using namespace dramatis::ui;

namespace {

constexpr Eigen::Index kFeatures = 6;
constexpr int kSteps = 250;
constexpr int kClusters = 8;

/// Eight Gaussians of different width and 5 % uniform noise. mt19937_64 is the same everywhere.
traffic::Matrix generated(Eigen::Index rows)
{
    std::mt19937_64 random(20260101);
    const auto uniform = [&random] { return double(random() >> 11) * 0x1.0p-53; };
    const auto normal = [&uniform] { // the sum of twelve uniforms: near enough to a Gaussian
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += uniform();
        return sum;
    };
    traffic::Matrix centres(kClusters, kFeatures);
    for (Eigen::Index c = 0; c < kClusters; ++c)
        for (Eigen::Index f = 0; f < kFeatures; ++f)
            centres(c, f) = 12 * uniform();
    traffic::Matrix points(rows, kFeatures);
    for (Eigen::Index row = 0; row < rows; ++row) {
        const bool noise = uniform() < 0.05;
        const auto c = static_cast<Eigen::Index>(uniform() * kClusters);
        for (Eigen::Index f = 0; f < kFeatures; ++f)
            points(row, f) =
                noise ? 14 * uniform() - 1 : centres(c, f) + (0.3 + 0.1 * double(c)) * normal();
    }
    return points;
}

/// An analysis as a capture of that many windows would give it.
Result<analysis::PersonaAnalysis> analysisOf(traffic::Matrix points)
{
    analysis::PersonaAnalysis analysis;
    auto windows = std::make_shared<traffic::WindowTable>();
    windows->widthSeconds = 60;
    windows->resources = {QString(), QStringLiteral("web")};
    windows->windows.resize(std::size_t(points.rows()));
    auto features = std::make_shared<traffic::FeatureMatrix>();
    for (std::size_t i = 0; i < windows->windows.size(); ++i) {
        windows->windows[i].resource = StringId{1};
        windows->windows[i].slice = std::int64_t(i);
        windows->windows[i].exchanges = 60;
        features->windowOfRow.push_back(std::uint32_t(i));
    }
    for (Eigen::Index f = 0; f < kFeatures; ++f) {
        traffic::FeatureColumn column;
        column.id = column.name = QStringLiteral("f%1").arg(f);
        features->columns.push_back(column);
    }
    features->raw = points;
    features->scaled = std::move(points);
    NullJobControl job;
    DRAMATIS_TRY(analysis.outcome, clustering::cluster(features->scaled, {}, job));
    analysis.windows = std::move(windows);
    analysis.features = std::move(features);
    return analysis;
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    return 1;
}

/// A document whose current set was found in `windows` generated windows.
Result<> fill(tests::PageFixture &fixture, Eigen::Index windows)
{
    project::CaptureRecord record;
    record.name = QStringLiteral("generated");
    DRAMATIS_TRY(const auto store, fixture.document->beginImport(CaptureId{1}));
    record.table = tests::makeTable({{.begin = tests::ns(0), .server = "web", .path = "/"}},
                                    traffic::ResourceRule::Automatic,
                                    store);
    NullJobControl job;
    DRAMATIS_TRY(auto statistics, traffic::captureStatistics(*record.table, job));
    record.statistics = std::make_shared<const traffic::CaptureStatistics>(std::move(statistics));
    if (const auto kept = fixture.document->keep(project::PutCapture{CaptureId{1}, record}); !kept)
        return tl::unexpected(kept.error());
    DRAMATIS_TRY(auto made, analysisOf(generated(windows)));
    made.set.id = PersonaSetId{2};
    made.set.capture = CaptureId{1};
    made.set.labels = made.outcome.clustering.labels;
    made.set.windowOfRow = made.features->windowOfRow;
    const auto set = std::make_shared<const persona::PersonaSet>(made.set);
    if (const auto kept = fixture.document->keep(project::PutPersonaSet{PersonaSetId{2}, set});
        !kept)
        return tl::unexpected(kept.error());
    fixture.document->setAnalysis(
        PersonaSetId{2}, std::make_shared<const analysis::PersonaAnalysis>(std::move(made)));
    return {};
}

/// There and back, so that each end is left again.
void drag(tests::MeteredApplication &application, LogSlider &slider)
{
    const int range = slider.maximum() - slider.minimum();
    tests::repeat(application, kSteps, [&](int step) {
        const int away = step < kSteps / 2 ? step : kSteps - step;
        slider.setValue(slider.minimum() + range * away * 2 / kSteps);
    });
}

Result<> measure(tests::MeteredApplication &application, Eigen::Index windows)
{
    tests::PageFixture fixture;
    DRAMATIS_CHECK(fill(fixture, windows));
    PersonasPage page(fixture.services());
    page.setDocument(fixture.document.get());
    page.resize(1600, 1000);
    page.show();
    page.setActive(true);
    auto *presenter = page.findChild<PersonasPresenter *>();
    auto *scatter = page.findChild<ScatterPlot *>();
    tests::waitUntil(application, [&] { return presenter->found() && scatter->isCurrent(); });
    const tests::WatchedScatter watched(application, *scatter);
    const auto line = [&](const char *act, const auto &move) {
        tests::waitUntil(application, [&] {
            return !presenter->isProfiling() && !presenter->isFinding() && scatter->isCurrent();
        });
        tests::measureAct(application, "eps_slider", act, std::size_t(windows), move);
    };
    line("drag", [&] { drag(application, *page.findChild<LogSlider *>()); });
    line("pan", [&] { tests::pan(application, *scatter); });
    line("zoom", [&] { tests::zoom(application, *scatter); });
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    tests::MeteredApplication application(argc, argv);
    applyTheme(application, ThemeChoice::Light);
    std::vector<Eigen::Index> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(Eigen::Index(std::strtoll(argv[i], nullptr, 10)));
    if (sizes.empty())
        sizes = {100'000, 1'000'000};
    for (const Eigen::Index windows : sizes)
        if (const auto done = measure(application, windows); !done)
            return fail(done.error());
    return 0;
}
