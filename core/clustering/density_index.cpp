// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works. Two rows are in one DBSCAN cluster at eps exactly when a path of core points with
// steps of at most eps leads from one to the other, that is, when a path of edges of *mutual
// reachability* max(core(a), core(b), distance(a, b)) <= eps does. The minimum spanning tree keeps
// those paths for every eps at once, and its dendrogram order turns "hangs together at eps" into
// "stands in one run whose merge heights are at most eps". So:
//
// 1. equal rows collapse to weighted points          distinct_points
// 2. points are put in tree order                    kd_tree
// 3. nearest neighbours, core distances              neighbours
// 4. minimum spanning tree of mutual reachability    spanning_tree: at the largest minPoints, and
//    from it at the one asked for
// 5. dendrogram order                                single_linkage
// 6. border parents                                  border_parents
//
// and a cut is a scan. What does not depend on minPoints, steps 1 to 3 and the tree at the largest
// minPoints, is shared by all indexes made by withMinPoints(). A point that stands for several rows
// becomes as many adjacent rows that merge at its core distance.
//
// Sources: Ester, Kriegel, Sander, Xu, "A density-based algorithm for discovering clusters",
// KDD-96; Campello, Moulavi, Zimek, Sander, "Hierarchical density estimates ...", ACM TKDD 10, 2015
// (mutual reachability); Ankerst et al., "OPTICS", SIGMOD 1999 (the plot).
#include "core/clustering/density_index.h"

#include "core/base/parallel.h"
#include "core/clustering/border_parents.h"
#include "core/clustering/distinct_points.h"
#include "core/clustering/single_linkage.h"
#include "core/clustering/sort_by_height.h"
#include "core/clustering/tr.h"

#include <functional>
#include <limits>
#include <numeric>

namespace dramatis::clustering {

static_assert(kMaxMinPoints - 1 <= kMaxNeighbours);

/// What does not depend on minPoints: points in tree order, their rows and their neighbours.
struct Neighbourhood
{
    KdTree tree;
    NeighbourLists lists;
    std::vector<std::uint32_t> weight;   ///< per point, how many rows it stands for
    std::vector<std::uint32_t> firstRow; ///< per point + 1, where its rows begin in rowsOfPoints
    std::vector<std::uint32_t> rowsOfPoints; ///< ascending within a point
    std::size_t rows = 0;
    int maxMinPoints = 0;           ///< no more than rows
    std::vector<Edge> spanningTree; ///< at maxMinPoints
    unsigned threads = 1;

    [[nodiscard]] std::size_t pointOf(std::size_t row) const
    {
        const auto place = std::find(rowsOfPoints.begin(), rowsOfPoints.end(), row);
        const auto next =
            std::upper_bound(firstRow.begin(),
                             firstRow.end(),
                             static_cast<std::uint32_t>(place - rowsOfPoints.begin()));
        return static_cast<std::size_t>(next - firstRow.begin()) - 1;
    }
};

namespace {

std::vector<std::uint32_t> inverse(std::span<const std::uint32_t> permutation)
{
    std::vector<std::uint32_t> result(permutation.size());
    for (std::uint32_t i = 0; i < permutation.size(); ++i)
        result[permutation[i]] = i;
    return result;
}

Result<std::shared_ptr<const Neighbourhood>>
neighbourhood(const MatrixRef &x, int maxMinPoints, unsigned threads, JobControl &job)
{
    DRAMATIS_CHECK(job.checkpoint(0, Tr::tr("Sorting points")));
    DistinctPoints distinct = distinctPoints(x);
    auto result = std::make_shared<Neighbourhood>(
        Neighbourhood{KdTree(x, distinct.firstRow), {}, {}, {}, {}, 0, 0, {}, threads});
    result->rows = distinct.pointOfRow.size();
    result->maxMinPoints =
        static_cast<int>(std::min(static_cast<std::size_t>(maxMinPoints), result->rows));

    // From points in the order of rows to points in tree order.
    const std::size_t points = distinct.firstRow.size();
    result->weight.reserve(points);
    result->firstRow.reserve(points + 1);
    result->firstRow.push_back(0);
    std::vector<std::uint32_t> place(points); // per distinct point, where its next row goes
    for (const std::uint32_t row : result->tree.rows()) {
        const std::uint32_t point = distinct.pointOfRow[row];
        place[point] = result->firstRow.back();
        result->weight.push_back(distinct.weight[point]);
        result->firstRow.push_back(place[point] + distinct.weight[point]);
    }
    result->rowsOfPoints.resize(result->rows);
    for (std::uint32_t row = 0; row < result->rows; ++row)
        result->rowsOfPoints[place[distinct.pointOfRow[row]]++] = row;

    distinct = {};
    JobSlice searching(job, 0.05, 0.7);
    DRAMATIS_TRY(
        result->lists,
        nearestNeighbours(
            result->tree, static_cast<std::size_t>(result->maxMinPoints - 1), threads, searching));
    JobSlice linking(job, 0.7, 1.0);
    const std::vector<double> core =
        coreDistances(result->lists, result->weight, result->maxMinPoints);
    DRAMATIS_TRY(result->spanningTree,
                 spanningTree(result->tree, result->lists, core, threads, linking));
    return std::shared_ptr<const Neighbourhood>(std::move(result));
}

} // namespace

Result<> checkMinPoints(int minPoints, std::size_t rows, int most)
{
    if (minPoints < 1 || minPoints > most)
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("minPts is %1, but must be between 1 and %2.").arg(minPoints).arg(most));
    if (static_cast<std::size_t>(minPoints) > rows)
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("minPts is %1, more than the number of points (%2): choose a smaller minPts.")
                .arg(minPoints)
                .arg(rows));
    return {};
}

