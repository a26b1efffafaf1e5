// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_number.h"
#include "core/base/text.h"
#include "core/persona/persona_json.h"
#include "core/persona/tr.h"
#include "core/table/column_codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>

// One description of the fields serves all ways: `fields(archive, value)` names each field once; a
// Writer puts them into JSON, a Reader takes them out and checks them, a SchemaMaker says what they
// may be. Numbers that are NaN are null. Columns with an entry per row (labels) are base64 of
// compressed chunks.
//
// A set in a file of its own has the same fields but those that tie it to a project: its ids, its
// capture and the rows of the capture's windows.

using namespace Qt::StringLiterals;

namespace dramatis::persona {

namespace {

constexpr int kVersion = 2; ///< 2: precision, intensity, goodness, edits by hand, versions
constexpr auto kFormat = "dramatis-personas";
constexpr qsizetype kMostItems = 10'000'000; ///< of any list; a stored set may come from elsewhere

template<typename T>
concept Whole = std::is_integral_v<T> && !std::is_same_v<T, bool>;
template<typename T>
concept Named = std::is_enum_v<T>;

// Labels are stored as they are (-1 wraps and comes back); row numbers, which grow, as differences.
std::uint32_t toStored(const std::vector<int> &values, std::size_t i)
{
    return static_cast<std::uint32_t>(values[i]);
}

std::uint32_t toStored(const std::vector<std::uint32_t> &values, std::size_t i)
{
    return values[i] - (i > 0 ? values[i - 1] : 0);
}

int fromStored(const std::vector<int> &, std::uint32_t stored)
{
    return static_cast<int>(stored);
}

std::uint32_t fromStored(const std::vector<std::uint32_t> &before, std::uint32_t stored)
{
    return stored + (before.empty() ? 0 : before.back());
}

class Writer
{
public:
    explicit Writer(bool isFile) : m_isFile(isFile) {}
    [[nodiscard]] QJsonObject object() const { return m_object; }

    template<typename T>
    void field(const char *key, T &value, int /*since*/ = 1)
    {
        m_object.insert(QLatin1String(key), toValue(value));
    }

    /// A field that means something in the project only.
    template<typename T>
    void ofProject(const char *key, T &value, int since = 1)
    {
        if (!m_isFile)
            field(key, value, since);
    }

    /// A column with an entry per row of the capture's windows; of the project, too.
    template<typename T>
    void column(const char *key, std::vector<T> &values)
    {
        if (m_isFile)
            return;
        QJsonArray chunks;
        for (std::size_t first = 0; first < values.size(); first += table::kChunkRows) {
            const std::size_t count = std::min(table::kChunkRows, values.size() - first);
            std::vector<std::uint32_t> chunk;
            chunk.reserve(count);
            for (std::size_t i = first; i < first + count; ++i)
                chunk.push_back(toStored(values, i));
            chunks.append(QString::fromLatin1(table::encodeColumn(chunk).toBase64()));
        }
        m_object.insert(QLatin1String(key), chunks);
    }

private:
    QJsonValue toValue(bool value) const { return value; }
    QJsonValue toValue(QString &value) const { return value; }
    QJsonValue toValue(double value) const { return jsonNumber(value); }
    QJsonValue toValue(Whole auto value) const { return static_cast<qint64>(value); }
    QJsonValue toValue(Named auto value) const { return static_cast<qint64>(value); }

    template<typename T>
    QJsonValue toValue(std::map<QString, T> &values) const
    {
        QJsonObject object;
        for (auto &[key, value] : values)
            object.insert(key, toValue(value));
        return object;
    }

    template<typename T>
    QJsonValue toValue(std::optional<T> &value) const
    {
        return value ? toValue(*value) : QJsonValue(QJsonValue::Null);
    }

    template<typename T>
    QJsonValue toValue(std::vector<T> &values) const
    {
        QJsonArray array;
        for (T &value : values)
            array.append(toValue(value));
        return array;
    }

