// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/base/unknown.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace dramatis;
using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

    const QLocale m_english{QLocale::English, QLocale::UnitedStates};
    static constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

private slots:
    void figuresReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("expected");
        QTest::newRow("86 ms") << text::duration(0.086, m_english) << u"86.0\u202Fms"_s;
        QTest::newRow("1.23 s") << text::duration(1.234, m_english) << u"1.23\u202Fs"_s;
        QTest::newRow("2 h") << text::duration(7200, m_english) << u"2.00\u202Fh"_s;
        QTest::newRow("0 s") << text::duration(0, m_english) << u"0\u202Fs"_s;
        QTest::newRow("unknown") << text::duration(kNaN, m_english) << u"–"_s;
        QTest::newRow("KiB") << text::bytes(2969.6, m_english) << u"2.90\u202FKiB"_s;
        QTest::newRow("bytes") << text::bytes(79, m_english) << u"79\u202FB"_s;
        QTest::newRow("mean of bytes") << text::bytes(383.4, m_english) << u"383\u202FB"_s;
        QTest::newRow("fewer bytes") << text::bytes(-136.2, m_english) << u"−136\u202FB"_s;
        QTest::newRow("byte") << text::bytes(4, m_english) << u"4\u202FB"_s;
        QTest::newRow("few bytes") << text::bytes(1.5, m_english) << u"1.50\u202FB"_s;
        QTest::newRow("probability") << text::probability(0.0107, m_english) << u"0.0107"_s;
        QTest::newRow("small") << text::probability(1.9e-6, m_english) << u"< 0.001"_s;
        QTest::newRow("none") << text::probability(std::nan(""), m_english) << u"–"_s;
        QTest::newRow("rate") << text::rate(14.62, m_english) << u"14.6\u202Freq/s"_s;
        QTest::newRow("count") << text::count(61204, m_english) << u"61,204"_s;
        QTest::newRow("millions") << text::count(38.2e6, m_english) << u"38.2\u202FM"_s;
        QTest::newRow("percent") << text::percent(0.031, m_english) << u"3.1\u202F%"_s;
        QTest::newRow("small percent") << text::percent(0.0004, m_english) << u"0.04\u202F%"_s;
        QTest::newRow("negative") << text::number(-136, m_english) << u"−136"_s;
    }
    void figuresReadAsPeopleWriteThem()
    {
        QFETCH(QString, shown);
        QFETCH(QString, expected);
        QCOMPARE(shown, expected);
    }

    void intervalsRoundTheValueToTheirPlace_data()
    {
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("half");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one digit") << 48.234 << 0.61 << u"48.2 ± 0.6\u202Fms"_s;
        QTest::newRow("two where it starts with 1") << 311.83 << 1.27 << u"311.8 ± 1.3\u202Fms"_s;
        QTest::newRow("no interval") << 311.83 << kNaN << u"312\u202Fms"_s;
    }
    void intervalsRoundTheValueToTheirPlace()
    {
        QFETCH(double, mean);
        QFETCH(double, half);
        QFETCH(QString, expected);
        QCOMPARE(text::interval({mean, half}, 1, u"ms"_s, m_english), expected);
    }

    void durationsAreRead_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<double>("seconds");
        QTest::newRow("plain") << u"90"_s << 90.0;
        QTest::newRow("ms") << u"250ms"_s << 0.25;
        QTest::newRow("min") << u"30 min"_s << 1800.0;
        QTest::newRow("h") << u"1.5h"_s << 5400.0;
        QTest::newRow("d") << u"7d"_s << 604800.0;
    }
    void durationsAreRead()
    {
        QFETCH(QString, written);
        QFETCH(double, seconds);
        const auto read = text::parseDuration(written);
        QVERIFY(read);
        QCOMPARE(*read, seconds);
    }

    void whatIsNoDurationIsRefused_data()
    {
        QTest::addColumn<QString>("written");
        for (const QString &written :
             {u""_s, u"-5s"_s, u"5 weeks"_s, u"ten"_s, u"nan"_s, u"1e999"_s})
            QTest::newRow(qPrintable(written)) << written;
    }
    void whatIsNoDurationIsRefused()
    {
        QFETCH(QString, written);
        const auto read = text::parseDuration(written);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidArgument);
    }

    void timesAreUtcUnlessTheySayOtherwise()
    {
        QCOMPARE(text::isoTime(1'431'857'100'000'000'000), u"2015-05-17T10:05:00.000Z"_s);
        QCOMPARE(*text::parseTime(u"2015-05-17T10:05:00"_s), 1'431'857'100'000'000'000);
        QCOMPARE(*text::parseTime(u"2015-05-17T12:05:00+02:00"_s), 1'431'857'100'000'000'000);
        QVERIFY(!text::parseTime(u"yesterday"_s));
        QVERIFY(text::isoTime(kUnknown).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