struct DensityIndex::Private
{
    std::shared_ptr<const Neighbourhood> base;
    int minPoints = 0;
    std::vector<std::uint32_t> order;          ///< per position, the row
    std::vector<double> reachability;          ///< per position
    std::vector<double> coreAt;                ///< per position, the row's core distance
    std::vector<double> core;                  ///< per row
    std::vector<double> sortedCore;            ///< ascending
    std::vector<std::uint32_t> position;       ///< per row
    std::vector<std::uint32_t> parentPosition; ///< per row, where its border parent stands
    std::vector<double> borderFrom; ///< per row, the eps from which it is border; else infinity

    static Result<std::shared_ptr<const DensityIndex>>
    make(std::shared_ptr<const Neighbourhood> base, int minPoints, JobControl &job);
    void setOrder(const DendrogramOrder &points, std::span<const double> pointCore);
    void setBorder(const BorderParents &parents);
};

/// Replaces every point by its rows, which merge with one another where the point becomes core.
void DensityIndex::Private::setOrder(const DendrogramOrder &points,
                                     std::span<const double> pointCore)
{
    order.reserve(base->rows);
    reachability.reserve(base->rows);
    coreAt.reserve(base->rows);
    core.resize(base->rows);
    for (std::size_t i = 0; i < points.point.size(); ++i) {
        const std::uint32_t point = points.point[i];
        for (std::uint32_t place = base->firstRow[point]; place < base->firstRow[point + 1];
             ++place) {
            const std::uint32_t row = base->rowsOfPoints[place];
            order.push_back(row);
            reachability.push_back(place == base->firstRow[point] ? points.height[i]
                                                                  : pointCore[point]);
            coreAt.push_back(pointCore[point]);
            core[row] = pointCore[point];
        }
    }
    position = inverse(order);
    sortedCore = core;
    sortByHeight(sortedCore, std::identity());
}

void DensityIndex::Private::setBorder(const BorderParents &parents)
{
    parentPosition.resize(base->rows);
    borderFrom.resize(base->rows);
    for (std::size_t point = 0; point < parents.parent.size(); ++point) {
        const std::uint32_t parentRow = base->tree.rows()[parents.parent[point]];
        for (std::uint32_t place = base->firstRow[point]; place < base->firstRow[point + 1];
             ++place) {
            const std::uint32_t row = base->rowsOfPoints[place];
            parentPosition[row] = position[parentRow];
            borderFrom[row] = parents.from[point];
        }
    }
}

Result<std::shared_ptr<const DensityIndex>> DensityIndex::Private::make(
    std::shared_ptr<const Neighbourhood> base, int minPoints, JobControl &job)
{
    auto d = std::make_unique<Private>();
    d->base = std::move(base);
    d->minPoints = minPoints;
    const Neighbourhood &all = *d->base;
    const std::vector<double> core = clustering::coreDistances(all.lists, all.weight, minPoints);
    {
        JobSlice linking(job, 0, 0.7);
        DRAMATIS_TRY(
            std::vector<Edge> edges,
            minPoints == all.maxMinPoints
                ? Result<std::vector<Edge>>(all.spanningTree)
                : spanningTree(all.tree, all.lists, core, all.spanningTree, all.threads, linking));
        DRAMATIS_CHECK(job.checkpoint(0.7, Tr::tr("Ordering points")));
        d->setOrder(dendrogramOrder(std::move(edges), all.tree.rows()), core);
    }
    DRAMATIS_CHECK(job.checkpoint(0.9));
    d->setBorder(borderParents(all.lists, core, all.tree.rows(), all.threads));
    return std::make_shared<const DensityIndex>(std::unique_ptr<const Private>(std::move(d)));
}