    template<typename T>
    requires std::is_class_v<T> QJsonValue toValue(T &value)
    const
    {
        Writer writer(m_isFile);
        fields(writer, value);
        return writer.object();
    }

    bool m_isFile;
    QJsonObject m_object;
};

/// What is read, and what is wrong with it.
struct Reading
{
    bool isFile = false;
    int version = kVersion;
    std::optional<Error> error;
};

/// Takes fields out of JSON; the first that is missing, of the wrong kind or not known becomes the
/// error.
class Reader
{
public:
    Reader(const QJsonObject &object, QString path, Reading &reading)
        : m_object(object)
        , m_path(std::move(path))
        , m_reading(reading)
    {}

    /// @param since  the version that this field came with: older documents keep its default
    template<typename T>
    void field(const char *key, T &value, int since = 1)
    {
        if (m_reading.version < since)
            return;
        const QString name = QLatin1String(key);
        m_known.insert(name);
        take(m_object.value(name), value, pathOf(name));
    }

    template<typename T>
    void ofProject(const char *key, T &value, int since = 1)
    {
        if (!m_reading.isFile)
            field(key, value, since);
    }

    template<typename T>
    void column(const char *key, std::vector<T> &values)
    {
        if (m_reading.isFile)
            return;
        const QString path = QLatin1String(key);
        m_known.insert(path);
        const QJsonValue stored = m_object.value(path);
        if (!stored.isArray())
            return fail(path, Tr::tr("must be a list"));
        for (const QJsonValue &text : stored.toArray()) {
            const auto chunk =
                table::decodeUint32(QByteArray::fromBase64(text.toString().toLatin1()));
            if (!chunk)
                return fail(path, Tr::tr("is damaged"));
            for (const std::uint32_t value : *chunk)
                values.push_back(fromStored(values, value));
            if (std::ssize(values) > kMostItems)
                return fail(path, Tr::tr("is too long"));
        }
    }

    /// The keys that no field asked for are mistakes. Older versions had others.
    void refuseOthers()
    {
        if (m_reading.version < kVersion)
            return;
        for (const QString &key : m_object.keys()) {
            if (!m_known.contains(key))
                fail(pathOf(key), Tr::tr("is not known"));
        }
    }

    void fail(const QString &path, const QString &problem)
    {
        if (!m_reading.error)
            m_reading.error =
                makeError(ErrorKind::Format,
                          Tr::tr("The personas cannot be read: %1 %2.").arg(path, problem));
    }

private:
    [[nodiscard]] QString pathOf(const QString &name) const
    {
        return m_path.isEmpty() ? name : QString(m_path + u'.' + name);
    }

    void take(const QJsonValue &stored, bool &value, const QString &path)
    {
        if (!stored.isBool())
            return fail(path, Tr::tr("must be true or false"));
        value = stored.toBool();
    }

    void take(const QJsonValue &stored, QString &value, const QString &path)
    {
        if (!stored.isString())
            return fail(path, Tr::tr("must be a text"));
        value = stored.toString();
    }

    void take(const QJsonValue &stored, double &value, const QString &path)
    {
        if (!stored.isDouble() && !stored.isNull())
            return fail(path, Tr::tr("must be a number"));
        value = stored.toDouble(kNotKnown);
    }

    template<Whole T>
    void take(const QJsonValue &stored, T &value, const QString &path)
    {
        // What is no whole number gives the default asked for.
        const qint64 first = stored.toInteger(0);
        const bool fits = std::is_same_v<T, std::uint64_t> || std::in_range<T>(first); // seeds wrap
        if (!stored.isDouble() || first != stored.toInteger(1) || !fits)
            return fail(path, Tr::tr("must be a whole number in range"));
        value = static_cast<T>(first);
    }

    template<Named T>
    void take(const QJsonValue &stored, T &value, const QString &path)
    {
        std::underlying_type_t<T> raw{};
        take(stored, raw, path);
        if constexpr (std::is_same_v<T, traffic::Transform>) {
            if (raw != 0 && raw != 1)
                return fail(path, Tr::tr("is no transform"));
        }
        value = static_cast<T>(raw);
    }

