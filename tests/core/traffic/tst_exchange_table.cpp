// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/exchange_codec.h"
#include "core/traffic/exchange_sink.h"
#include "tests/support/exchanges.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>

using namespace dramatis;
using namespace dramatis::traffic;
using tests::makeTable;
using tests::ns;

namespace {

/// The names that `ids` stand for, joined: "a, b, a".
QString names(const std::vector<StringId> &ids, const table::StringPool &pool)
{
    QStringList texts;
    for (const StringId id : ids)
        texts.append(pool.text(id));
    return texts.join(QStringLiteral(", "));
}

QString resourcesOf(const ExchangeTable &table)
{
    return names(table.chunk(0)->resource, table.resources());
}

/// Begin and status of every row in table order; status is where it stood when it was added.
std::vector<std::pair<std::int64_t, std::uint16_t>> rowsOf(const ExchangeTable &table)
{
    std::vector<std::pair<std::int64_t, std::uint16_t>> rows;
    NullJobControl job;
    const auto walked = table.walk(job, [&](const ExchangeChunk &chunk) -> Result<> {
        for (std::size_t i = 0; i < chunk.size(); ++i)
            rows.emplace_back(chunk.begin[i], chunk.status[i]);
        return {};
    });
    if (!walked)
        qFatal("the table could not be walked");
    return rows;
}

enum class Order {
    Sorted,
    Ties,
    NearlySorted,
    Reversed,
    Shuffled,
    FourFilesOfTheSameHour,
    TwentyFilesOfTheSameHour,
    SecondFileFirst
};

std::vector<std::int64_t> begins(Order order, std::size_t count)
{
    std::vector<std::int64_t> times(count);
    std::mt19937_64 random(7);
    const auto size = static_cast<std::int64_t>(count);
    for (std::int64_t i = 0; i < size; ++i) {
        std::int64_t &time = times[static_cast<std::size_t>(i)];
        switch (order) {
        case Order::Sorted:
            time = i * 10;
            break;
        case Order::Ties:
            time = i / 1000;
            break;
        case Order::NearlySorted:
            time = i * 10 - static_cast<std::int64_t>(random() % 5000);
            break;
        case Order::Reversed:
            time = -i;
            break;
        case Order::Shuffled:
            time = static_cast<std::int64_t>(random() % count);
            break;
        case Order::FourFilesOfTheSameHour:
            time = i % (size / 4 + 1);
            break;
        case Order::TwentyFilesOfTheSameHour:
            time = i % (size / 20 + 1);
            break;
        case Order::SecondFileFirst:
            time = i < size / 2 ? i + size : i;
            break;
        }
    }
    return times;
}

} // namespace

Q_DECLARE_METATYPE(Order)

class TestExchangeTable : public QObject
{
    Q_OBJECT

private slots:
    void columnsComeBack()
    {
        const auto table = makeTable({{.begin = ns(2),
                                       .latency = ns(0.25),
                                       .requestBytes = 0,
                                       .responseBytes = 512,
                                       .status = 504,
                                       .host = "shop",
                                       .server = "10.0.0.1:80",
                                       .client = "1.2.3.4",
                                       .method = "GET",
                                       .path = "/cart/42?id=7"},
                                      {.begin = ns(1), .status = 0}});
        QCOMPARE(table->size(), std::uint64_t{2});
        QCOMPARE(table->firstTime(), ns(1));
        QCOMPARE(table->lastTime(), ns(2));
        const auto chunk = table->chunk(0);
        QVERIFY(chunk.has_value());
        QCOMPARE(chunk->begin, (std::vector<std::int64_t>{ns(1), ns(2)}));
        QCOMPARE(chunk->latency, (std::vector<std::int64_t>{kUnknown, ns(0.25)}));
        QCOMPARE(chunk->requestBytes, (std::vector<std::int64_t>{kUnknown, 0}));
        QCOMPARE(chunk->responseBytes, (std::vector<std::int64_t>{kUnknown, 512}));
        QCOMPARE(chunk->status, (std::vector<std::uint16_t>{0, 504}));
        QCOMPARE(chunk->outcome, (std::vector<Outcome>{Outcome::Unknown, Outcome::Timeout}));
        const ExchangePools &pools = table->pools();
        QCOMPARE(names(chunk->host, *pools.hosts), QStringLiteral(", shop"));
        QCOMPARE(names(chunk->server, *pools.servers), QStringLiteral(", 10.0.0.1:80"));
        QCOMPARE(names(chunk->client, *pools.clients), QStringLiteral(", 1.2.3.4"));
        QCOMPARE(names(chunk->operation, *pools.operations), QStringLiteral(", GET /cart/42"));
    }