Result<std::shared_ptr<const DensityIndex>>
DensityIndex::build(const MatrixRef &x, const DensityIndexOptions &options, JobControl &job)
{
    DRAMATIS_CHECK(checkPoints(x));
    if (options.maxMinPoints < 1 || options.maxMinPoints > kMaxMinPoints)
        return makeError(ErrorKind::InvalidArgument,
                         Tr::tr("The largest minPts is %1, but must be between 1 and %2.")
                             .arg(options.maxMinPoints)
                             .arg(kMaxMinPoints));
    DRAMATIS_CHECK(checkMinPoints(
        options.minPoints, static_cast<std::size_t>(x.rows()), options.maxMinPoints));

    const unsigned threads = options.threads == 0 ? defaultThreadCount() : options.threads;
    JobSlice searching(job, 0, 0.8);
    DRAMATIS_TRY(std::shared_ptr<const Neighbourhood> base,
                 neighbourhood(x, options.maxMinPoints, threads, searching));
    JobSlice linking(job, 0.8, 1.0);
    return Private::make(std::move(base), options.minPoints, linking);
}

Result<std::shared_ptr<const DensityIndex>> DensityIndex::withMinPoints(int minPoints,
                                                                        JobControl &job) const
{
    DRAMATIS_CHECK(checkMinPoints(minPoints, size(), d->base->maxMinPoints));
    return Private::make(d->base, minPoints, job);
}

Clustering DensityIndex::cut(double epsilon) const
{
    Clustering result;
    cut(epsilon, result);
    return result;
}

void DensityIndex::cut(double epsilon, Clustering &out) const
{
    // Kept between cuts, so that dragging eps allocates nothing.
    thread_local std::vector<int>
        runOfPosition; // run of core points that a position is in, or kNoise
    thread_local std::vector<int> labelOfRun;
    const std::size_t rows = size();
    runOfPosition.resize(rows);
    labelOfRun.resize(rows);
    out.labels.resize(rows);
    out.roles.resize(rows);

    // A run ends where the merge height exceeds eps. A point that is not core is a run of its own,
    // for it merges with nothing below its core distance; such runs are no clusters and get no
    // number.
    int runs = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const bool isCore = d->coreAt[i] <= epsilon;
        runs += isCore && d->reachability[i] > epsilon;
        runOfPosition[i] = isCore ? runs - 1 : kNoise;
    }

    // Numbers by first member in input order.
    std::fill_n(labelOfRun.begin(), runs, kNoise);
    int clusters = 0;
    std::size_t noise = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        int run = runOfPosition[d->position[row]];
        Role role = Role::Core;
        if (run == kNoise) {
            const bool isBorder = d->borderFrom[row] <= epsilon;
            role = isBorder ? Role::Border : Role::Noise;
            run = isBorder ? runOfPosition[d->parentPosition[row]] : kNoise;
        }
        out.roles[row] = role;
        if (run == kNoise) {
            out.labels[row] = kNoise;
            ++noise;
            continue;
        }
        int &label = labelOfRun[static_cast<std::size_t>(run)];
        if (label == kNoise)
            label = clusters++;
        out.labels[row] = label;
    }
    out.clusters = clusters;
    out.noise = noise;
}

Standing DensityIndex::standing(std::size_t row, double epsilon) const
{
    Standing result{.coreDistance = d->core[row],
                    .joinsFrom = std::min(d->core[row], d->borderFrom[row]),
                    .viaDistance = kInfinity};
    if (result.coreDistance <= epsilon) {
        result.role = Role::Core;
        return result;
    }
    const KdTree &tree = d->base->tree;
    const std::size_t point = d->base->pointOf(row);
    if (result.joinsFrom <= epsilon) {
        result.role = Role::Border;
        result.via = d->order[d->parentPosition[row]];
        result.viaDistance = tree.distance(point, d->base->pointOf(*result.via));
        return result;
    }
    for (std::size_t other = 0; other < tree.size(); ++other) { // may be beyond the list
        const std::size_t candidate = tree.rows()[other];
        if (d->core[candidate] > epsilon)
            continue;
        const double distance = tree.distance(point, other);
        if (distance < result.viaDistance
            || (distance == result.viaDistance && candidate < result.via)) {
            result.viaDistance = distance;
            result.via = candidate;
        }
    }
    return result;
}

std::size_t DensityIndex::size() const
{
    return d->base->rows;
}

int DensityIndex::minPoints() const
{
    return d->minPoints;
}

std::span<const std::uint32_t> DensityIndex::order() const
{
    return d->order;
}

std::span<const double> DensityIndex::reachability() const
{
    return d->reachability;
}

std::span<const double> DensityIndex::coreDistances() const
{
    return d->core;
}

std::span<const double> DensityIndex::sortedCoreDistances() const
{
    return d->sortedCore;
}

DensityIndex::DensityIndex(std::unique_ptr<const Private> data) : d(std::move(data)) {}

DensityIndex::~DensityIndex() = default;

} // namespace dramatis::clustering