    template<typename T>
    void take(const QJsonValue &stored, std::optional<T> &value, const QString &path)
    {
        if (stored.isNull())
            value.reset();
        else
            take(stored, value.emplace(), path);
    }

    template<typename T>
    void take(const QJsonValue &stored, std::map<QString, T> &values, const QString &path)
    {
        if (!stored.isObject())
            return fail(path, Tr::tr("must be an object"));
        const QJsonObject object = stored.toObject();
        for (auto item = object.begin(); item != object.end(); ++item)
            take(item.value(), values[item.key()], QString(path + u'.' + item.key()));
    }

    template<typename T>
    void take(const QJsonValue &stored, std::vector<T> &values, const QString &path)
    {
        if (!stored.isArray())
            return fail(path, Tr::tr("must be a list"));
        const QJsonArray array = stored.toArray();
        values.resize(static_cast<std::size_t>(array.size()));
        for (qsizetype i = 0; i < array.size() && !m_reading.error; ++i)
            take(array.at(i),
                 values[static_cast<std::size_t>(i)],
                 QString(path + u'[' + QString::number(i) + u']'));
    }

    template<typename T>
    requires std::is_class_v<T>
    void take(const QJsonValue &stored, T &value, const QString &path)
    {
        if (!stored.isObject())
            return fail(path, Tr::tr("must be an object"));
        Reader reader(stored.toObject(), path, m_reading);
        fields(reader, value);
        reader.refuseOthers();
    }

    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_known;
    Reading &m_reading;
};

/// Says of a file's fields what they may be, as a JSON Schema.
class SchemaMaker
{
public:
    [[nodiscard]] QJsonObject schema() const
    {
        return {{u"type"_s, u"object"_s},
                {u"additionalProperties"_s, false},
                {u"required"_s, m_required},
                {u"properties"_s, m_properties}};
    }

    template<typename T>
    void field(const char *key, T &value, int since = 1)
    {
        m_properties.insert(QLatin1String(key), schemaOf(value));
        if (since == 1)
            m_required.append(QLatin1String(key));
    }

    template<typename T>
    void ofProject(const char *, T &, int = 1)
    {}
    template<typename T>
    void column(const char *, std::vector<T> &)
    {}

private:
    static QJsonObject schemaOf(bool) { return {{u"type"_s, u"boolean"_s}}; }
    static QJsonObject schemaOf(const QString &) { return {{u"type"_s, u"string"_s}}; }
    static QJsonObject schemaOf(double)
    {
        return {{u"type"_s, QJsonArray{u"number"_s, u"null"_s}}};
    }
    static QJsonObject schemaOf(Whole auto) { return {{u"type"_s, u"integer"_s}}; }
    static QJsonObject schemaOf(Named auto) { return {{u"type"_s, u"integer"_s}}; }

    template<typename T>
    static QJsonObject schemaOf(const std::map<QString, T> &)
    {
        return {{u"type"_s, u"object"_s}, {u"additionalProperties"_s, schemaOf(T())}};
    }

    template<typename T>
    static QJsonObject schemaOf(const std::optional<T> &)
    {
        return {{u"anyOf"_s, QJsonArray{schemaOf(T()), QJsonObject{{u"type"_s, u"null"_s}}}}};
    }

    template<typename T>
    static QJsonObject schemaOf(const std::vector<T> &)
    {
        return {{u"type"_s, u"array"_s}, {u"items"_s, schemaOf(T())}};
    }

    template<typename T>
    requires std::is_class_v<T>
    static QJsonObject schemaOf(const T &)
    {
        SchemaMaker maker;
        T value;
        fields(maker, value);
        return maker.schema();
    }

