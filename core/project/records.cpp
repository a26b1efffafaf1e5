// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/records.h"

#include "core/persona/persona_json.h"
#include "core/project/capture_codec.h"
#include "core/project/tr.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::project {

namespace {

/// Longest JSON document that is read from a project; a larger one is no project of ours.
constexpr qsizetype kMaxDocument = 256 << 20;

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString compact(const QStringList &list)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QVariant realOrNull(double value)
{
    return std::isnan(value) ? QVariant() : QVariant(value);
}

Result<QJsonObject> documentFrom(const QVariant &text, const QString &what)
{
    const QByteArray bytes = text.toString().toUtf8();
    const QJsonDocument document =
        bytes.size() > kMaxDocument ? QJsonDocument() : QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return makeError(ErrorKind::Format, Tr::tr("The project is damaged: %1.").arg(what));
    return document.object();
}

QStringList listFrom(const QVariant &text)
{
    QStringList list;
    for (const QJsonValue value : QJsonDocument::fromJson(text.toString().toUtf8()).array())
        list.append(value.toString());
    return list;
}

Result<> savePool(const Connection &connection,
                  CaptureId id,
                  const QString &name,
                  const table::StringPool &pool)
{
    QSqlQuery insert(connection.database());
    insert.prepare(u"INSERT INTO capture_string VALUES (?, ?, ?, ?)"_s);
    for (std::uint32_t i = 1; i < pool.size(); ++i) { // 0 is the empty string in every pool
        const std::string_view text = pool.at(StringId{i});
        insert.bindValue(0, number(id));
        insert.bindValue(1, name);
        insert.bindValue(2, i);
        insert.bindValue(3, QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        if (!insert.exec())
            return makeError(ErrorKind::Io, insert.lastError().databaseText());
    }
    return {};
}

Result<std::shared_ptr<const table::StringPool>>
loadPool(const Connection &connection,
         std::uint32_t capture,
         const QString &name,
         std::size_t capacity = table::StringPool::kDefaultCapacity)
{
    DRAMATIS_TRY(QSqlQuery query,
                 connection.run(u"SELECT position, text FROM capture_string "
                                "WHERE capture = ? AND pool = ? ORDER BY position"_s,
                                {capture, name}));
    auto pool = std::make_shared<table::StringPool>(capacity);
    while (query.next()) {
        const QByteArray text = query.value(1).toByteArray();
        const StringId id = pool->intern({text.constData(), static_cast<std::size_t>(text.size())});
        if (number(id) != query.value(0).toUInt())
            return makeError(
                ErrorKind::Format,
                Tr::tr("The project is damaged: the names of a capture are out of order."));
    }
    return std::shared_ptr<const table::StringPool>(std::move(pool));
}

Result<CaptureRecord> loadCapture(const Connection &connection,
                                  std::uint32_t id,
                                  const QSqlQuery &row,
                                  const std::shared_ptr<const ProjectLocation> &location)
{
    CaptureRecord record;
    record.name = row.value(1).toString();
    DRAMATIS_TRY(const traffic::ResourceRule rule, traffic::ruleFromId(row.value(2).toString()));
    record.importedAt = row.value(3).toLongLong();
    const QByteArray summary = row.value(4).toString().toUtf8();
    DRAMATIS_TRY(record.summary, summaryFromText(summary));
    DRAMATIS_TRY(traffic::RouteTemplates routes, routesFromText(summary));
    DRAMATIS_TRY(traffic::CaptureStatistics statistics,
                 statisticsFromText(row.value(5).toString().toUtf8()));
    record.statistics = std::make_shared<const traffic::CaptureStatistics>(std::move(statistics));

    DRAMATIS_TRY(
        QSqlQuery files,
        connection.run(u"SELECT path, bytes, sha256, compression, format FROM capture_file "
                       "WHERE capture = ? ORDER BY position"_s,
                       {id}));
    while (files.next())
        record.files.append({files.value(0).toString(),
                             files.value(1).toLongLong(),
                             files.value(2).toString().toLatin1(),
                             files.value(3).toString(),
                             files.value(4).toString()});

    traffic::ExchangePools pools;
    DRAMATIS_TRY(pools.hosts, loadPool(connection, id, u"host"_s));
    DRAMATIS_TRY(pools.servers, loadPool(connection, id, u"server"_s));
    DRAMATIS_TRY(pools.clients, loadPool(connection, id, u"client"_s, traffic::kClientCapacity));
    DRAMATIS_TRY(pools.operations, loadPool(connection, id, u"operation"_s));

    DRAMATIS_TRY(
        QSqlQuery rows,
        connection.run(u"SELECT chunk, row_count, first_time, last_time FROM capture_chunk "
                       "WHERE capture = ? ORDER BY position"_s,
                       {id}));
    std::vector<traffic::ChunkInfo> chunks;
    while (rows.next())
        chunks.push_back({rows.value(0).toULongLong(),
                          rows.value(1).toUInt(),
                          rows.value(2).toLongLong(),
                          rows.value(3).toLongLong()});
    record.table = std::make_shared<traffic::ExchangeTable>(
        std::make_shared<ProjectChunks>(location, CaptureId{id}),
        std::move(chunks),
        pools,
        rule,
        std::move(routes));
    DRAMATIS_TRY(record.counted, countedFromText(summary, *record.table));
    return record;
}

Result<> loadScenarios(const Connection &connection, ProjectState &state)
{
    DRAMATIS_TRY(
        QSqlQuery rows,
        connection.run(u"SELECT id, persona_set, notes, document FROM scenario ORDER BY id"_s));
    while (rows.next()) {
        const auto id = rows.value(0).toUInt();
        ScenarioRecord record;
        DRAMATIS_TRY(const QJsonObject document, documentFrom(rows.value(3), u"scenario"_s));
        DRAMATIS_TRY(record.scenario, simulation::scenarioFromJson(document));
        if (!rows.value(1).isNull())
            record.personaSet = PersonaSetId{rows.value(1).toUInt()};
        record.notes = listFrom(rows.value(2));
        DRAMATIS_TRY(
            QSqlQuery positions,
            connection.run(u"SELECT node, x, y FROM node_position WHERE scenario = ?"_s, {id}));
        while (positions.next())
            record.positions.insert(positions.value(0).toString(),
                                    {positions.value(1).toDouble(), positions.value(2).toDouble()});
        state.scenarios.emplace(ScenarioId{id}, std::move(record));
    }
    return {};
}

Result<> loadResults(const Connection &connection, ProjectState &state)
{
    DRAMATIS_TRY(QSqlQuery sets,
                 connection.run(u"SELECT id, document FROM persona_set ORDER BY id"_s));
    while (sets.next()) {
        DRAMATIS_TRY(const QJsonObject document, documentFrom(sets.value(1), u"personas"_s));
        DRAMATIS_TRY(persona::PersonaSet set, persona::personasFromStored(document));
        state.personaSets.emplace(PersonaSetId{sets.value(0).toUInt()},
                                  std::make_shared<const persona::PersonaSet>(std::move(set)));
    }
    DRAMATIS_TRY(
        QSqlQuery runs,
        connection.run(u"SELECT id, scenario, created_at, document FROM run ORDER BY id"_s));
    while (runs.next()) {
        DRAMATIS_TRY(const QJsonObject document, documentFrom(runs.value(3), u"run"_s));
        DRAMATIS_TRY(simulation::RunResult run, simulation::runFromStored(document));
        state.runs.emplace(RunId{runs.value(0).toUInt()},
                           RunRecord{ScenarioId{runs.value(1).toUInt()},
                                     std::make_shared<const simulation::RunResult>(std::move(run)),
                                     runs.value(2).toLongLong()});
    }
    DRAMATIS_TRY(QSqlQuery advices,
                 connection.run(
                     u"SELECT id, run, created_at, accepted, document FROM advice ORDER BY id"_s));
    while (advices.next()) {
        DRAMATIS_TRY(const QJsonObject document, documentFrom(advices.value(4), u"advice"_s));
        DRAMATIS_TRY(practice::StoredAdvice advice, practice::adviceFromStored(document));
        state.advices.emplace(
            AssessmentId{advices.value(0).toUInt()},
            AdviceRecord{RunId{advices.value(1).toUInt()},
                         std::make_shared<const practice::StoredAdvice>(std::move(advice)),
                         listFrom(advices.value(3)),
                         advices.value(2).toLongLong()});
    }
    return {};
}

Result<> loadReport(const Connection &connection, ProjectState &state)
{
    DRAMATIS_TRY(const QVariant options, connection.value(u"SELECT options FROM report"_s));
    if (!options.isValid())
        return {};
    DRAMATIS_TRY(const QJsonObject document, documentFrom(options, u"report"_s));
    state.report.title = document.value(u"title"_s).toString();
    state.report.author = document.value(u"author"_s).toString();
    state.report.paper = document.value(u"paper"_s).toString(u"A4"_s);
    for (const QJsonValue section : document.value(u"sections"_s).toArray())
        state.report.sections.append(section.toString());
    return {};
}

} // namespace

Result<> saveCapture(const Connection &connection,
                     CaptureId id,
                     const CaptureRecord &record,
                     const ProjectLocation &location)
{
    const auto *chunks = dynamic_cast<const ProjectChunks *>(record.table->store().get());
    if (!chunks || chunks->location() != &location || chunks->capture() != id)
        return makeError(
            ErrorKind::InvalidArgument,
            Tr::tr("The capture's exchanges are not in this project. Import it again."));
    // A replaced capture keeps its chunks: only what hangs on the row is written anew.
    DRAMATIS_CHECK(connection.run(u"DELETE FROM capture WHERE id = ?"_s, {number(id)}));
    DRAMATIS_CHECK(
        connection.run(u"INSERT INTO capture VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                       {number(id),
                        record.name,
                        record.summary.format,
                        traffic::ruleId(record.table->rule()),
                        QVariant::fromValue(static_cast<qulonglong>(record.table->size())),
                        QVariant::fromValue(static_cast<qulonglong>(record.summary.records)),
                        QVariant::fromValue(static_cast<qulonglong>(record.summary.skipped)),
                        QVariant::fromValue(static_cast<qlonglong>(record.importedAt)),
                        QString::fromUtf8(summaryToText(
                            record.summary, record.table->routeTemplates(), record.counted.get())),
                        QString::fromUtf8(statisticsToText(*record.statistics))}));
    for (qsizetype i = 0; i < record.files.size(); ++i) {
        const capture::SourceFile &file = record.files[i];
        DRAMATIS_CHECK(connection.run(u"INSERT INTO capture_file VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                                      {number(id),
                                       static_cast<qlonglong>(i),
                                       file.path,
                                       QVariant::fromValue(static_cast<qlonglong>(file.bytes)),
                                       QString::fromLatin1(file.sha256),
                                       file.compression,
                                       file.format}));
    }
    const traffic::ExchangePools &pools = record.table->pools();
    DRAMATIS_CHECK(savePool(connection, id, u"host"_s, *pools.hosts));
    DRAMATIS_CHECK(savePool(connection, id, u"server"_s, *pools.servers));
    DRAMATIS_CHECK(savePool(connection, id, u"client"_s, *pools.clients));
    DRAMATIS_CHECK(savePool(connection, id, u"operation"_s, *pools.operations));
    qlonglong position = 0;
    for (const traffic::ChunkInfo &chunk : record.table->chunks())
        DRAMATIS_CHECK(
            connection.run(u"INSERT INTO capture_chunk VALUES (?, ?, ?, ?, ?, ?)"_s,
                           {number(id),
                            position++,
                            QVariant::fromValue(static_cast<qulonglong>(chunk.key)),
                            chunk.rows,
                            QVariant::fromValue(static_cast<qlonglong>(chunk.firstTime)),
                            QVariant::fromValue(static_cast<qlonglong>(chunk.lastTime))}));
    return {};
}

