// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/import.h"
#include "core/capture/import_json.h"
#include "core/project/capture_codec.h"
#include "core/project/store.h"
#include "core/table/chunk_store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dramatis;
using namespace dramatis::project;
using namespace Qt::StringLiterals;

namespace {

traffic::RouteTemplates need(const QStringList &texts)
{
    auto templates = traffic::RouteTemplates::parse(texts);
    if (!templates)
        qFatal("%s", qPrintable(templates.error().toString()));
    return *std::move(templates);
}

bool hasRoute(const traffic::ExchangeTable &table, std::string_view route)
{
    return table.routes().names->find(route) != table::StringPool::none();
}

} // namespace

/// Route templates from the import into the project and back.
class TestCaptureRoutes : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_log;

    [[nodiscard]] capture::Imported
    import(const QStringList &routes,
           std::optional<traffic::Redaction> redaction = {},
           std::shared_ptr<table::ChunkStore> chunks = table::makeSpillingStore())
    {
        capture::ImportOptions options;
        options.routes = need(routes);
        options.redaction = std::move(redaction);
        NullJobControl job;
        auto imported = capture::importCapture({m_log}, options, std::move(chunks), job);
        if (!imported)
            qFatal("%s", qPrintable(imported.error().toString()));
        return *std::move(imported);
    }

    static std::shared_ptr<const traffic::CaptureStatistics>
    statisticsOf(const traffic::ExchangeTable &table)
    {
        NullJobControl job;
        auto statistics = traffic::captureStatistics(table, job);
        if (!statistics)
            qFatal("%s", qPrintable(statistics.error().toString()));
        return std::make_shared<const traffic::CaptureStatistics>(*std::move(statistics));
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_log = m_folder.filePath(u"access.log"_s);
        QFile file(m_log);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QList<QByteArray> paths{
            "/users/42", "/users/43", "/users/me", "/users/anna@example.org", "/cart"};
        for (int i = 0; i < 100; ++i)
            file.write("198.51.100." + QByteArray::number(i % 7) + " - - [24/Nov/2026:10:00:"
                       + QByteArray::number(i % 60).rightJustified(2, '0') + " +0000] \"GET "
                       + paths[i % paths.size()] + " HTTP/1.1\" 200 1 \"-\" \"curl\"\n");
    }

    void importNamesByTemplates()
    {
        const capture::Imported imported = import({u"/users/{user:id}"_s, u"/orders/**"_s});
        QVERIFY(hasRoute(*imported.table, "GET /users/{user}"));
        QVERIFY(hasRoute(*imported.table, "GET /users/me"));
        QVERIFY(imported.summary.notes.join(u'\n').contains(u"/orders/**"));
        const QJsonArray json =
            capture::importToJson(imported, *statisticsOf(*imported.table))[u"routes"].toArray();
        QCOMPARE(
            json,
            (QJsonArray{QJsonObject{{u"template"_s, u"/users/{user:id}"_s}, {u"operations"_s, 3}},
                        QJsonObject{{u"template"_s, u"/orders/**"_s}, {u"operations"_s, 0}}}));
    }

    /// A template tells nothing that the hidden paths do not.
    void hiddenNamesAreInNoTemplate()
    {
        const capture::Imported imported = import({u"/users/42"_s,
                                                   u"/users/anna@example.org"_s,
                                                   u"/{x}/anna{y}"_s,
                                                   u"/users/{user:id}"_s,
                                                   u"/cart"_s},
                                                  traffic::Redaction{QByteArray(32, 'k')});
        QVERIFY(imported.summary.redacted);
        QCOMPARE(imported.table->routeTemplates().texts(),
                 (QStringList{u"/users/{user:id}"_s, u"/cart"_s}));
        QVERIFY(hasRoute(*imported.table, "GET /users/{user}"));
        const QByteArray kept =
            summaryToText(imported.summary, imported.table->routeTemplates(), nullptr);
        QVERIFY2(!kept.contains("anna") && !kept.contains("42"), kept.constData());
        QVERIFY(imported.summary.notes.join(u'\n').contains(u'3'));
    }

    void whatHasNoPathsSaysSo()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"table.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("timestamp,duration_ms,status,operation\n");
        for (int i = 0; i < 30; ++i)
            file.write("2026-11-24T10:00:" + QByteArray::number(i + 10) + "Z,12,200,PING\n");
        file.close();
        capture::ImportOptions options;
        options.routes = need({u"/users/{id}"_s});
        NullJobControl job;
        const auto imported =
            capture::importCapture({path}, options, table::makeSpillingStore(), job);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().toString()));
        QVERIFY(imported->summary.notes.join(u'\n').contains(u"no effect"));
        QVERIFY(imported->table->routeTemplates().isEmpty());
    }

    /// Edited, taken back, done again, and read from the file each time.
    void theProjectKeepsThem()
    {
        const QString path = m_folder.filePath(u"routes.dramatis"_s);
        auto store = Store::create(path);
        QVERIFY(store);
        const CaptureId id{*(*store)->newId()};
        const auto chunks = (*store)->beginImport(id);
        QVERIFY(chunks);
        CaptureRecord record;
        const capture::Imported imported = import({}, {}, *chunks);
        record.name = u"access.log"_s;
        record.table = imported.table;
        record.summary = imported.summary;
        record.files = imported.files;
        record.statistics = statisticsOf(*record.table);
        ProjectState state;
        QVERIFY((*store)->apply(state, PutCapture{id, record}));

        const auto loaded = [&] {
            const auto read = (*store)->load();
            if (!read)
                qFatal("%s", qPrintable(read.error().toString()));
            return read->captures.at(id);
        };
        QVERIFY(loaded().table->routeTemplates().isEmpty());
        const traffic::RouteTemplates templates = need({u"GET /users/{user}"_s, u"=/cart"_s});
        CaptureRecord edited = record;
        edited.table = record.table->withRoutes(templates);
        edited.statistics = statisticsOf(*edited.table);
        const Edit edit = PutCapture{id, edited, u"Edit routes"_s};
        QCOMPARE(describe(edit), u"Edit routes"_s);
        const auto inverse = (*store)->apply(state, edit);
        QVERIFY(inverse);
        QCOMPARE(describe(*inverse), u"Edit routes"_s);
        QCOMPARE(loaded().table->routeTemplates(), templates);
        QVERIFY(hasRoute(*loaded().table, "GET /users/{user}"));
        QCOMPARE(statisticsToText(*loaded().statistics), statisticsToText(*edited.statistics));
        QVERIFY((*store)->apply(state, *inverse));
        QVERIFY(loaded().table->routeTemplates().isEmpty());
        QVERIFY(state.captures.at(id) == record);
    }

    /// What was written before there were templates, and what somebody broke.
    void summariesOfOtherTimesAreRead()
    {
        const QByteArray before = summaryToText({}, {}, nullptr);
        QVERIFY(!before.contains("routes"));
        QVERIFY(routesFromText(before)->isEmpty());
        QCOMPARE(*routesFromText(summaryToText({}, need({u"/a/{b}"_s}), nullptr)),
                 need({u"/a/{b}"_s}));
        for (const char *broken : {"{\"routes\":[\"/a{\"]}", "{\"routes\":[7]}"})
            QCOMPARE(routesFromText(broken).error().kind, ErrorKind::Format);
    }
};

QTEST_GUILESS_MAIN(TestCaptureRoutes)
#include "tst_capture_routes.moc"
