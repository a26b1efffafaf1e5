// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/tables/column_mapping.h"

#include "core/capture/tables/stamp_pattern.h"
#include "core/capture/tr.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace dramatis::capture {

namespace {

constexpr qsizetype kMostNamedColumns = 30;

struct FormId
{
    TableLayout::Form form;
    const char *id;
};

constexpr FormId kFormIds[] = {{TableLayout::Form::Automatic, "auto"},
                               {TableLayout::Form::Separated, "csv"},
                               {TableLayout::Form::JsonLines, "json-lines"},
                               {TableLayout::Form::Query, "query"}};

QString shown(const QStringList &columns)
{
    QStringList names = columns.mid(0, kMostNamedColumns);
    if (names.size() < columns.size())
        names.append(u"…"_s);
    return names.join(u", "_s);
}

Error mappingError(const QString &message)
{
    return makeError(ErrorKind::InvalidArgument, message);
}

Result<> validateColumn(const MappedColumn &column, const QStringList &columns)
{
    if (!columns.contains(column.name))
        return mappingError(
            Tr::tr("There is no column “%1”; there are %2.").arg(column.name, shown(columns)));
    const auto units = unitsOf(column.role);
    if (std::find(units.begin(), units.end(), column.unit) == units.end())
        return mappingError(Tr::tr("The column “%1” cannot be in “%2”: that is no unit of “%3”.")
                                .arg(column.name, unitId(column.unit), roleId(column.role)));
    if (column.unit == ColumnUnit::Pattern)
        DRAMATIS_CHECK(StampPattern::fromText(column.pattern));
    return {};
}

/// Where the entry that begins at `from` ends: at a comma that another one follows, or at the end.
qsizetype endOfEntry(const QString &text, qsizetype from)
{
    for (qsizetype comma = text.indexOf(u',', from); comma >= 0;
         comma = text.indexOf(u',', comma + 1)) {
        qsizetype end = comma + 1;
        while (end < text.size() && (text[end].isLetter() || text[end] == u'-'))
            ++end;
        if (end > comma + 1 && end < text.size() && text[end] == u'=')
            return comma;
    }
    return text.size();
}

Result<char> characterOf(const QString &text, const QString &name)
{
    const std::pair<const char *, char> kNames[] = {
        {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}, {"point", '.'}};
    for (const auto &[id, character] : kNames) {
        if (text == QLatin1StringView(id))
            return character;
    }
    if (text.size() == 1 && u",;|.\t"_s.contains(text.front()))
        return text.front().toLatin1();
    return mappingError(
        Tr::tr("%1=%2 is not known: write comma, semicolon, tab, pipe or point.").arg(name, text));
}

/// "separator=tab" and its like. False where `name` is none of these.
Result<bool> setLayout(TableLayout &layout, const QString &name, const QString &value)
{
    if (name == u"separator") {
        DRAMATIS_TRY(layout.separator, characterOf(value, name));
        if (layout.separator == '.')
            return mappingError(Tr::tr("A point cannot part columns."));
        return true;
    }
    if (name == u"decimal") {
        DRAMATIS_TRY(layout.decimal, characterOf(value, name));
        if (layout.decimal != '.' && layout.decimal != ',')
            return mappingError(Tr::tr("A decimal mark is a comma or a point."));
        return true;
    }
    if (name != u"header")
        return false;
    if (value != u"yes" && value != u"no")
        return mappingError(Tr::tr("header=%1 is not known: write yes or no.").arg(value));
    layout.header = value == u"yes" ? TableLayout::Header::Present : TableLayout::Header::Absent;
    return true;
}

/// "COLUMN", "COLUMN:UNIT" or "COLUMN:%Y...".
MappedColumn columnOf(ColumnRole role, const QString &value)
{
    MappedColumn column{value, role, {}, {}};
    if (const qsizetype pattern = value.indexOf(u":%"_s); pattern > 0) {
        column.name = value.left(pattern);
        column.unit = ColumnUnit::Pattern;
        column.pattern = value.mid(pattern + 1);
        return column;
    }
    const qsizetype colon = value.lastIndexOf(u':');
    if (colon <= 0)
        return column;
    if (const auto unit = unitFromId(value.mid(colon + 1)); unit && *unit != ColumnUnit::Pattern) {
        column.name = value.left(colon);
        column.unit = *unit;
    }
    return column;
}

QString characterText(char character)
{
    return character == '\0' ? QString() : QString(QLatin1Char(character));
}

char characterFrom(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.size() == 1 ? text.front().toLatin1() : '\0';
}

} // namespace

const MappedColumn *ColumnMapping::find(ColumnRole role) const
{
    const auto found = std::find_if(
        columns.begin(), columns.end(), [role](const auto &column) { return column.role == role; });
    return found == columns.end() ? nullptr : &*found;
}

