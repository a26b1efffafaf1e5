// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_plots [points]...
//
// The plots of the personas page alone, with 100,000 and 1,000,000 generated points unless told
// otherwise: the parts of a picture in the thread that makes it, then a drag of eps through labels
// that were made before (a new one every 16 ms, or as soon as the GUI is free), then panning and
// zooming. Prints a line of JSON for each. Run it with QT_QPA_PLATFORM=offscreen or on a screen.
#include "tests/bench/frame_meter.h"
#include "tests/bench/scatter_moves.h"
#include "ui/base/theme.h"
#include "ui/plots/reachability_plot.h"
#include "ui/plots/scatter_plot.h"

#include <QVBoxLayout>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

using namespace dramatis;
using namespace dramatis::ui;

namespace {

constexpr int kClusters = 8;
constexpr int kCuts = 20;
constexpr int kSteps = 240;

struct Made
{
    report::ScatterChart scatter;
    report::ReachabilityChart reachability;
    std::vector<PointLabels> cuts;
    std::vector<PointLabels> inOrder;
};

/// Eight Gaussians in random order, with more and more noise from cut to cut.
Made made(std::size_t points)
{
    std::mt19937_64 random(20260101);
    std::normal_distribution<float> normal;
    Made made;
    std::vector<int> truth(points);
    std::vector<float> away(points);
    for (std::size_t i = 0; i < points; ++i) {
        truth[i] = int(random() % kClusters);
        const float angle = 2 * float(M_PI) * float(truth[i]) / kClusters;
        const float x = normal(random);
        const float y = normal(random);
        away[i] = std::hypot(x, y);
        made.scatter.x.push_back(4 * std::cos(angle) + 0.8F * x);
        made.scatter.y.push_back(4 * std::sin(angle) + 0.5F * y);
    }
    for (int cut = 0; cut < kCuts; ++cut) {
        std::vector<int> labels = truth;
        for (std::size_t i = 0; i < points; ++i)
            if (away[i] > 1 + 0.15F * float(cut))
                labels[i] = -1;
        std::vector<int> inOrder = labels;
        std::stable_sort(inOrder.begin(), inOrder.end());
        made.cuts.push_back(std::make_shared<const std::vector<int>>(std::move(labels)));
        made.inOrder.push_back(std::make_shared<const std::vector<int>>(std::move(inOrder)));
    }
    for (int c = 0; c < kClusters; ++c) {
        made.scatter.clusterNames.push_back(QStringLiteral("persona %1").arg(c + 1));
        made.scatter.clusterStyle.push_back(c);
    }
    made.scatter.cluster = *made.cuts.front();
    for (std::size_t i = 0; i < points; ++i)
        made.reachability.heights.push_back(std::abs(normal(random)));
    made.reachability.cluster = *made.inOrder.front();
    made.reachability.clusterStyle = made.scatter.clusterStyle;
    made.reachability.epsilon = 0.5;
    return made;
}

/// Time of the processor, on all threads: what else the machine does counts little.
template<typename Work>
double medianOf(int times, Work work)
{
    tests::Times all;
    for (int i = 0; i < times; ++i) {
        const std::clock_t start = std::clock();
        work(i);
        all.add(double(std::clock() - start) * 1000 / CLOCKS_PER_SEC);
    }
    return all.quantile(0.5);
}

void measureParts(const Made &made)
{
    ScatterQuestion question;
    question.points =
        std::make_shared<const ScatterPoints>(ScatterPoints{made.scatter.x, made.scatter.y});
    const auto clusters = [&](int cut) {
        return std::make_shared<const ScatterClusters>(
            ScatterClusters{made.cuts[std::size_t(cut % kCuts)],
                            made.scatter.clusterNames,
                            made.scatter.clusterStyle});
    };
    question.clusters = clusters(0);
    question.view = {-7, 7, -7, 7};
    question.size = {1200, 600};
    question.tokens = &lightTokens();
    const double grid = medianOf(5, [&](int) { PointGrid(made.scatter.x, made.scatter.y); });
    ScatterPicture picture = dressScatter(question, nullptr);
    const double dress = medianOf(40, [&](int i) {
        question.clusters = clusters(i + 1);
        picture = dressScatter(question, &picture);
    });
    const double draw = medianOf(40, [&](int) { (void)drawScatter(question, &picture); });
    question.selection = std::make_shared<const std::vector<std::uint32_t>>(
        picture.grid->inside(QPolygonF({{-7, -7}, {0, -7}, {2, 7}, {-7, 7}})));
    const ScatterPicture selected = dressScatter(question, &picture);
    const double faded = medianOf(40, [&](int) { (void)drawScatter(question, &selected); });
    question.view = {3, 4, 0, 1};
    const double near = medianOf(40, [&](int) { (void)drawScatter(question, &selected); });
    QPolygonF lasso;
    for (int i = 0; i < 300; ++i)
        lasso << QPointF(3 * std::cos(i * 2 * M_PI / 300), 5 * std::sin(i * 2 * M_PI / 300));
    const double inside = medianOf(20, [&](int) { (void)picture.grid->inside(lasso); });
    const double nearest = medianOf(200, [&](int i) {
        (void)picture.grid->nearest({4 + 0.01 * i, 0}, {85, 42}, 8);
    });
    std::vector<Column> reduced = heightColumns(made.reachability.heights, 1200);
    const double columns = medianOf(20, [&](int i) {
        const std::vector<int> &labels = *made.inOrder[std::size_t(i % kCuts)];
        labelColumns(reduced, labels);
        (void)longestRuns(labels, 1000);
    });
    std::printf("{\"bench\": \"plots\", \"act\": \"parts\", \"points\": %zu, \"grid_ms\": %.2f, "
                "\"clusters_ms\": %.2f, \"picture_ms\": %.2f, \"faded_ms\": %.2f, "
                "\"zoomed_ms\": %.2f, \"lasso_ms\": %.2f, \"hover_ms\": %.3f, "
                "\"columns_ms\": %.2f}\n",
                made.scatter.x.size(),
                grid,
                dress,
                draw,
                faded,
                near,
                inside,
                nearest,
                columns);
}

class Window : public QWidget
{
public:
    explicit Window(const Made &made)
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(&scatter, 2);
        column->addWidget(&reachability, 1);
        scatter.setValue(made.scatter);
        reachability.setValue(made.reachability);
        resize(1300, 950);
    }
    ScatterPlot scatter;
    ReachabilityPlot reachability;
};

