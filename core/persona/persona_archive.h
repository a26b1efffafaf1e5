// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_number.h"
#include "core/persona/persona.h"
#include "core/persona/tr.h"
#include "core/table/column_codec.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <concepts>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>

// How persona_stored.cpp reads and writes: one description of the fields serves all ways.
// `fields(archive, value)` names each field once; a Writer puts them into JSON, a Reader takes them
// out and checks them, a SchemaMaker says what they may be. Numbers that are NaN are null. Columns
// with an entry per row (labels) are base64 of compressed chunks.
//
// A set in a file of its own has the same fields but those that tie it to a project: its ids, its
// capture and the rows of the capture's windows.
namespace dramatis::persona::archive {

using namespace Qt::StringLiterals;

/// 2: precision, intensity, goodness, edits by hand, versions. 3: DBCV, why eps is what it is.
inline constexpr int kVersion = 3;
inline constexpr qsizetype kMostItems =
    10'000'000; ///< of any list; a stored set may come from elsewhere

template<typename T>
concept Whole = std::is_integral_v<T> && !std::is_same_v<T, bool>;
template<typename T>
concept Named = std::is_enum_v<T>;

// Labels are stored as they are (-1 wraps and comes back); row numbers, which grow, as differences.
inline std::uint32_t toStored(const std::vector<int> &values, std::size_t i)
{
    return static_cast<std::uint32_t>(values[i]);
}

inline std::uint32_t toStored(const std::vector<std::uint32_t> &values, std::size_t i)
{
    return values[i] - (i > 0 ? values[i - 1] : 0);
}

inline int fromStored(const std::vector<int> &, std::uint32_t stored)
{
    return static_cast<int>(stored);
}

inline std::uint32_t fromStored(const std::vector<std::uint32_t> &before, std::uint32_t stored)
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

} // namespace dramatis::persona::archive
