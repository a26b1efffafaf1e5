// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/chunk_store.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace dramatis;

class TestChunkStore : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPutComesBack_data()
    {
        QTest::addColumn<std::size_t>("limit");
        QTest::newRow("in memory") << (std::size_t{1} << 20);
        QTest::newRow("all in the file") << std::size_t{0};
        QTest::newRow("some in the file") << std::size_t{5000};
    }

    void whatIsPutComesBack()
    {
        QFETCH(const std::size_t, limit);
        const auto store = table::makeSpillingStore(limit);
        std::vector<std::uint64_t> keys;
        for (int i = 0; i < 20; ++i) {
            const auto key = store->put(QByteArray(1000 + i, static_cast<char>('a' + i)));
            QVERIFY(key.has_value());
            keys.push_back(*key);
        }
        store->drop(keys[3]);
        for (int i = 19; i >= 0; --i) {
            const auto bytes = store->get(keys[static_cast<std::size_t>(i)]);
            QCOMPARE(bytes.has_value(), i != 3);
            if (bytes)
                QCOMPARE(*bytes, QByteArray(1000 + i, static_cast<char>('a' + i)));
        }
        QCOMPARE(store->get(1000).error().kind, ErrorKind::Format);
    }

    void readingWhileAnotherThreadPuts()
    {
        const auto store = table::makeSpillingStore(10'000);
        const QByteArray chunk(500, 'x');
        QVERIFY(store->put(chunk).has_value());
        std::atomic<bool> bad = false;
        {
            const std::jthread reader([&] {
                for (int i = 0; i < 2000; ++i) {
                    const auto bytes = store->get(static_cast<std::uint64_t>(i % 20));
                    if (bytes && *bytes != chunk)
                        bad = true;
                }
            });
            for (int i = 0; i < 200; ++i) {
                if (!store->put(chunk))
                    bad = true;
            }
        }
        QVERIFY(!bad);
        for (std::uint64_t key = 0; key < 201; ++key)
            QCOMPARE(*store->get(key), chunk);
    }
};

QTEST_GUILESS_MAIN(TestChunkStore)
#include "tst_chunk_store.moc"
