// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lloyd's algorithm. Rows are worked through in ranges of fixed size whose sums are added in order,
// so that the number of threads changes nothing. A centre that has lost all its rows moves to the
// row that is farthest from its centre.
//
// Hamerly's bounds: per row one from above on the distance to its centre and one from below on that
// to every other. When centres move the first grows by the move of its own, the second shrinks by
// the longest of the others. While the first is the smaller, or less than half the way from its
// centre to the nearest other, the row stays where it is and no distance is needed. The bounds are
// kept in single precision and rounded away from each other, so that a row that is skipped would
// not have changed.
#include "core/clustering/kmeans.h"

#include "core/base/parallel.h"
#include "core/clustering/leaf_kernels.h"
#include "core/clustering/tr.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_01.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace dramatis::clustering {

namespace {

constexpr std::size_t kGrain = 4096; ///< rows per range
using Random = boost::random::mt19937_64;

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

/// A bound that rounding has not made too small, or too large.
float atLeast(double value)
{
    return static_cast<float>(value * (1 + 1e-6));
}
float atMost(double value)
{
    return static_cast<float>(value * (1 - 1e-6));
}

/// One start: its centres and where the rows stand.
class Lloyd
{
public:
    Lloyd(const MatrixRef &x, Matrix startingCentres, unsigned threads)
        : centres(std::move(startingCentres))
        , labels(static_cast<std::size_t>(x.rows()), kNoise)
        , m_x(x)
        , m_threads(threads == 0 ? defaultThreadCount() : threads)
        , m_upper(labels.size(), std::numeric_limits<float>::infinity())
        , m_lower(labels.size(), 0.0F)
        , m_ranges((labels.size() + kGrain - 1) / kGrain)
    {}

    Result<> run(int maxIterations, JobControl &job)
    {
        Eigen::VectorXd moves = Eigen::VectorXd::Zero(centres.rows());
        while (assign(moves) && iterations < maxIterations) {
            DRAMATIS_CHECK(job.checkpoint(static_cast<double>(iterations) / maxIterations));
            const Matrix before = centres;
            moveCentres();
            moves = (centres - before).rowwise().norm();
            ++iterations;
        }
        inertia = 0;
        const std::vector<double> squared = squaredToCentres();
        for (std::size_t begin = 0; begin < squared.size(); begin += kGrain)
            inertia += std::accumulate(
                squared.begin() + static_cast<std::ptrdiff_t>(begin),
                squared.begin()
                    + static_cast<std::ptrdiff_t>(std::min(begin + kGrain, squared.size())),
                0.0);
        return {};
    }

    Matrix centres; ///< clusters in rows
    std::vector<int> labels;
    double inertia = kInfinity;
    int iterations = 0;

private:
    /// What one range of rows tells.
    struct Range
    {
        Matrix sum; ///< of the rows of each cluster
        Eigen::VectorXd count;
        bool isChanged = false;
    };

    /// What a round knows of the centres.
    struct Round
    {
        std::vector<float> ownMove;    ///< per centre, its last move
        std::vector<float> othersMove; ///< per centre, the longest move of the others
        std::vector<float> half;       ///< per centre, half the way to the nearest other
        std::vector<double> blocks;    ///< centres as leaves: kLeafPoints of them by feature
    };

    /// Gives every row the nearest centre (the lowest of several) and sums up the clusters. Whether
    /// any label changed.
    /// @param moves  of the centres since the last time
    bool assign(const Eigen::VectorXd &moves)
    {
        const Round round = newRound(moves);
        parallelFor(labels.size(), kGrain, m_threads, [&](std::size_t begin, std::size_t end) {
            if (hasAvx2())
                assignWide(round, begin, end);
            else
                assignRange<2>(round, begin, end);
        });
        return std::any_of(
            m_ranges.begin(), m_ranges.end(), [](const Range &range) { return range.isChanged; });
    }

    [[nodiscard]] Round newRound(const Eigen::VectorXd &moves) const
    {
        const auto clusters = static_cast<std::size_t>(centres.rows());
        const std::size_t blocks = (clusters + kLeafPoints - 1) / kLeafPoints;
        const auto features = static_cast<std::size_t>(m_x.cols());
        Round round;
        round.blocks.resize(blocks * features * kLeafPoints, kInfinity);
        for (std::size_t own = 0; own < clusters; ++own) {
            const auto row = static_cast<Eigen::Index>(own);
            double othersMove = 0;
            double nearest = kInfinity;
            for (Eigen::Index other = 0; other < centres.rows(); ++other) {
                if (other == row)
                    continue;
                othersMove = std::max(othersMove, moves(other));
                nearest = std::min(nearest, (centres.row(row) - centres.row(other)).norm());
            }
            round.ownMove.push_back(atLeast(moves(row)));
            round.othersMove.push_back(atLeast(othersMove));
            round.half.push_back(atMost(nearest / 2));
            double *block = round.blocks.data() + own / kLeafPoints * features * kLeafPoints;
            for (std::size_t feature = 0; feature < features; ++feature)
                block[feature * kLeafPoints + own % kLeafPoints] =
                    centres(row, static_cast<Eigen::Index>(feature));
        }
        return round;
    }

    DRAMATIS_AVX2 void assignWide(const Round &round, std::size_t begin, std::size_t end)
    {
        assignRange<4>(round, begin, end);
    }

