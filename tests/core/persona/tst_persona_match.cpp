// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clustering/clusterings.h"
#include "core/persona/persona_match.h"
#include "tests/support/exchanges.h"

#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace dramatis;
using namespace dramatis::persona;
using namespace Qt::StringLiterals;
using tests::makeTable;
using tests::ns;
using traffic::Exchange;

namespace {

constexpr double kWidth = 10;

/// Three behaviours by turns on four resources, and some windows that are like none.
traffic::ExchangeTablePtr mixedTraffic(bool someWithoutSizes)
{
    static const std::string kServers[] = {"a", "b", "c", "d"};
    std::mt19937 random(11);
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<Exchange> exchanges;
    for (int slice = 0; slice < 150; ++slice) {
        for (int resource = 0; resource < 4; ++resource) {
            const double draw = uniform(random);
            const int kind = (slice / 10 + resource) % 3;
            double count = kind == 0 ? 20 : kind == 1 ? 60 : 150;
            double latency = kind == 0 ? 0.01 : kind == 1 ? 0.2 : 0.05;
            if (draw < 0.06) { // like none
                count *= 0.2 + 8 * uniform(random);
                latency *= 0.1 + 30 * uniform(random);
            }
            count *= 0.9 + 0.2 * uniform(random);
            const bool hasSizes = !someWithoutSizes || uniform(random) > 0.1;
            for (int i = 0; i < int(count); ++i) {
                Exchange exchange;
                exchange.begin = ns(1e9 + slice * kWidth + uniform(random) * kWidth);
                exchange.latency = ns(latency * (0.5 + uniform(random)));
                if (hasSizes)
                    exchange.responseBytes = 500 + 300 * kind + std::int64_t(random() % 100);
                exchange.requestBytes = 300;
                exchange.status = uniform(random) < 0.02 ? 500 : 200;
                exchange.method = uniform(random) < 0.2 * kind ? "POST" : "GET";
                exchange.path = "/x";
                exchange.server = kServers[resource];
                exchanges.push_back(exchange);
            }
        }
    }
    return makeTable(exchanges, traffic::ResourceRule::Server);
}

/// Windows, features and a set that ties labels to them.
struct Made
{
    traffic::WindowTable windows;
    traffic::FeatureMatrix matrix;
    clustering::ClusteringOutcome outcome;
    PersonaSet set;

    Made(bool someWithoutSizes, const clustering::ClusteringRequest &request)
    {
        NullJobControl job;
        const auto table = mixedTraffic(someWithoutSizes);
        windows = *traffic::makeWindows(*table, kWidth, job);
        matrix = *traffic::makeFeatures(windows, {});
        outcome = *clustering::cluster(matrix.scaled, request, job);
        set.options.algorithm = request.algorithm;
        set.options.epsilon = outcome.epsilon;
        set.options.minPoints = request.minPoints;
        set.options.windowSeconds = kWidth;
        set.features = matrix.columns;
        set.labels = outcome.clustering.labels;
        set.windowOfRow = matrix.windowOfRow;
    }

    [[nodiscard]] Result<PersonaMatchPtr> match() const
    {
        NullJobControl job;
        return PersonaMatch::make(windows, matrix, std::make_shared<const PersonaSet>(set), job);
    }

    [[nodiscard]] std::optional<int> labelOfRow(const PersonaMatch &match, std::size_t row) const
    {
        const traffic::Window &window = windows.windows[matrix.windowOfRow[row]];
        return match.labelOf(window, windows.resources[number(window.resource)]);
    }
};

double distanceOf(const traffic::FeatureMatrix &matrix, std::size_t a, std::size_t b)
{
    return (matrix.scaled.row(Eigen::Index(a)) - matrix.scaled.row(Eigen::Index(b))).norm();
}

} // namespace

class TestPersonaMatch : public QObject
{
    Q_OBJECT

private slots:
    void windowsOfTheSetGetTheirOwnLabels_data()
    {
        QTest::addColumn<bool>("someWithoutSizes");
        QTest::addColumn<double>("epsilon");
        for (const double epsilon : {0.3, 0.7, 1.5}) {
            QTest::addRow("eps %g", epsilon) << false << epsilon;
            QTest::addRow("eps %g, values missing", epsilon) << true << epsilon;
        }
    }

