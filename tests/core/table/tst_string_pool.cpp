// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/table/string_pool.h"

#include <QTest>

#include <string>

using dramatis::StringId;
using dramatis::table::StringPool;

class TestStringPool : public QObject
{
    Q_OBJECT

private slots:
    void idsCountInOrderOfFirstUse()
    {
        StringPool pool;
        QCOMPARE(pool.intern(""), StringPool::none());
        QCOMPARE(pool.intern(std::string_view()), StringPool::none()); // has no address to read
        QCOMPARE(pool.intern("b"), StringId{1});
        QCOMPARE(pool.intern("a"), StringId{2});
        QCOMPARE(pool.intern("b"), StringId{1});
        QCOMPARE(pool.find("a"), StringId{2});
        QCOMPARE(pool.find("c"), StringPool::none());
        QCOMPARE(pool.size(), std::size_t{3});
        QVERIFY(pool.at(StringId{2}) == "a");
    }

    void zeroBytesAndInvalidUtf8AreKept()
    {
        StringPool pool;
        const std::string_view odd("a\0b\xff", 4);
        const StringId id = pool.intern(odd);
        QVERIFY(pool.at(id) == odd);
        QVERIFY(pool.intern(std::string_view("a", 1)) != id);
        QCOMPARE(pool.text(id).size(), 4);
    }

    void viewsStayValidWhileItGrows()
    {
        StringPool pool;
        const std::string_view first = pool.at(pool.intern("the first one"));
        for (int i = 0; i < 50'000; ++i)
            QCOMPARE(pool.intern("number " + std::to_string(i)), StringId(i + 2));
        QVERIFY(first == "the first one");
        for (int i = 0; i < 50'000; ++i)
            QCOMPARE(pool.find("number " + std::to_string(i)), StringId(i + 2));
    }

    void aHashAtHandFindsTheSame()
    {
        StringPool pool;
        for (int i = 0; i < 1000; ++i) {
            const std::string text = "number " + std::to_string(i % 300);
            const std::uint32_t hash = StringPool::hashOf(text);
            pool.prefetchSlot(hash);
            pool.prefetchText(hash);
            QCOMPARE(pool.intern(text, hash), StringId(i % 300 + 1));
            QCOMPARE(pool.find(text, hash), pool.find(text));
        }
        QCOMPARE(pool.intern("", StringPool::hashOf("")), StringPool::none());
        QCOMPARE(pool.size(), std::size_t{301});
    }

    void aStringLongerThanABlockFits()
    {
        StringPool pool;
        const std::string big(1 << 20, 'x');
        const StringId id = pool.intern(big);
        pool.intern("after");
        QVERIFY(pool.at(id) == big);
    }

    void whatDoesNotFitIsOther()
    {
        StringPool pool(4); // "", a, b, other
        pool.intern("a");
        pool.intern("b");
        QVERIFY(!pool.overflowed());
        const StringId other = pool.intern("c");
        QVERIFY(pool.overflowed());
        QCOMPARE(other, pool.other());
        QCOMPARE(pool.intern("d"), other);
        QCOMPARE(pool.intern("a"), StringId{1});
        QCOMPARE(pool.size(), std::size_t{4});
    }

    void interningAgainRestoresThePool()
    {
        StringPool pool(4);
        for (const char *text : {"a", "b", "c", "d"})
            pool.intern(text);
        StringPool restored(4);
        for (std::uint32_t id = 0; id < pool.size(); ++id)
            QCOMPARE(restored.intern(pool.at(StringId{id})), StringId{id});
        QVERIFY(restored.overflowed());
        QCOMPARE(restored.other(), pool.other());
    }
};

QTEST_GUILESS_MAIN(TestStringPool)
#include "tst_string_pool.moc"
