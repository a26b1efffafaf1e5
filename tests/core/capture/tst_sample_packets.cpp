// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/capture_device.h"
#include "tests/core/capture/packet_rows.h"
#include "tests/support/schedule.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace dramatis;
using namespace dramatis::tests;
using namespace Qt::StringLiterals;

namespace {

/// A line of the access log, taken apart here and not by a reader of ours.
struct LogLine
{
    double begin = 0; ///< s since the epoch
    double end = 0;
    int status = 0;
    double bodyBytes = 0;
    QString client;
    QString method;
    QString path;
    QStringList tries; ///< addresses of the instances, the last one answered
};

QByteArray contentOf(const QString &path)
{
    const auto device = capture::CaptureDevice::open(path);
    return device ? (*device)->readAll() : QByteArray();
}

std::vector<LogLine> logLines()
{
    static const QRegularExpression shape(
        u"^(\\S+) - - \\[[^]]+\\] \"(\\S+) ([^ ?]+)\\S* HTTP/1.1\" (\\d+) (\\d+) \"[^\"]*\" "
        "\"[^\"]*\" \\d+ ([0-9.]+) ([0-9.]+) \"([^\"]+)\" \"[^\"]*\" \\S+$"_s);
    std::vector<LogLine> lines;
    for (const QByteArray &text : contentOf(kSampleCapture).split('\n')) {
        const auto match = shape.match(QString::fromLatin1(text));
        if (!match.hasMatch()) {
            if (!text.isEmpty())
                qFatal("not understood: %s", text.constData());
            continue;
        }
        const double end = match.captured(7).toDouble();
        lines.push_back({end - match.captured(6).toDouble(),
                         end,
                         match.captured(4).toInt(),
                         match.captured(5).toDouble(),
                         match.captured(1),
                         match.captured(2),
                         match.captured(3),
                         match.captured(8).split(u", "_s)});
    }
    return lines;
}

using Counts = std::map<std::string, int>;

/// What `part` has and `whole` does not have as often.
QString missing(const Counts &part, const Counts &whole)
{
    QString text;
    for (const auto &[key, count] : part) {
        const auto found = whole.find(key);
        const int others = found == whole.end() ? 0 : found->second;
        if (others < count)
            text += QString::fromStdString(key) + u": %1, %2\n"_s.arg(count).arg(others);
    }
    return text;
}

} // namespace

/// The packets of the sample were captured while its access log was written: what we make of the
/// packets must be what nginx wrote, and what is asked of the stores must follow from it.
class TestSamplePackets : public QObject
{
    Q_OBJECT

    /// The log's times are in whole milliseconds, and a line is written a little after the answer.
    static constexpr double kSlack = 0.25;

    PacketRead m_packets;
    std::vector<LogLine> m_log;
    double m_from = 0;
    double m_to = 0;
    std::string m_front;

    static double beginOf(const PacketRow &row)
    {
        return static_cast<double>(row.exchange.begin) * 1e-9;
    }
    static double endOf(const PacketRow &row)
    {
        return beginOf(row) + static_cast<double>(row.exchange.latency) * 1e-9;
    }
    /// With a status, and to its end: what the capture's end cut off has no latency.
    static bool isAnswered(const PacketRow &row)
    {
        return row.exchange.status != 0 && isKnown(row.exchange.latency);
    }
    bool isIn(double begin, double end, double slack) const
    {
        return begin >= m_from + slack && end < m_to - slack;
    }
    /// Exchanges of a server, those that were answered.
    template<typename Key>
    Counts packetCounts(Key key, double slack) const
    {
        Counts counts;
        for (const PacketRow &row : m_packets.rows) {
            const std::string name = key(row);
            if (!name.empty() && isAnswered(row) && isIn(beginOf(row), endOf(row), slack))
                ++counts[name];
        }
        return counts;
    }
    template<typename Key>
    Counts logCounts(Key key, double slack) const
    {
        Counts counts;
        for (const LogLine &line : m_log) {
            if (isIn(line.begin, line.end, slack))
                ++counts[key(line).toStdString()];
        }
        return counts;
    }
    int commands(const std::string &server, const std::string &method) const
    {
        return static_cast<int>(
            std::count_if(m_packets.rows.begin(), m_packets.rows.end(), [&](const PacketRow &row) {
                return row.server == server && row.method == method;
            }));
    }

private slots:
    void initTestCase()
    {
        m_packets = readPackets(contentOf(kSamplePackets));
        m_log = logLines();
        const QJsonObject window = sampleSheet()[u"packets"].toObject();
        m_from = window[u"from_epoch"].toDouble();
        m_to = window[u"to_epoch"].toDouble();
        m_front = "127.0.0.1:8180";
        QVERIFY(m_to - m_from >= 60);
    }

    void nothingWasPassedOver()
    {
        QCOMPARE(m_packets.summary.skipped, 0U);
        QVERIFY(!m_packets.summary.truncated);
        QCOMPARE(m_packets.summary.repaired, 0U);
    }

