// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

/// Reading, writing and describing JSON from one list of fields per struct, so that reader, writer
/// and JSON Schema cannot drift apart. A JsonCodec turns one JSON value into one C++ value and
/// back; a JsonRecord is a list of keys with a codec and a member each. Errors name the path of the
/// value: "calls[3].timeout: must be > 0".
namespace dramatis::topology {

/// What a writer leaves out and how it writes large columns.
enum class JsonForm {
    Sparse, ///< keys that have their default are left out: the file
    Full,   ///< every key that counts, null where there is no value: what paths can name
    Digest  ///< as Sparse, large columns as a hash of their values: the same on every machine
};

[[nodiscard]] QString jsonPath(const QString &path, const QString &key);
[[nodiscard]] QString jsonPath(const QString &path, std::size_t index);
/// ErrorKind::Format, "path: message".
[[nodiscard]] Error jsonError(const QString &path, const QString &message);
/// The message for a key that is not one of `known`, with the one it is nearest to.
[[nodiscard]] Error unknownKey(const QString &path, const QString &key, const QStringList &known);
/// The message for a text that is not one of `known`.
[[nodiscard]] Error unknownWord(const QString &path, const QString &word, const QStringList &known);

/// An array of `min` to `max` items, or what is wrong with it.
[[nodiscard]] Result<QJsonArray>
readJsonArray(const QJsonValue &value, const QString &path, std::size_t min, std::size_t max);
[[nodiscard]] Result<QJsonObject> readJsonObject(const QJsonValue &value, const QString &path);

/// Combined codecs share their parts: a copy would copy the whole tree below it, twice a level.
template<typename V>
struct JsonCodec
{
    std::function<Result<V>(const QJsonValue &, const QString &path)> read;
    std::function<QJsonValue(const V &, JsonForm)> write;
    QJsonObject schema; ///< JSON Schema of the value (draft 7)
};

/// Bounds of a number, ends included unless `open`.
struct NumberRange
{
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    bool open = false; ///< `min` itself is out
};

inline constexpr NumberRange kAboveZero{0, std::numeric_limits<double>::infinity(), true};
inline constexpr NumberRange kFromZero{0, std::numeric_limits<double>::infinity(), false};
inline constexpr NumberRange kFraction{0, 1, false};

[[nodiscard]] JsonCodec<double> numberCodec(NumberRange range);
[[nodiscard]] JsonCodec<int> integerCodec(int min, int max);
[[nodiscard]] JsonCodec<bool> booleanCodec();
/// Text that is not empty.
[[nodiscard]] JsonCodec<QString> textCodec();
[[nodiscard]] JsonCodec<QString> anyTextCodec();
/// One of the words given.
[[nodiscard]] JsonCodec<QString> wordCodec(const QStringList &words);
/// A whole number that may be larger than JSON numbers can tell exactly; those are decimal text.
[[nodiscard]] JsonCodec<std::uint64_t> wideIntegerCodec();

/// An enumeration by its words.
template<typename E>
[[nodiscard]] JsonCodec<E> enumCodec(const std::vector<std::pair<QString, E>> &entries)
{
    QStringList words;
    for (const auto &entry : entries)
        words.append(entry.first);
    const JsonCodec<QString> word = wordCodec(words);
    return {[entries, word](const QJsonValue &value, const QString &path) -> Result<E> {
                DRAMATIS_TRY(const QString text, word.read(value, path));
                for (const auto &entry : entries) {
                    if (entry.first == text)
                        return entry.second;
                }
                return makeError(ErrorKind::Internal, path);
            },
            [entries](const E &value, JsonForm) -> QJsonValue {
                for (const auto &entry : entries) {
                    if (entry.second == value)
                        return entry.first;
                }
                return {};
            },
            word.schema};
}

/// A value that may be absent: JSON null.
template<typename V>
[[nodiscard]] JsonCodec<std::optional<V>> optionalCodec(const JsonCodec<V> &codec)
{
    QJsonObject schema;
    schema.insert(
        QStringLiteral("anyOf"),
        QJsonArray{codec.schema, QJsonObject{{QStringLiteral("type"), QStringLiteral("null")}}});
    const auto part = std::make_shared<const JsonCodec<V>>(codec);
    return {[part](const QJsonValue &value, const QString &path) -> Result<std::optional<V>> {
                if (value.isNull())
                    return std::optional<V>();
                DRAMATIS_TRY(V read, part->read(value, path));
                return std::optional<V>(std::move(read));
            },
            [part](const std::optional<V> &value, JsonForm form) -> QJsonValue {
                return value ? part->write(*value, form) : QJsonValue(QJsonValue::Null);
            },
            schema};
}

/// A list of `min` to `max` values.
template<typename V>
[[nodiscard]] JsonCodec<std::vector<V>>
listCodec(const JsonCodec<V> &codec, std::size_t min, std::size_t max)
{
    QJsonObject schema{{QStringLiteral("type"), QStringLiteral("array")},
                       {QStringLiteral("items"), codec.schema},
                       {QStringLiteral("maxItems"), static_cast<qint64>(max)}};
    if (min > 0)
        schema.insert(QStringLiteral("minItems"), static_cast<qint64>(min));
    const auto part = std::make_shared<const JsonCodec<V>>(codec);
    return {
        [part, min, max](const QJsonValue &value, const QString &path) -> Result<std::vector<V>> {
            DRAMATIS_TRY(const QJsonArray array, readJsonArray(value, path, min, max));
            std::vector<V> items;
            items.reserve(static_cast<std::size_t>(array.size()));
            for (const QJsonValue &item : array) {
                DRAMATIS_TRY(V read, part->read(item, jsonPath(path, items.size())));
                items.push_back(std::move(read));
            }
            return items;
        },
        [part](const std::vector<V> &items, JsonForm form) -> QJsonValue {
            QJsonArray array;
            for (const V &item : items)
                array.append(part->write(item, form));
            return array;
        },
        schema};
}

/// Where a key of a record may stand, where it must, and what its value may be.
struct JsonKey
{
    QString key;
    QJsonObject schema;
    bool isLimited = false;  ///< only records with one of `tags` have it
    QStringList tags;        ///< values of the record's tag that have the key
    bool isRequired = false; ///< wherever it may stand
    QStringList requiredFor; ///< values of the tag that need it

