// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_number.h"
#include "core/persona/persona_json.h"
#include "core/persona/tr.h"
#include "core/table/column_codec.h"

#include <QJsonArray>

#include <algorithm>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>

// One description of the fields serves both ways: `fields(archive, value)` names each field once,
// and a Writer puts them into JSON where a Reader takes them out and checks them. Numbers that are
// NaN are null. Columns with an entry per row (labels) are base64 of compressed chunks.

using namespace Qt::StringLiterals;

namespace dramatis::persona {

namespace {

constexpr int kStoredVersion = 1;
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
    [[nodiscard]] QJsonObject object() const { return m_object; }

    template<typename T>
    void field(const char *key, T &value)
    {
        m_object.insert(QLatin1String(key), toValue(value));
    }

    /// A column with an entry per row.
    template<typename T>
    void column(const char *key, std::vector<T> &values)
    {
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
    static QJsonValue toValue(bool value) { return value; }
    static QJsonValue toValue(QString &value) { return value; }
    static QJsonValue toValue(double value) { return jsonNumber(value); }
    static QJsonValue toValue(Whole auto value) { return static_cast<qint64>(value); }
    static QJsonValue toValue(Named auto value) { return static_cast<qint64>(value); }

    static QJsonValue toValue(std::map<QString, double> &values)
    {
        QJsonObject object;
        for (const auto &[key, value] : values)
            object.insert(key, toValue(value));
        return object;
    }

    template<typename T>
    static QJsonValue toValue(std::vector<T> &values)
    {
        QJsonArray array;
        for (T &value : values)
            array.append(toValue(value));
        return array;
    }

    template<typename T>
    requires std::is_class_v<T>
    static QJsonValue toValue(T &value)
    {
        Writer writer;
        fields(writer, value);
        return writer.object();
    }

    QJsonObject m_object;
};

/// Takes fields out of JSON; the first that is missing or of the wrong kind becomes the error.
class Reader
{
public:
    Reader(const QJsonObject &object, QString path, std::optional<Error> &error)
        : m_object(object)
        , m_path(std::move(path))
        , m_error(error)
    {}

    template<typename T>
    void field(const char *key, T &value)
    {
        const QString name = QLatin1String(key);
        take(m_object.value(name), value, m_path.isEmpty() ? name : QString(m_path + u'.' + name));
    }

    template<typename T>
    void column(const char *key, std::vector<T> &values)
    {
        const QString path = QLatin1String(key);
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

    void fail(const QString &path, const QString &problem)
    {
        if (!m_error)
            m_error =
                makeError(ErrorKind::Format,
                          Tr::tr("Stored personas cannot be read: %1 %2.").arg(path, problem));
    }

private:
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

    void take(const QJsonValue &stored, std::map<QString, double> &values, const QString &path)
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
        for (qsizetype i = 0; i < array.size() && !m_error; ++i)
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
        Reader reader(stored.toObject(), path, m_error);
        fields(reader, value);
    }

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> &m_error;
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

void fields(auto &archive, Persona &persona)
{
    archive.field("id", persona.id);
    archive.field("cluster", persona.cluster);
    archive.field("name", persona.name);
    archive.field("named", persona.named);
    archive.field("edited", persona.edited);
    archive.field("pinned", persona.pinned);
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
    archive.field("peak", persona.peak);
    archive.field("observedFrom", persona.observedFrom);
    archive.field("observedTo", persona.observedTo);
    archive.field("createdAt", persona.createdAt);
    archive.field("confidence", persona.confidence);
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
    archive.field("id", set.id);
    archive.field("capture", set.capture);
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
}

/// Lengths and values that readers of a set count on.
void validate(Reader &reader, const PersonaSet &set)
{
    const auto length =
        [&](const std::vector<double> &values, std::size_t wanted, const char *path) {
            if (!values.empty() && values.size() != wanted)
                reader.fail(QLatin1String(path), Tr::tr("has another length than %1").arg(wanted));
        };
    for (const Persona &persona : set.personas) {
        length(persona.peak.hourOfWeek, 168, "personas.peak.hourOfWeek");
        length(persona.peak.hourOfDay, 24, "personas.peak.hourOfDay");
        length(persona.requestSizes, 101, "personas.requestSizes");
        length(persona.responseSizes, 101, "personas.responseSizes");
        length(persona.latencies, 101, "personas.latencies");
        length(persona.gaps, 101, "personas.gaps");
        length(persona.rateOverTime, 120, "personas.rateOverTime");
        for (const HourOfWeek &hour : persona.peak.peaks) {
            if (hour.day < 0 || hour.day > 6 || hour.hour < 0 || hour.hour > 23)
                reader.fail(u"personas.peak.peaks"_s, Tr::tr("names no hour of the week"));
        }
    }
    for (const int label : set.labels) {
        if (label < clustering::kNoise)
            reader.fail(u"labels"_s, Tr::tr("holds a label below -1"));
    }
    if (set.labels.size() != set.windowOfRow.size())
        reader.fail(u"windowOfRow"_s, Tr::tr("is not as long as labels"));
}

} // namespace

QJsonObject personasToStored(const PersonaSet &set)
{
    PersonaSet copy = set; // the fields are named for reading and writing alike, so not const
    Writer writer;
    fields(writer, copy);
    QJsonObject stored = writer.object();
    stored.insert(u"format"_s, u"dramatis-personas"_s);
    stored.insert(u"version"_s, kStoredVersion);
    return stored;
}

Result<PersonaSet> personasFromStored(const QJsonObject &stored)
{
    std::optional<Error> error;
    PersonaSet set;
    Reader reader(stored, QString(), error);
    if (stored.value(u"format"_s) != QJsonValue(u"dramatis-personas"_s))
        reader.fail(u"format"_s, Tr::tr("is not dramatis-personas"));
    else if (stored.value(u"version"_s).toInt() != kStoredVersion)
        reader.fail(u"version"_s,
                    Tr::tr("is %1, and only %2 is known")
                        .arg(stored.value(u"version"_s).toInt())
                        .arg(kStoredVersion));
    else
        fields(reader, set);
    if (!error)
        validate(reader, set);
    if (error)
        return *std::move(error);
    return set;
}

} // namespace dramatis::persona