void drag(tests::MeteredApplication &application, Window &window, const Made &made)
{
    tests::repeat(application, kSteps, [&](int step) {
        const int cut = std::abs(step % (2 * kCuts) - kCuts + 1) % kCuts;
        window.scatter.setClusters(
            made.cuts[std::size_t(cut)], made.scatter.clusterNames, made.scatter.clusterStyle);
        window.reachability.setCut(
            0.2 + 0.05 * cut, made.inOrder[std::size_t(cut)], made.scatter.clusterStyle);
    });
}

void measure(tests::MeteredApplication &application, std::size_t points)
{
    const Made input = made(points);
    measureParts(input);
    Window window(input);
    window.show();
    const tests::WatchedScatter watched(application, window.scatter);
    const auto line = [&](const char *act, const auto &move) {
        tests::waitUntil(application, [&] { return window.scatter.isCurrent(); });
        tests::measureAct(application, "plots", act, points, move);
    };
    line("drag", [&] { drag(application, window, input); });
    line("pan", [&] { tests::pan(application, window.scatter); });
    line("zoom", [&] { tests::zoom(application, window.scatter); });
}

} // namespace

int main(int argc, char **argv)
{
    tests::MeteredApplication application(argc, argv);
    applyTheme(application, ThemeChoice::Light);
    std::vector<std::size_t> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::size_t(std::strtoull(argv[i], nullptr, 10)));
    if (sizes.empty())
        sizes = {100'000, 1'000'000};
    for (const std::size_t points : sizes)
        measure(application, points);
    return 0;
}