    void anEmptyTableIsFine()
    {
        const auto table = makeTable({});
        QVERIFY(table->isEmpty());
        QCOMPARE(table->firstTime(), kUnknown);
        QVERIFY(rowsOf(*table).empty());
        QCOMPARE(table->resourceCount(ResourceRule::HostAndSegment), std::size_t{0});
    }

    void rowsAreInOrderOfBeginAndTiesInOrderOfAdding_data()
    {
        QTest::addColumn<Order>("order");
        QTest::addColumn<int>("count");
        QTest::newRow("sorted") << Order::Sorted << 200'000;
        QTest::newRow("ties") << Order::Ties << 200'000;
        QTest::newRow("nearly sorted") << Order::NearlySorted << 300'000;
        QTest::newRow("reversed") << Order::Reversed << 300'000;
        QTest::newRow("shuffled") << Order::Shuffled << 500'000;
        QTest::newRow("four files of one hour") << Order::FourFilesOfTheSameHour << 600'000;
        QTest::newRow("second file first") << Order::SecondFileFirst << 400'000;
        QTest::newRow("many runs")
            << Order::TwentyFilesOfTheSameHour << 2'800'000; // merged in two passes
    }

    /// Against std::stable_sort of the same rows.
    void rowsAreInOrderOfBeginAndTiesInOrderOfAdding()
    {
        QFETCH(const Order, order);
        QFETCH(const int, count);
        const auto times = begins(order, static_cast<std::size_t>(count));
        ExchangeTableBuilder builder(table::makeSpillingStore());
        std::vector<std::pair<std::int64_t, std::uint16_t>> expected;
        for (std::size_t i = 0; i < times.size(); ++i) {
            const auto mark = static_cast<std::uint16_t>(i % 65'521);
            expected.emplace_back(times[i], mark);
            QVERIFY(builder.add({.begin = times[i], .status = mark}).has_value());
        }
        QCOMPARE(builder.size(), static_cast<std::uint64_t>(count));
        std::stable_sort(expected.begin(), expected.end(), [](const auto &a, const auto &b) {
            return a.first < b.first;
        });
        NullJobControl job;
        const auto table = builder.freeze(ResourceRule::Automatic, job);
        QVERIFY(table.has_value());
        QVERIFY(rowsOf(**table) == expected);
        QCOMPARE(builder.size(), std::uint64_t{0});
    }

    void filesInTheWrongOrderAreNotWrittenAgain()
    {
        const auto store = table::makeSpillingStore();
        ExchangeTableBuilder builder(store);
        for (const std::int64_t time : begins(Order::SecondFileFirst, 400'000))
            QVERIFY(builder.add({.begin = time}).has_value());
        NullJobControl job;
        const auto table = builder.freeze(ResourceRule::Automatic, job);
        QVERIFY(table.has_value());
        for (std::uint64_t key = 0; key < (*table)->chunks().size(); ++key)
            QVERIFY(store->get(key).has_value()); // a merge would have dropped them
    }

    void rulesNameResources_data()
    {
        QTest::addColumn<ResourceRule>("rule");
        QTest::addColumn<QString>("resources");
        QTest::addColumn<int>("count");
        QTest::newRow("auto") << ResourceRule::Automatic << QStringLiteral("up1, , up2, up1") << 2;
        QTest::newRow("server") << ResourceRule::Server << QStringLiteral("up1, , up2, up1") << 2;
        QTest::newRow("host") << ResourceRule::Host << QStringLiteral("a, a, b, b") << 2;
        QTest::newRow("segment") << ResourceRule::Segment << QStringLiteral("/x, /, /x, ") << 2;
        QTest::newRow("host+segment")
            << ResourceRule::HostAndSegment << QStringLiteral("a/x, a/, b/x, b") << 4;
        QTest::newRow("route") << ResourceRule::Route
                               << QStringLiteral("GET /x/{id}, GET /, PUT /x, ") << 3;
    }

    void rulesNameResources()
    {
        QFETCH(const ResourceRule, rule);
        QFETCH(const QString, resources);
        QFETCH(const int, count);
        const auto table =
            makeTable({{.begin = 0, .host = "a", .server = "up1", .method = "GET", .path = "/x/1"},
                       {.begin = 1, .host = "a", .method = "GET", .path = "/"},
                       {.begin = 2, .host = "b", .server = "up2", .method = "PUT", .path = "/x"},
                       {.begin = 3, .host = "b", .server = "up1"}});
        QCOMPARE(resourcesOf(*table->withRule(rule)), resources);
        QCOMPARE(table->resourceCount(rule), static_cast<std::size_t>(count));
        QCOMPARE(table->withRule(rule)->chunks(), table->chunks());
    }

    void automaticTakesTheHostOnlyWhereThereAreSeveral()
    {
        const auto one = makeTable(
            {{.begin = 0, .host = "a", .path = "/x"}, {.begin = 1, .host = "a", .path = "/y"}});
        QCOMPARE(one->rule(), ResourceRule::Segment);
        const auto two = makeTable(
            {{.begin = 0, .host = "a", .path = "/x"}, {.begin = 1, .host = "b", .path = "/y"}});
        QCOMPARE(two->rule(), ResourceRule::Host);
    }

    void aResourceBelongsToTheHostItsExchangesNameMostOften()
    {
        const auto table = makeTable({{.begin = 0, .host = "a", .server = "up1"},
                                      {.begin = 1, .host = "b", .server = "up1"},
                                      {.begin = 2, .host = "b", .server = "up1"},
                                      {.begin = 3, .host = "a", .server = "up2"},
                                      {.begin = 4, .server = "up3"}});
        const auto hostOf = [&](std::string_view name) {
            return table->pools().hosts->text(table->hostOf(table->resources().find(name)));
        };
        QCOMPARE(hostOf("up1"), QStringLiteral("b"));
        QCOMPARE(hostOf("up2"), QStringLiteral("a"));
        QCOMPARE(hostOf("up3"), QString());
        const auto byHost = table->withRule(ResourceRule::Host);
        QCOMPARE(byHost->hostOf(StringId{1}), StringId{1});
    }

    /// Past the cap an operation is kept by its first segment, so that the segment rule still
    /// holds.
    void endlessPathsKeepTheirSegment()
    {
        ExchangeTableBuilder builder(table::makeSpillingStore());
        std::string path;
        for (int i = 0; i < 80'000; ++i) {
            path = (i % 2 == 0 ? "/item/" : "/user/") + std::to_string(i);
            QVERIFY(builder.add({.begin = i, .method = "GET", .path = path}).has_value());
        }
        NullJobControl job;
        const auto table = builder.freeze(ResourceRule::Segment, job);
        QVERIFY(table.has_value());
        QCOMPARE((*table)->resourceCount(ResourceRule::Segment), std::size_t{2});
        QVERIFY((*table)->pools().operations->size() <= table::StringPool::kDefaultCapacity);
        const auto last = (*table)->chunk((*table)->chunks().size() - 1);
        QCOMPARE((*table)->pools().operations->text(last->operation.back()),
                 QStringLiteral("GET /user/*"));
        QCOMPARE((*table)->resources().text(last->resource.back()), QStringLiteral("/user"));
    }

    void aDamagedChunkIsAnErrorNotACrash()
    {
        const auto good = makeTable({{.begin = 0, .server = "up1"}, {.begin = 1, .server = "up2"}});
        const QByteArray bytes = *good->store()->get(good->chunks()[0].key);
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray bad = bytes;
            bad[i] = static_cast<char>(bad[i] ^ 0x10);
            QVERIFY(!decodeChunk(bad));
            QVERIFY(!decodeChunk(bytes.first(i)));
        }
    }

    /// Chunks of projects that were written before transfers were told apart.
    void aChunkOfVersionOneHasNoTransfers()
    {
        const auto table = makeTable({{.begin = 0, .latency = 7, .transfer = 3, .server = "up1"},
                                      {.begin = 1, .latency = 5, .server = "up2"}});
        QByteArray bytes = *table->store()->get(table->chunks()[0].key);
        const auto now = decodeChunk(bytes);
        QVERIFY(now.has_value());
        QCOMPARE(now->transfer, (std::vector<std::int64_t>{3, kUnknown}));
        QCOMPARE(now->end(0), 10);
        QCOMPARE(now->end(1), 6);

        const int columns = bytes[2]; // transfers are the last of them
        const qsizetype sizeAt = 4 + 4 * (columns - 1);
        bytes.chop(static_cast<unsigned char>(bytes[sizeAt])
                   + 256 * static_cast<unsigned char>(bytes[sizeAt + 1]));
        bytes.remove(sizeAt, 4);
        bytes[1] = 1;
        bytes[2] = static_cast<char>(columns - 1);
        const auto before = decodeChunk(bytes);
        QVERIFY(before.has_value());
        QCOMPARE(before->transfer, (std::vector<std::int64_t>{kUnknown, kUnknown}));
        QCOMPARE(before->latency, now->latency);
        QCOMPARE(before->operation, now->operation);
    }

    void idsBeyondThePoolsAreAnError()
    {
        const auto good = makeTable({{.begin = 0, .server = "up1"}, {.begin = 1, .server = "up2"}});
        ExchangePools pools = good->pools();
        pools.servers = std::make_shared<const table::StringPool>();
        const ExchangeTable dangling(good->store(), good->chunks(), pools, ResourceRule::Server);
        QCOMPARE(dangling.chunk(0).error().kind, ErrorKind::Format);
    }

    void cancelStopsAWalkAndAMerge()
    {
        struct Cancelled final : JobControl
        {
            bool isCancelled() const noexcept override { return true; }
            void report(double, const QString &) override {}
        } job;
        const auto table = makeTable({{.begin = 0}});
        const auto walked = table->walk(job, [](const ExchangeChunk &) -> Result<> { return {}; });
        QCOMPARE(walked.error().kind, ErrorKind::Cancelled);
        ExchangeTableBuilder builder(table::makeSpillingStore());
        for (const std::int64_t time : begins(Order::FourFilesOfTheSameHour, 600'000))
            QVERIFY(builder.add({.begin = time}).has_value());
        QCOMPARE(builder.freeze(ResourceRule::Automatic, job).error().kind, ErrorKind::Cancelled);
    }

    void ruleNamesAreRead()
    {
        for (const ResourceRule rule : allRules())
            QCOMPARE(*ruleFromId(ruleId(rule)), rule);
        QCOMPARE(*ruleFromId(QStringLiteral("upstream")), ResourceRule::Server);
        const auto wrong = ruleFromId(QStringLiteral("colour"));
        QCOMPARE(wrong.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(wrong.error().message.contains(QStringLiteral("host+segment")));
    }

    void firstSegments_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("segment");
        QTest::newRow("deep") << QStringLiteral("/cart/42/x") << QStringLiteral("/cart");
        QTest::newRow("flat") << QStringLiteral("/cart") << QStringLiteral("/cart");
        QTest::newRow("slash behind") << QStringLiteral("/cart/") << QStringLiteral("/cart");
        QTest::newRow("root") << QStringLiteral("/") << QStringLiteral("/");
        QTest::newRow("slashes") << QStringLiteral("//") << QStringLiteral("/");
        QTest::newRow("two slashes") << QStringLiteral("//cart/42") << QStringLiteral("/cart");
        QTest::newRow("server") << QStringLiteral("*") << QStringLiteral("*");
        QTest::newRow("none") << QString() << QString();
    }

    void firstSegments()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, segment);
        const std::string text = path.toStdString();
        QCOMPARE(QString::fromStdString(std::string(firstSegment(text))), segment);
    }

    void statusGivesOutcome_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("101") << 101 << Outcome::Ok;
        QTest::newRow("204") << 204 << Outcome::Ok;
        QTest::newRow("304") << 304 << Outcome::Ok;
        QTest::newRow("404") << 404 << Outcome::ClientError;
        QTest::newRow("408") << 408 << Outcome::ClientError;
        QTest::newRow("429") << 429 << Outcome::ClientError;
        QTest::newRow("499") << 499 << Outcome::Aborted;
        QTest::newRow("500") << 500 << Outcome::ServerError;
        QTest::newRow("504") << 504 << Outcome::Timeout;
        QTest::newRow("0") << 0 << Outcome::Unknown;
        QTest::newRow("999") << 999 << Outcome::Unknown;
    }

    void statusGivesOutcome()
    {
        QFETCH(const int, status);
        QFETCH(const Outcome, outcome);
        QCOMPARE(outcomeOfStatus(status), outcome);
    }
};

QTEST_GUILESS_MAIN(TestExchangeTable)
#include "tst_exchange_table.moc"