Result<> validateChoices(const ColumnMapping &mapping, const QStringList &columns)
{
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        const MappedColumn &column = mapping.columns[i];
        DRAMATIS_CHECK(validateColumn(column, columns));
        for (std::size_t j = 0; j < i; ++j) {
            const MappedColumn &other = mapping.columns[j];
            if (other.name == column.name)
                return mappingError(Tr::tr("The column “%1” is named twice.").arg(column.name));
            if (other.role == column.role && column.role != ColumnRole::Ignored)
                return mappingError(Tr::tr("“%1” and “%2” are both %3; only one column can be.")
                                        .arg(other.name, column.name, roleId(column.role)));
        }
    }
    return {};
}

Result<> validate(const ColumnMapping &mapping, const QStringList &columns)
{
    DRAMATIS_CHECK(validateChoices(mapping, columns));
    if (!mapping.find(ColumnRole::Begin) && !mapping.find(ColumnRole::End))
        return makeError(ErrorKind::Format,
                         Tr::tr("No column of this table is known to be a time. Its columns are "
                                "%1. Name the one that is: --map begin=COLUMN, or with a unit: "
                                "begin=COLUMN:ms.")
                             .arg(shown(columns)));
    return {};
}

Result<ColumnMapping> withChoices(ColumnMapping mapping, const QString &text)
{
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = endOfEntry(text, from);
        const QString entry = text.mid(from, end - from);
        from = end + 1;
        const qsizetype equals = entry.indexOf(u'=');
        const QString name = entry.left(equals);
        const QString value = entry.mid(equals + 1);
        if (equals <= 0 || value.isEmpty())
            return mappingError(
                Tr::tr("“%1” is no mapping: write it as ROLE=COLUMN or ROLE=COLUMN:UNIT.")
                    .arg(entry));
        DRAMATIS_TRY(const bool isLayout, setLayout(mapping.layout, name, value));
        if (isLayout)
            continue;
        DRAMATIS_TRY(const ColumnRole role, roleFromId(name));
        const MappedColumn column = columnOf(role, value);
        std::erase_if(mapping.columns, [&](const MappedColumn &other) {
            return other.name == column.name || (other.role == role && role != ColumnRole::Ignored);
        });
        mapping.columns.push_back(column);
    }
    return mapping;
}

QJsonObject mappingToJson(const ColumnMapping &mapping)
{
    QJsonArray columns;
    for (const MappedColumn &column : mapping.columns) {
        QJsonObject object{{u"name"_s, column.name}, {u"role"_s, roleId(column.role)}};
        if (column.unit != ColumnUnit::Automatic)
            object.insert(u"unit"_s, unitId(column.unit));
        if (!column.pattern.isEmpty())
            object.insert(u"pattern"_s, column.pattern);
        columns.append(object);
    }
    QJsonObject json{{u"columns"_s, columns}};
    for (const FormId &known : kFormIds) {
        if (known.form == mapping.layout.form)
            json.insert(u"form"_s, QString::fromLatin1(known.id));
    }
    if (mapping.layout.separator != '\0')
        json.insert(u"separator"_s, characterText(mapping.layout.separator));
    if (mapping.layout.decimal != '\0')
        json.insert(u"decimal"_s, characterText(mapping.layout.decimal));
    if (mapping.layout.header != TableLayout::Header::Automatic)
        json.insert(u"header"_s, mapping.layout.header == TableLayout::Header::Present);
    if (mapping.guessesOthers)
        json.insert(u"guessOthers"_s, true);
    return json;
}

Result<ColumnMapping> mappingFromJson(const QJsonObject &json)
{
    ColumnMapping mapping;
    if (!json.value(u"columns"_s).isArray())
        return makeError(ErrorKind::Format, Tr::tr("A mapping of columns has no “columns”."));
    for (const FormId &known : kFormIds) {
        if (json.value(u"form"_s).toString() == QLatin1StringView(known.id))
            mapping.layout.form = known.form;
    }
    mapping.layout.separator = characterFrom(json.value(u"separator"_s));
    mapping.layout.decimal = characterFrom(json.value(u"decimal"_s));
    if (json.value(u"header"_s).isBool())
        mapping.layout.header = json.value(u"header"_s).toBool() ? TableLayout::Header::Present
                                                                 : TableLayout::Header::Absent;
    mapping.guessesOthers = json.value(u"guessOthers"_s).toBool();
    for (const QJsonValue value : json.value(u"columns"_s).toArray()) {
        MappedColumn column;
        column.name = value[u"name"_s].toString();
        const auto role = roleFromId(value[u"role"_s].toString());
        const auto unit = unitFromId(value[u"unit"_s].toString(u"auto"_s));
        if (!role || !unit || column.name.isEmpty())
            return makeError(ErrorKind::Format,
                             Tr::tr("A mapping of columns cannot be read: “%1”.").arg(column.name));
        column.role = *role;
        column.unit = *unit;
        column.pattern = value[u"pattern"_s].toString();
        mapping.columns.push_back(std::move(column));
    }
    return mapping;
}

} // namespace dramatis::capture