    template<std::size_t Width>
    DRAMATIS_INLINE void assignRange(const Round &round, std::size_t begin, std::size_t end)
    {
        const auto features = static_cast<std::size_t>(m_x.cols());
        Range &range = m_ranges[begin / kGrain];
        range.sum.setZero(centres.rows(), m_x.cols());
        range.count.setZero(centres.rows());
        range.isChanged = false;
        for (std::size_t row = begin; row < end; ++row) {
            const double *values = m_x.row(static_cast<Eigen::Index>(row)).data();
            if (!stays(round, row, values)) {
                const int nearest = search<Width>(round, row, values);
                range.isChanged = range.isChanged || nearest != labels[row];
                labels[row] = nearest;
            }
            double *sum = range.sum.row(labels[row]).data();
            for (std::size_t feature = 0; feature < features; ++feature)
                sum[feature] += values[feature];
            range.count(labels[row]) += 1;
        }
    }

    /// Whether the bounds say that the row's centre is still the nearest.
    DRAMATIS_INLINE bool stays(const Round &round, std::size_t row, const double *values)
    {
        if (labels[row] == kNoise)
            return false;
        const auto own = static_cast<std::size_t>(labels[row]);
        m_lower[row] = (m_lower[row] - round.othersMove[own]) * (1 - 1e-6F);
        m_upper[row] = (m_upper[row] + round.ownMove[own]) * (1 + 1e-6F);
        const float bound = std::max(m_lower[row], round.half[own]);
        if (m_upper[row] < bound)
            return true;
        m_upper[row] = atLeast(std::sqrt(squaredTo(own, values)));
        return m_upper[row] < bound;
    }

    [[nodiscard]] double squaredTo(std::size_t cluster, const double *values) const
    {
        const double *centre = centres.row(static_cast<Eigen::Index>(cluster)).data();
        double sum = 0;
        for (Eigen::Index feature = 0; feature < m_x.cols(); ++feature)
            sum += (values[feature] - centre[feature]) * (values[feature] - centre[feature]);
        return sum;
    }

    /// The nearest centre, and new bounds.
    template<std::size_t Width>
    DRAMATIS_INLINE int search(const Round &round, std::size_t row, const double *values)
    {
        const auto features = static_cast<std::size_t>(m_x.cols());
        const auto clusters = static_cast<std::size_t>(centres.rows());
        double least = kInfinity;
        double second = kInfinity;
        std::size_t nearest = 0;
        for (std::size_t first = 0; first < clusters; first += kLeafPoints) {
            LeafValues squared;
            LeafKernel<Width>::nearPoint(
                round.blocks.data() + first * features, values, 1, features, kInfinity, squared);
            for (std::size_t i = 0; i < std::min(kLeafPoints, clusters - first); ++i) {
                if (squared[i] < least) {
                    second = least;
                    least = squared[i];
                    nearest = first + i;
                } else {
                    second = std::min(second, squared[i]);
                }
            }
        }
        m_upper[row] = atLeast(std::sqrt(least));
        m_lower[row] = atMost(std::sqrt(second));
        return static_cast<int>(nearest);
    }

    void moveCentres()
    {
        Range total = m_ranges.front();
        for (std::size_t range = 1; range < m_ranges.size(); ++range) {
            total.sum += m_ranges[range].sum;
            total.count += m_ranges[range].count;
        }
        std::vector<double> squared; // found out only where a cluster is empty
        for (Eigen::Index cluster = 0; cluster < centres.rows(); ++cluster)
            if (total.count(cluster) == 0 && squared.empty())
                squared = squaredToCentres();
        for (Eigen::Index cluster = 0; cluster < centres.rows(); ++cluster) {
            if (total.count(cluster) > 0) {
                centres.row(cluster) = total.sum.row(cluster) / total.count(cluster);
                continue;
            }
            const auto farthest = std::max_element(squared.begin(), squared.end());
            centres.row(cluster) = m_x.row(farthest - squared.begin());
            *farthest = 0; // the next empty one takes another
        }
    }

    /// Per row, squared distance to its centre.
    [[nodiscard]] std::vector<double> squaredToCentres() const
    {
        std::vector<double> squared(labels.size());
        parallelFor(labels.size(), kGrain, m_threads, [&](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row)
                squared[row] = squaredTo(static_cast<std::size_t>(labels[row]),
                                         m_x.row(static_cast<Eigen::Index>(row)).data());
        });
        return squared;
    }

    const MatrixRef &m_x;
    const unsigned m_threads;
    std::vector<float> m_upper; ///< per row: it is no farther from its centre
    std::vector<float> m_lower; ///< per row: it is no nearer to any other
    std::vector<Range> m_ranges;
};

/// Labels by first member, centres in their order; centres without rows are dropped.
KMeansResult inOrderOfLabels(const Lloyd &state)
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
    std::optional<Lloyd> best;
    const int starts = std::max(options.starts, 1);
    for (int start = 0; start < starts; ++start) {
        JobSlice slice(
            job, static_cast<double>(start) / starts, static_cast<double>(start + 1) / starts);
        DRAMATIS_CHECK(slice.checkpoint(0, Tr::tr("Finding cluster centres")));
        Lloyd state(x, startingCentres(x, options.clusters, random), options.threads);
        DRAMATIS_CHECK(state.run(options.maxIterations, slice));
        if (!best || state.inertia < best->inertia)
            best.emplace(std::move(state));
    }
    return inOrderOfLabels(*best);
}

} // namespace dramatis::clustering
