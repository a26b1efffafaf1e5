// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lloyd's algorithm. Rows are worked through in ranges of fixed size whose sums are added in order,
// so that the number of threads changes nothing. A centre that has lost all its rows moves to the
// row that is farthest from its centre.
#include "core/clustering/kmeans.h"

#include "core/base/parallel.h"
#include "core/clustering/tr.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_01.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace dramatis::clustering {

namespace {

constexpr std::size_t kGrain = 4096; ///< rows per range
using Random = boost::random::mt19937_64;

/// One start: its centres and where the rows stand.
struct State
{
    Matrix centres; ///< clusters in rows
    std::vector<int> labels;
    std::vector<double> squared; ///< per row, squared distance to its centre
    double inertia = kInfinity;
    int iterations = 0;
};

/// k-means++: every next centre is drawn with a chance proportional to the squared distance to the
/// nearest centre so far.
Matrix startingCentres(const MatrixRef &x, int clusters, Random &random)
{
    boost::random::uniform_01<double> uniform;
    Matrix centres(clusters, x.cols());
    Eigen::VectorXd nearest = Eigen::VectorXd::Constant(x.rows(), kInfinity);
    auto chosen = static_cast<Eigen::Index>(uniform(random) * static_cast<double>(x.rows()));
    for (int cluster = 0;; ++cluster) {
        centres.row(cluster) = x.row(chosen);
        if (cluster + 1 == clusters)
            return centres;
        for (Eigen::Index row = 0; row < x.rows(); ++row)
            nearest(row) = std::min(nearest(row), (x.row(row) - x.row(chosen)).squaredNorm());
        double left = uniform(random) * nearest.sum();
        chosen = 0;
        for (Eigen::Index row = 0; row < x.rows(); ++row) {
            if (nearest(row) == 0)
                continue; // a centre already, or the same as one
            chosen = row;
            left -= nearest(row);
            if (left < 0)
                break;
        }
    }
}

/// Gives every row the nearest centre (the lowest of several). Whether any label changed.
bool assign(const MatrixRef &x, State &state)
{
    const auto rows = static_cast<std::size_t>(x.rows());
    const std::size_t ranges = (rows + kGrain - 1) / kGrain;
    std::vector<double> inertia(ranges, 0.0);
    std::vector<char> changed(ranges, 0);
    // Centres in columns: one row is measured against all of them at once.
    const Eigen::ArrayXXd centres = state.centres.array();
    parallelFor(rows, kGrain, defaultThreadCount(), [&](std::size_t begin, std::size_t end) {
        Eigen::ArrayXd squared(centres.rows());
        for (std::size_t row = begin; row < end; ++row) {
            const double *values = x.row(static_cast<Eigen::Index>(row)).data();
            squared.setZero();
            for (Eigen::Index feature = 0; feature < x.cols(); ++feature)
                squared += (centres.col(feature) - values[feature]).square();
            Eigen::Index nearest = 0;
            const double least = squared.minCoeff(&nearest);
            changed[begin / kGrain] |= state.labels[row] != static_cast<int>(nearest);
            state.labels[row] = static_cast<int>(nearest);
            state.squared[row] = least;
            inertia[begin / kGrain] += least;
        }
    });
    state.inertia = std::accumulate(inertia.begin(), inertia.end(), 0.0);
    return std::find(changed.begin(), changed.end(), 1) != changed.end();
}

void moveCentres(const MatrixRef &x, State &state)
{
    const auto rows = static_cast<std::size_t>(x.rows());
    const std::size_t ranges = (rows + kGrain - 1) / kGrain;
    struct Sums
    {
        Matrix sum;
        Eigen::VectorXd count;
    };
    std::vector<Sums> partial(ranges);
    parallelFor(rows, kGrain, defaultThreadCount(), [&](std::size_t begin, std::size_t end) {
        Sums &sums = partial[begin / kGrain];
        sums.sum = Matrix::Zero(state.centres.rows(), x.cols());
        sums.count = Eigen::VectorXd::Zero(state.centres.rows());
        for (std::size_t row = begin; row < end; ++row) {
            sums.sum.row(state.labels[row]) += x.row(static_cast<Eigen::Index>(row));
            sums.count(state.labels[row]) += 1;
        }
    });
    Sums total = partial.front();
    for (std::size_t range = 1; range < ranges; ++range) {
        total.sum += partial[range].sum;
        total.count += partial[range].count;
    }
    for (Eigen::Index cluster = 0; cluster < state.centres.rows(); ++cluster) {
        if (total.count(cluster) > 0) {
            state.centres.row(cluster) = total.sum.row(cluster) / total.count(cluster);
            continue;
        }
        const auto farthest = std::max_element(state.squared.begin(), state.squared.end());
        state.centres.row(cluster) = x.row(farthest - state.squared.begin());
        *farthest = 0; // the next empty one takes another
    }
}

Result<State>
lloyd(const MatrixRef &x, const KMeansOptions &options, Random &random, JobControl &job)
{
    State state;
    state.centres = startingCentres(x, options.clusters, random);
    state.labels.assign(static_cast<std::size_t>(x.rows()), kNoise);
    state.squared.resize(static_cast<std::size_t>(x.rows()));
    while (assign(x, state) && state.iterations < options.maxIterations) {
        DRAMATIS_CHECK(
            job.checkpoint(static_cast<double>(state.iterations) / options.maxIterations));
        moveCentres(x, state);
        ++state.iterations;
    }
    return state;
}

/// Labels by first member, centres in their order; centres without rows are dropped.
KMeansResult inOrderOfLabels(const State &state)
{
    KMeansResult result;
    result.clustering = canonical(state.labels);
    result.inertia = state.inertia;
    result.iterations = state.iterations;
    result.centres.resize(result.clustering.clusters, state.centres.cols());
    for (std::size_t row = 0; row < state.labels.size(); ++row)
        result.centres.row(result.clustering.labels[row]) = state.centres.row(state.labels[row]);
    return result;
}

} // namespace

Result<KMeansResult> kMeans(const MatrixRef &x, const KMeansOptions &options, JobControl &job)
{
    DRAMATIS_CHECK(checkPoints(x));
    if (options.clusters < 1 || options.clusters > x.rows())
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("The number of clusters is %1, but must be between 1 and the number "
                   "of points (%2).")
                .arg(options.clusters)
                .arg(x.rows()));
    Random random(options.seed);
    State best;
    const int starts = std::max(options.starts, 1);
    for (int start = 0; start < starts; ++start) {
        JobSlice slice(
            job, static_cast<double>(start) / starts, static_cast<double>(start + 1) / starts);
        DRAMATIS_CHECK(slice.checkpoint(0, Tr::tr("Finding cluster centres")));
        DRAMATIS_TRY(State state, lloyd(x, options, random, slice));
        if (start == 0 || state.inertia < best.inertia)
            best = std::move(state);
    }
    return inOrderOfLabels(best);
}

} // namespace dramatis::clustering
