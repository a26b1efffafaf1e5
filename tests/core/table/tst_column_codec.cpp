// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/unknown.h"
#include "core/table/column_codec.h"

#include <QTest>

#include <bit>
#include <limits>
#include <random>

using namespace dramatis;
using table::decodeInt64;
using table::encodeColumn;
using table::Encoding;
using Integers = std::vector<std::int64_t>;

Q_DECLARE_METATYPE(Integers)

class TestColumnCodec : public QObject
{
    Q_OBJECT

private slots:
    void integersComeBack_data()
    {
        constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
        QTest::addColumn<Integers>("values");
        QTest::newRow("none") << Integers{};
        QTest::newRow("one") << Integers{-5};
        QTest::newRow("all unknown") << Integers{kUnknown, kUnknown, kUnknown};
        QTest::newRow("constant") << Integers(1000, 42);
        QTest::newRow("some unknown") << Integers{3, kUnknown, 0, 255, kUnknown};
        QTest::newRow("needs a ninth bit with unknown") << Integers{kUnknown, 0, 254, 255};
        QTest::newRow("two bytes") << Integers{0, 256, 65'535};
        QTest::newRow("four bytes") << Integers{-1, 1LL << 31};
        QTest::newRow("extremes") << Integers{kUnknown, kUnknown + 1, kMost, 0, -1};
        QTest::newRow("extremes, none unknown") << Integers{kUnknown + 1, kMost};
        QTest::newRow("times") << Integers{
            1'700'000'000'000'000'000, 1'700'000'000'000'000'001, 1'700'000'360'000'000'001};
        QTest::newRow("full chunk") << Integers(table::kChunkRows, 7);
    }

    void integersComeBack()
    {
        QFETCH(const Integers, values);
        for (const Encoding encoding : {Encoding::Plain, Encoding::Delta}) {
            const auto decoded = decodeInt64(encodeColumn(values, encoding));
            QVERIFY(decoded.has_value());
            QCOMPARE(*decoded, values);
        }
    }

    void otherTypesComeBack()
    {
        const std::vector<std::uint32_t> wide{7, 0, 4'294'967'295U};
        const std::vector<std::uint16_t> status{200, 404, 65'535};
        const std::vector<std::uint8_t> small{0, 255, 3};
        const std::vector<double> real{0.0, -1.5, std::numeric_limits<double>::infinity()};
        QCOMPARE(*table::decodeUint32(encodeColumn(wide)), wide);
        QCOMPARE(*table::decodeUint16(encodeColumn(status)), status);
        QCOMPARE(*table::decodeUint8(encodeColumn(small)), small);
        QCOMPARE(*table::decodeDouble(encodeColumn(real)), real);
        const std::vector<double> nothing;
        QCOMPARE(*table::decodeDouble(encodeColumn(nothing)), nothing);
    }

    void notANumberKeepsItsBits()
    {
        const std::vector<double> values{std::numeric_limits<double>::quiet_NaN()};
        const auto decoded = table::decodeDouble(encodeColumn(values));
        QVERIFY(decoded.has_value());
        QCOMPARE(std::bit_cast<std::uint64_t>(decoded->front()),
                 std::bit_cast<std::uint64_t>(values.front()));
    }

    void anotherTypeIsRefused()
    {
        const std::vector<std::uint32_t> values{1, 2, 3};
        QVERIFY(!decodeInt64(encodeColumn(values)));
        QVERIFY(!table::decodeUint8(encodeColumn(values)));
    }

    /// Every single flipped bit and every cut is noticed: the hash is over header and payload.
    void damageIsNoticed()
    {
        Integers values;
        std::mt19937_64 random(1); // any values that leave a payload
        for (int i = 0; i < 200; ++i)
            values.push_back(static_cast<std::int64_t>(random() % 100'000));
        const QByteArray good = encodeColumn(values, Encoding::Plain);
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray bad = good;
                bad[i] = static_cast<char>(bad[i] ^ (1 << bit));
                const auto decoded = decodeInt64(bad);
                QVERIFY(!decoded);
                QCOMPARE(decoded.error().kind, ErrorKind::Format);
            }
            QVERIFY(!decodeInt64(good.first(i)));
        }
        QVERIFY(!decodeInt64(good + QByteArray(1, '\0')));
    }

    /// The point of packing: latencies of a second in ns within a chunk take less than four bytes
    /// each.
    void slowlyGrowingTimesAreSmall()
    {
        Integers times;
        for (int i = 0; i < 60'000; ++i)
            times.push_back(1'700'000'000'000'000'000 + i / 100 * std::int64_t{1'000'000'000});
        QVERIFY(encodeColumn(times, Encoding::Delta).size() < 10'000);
        QVERIFY(encodeColumn(Integers(60'000, kUnknown), Encoding::Plain).size() < 100);
    }
};

QTEST_GUILESS_MAIN(TestColumnCodec)
#include "tst_column_codec.moc"