    [[nodiscard]] bool isFor(const QString &tag) const { return !isLimited || tags.contains(tag); }
    [[nodiscard]] bool isNeededFor(const QString &tag) const
    {
        return (isRequired && isFor(tag)) || requiredFor.contains(tag);
    }
};

/// One key of a record, bound to a T.
template<typename T>
struct JsonField : JsonKey
{
    std::function<Result<>(const QJsonValue &, const QString &path, T &)> read;
    /// Undefined where Sparse leaves it out.
    std::function<QJsonValue(const T &, JsonForm)> write;

    [[nodiscard]] JsonField only(const QStringList &these) &&
    {
        isLimited = true;
        tags = these;
        return std::move(*this);
    }
    [[nodiscard]] JsonField needed() &&
    {
        isRequired = true;
        return std::move(*this);
    }
    [[nodiscard]] JsonField neededFor(const QStringList &these) &&
    {
        requiredFor = these;
        return std::move(*this);
    }
    /// A sentence for the schema.
    [[nodiscard]] JsonField about(const QString &text) &&
    {
        schema.insert(QStringLiteral("description"), text);
        return std::move(*this);
    }
};

/// A key bound to a member; its default is the member of a fresh T.
template<typename T, typename V>
[[nodiscard]] JsonField<T> jsonField(const QString &key, V T::*member, const JsonCodec<V> &codec)
{
    const V initial = T{}.*member;
    const auto part = std::make_shared<const JsonCodec<V>>(codec);
    JsonField<T> field;
    field.key = key;
    field.schema = codec.schema;
    field.read = [member,
                  part](const QJsonValue &value, const QString &path, T &record) -> Result<> {
        DRAMATIS_TRY(record.*member, part->read(value, path));
        return {};
    };
    field.write = [member, part, initial](const T &record, JsonForm form) -> QJsonValue {
        if (form != JsonForm::Full && record.*member == initial)
            return QJsonValue::Undefined;
        return part->write(record.*member, form);
    };
    return field;
}

/// The same for a member that may be absent: null stands for that.
template<typename T, typename V>
[[nodiscard]] JsonField<T>
jsonField(const QString &key, std::optional<V> T::*member, const JsonCodec<V> &codec)
{
    return jsonField(key, member, optionalCodec(codec));
}

/// A field of a member's struct as a field of the whole.
template<typename T, typename M>
[[nodiscard]] JsonField<T> liftedField(M T::*member, const JsonField<M> &inner)
{
    JsonField<T> field;
    static_cast<JsonKey &>(field) = inner;
    field.read = [member, inner](const QJsonValue &value, const QString &path, T &record) {
        return inner.read(value, path, record.*member);
    };
    field.write = [member, inner](const T &record, JsonForm form) {
        return inner.write(record.*member, form);
    };
    return field;
}

/// Unknown, misplaced and missing keys. `tagKey` empty: the record has no tag.
Result<> checkJsonKeys(const QJsonObject &object,
                       const QString &path,
                       const QString &tagKey,
                       const std::vector<const JsonKey *> &keys);
[[nodiscard]] QJsonObject recordSchema(const QString &tagKey,
                                       const QStringList &tags,
                                       const std::vector<const JsonKey *> &keys);

/// A JSON object by its list of fields. A record may have a tag (`kind` of a node): a key whose
/// value decides which of the others may stand and which must.
template<typename T>
class JsonRecord
{
public:
    explicit JsonRecord(std::vector<JsonField<T>> fields) : m_fields(std::move(fields)) {}
    /// @param finish  checks what no single field can tell, and derives; called when all are read
    JsonRecord(std::vector<JsonField<T>> fields,
               std::function<Result<>(T &, const QString &path)> finish)
        : m_fields(std::move(fields))
        , m_finish(std::move(finish))
    {}