    void whatTheLogSaysIsInThePackets()
    {
        const auto ofRow = [this](const PacketRow &row) {
            return row.server == m_front ? row.client + ' ' + row.method + ' ' + row.path + ' '
                                               + std::to_string(row.exchange.status)
                                         : std::string();
        };
        const auto ofLine = [](const LogLine &line) -> QString {
            return line.client + u' ' + line.method + u' ' + line.path + u' '
                   + QString::number(line.status);
        };
        QVERIFY(logCounts(ofLine, kSlack).size() > 1000);
        QCOMPARE(missing(logCounts(ofLine, kSlack), packetCounts(ofRow, 0)), QString());
        QCOMPARE(missing(packetCounts(ofRow, kSlack), logCounts(ofLine, -kSlack)), QString());
    }

    void soIsWhichInstanceAnswered()
    {
        const auto ofRow = [this](const PacketRow &row) {
            const bool isInstance = row.path.starts_with('/') && row.server != m_front;
            return isInstance
                       ? row.server + ' ' + row.path + ' ' + std::to_string(row.exchange.status)
                       : std::string();
        };
        const auto ofLine = [](const LogLine &line) -> QString {
            return line.tries.last() + u' ' + line.path + u' ' + QString::number(line.status);
        };
        QCOMPARE(missing(logCounts(ofLine, kSlack), packetCounts(ofRow, 0)), QString());
        QCOMPARE(missing(packetCounts(ofRow, kSlack), logCounts(ofLine, -kSlack)), QString());
    }

    void latenciesAndSizesAreNginxs()
    {
        std::vector<double> difference;
        double bodies = 0;
        double responses = 0;
        int lines = 0;
        int rows = 0;
        double fromLog = 0;
        double fromPackets = 0;
        for (const LogLine &line : m_log) {
            if (!isIn(line.begin, line.end, 0))
                continue;
            bodies += line.bodyBytes;
            fromLog += line.end - line.begin;
            ++lines;
        }
        for (const PacketRow &row : m_packets.rows) {
            if (row.server != m_front || !isAnswered(row))
                continue;
            responses += static_cast<double>(row.exchange.responseBytes);
            fromPackets += static_cast<double>(row.exchange.latency) * 1e-9;
            ++rows;
        }
        qInfo("%d lines, %d exchanges; mean latency %.2f and %.2f ms; mean size %.0f and %.0f B",
              lines,
              rows,
              fromLog / lines * 1e3,
              fromPackets / rows * 1e3,
              bodies / lines,
              responses / rows);
        QVERIFY(std::abs(fromLog / lines - fromPackets / rows) < 2e-3);
        QVERIFY(std::abs(bodies / lines / (responses / rows) - 1) < 0.03);
    }

    /// What stores.py of the recording asks: a page is looked up in Redis, once a try; what is not
    /// there is selected and set.
    void theStoresWereAskedWhatTheRequestsNeed()
    {
        const QJsonObject stores = sampleSheet()[u"stores"].toObject();
        const std::string redis = stores[u"redis"].toString().toStdString();
        const std::string database = stores[u"postgresql"].toString().toStdString();
        int least[2] = {}; // GET of Redis, SELECT without one
        int most[2] = {};
        for (const LogLine &line : m_log) {
            if (line.end < m_from - kSlack || line.begin > m_to + kSlack || line.status == 503)
                continue;
            const bool isCached = line.path.startsWith(u"/products/")
                                  || line.path.startsWith(u"/category/")
                                  || line.path.startsWith(u"/catalogue/");
            const bool isQueried = line.path == u"/search" || line.path.startsWith(u"/sitemap/")
                                   || line.path.startsWith(u"/export/");
            if (!isCached && !isQueried)
                continue;
            const int kind = isCached ? 0 : 1;
            most[kind] += static_cast<int>(line.tries.size());
            least[kind] += isIn(line.begin, line.end, kSlack) ? 1 : 0;
        }
        const int gets = commands(redis, "GET");
        const int sets = commands(redis, "SET");
        const int selects = commands(database, "SELECT");
        qInfo("Redis: %d GET, %d to %d expected, %d SET; PostgreSQL: %d SELECT",
              gets,
              least[0],
              most[0],
              sets,
              selects);
        QVERIFY(least[0] > 1000);
        QVERIFY(gets >= least[0]);
        QVERIFY(gets <= most[0]);
        QVERIFY(sets > 0);
        QVERIFY(selects - sets >= least[1] - 3); // a query that waits at an end of the capture
        QVERIFY(selects - sets <= most[1] + 3);
        QCOMPARE(commands(redis, "TCP"), 0);
        QCOMPARE(commands(database, "TCP"), 0);
    }

    void everyStoreCommandWasAnswered()
    {
        const QJsonObject stores = sampleSheet()[u"stores"].toObject();
        int open = 0;
        for (const PacketRow &row : m_packets.rows) {
            const QString server = QString::fromStdString(row.server);
            const bool isStore =
                server == stores[u"redis"].toString() || server == stores[u"postgresql"].toString();
            open += isStore && row.exchange.outcome != traffic::Outcome::Ok ? 1 : 0;
        }
        QVERIFY2(open <= 8, qPrintable(QString::number(open))); // what the kill cut off
    }
};

QTEST_GUILESS_MAIN(TestSamplePackets)
#include "tst_sample_packets.moc"
