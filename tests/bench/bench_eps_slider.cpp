// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_eps_slider
//
// Drives the real eps slider of the personas page over 200 steps, with 100,000 generated windows of
// 6 features, and measures from the slider's change to the end of the scatter's paint. Prints one
// line of JSON. Run it with QT_QPA_PLATFORM=offscreen or on a screen.
#include "tests/support/exchanges.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/base/theme.h"
#include "ui/pages/personas/clustering_bar.h"
#include "ui/pages/personas/personas_page.h"
#include "ui/pages/personas/personas_presenter.h"
#include "ui/plots/scatter_plot.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace dramatis;
using namespace dramatis::ui;

namespace {

constexpr Eigen::Index kWindows = 100'000;
constexpr Eigen::Index kFeatures = 6;
constexpr int kSteps = 200;
constexpr int kClusters = 8;

/// Eight Gaussians of different width and 5 % uniform noise. mt19937_64 is the same everywhere.
traffic::Matrix generated()
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
    traffic::Matrix points(kWindows, kFeatures);
    for (Eigen::Index row = 0; row < kWindows; ++row) {
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
    windows->windows.resize(std::size_t(kWindows));
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

/// Counts the paints of the scatter's canvas.
class PaintCounter : public QObject
{
public:
    int count = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    applyTheme(application, ThemeChoice::Light);
    tests::PageFixture fixture;
    project::CaptureRecord record;
    record.name = QStringLiteral("generated");
    const auto store = fixture.document->beginImport(CaptureId{1});
    if (!store)
        return fail(store.error());
    record.table = tests::makeTable({{.begin = tests::ns(0), .server = "web", .path = "/"}},
                                    traffic::ResourceRule::Automatic,
                                    *store);
    NullJobControl job;
    auto statistics = traffic::captureStatistics(*record.table, job);
    if (!statistics)
        return fail(statistics.error());
    record.statistics = std::make_shared<const traffic::CaptureStatistics>(*std::move(statistics));
    if (const auto kept = fixture.document->keep(project::PutCapture{CaptureId{1}, record}); !kept)
        return fail(kept.error());
    auto made = analysisOf(generated());
    if (!made)
        return fail(made.error());
    made->set.id = PersonaSetId{2};
    made->set.capture = CaptureId{1};
    const auto set = std::make_shared<const persona::PersonaSet>(made->set);
    if (const auto kept = fixture.document->keep(project::PutPersonaSet{PersonaSetId{2}, set});
        !kept)
        return fail(kept.error());
    fixture.document->setAnalysis(
        PersonaSetId{2}, std::make_shared<const analysis::PersonaAnalysis>(*std::move(made)));

    PersonasPage page(fixture.services());
    page.setDocument(fixture.document.get());
    page.resize(1600, 1000);
    page.show();
    page.setActive(true);
    auto *presenter = page.findChild<PersonasPresenter *>();
    while (!presenter->found())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    auto *slider = page.findChild<LogSlider *>();
    QWidget *canvas = page.findChild<ScatterPlot *>()->findChild<QWidget *>();
    PaintCounter paints;
    canvas->installEventFilter(&paints);
    std::vector<double> milliseconds;
    for (int step = 0; step < kSteps; ++step) {
        const int before = paints.count;
        QElapsedTimer clock;
        clock.start();
        slider->setValue(100 + step * 4);
        while (paints.count == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        milliseconds.push_back(double(clock.nsecsElapsed()) * 1e-6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("{\"bench\": \"eps_slider\", \"windows\": %d, \"features\": %d, \"steps\": %d, "
                "\"median_ms\": %.2f, \"p99_ms\": %.2f}\n",
                int(kWindows),
                int(kFeatures),
                kSteps,
                milliseconds[kSteps / 2],
                milliseconds[kSteps * 99 / 100]);
    return 0;
}