    /// Makes `key` (one of the fields) the tag, with these values.
    [[nodiscard]] JsonRecord tagged(const QString &key, const QStringList &tags) &&
    {
        m_tagKey = key;
        m_tags = tags;
        return std::move(*this);
    }

    [[nodiscard]] const std::vector<JsonField<T>> &fields() const { return m_fields; }

    [[nodiscard]] Result<T> read(const QJsonValue &value, const QString &path) const
    {
        DRAMATIS_TRY(const QJsonObject object, readJsonObject(value, path));
        T record{};
        for (const JsonField<T> &field :
             m_fields) { // a wrong tag is said before what follows from it
            if (field.key == m_tagKey && object.contains(m_tagKey))
                DRAMATIS_CHECK(
                    field.read(object.value(m_tagKey), jsonPath(path, m_tagKey), record));
        }
        DRAMATIS_CHECK(checkJsonKeys(object, path, m_tagKey, keys()));
        for (const JsonField<T> &field : m_fields) {
            const auto found = object.constFind(field.key);
            if (found != object.constEnd())
                DRAMATIS_CHECK(field.read(*found, jsonPath(path, field.key), record));
        }
        if (m_finish)
            DRAMATIS_CHECK(m_finish(record, path));
        return record;
    }

    [[nodiscard]] QJsonObject write(const T &record, JsonForm form) const
    {
        const QString tag = tagOf(record);
        QJsonObject object;
        for (const JsonField<T> &field : m_fields) {
            if (!field.isFor(tag))
                continue;
            QJsonValue value = field.write(record, form);
            if (value.isUndefined() && field.isNeededFor(tag))
                value = field.write(record, JsonForm::Full);
            if (!value.isUndefined())
                object.insert(field.key, value);
        }
        return object;
    }

    [[nodiscard]] QJsonObject schema() const { return recordSchema(m_tagKey, m_tags, keys()); }

    [[nodiscard]] JsonCodec<T> codec() const
    {
        const auto record = std::make_shared<const JsonRecord>(*this);
        return {[record](const QJsonValue &value, const QString &path) {
                    return record->read(value, path);
                },
                [record](const T &value, JsonForm form) -> QJsonValue {
                    return record->write(value, form);
                },
                schema()};
    }

private:
    [[nodiscard]] QString tagOf(const T &record) const
    {
        for (const JsonField<T> &field : m_fields) {
            if (!m_tagKey.isEmpty() && field.key == m_tagKey)
                return field.write(record, JsonForm::Full).toString();
        }
        return {};
    }

    [[nodiscard]] std::vector<const JsonKey *> keys() const
    {
        std::vector<const JsonKey *> keys;
        keys.reserve(m_fields.size());
        for (const JsonField<T> &field : m_fields)
            keys.push_back(&field);
        return keys;
    }

    std::vector<JsonField<T>> m_fields;
    std::function<Result<>(T &, const QString &path)> m_finish;
    QString m_tagKey;
    QStringList m_tags;
};

} // namespace dramatis::topology