Result<>
savePersonaSet(const Connection &connection, PersonaSetId id, const persona::PersonaSet &set)
{
    DRAMATIS_CHECK(connection.run(u"DELETE FROM persona_set WHERE id = ?"_s, {number(id)}));
    DRAMATIS_CHECK(connection.run(u"INSERT INTO persona_set VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                                  {number(id),
                                   number(set.capture),
                                   set.name,
                                   set.options.algorithm,
                                   realOrNull(set.options.epsilon),
                                   QVariant::fromValue(static_cast<qlonglong>(set.createdAt)),
                                   compact(persona::personasToStored(set))}));
    for (const persona::Persona &persona : set.personas)
        DRAMATIS_CHECK(
            connection.run(u"INSERT INTO persona VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {number(id),
                            number(persona.id),
                            persona.name,
                            QVariant::fromValue(static_cast<qulonglong>(persona.windows)),
                            QVariant::fromValue(static_cast<qulonglong>(persona.exchanges)),
                            realOrNull(persona.requestRate.mean),
                            realOrNull(persona.latencyP95),
                            realOrNull(persona.errors.total),
                            persona.confidence.score}));
    return {};
}

Result<> saveScenario(const Connection &connection, ScenarioId id, const ScenarioRecord &record)
{
    DRAMATIS_CHECK(connection.run(u"DELETE FROM scenario WHERE id = ?"_s, {number(id)}));
    DRAMATIS_CHECK(
        connection.run(u"INSERT INTO scenario VALUES (?, ?, ?, ?, ?)"_s,
                       {number(id),
                        record.scenario.name,
                        record.personaSet ? QVariant(number(*record.personaSet)) : QVariant(),
                        compact(record.notes),
                        compact(simulation::scenarioToJson(record.scenario))}));
    for (auto it = record.positions.begin(); it != record.positions.end(); ++it)
        DRAMATIS_CHECK(connection.run(u"INSERT INTO node_position VALUES (?, ?, ?, ?)"_s,
                                      {number(id), it.key(), it->x(), it->y()}));
    return {};
}

