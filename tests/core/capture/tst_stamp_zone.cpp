// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/log_numbers.h"
#include "core/capture/stamp_zone.h"

#include <QTest>

using namespace dramatis;
using namespace dramatis::capture;
using namespace Qt::StringLiterals;

class TestStampZone : public QObject
{
    Q_OBJECT

private slots:
    /// Expected with GNU date: TZ=Europe/Berlin date -d '2026-03-29 03:00:00' +%s
    void stampsAreReadByTheClockOfThePlace_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QByteArray>("stamp");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("UTC") << u"UTC"_s << QByteArray("2026-07-01 12:00:00") << 1782907200LL;
        QTest::newRow("fixed") << u"+02:00"_s << QByteArray("2026-07-01 12:00:00") << 1782900000LL;
        QTest::newRow("west") << u"-0530"_s << QByteArray("2026-07-01 12:00:00") << 1782927000LL;
        QTest::newRow("summer") << u"Europe/Berlin"_s << QByteArray("2026-07-01 12:00:00")
                                << 1782900000LL;
        QTest::newRow("winter") << u"Europe/Berlin"_s << QByteArray("2026-01-15 12:00:00")
                                << 1768474800LL;
        QTest::newRow("before spring")
            << u"Europe/Berlin"_s << QByteArray("2026-03-29 01:59:59") << 1774745999LL;
        QTest::newRow("after spring")
            << u"Europe/Berlin"_s << QByteArray("2026-03-29 03:00:00") << 1774746000LL;
        // 25 October 2026: 02:30 comes twice; the first is summer time.
        QTest::newRow("twice") << u"Europe/Berlin"_s << QByteArray("2026-10-25 02:30:00")
                               << 1792888200LL;
        QTest::newRow("after autumn")
            << u"Europe/Berlin"_s << QByteArray("2026-10-25 03:00:00") << 1792893600LL;
        QTest::newRow("other half of the world")
            << u"Australia/Sydney"_s << QByteArray("2026-01-15 12:00:00") << 1768438800LL;
        QTest::newRow("its own zone counts")
            << u"Europe/Berlin"_s << QByteArray("2026-07-01T12:00:00Z") << 1782907200LL;
    }

    void stampsAreReadByTheClockOfThePlace()
    {
        QFETCH(QString, zone);
        QFETCH(QByteArray, stamp);
        QFETCH(qint64, seconds);
        const auto place = StampZone::fromId(zone);
        QVERIFY2(place, place ? "" : qPrintable(place.error().message));
        StampParser parser(*place);
        const auto time = parser.iso({stamp.constData(), static_cast<std::size_t>(stamp.size())});
        QVERIFY(time.has_value());
        QCOMPARE(*time / 1'000'000'000, seconds);
    }

    void namesComeBackAsTheyWereGiven()
    {
        for (const QString &id : {u"UTC"_s, u"+02:00"_s, u"-05:30"_s, u"Europe/Berlin"_s}) {
            const auto zone = StampZone::fromId(id);
            QVERIFY(zone);
            QCOMPARE(zone->id(), id);
        }
        QVERIFY(StampZone(7200) == *StampZone::fromId(u"+02:00"_s));
    }

    void whatIsNoZoneIsRefused()
    {
        for (const QString &id : {u"Berlin"_s, u""_s, u"+25:00"_s, u"2"_s, u"../etc"_s}) {
            const auto zone = StampZone::fromId(id);
            QVERIFY2(!zone, qPrintable(id));
            QVERIFY(zone.error().message.contains(u"Europe/Berlin"));
        }
    }
};

QTEST_GUILESS_MAIN(TestStampZone)
#include "tst_stamp_zone.moc"
