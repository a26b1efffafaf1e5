// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/json_record.h"

#include "core/topology/tr.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dramatis::topology {

namespace {

/// The largest whole number that every JSON reader keeps exactly (2^53).
constexpr double kExactLimit = 9007199254740992.0;

/// Edits (insert, delete, replace) from one word to the other, ignoring case.
int editDistance(const QString &from, const QString &to)
{
    std::vector<int> row(static_cast<std::size_t>(to.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < from.size(); ++i) {
        int diagonal = row[0]++;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = from[i].toLower() == to[static_cast<qsizetype>(j) - 1].toLower();
            const int replaced = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

/// The word nearest to `word`, or empty if none is near.
QString nearest(const QString &word, const QStringList &known)
{
    QString best;
    int bestDistance = 3;
    if (word.size() > 64)
        return best;
    for (const QString &candidate : known) {
        const int distance = editDistance(word, candidate);
        if (distance < bestDistance && distance < candidate.size()) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

QString rangeMessage(const NumberRange &range)
{
    if (std::isfinite(range.min) && std::isfinite(range.max)) {
        if (range.open)
            return Tr::tr("must be > %1 and <= %2").arg(range.min).arg(range.max);
        return Tr::tr("must be from %1 to %2").arg(range.min).arg(range.max);
    }
    if (std::isfinite(range.max))
        return Tr::tr("must be <= %1").arg(range.max);
    return range.open ? Tr::tr("must be > %1").arg(range.min)
                      : Tr::tr("must be >= %1").arg(range.min);
}

QJsonObject rangeSchema(const QString &type, const NumberRange &range)
{
    QJsonObject schema{{u"type"_s, type}};
    if (std::isfinite(range.min))
        schema.insert(range.open ? u"exclusiveMinimum"_s : u"minimum"_s, range.min);
    if (std::isfinite(range.max))
        schema.insert(u"maximum"_s, range.max);
    return schema;
}

bool isWithin(double value, const NumberRange &range)
{
    return std::isfinite(value) && (range.open ? value > range.min : value >= range.min)
           && value <= range.max;
}

Result<double> readNumber(const QJsonValue &value, const QString &path, const NumberRange &range)
{
    if (!value.isDouble())
        return jsonError(path, Tr::tr("must be a number"));
    const double number = value.toDouble();
    if (!isWithin(number, range))
        return jsonError(path, rangeMessage(range));
    return number;
}

} // namespace

QString jsonPath(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : QString(path + u'.' + key);
}

QString jsonPath(const QString &path, std::size_t index)
{
    return path + u'[' + QString::number(index) + u']';
}

Error jsonError(const QString &path, const QString &message)
{
    return makeError(ErrorKind::Format, path.isEmpty() ? message : QString(path + u": " + message));
}

Error unknownKey(const QString &path, const QString &key, const QStringList &known)
{
    const QString near = nearest(key, known);
    return jsonError(jsonPath(path, key),
                     near.isEmpty() ? Tr::tr("unknown key; there are %1").arg(known.join(u", "))
                                    : Tr::tr("unknown key; did you mean %1?").arg(near));
}

Error unknownWord(const QString &path, const QString &word, const QStringList &known)
{
    return jsonError(path, Tr::tr("“%1” is none of %2").arg(word.left(80), known.join(u", ")));
}

JsonCodec<double> numberCodec(NumberRange range)
{
    return {[range](const QJsonValue &value, const QString &path) {
                return readNumber(value, path, range);
            },
            [](const double &value, JsonForm) -> QJsonValue { return value; },
            rangeSchema(u"number"_s, range)};
}

JsonCodec<int> integerCodec(int min, int max)
{
    const NumberRange range{static_cast<double>(min), static_cast<double>(max), false};
    return {[range](const QJsonValue &value, const QString &path) -> Result<int> {
                DRAMATIS_TRY(const double number, readNumber(value, path, range));
                if (number != std::floor(number))
                    return jsonError(path, Tr::tr("must be a whole number"));
                return static_cast<int>(number);
            },
            [](const int &value, JsonForm) -> QJsonValue { return value; },
            rangeSchema(u"integer"_s, range)};
}

JsonCodec<bool> booleanCodec()
{
    return {[](const QJsonValue &value, const QString &path) -> Result<bool> {
                if (!value.isBool())
                    return jsonError(path, Tr::tr("must be true or false"));
                return value.toBool();
            },
            [](const bool &value, JsonForm) -> QJsonValue { return value; },
            {{u"type"_s, u"boolean"_s}}};
}

JsonCodec<QString> textCodec()
{
    return {[](const QJsonValue &value, const QString &path) -> Result<QString> {
                if (!value.isString())
                    return jsonError(path, Tr::tr("must be a text"));
                if (value.toString().isEmpty())
                    return jsonError(path, Tr::tr("must not be empty"));
                return value.toString();
            },
            [](const QString &value, JsonForm) -> QJsonValue { return value; },
            {{u"type"_s, u"string"_s}, {u"minLength"_s, 1}}};
}

JsonCodec<QString> anyTextCodec()
{
    return {[](const QJsonValue &value, const QString &path) -> Result<QString> {
                if (!value.isString())
                    return jsonError(path, Tr::tr("must be a text"));
                return value.toString();
            },
            [](const QString &value, JsonForm) -> QJsonValue { return value; },
            {{u"type"_s, u"string"_s}}};
}

JsonCodec<QString> wordCodec(const QStringList &words)
{
    return {[words](const QJsonValue &value, const QString &path) -> Result<QString> {
                if (!value.isString())
                    return jsonError(path, Tr::tr("must be one of %1").arg(words.join(u", ")));
                if (!words.contains(value.toString()))
                    return unknownWord(path, value.toString(), words);
                return value.toString();
            },
            [](const QString &value, JsonForm) -> QJsonValue { return value; },
            {{u"enum"_s, QJsonArray::fromStringList(words)}}};
}

JsonCodec<std::uint64_t> wideIntegerCodec()
{
    const QJsonObject number{
        {u"type"_s, u"integer"_s}, {u"minimum"_s, 0}, {u"maximum"_s, kExactLimit}};
    const QJsonObject text{{u"type"_s, u"string"_s}, {u"pattern"_s, u"^[0-9]{1,20}$"_s}};
    return {[](const QJsonValue &value, const QString &path) -> Result<std::uint64_t> {
                if (value.isString()) {
                    bool isNumber = false;
                    const std::uint64_t read = value.toString().toULongLong(&isNumber);
                    const QString digits = value.toString();
                    const bool plain = std::all_of(digits.begin(), digits.end(), [](QChar c) {
                        return c >= u'0' && c <= u'9';
                    });
                    if (isNumber && plain)
                        return read;
                    return jsonError(path, Tr::tr("must be a whole number from 0 to 2^64 - 1"));
                }
                DRAMATIS_TRY(const double read, readNumber(value, path, {0, kExactLimit, false}));
                if (read != std::floor(read))
                    return jsonError(path, Tr::tr("must be a whole number"));
                return static_cast<std::uint64_t>(read);
            },
            [](const std::uint64_t &value, JsonForm) -> QJsonValue {
                if (value > static_cast<std::uint64_t>(kExactLimit))
                    return QString::number(value);
                return static_cast<qint64>(value);
            },
            {{u"anyOf"_s, QJsonArray{number, text}}}};
}

Result<QJsonArray>
readJsonArray(const QJsonValue &value, const QString &path, std::size_t min, std::size_t max)
{
    if (!value.isArray())
        return jsonError(path, Tr::tr("must be a list"));
    const QJsonArray array = value.toArray();
    const auto size = static_cast<std::size_t>(array.size());
    if (size < min)
        return jsonError(path, Tr::tr("must have at least %1 items, has %2").arg(min).arg(size));
    if (size > max)
        return jsonError(path, Tr::tr("must have at most %1 items, has %2").arg(max).arg(size));
    return array;
}

Result<QJsonObject> readJsonObject(const QJsonValue &value, const QString &path)
{
    if (!value.isObject())
        return jsonError(path, Tr::tr("must be an object, { … }"));
    return value.toObject();
}

Result<> checkJsonKeys(const QJsonObject &object,
                       const QString &path,
                       const QString &tagKey,
                       const std::vector<const JsonKey *> &keys)
{
    const QString tag = tagKey.isEmpty() ? QString() : object.value(tagKey).toString();
    QStringList known;
    for (const JsonKey *rule : keys) {
        if (tag.isEmpty() || rule->isFor(tag))
            known.append(rule->key);
    }
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (known.contains(it.key()))
            continue;
        const bool elsewhere = std::any_of(
            keys.begin(), keys.end(), [&](const JsonKey *rule) { return rule->key == it.key(); });
        if (elsewhere)
            return jsonError(jsonPath(path, it.key()),
                             Tr::tr("does not belong to %1 “%2”").arg(tagKey, tag.left(80)));
        return unknownKey(path, it.key(), known);
    }
    for (const JsonKey *rule : keys) {
        const bool needed = rule->key == tagKey || rule->isNeededFor(tag);
        if (needed && !object.contains(rule->key))
            return jsonError(jsonPath(path, rule->key), Tr::tr("is missing"));
    }
    return {};
}

QJsonObject recordSchema(const QString &tagKey,
                         const QStringList &tags,
                         const std::vector<const JsonKey *> &keys)
{
    QJsonObject properties;
    QJsonArray required;
    for (const JsonKey *rule : keys) {
        properties.insert(rule->key, rule->schema);
        const bool always =
            tagKey.isEmpty()
                ? rule->isNeededFor({})
                : rule->key == tagKey
                      || std::all_of(tags.begin(), tags.end(), [rule](const QString &tag) {
                             return rule->isNeededFor(tag);
                         });
        if (always)
            required.append(rule->key);
    }
    QJsonObject schema{{u"type"_s, u"object"_s},
                       {u"properties"_s, properties},
                       {u"additionalProperties"_s, false}};
    if (!required.isEmpty())
        schema.insert(u"required"_s, required);
    QJsonArray cases;
    for (const QString &tag : tags) {
        QJsonArray allowed;
        QJsonArray needed;
        for (const JsonKey *rule : keys) {
            if (rule->isFor(tag))
                allowed.append(rule->key);
            if (rule->isNeededFor(tag) && !required.contains(rule->key))
                needed.append(rule->key);
        }
        QJsonObject then{{u"propertyNames"_s, QJsonObject{{u"enum"_s, allowed}}}};
        if (!needed.isEmpty())
            then.insert(u"required"_s, needed);
        const QJsonObject tagged{{tagKey, QJsonObject{{u"const"_s, tag}}}};
        cases.append(
            QJsonObject{{u"if"_s, QJsonObject{{u"properties"_s, tagged}}}, {u"then"_s, then}});
    }
    if (!cases.isEmpty())
        schema.insert(u"allOf"_s, cases);
    return schema;
}

} // namespace dramatis::topology