    QJsonArray m_required;
    QJsonObject m_properties;
};

void fields(auto &archive, Spread &spread)
{
    archive.field("mean", spread.mean);
    archive.field("p50", spread.p50);
    archive.field("p95", spread.p95);
    archive.field("max", spread.max);
}

void fields(auto &archive, ConfidenceScore &confidence)
{
    archive.field("score", confidence.score);
    archive.field("effectiveWindows", confidence.effectiveWindows);
    archive.field("relativeHalfWidth", confidence.relativeHalfWidth);
    archive.field("hoursSeen", confidence.hoursSeen);
    archive.field("autocorrelation", confidence.autocorrelation);
}

void fields(auto &archive, HourOfWeek &hour)
{
    archive.field("day", hour.day);
    archive.field("hour", hour.hour);
}

void fields(auto &archive, PeakTimes &peak)
{
    archive.field("utcOffsetSeconds", peak.utcOffsetSeconds);
    archive.field("hourOfWeek", peak.hourOfWeek);
    archive.field("hourOfDay", peak.hourOfDay);
    archive.field("peaks", peak.peaks);
    archive.field("peakToMean", peak.peakToMean);
}

void fields(auto &archive, OperationShare &share)
{
    archive.field("operation", share.operation);
    archive.field("exchanges", share.exchanges);
    archive.field("share", share.share);
}

void fields(auto &archive, ResourceShare &share)
{
    archive.field("resource", share.resource);
    archive.field("windows", share.windows);
    archive.field("exchanges", share.exchanges);
    archive.field("meanRate", share.meanRate);
}

void fields(auto &archive, ErrorShares &errors)
{
    archive.field("total", errors.total);
    archive.field("serverError", errors.serverError);
    archive.field("timeout", errors.timeout);
    archive.field("aborted", errors.aborted);
    archive.field("clientError", errors.clientError);
}

void fields(auto &archive, Intensity &intensity)
{
    archive.field("stepSeconds", intensity.stepSeconds);
    archive.field("rates", intensity.rates);
}

void fields(auto &archive, Precision &precision)
{
    archive.field("error", precision.error);
    archive.field("freedom", precision.freedom);
}

void fields(auto &archive, HandEdit &edit)
{
    archive.field("value", edit.value);
    archive.field("measured", edit.measured);
}

void fields(auto &archive, GoodnessPart &part)
{
    archive.field("quantity", part.quantity);
    archive.field("heldOut", part.heldOut);
    archive.field("generated", part.generated);
    archive.field("distance", part.distance);
    archive.field("reference", part.reference);
    archive.field("values", part.values);
    archive.field("reproduced", part.reproduced);
}

void fields(auto &archive, Goodness &goodness)
{
    archive.field("parts", goodness.parts);
    archive.field("reproduces", goodness.reproduces);
}

void fields(auto &archive, Persona &persona)
{
    archive.field("id", persona.id);
    archive.field("cluster", persona.cluster);
    archive.field("name", persona.name);
    archive.field("named", persona.named);
    archive.field("pinned", persona.pinned);
    archive.field("edits", persona.edits, 2);
    archive.field("windows", persona.windows);
    archive.field("exchanges", persona.exchanges);
    archive.field("windowShare", persona.windowShare);
    archive.field("resources", persona.resources);
    archive.field("requestRate", persona.requestRate);
    archive.field("requestSize", persona.requestSize);
    archive.field("responseSize", persona.responseSize);
    archive.field("dataRate", persona.dataRate);
    archive.field("errors", persona.errors);
    archive.field("latencyP50", persona.latencyP50);
    archive.field("latencyP95", persona.latencyP95);
    archive.field("latencyP99", persona.latencyP99);
    archive.field("latencyMean", persona.latencyMean);
    archive.field("burstiness", persona.burstiness);
    archive.field("writeShare", persona.writeShare);
    archive.field("concurrency", persona.concurrency);
    archive.field("gapMean", persona.gapMean);
    archive.field("requestSizes", persona.requestSizes);
    archive.field("responseSizes", persona.responseSizes);
    archive.field("latencies", persona.latencies);
    archive.field("gaps", persona.gaps);
    archive.field("operations", persona.operations);
    archive.field("rateOverTime", persona.rateOverTime);
    archive.field("intensity", persona.intensity, 2);
    archive.field("precision", persona.precision, 2);
    archive.field("peak", persona.peak);
    archive.field("observedFrom", persona.observedFrom);
    archive.field("observedTo", persona.observedTo);
    archive.field("createdAt", persona.createdAt);
    archive.field("confidence", persona.confidence);
    archive.field("goodness", persona.goodness, 2);
}

void fields(auto &archive, traffic::FeatureColumn &column)
{
    archive.field("id", column.id);
    archive.field("name", column.name);
    archive.field("unit", column.unit);
    archive.field("transform", column.transform);
    archive.field("pivot", column.pivot);
    archive.field("center", column.center);
    archive.field("scale", column.scale);
    archive.field("weight", column.weight);
    archive.field("imputed", column.imputed);
}

void fields(auto &archive, traffic::LeftOut &feature)
{
    archive.field("id", feature.id);
    archive.field("name", feature.name);
    archive.field("reason", feature.reason);
}

void fields(auto &archive, PersonaOptions &options)
{
    archive.field("algorithm", options.algorithm);
    archive.field("epsilon", options.epsilon);
    archive.field("minPoints", options.minPoints);
    archive.field("clusters", options.clusters);
    archive.field("epsilonSuggested", options.epsilonSuggested);
    archive.field("windowSeconds", options.windowSeconds);
    archive.field("weights", options.features.weights);
    archive.field("seed", options.seed);
}

void fields(auto &archive, PersonaSet &set)
{
    archive.ofProject("id", set.id);
    archive.ofProject("capture", set.capture);
    archive.field("name", set.name);
    archive.field("options", set.options);
    archive.field("features", set.features);
    archive.field("leftOut", set.leftOut);
    archive.field("personas", set.personas);
    archive.column("labels", set.labels);
    archive.column("windowOfRow", set.windowOfRow);
    archive.field("points", set.points);
    archive.field("noise", set.noise);
    archive.field("silhouette", set.silhouette);
    archive.field("createdAt", set.createdAt);
    archive.field("sparseExchanges", set.sparseExchanges);
    archive.field("noiseExchanges", set.noiseExchanges);
    archive.field("stability", set.stability, 2);
    archive.field("regrouped", set.regrouped, 2);
    archive.ofProject("predecessor", set.predecessor, 2);
    archive.field("lastPersonaId", set.lastPersonaId, 2);
    archive.field("minutesOfHour", set.minutesOfHour, 2);
}

/// Lengths and values that readers of a set count on.
void validate(Reader &reader, const PersonaSet &set)
{
    const auto length =
        [&]<typename T>(const std::vector<T> &values, std::size_t wanted, const char *path) {
            if (!values.empty() && values.size() != wanted)
                reader.fail(QLatin1String(path), Tr::tr("has another length than %1").arg(wanted));
        };
    QSet<QString> names;
    QSet<std::uint32_t> ids;
    for (const Persona &persona : set.personas) {
        length(persona.peak.hourOfWeek, 168, "personas.peak.hourOfWeek");
        length(persona.peak.hourOfDay, 24, "personas.peak.hourOfDay");
        length(persona.requestSizes, 101, "personas.requestSizes");
        length(persona.responseSizes, 101, "personas.responseSizes");
        length(persona.latencies, 101, "personas.latencies");
        length(persona.gaps, 101, "personas.gaps");
        length(persona.rateOverTime, 120, "personas.rateOverTime");
        length(persona.intensity.rates, 120, "personas.intensity.rates");
        for (const HourOfWeek &hour : persona.peak.peaks) {
            if (hour.day < 0 || hour.day > 6 || hour.hour < 0 || hour.hour > 23)
                reader.fail(u"personas.peak.peaks"_s, Tr::tr("names no hour of the week"));
        }
        if (ids.contains(number(persona.id)))
            reader.fail(u"personas.id"_s, Tr::tr("is given twice"));
        if (names.contains(persona.name))
            reader.fail(u"personas.name"_s, Tr::tr("is given twice"));
        ids.insert(number(persona.id));
        names.insert(persona.name);
    }
    length(set.minutesOfHour, 60, "minutesOfHour");
    for (const int label : set.labels) {
        if (label < clustering::kNoise)
            reader.fail(u"labels"_s, Tr::tr("holds a label below -1"));
    }
    if (set.labels.size() != set.windowOfRow.size())
        reader.fail(u"windowOfRow"_s, Tr::tr("is not as long as labels"));
}

QJsonObject written(const PersonaSet &set, bool isFile)
{
    PersonaSet copy = set; // the fields are named for reading and writing alike, so not const
    Writer writer(isFile);
    fields(writer, copy);
    QJsonObject object = writer.object();
    object.insert(u"format"_s, QLatin1String(kFormat));
    object.insert(u"version"_s, kVersion);
    return object;
}

Result<PersonaSet> read(QJsonObject object, bool isFile)
{
    Reading reading;
    reading.isFile = isFile;
    const QJsonValue format = object.take(u"format"_s);
    reading.version = object.take(u"version"_s).toInt();
    PersonaSet set;
    Reader reader(object, QString(), reading);
    if (format != QJsonValue(QLatin1String(kFormat)))
        reader.fail(u"format"_s, Tr::tr("is not %1").arg(QLatin1String(kFormat)));
    else if (reading.version < 1 || reading.version > kVersion)
        reader.fail(u"version"_s,
                    Tr::tr("is %1, and only 1 to %2 are known").arg(reading.version).arg(kVersion));
    else
        fields(reader, set);
    if (!reading.error) {
        reader.refuseOthers();
        validate(reader, set);
    }
    if (reading.error)
        return *std::move(reading.error);
    for (const Persona &persona : set.personas)
        set.lastPersonaId = std::max(set.lastPersonaId, number(persona.id));
    return set;
}

} // namespace

QJsonObject personasToStored(const PersonaSet &set)
{
    return written(set, false);
}

Result<PersonaSet> personasFromStored(const QJsonObject &stored)
{
    return read(stored, false);
}

QJsonObject personasToFile(const PersonaSet &set)
{
    return written(set, true);
}

Result<PersonaSet> personasFromFile(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return makeError(ErrorKind::Format,
                         Tr::tr("The personas are no valid JSON at %1: %2.")
                             .arg(text::placeIn(json, error.offset), error.errorString()));
    if (!document.isObject())
        return makeError(
            ErrorKind::Format,
            Tr::tr("A file of personas holds one JSON object, { \"format\": \"%1\", … }.")
                .arg(QLatin1String(kFormat)));
    return read(document.object(), true);
}

QJsonObject personasSchema()
{
    SchemaMaker maker;
    PersonaSet set;
    fields(maker, set);
    QJsonObject schema = maker.schema();
    QJsonObject properties = schema.value(u"properties"_s).toObject();
    properties.insert(u"format"_s, QJsonObject{{u"const"_s, QLatin1String(kFormat)}});
    properties.insert(
        u"version"_s,
        QJsonObject{{u"type"_s, u"integer"_s}, {u"minimum"_s, 1}, {u"maximum"_s, kVersion}});
    schema.insert(u"properties"_s, properties);
    QJsonArray required = schema.value(u"required"_s).toArray();
    required.append(u"format"_s);
    required.append(u"version"_s);
    schema.insert(u"required"_s, required);
    schema.insert(u"$schema"_s, u"http://json-schema.org/draft-07/schema#"_s);
    schema.insert(u"title"_s, u"Dramatis personas"_s);
    schema.insert(
        u"description"_s,
        u"Personas of a capture at one cut. Seconds, bytes, rates per second, fractions in [0, 1]; "
        "times are nanoseconds since the epoch, UTC; unknown numbers are null. Distributions are "
        "101 values at equally spaced probabilities from 0 to 1, hours of the week 168 from Monday "
        "0:00, steps of the capture 120; empty where nothing is known. Doubled names and ids are "
        "refused too, which a schema cannot say. What is not required came with version 2."_s);
    return schema;
}

} // namespace dramatis::persona