    /// Against the definition (Ester et al., KDD-96), counted pair by pair: a row is core where its
    /// closed ball holds minPoints rows; core rows and noise have one label, a border row one of
    /// those of the cores that reach it.
    void windowsOfTheSetGetTheirOwnLabels()
    {
        QFETCH(bool, someWithoutSizes);
        QFETCH(double, epsilon);
        const Made made(someWithoutSizes, {.epsilon = epsilon});
        const auto match = made.match();
        QVERIFY2(match.has_value(), match ? "" : qPrintable(match.error().toString()));
        const std::size_t rows = made.set.labels.size();
        std::vector<bool> isCore(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            int within = 0;
            for (std::size_t other = 0; other < rows; ++other)
                within += distanceOf(made.matrix, row, other) <= epsilon;
            isCore[row] = within >= made.set.options.minPoints;
        }
        int seen[3] = {};
        for (std::size_t row = 0; row < rows; ++row) {
            const std::optional<int> label = made.labelOfRow(**match, row);
            QVERIFY(label.has_value());
            std::set<int> allowed;
            for (std::size_t other = 0; other < rows; ++other) {
                if (isCore[other] && distanceOf(made.matrix, row, other) <= epsilon)
                    allowed.insert(made.set.labels[other]);
            }
            if (isCore[row])
                QCOMPARE(*label, made.set.labels[row]);
            else if (allowed.empty())
                QCOMPARE(*label, clustering::kNoise);
            else
                QVERIFY(allowed.contains(*label));
            ++seen[isCore[row] ? 0 : allowed.empty() ? 1 : 2];
        }
        if (epsilon == 0.7) { // the case has all three
            for (const int count : seen)
                QVERIFY(count > 0);
        }
    }

    void kMeansTakesTheNearestCentroid()
    {
        const Made made(false, {.algorithm = u"kmeans"_s, .clusters = 3});
        const auto match = made.match();
        QVERIFY(match.has_value());
        for (std::size_t row = 0; row < made.set.labels.size(); ++row)
            QCOMPARE(made.labelOfRow(**match, row), std::optional<int>(made.set.labels[row]));
    }

    void aFewExchangesTellNothing()
    {
        const Made made(false, {});
        const auto match = made.match();
        QVERIFY(match.has_value());
        traffic::Window window = made.windows.windows[made.matrix.windowOfRow.front()];
        window.exchanges = traffic::kSparseBelow - 1;
        QVERIFY(!(*match)->labelOf(window, u"a"_s));
    }

    /// Rows with missing values are in the test above; here of a resource that the set never saw.
    void whatIsMissingOfANewResourceIsTheMedianOfAll()
    {
        const Made made(false, {.epsilon = 0.7});
        const auto match = made.match();
        QVERIFY(match.has_value());
        const std::size_t columns = made.matrix.columns.size();
        std::size_t size = columns;
        for (std::size_t i = 0; i < columns; ++i)
            size = made.matrix.columns[i].id == u"response_size" ? i : size;
        QVERIFY(size < columns);
        std::vector<double> sizes;
        for (Eigen::Index row = 0; row < made.matrix.raw.rows(); ++row)
            sizes.push_back(made.matrix.raw(row, Eigen::Index(size)));
        std::sort(sizes.begin(), sizes.end());
        const double median = (sizes[(sizes.size() - 1) / 2] + sizes[sizes.size() / 2]) / 2;
        for (std::size_t row = 0; row < made.set.labels.size(); row += 7) {
            traffic::Window window = made.windows.windows[made.matrix.windowOfRow[row]];
            window.knownResponseBytes = 0; // the data rate stays: it looks at the sums
            Eigen::RowVectorXd point = made.matrix.scaled.row(Eigen::Index(row));
            point(Eigen::Index(size)) = made.matrix.columns[size].toScaled(median);
            double nearest = made.set.options.epsilon;
            int wanted = clustering::kNoise;
            for (std::size_t other = 0; other < made.set.labels.size(); ++other) {
                if (made.outcome.clustering.roles[other] != clustering::Role::Core)
                    continue;
                const double distance =
                    (made.matrix.scaled.row(Eigen::Index(other)) - point).norm();
                if (distance <= nearest) {
                    nearest = distance;
                    wanted = made.set.labels[other];
                }
            }
            QCOMPARE((*match)->labelOf(window, u"never seen"_s), std::optional<int>(wanted));
        }
    }

    void windowsOfAnotherRuleAreRefused()
    {
        Made made(false, {});
        made.set.labels.pop_back();
        const auto match = made.match();
        QVERIFY(!match.has_value());
        QCOMPARE(match.error().kind, ErrorKind::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestPersonaMatch)
#include "tst_persona_match.moc"