Result<> saveRun(const Connection &connection, RunId id, const RunRecord &record)
{
    DRAMATIS_CHECK(connection.run(u"INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?, ?)"_s,
                                  {number(id),
                                   number(record.scenario),
                                   record.run->scenarioHash,
                                   QVariant::fromValue(static_cast<qlonglong>(record.createdAt)),
                                   compact(simulation::runToStored(*record.run))}));
    return {};
}

Result<> saveAdvice(const Connection &connection, AssessmentId id, const AdviceRecord &record)
{
    DRAMATIS_CHECK(connection.run(
        u"INSERT OR REPLACE INTO advice VALUES (?, ?, ?, ?, ?)"_s,
        {number(id),
         number(record.run),
         QVariant::fromValue(static_cast<qlonglong>(record.createdAt)),
         compact(record.accepted),
         compact(practice::adviceToStored(record.advice->assessment, record.advice->graph))}));
    return {};
}

Result<> saveReport(const Connection &connection, const ReportOptions &options)
{
    const QJsonObject document{{u"title"_s, options.title},
                               {u"author"_s, options.author},
                               {u"paper"_s, options.paper},
                               {u"sections"_s, QJsonArray::fromStringList(options.sections)}};
    DRAMATIS_CHECK(
        connection.run(u"INSERT OR REPLACE INTO report VALUES (1, ?)"_s, {compact(document)}));
    return {};
}

Result<> removeRecord(const Connection &connection, const QString &table, std::uint32_t id)
{
    DRAMATIS_CHECK(connection.run(u"DELETE FROM %1 WHERE id = ?"_s.arg(table), {id}));
    return {};
}

Result<ProjectState> loadState(const Connection &connection,
                               const std::shared_ptr<const ProjectLocation> &location)
{
    ProjectState state;
    DRAMATIS_TRY(
        QSqlQuery captures,
        connection.run(u"SELECT id, name, rule, imported_at, summary, statistics FROM capture "
                       "ORDER BY id"_s));
    while (captures.next()) {
        const auto id = captures.value(0).toUInt();
        DRAMATIS_TRY(CaptureRecord record, loadCapture(connection, id, captures, location));
        state.captures.emplace(CaptureId{id}, std::move(record));
    }
    DRAMATIS_CHECK(loadScenarios(connection, state));
    DRAMATIS_CHECK(loadResults(connection, state));
    DRAMATIS_CHECK(loadReport(connection, state));
    return state;
}

} // namespace dramatis::project
