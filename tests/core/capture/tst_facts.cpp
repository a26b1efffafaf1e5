// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/capture/import.h"
#include "core/capture/import_json.h"
#include "core/traffic/capture_statistics.h"
#include "tests/support/shared_data.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace dramatis;
using namespace Qt::StringLiterals;

namespace {

const traffic::GroupTotals *find(const std::vector<traffic::GroupTotals> &groups,
                                 const QString &name)
{
    for (const traffic::GroupTotals &group : groups) {
        if (group.name == name)
            return &group;
    }
    return nullptr;
}

} // namespace

/// Public captures against what an independent parser counted in them (facts.json beside them).
class TestFacts : public QObject
{
    Q_OBJECT

private slots:
    void everyFileAgrees_data()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("entry");
        const QJsonObject facts = tests::sharedFacts();
        for (auto entry = facts.begin(); entry != facts.end(); ++entry) {
            const QString path = entry.key();
            if (path.startsWith(u"access-log/apache-") || path.startsWith(u"access-log/nginx/"))
                QTest::newRow(qPrintable(path)) << path << entry.value().toObject();
        }
    }

    void everyFileAgrees()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QJsonObject, entry);
        const QJsonObject facts = entry[u"facts"].toObject();
        NullJobControl job;
        capture::ImportOptions options;
        options.rule = traffic::ResourceRule::Segment;
        const auto imported = capture::importCapture(
            {tests::sharedData() + u'/' + path}, options, table::makeSpillingStore(), job);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().toString()));
        const auto statistics = traffic::captureStatistics(*imported->table, job);
        QVERIFY(statistics.has_value());

        const capture::SourceFile &file = imported->files.first();
        QCOMPARE(file.bytes, entry[u"bytes"].toInteger());
        QCOMPARE(QString::fromLatin1(file.sha256), entry[u"sha256"].toString());

        const QJsonObject json = capture::importToJson(*imported, *statistics);
        QCOMPARE(json[u"records"].toInteger(), facts[u"nonblank_lines"].toInteger());
        QCOMPARE(json[u"exchanges"].toInteger(), facts[u"requests"].toInteger());
        QCOMPARE(json[u"skipped"][u"count"].toInteger(), facts[u"lines_not_requests"].toInteger());
        QCOMPARE(json[u"statuses"].toObject(), facts[u"status"].toObject());
        QCOMPARE(json[u"firstTime"].toString(), facts[u"first_utc"].toString());
        QCOMPARE(json[u"lastTime"].toString(), facts[u"last_utc"].toString());
        QCOMPARE(json[u"clients"].toInteger(), facts[u"distinct_clients"].toInteger());
        QCOMPARE(json[u"responseBytes"].toInteger(), facts[u"response_bytes_sum"].toInteger());
        QCOMPARE(static_cast<qint64>(statistics->totals.knownResponseBytes),
                 facts[u"response_bytes_known"].toInteger());
        QCOMPARE(json[u"resources"].toInteger(),
                 facts[u"distinct_first_path_segments"].toInteger());
        const QJsonObject segments = facts[u"top_first_path_segments"].toObject();
        for (auto segment = segments.begin(); segment != segments.end(); ++segment) {
            const auto *group = find(statistics->resources, segment.key());
            QVERIFY2(group, qPrintable(segment.key()));
            QCOMPARE(static_cast<qint64>(group->totals.exchanges), segment.value().toInteger());
        }
        if (facts.contains(u"hosts")) {
            const auto byHost = imported->table->withRule(traffic::ResourceRule::Host);
            const auto hosts = traffic::captureStatistics(*byHost, job);
            QCOMPARE(static_cast<qint64>(hosts->resources.size()),
                     facts[u"distinct_hosts"].toInteger());
            for (const traffic::GroupTotals &host : hosts->resources)
                QCOMPARE(static_cast<qint64>(host.totals.exchanges),
                         facts[u"hosts"][host.name].toInteger());
        }
        std::map<QString, qint64> methods;
        for (const traffic::GroupTotals &operation : statistics->operations)
            methods[operation.name.section(u' ', 0, 0)] +=
                static_cast<qint64>(operation.totals.exchanges);
        if (imported->table->pools().operations->size() <= 1000) { // all of them are listed
            for (const auto &[method, exchanges] : methods)
                QCOMPARE(exchanges, facts[u"methods"][method].toInteger());
        }
    }

    /// Which of the formats it is, in the words of the collection: the two combined ones are alike.
    void formatsAreRecognised_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("format");
        QTest::newRow("combined") << u"apache-combined/elastic-apache_logs.log"_s
                                  << u"apache-combined"_s;
        QTest::newRow("common") << u"apache-common/nasa-http-1995-07-first-4000.log"_s
                                << u"apache-common"_s;
        QTest::newRow("vhost") << u"apache-vhost/matomo-common_vhost.log"_s
                               << u"apache-vhost-common"_s;
        QTest::newRow("nginx main") << u"nginx/lnav-shop_access.log"_s << u"nginx-main"_s;
    }

    void formatsAreRecognised()
    {
        SKIP_WITHOUT_SHARED_DATA();
        QFETCH(const QString, path);
        QFETCH(const QString, format);
        const auto detection = capture::detect(tests::sharedData() + u"/access-log/" + path, {});
        QVERIFY(detection.has_value());
        QCOMPARE(detection->reader->id(), format);
        QCOMPARE(detection->confidence, capture::Confidence::Certain);
    }
};

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
